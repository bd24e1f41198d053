#include "cycle/expand.h"

#include <algorithm>
#include <map>

#include "base/limits.h"
#include "cycle/recurrence.h"
#include "dates/deadline_law.h"
#include "dates/iso_week.h"
#include "dates/terms.h"
#include "dates/working_days.h"

namespace rytm {
namespace {

constexpr int kMonthsAtTheEdge = 6;  // how far from the term's edge its first or last meeting lies

bool IsSaturday(std::optional<Weekday> weekday) { return weekday == date::Saturday; }

std::optional<DaySpan> Overlap(DaySpan span, std::optional<Day> from, std::optional<Day> until) {
  if (from) span.first = std::max(span.first, *from);
  if (until) span.last = std::min(span.last, *until);
  if (span.last < span.first) return std::nullopt;
  return span;
}

// What each form of `when` gives; days outside `within` are left out afterwards.
class Expansion {
 public:
  Expansion(const Body& body, const std::vector<BaseDay>& bases,
            const std::vector<Deadline>& deadlines, const DayFacts& facts, DaySpan within)
      : body_(body), bases_(bases), deadlines_(deadlines), facts_(facts), within_(within) {}

  std::vector<NominalDay> operator()(const Recurrence& recurrence) const {
    std::vector<NominalDay> days;
    const RecurrenceDays given = ExpandRecurrence(recurrence, facts_, within_);
    for (const Day day : given.days) {
      days.push_back({.day = day, .saturday_asked = given.names_saturday});
    }
    return days;
  }

  std::vector<NominalDay> operator()(const Offset& offset) const {
    std::vector<NominalDay> days;
    for (const BaseDay& base : bases_) {
      if (base.extra && !offset.extras) continue;
      days.push_back({.day = DayFrom(offset, base.day),
                      .base = base.index,
                      .saturday_asked = IsSaturday(offset.weekday)});
    }
    return days;
  }

  std::vector<NominalDay> operator()(const IsoWeeks& rule) const {
    std::vector<NominalDay> days;
    // The first and last days of a year may belong to a week of the year beside it.
    for (int year = YearOf(within_.first) - 1; year <= YearOf(within_.last) + 1; ++year) {
      for (const unsigned week : rule.weeks) {
        if (const std::optional<Day> day = DayOfIsoWeek(year, week, rule.weekday)) {
          days.push_back({.day = *day, .saturday_asked = IsSaturday(rule.weekday)});
        }
      }
    }
    return days;
  }

  std::vector<NominalDay> operator()(const DateList& list) const {
    std::vector<NominalDay> days;
    for (const Day day : list.dates)
      days.push_back({.day = day, .saturday_asked = true, .decided = list.decided});
    return days;
  }

  std::vector<NominalDay> operator()(const LawDay& law) const {
    std::vector<NominalDay> days;
    const auto deadline = std::find_if(deadlines_.begin(), deadlines_.end(),
                                       [&](const Deadline& one) { return one.id == law.law; });
    if (deadline == deadlines_.end() || !deadline->day || !Binds(*deadline, body_)) return days;
    for (int year = YearOf(within_.first); year <= YearOf(within_.last); ++year) {
      if (deadline->election_years_only && !IsElectionYear(year)) continue;
      const Day day = DayIn(year, *deadline->day);
      if (day < deadline->valid_from) continue;
      if (deadline->valid_until && *deadline->valid_until < day) continue;
      days.push_back({.day = day});
    }
    return days;
  }

  std::vector<NominalDay> operator()(const TermPoint& rule) const {
    std::vector<NominalDay> days;
    const auto add = [&](Day day) {
      days.push_back({.day = day, .saturday_asked = IsSaturday(rule.weekday)});
    };
    if (rule.point == TermPoint::Point::kElectionYear) {
      for (int year = YearOf(within_.first); year <= YearOf(within_.last); ++year) {
        if (IsElectionYear(year) && rule.day) add(OnOrAfter(DayIn(year, *rule.day), rule.weekday));
      }
      return days;
    }
    // A point may lie after the end of its term: so many months after its start.
    const Day reach = AddMonthsByLaw(within_.first, -std::max(rule.months, 0)) - Days{7};
    for (DaySpan term = TermOf(body_.term_start, reach); term.first <= within_.last;
         term = TermOf(body_.term_start, term.last + Days{1})) {
      add(PointIn(term, rule));
    }
    return days;
  }

  std::vector<NominalDay> operator()(const OnMeetings& rule) const {
    // The meetings of each year or term, by its first day.
    std::map<Day, std::vector<const BaseDay*>> periods;
    for (const BaseDay& base : bases_) {
      if (rule.which == OnMeetings::Which::kDecides || IsPlanned(rule, base)) {
        periods[PeriodStart(rule, base.day)].push_back(&base);
      }
    }
    std::vector<NominalDay> days;
    for (const auto& [start, meetings] : periods) {
      for (const BaseDay* base : Chosen(rule, meetings)) {
        // Beside a meeting on a Saturday is asked for by whoever put the meeting there.
        days.push_back({.day = base->day + Days{rule.days},
                        .base = base->index,
                        .saturday_asked = rule.days == 0});
      }
    }
    return days;
  }

 private:
  static Day DayFrom(const Offset& offset, Day base) {
    if (offset.working_days) return AddWorkingDays(base, *offset.working_days);
    if (offset.days) return base + Days{*offset.days};
    const Day away = base + Days{7 * offset.weeks.value_or(0)};
    if (!offset.weekday) return away;
    const IsoWeek week = IsoWeekOf(away);
    return *DayOfIsoWeek(week.year, week.week, *offset.weekday);
  }

