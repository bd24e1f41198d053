#include <algorithm>

#include "base/words.h"
#include "pages/duty_times.h"

namespace rytm {
namespace {

// Excel takes what begins so for a formula.
std::string Cell(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t").find(text.front()) != std::string_view::npos)
    text.insert(0, "'");
  if (text.find_first_of(";\"\n\r") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

}  // namespace

DutyTimes TimesOf(const DutyList& list, const Duty& duty) {
  const TimeOfDay from = std::max(TimeOfDay{0}, duty.at.value_or(TimeOfDay{0}) - list.travel);
  const Minutes until = duty.at.value_or(TimeOfDay{0}) + duty.lasts + list.travel;
  return {from, until - from};
}

std::string TimesInWords(const DutyList& list, const Duty& duty) {
  if (!duty.at) return list.language == Language::kSwedish ? "hela dagen" : "all day";
  const DutyTimes times = TimesOf(list, duty);
  return ClockSpan(times.from, times.lasts, list.language);
}

std::string DutyListAsCsv(const DutyList& list) {
  const bool swedish = list.language == Language::kSwedish;
  std::string csv = "\xEF\xBB\xBF";
  csv += swedish ? "Datum;Från;Till;Organ;Uppdrag\r\n" : "Date;From;Until;Body;Assignment\r\n";
  for (const Duty& duty : list.duties) {
    const DutyTimes times = TimesOf(list, duty);
    const TimeOfDay until = (times.from + times.lasts) % std::chrono::hours{24};
    csv += FormatDay(duty.day) + ";";
    csv += (duty.at ? FormatTimeOfDay(times.from) : "") + ";";
    csv += (duty.at ? FormatTimeOfDay(until) : "") + ";";
    csv += Cell(duty.body.In(list.language)) + ";" + Cell(duty.post.In(list.language)) + "\r\n";
  }
  return csv;
}

}  // namespace rytm
