// What is printed, filed and taken along, over HTTP: the decision document, the steps before and
// after meetings, editions as archives, and what a dialogue leaves to the next one.
#include "app/import.h"
#include "tests/server/api_test.h"

namespace rytm {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr const char* kRules = R"({
  "organisation": {"id": "alby", "name": "Alby kommun", "host": "alby.example", "zone": "Europe/Stockholm"},
  "window": {"from": "2027-01-01", "until": "2027-12-31"},
  "bodies": [
    {"id": "kf", "kind": "council", "name": "Kommunfullmäktige",
     "series": [{"id": "meeting", "when": {"dates": ["2027-01-25"]}, "at": "18:30", "lasts": "PT3H", "open": "public"}]},
    {"id": "ks", "kind": "executive-board", "name": "Kommunstyrelsen",
     "series": [{"id": "meeting", "when": {"rrule": "FREQ=MONTHLY;BYDAY=3WE"}, "at": "13:30", "lasts": "PT3H", "chain": "board"}]}],
  "chains": {"board": [{"id": "notice", "name": "Kallelse", "days": -5}, {"id": "minutes", "name": "Justering", "days": 7}]},
  "dialogues": [{"id": "reflection", "kind": "reflection", "bodies": {"kind": "executive-board"},
    "name": "Reflektion", "when": {"meeting": "every", "n": 6, "place": "after"}, "lasts": "PT45M"}]
})";

class PapersTest : public ApiTest {
 protected:
  void SetUp() override {
    ApiTest::SetUp();
    ASSERT_TRUE(Import(*database_, "alby.json", kRules, false, clock_.now).ok());
    planner_ = Key({{Role::kPlanner, ""}});
    reader_ = Key({{Role::kReader, "kf"}});
  }
  int StatusOf(const std::string& path, const Fields& key) {
    return Ask("GET", Org(path), key).status;
  }
  void Publish() {
    const Answered published = Ask("POST", Org("/editions"), With(planner_, {Match(planner_)}),
                                   R"({"until": "2027-12-31"})");
    ASSERT_EQ(201, published.status) << published.body;
  }
  // The ids of the dialogues, by day.
  std::vector<std::string> Talks() {
    std::vector<std::string> ids;
    const Json plan = Ask("GET", Org("/plan?kind=dialogue"), planner_).json();
    for (const Json& item : plan.at("items").as_array())
      ids.emplace_back(item.at("id").as_string().c_str());
    return ids;
  }
  Fields planner_;
  Fields reader_;
};

const std::string kDecision = "/decision.pdf?from=2027-01-01&until=2027-12-31&bodies=";

TEST_F(PapersTest, TheDecisionDocumentIsForThoseWhoPublish) {
  const Answered one =
      Ask("GET", Org(kDecision + "ks&language=en&heard=The%20group%20leaders"), planner_);
  ASSERT_EQ(200, one.status) << one.body;
  EXPECT_EQ("application/pdf", one.Field("Content-Type"));
  EXPECT_THAT(one.Field("Content-Disposition"), HasSubstr("alby-ks-2027-decision.pdf"));
  EXPECT_THAT(one.body, StartsWith("%PDF"));
  EXPECT_THAT(one.body, HasSubstr("/Lang (en)"));
  EXPECT_EQ(one.Field("ETag"),
            Ask("GET", Org(kDecision + "ks&language=en&heard=The%20group%20leaders"), planner_)
                .Field("ETag"));
  EXPECT_EQ(200, StatusOf(kDecision + "ks,kf&reports=true&dialogues=true", planner_));
  EXPECT_EQ(403, StatusOf(kDecision + "kf", reader_));
  EXPECT_EQ(404, StatusOf(kDecision + "kf,ks", Key({{Role::kSecretary, "kf"}})));
  EXPECT_EQ(404, StatusOf(kDecision + "nobody", planner_));
}

TEST_F(PapersTest, TheDecisionDocumentTellsEverythingThatIsWrongAtOnce) {
  const Answered wrong = Ask(
      "GET", Org("/decision.pdf?bodies=&from=2027-12-31&until=2027-01-01&reports=ja"), planner_);
  EXPECT_EQ(422, wrong.status);
  for (const char* pointer : {"/bodies", "/until", "/reports"})
    EXPECT_THAT(wrong.body, HasSubstr(pointer));
}

TEST_F(PapersTest, TheStepsOfAYearComeAsAFileInThreeForms) {
  const Answered csv = Ask("GET", Org("/bodies/ks/chains/2027.csv"), planner_);
  ASSERT_EQ(200, csv.status) << csv.body;
  EXPECT_THAT(
      csv.body,
      HasSubstr(
          "Sammanträde;Kallelse;Justering\r\n2027-01-20 kl. 13.30;2027-01-15;2027-01-27\r\n"));
  EXPECT_THAT(Ask("GET", Org("/bodies/ks/chains/2027.pdf"), planner_).body, StartsWith("%PDF"));
  EXPECT_THAT(Ask("GET", Org("/bodies/ks/chains/2027.xlsx"), planner_).body, StartsWith("PK"));
  for (const char* none : {"/bodies/ks/chains/2026.pdf", "/bodies/ks/chains/2027.doc",
                           "/bodies/ks/chains/pdf", "/bodies/nobody/chains/2027.pdf"})
    EXPECT_EQ(404, StatusOf(none, planner_)) << none;
  EXPECT_EQ(404, StatusOf("/bodies/ks/chains/2027.pdf", reader_)) << "not theirs to see";
}

