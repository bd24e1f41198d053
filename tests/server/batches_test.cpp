// Changing the plan over HTTP: preview, save, undo; who was faster; the same asked twice.
#include "tests/server/api_test.h"

namespace rytm {
namespace {

using testing::HasSubstr;

const std::string kMove =
    R"({"changes": [{"slots": ["ks/meeting@2027-01-13"], "set": {"day": "2027-01-20"}, "reason": "lokalen"}]})";

class BatchesTest : public ApiTest {
 protected:
  void SetUp() override {
    ApiTest::SetUp();
    planner_ = Key({{Role::kPlanner, ""}});
  }
  std::string DayOfMeeting() {
    return Ask("GET", Org("/slots/alby.ks.meeting.2027-01-13"), planner_).Text("/day");
  }
  Fields planner_;
};

TEST_F(BatchesTest, PreviewTellsAndStoresNothing) {
  const Answered preview = Ask("POST", Org("/batches/preview"), planner_, kMove);
  ASSERT_EQ(200, preview.status) << preview.body;
  EXPECT_EQ("moves", preview.Text("/what-if/items/0/change"));
  EXPECT_EQ("2027-01-20", preview.Text("/what-if/items/0/after/day"));
  EXPECT_EQ("2027-01-13", DayOfMeeting());
  EXPECT_EQ(0, changed_);
}

TEST_F(BatchesTest, SavesAndUndoes) {
  const Answered saved = Ask("POST", Org("/batches"), With(planner_, {Match(planner_)}), kMove);
  ASSERT_EQ(201, saved.status) << saved.body;
  EXPECT_EQ(Org("/batches/2"), saved.Field("Location"));
  EXPECT_EQ("2027-01-20", DayOfMeeting());
  EXPECT_EQ(1, changed_);
  const Answered slot = Ask("GET", Org("/slots/alby.ks.meeting.2027-01-13"), planner_);
  EXPECT_EQ("lokalen", slot.Text("/log/0/what/sv"));
  EXPECT_THAT(slot.Text("/log/0/author"), testing::StartsWith("key:k-"));
  const Answered undone =
      Ask("POST", Org("/batches/2/undo"), With(planner_, {{"if-match", saved.Field("ETag")}}));
  ASSERT_EQ(201, undone.status) << undone.body;
  EXPECT_EQ("2027-01-13", DayOfMeeting());
  EXPECT_EQ("2", Ask("GET", Org("/batches"), planner_).Text("/items/0/undoes"));
  EXPECT_THAT(Logged(), testing::IsSupersetOf({"batch-saved", "batch-undone"}));
}

TEST_F(BatchesTest, WhoComesSecondIsToldWhatTheFirstDid) {
  const auto seen = Match(planner_);
  EXPECT_EQ(428, Ask("POST", Org("/batches"), planner_, kMove).status);
  EXPECT_EQ(428, Ask("POST", Org("/batches"), With(planner_, {{"if-match", "*"}}), kMove).status);
  ASSERT_EQ(201, Ask("POST", Org("/batches"), With(planner_, {seen}), kMove).status);
  const Answered stale = Ask("POST", Org("/batches"), With(planner_, {seen}), kMove);
  ASSERT_EQ(409, stale.status);
  EXPECT_EQ("urn:rytm:stale", stale.Text("/type"));
  EXPECT_EQ("1", stale.Text("/yours/revision"));
  EXPECT_EQ("2", stale.Text("/current/revision"));
  EXPECT_EQ("adjustments", stale.Text("/current/changes/0/kind"));
  EXPECT_EQ(R"(["ks"])", stale.Text("/current/changes/0/bodies"));
  EXPECT_EQ("\"2\"", stale.Field("ETag"));
}

TEST_F(BatchesTest, TheSameAskedTwiceIsDoneOnce) {
  const Fields fields = With(planner_, {Match(planner_), {"idempotency-key", "7b7e"}});
  const Answered first = Ask("POST", Org("/batches"), fields, kMove);
  const Answered again = Ask("POST", Org("/batches"), fields, kMove);
  EXPECT_EQ(201, again.status);
  EXPECT_EQ(first.body, again.body);
  EXPECT_EQ("true", again.Field("Idempotency-Replayed"));
  EXPECT_EQ(422, Ask("POST", Org("/batches"), fields, kMove + " ").status) << "another body";
  EXPECT_EQ(409,
            Ask("POST", Org("/batches"),
                With(Key({{Role::kPlanner, ""}}), {fields[1], {"idempotency-key", "7b7e"}}), kMove)
                .status)
      << "another's key is another key: judged anew";
  clock_.now += kAnswerKept;
  EXPECT_EQ(409, Ask("POST", Org("/batches"), fields, kMove).status) << "forgotten, and now stale";
}

TEST_F(BatchesTest, EverythingWrongIsToldAtItsPlace) {
  const Answered wrong = Ask("POST", Org("/batches/preview"), planner_, R"({"changes": [
    {"slots": ["alby.ks.meeting.2027-01-13"], "set": {"day": "2027-02-30", "places": "x"}},
    {"slots": ["alby.ks.meeting.2027-01-13"], "reason-kind": 3, "colour": "red"}]})");
  EXPECT_EQ(422, wrong.status);
  EXPECT_THAT(wrong.Text("/errors"), HasSubstr("/changes/0/set/day"));
  EXPECT_THAT(wrong.Text("/errors"), HasSubstr("/changes/0/set/places"));
  EXPECT_THAT(wrong.Text("/errors"), HasSubstr("/changes/1/reason-kind"));
  EXPECT_THAT(wrong.Text("/errors"), HasSubstr("/changes/1/colour"));
  const Answered outside = Ask("POST", Org("/batches/preview"), planner_, R"({"changes": [
    {"series": "ks/meeting", "from": "2027-01-01", "set": {"place": "finns-inte"}},
    {"slots": ["alby.ks.meeting.2027-01-13"], "set": {"day": "2028-01-12"}}]})");
  EXPECT_EQ(422, outside.status);
  EXPECT_THAT(outside.Text("/errors"), HasSubstr("/changes/0/set/place"));
  EXPECT_THAT(outside.Text("/errors"), HasSubstr("/changes/1/set/day"));
}

