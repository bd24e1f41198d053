// The accessibility statement, filled in and not, and the way to it from every page.
#include <gmock/gmock.h>

#include "pages/own_page.h"
#include "tests/golden/expect_golden.h"
#include "tests/pages/html_reader.h"
#include "tests/pages/sample_calendar.h"

namespace rytm {
namespace {

using testing::HasSubstr;
using testing::Not;

SampleCalendar WithStatement() {
  SampleCalendar sample = Ekeby2027();
  sample.organisation.accessibility = {
      .conforms = Accessibility::Conforms::kPartly,
      .shortcomings = {Text("Äldre protokoll är inlästa som bilder. De görs om under 2028.",
                            "Older minutes are scanned. They will be remade during 2028.")},
      .burdens = {Text("Webbsändningar från tiden före 2025 är inte textade.",
                       "Webcasts from before 2025 have no captions.")},
      .outside_law = {Text("Kartor", "Maps")},
      .assessed = On("2027-03-02"),
      .method = Text("Självskattning av kansliet.", "Self-assessment by the secretariat."),
      .updated = On("2027-03-09"),
      .email = "tillganglighet@ekeby.example",
      .phone = "010-123 00 00"};
  return sample;
}

TEST(AccessibilityPageTest, SaysWhatTheLawAsksFor) {
  ExpectGolden("pages/accessibility.html",
               PageAt(WithStatement(), "/ekeby/tillganglighet").value_or(""));
  ExpectGolden("pages/accessibility_en.html",
               PageAt(WithStatement(), "/en/ekeby/accessibility").value_or(""));
}

TEST(AccessibilityPageTest, SaysWhatIsMissing) {
  ExpectGolden("pages/accessibility_not_told.html",
               PageAt(Ekeby2027(), "/ekeby/tillganglighet").value_or(""));
}

struct StatementCase {
  const char* name;
  void (*change)(Organisation&);
  const char* told;
};

void PrintTo(const StatementCase& row, std::ostream* out) { *out << row.name; }

std::string NameOf(const testing::TestParamInfo<StatementCase>& info) { return info.param.name; }

class StatementTest : public testing::TestWithParam<StatementCase> {};

TEST_P(StatementTest, TellsIt) {
  SampleCalendar sample = Ekeby2027();
  GetParam().change(sample.organisation);
  const Html html = ReadHtml(PageAt(sample, "/ekeby/tillganglighet").value_or(""));
  EXPECT_THAT(html.All("main").at(0)->text, HasSubstr(GetParam().told));
}

INSTANTIATE_TEST_SUITE_P(
    Table, StatementTest,
    testing::Values(StatementCase{"fully",
                                  [](Organisation& organisation) {
                                    organisation.accessibility.conforms =
                                        Accessibility::Conforms::kFully;
                                  },
                                  "Sidorna är helt förenliga med lagen"},
                    StatementCase{"fully_without_shortcomings",
                                  [](Organisation& organisation) {
                                    organisation.accessibility.conforms =
                                        Accessibility::Conforms::kFully;
                                  },
                                  "Inga brister är kända."},
                    StatementCase{"not",
                                  [](Organisation& organisation) {
                                    organisation.accessibility.conforms =
                                        Accessibility::Conforms::kNot;
                                  },
                                  "Sidorna är inte förenliga med lagen"},
                    StatementCase{"by_phone_alone",
                                  [](Organisation& organisation) {
                                    organisation.accessibility.phone = "010-123 00 00";
                                  },
                                  "Telefon: 010-123 00 00"},
                    StatementCase{"whom_to_ask_otherwise", [](Organisation&) {},
                                  "Kansliet, kansliet@ekeby.example"},
                    StatementCase{"nobody_to_ask",
                                  [](Organisation& organisation) { organisation.contact = {}; },
                                  "Ekeby kommun har inte skrivit här vart man vänder sig."}),
    NameOf);

// Where "Rapportera ett hinder" leads from a page.
std::string ReportAt(const SampleCalendar& sample, std::string_view address) {
  const Html html = ReadHtml(PageAt(sample, address).value_or(""));
  for (const Tag* link : html.All("a"))
    if (link->IsInside("footer") && (link->text.starts_with("Rapportera ett hinder") ||
                                     link->text.starts_with("Report a barrier")))
      return link->At("href");
  return {};
}

TEST(ReportABarrierTest, IsAMailWithThePageOrElseTheStatement) {
  struct Case {
    const char* from;
    const char* without_mail;
    const char* with_mail;
  };
  const Case cases[] = {{"/ekeby/ks", "/ekeby/tillganglighet#report",
                         "mailto:tillganglighet@ekeby.example?subject=Hinder%3A%20"
                         "https%3A%2F%2Frytm.ekeby.example%2Fekeby%2Fks"},
                        {"/en/ekeby/wheel?year=2028", "/en/ekeby/accessibility#report",
                         "mailto:tillganglighet@ekeby.example?subject=Barrier%3A%20"
                         "https%3A%2F%2Frytm.ekeby.example%2Fen%2Fekeby%2Fwheel%3Fyear%3D2028"}};
  for (const Case& row : cases) {
    EXPECT_EQ(ReportAt(Ekeby2027(), row.from), row.without_mail);
    EXPECT_EQ(ReportAt(WithStatement(), row.from), row.with_mail);
  }
}

TEST(ReportABarrierTest, NoSignOfTheAddressIsReadAsMoreOfTheMail) {
  SampleCalendar sample = WithStatement();
  sample.organisation.accessibility.email = "a?cc=b&c%25@ekeby.example";
  EXPECT_THAT(ReportAt(sample, "/ekeby/ks"),
              testing::StartsWith("mailto:a%3Fcc%3Db%26c%2525@ekeby.example?subject="));
}

TEST(ReportABarrierTest, APageBehindASecretLinkDoesNotTellItsAddress) {
  const SampleCalendar sample = WithStatement();
  const std::string page = RenderOwnPage({.organisation = sample.organisation,
                                          .today = On("2027-09-14"),
                                          .base_url = "https://rytm.ekeby.example",
                                          .address = "/my/SECRET",
                                          .everything = true},
                                         Templates());
  const std::size_t footer = page.find("<footer");
  ASSERT_NE(footer, std::string::npos);
  EXPECT_THAT(page.substr(footer), HasSubstr("?subject=Hinder%3A%20Dina%20m%C3%B6ten"));
  EXPECT_THAT(page.substr(footer), Not(HasSubstr("SECRET")));
}

}  // namespace
}  // namespace rytm
