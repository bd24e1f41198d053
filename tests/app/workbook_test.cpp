// XLSX: what Excel is given is a zip that holds the table's words as text.
#include "app/workbook.h"

#include <gtest/gtest.h>

namespace rytm {
namespace {

TEST(Workbook, IsWrittenWhole) {
  const Result<std::string> book =
      AsWorkbook({.name = "2027",
                  .columns = {"Datum", "Möte"},
                  .rows = {{"2027-01-20", "=HYPERLINK(\"x\")"}, {"2027-02-17", "<b>&"}}});
  ASSERT_TRUE(book.ok());
  EXPECT_TRUE(book.value().starts_with("PK\x03\x04"));
  // A zip ends in the list of its files (APPNOTE 4.3.16).
  EXPECT_NE(std::string::npos, book.value().rfind("PK\x05\x06"));
  EXPECT_NE(std::string::npos, book.value().find("xl/worksheets/sheet1.xml"));
}

TEST(Workbook, OneWithoutRowsIsOneToo) {
  EXPECT_TRUE(AsWorkbook({.name = "2027", .columns = {"Datum"}, .rows = {}}).ok());
}

}  // namespace
}  // namespace rytm