  static bool Binds(const Deadline& deadline, const Body& body) {
    return std::find(deadline.kinds.begin(), deadline.kinds.end(), body.kind) !=
           deadline.kinds.end();
  }

  // The first such weekday on or after; without a weekday the day itself.
  static Day OnOrAfter(Day day, std::optional<Weekday> weekday) {
    return weekday ? FirstWeekdayOnOrAfter(day, *weekday) : day;
  }

  static Day PointIn(DaySpan term, const TermPoint& rule) {
    switch (rule.point) {
      case TermPoint::Point::kFirstWeekdayAfterStart:
        return rule.weekday ? OnOrAfter(term.first, rule.weekday) : WorkingDayOnOrAfter(term.first);
      case TermPoint::Point::kMonthsAfterStart: {
        const Day day = AddMonthsByLaw(term.first, rule.months);
        return rule.weekday ? OnOrAfter(day, rule.weekday) : WorkingDayOnOrAfter(day);
      }
      case TermPoint::Point::kMiddle:
        // Half a week earlier, so that the weekday found is the nearest one.
        return rule.weekday ? OnOrAfter(MiddleOf(term) - Days{3}, rule.weekday) : MiddleOf(term);
      case TermPoint::Point::kEnd:
        return rule.weekday ? OnOrAfter(term.last - Days{6}, rule.weekday) : term.last;
      case TermPoint::Point::kElectionYear:
        break;
    }
    return term.first;
  }

  // first and last are of meetings that are held.
  static bool IsPlanned(const OnMeetings& rule, const BaseDay& base) {
    if (base.extra || base.reserve) return false;
    return rule.which == OnMeetings::Which::kEvery || !base.cancelled;
  }

  Day PeriodStart(const OnMeetings& rule, Day day) const {
    const bool term = rule.of == OnMeetings::Of::kTerm && rule.which != OnMeetings::Which::kEvery;
    return term ? TermOf(body_.term_start, day).first : MakeDay(YearOf(day), 1, 1);
  }

  std::vector<const BaseDay*> Chosen(const OnMeetings& rule,
                                     const std::vector<const BaseDay*>& meetings) const {
    using Meetings = std::vector<const BaseDay*>;
    const bool of_term = rule.of == OnMeetings::Of::kTerm;
    switch (rule.which) {
      case OnMeetings::Which::kDecides:
        return meetings;
      case OnMeetings::Which::kFirst:
        if (of_term && !MayBeginTerm(body_, meetings.front()->day)) return {};
        return Meetings{meetings.front()};
      case OnMeetings::Which::kLast:
        if (of_term && !MayEndTerm(body_, meetings.back()->day)) return {};
        return Meetings{meetings.back()};
      case OnMeetings::Which::kEvery:
        break;
    }
    std::vector<const BaseDay*> chosen;
    const auto n = static_cast<std::size_t>(std::max(rule.n, 1));
    for (std::size_t i = n; i <= meetings.size(); i += n) chosen.push_back(meetings[i - 1]);
    return chosen;
  }

  const Body& body_;
  const std::vector<BaseDay>& bases_;
  const std::vector<Deadline>& deadlines_;
  const DayFacts& facts_;
  DaySpan within_;
};

Error TooManyDays(const When& when) {
  const std::string most = std::to_string(kOccurrencesMax);
  const Text what("Regeln ger fler än " + most + " dagar i perioden.",
                  "The rule gives more than " + most + " days in the window.");
  const Text instead("En glesare regel, eller en kortare period under \"window\".",
                     "A rule with fewer days, or a shorter \"window\".");
  return {ErrorCode::kTooLarge, what, {{"", when.pointer, what, instead}}};
}

}  // namespace

bool Lives(const Body& body, Day day) {
  return (!body.from || *body.from <= day) && (!body.until || day <= *body.until);
}

bool MayBeginTerm(const Body& body, Day day) {
  const Day begins = std::max(TermOf(body.term_start, day).first, body.from.value_or(kFirstDay));
  return day <= AddMonthsByLaw(begins, kMonthsAtTheEdge);
}

bool MayEndTerm(const Body& body, Day day) {
  const Day ends = std::min(TermOf(body.term_start, day).last, body.until.value_or(kLastDay));
  return day >= AddMonthsByLaw(ends, -kMonthsAtTheEdge);
}

Result<std::vector<NominalDay>> Expand(const When& when, std::size_t part, const Body& body,
                                       const std::vector<BaseDay>& bases,
                                       const std::vector<Deadline>& deadlines,
                                       const DayFacts& facts, DaySpan window) {
  std::optional<DaySpan> within = Overlap(window, when.from, when.until);
  if (within) within = Overlap(*within, body.from, body.until);
  if (!within) return std::vector<NominalDay>{};

  std::vector<NominalDay> days =
      std::visit(Expansion(body, bases, deadlines, facts, *within), when.rule);
  std::erase_if(days, [&](const NominalDay& nominal) { return !within->Contains(nominal.day); });
  std::stable_sort(days.begin(), days.end(),
                   [](const NominalDay& a, const NominalDay& b) { return a.day < b.day; });
  days.erase(std::unique(days.begin(), days.end(),
                         [](const NominalDay& a, const NominalDay& b) {
                           return a.day == b.day && a.base == b.base;
                         }),
             days.end());
  if (days.size() > kOccurrencesMax) return TooManyDays(when);
  for (NominalDay& nominal : days) {
    nominal.part = part;
    nominal.saturday_asked &= WeekdayOf(nominal.day) == date::Saturday;
  }
  return days;
}

}  // namespace rytm
