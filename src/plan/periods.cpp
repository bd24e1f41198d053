#include "plan/periods.h"

#include <algorithm>

#include "base/words.h"
#include "dates/deadline_law.h"
#include "dates/terms.h"

namespace rytm {
namespace {

Day DayInYear(int year, date::month_day day) {
  const date::year_month_day whole = date::year{year} / day;
  // 29 February in a common year is the month's last day (1930:173 1 §).
  return whole.ok() ? Day{whole} : Day{date::year{year} / day.month() / date::last};
}

Day FirstAfter(Day day, date::month_day wanted) {
  const Day this_year = DayInYear(YearOf(day), wanted);
  return this_year > day ? this_year : DayInYear(YearOf(day) + 1, wanted);
}

Day LastBefore(Day day, date::month_day wanted) {
  const Day this_year = DayInYear(YearOf(day), wanted);
  return this_year < day ? this_year : DayInYear(YearOf(day) - 1, wanted);
}

Day DayOfYear(const Report& report, const Period& period, date::month_day day) {
  return report.before_period ? LastBefore(period.days.first, day)
                              : FirstAfter(period.days.last, day);
}

Day Counted(const Report& report, const Period& period, int days) {
  return (report.before_period ? period.days.first : period.days.last) + Days{days};
}

DaySpan Months(int year, unsigned first, unsigned last) {
  return {Day{date::year{year} / date::month{first} / 1},
          Day{date::year{year} / date::month{last} / date::last}};
}

Text InYear(const Text& what, int year) {
  const std::string number = std::to_string(year);
  return {what.In(Language::kSwedish) + " " + number, what.In(Language::kEnglish) + " " + number};
}

Text MonthText(date::month month) {
  return {std::string(MonthName(month, Language::kSwedish)),
          std::string(MonthName(month, Language::kEnglish))};
}

std::string TwoDigits(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

void AddPeriodsOfYear(const Report& report, int year, std::vector<Period>& periods) {
  const std::string id = std::to_string(year);
  switch (report.period) {
    case Report::Period::kYear:
      periods.push_back({id, Months(year, 1, 12), Text(id)});
      break;
    case Report::Period::kYearToDate: {
      const Day until = DayInYear(year, *report.period_until);
      const date::month month = CivilOf(until).month();
      periods.push_back({id + "-" + TwoDigits(static_cast<unsigned>(month)),
                         {MakeDay(year, 1, 1), until},
                         InYear(MonthText(month), year)});
      break;
    }
    case Report::Period::kTertial:
      for (unsigned n = 1; n <= 3; ++n)
        periods.push_back(
            {id + "-T" + std::to_string(n), Months(year, 4 * n - 3, 4 * n),
             InYear(Text("tertial " + std::to_string(n), "four months " + std::to_string(n)),
                    year)});
      break;
    case Report::Period::kQuarter:
      for (unsigned n = 1; n <= 4; ++n)
        periods.push_back(
            {id + "-Q" + std::to_string(n), Months(year, 3 * n - 2, 3 * n),
             InYear(Text("kvartal " + std::to_string(n), "quarter " + std::to_string(n)), year)});
      break;
    case Report::Period::kMonth:
      for (unsigned n = 1; n <= 12; ++n)
        periods.push_back({id + "-m" + TwoDigits(n), Months(year, n, n),
                           InYear(MonthText(date::month{n}), year)});
      break;
    case Report::Period::kTerm:
      break;  // no period of a year
  }
}

// The last election day on or before the day.
Day ElectionBefore(Day day) {
  int year = YearOf(day);
  while (!IsElectionYear(year) || ElectionDay(year) > day) --year;
  return ElectionDay(year);
}

constexpr Days kFarFromTerm{800};  // how long before or after its term a report may be ready

void AddTerms(date::month_day start, DaySpan span, std::vector<Period>& periods) {
  for (DaySpan term = TermOf(start, span.first - kFarFromTerm);
       term.first <= span.last + kFarFromTerm; term = TermOf(start, term.last + Days{1})) {
    const std::string first = std::to_string(YearOf(term.first));
    const std::string last = std::to_string(YearOf(term.last));
    periods.push_back({first + "-" + last, term,
                       Text("mandatperioden " + first + "–" + last, "term " + first + "–" + last)});
  }
}

}  // namespace

date::month_day TermStart(const Report& report, const Organisation& organisation) {
  for (auto hop = report.route.rbegin(); hop != report.route.rend(); ++hop) {
    const std::vector<const Body*> bodies = Select(organisation, hop->bodies);
    const auto first = std::min_element(bodies.begin(), bodies.end(),
                                        [](const Body* a, const Body* b) { return a->id < b->id; });
    if (first != bodies.end()) return (*first)->term_start;
  }
  return date::October / 15;
}

std::vector<Period> PeriodsIn(const Report& report, const Organisation& organisation,
                              DaySpan span) {
  std::vector<Period> periods;
  if (report.period == Report::Period::kTerm) {
    AddTerms(TermStart(report, organisation), span, periods);
  } else {
    for (int year = YearOf(span.first) - 1; year <= YearOf(span.last) + 1; ++year)
      AddPeriodsOfYear(report, year, periods);
  }
  std::erase_if(periods,
                [&](const Period& period) { return !span.Contains(ReadyDay(report, period)); });
  return periods;
}

Text NameWithPeriod(const Report& report, const Period& period) {
  return {report.name.In(Language::kSwedish) + " " + period.name.In(Language::kSwedish),
          report.name.In(Language::kEnglish) + " " + period.name.In(Language::kEnglish)};
}

Day ReadyDay(const Report& report, const Period& period) {
  if (const int* days = std::get_if<int>(&report.ready)) return Counted(report, period, *days);
  if (const auto* into = std::get_if<MonthsIntoTerm>(&report.ready))
    return AddMonthsByLaw(period.days.first, into->months);
  return DayOfYear(report, period, std::get<date::month_day>(report.ready));
}

std::optional<Day> LimitDay(const Limit& limit, const Report& report, const Period& period,
                            const Organisation& organisation) {
  if (const int* days = std::get_if<int>(&limit.day)) return Counted(report, period, *days);
  if (const auto* day = std::get_if<date::month_day>(&limit.day))
    return DayOfYear(report, period, *day);
  if (const auto* into = std::get_if<MonthsIntoTerm>(&limit.day))
    return AddMonthsByLaw(period.days.first, into->months);
  const Deadline* law = organisation.FindDeadline(std::get<LawDay>(limit.day).law);
  if (law == nullptr) return std::nullopt;
  std::optional<Day> day;
  if (law->day) day = DayOfYear(report, period, *law->day);
  if (law->months)
    day = AddMonthsByLaw(law->after_election ? ElectionBefore(period.days.first) : period.days.last,
                         *law->months);
  if (law->days) day = Counted(report, period, *law->days);
  if (!day || *day < law->valid_from || (law->valid_until && *day > *law->valid_until))
    return std::nullopt;
  if (law->election_years_only && !IsElectionYear(YearOf(*day))) return std::nullopt;
  return day;
}

}  // namespace rytm
