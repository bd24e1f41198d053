#include "plan/work.h"

#include <algorithm>

namespace rytm {
namespace {

constexpr std::size_t kDaySteps = 10;       // a recurrence that looks at one day
constexpr std::size_t kDailySteps = 40;     // libical goes through daily ones day by day
constexpr std::size_t kStretchSteps = 100;  // beginning a rhythm anew

std::size_t DaysIn(const When& part, DaySpan span) {
  const Day first = std::max(span.first, part.from.value_or(span.first));
  const Day last = std::min(span.last, part.until.value_or(span.last));
  return first <= last ? static_cast<std::size_t>((last - first).count()) + 1 : 0;
}

}  // namespace

bool Work::Take(std::size_t steps, const std::string& pointer) {
  if (used_up_) return false;
  if (steps <= left_) {
    left_ -= steps;
    return true;
  }
  used_up_ = true;
  pointer_ = pointer;
  return false;
}

Error Work::Refusal() const {
  const Text what("Reglerna ger tillsammans mer än en plan kan hålla; vid den här tog det slut.",
                  "Together the rules give more than one plan can hold; here it was full.");
  return {ErrorCode::kTooLarge,
          Text("Planen blir för stor.", "The plan becomes too large."),
          {{.file = "",
            .pointer = pointer_,
            .what = what,
            .instead = Text("En kortare tid under \"window\", eller färre och glesare regler.",
                            "A shorter \"window\", or fewer rules with fewer days.")}}};
}

std::size_t StepsOf(const When& part, std::size_t bases, DaySpan span) {
  const std::size_t days = DaysIn(part, span);
  const std::size_t years = days / 365 + 2;
  if (const auto* recurrence = std::get_if<Recurrence>(&part.rule))
    return (recurrence->rrule.find("DAILY") != std::string::npos ? kDailySteps : kDaySteps) * days +
           kStretchSteps * (1 + years * recurrence->restarts.size());
  if (const auto* weeks = std::get_if<IsoWeeks>(&part.rule)) return years * weeks->weeks.size();
  if (const auto* list = std::get_if<DateList>(&part.rule)) return list->dates.size();
  return years + bases;
}

}  // namespace rytm
