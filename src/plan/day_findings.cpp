// Days on which meetings are better not held: holidays, election week, recess, school breaks.
#include <algorithm>
#include <set>

#include "base/words.h"
#include "dates/holidays.h"
#include "dates/terms.h"
#include "plan/checking.h"
#include "plan/phrases.h"

namespace rytm {
namespace {

// Told in this order, the first that holds and no other: a holiday in the recess is a holiday.
constexpr Condition kTold[] = {Condition::kPublicHoliday, Condition::kEve, Condition::kElectionWeek,
                               Condition::kRecess, Condition::kSchoolBreak};

bool InElectionWeek(Day day) {
  return IsElectionYear(YearOf(day)) && ElectionWeek(YearOf(day)).Contains(day);
}

bool Holds(Condition condition, Day day, const DayFacts& days) {
  switch (condition) {
    case Condition::kPublicHoliday:
      return IsPublicHoliday(day) || WeekdayOf(day) == date::Saturday;
    case Condition::kEve:
      return EveOf(day) == EveKind::kEquated;
    case Condition::kElectionWeek:
      return InElectionWeek(day);
    case Condition::kRecess:
      return days.Recess(day);
    case Condition::kSchoolBreak:
      return days.SchoolBreak(day);
    case Condition::kBridgeDay:
    case Condition::kOtherBody:
      return false;
  }
  return false;
}

// Whether the rule itself asks for Saturdays. A Saturday in a list of dates may be a slip of the
// pen, so it is told.
bool RuleAsksForSaturdays(const Item& item, const Series& series) {
  if (item.added || item.moved_from || item.why.empty()) return false;
  for (const When& part : series.when) {
    if (part.pointer != item.why.front().pointer) continue;
    if (const auto* rule = std::get_if<Recurrence>(&part.rule))
      return rule->rrule.find("SA") != std::string::npos;
    if (const auto* rule = std::get_if<IsoWeeks>(&part.rule))
      return rule->weekday == date::Saturday;
    if (const auto* rule = std::get_if<Offset>(&part.rule)) return rule->weekday == date::Saturday;
    if (const auto* rule = std::get_if<TermPoint>(&part.rule))
      return rule->weekday == date::Saturday;
  }
  return false;
}

struct Trouble {
  Condition condition;
  Day day;
};

class DayChecks {
 public:
  DayChecks(const FindingFacts& facts, Findings& findings) : facts_(facts), findings_(findings) {
    for (const Finding& finding : findings)
      if (finding.check == "policy-gave-up")
        gave_up_.insert(finding.items.begin(), finding.items.end());
  }

  void Check(const Item& item) {
    if (!HeldAsPlanned(item) || !AnyTrouble(item)) return;
    const Body* body = facts_.by_id.FindBody(item.body);
    if (body == nullptr || gave_up_.contains(item.id)) return;
    if (const std::optional<Trouble> trouble = TroubleOf(item, *body)) Tell(item, *body, *trouble);
  }

 private:
  bool AnyTrouble(const Item& item) const {
    for (Day day = item.day; day <= item.last_day(); day += Days{1})
      if (!Undisturbed(day, facts_.days)) return true;
    return false;
  }

  std::optional<Trouble> TroubleOf(const Item& item, const Body& body) const {
    const bool meeting = item.kind == ItemKind::kMeeting;
    const Series* series = meeting ? body.FindSeries(item.origin) : nullptr;
    if (!meeting) {  // a dialogue beside its meeting: the meeting tells it
      const Item* parent = facts_.by_id.FindItem(item.parent);
      if (parent != nullptr && parent->day <= item.day && item.day <= parent->last_day())
        return std::nullopt;
    }
    for (const Condition condition : kTold) {
      const std::optional<Day> day = DayWith(condition, item, series);
      if (!day) continue;
      const std::optional<Answer> answer =
          series != nullptr ? series->AnswerTo(condition) : std::nullopt;
      if (answer == Answer::kKeep) continue;
      // A warning asked for is told while the plan is built, about the rule's own day.
      if (answer == Answer::kWarn && !item.moved_from && !item.added) return std::nullopt;
      return Trouble{condition, *day};
    }
    return std::nullopt;
  }

