// Any bytes as a calendar file: refused, or read within the limits, with every problem at a line;
// and what the guarded reader says of it is understood as it was said.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "app/calendar_answer.h"
#include "base/limits.h"
#include "feeds/read_calendar.h"

namespace rytm {
namespace {

void Must(bool holds) {
  if (!holds) std::abort();
}

void TryCalendar(std::string_view bytes) {
  Result<ReadCalendar> calendar = ReadCalendarFile(bytes, "Europe/Stockholm");
  if (!calendar.ok()) return Must(!calendar.error().message.sv.empty());
  Must(calendar.value().events.size() <= kCalendarEventsMax);
  for (const Problem& problem : calendar.value().problems)
    Must(problem.pointer.starts_with("line "));
  const Result<CalendarTimes> times = TimesOf(std::move(calendar).value(), MakeDay(2030, 12, 31));
  if (!times.ok()) return Must(!times.error().message.sv.empty());
  const Result<CalendarTimes> answer = ReadCalendarAnswer(WriteCalendarAnswer(times));
  Must(answer.ok() && answer.value().times == times.value().times);
}

}  // namespace
}  // namespace rytm

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  rytm::TryCalendar({reinterpret_cast<const char*>(data), size});
  return 0;
}
