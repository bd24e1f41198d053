// Server-sent events: what those who listen are told.
#include "server/api/events.h"

#include "tests/server/api_test.h"

namespace rytm {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string kMove =
    R"({"changes": [{"slots": ["ks/meeting@2027-01-13"], "set": {"day": "2027-01-20"}}]})";

class EventsTest : public ApiTest {
 protected:
  void SetUp() override {
    ApiTest::SetUp();
    planner_ = Key({{Role::kPlanner, ""}});
  }
  std::shared_ptr<EventStream> Listen(const Fields& who, const std::string& last = "") {
    Fields fields = who;
    if (!last.empty()) fields.emplace_back("last-event-id", last);
    const Answered answer = Ask("GET", Org("/events"), fields);
    EXPECT_EQ(200, answer.status) << answer.body;
    EXPECT_EQ("text/event-stream", answer.Field("Content-Type"));
    EXPECT_EQ("", answer.Field("Content-Length"));
    return stream_;
  }
  void Move() {
    ASSERT_EQ(201, Ask("POST", Org("/batches"), With(planner_, {Match(planner_)}), kMove).status);
    ASSERT_TRUE(api_->TellNews().ok());
  }
  Fields planner_;
};

TEST_F(EventsTest, WhoListensIsWokenAndTold) {
  const auto stream = Listen(planner_);
  int woken = 0;
  stream->WakeBy([&] { ++woken; });
  EXPECT_EQ("", stream->Take());
  Move();
  EXPECT_EQ(1, woken);
  const std::string told = stream->Take();
  EXPECT_THAT(told, testing::StartsWith("event: plan\nid: 2\ndata: {\"revision\":2,"));
  EXPECT_THAT(told, HasSubstr(R"("batch":2)"));
  EXPECT_THAT(told, HasSubstr(R"("bodies":["ks"])"));
  EXPECT_TRUE(told.ends_with("}\n\n"));
  EXPECT_EQ("", stream->Take());
}

TEST_F(EventsTest, OthersBodiesAreNotTold) {
  const auto kf = Listen(Key({{Role::kSecretary, "kf"}}));
  Move();
  EXPECT_EQ("", kf->Take());
}

TEST_F(EventsTest, WhoComesBackHearsWhatWasMissed) {
  Move();
  EXPECT_THAT(Listen(planner_, "1")->Take(), HasSubstr("event: plan\nid: 2\n"));
  EXPECT_EQ("", Listen(planner_, "2")->Take());
  EXPECT_THAT(Listen(planner_, "0")->Take(), HasSubstr("event: reset\nid: 2\n"))
      << "before the start";
  EXPECT_THAT(Listen(planner_, "7")->Take(), HasSubstr("event: reset\nid: 2\n")) << "restored";
  EXPECT_EQ("", Listen(planner_, "x")->Take());
}

TEST_F(EventsTest, OnlySoManyMayListen) {
  std::vector<std::shared_ptr<EventStream>> streams;
  for (std::size_t i = 0; i < kStreamsMax; ++i) streams.push_back(Listen(planner_));
  EXPECT_EQ(503, Ask("GET", Org("/events"), planner_).status);
  streams.pop_back();
  stream_.reset();
  EXPECT_EQ(200, Ask("GET", Org("/events"), planner_).status);
}

TEST_F(EventsTest, AHeadIsNoStream) {
  EXPECT_EQ(200, Ask("HEAD", Org("/events"), planner_).status);
  EXPECT_EQ(nullptr, stream_);
}

}  // namespace
}  // namespace rytm