  std::optional<Day> DayWith(Condition condition, const Item& item, const Series* series) const {
    for (Day day = item.day; day <= item.last_day(); day += Days{1}) {
      if (!Holds(condition, day, facts_.days)) continue;
      const bool plain_saturday =
          condition == Condition::kPublicHoliday && !IsPublicHoliday(day) && series != nullptr;
      if (plain_saturday && RuleAsksForSaturdays(item, *series)) continue;
      return day;
    }
    return std::nullopt;
  }

  void Tell(const Item& item, const Body& body, const Trouble& trouble) {
    Text subject = item.kind == ItemKind::kMeeting
                       ? NameOfMeeting(body, item.day)
                       : item.title + Text(" för ", " for ") + NameOfMeeting(body, item.day);
    if (trouble.day != item.day)
      subject = subject + Text(", som fortsätter ", ", continuing ") + DayWithYear(trouble.day) +
                Text(",");
    const std::optional<Day> nearest = NearestDay(facts_, item, [](Day) { return true; });
    findings_.push_back({.check = CheckName(trouble.condition),
                         .severity = trouble.condition == Condition::kSchoolBreak
                                         ? Severity::kInfo
                                         : Severity::kWarning,
                         .items = {item.id},
                         .day = item.day,
                         .message = subject + Predicate(trouble) + Text("."),
                         .citation = "",
                         .suggestion = Suggestion(nearest),
                         .fix = MoveOf(facts_, item, nearest)});
  }

  static std::string CheckName(Condition condition) {
    switch (condition) {
      case Condition::kElectionWeek:
        return "election-week";
      case Condition::kRecess:
        return "recess";
      case Condition::kSchoolBreak:
        return "school-break";
      default:
        return "non-working-day";
    }
  }

  Text Predicate(const Trouble& trouble) const {
    switch (trouble.condition) {
      case Condition::kElectionWeek:
        return Text(" ligger i valveckan: valdagen är ",
                    " is in the election week: election day is ") +
               DayWithYear(ElectionDay(YearOf(trouble.day)));
      case Condition::kRecess:
        return Text(" ligger i ett uppehåll: ", " falls in a recess: ") +
               facts_.days.RecessName(trouble.day);
      case Condition::kSchoolBreak:
        return Text(" ligger i ett skollov: ", " falls in a school break: ") +
               facts_.days.SchoolBreakName(trouble.day);
      default:
        break;
    }
    const Weekday weekday = WeekdayOf(trouble.day);
    const Text plain{"en " + std::string(WeekdayName(weekday, Language::kSwedish)),
                     "a " + std::string(WeekdayName(weekday, Language::kEnglish))};
    return Text(" ligger på ", " is on ") + NameOf(trouble.day).value_or(plain);
  }

  static Text Suggestion(std::optional<Day> nearest) {
    if (nearest)
      return Text("Flytta till exempel till ", "Move it, for instance to ") +
             DayWithYear(*nearest) +
             Text(", eller behåll dagen om det är meningen.", ", or keep the day if it is meant.");
    return {"Flytta till en annan dag, eller behåll dagen om det är meningen.",
            "Move it to another day, or keep the day if it is meant."};
  }

  const FindingFacts& facts_;
  Findings& findings_;
  std::set<std::string, std::less<>> gave_up_;
};

}  // namespace

bool Undisturbed(Day day, const DayFacts& days) {
  return std::none_of(std::begin(kTold), std::end(kTold),
                      [&](Condition condition) { return Holds(condition, day, days); });
}

void FindDayTrouble(const FindingFacts& facts, Findings& findings) {
  DayChecks checks(facts, findings);
  for (const Item& item : facts.plan.items)
    if (item.kind == ItemKind::kMeeting || item.kind == ItemKind::kDialogue) checks.Check(item);
}

}  // namespace rytm
