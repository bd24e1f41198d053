// A body's meetings of a year with what comes before and after each, as secretaries print it: a row
// each, a column for each step.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "edition/edition.h"
#include "pages/pdf_document.h"
#include "pages/public_files.h"
#include "plan/plan.h"

namespace rytm {

struct ChainRow {
  Day day{};
  std::optional<TimeOfDay> at{};
  Minutes lasts{};
  std::string note{};             // "inställt"; or empty
  std::vector<ChainDay> steps{};  // in order of time
};

// What the public may see of the body's meetings among `events`. Empty where no step is public.
std::vector<ChainRow> PublicChains(const std::vector<const Event*>& events, const Body& body,
                                   Language language);

// What the secretariat sees in the plan.
std::vector<ChainRow> ChainsOf(const Plan& plan, const Body& body, int year, Language language);

// The steps by how far from the meeting they usually are. Spreadsheets get days as "2027-01-20".
enum class DaysAs { kWords, kNumbers };
MeetingTable ChainTable(const std::vector<ChainRow>& chains, int year, DaysAs days,
                        Language language);

// As ".pdf", ".xlsx" or ".csv"; nullopt: another ending, or no chains. `about`: of the PDF; its
// title is the heading. Errors as PdfDocument's.
std::optional<Result<PublicFile>> ChainFile(const std::vector<ChainRow>& chains, int year,
                                            std::string_view ending, std::string name,
                                            PdfDocument::About about);
// "Ekeby kommun. Planen 26 november 2026, också det som inte är publicerat."
std::string DraftFooter(const Organisation& organisation, Day today, Language language);
// "Kommunstyrelsen, före och efter sammanträdena 2027".
std::string ChainTitle(const Body& body, int year, Language language);

}  // namespace rytm
