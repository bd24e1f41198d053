// What of the public calendar can be taken along: pictures, documents and tables. The HTML pages
// are the main version of all of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "pages/public_pages.h"

namespace rytm {

// Meetings in words, as a spreadsheet has them.
struct MeetingTable {
  std::string name;  // "2027"
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};

// With semicolons and a byte order mark, as Excel in Swedish reads it.
std::string AsCsv(const MeetingTable& table);

struct PublicFile {
  std::string type;  // "application/pdf"
  std::string name;  // as it is kept: "ekeby-2027.pdf"
  std::string bytes;
  std::optional<MeetingTable> workbook{};  // instead of bytes: to be written by app/workbook.h
};

// An error as the bytes have it.
Result<PublicFile> PdfFile(Result<std::string> bytes, std::string name);
// As ".xlsx" or ".csv"; nullopt: another ending.
std::optional<Result<PublicFile>> TableFile(MeetingTable table, std::string_view ending,
                                            std::string name);

// "2027-chain.pdf" → 2027 and "-chain.pdf"; nullopt: no year that an edition can tell of.
struct YearFile {
  int year = 0;
  std::string_view ending;
};
std::optional<YearFile> YearFileNamed(std::string_view name);

// By the parts of its address: {"ekeby", "wheel.png"}, {"ekeby", "2027.pdf"}, {"ekeby", "ks",
// "2027.csv"}; of the wheel also by the query. Nullopt: there is none. An error as PdfDocument's.
std::optional<Result<PublicFile>> PublicFileAt(const PublicCalendar& calendar,
                                               const std::vector<std::string_view>& parts,
                                               const PageQuery& query);

}  // namespace rytm