TEST_F(BatchesTest, ASecretaryChangesTheirOwnBodyOnly) {
  const Fields ks = Key({{Role::kSecretary, "ks"}, {Role::kSecretary, "ks"}});
  const auto move = [](const std::string& slot) {
    return R"({"changes": [{"slots": [")" + slot + R"("], "set": {"at": "09:00"}}]})";
  };
  for (const std::string slot : {"alby.kf.meeting.2027-01-25", "kf/meeting@2027-01-25",
                                 "alby.kf.meeting.2027-01-26", "kf/meeting@2027-01-26"}) {
    const Answered answer = Ask("POST", Org("/batches/preview"), ks, move(slot));
    EXPECT_EQ(404, answer.status) << slot;
    EXPECT_EQ("Det finns inget möte " + slot + ".", answer.Text("/errors/0/detail"));
    EXPECT_EQ("/changes/0/slots/0", answer.Text("/errors/0/pointer"));
  }
  EXPECT_EQ(200,
            Ask("POST", Org("/batches/preview"), ks, move("alby.ks.meeting.2027-01-13")).status);
}

TEST_F(BatchesTest, TheHistoryTellsWhatWasDoneAndByWhom) {
  struct Row {
    const char* change;
    const char* told;
  };
  const Row rows[] = {
      {R"({"slots": ["ks/meeting@2027-01-13"], "set": {"day": "2027-01-20"}})",
       "Kommunstyrelsen ons 13 jan 2027 flyttades till ons 20 jan 2027"},
      {R"({"slots": ["ks/meeting@2027-01-20"], "set": {"at": "10:00", "link": "https://m.example/1"}})",
       "Kommunstyrelsen ons 20 jan 2027 fick tiden kl. 10.00 och fick en möteslänk"},
      {R"({"slots": ["kf/meeting@2027-01-25", "ks/meeting@2027-01-20"], "set": {"at": "09:00"}})",
       "Kommunfullmäktige och Kommunstyrelsen: 2 möten fick tiden kl. 09.00"},
      {R"({"slots": ["ks/meeting@2027-01-20"], "set": {"cancelled": true}, "reason": "få ärenden"})",
       "Kommunstyrelsen ons 20 jan 2027 ställdes in"},
      {R"({"series": "ks/meeting", "add": "2027-06-30"})",
       "Kommunstyrelsen ons 30 juni 2027 lades till"},
  };
  for (const Row& row : rows) {
    const Answered saved = Ask("POST", Org("/batches"), With(planner_, {Match(planner_)}),
                               std::string(R"({"changes": [)") + row.change + "]}");
    ASSERT_EQ(201, saved.status) << saved.body;
    EXPECT_THAT(saved.Text("/batch/what/sv"), testing::StartsWith(row.told));
    const std::string author = saved.Text("/batch/author");
    EXPECT_THAT(Ask("GET", Org("/authors"), planner_).body, HasSubstr("\"" + author + "\""));
  }
}

