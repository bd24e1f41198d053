#include "feeds/select.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/edition/ekeby_plan.h"

namespace rytm {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Event Named(const std::string& uid, std::string_view day, const std::string& body = "ks") {
  Event event;
  event.uid = uid;
  event.body = body;
  event.day = On(day);
  event.levels = kEverybody;
  return event;
}

std::vector<std::string> UidsOf(const std::vector<const Event*>& events) {
  std::vector<std::string> uids;
  for (const Event* event : events) uids.push_back(event->uid);
  return uids;
}

TEST(SelectForFeed, TakesTheBodiesAndWhatIsJointWithThem) {
  std::vector<Edition> editions(3);
  editions[0].events = {Named("ks-1", "2027-04-07"), Named("ks-2", "2027-04-14")};
  editions[0].events[1].with = {"son"};
  editions[1].events = {Named("son-1", "2027-04-08", "son")};
  editions[2].events = {Named("kf-1", "2027-04-05", "kf")};
  const Day today = On("2027-03-01");
  EXPECT_THAT(UidsOf(SelectForFeed(editions, Level::kPublic, {"son"}, today)),
              ElementsAre("son-1", "ks-2"));
  EXPECT_THAT(UidsOf(SelectForFeed(editions, Level::kPublic, {"kf", "son"}, today)),
              ElementsAre("kf-1", "son-1", "ks-2"));
  EXPECT_THAT(UidsOf(SelectForFeed(editions, Level::kPublic, {}, today)),
              ElementsAre("kf-1", "ks-1", "son-1", "ks-2"));
  EXPECT_THAT(SelectForFeed(editions, Level::kPublic, {"bolag"}, today), IsEmpty());
}

TEST(SelectForFeed, TakesWhatTheLevelMaySee) {
  std::vector<Edition> editions(1);
  editions[0].events = {Named("open", "2027-04-07"), Named("inside", "2027-04-08")};
  editions[0].events[1].levels.Remove(Level::kPublic);
  EXPECT_THAT(UidsOf(SelectForFeed(editions, Level::kPublic, {}, On("2027-03-01"))),
              ElementsAre("open"));
  EXPECT_THAT(UidsOf(SelectForFeed(editions, Level::kMember, {}, On("2027-03-01"))),
              ElementsAre("open", "inside"));
}

TEST(SelectForFeed, ReachesTwoYearsBackAndAllAhead) {
  std::vector<Edition> editions(1);
  editions[0].events = {Named("too old", "2025-02-27"), Named("just", "2025-02-28"),
                        Named("far", "2031-12-31")};
  EXPECT_THAT(UidsOf(SelectForFeed(editions, Level::kPublic, {}, On("2027-02-28"))),
              ElementsAre("just", "far"));
}

TEST(SelectForFeed, TellsCancellationsForAWhile) {
  std::vector<Edition> editions(1);
  Event cancelled = Named("cancelled", "2027-04-07");
  cancelled.status = EventStatus::kCancelled;
  Event dropped = Named("dropped", "2027-09-07");
  dropped.status = EventStatus::kCancelled;
  dropped.dropped_on = On("2027-03-01");
  editions[0].events = {cancelled, dropped};
  const auto on = [&](std::string_view today) {
    return UidsOf(SelectForFeed(editions, Level::kPublic, {}, On(today)));
  };
  EXPECT_THAT(on("2027-04-08"), ElementsAre("cancelled", "dropped"));
  EXPECT_THAT(on("2027-05-07"), ElementsAre("cancelled", "dropped"));
  EXPECT_THAT(on("2027-05-08"), ElementsAre("dropped"));
  EXPECT_THAT(on("2027-05-30"), ElementsAre("dropped"));
  EXPECT_THAT(on("2027-05-31"), IsEmpty());
}

}  // namespace
}  // namespace rytm
