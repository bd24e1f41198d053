#include "base/read_words.h"

#include <gtest/gtest.h>

#include "base/words.h"

namespace rytm {
namespace {

TEST(ReadWords, KnowsWhatWeWrite) {
  for (const Language language : {Language::kSwedish, Language::kEnglish}) {
    for (unsigned i = 1; i <= 12; ++i) {
      const date::month month{i};
      EXPECT_EQ(month, ReadMonthName(MonthName(month, language)));
      EXPECT_EQ(month, ReadMonthName(ShortMonthName(month, language)));
    }
    for (unsigned i = 0; i < 7; ++i) {
      const Weekday weekday{i};
      EXPECT_EQ(weekday, ReadWeekdayName(WeekdayName(weekday, language)));
      EXPECT_EQ(weekday, ReadWeekdayName(ShortWeekdayName(weekday, language)));
    }
  }
}

TEST(ReadWords, KnowsOtherWaysToWriteThem) {
  EXPECT_EQ(date::September, ReadMonthName("sept."));
  EXPECT_EQ(date::March, ReadMonthName("MAR"));
  EXPECT_EQ(date::Wednesday, ReadWeekdayName("Onsdagen"));
  EXPECT_EQ(date::Wednesday, ReadWeekdayName("On"));
  EXPECT_EQ(date::Saturday, ReadWeekdayName("LÖR."));
  EXPECT_EQ(date::Sunday, ReadWeekdayName("son"));
  EXPECT_EQ(date::Thursday, ReadWeekdayName("to"));
}

TEST(ReadWords, LeavesOtherWordsAlone) {
  for (const char* word : {"", "j", "ma", "ja", "vecka", "möte", "januarius", "."})
    EXPECT_EQ(std::nullopt, ReadMonthName(word)) << word;
  for (const char* word : {"", "o", "onsdags", "nämnd", "tid", "13", "."})
    EXPECT_EQ(std::nullopt, ReadWeekdayName(word)) << word;
}

}  // namespace
}  // namespace rytm