TEST_F(BatchesTest, WhoMayChangeAMeetingMayTakeItBackWithAllThatFollowed) {
  const Fields ks = Key({{Role::kSecretary, "ks"}});
  const Answered saved = Ask("POST", Org("/batches"), With(ks, {Match(ks)}), kMove);
  ASSERT_EQ(201, saved.status) << saved.body;
  EXPECT_EQ(
      201,
      Ask("POST", Org("/batches/2/undo"), With(ks, {{"if-match", saved.Field("ETag")}})).status);
  const Answered others =
      Ask("POST", Org("/batches"), With(planner_, {Match(planner_)}),
          R"({"changes": [{"slots": ["kf/meeting@2027-01-25"], "set": {"at": "17:00"}}]})");
  ASSERT_EQ(201, others.status) << others.body;
  EXPECT_EQ(
      403,
      Ask("POST", Org("/batches/4/undo"), With(ks, {{"if-match", others.Field("ETag")}})).status);
}

TEST_F(BatchesTest, PublishesAndTellsTheDifferences) {
  const std::string all = R"({"until": "2027-12-31"})";
  EXPECT_EQ(404, Ask("POST", Org("/editions"), With(planner_, {Match(planner_)}),
                     R"({"until": "2027-12-31", "bodies": ["ks", "finns-inte"]})")
                     .status);
  const Answered first = Ask("POST", Org("/editions"), With(planner_, {Match(planner_)}), all);
  ASSERT_EQ(201, first.status) << first.body;
  EXPECT_EQ("kf", first.Text("/bodies/0/body"));
  const Answered nothing = Ask("POST", Org("/editions"), With(planner_, {Match(planner_)}), all);
  EXPECT_EQ(200, nothing.status);
  EXPECT_EQ("[]", nothing.Text("/bodies"));
  EXPECT_EQ("1", Ask("GET", Org("/editions"), planner_).Text("/items/1/number"));
  EXPECT_THAT(Ask("GET", Org("/feeds"), planner_).body,
              HasSubstr("http://rytm.example/feeds/alby/all.ics"));
}

TEST_F(BatchesTest, ListsComeInPartsAndKnowWhenTheyAreTheSame) {
  const Answered first = Ask("GET", Org("/slots?limit=1"), planner_);
  EXPECT_EQ("alby.kf.meeting.2027-01-25", first.Text("/items/0/id"));
  const std::string link = first.Field("Link");
  ASSERT_THAT(link, HasSubstr(">; rel=\"next\""));
  const Answered second = Ask("GET", link.substr(1, link.find('>') - 1), planner_);
  EXPECT_EQ("alby.ks.meeting.2027-01-13", second.Text("/items/0/id"));
  EXPECT_EQ("", second.Field("Link"));
  const Answered same =
      Ask("GET", Org("/slots?limit=1"), With(planner_, {{"if-none-match", first.Field("ETag")}}));
  EXPECT_EQ(304, same.status);
  EXPECT_EQ("", same.body);
  for (const char* query :
       {"limit=0", "limit=1001", "limit=x", "after=x", "limits=3", "from=2027-02-30"})
    EXPECT_EQ(422, Ask("GET", Org("/plan?") + query, planner_).status) << query;
}

}  // namespace
}  // namespace rytm
