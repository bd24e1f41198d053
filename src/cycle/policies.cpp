#include <algorithm>

#include "base/limits.h"
#include "cycle/expand.h"
#include "dates/holidays.h"
#include "dates/terms.h"
#include "dates/working_days.h"

namespace rytm {
namespace {

// What holds on a day, and its name if it has one.
struct Holding {
  bool holds = false;
  Text name;
};

class Policies {
 public:
  Policies(const Series& series, const NominalDay& nominal, const std::vector<Day>& avoided,
           const DayFacts& facts)
      : series_(series), nominal_(nominal), avoided_(avoided), facts_(facts) {
    result_.day = nominal.day;
  }

  PolicyResult Apply() {
    if (nominal_.decided) return std::move(result_);
    std::vector<Day> seen{nominal_.day};
    while (const std::optional<Day> next = AskAll()) {
      const bool known = std::find(seen.begin(), seen.end(), *next) != seen.end();
      if (known || seen.size() > static_cast<std::size_t>(kPolicyMovesMax)) return GiveUp();
      seen.push_back(*next);
      result_.day = *next;
    }
    return std::move(result_);
  }

 private:
  // Asks all conditions in order about the present day; the day to move to, or nullopt when it
  // stays or is skipped.
  std::optional<Day> AskAll() {
    result_.warned.reset();
    // Warnings were about the day left behind.
    std::erase_if(result_.why, [](const Reason& reason) { return reason.answer == Answer::kWarn; });
    for (int i = 0; i < kConditionCount; ++i) {
      const auto condition = static_cast<Condition>(i);
      const std::optional<Answer>& answer = series_.AnswerTo(condition);
      if (!answer || *answer == Answer::kKeep) continue;
      const Holding holding = HoldingOnAnyDay(condition);
      if (!holding.holds) continue;
      const Day to = Answered(*answer);
      result_.why.push_back({.kind = Reason::Kind::kPolicy,
                             .pointer = series_.pointer + "/on",
                             .from = result_.day,
                             .to = to,
                             .condition = condition,
                             .answer = *answer,
                             .note = holding.name});
      if (*answer == Answer::kSkip) {
        result_.skipped = true;
        return std::nullopt;
      }
      if (*answer != Answer::kWarn) return to;
      if (!result_.warned) result_.warned = condition;
    }
    return std::nullopt;
  }

  PolicyResult GiveUp() {
    result_.day = nominal_.day;
    result_.gave_up = true;
    result_.warned.reset();
    std::erase_if(result_.why, [](const Reason& reason) { return reason.answer == Answer::kWarn; });
    result_.why.push_back({.kind = Reason::Kind::kGaveUp,
                           .pointer = series_.pointer + "/on",
                           .from = nominal_.day,
                           .to = nominal_.day});
    return std::move(result_);
  }

  Holding HoldingOnAnyDay(Condition condition) const {
    for (int i = 0; i < series_.days; ++i) {
      Holding holding = HoldingOn(condition, result_.day + Days{i});
      if (holding.holds) return holding;
    }
    return {};
  }

  Holding HoldingOn(Condition condition, Day day) const {
    switch (condition) {
      case Condition::kPublicHoliday:
        return PublicHoliday(day);
      case Condition::kEve:
        return {EveOf(day) != EveKind::kNone, NameOf(day).value_or(Text())};
      case Condition::kBridgeDay:
        return {IsBridgeDay(day), {}};
      case Condition::kElectionWeek:
        return {IsElectionYear(YearOf(day)) && ElectionWeek(YearOf(day)).Contains(day), {}};
      case Condition::kRecess:
        return {facts_.Recess(day), facts_.RecessName(day)};
      case Condition::kSchoolBreak:
        return {facts_.SchoolBreak(day), facts_.SchoolBreakName(day)};
      case Condition::kOtherBody:
        return {std::binary_search(avoided_.begin(), avoided_.end(), day), {}};
    }
    return {};
  }

  Holding PublicHoliday(Day day) const {
    if (IsPublicHoliday(day)) return {true, NameOf(day).value_or(Text("söndag", "Sunday"))};
    const bool saturday = WeekdayOf(day) == date::Saturday && !nominal_.saturday_asked;
    return {saturday, Text("lördag", "Saturday")};
  }

  Day Answered(Answer answer) const {
    const Day day = result_.day;
    switch (answer) {
      case Answer::kSkip:
      case Answer::kKeep:
      case Answer::kWarn:
        return day;
      case Answer::kNextWorkingDay:
        return NextWorkingDay(day);
      case Answer::kPreviousWorkingDay:
        return PreviousWorkingDay(day);
      case Answer::kNearestWorkingDay: {
        // Never the day itself, which may be a working day too: an eve, a day of a recess.
        const Day before = PreviousWorkingDay(day);
        const Day after = NextWorkingDay(day);
        return day - before <= after - day ? before : after;
      }
      case Answer::kWeekEarlier:
        return day - Days{7};
      case Answer::kWeekLater:
        return day + Days{7};
    }
    return day;
  }

  const Series& series_;
  const NominalDay& nominal_;
  const std::vector<Day>& avoided_;
  const DayFacts& facts_;
  PolicyResult result_;
};

}  // namespace

PolicyResult ApplyPolicies(const Series& series, const NominalDay& nominal,
                           const std::vector<Day>& avoided, const DayFacts& facts) {
  return Policies(series, nominal, avoided, facts).Apply();
}

}  // namespace rytm
