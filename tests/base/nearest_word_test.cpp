#include "base/nearest_word.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace rytm {
namespace {

TEST(EditDistance, CountsSlips) {
  EXPECT_EQ(0U, EditDistance("", ""));
  EXPECT_EQ(3U, EditDistance("", "abc"));
  EXPECT_EQ(3U, EditDistance("abc", ""));
  EXPECT_EQ(1U, EditDistance("series", "serie"));
  EXPECT_EQ(1U, EditDistance("council", "counsil"));
  EXPECT_EQ(1U, EditDistance("weekday", "wekeday"));  // two letters changed places
  EXPECT_EQ(3U, EditDistance("kitten", "sitting"));
}

TEST(NearestWord, FindsASlipOfThePenAndNothingElse) {
  const std::vector<std::string_view> known = {"id",    "name",     "series",      "weekday",
                                               "weeks", "iso-week", "working-days"};
  const struct {
    std::string word;
    std::optional<std::string_view> nearest;
  } cases[] = {
      {"nmae", "name"},
      {"serie", "series"},
      {"Series", "series"},
      {"week_day", "weekday"},
      {"working_days", "working-days"},
      {"Working Days", "working-days"},
      {"ISO week", "iso-week"},
      {"ID", "id"},
      {"week", "weeks"},
      {"ix", std::nullopt},  // of two letters one is half
      {"möten", std::nullopt},
      {"", std::nullopt},
      {std::string(1'000'000, 'a'), std::nullopt},
  };
  for (const auto& c : cases)
    EXPECT_EQ(c.nearest, NearestWord(c.word, known)) << c.word.substr(0, 20);
  EXPECT_EQ(std::nullopt, NearestWord("name", {}));
}

TEST(DidYouMean, AsksOrLists) {
  EXPECT_EQ((Text{"Menade du \"series\"?", "Did you mean \"series\"?"}),
            DidYouMean("serie", {"id", "series"}));
  EXPECT_EQ(
      (Text{"Det som går att skriva här: \"MO\", \"TU\".", "What can stand here: \"MO\", \"TU\"."}),
      DidYouMean("måndag", {"MO", "TU"}));
  EXPECT_TRUE(DidYouMean("x", {}).empty());
}

}  // namespace
}  // namespace rytm