TEST_F(PapersTest, AnEditionIsFiledWithTheSameBytesEachTime) {
  EXPECT_EQ(404, StatusOf("/editions/archive", planner_)) << "nothing is published";
  Publish();
  const Answered one = Ask("GET", Org("/editions/ks/1/archive"), planner_);
  ASSERT_EQ(200, one.status) << one.body;
  EXPECT_EQ("application/zip", one.Field("Content-Type"));
  EXPECT_THAT(one.Field("Content-Disposition"), HasSubstr("alby-ks-1.zip"));
  for (const char* name : {"alby-ks-1.pdf", "alby-ks-1.json", "edition.schema.json", "SHA256SUMS"})
    EXPECT_THAT(one.body, HasSubstr(name));
  clock_.now += std::chrono::hours{1};
  EXPECT_EQ(one.body, Ask("GET", Org("/editions/ks/1/archive"), planner_).body);
  const Answered all = Ask("GET", Org("/editions/archive"), planner_);
  EXPECT_THAT(all.body, HasSubstr("alby-kf-1.json"));
  const Answered theirs = Ask("GET", Org("/editions/archive"), reader_);
  EXPECT_THAT(theirs.body, HasSubstr("alby-kf-1.json"));
  EXPECT_THAT(theirs.body, Not(HasSubstr("alby-ks-1.json")));
  EXPECT_EQ(404, StatusOf("/editions/ks/1/archive", reader_));
  EXPECT_EQ(404, StatusOf("/editions/ks/9/archive", planner_));
}

TEST_F(PapersTest, WhatADialogueAgreedOnIsShownAtTheNext) {
  const std::vector<std::string> talks = Talks();
  ASSERT_LE(2U, talks.size());
  const auto agreed = [&](std::size_t which) {
    return Org("/dialogues/" + talks[which] + "/agreed");
  };
  const auto put = [&](const std::string& tag, const std::string& lines, const Fields& key) {
    Fields fields = key;
    if (!tag.empty()) fields.emplace_back("if-match", tag);
    return Ask("PUT", agreed(0), fields, R"({"lines": )" + lines + "}");
  };
  const Answered empty = Ask("GET", agreed(0), planner_);
  ASSERT_EQ(200, empty.status) << empty.body;
  EXPECT_EQ("[]", empty.Text("/lines"));
  EXPECT_EQ(428, put("", R"(["A"])", planner_).status);
  const Answered saved =
      put(empty.Field("ETag"), R"(["Vi börjar\nmed en runda", "  ", "Å"])", planner_);
  ASSERT_EQ(200, saved.status) << saved.body;
  EXPECT_EQ(R"(["Vi börjar med en runda","Å"])", saved.Text("/lines"));
  EXPECT_THAT(Logged(), testing::Contains("agreed-lines-set"));
  EXPECT_EQ(409, put(empty.Field("ETag"), R"(["B"])", planner_).status);
  EXPECT_EQ(saved.Field("ETag"), Ask("GET", agreed(0), planner_).Field("ETag"));
  const Answered next = Ask("GET", agreed(1), planner_);
  EXPECT_EQ(talks[0], next.Text("/before/slot"));
  EXPECT_EQ(R"(["Vi börjar med en runda","Å"])", next.Text("/before/lines"));
  EXPECT_EQ("[]", next.Text("/lines"));
  ASSERT_EQ(200, put(saved.Field("ETag"), "[]", planner_).status);
  EXPECT_EQ("", Ask("GET", agreed(1), planner_).Text("/before"));
}

TEST_F(PapersTest, AgreedLinesAreFewShortAndForThoseWhoSeeTheDialogue) {
  const std::string path = Org("/dialogues/" + Talks().at(0) + "/agreed");
  const std::string tag = Ask("GET", path, planner_).Field("ETag");
  const auto put = [&](const std::string& lines, const Fields& key) {
    return Ask("PUT", path, With(key, {{"if-match", tag}}), R"({"lines": )" + lines + "}").status;
  };
  EXPECT_EQ(422, put(R"(["a", "b", "c", "d"])", planner_));
  EXPECT_EQ(422, put("[\"" + std::string(kAgreedLineBytesMax + 1, 'a') + "\"]", planner_));
  EXPECT_EQ(422, put(R"("a")", planner_));
  EXPECT_EQ(404, Ask("GET", path, reader_).status);
  EXPECT_EQ(403, put(R"(["a"])", Key({{Role::kReader, "ks"}})));
  EXPECT_EQ(404, StatusOf("/dialogues/alby.ks.meeting.2027-01-20/agreed", planner_)) << "a meeting";
}

}  // namespace
}  // namespace rytm
