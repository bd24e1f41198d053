#include <algorithm>

#include "base/csv.h"
#include "base/decode_text.h"
#include "base/words.h"
#include "pages/duty_times.h"

namespace rytm {
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
  std::string csv(kByteOrderMark);
  csv += CsvLine(swedish ? std::vector<std::string>{"Datum", "Från", "Till", "Organ", "Uppdrag"}
                         : std::vector<std::string>{"Date", "From", "Until", "Body", "Assignment"});
  for (const Duty& duty : list.duties) {
    const DutyTimes times = TimesOf(list, duty);
    const TimeOfDay until = (times.from + times.lasts) % kWholeDay;
    csv += CsvLine({FormatDay(duty.day), duty.at ? FormatTimeOfDay(times.from) : "",
                    duty.at ? FormatTimeOfDay(until) : "", duty.body.In(list.language),
                    duty.post.In(list.language)});
  }
  return csv;
}

}  // namespace rytm
