#include "organisation/recurrence_rule.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "base/json_words.h"
#include "base/limits.h"
#include "base/nearest_word.h"
#include "base/words.h"

namespace rytm {
namespace {

using Frequency = RecurrenceRule::Frequency;

const std::vector<std::string_view> kParts{"FREQ",       "INTERVAL", "BYDAY",     "BYMONTH",
                                           "BYMONTHDAY", "BYSETPOS", "BYYEARDAY", "WKST"};

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  while (true) {
    const std::size_t end = text.find(separator);
    pieces.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return pieces;
    text.remove_prefix(end + 1);
  }
}

// Whole numbers as RFC 5545 writes them: digits, perhaps after + or -.
std::optional<int> ReadNumber(std::string_view text) {
  if (!text.empty() && text.front() == '+') {
    text.remove_prefix(1);
    if (!text.empty() && text.front() == '-') return std::nullopt;
  }
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

class RuleParser {
 public:
  RecurrenceRule Parse(std::string_view text) {
    std::vector<std::string_view> seen;
    for (const std::string_view part : Split(text, ';')) {
      const std::size_t equals = part.find('=');
      if (equals == std::string_view::npos || equals == 0 || equals + 1 == part.size()) {
        Tell(
            {Quoted(part) + " är ingen del av en regel.", Quoted(part) + " is no part of a rule."},
            {"Skriv delarna som NAMN=VÄRDE med semikolon emellan: \"FREQ=MONTHLY;BYDAY=3WE\".",
             "Write the parts as NAME=VALUE with semicolons between: \"FREQ=MONTHLY;BYDAY=3WE\"."});
        continue;
      }
      const std::string_view name = part.substr(0, equals);
      if (std::find(seen.begin(), seen.end(), name) != seen.end()) {
        Tell({std::string(name) + " står två gånger.", std::string(name) + " stands twice."},
             {"Skriv värdena efter varandra med komma emellan.",
              "Write the values after each other with commas between."});
        continue;
      }
      seen.push_back(name);
      ReadPart(name, part.substr(equals + 1));
    }
    if (std::find(seen.begin(), seen.end(), "FREQ") == seen.end()) {
      Tell(
          {"Regeln säger inte hur ofta: FREQ saknas.", "The rule does not say how often: no FREQ."},
          {"Börja med FREQ=DAILY, FREQ=WEEKLY, FREQ=MONTHLY eller FREQ=YEARLY.",
           "Begin with FREQ=DAILY, FREQ=WEEKLY, FREQ=MONTHLY or FREQ=YEARLY."});
    }
    return rule_;
  }

  std::vector<Problem>& problems() { return problems_; }

 private:
  void Tell(Text what, Text instead = {}) {
    problems_.push_back({"", "", std::move(what), std::move(instead)});
  }

  void ReadPart(std::string_view name, std::string_view value) {
    if (name == "FREQ") return ReadFrequency(value);
    if (name == "INTERVAL") {
      const std::vector<int> interval = ReadNumbers(name, value, 1, kRecurrenceIntervalMax, false);
      if (interval.size() > 1) Tell(OnlyOne(name));
      if (!interval.empty()) rule_.interval = interval.front();
      return;
    }
    if (name == "BYDAY") return ReadByDay(value);
    if (name == "BYMONTH") {
      rule_.by_month = ReadNumbers(name, value, 1, 12, false);
      return;
    }
    if (name == "BYMONTHDAY") {
      rule_.by_month_day = ReadNumbers(name, value, 1, 31, true);
      return;
    }
    if (name == "BYYEARDAY") {
      rule_.by_year_day = ReadNumbers(name, value, 1, 366, true);
      return;
    }
    if (name == "BYSETPOS") {
      rule_.by_set_pos = ReadNumbers(name, value, 1, 366, true);
      return;
    }
    if (name == "WKST") {
      const auto weekday = ParseWeekday(value);
      if (!weekday) return Tell(NotFor(name, value), OneOfTheWeekdays());
      rule_.week_start = *weekday;
      return;
    }
    if (name == "COUNT" || name == "UNTIL") {
      return Tell(
          {std::string(name) + " används inte här.", std::string(name) + " is not used here."},
          {"Skriv sista dagen i \"until\" bredvid regeln.",
           "Write the last day in \"until\" beside the rule."});
    }
    Tell({Quoted(name) + " går inte att använda i en regel här.",
          Quoted(name) + " cannot be used in a rule here."},
         DidYouMean(name, kParts));
  }

  void ReadFrequency(std::string_view value) {
    static const std::vector<std::string_view> kWords{"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
    const auto found = std::find(kWords.begin(), kWords.end(), value);
    if (found == kWords.end()) return Tell(NotFor("FREQ", value), DidYouMean(value, kWords));
    rule_.frequency = static_cast<Frequency>(found - kWords.begin());
  }

  void ReadByDay(std::string_view value) {
    for (const std::string_view word : Split(value, ',')) {
      RecurrenceRule::ByDay day;
      const auto weekday =
          word.size() < 2 ? std::nullopt : ParseWeekday(word.substr(word.size() - 2));
      const std::string_view nth = word.substr(0, word.size() < 2 ? 0 : word.size() - 2);
      const auto number = nth.empty() ? std::optional<int>(0) : ReadNumber(nth);
      const bool in_range =
          number && (nth.empty() || (*number != 0 && *number >= -53 && *number <= 53));
      if (!weekday || !in_range) {
        Tell(NotFor("BYDAY", word), OneOfTheWeekdays());
        continue;
      }
      day.nth = *number;
      day.weekday = *weekday;
      if (std::find(rule_.by_day.begin(), rule_.by_day.end(), day) != rule_.by_day.end()) {
        Tell(Twice("BYDAY", word));
        continue;
      }
      rule_.by_day.push_back(day);
    }
  }

  std::vector<int> ReadNumbers(std::string_view name, std::string_view value, int min, int max,
                               bool from_the_end) {
    std::vector<int> numbers;
    for (const std::string_view word : Split(value, ',')) {
      const auto number = ReadNumber(word);
      const int size = number && *number < 0 && from_the_end ? -*number : number.value_or(min - 1);
      if (size < min || size > max) {
        const std::string range = std::to_string(min) + "–" + std::to_string(max);
        Tell(NotFor(name, word),
             {"Skriv " + range +
                  (from_the_end ? ", eller minus framför för att räkna från slutet." : "."),
              "Write " + range +
                  (from_the_end ? ", or minus before it to count from the end." : ".")});
      } else if (std::find(numbers.begin(), numbers.end(), *number) != numbers.end()) {
        Tell(Twice(name, word));
      } else {
        numbers.push_back(*number);
      }
    }
    return numbers;
  }

  static Text NotFor(std::string_view name, std::string_view value) {
    return {std::string(name) + " kan inte vara " + Quoted(value) + ".",
            std::string(name) + " cannot be " + Quoted(value) + "."};
  }
  static Text Twice(std::string_view name, std::string_view value) {
    return {Quoted(value) + " står två gånger i " + std::string(name) + ".",
            Quoted(value) + " stands twice in " + std::string(name) + "."};
  }
  static Text OnlyOne(std::string_view name) {
    return {std::string(name) + " kan bara ha ett värde.",
            std::string(name) + " can have one value only."};
  }
  static Text OneOfTheWeekdays() {
    return {"Skriv MO, TU, WE, TH, FR, SA eller SU; i BYDAY kan 2WE betyda den andra onsdagen.",
            "Write MO, TU, WE, TH, FR, SA or SU; in BYDAY 2WE can mean the second Wednesday."};
  }

  RecurrenceRule rule_;
  std::vector<Problem> problems_;
};

// --- the days of a rule -------------------------------------------------------------------------

int NumberIn(Day day, Day first) { return static_cast<int>((day - first).count()) + 1; }

DaySpan MonthOf(Day day) {
  const auto civil = CivilOf(day);
  return {Day{civil.year() / civil.month() / 1}, Day{civil.year() / civil.month() / date::last}};
}

DaySpan YearSpanOf(Day day) { return {MakeDay(YearOf(day), 1, 1), MakeDay(YearOf(day), 12, 31)}; }

// Whether the day is one of the numbers in the span, counted from its start or its end.
bool HasNumber(const std::vector<int>& numbers, Day day, DaySpan span) {
  return std::any_of(numbers.begin(), numbers.end(), [&](int number) {
    return number == NumberIn(day, span.first) || number == -NumberIn(span.last, day);
  });
}

unsigned MonthNumber(Day day) { return static_cast<unsigned>(CivilOf(day).month()); }
unsigned DayNumber(Day day) { return static_cast<unsigned>(CivilOf(day).day()); }

bool SaysDays(const RecurrenceRule& rule) {
  return rule.frequency == Frequency::kDaily || !rule.by_day.empty() ||
         !rule.by_month_day.empty() || !rule.by_year_day.empty();
}

// RFC 5545 §3.3.10: what the rule leaves out it takes from its DTSTART.
bool FitsAnchor(const RecurrenceRule& rule, Day day, Day anchor) {
  switch (rule.frequency) {
    case Frequency::kDaily:
      return true;
    case Frequency::kWeekly:
      return WeekdayOf(day) == WeekdayOf(anchor);
    case Frequency::kMonthly:
      return DayNumber(day) == DayNumber(anchor);
    case Frequency::kYearly:
      return DayNumber(day) == DayNumber(anchor) &&
             (!rule.by_month.empty() || MonthNumber(day) == MonthNumber(anchor));
  }
  return false;
}

bool FitsByDay(const RecurrenceRule& rule, Day day) {
  const bool in_year = rule.frequency == Frequency::kYearly && rule.by_month.empty();
  const DaySpan span = in_year ? YearSpanOf(day) : MonthOf(day);
  return std::any_of(rule.by_day.begin(), rule.by_day.end(), [&](const RecurrenceRule::ByDay& by) {
    if (WeekdayOf(day) != by.weekday) return false;
    return by.nth == 0 || by.nth == (NumberIn(day, span.first) - 1) / 7 + 1 ||
           by.nth == -((NumberIn(span.last, day) - 1) / 7 + 1);
  });
}

bool FitsMonth(const RecurrenceRule& rule, Day day) {
  const int month = static_cast<int>(MonthNumber(day));
  return rule.by_month.empty() ||
         std::find(rule.by_month.begin(), rule.by_month.end(), month) != rule.by_month.end();
}

// Before BYSETPOS.
bool Fits(const RecurrenceRule& rule, Day day, std::optional<Day> anchor) {
  if (!FitsMonth(rule, day)) return false;
  if (!SaysDays(rule)) return anchor && FitsAnchor(rule, day, *anchor);
  return (rule.by_day.empty() || FitsByDay(rule, day)) &&
         (rule.by_month_day.empty() || HasNumber(rule.by_month_day, day, MonthOf(day))) &&
         (rule.by_year_day.empty() || HasNumber(rule.by_year_day, day, YearSpanOf(day)));
}

// The day, week, month or year of the rule that the day lies in.
DaySpan PeriodOf(const RecurrenceRule& rule, Day day) {
  switch (rule.frequency) {
    case Frequency::kDaily:
      return {day, day};
    case Frequency::kWeekly: {
      const Day first = day - (WeekdayOf(day) - rule.week_start);
      return {first, first + Days{6}};
    }
    case Frequency::kMonthly:
      return MonthOf(day);
    case Frequency::kYearly:
      return YearSpanOf(day);
  }
  return {day, day};
}

// The days the rule gives in one of its periods.
std::vector<Day> DaysIn(const RecurrenceRule& rule, DaySpan period, std::optional<Day> anchor) {
  std::vector<Day> days;
  for (Day day = period.first; day <= period.last; day += Days{1}) {
    if (!FitsMonth(rule, day)) {
      day = MonthOf(day).last;
    } else if (Fits(rule, day, anchor)) {
      days.push_back(day);
    }
  }
  if (rule.by_set_pos.empty()) return days;
  std::vector<Day> chosen;
  const int count = static_cast<int>(days.size());
  for (int i = 0; i < count; ++i) {
    const bool named = std::any_of(rule.by_set_pos.begin(), rule.by_set_pos.end(),
                                   [&](int pos) { return pos == i + 1 || pos == i - count; });
    if (named) chosen.push_back(days[static_cast<std::size_t>(i)]);
  }
  return chosen;
}

bool GivesAnyDay(const RecurrenceRule& rule, std::optional<Day> anchor) {
  for (Day day = kFirstDay; day <= kLastDay;) {
    const DaySpan period = PeriodOf(rule, day);
    if (!DaysIn(rule, period, anchor).empty()) return true;
    day = period.last + Days{1};
  }
  return false;
}

// --- the checks ---------------------------------------------------------------------------------

Problem AtRule(Text what, Text instead = {}) {
  return {"", "/rrule", std::move(what), std::move(instead)};
}

Problem AtAnchor(Text what, Text instead = {}) {
  return {"", "/anchor", std::move(what), std::move(instead)};
}

// What RFC 5545 §3.3.10 does not let meet.
void CheckParts(const RecurrenceRule& rule, std::vector<Problem>& problems) {
  const bool yearly = rule.frequency == Frequency::kYearly;
  const bool monthly = rule.frequency == Frequency::kMonthly;
  const bool counted = std::any_of(rule.by_day.begin(), rule.by_day.end(),
                                   [](const RecurrenceRule::ByDay& by) { return by.nth != 0; });
  if (counted && !yearly && !monthly) {
    problems.push_back(
        AtRule({"Numrerade veckodagar i BYDAY, som 2WE, går bara med FREQ=MONTHLY och FREQ=YEARLY.",
                "Numbered weekdays in BYDAY, such as 2WE, need FREQ=MONTHLY or FREQ=YEARLY."}));
  }
  if (counted && (monthly || !rule.by_month.empty()) &&
      std::any_of(rule.by_day.begin(), rule.by_day.end(),
                  [](const RecurrenceRule::ByDay& by) { return by.nth < -5 || by.nth > 5; })) {
    problems.push_back(AtRule({"En månad har högst fem av varje veckodag.",
                               "A month has at most five of each weekday."}));
  }
  if (counted && (!rule.by_month_day.empty() || !rule.by_year_day.empty())) {
    problems.push_back(
        AtRule({"Numrerade veckodagar i BYDAY går inte tillsammans med BYMONTHDAY eller BYYEARDAY.",
                "Numbered weekdays in BYDAY do not go with BYMONTHDAY or BYYEARDAY."}));
  }
  if (!rule.by_month_day.empty() && rule.frequency == Frequency::kWeekly) {
    problems.push_back(
        AtRule({"BYMONTHDAY går inte med FREQ=WEEKLY.", "BYMONTHDAY does not go with FREQ=WEEKLY."},
               {"Skriv FREQ=MONTHLY.", "Write FREQ=MONTHLY."}));
  }
  if (!rule.by_year_day.empty() && !yearly) {
    problems.push_back(
        AtRule({"BYYEARDAY går bara med FREQ=YEARLY.", "BYYEARDAY goes with FREQ=YEARLY only."}));
  }
  if (!rule.by_set_pos.empty() && rule.by_day.empty() && rule.by_month_day.empty() &&
      rule.by_year_day.empty()) {
    problems.push_back(
        AtRule({"BYSETPOS väljer bland dagar, men regeln nämner inga.",
                "BYSETPOS chooses among days, but the rule names none."},
               {"Skriv till exempel BYDAY också.", "Write BYDAY too, for example."}));
  }
}

void CheckAnchor(const RecurrenceRule& rule, Day anchor, std::vector<Problem>& problems) {
  const DaySpan period = PeriodOf(rule, anchor);
  const std::vector<Day> days = DaysIn(rule, period, anchor);
  if (std::find(days.begin(), days.end(), anchor) != days.end()) return;
  const std::string sv = LongDay(anchor, Language::kSwedish);
  const std::string en = LongDay(anchor, Language::kEnglish);
  Text instead;
  for (Day day = anchor; day <= kLastDay && day < anchor + Days{800}; day += Days{1}) {
    if (!Fits(rule, day, anchor)) continue;
    const std::vector<Day> others = DaysIn(rule, PeriodOf(rule, day), anchor);
    if (std::find(others.begin(), others.end(), day) == others.end()) continue;
    instead = {"Närmaste dag som regeln ger är " + FormatDay(day) + ".",
               "The nearest day the rule gives is " + FormatDay(day) + "."};
    break;
  }
  problems.push_back(AtAnchor({"Rytmen räknas från " + sv + ", men regeln ger inte den dagen.",
                               "The rhythm counts from " + en + ", a day the rule does not give."},
                              std::move(instead)));
}

}  // namespace

Result<RecurrenceRule> ParseRecurrenceRule(std::string_view text) {
  if (text.size() > kRecurrenceBytesMax) {
    return Error{ErrorCode::kTooLarge, {"Regeln är för lång.", "The rule is too long."}, {}};
  }
  RuleParser parser;
  RecurrenceRule rule = parser.Parse(text);
  if (parser.problems().empty()) return rule;
  return Error{ErrorCode::kBadInput,
               {"Regeln går inte att läsa.", "The rule cannot be read."},
               std::move(parser.problems())};
}

std::vector<Problem> CheckRecurrence(const RecurrenceRule& rule, std::optional<Day> anchor) {
  std::vector<Problem> problems;
  CheckParts(rule, problems);
  if (!SaysDays(rule) && !anchor) {
    problems.push_back(
        AtRule({"Regeln säger inte vilka dagar.", "The rule does not say which days."},
               {"Skriv till exempel BYDAY, eller \"anchor\" bredvid regeln.",
                "Write BYDAY, for example, or \"anchor\" beside the rule."}));
  }
  if (rule.interval > 1 && !anchor) {
    const std::string interval = std::to_string(rule.interval);
    problems.push_back(AtRule(
        {"Med INTERVAL=" + interval + " måste det framgå vilken dag rytmen räknas från.",
         "With INTERVAL=" + interval + " it must be clear which day the rhythm counts from."},
        {"Skriv första dagen i \"anchor\" bredvid regeln.",
         "Write the first day in \"anchor\" beside the rule."}));
  }
  if (!problems.empty()) return problems;
  if (!GivesAnyDay(rule, anchor)) {
    problems.push_back(AtRule({"Regeln ger aldrig någon dag.", "The rule never gives a day."}));
  } else if (anchor) {
    CheckAnchor(rule, *anchor, problems);
  }
  return problems;
}

}  // namespace rytm
