#include "organisation/decided_series.h"

#include <algorithm>
#include <optional>
#include <string>

#include "organisation/write_when.h"

namespace rytm {
namespace {

std::optional<Day> DayAt(const JsonObject& object, std::string_view key) {
  const Json* value = object.if_contains(key);
  if (value == nullptr || !value->is_string()) return std::nullopt;
  return ParseDay(std::string_view(value->get_string()));
}

// Where `from` names the series that days are counted from, the first day is `since`.
std::string_view FirstDayKey(const JsonObject& part) {
  return part.contains("from") && !DayAt(part, "from") ? "since" : "from";
}

void AppendBefore(const JsonObject& part, Day first, JsonArray& parts) {
  const std::optional<Day> from = DayAt(part, FirstDayKey(part));
  if (from && *from >= first) return;
  JsonObject before = part;
  const std::optional<Day> until = DayAt(part, "until");
  if (!until || *until >= first) before["until"] = FormatDay(first - Days{1});
  parts.push_back(std::move(before));
}

void AppendAfter(const JsonObject& part, Day last, JsonArray& parts) {
  const std::optional<Day> until = DayAt(part, "until");
  if (until && *until <= last) return;
  JsonObject after = part;
  const std::string_view key = FirstDayKey(part);
  const std::optional<Day> from = DayAt(part, key);
  if (!from || *from <= last) after[key] = FormatDay(last + Days{1});
  parts.push_back(std::move(after));
}

bool IsAboutMeetingItself(const JsonObject& exception) {
  return exception.contains("move") || exception.contains("cancel") || exception.contains("add") ||
         exception.contains("status");
}

bool IsAboutForm(const JsonObject& exception) {
  return !IsAboutMeetingItself(exception) && !exception.contains("step");
}

bool Stays(const JsonObject& exception, DaySpan period, const std::vector<Day>& days) {
  const std::optional<Day> day = DayAt(exception, exception.contains("add") ? "add" : "on");
  if (!day || !period.Contains(*day)) return true;
  return !IsAboutMeetingItself(exception) && std::binary_search(days.begin(), days.end(), *day);
}

}  // namespace

Json SpliceWhen(const Json& when, DaySpan period, const When& decided, bool for_good) {
  const JsonArray old = when.is_array() ? when.get_array() : JsonArray{when};
  JsonArray parts;
  for (const Json& part : old) AppendBefore(part.as_object(), period.first, parts);
  parts.push_back(WriteWhen(decided));
  if (!for_good)
    for (const Json& part : old) AppendAfter(part.as_object(), period.last, parts);
  if (parts.size() == 1) return parts.front();
  return parts;
}

JsonArray SpliceExceptions(const JsonArray& exceptions, DaySpan period,
                           const std::vector<Day>& days, const JsonArray& added) {
  JsonArray spliced;
  for (const Json& exception : exceptions)
    if (Stays(exception.as_object(), period, days)) spliced.push_back(exception);
  for (const Json& exception : added) {
    const auto same = std::find_if(spliced.begin(), spliced.end(), [&](const Json& other) {
      return IsAboutForm(other.as_object()) && IsAboutForm(exception.as_object()) &&
             DayAt(other.as_object(), "on") == DayAt(exception.as_object(), "on");
    });
    if (same == spliced.end()) {
      spliced.push_back(exception);
      continue;
    }
    for (const auto& [key, value] : exception.as_object())
      if (key != "reason") same->as_object()[key] = value;
  }
  return spliced;
}

}  // namespace rytm
