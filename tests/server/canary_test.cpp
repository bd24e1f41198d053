// What one body's secretary and reader may not know of another body stands in no answer of the API.
#include "server/api/endpoint.h"
#include "tests/server/api_test.h"

namespace rytm {
namespace {

using testing::HasSubstr;

// A group whose every word is a canary, beside the board that the readers may see.
constexpr const char* kRules = R"({
  "organisation": {"id": "alby", "name": "Alby kommun", "host": "alby.example", "zone": "Europe/Stockholm"},
  "window": {"from": "2027-01-01", "until": "2027-12-31"},
  "bodies": [
    {"id": "ks", "kind": "executive-board", "name": "Kommunstyrelsen", "series": [{"id": "meeting",
     "when": {"dates": ["2027-01-13"]}, "at": "13:30", "lasts": "PT3H"}]},
    {"id": "grp", "kind": "preparatory-group", "name": "CANARYGROUP", "series": [{"id": "meeting",
     "name": "CANARYMEETING", "link": "https://video.example/CANARYLINK", "chain": "quiet",
     "when": {"dates": ["2027-01-23", "2027-02-03"]}, "at": "13:30", "lasts": "PT3H"}]}],
  "chains": {"quiet": [{"id": "notice", "name": "CANARYSTEP", "days": -5}]},
  "dialogues": [{"id": "talk", "kind": "reflection", "bodies": {"kind": "preparatory-group"}, "name": "CANARYTALK",
    "when": {"dates": ["2027-03-03"]}, "at": "10:00", "lasts": "PT1H"}]
})";

class CanaryTest : public ApiTest {
 protected:
  void SetUp() override {
    ApiTest::SetUp();
    planner_ = Key({{Role::kPlanner, ""}});
    const Answered rules = Ask("PUT", Org("/rules"), With(planner_, {Match(planner_)}), kRules);
    ASSERT_EQ(201, rules.status) << rules.body;
    Write("POST", "/batches",
          R"({"changes": [{"slots": ["grp/meeting@2027-02-03"], "set": {"day": "2027-02-10",
              "note": {"sv": "CANARYNOTE"}}, "reason": "CANARYREASON"}]})");
    Write("POST", "/editions", R"({"until": "2027-12-31"})");
  }
  void Write(const std::string& method, const std::string& path, const std::string& body) {
    const Answered done = Ask(method, Org(path), With(planner_, {Match(planner_)}), body);
    ASSERT_EQ(201, done.status) << done.body;
  }
  Fields planner_;
};

// {org} and {body}, {slot}, … filled in; a stream never ends, and is left out.
std::string PathOf(const Endpoint& endpoint) {
  std::string path(endpoint.path);
  const std::pair<const char*, const char*> parts[] = {
      {"{org}", "alby"},   {"{body}", "grp"},  {"{number}", "1"},
      {"{batch}", "3"},    {"{login}", "x"},   {"{slot}", "alby.grp.meeting.2027-02-03"},
      {"{person}", "p-1"}, {"{whose}", "p-1"}, {"{link}", "f-1"},
      {"{finding}", "x"},  {"{key}", "k-1"},   {"{report}", "x"}};
  for (const auto& [name, value] : parts)
    if (const std::size_t at = path.find(name); at != std::string::npos)
      path.replace(at, std::string_view(name).size(), value);
  return path;
}

TEST_F(CanaryTest, NoneSingsToThoseOfAnotherBody) {
  const std::pair<const char*, std::vector<Grant>> rows[] = {
      {"secretary of ks", {{Role::kSecretary, "ks"}}}, {"reader of ks", {{Role::kReader, "ks"}}}};
  const std::string all = Ask("GET", Org("/plan?why=true"), planner_).body;
  for (const char* canary :
       {"CANARYMEETING", "CANARYLINK", "CANARYSTEP", "CANARYTALK", "CANARYREASON"})
    ASSERT_THAT(all, HasSubstr(canary)) << "those of the body have it";
  ASSERT_THAT(Ask("GET", Org("/batches"), planner_).body, HasSubstr("CANARYGROUP"));
  for (const auto& [who, grants] : rows) {
    const Fields fields = Key(grants);
    for (const Endpoint& endpoint : Endpoints()) {
      if (endpoint.method != "GET" || endpoint.operation == "streamEvents") continue;
      const std::string path = PathOf(endpoint);
      const Answered answer = Ask("GET", path, fields);
      EXPECT_EQ(answer.body.find("CANARY"), std::string::npos) << who << ": " << path << "\n"
                                                               << answer.body;
    }
    EXPECT_THAT(Ask("GET", Org("/batches"), fields).body, HasSubstr("En ändring i andra organ."));
    const Answered stale =
        Ask("POST", Org("/batches/preview"), fields,
            R"({"changes": [{"slots": ["grp/meeting@2027-02-10"], "set": {}}]})");
    EXPECT_EQ(stale.body.find("CANARY"), std::string::npos) << stale.body;
  }
}

}  // namespace
}  // namespace rytm
