#include "app/calendar_answer.h"

#include <limits>
#include <utility>

#include "base/json.h"
#include "base/json_reader.h"
#include "base/limits.h"

namespace rytm {
namespace {

constexpr JsonWord<ErrorCode> kErrorWords[] = {{"bad-input", ErrorCode::kBadInput},
                                               {"too-large", ErrorCode::kTooLarge},
                                               {"unavailable", ErrorCode::kUnavailable}};
constexpr int kEventDaysMax = 366;
constexpr int kLineMax = std::numeric_limits<int>::max();

JsonObject AsJson(const Text& text) { return {{"sv", text.sv}, {"en", text.en}}; }

JsonArray AsJson(const std::vector<Problem>& problems) {
  JsonArray json;
  for (const Problem& problem : problems)
    json.push_back(JsonObject{{"pointer", problem.pointer},
                              {"what", AsJson(problem.what)},
                              {"instead", AsJson(problem.instead)}});
  return json;
}

JsonObject AsJson(const CalendarTime& time) {
  JsonObject json{{"line", time.line},
                  {"summary", time.summary},
                  {"location", time.location},
                  {"categories", JsonArray(time.categories.begin(), time.categories.end())},
                  {"day", FormatDay(time.day)},
                  {"days", time.days},
                  {"cancelled", time.cancelled},
                  {"free", time.free}};
  if (time.at) json["at"] = FormatTimeOfDay(*time.at);
  if (time.lasts) json["lasts"] = FormatLength(*time.lasts);
  return json;
}

// Texts may be empty here.
std::string ReadWords(const JsonReader& reader, std::string_view key) {
  return reader.OptionalString(key, Lines::kMany).value_or("");
}

Text ReadTold(const JsonReader& reader, std::string_view key) {
  const std::optional<JsonReader> text = reader.ReadObject(key);
  if (!text) return {};
  return {ReadWords(*text, "sv"), ReadWords(*text, "en")};
}

std::vector<Problem> ReadProblems(const JsonReader& reader) {
  std::vector<Problem> problems;
  for (const JsonReader& one : reader.ReadArray("problems", {0, kProblemsMax}))
    problems.push_back({.file = "",
                        .pointer = one.ReadString("pointer"),
                        .what = ReadTold(one, "what"),
                        .instead = ReadTold(one, "instead")});
  return problems;
}

CalendarTime ReadTime(const JsonReader& reader) {
  CalendarTime time{.line = static_cast<std::size_t>(reader.ReadInt("line", 0, kLineMax)),
                    .summary = ReadWords(reader, "summary"),
                    .location = ReadWords(reader, "location"),
                    .categories = {},
                    .day = reader.ReadDay("day"),
                    .days = reader.ReadInt("days", 1, kEventDaysMax),
                    .at = reader.OptionalTimeOfDay("at"),
                    .lasts = reader.OptionalLength("lasts"),
                    .cancelled = reader.ReadBool("cancelled"),
                    .free = reader.ReadBool("free")};
  for (const JsonReader& category : reader.ReadArray("categories", {0, kListItemsMax}))
    time.categories.push_back(category.AsString().value_or(""));
  return time;
}

Error NoAnswer() {
  return {ErrorCode::kUnavailable,
          {"Kalenderfilen gick inte att läsa: läsaren svarade inte som den skulle.",
           "The calendar file could not be read: its reader did not answer as it should."},
          {}};
}

}  // namespace

std::string WriteCalendarAnswer(const Result<CalendarTimes>& calendar) {
  if (!calendar.ok()) {
    const Error& error = calendar.error();
    std::string_view code = "unavailable";
    for (const auto& word : kErrorWords)
      if (word.value == error.code) code = word.word;
    return WriteJsonCompact(JsonObject{
        {"error", code}, {"message", AsJson(error.message)}, {"problems", AsJson(error.problems)}});
  }
  JsonArray times;
  for (const CalendarTime& time : calendar.value().times) times.push_back(AsJson(time));
  return WriteJsonCompact(JsonObject{{"name", calendar.value().name},
                                     {"times", std::move(times)},
                                     {"problems", AsJson(calendar.value().problems)}});
}

Result<CalendarTimes> ReadCalendarAnswer(std::string_view answer) {
  const Result<Json> json = ParseJson(answer, "answer", kCalendarAnswerBytesMax);
  if (!json.ok()) return NoAnswer();
  std::vector<Problem> wrong;
  const JsonReader reader(json.value(), "answer", wrong);
  if (!reader.ExpectObject()) return NoAnswer();
  if (reader.Has("error")) {
    Error error{reader.ReadWord("error", kErrorWords), ReadTold(reader, "message"),
                ReadProblems(reader)};
    return wrong.empty() ? error : NoAnswer();
  }
  CalendarTimes calendar{
      .name = ReadWords(reader, "name"), .times = {}, .problems = ReadProblems(reader)};
  for (const JsonReader& time : reader.ReadArray("times", {0, kCalendarEventsMax}))
    calendar.times.push_back(ReadTime(time));
  if (!wrong.empty()) return NoAnswer();
  return calendar;
}

}  // namespace rytm
