// The words the reader knows and the words the schema lets through are the same, in the same order.
#include "organisation/rule_words.h"

#include <gtest/gtest.h>

#include "base/json.h"
#include "tests/organisation/rule_files.h"

namespace rytm {
namespace {

using testing::ReadText;
using testing::SourceDir;

template <class Value, std::size_t Count>
std::string WordsOf(const JsonWord<Value> (&table)[Count]) {
  std::string words;
  for (const JsonWord<Value>& word : table) words += std::string(word.word) + " ";
  return words;
}

std::string EnumAt(const char* file, const char* pointer) {
  const Result<Json> schema = ParseJson(ReadText(SourceDir() / "schemas/json" / file), file);
  boost::system::error_code error;
  const Json* found = schema.value().find_pointer(pointer, error);
  if (found == nullptr) return std::string("nothing at ") + pointer;
  std::string words;
  for (const Json& word : found->as_array()) words += std::string(word.as_string()) + " ";
  return words;
}

TEST(RuleWords, AreThoseOfTheSchema) {
  const std::tuple<std::string, const char*, const char*> tables[] = {
      {WordsOf(kBodyKindWords), "organisation.json", "/definitions/body-kind/enum"},
      {WordsOf(kLevelWords), "organisation.json", "/definitions/level/enum"},
      {WordsOf(kAnswerWords), "organisation.json", "/definitions/answer/enum"},
      {WordsOf(kMeetingStatusWords), "organisation.json", "/definitions/status/enum"},
      {WordsOf(kOpennessWords), "organisation.json", "/definitions/series/properties/open/enum"},
      {WordsOf(kModeWords), "organisation.json", "/definitions/series/properties/mode/enum"},
      {WordsOf(kTermPointWords), "organisation.json",
       "/definitions/when-term/properties/term/enum"},
      {WordsOf(kWhichMeetingWords), "organisation.json",
       "/definitions/when-meeting/properties/meeting/enum"},
      {WordsOf(kYearOrTermWords), "organisation.json",
       "/definitions/when-meeting/properties/of/enum"},
      {WordsOf(kBesideMeetingWords), "organisation.json",
       "/definitions/when-meeting/properties/place/enum"},
      {WordsOf(kEasterWeekWords), "organisation.json",
       "/definitions/calendar-entry/anyOf/2/properties/easter-week/enum"},
      {WordsOf(kPeriodWords), "organisation.json", "/definitions/report-period/anyOf/0/enum"},
      {WordsOf(kPreferWords), "organisation.json", "/definitions/report/properties/prefer/enum"},
      {WordsOf(kDialogueKindWords), "organisation.json",
       "/definitions/dialogue/properties/kind/enum"},
      {WordsOf(kGuideFormWords), "guide.json", "/properties/steps/items/properties/form/enum"},
  };
  for (const auto& [words, file, pointer] : tables) EXPECT_EQ(words, EnumAt(file, pointer));
}

TEST(RuleWords, GiveTheWordForAValue) {
  EXPECT_EQ("company-board", WordFor(kBodyKindWords, BodyKind::kCompanyBoard));
  EXPECT_EQ("if-needed", WordFor(kMeetingStatusWords, MeetingStatus::kIfNeeded));
  for (const auto& kind : kBodyKindWords) EXPECT_FALSE(KindInWords(kind.value).sv.empty());
}

}  // namespace
}  // namespace rytm
