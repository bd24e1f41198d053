// What other programs are told of meetings, beside what people are shown.
#include "pages/structured_data.h"

#include <gmock/gmock.h>

#include <functional>

#include "base/json.h"
#include "tests/pages/html_reader.h"
#include "tests/pages/sample_calendar.h"

namespace rytm {
namespace {

using testing::HasSubstr;
using testing::Not;

Event OpenMeeting() {
  Event event;
  event.uid = "ekeby.ks.meeting.2027-10-20@ekeby.example";
  event.body = "ks";
  event.day = On("2027-10-20");
  event.at = Clock("13:30");
  event.lasts = Minutes{180};
  event.title = Text("Kommunstyrelsen: Sammanträde", "Executive Board: Meeting");
  event.description = Text("Förbered frågan om lokaler.", "Prepare the question of premises.");
  event.place = Text("Stora salen, Torget 1", "The Great Hall, Torget 1");
  event.link = "https://video.example/ks?key=secret";
  event.open = Openness::kPublic;
  event.levels = kEverybody;
  return event;
}

std::string TextFor(const Event& event, Language language = Language::kSwedish) {
  const SampleCalendar sample = Ekeby2027();
  return EventsAsJsonLd(sample.In(language), {&event});
}

// The one event told of; nothing if none is.
JsonObject ToldOf(const Event& event, Language language = Language::kSwedish) {
  const std::string text = TextFor(event, language);
  if (text.empty()) return {};
  const Result<Json> json = ParseJson(text, "json-ld");
  EXPECT_TRUE(json.ok()) << text;
  return json.value().as_object().at("@graph").as_array().at(0).as_object();
}

TEST(StructuredDataTest, TellsOfAMeetingAsTheyKnowIt) {
  EXPECT_EQ(
      TextFor(OpenMeeting()),
      R"({"@context":"https://schema.org","@graph":[{"@type":"Event",)"
      R"("name":"Kommunstyrelsen: Sammanträde",)"
      R"("startDate":"2027-10-20T13:30:00+02:00","endDate":"2027-10-20T16:30:00+02:00",)"
      R"("eventStatus":"https://schema.org/EventScheduled",)"
      R"("location":{"@type":"Place","name":"Stora salen, Torget 1","address":"Stora salen, Torget 1"},)"
      R"("organizer":{"@type":"GovernmentOrganization","name":"Ekeby kommun","url":"https://rytm.ekeby.example/ekeby"},)"
      R"("url":"https://rytm.ekeby.example/ekeby/ks/meeting.2027-10-20"}]})");
}

// What becomes of one member when the meeting is another. "": the member is not there.
struct ToldCase {
  const char* name;
  std::function<void(Event&)> change;
  const char* member;
  const char* told;
};

void PrintTo(const ToldCase& row, std::ostream* out) { *out << row.name; }

std::string NameOf(const testing::TestParamInfo<ToldCase>& info) { return info.param.name; }

class ToldTest : public testing::TestWithParam<ToldCase> {};

TEST_P(ToldTest, IsWhatThePageShows) {
  Event event = OpenMeeting();
  GetParam().change(event);
  const JsonObject told = ToldOf(event);
  ASSERT_TRUE(told.contains("name"));
  const Json* member = told.if_contains(GetParam().member);
  EXPECT_EQ(member == nullptr ? "" : WriteJsonCompact(*member), GetParam().told);
}

const auto kClosed = [](Event& event) { event.open = Openness::kClosed; };
const auto kMoved = [](Event& event) {
  event.first_day = On("2027-11-03");
  event.first_at = Clock("09:00");
};
const auto kMovedAndCancelled = [](Event& event) {
  kMoved(event);
  event.status = EventStatus::kCancelled;
};

INSTANTIATE_TEST_SUITE_P(
    Table, ToldTest,
    testing::Values(
        ToldCase{"in_winter", [](Event& event) { event.day = On("2027-11-03"); }, "startDate",
                 R"("2027-11-03T13:30:00+01:00")"},
        ToldCase{"over_midnight", [](Event& event) { event.lasts = Minutes{11 * 60}; }, "endDate",
                 R"("2027-10-21T00:30:00+02:00")"},
        ToldCase{"over_the_end_of_summer_time",
                 [](Event& event) {
                   event.day = On("2027-10-30");
                   event.lasts = Minutes{14 * 60};
                 },
                 "endDate", R"("2027-10-31T03:30:00+01:00")"},
        ToldCase{"whole_day", [](Event& event) { event.at.reset(); }, "startDate",
                 R"("2027-10-20")"},
        ToldCase{"whole_day_without_end", [](Event& event) { event.at.reset(); }, "endDate", ""},
        ToldCase{"without_length", [](Event& event) { event.lasts = Minutes{0}; }, "endDate", ""},
        ToldCase{"closed", kClosed, "location", ""},
        ToldCase{"closed_on_its_day", kClosed, "startDate", R"("2027-10-20T13:30:00+02:00")"},
        ToldCase{"without_place", [](Event& event) { event.place = {}; }, "location", ""},
        ToldCase{"cancelled", [](Event& event) { event.status = EventStatus::kCancelled; },
                 "eventStatus", R"("https://schema.org/EventCancelled")"},
        ToldCase{"moved", kMoved, "eventStatus", R"("https://schema.org/EventRescheduled")"},
        ToldCase{"moved_from", kMoved, "previousStartDate", R"("2027-11-03T09:00:00+01:00")"},
        ToldCase{"moved_from_a_whole_day", [](Event& event) { event.first_day = On("2027-11-03"); },
                 "previousStartDate", R"("2027-11-03")"},
        ToldCase{"moved_and_cancelled", kMovedAndCancelled, "eventStatus",
                 R"("https://schema.org/EventCancelled")"},
        ToldCase{"moved_and_cancelled_from", kMovedAndCancelled, "previousStartDate", ""}),
    NameOf);

TEST(StructuredDataTest, PromisesNothingThatIsNotDecided) {
  const std::function<void(Event&)> changes[] = {
      [](Event& event) { event.status = EventStatus::kTentative; },
      [](Event& event) { event.reserve = true; },
      [](Event& event) {
        event.status = EventStatus::kCancelled;
        event.dropped_on = On("2027-09-01");
      }};
  for (const auto& change : changes) {
    Event event = OpenMeeting();
    change(event);
    EXPECT_EQ(TextFor(event), "");
  }
}

TEST(StructuredDataTest, SpeaksTheLanguageOfThePage) {
  const JsonObject told = ToldOf(OpenMeeting(), Language::kEnglish);
  EXPECT_EQ(told.at("name"), "Executive Board: Meeting");
  EXPECT_EQ(told.at("url"), "https://rytm.ekeby.example/en/ekeby/ks/meeting.2027-10-20");
}

TEST(StructuredDataTest, NoTitleEndsTheBlock) {
  const std::string titles[] = {
      "</script><script>alert(1)</script>", "<!-- <script>",       "]]> \" \\ & '",
      "\u202Egnal\u202C \u2028\u2029",      std::string(500, 'x'), "{{{events}}}"};
  for (const std::string& title : titles) {
    SampleCalendar sample = Ekeby2027();
    for (Event& event : sample.editions.at("kf").events) event.title = Text(title, title);
    sample.organisation.name = Text(title, title);
    const std::string page = PageAt(sample, "/ekeby/kf/meeting.2027-11-22").value_or("");
    const Html html = ReadHtml(page);
    EXPECT_THAT(html.problems, testing::IsEmpty()) << title;
    ASSERT_EQ(html.All("script").size(), 1U) << title;
    const std::string& block = html.All("script").at(0)->text;
    EXPECT_THAT(block, Not(HasSubstr("<")));
    const Result<Json> json = ParseJson(block, "json-ld");
    ASSERT_TRUE(json.ok()) << block;
    const JsonObject& told = json.value().as_object().at("@graph").as_array().at(0).as_object();
    EXPECT_EQ(told.at("name"), Json(title));
    EXPECT_EQ(told.at("organizer").as_object().at("name"), Json(title));
  }
}

TEST(StructuredDataTest, ABodyTellsOfWhatIsToComeAlone) {
  const Html html = ReadHtml(PageAt(Ekeby2027(), "/ekeby/ks").value_or(""));
  ASSERT_EQ(html.All("script").size(), 1U);
  const std::string& block = html.All("script").at(0)->text;
  EXPECT_THAT(block, HasSubstr("meeting.2027-10-20"));       // moved
  EXPECT_THAT(block, Not(HasSubstr("meeting.2027-02-17")));  // has been
  EXPECT_THAT(block, Not(HasSubstr("meeting.2027-12-01")));  // reserve
  EXPECT_THAT(block, Not(HasSubstr("meeting.2028-01-19")));  // preliminary
  EXPECT_THAT(PageAt(Unpublished(), "/ekeby/kf").value_or(""), Not(HasSubstr("<script")));
}

}  // namespace
}  // namespace rytm
