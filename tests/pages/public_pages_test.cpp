// The public pages as they are sent: what reviewers and secretaries read stands in
// tests/golden/pages.
#include "pages/public_pages.h"

#include <gtest/gtest.h>

#include "tests/golden/expect_golden.h"
#include "tests/pages/sample_calendar.h"

namespace rytm {
namespace {

struct GoldenPage {
  const char* name;
  const char* address;
};

void PrintTo(const GoldenPage& page, std::ostream* out) { *out << page.name; }

std::string NameOfCase(const testing::TestParamInfo<GoldenPage>& info) { return info.param.name; }

class GoldenPageTest : public testing::TestWithParam<GoldenPage> {};

TEST_P(GoldenPageTest, ReadsAsBefore) {
  const std::optional<std::string> page = PageAt(Ekeby2027(), GetParam().address);
  ASSERT_TRUE(page);
  ExpectGolden(std::string("pages/") + GetParam().name + ".html", *page);
}

INSTANTIATE_TEST_SUITE_P(
    Pages, GoldenPageTest,
    testing::Values(GoldenPage{"organisation", "/ekeby"},
                    GoldenPage{"organisation_en", "/en/ekeby"}, GoldenPage{"council", "/ekeby/kf"},
                    GoldenPage{"board", "/ekeby/ks"}, GoldenPage{"board_en", "/en/ekeby/ks"},
                    GoldenPage{"body_that_ends", "/ekeby/kun"},
                    GoldenPage{"meeting_open", "/ekeby/kf/meeting.2027-11-22"},
                    GoldenPage{"meeting_moved", "/ekeby/ks/meeting.2027-10-20"},
                    GoldenPage{"meeting_moved_en", "/en/ekeby/ks/meeting.2027-10-20"},
                    GoldenPage{"meeting_cancelled", "/ekeby/son/meeting.2027-10-19"},
                    GoldenPage{"subscribe", "/ekeby/ks/prenumerera"},
                    GoldenPage{"subscribe_en", "/en/ekeby/ks/subscribe"},
                    GoldenPage{"subscribe_all", "/ekeby/all/prenumerera"},
                    GoldenPage{"embedded", "/ekeby/ks/inbaddad"},
                    GoldenPage{"embedded_all_en", "/en/ekeby/all/embed"}),
    NameOfCase);

TEST(PublicPagesTest, TellWhenNothingIsThere) {
  const SampleCalendar sample = Ekeby2027();
  ExpectGolden("pages/missing.html", MissingPage(sample.In(Language::kSwedish), Templates()));
  ExpectGolden("pages/missing_en.html", MissingPage(sample.In(Language::kEnglish), Templates()));
}

TEST(PublicPagesTest, TellWhenNothingIsPublished) {
  const SampleCalendar sample = Unpublished();
  ExpectGolden("pages/organisation_unpublished.html", PageAt(sample, "/ekeby").value_or(""));
  ExpectGolden("pages/body_unpublished.html", PageAt(sample, "/ekeby/kf").value_or(""));
}

TEST(PublicPagesTest, TellWhenNoMeetingIsToCome) {
  const SampleCalendar sample = Ekeby2027();
  const std::string page =
      BodyPage(sample.In(Language::kSwedish, "2028-06-01"), Templates(), "ks").value_or("");
  EXPECT_NE(page.find("Inga kommande möten är publicerade."), std::string::npos);
  EXPECT_NE(page.find("Inga möten är publicerade för 2029 ännu."), std::string::npos);
  EXPECT_NE(page.find("ons 22 sep"), std::string::npos) << "the years before, as far as the feeds";
}

TEST(PublicPagesTest, KnowARegionFromAMunicipality) {
  SampleCalendar sample = Ekeby2027();
  sample.organisation.template_name = "sweden-region@1";
  EXPECT_NE(PageAt(sample, "/ekeby")->find("Rytm är inte regionens anslagstavla"),
            std::string::npos);
}

// --- addresses -----------------------------------------------------------------------------------

struct AddressCase {
  Language language;
  const char* body;
  const char* rest;
  const char* address;
};

TEST(PageAddressTest, IsAsWritten) {
  const SampleCalendar sample = Ekeby2027();
  const AddressCase cases[] = {
      {Language::kSwedish, "", "", "/ekeby"},
      {Language::kSwedish, "ks", "", "/ekeby/ks"},
      {Language::kSwedish, "ks", "prenumerera", "/ekeby/ks/prenumerera"},
      {Language::kSwedish, "ks", "meeting.2027-10-20", "/ekeby/ks/meeting.2027-10-20"},
      {Language::kEnglish, "", "", "/en/ekeby"},
      {Language::kEnglish, "all", "subscribe", "/en/ekeby/all/subscribe"},
  };
  for (const AddressCase& row : cases)
    EXPECT_EQ(PageAddress(sample.In(row.language), row.body, row.rest), row.address);
}

TEST(PageAddressTest, WhatThePublicMayNotSeeIsNotThere) {
  const SampleCalendar sample = Ekeby2027();
  const char* missing[] = {
      "/ekeby/nobody",
      "/ekeby/bolag",  // not listed
      "/ekeby/bolag/prenumerera",
      "/ekeby/bolag/meeting.2027-10-06",
      "/ekeby/bolag/inbaddad",
      "/ekeby/bolag/2027.pdf",
      "/ekeby/inbaddad",
      "/ekeby/ks/tillganglighet",
      "/ekeby/son-presidium",
      "/ekeby/ks/reflection.2027-11-24",  // a dialogue of its own
      "/ekeby/ks/meeting.2027-10-21",     // its UID is of its first day
      "/ekeby/son/meeting.2027-11-17",    // the joint meeting is the board's
      "/ekeby/kf/meeting.2027-11-22.item-deadline",
      "/ekeby/kf/meeting.2027-11-22.notice",  // a step is shown with its meeting
      "/ekeby/kf/meeting.2027-11-22/more",
      "/ekeby/all",
      "/ekeby/arshjul?quarter=0",
      "/ekeby/arshjul?year=2027&quarter=5",
      "/bengtsfors",
  };
  for (const char* address : missing) EXPECT_EQ(PageAt(sample, address), std::nullopt) << address;
}

TEST(PageAddressTest, ABodyNoLongerListedIsGoneThoughItsEditionIsThere) {
  SampleCalendar sample = Ekeby2027();
  sample.organisation.bodies[1].listed = false;
  EXPECT_EQ(PageAt(sample, "/ekeby/ks"), std::nullopt);
  EXPECT_EQ(PageAt(sample, "/ekeby/ks/meeting.2027-10-20"), std::nullopt);
  EXPECT_EQ(PageAt(sample, "/ekeby")->find("Kommunstyrelsen"), std::string::npos);
  EXPECT_EQ(PageAt(sample, "/ekeby/son")->find("Kommunstyrelsen"), std::string::npos);
}

TEST(SubscribePageTest, KnowsNoLinksWithoutItsOwnAddress) {
  SampleCalendar sample = Ekeby2027();
  sample.base_url.clear();
  const std::string page = PageAt(sample, "/ekeby/ks/prenumerera").value_or("");
  EXPECT_NE(page.find("value=\"/feeds/ekeby/ks.ics\""), std::string::npos);
  for (const char* link : {"webcal:", "calendar.google.com", "outlook.office.com"})
    EXPECT_EQ(page.find(link), std::string::npos) << link;
}

// --- what changes with the day -------------------------------------------------------------------

TEST(MeetingPageTest, SaysTodayAndTomorrow) {
  const SampleCalendar sample = Ekeby2027();
  const auto page = [&](std::string_view today) {
    return MeetingPage(sample.In(Language::kSwedish, today), Templates(), "ks",
                       "meeting.2027-09-22")
        .value_or("");
  };
  EXPECT_NE(page("2027-09-22").find("vecka 38, i dag"), std::string::npos);
  EXPECT_NE(page("2027-09-21").find("vecka 38, i morgon"), std::string::npos);
  EXPECT_NE(page("2027-09-20").find("vecka 38<"), std::string::npos);
}

TEST(MeetingPageTest, ACancelledMeetingIsShownAsLongAsFeedsTellOfIt) {
  const SampleCalendar sample = Ekeby2027();
  const auto shown = [&](std::string_view today) {
    return MeetingPage(sample.In(Language::kSwedish, today), Templates(), "son",
                       "meeting.2027-10-19")
        .has_value();
  };
  EXPECT_TRUE(shown("2027-11-18"));  // 30 days after its day
  EXPECT_FALSE(shown("2027-11-19"));
}

TEST(BodyPageTest, SaysWhoDecidedTheDates) {
  SampleCalendar sample = Ekeby2027();
  sample.editions.at("ks").adoptions = {{.number = 1,
                                         .body = "ks",
                                         .period = {MakeDay(2027, 1, 1), MakeDay(2027, 12, 31)},
                                         .decided_by = "Kommunstyrelsen",
                                         .decided_on = MakeDay(2026, 11, 17),
                                         .paragraph = "§ 131"}};
  const auto says = [&](const char* address, const char* words) {
    EXPECT_NE(PageAt(sample, address).value_or("").find(words), std::string::npos) << words;
  };
  says("/ekeby/ks",
       "<li>1 januari 2027–31 december 2027: Beslutad av Kommunstyrelsen 17 november 2026, § "
       "131</li>");
  says("/ekeby/ks", "Datum utanför det som är beslutat är preliminära.");
  says("/en/ekeby/ks", "Adopted by Kommunstyrelsen 17 November 2026, § 131</li>");
  sample.editions.at("ks").adoptions[0].kind = Adoption::Kind::kProposed;
  says("/ekeby/ks", "Datumen är föreslagna, och preliminära tills de är beslutade.");
  EXPECT_EQ(PageAt(sample, "/ekeby/ks").value_or("").find("<li>1 januari 2027"), std::string::npos);
}

TEST(BodyPageTest, ACancelledOrReserveMeetingIsNotTheNextOne) {
  const SampleCalendar sample = Ekeby2027();
  const auto next = [&](std::string_view body, std::string_view today) {
    const std::string page =
        BodyPage(sample.In(Language::kSwedish, today), Templates(), body).value_or("");
    const std::size_t start = page.find("<div class=\"next\">");
    const std::size_t day = page.find("<h3>", start);
    return page.substr(day, page.find("</h3>", day) - day);
  };
  EXPECT_NE(next("son", "2027-09-22").find("Tisdag 16 november"), std::string::npos);
  EXPECT_NE(next("ks", "2027-11-18").find("Onsdag 15 december"), std::string::npos);
}

}  // namespace
}  // namespace rytm
