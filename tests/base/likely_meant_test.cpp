#include "base/likely_meant.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace rytm {
namespace {

TEST(LikelyMeant, KnowsHowPeopleWrite) {
  const struct {
    Json written;
    std::string meant;
  } cases[] = {
      {"18.30", "18:30"},
      {"8:30", "08:30"},
      {"2027-2-3", "2027-02-03"},
      {"2027/02/03", "2027-02-03"},
      {"20270203", "2027-02-03"},
      {"10-15", "--10-15"},
      {"03:00", "PT3H"},
      {45, "PT45M"},
      {"torsdag", "TH"},
      {"tors", "TH"},
      {"to", "TH"},
      {"Sun", "SU"},
      {"fre", "FR"},
      {" kf ", "kf"},
      {"PUBLIC", "public"},
      {"Överförmyndarnämnden", "overformyndarnamnden"},
      {"a--b  c!", "a-b-c"},
      {"ekeby.example/webb", "https://ekeby.example/webb"},
  };
  for (const auto& c : cases) {
    EXPECT_THAT(LikelyMeant(c.written), testing::Contains(c.meant)) << WriteJsonCompact(c.written);
  }
}

TEST(LikelyMeant, NothingIsMeantByWhatIsNoTextOrFarTooLong) {
  EXPECT_TRUE(LikelyMeant(Json()).empty());
  EXPECT_TRUE(LikelyMeant(true).empty());
  EXPECT_TRUE(LikelyMeant(-5).empty());
  EXPECT_TRUE(LikelyMeant(100'000).empty());
  EXPECT_TRUE(LikelyMeant(Json(std::string(1'000'000, '1'))).empty());
}

}  // namespace
}  // namespace rytm
