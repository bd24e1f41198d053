#include <algorithm>
#include <array>

#include "base/words.h"
#include "cycle/reason.h"
#include "organisation/recurrence_rule.h"

namespace rytm {
namespace {

using Frequency = RecurrenceRule::Frequency;

// Puts one rule in words, in one language.
class WhenWriter {
 public:
  WhenWriter(const Organisation* organisation, Language language)
      : organisation_(organisation), language_(language) {}

  std::string Write(const When& when) const {
    std::string text = std::visit(*this, when.rule);
    if (when.from) text += Say(", från och med ", ", from ") + DayWithYear(*when.from);
    if (when.until) text += Say(", till och med ", ", until ") + DayWithYear(*when.until);
    return text;
  }

  std::string operator()(const Recurrence& recurrence) const {
    const Result<RecurrenceRule> parsed = ParseRecurrenceRule(recurrence.rrule);
    std::string text = parsed.ok() ? RuleInWords(parsed.value(), recurrence.anchor) : std::string();
    // A rule nobody would say aloud.
    if (text.empty()) text = Say("regeln ", "the rule ") + recurrence.rrule;
    if (recurrence.anchor) text += Say(" från ", " from ") + DayWithYear(*recurrence.anchor);
    for (const Recurrence::Restart& restart : recurrence.restarts) {
      text += Say(", på nytt ", ", anew ") +
              (restart.after_recess ? Say("efter uppehållet ", "after the recess ") : "") +
              Say("från vecka ", "from week ") + std::to_string(restart.iso_week) +
              Say(" varje år", " every year");
    }
    return text;
  }

  std::string operator()(const Offset& offset) const {
    const std::string base = SeriesName(offset.from);
    const std::string extras =
        offset.extras ? Say(" (även extra möten)", " (extra meetings too)") : std::string();
    if (offset.working_days) {
      return Away(*offset.working_days, "arbetsdag", "arbetsdagar", "working day", "working days",
                  base) +
             extras;
    }
    if (offset.days) return Away(*offset.days, "dag", "dagar", "day", "days", base) + extras;
    const int weeks = offset.weeks.value_or(0);
    std::string day;
    if (offset.weekday) day = TheWeekday(*offset.weekday) + " ";
    if (weeks == 0) {
      return day + Say("samma vecka som ", "in the same week as ") + base + extras;
    }
    return day + Away(weeks, "vecka", "veckor", "week", "weeks", base) + extras;
  }

  std::string operator()(const IsoWeeks& rule) const {
    std::vector<std::string> weeks;
    for (const unsigned week : rule.weeks) weeks.push_back(std::to_string(week));
    const bool one = weeks.size() == 1;
    return TheWeekday(rule.weekday) + Say(" i vecka ", one ? " of week " : " of weeks ") +
           InOneBreath(weeks, language_);
  }

  std::string operator()(const DateList& list) const {
    if (list.dates.size() == 1) return Say("en bestämd dag", "one day decided");
    return Number(static_cast<int>(list.dates.size())) +
           Say(" bestämda dagar", " days decided one by one");
  }

  std::string operator()(const LawDay& law) const {
    const Deadline* deadline =
        organisation_ == nullptr ? nullptr : organisation_->FindDeadline(law.law);
    std::string text = Say("dagen enligt ", "the day of ") + law.law;
    if (deadline == nullptr) return text;
    text += " (" + deadline->name.In(language_) + ")";
    if (deadline->day) text += ", " + MonthDay(*deadline->day);
    return text;
  }

  std::string operator()(const TermPoint& rule) const {
    const std::string term = Say("mandatperioden", "the term");
    const std::string first = rule.weekday
                                  ? Say("första ", "the first ") + DefiniteWeekday(*rule.weekday)
                                  : Say("första arbetsdagen", "the first working day");
    switch (rule.point) {
      case TermPoint::Point::kFirstWeekdayAfterStart:
        return first + Say(" i ", " of ") + term;
      case TermPoint::Point::kMonthsAfterStart:
        return first + " " + Counted(rule.months, "månad", "månader", "month", "months") +
               Say(" in i ", " into ") + term;
      case TermPoint::Point::kMiddle:
        return (rule.weekday ? TheWeekday(*rule.weekday) + Say(" närmast ", " nearest ")
                             : std::string()) +
               Say("mitten av ", "the middle of ") + term;
      case TermPoint::Point::kEnd:
        return rule.weekday ? Say("sista ", "the last ") + DefiniteWeekday(*rule.weekday) +
                                  Say(" i ", " of ") + term
                            : Say("mandatperiodens sista dag", "the last day of the term");
      case TermPoint::Point::kElectionYear:
        break;
    }
    const std::string day = rule.day ? MonthDay(*rule.day) : std::string();
    return (rule.weekday ? first + Say(" från ", " from ") : std::string()) + day +
           Say(" varje valår", " of every election year");
  }

  std::string operator()(const OnMeetings& rule) const {
    const std::string meeting = ChosenMeeting(rule) + MeetingOf(rule);
    if (rule.days != 0) {
      return Away(rule.days, "dag", "dagar", "day", "days", meeting);
    }
    switch (rule.place) {
      case OnMeetings::Place::kAfter:
        return Say("efter ", "after ") + meeting;
      case OnMeetings::Place::kBefore:
        return Say("före ", "before ") + meeting;
      case OnMeetings::Place::kInside:
        break;
    }
    return Say("under ", "during ") + meeting;
  }

 private:
  std::string Say(const char* swedish, const char* english) const {
    return language_ == Language::kSwedish ? swedish : english;
  }
  bool swedish() const { return language_ == Language::kSwedish; }

  // "20 januari 2027".
  std::string DayWithYear(Day day) const {
    const date::year_month_day civil = CivilOf(day);
    return MonthDay(civil.month() / civil.day()) + " " + std::to_string(YearOf(day));
  }
  std::string MonthDay(date::month_day day) const {
    return std::to_string(static_cast<unsigned>(day.day())) + " " +
           std::string(MonthName(day.month(), language_));
  }

  std::string Weekdays(Weekday weekday) const {
    return std::string(WeekdayName(weekday, language_));
  }
  // "onsdagen"; "Wednesday", where an article comes before it.
  std::string DefiniteWeekday(Weekday weekday) const {
    return Weekdays(weekday) + (swedish() ? "en" : "");
  }
  // "onsdagen"; "the Wednesday".
  std::string TheWeekday(Weekday weekday) const {
    return Say("", "the ") + DefiniteWeekday(weekday);
  }

  // Words up to twelve, then digits.
  std::string Number(int number) const {
    static constexpr std::array<const char*, 13> kSwedish = {"noll", "en",   "två", "tre",  "fyra",
                                                             "fem",  "sex",  "sju", "åtta", "nio",
                                                             "tio",  "elva", "tolv"};
    static constexpr std::array<const char*, 13> kEnglish = {
        "no",    "one",   "two",  "three", "four",   "five",  "six",
        "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    if (number < 0 || number > 12) return std::to_string(number);
    return (swedish() ? kSwedish : kEnglish).at(static_cast<std::size_t>(number));
  }

  // "två veckor"; the count is not negative.
  std::string Counted(int count, const char* one_sv, const char* many_sv, const char* one_en,
                      const char* many_en) const {
    return Number(count) + " " + (count == 1 ? Say(one_sv, one_en) : Say(many_sv, many_en));
  }

  // "två veckor före X", "samma dag som X".
  std::string Away(int count, const char* one_sv, const char* many_sv, const char* one_en,
                   const char* many_en, const std::string& from) const {
    if (count == 0) return Say("samma dag som ", "on the same day as ") + from;
    return Counted(count < 0 ? -count : count, one_sv, many_sv, one_en, many_en) +
           (count < 0 ? Say(" före ", " before ") : Say(" efter ", " after ")) + from;
  }

  // 3: "tredje", "third".
  std::string Ordinal(int number) const {
    static constexpr std::array<const char*, 13> kSwedish = {
        "",       "första",  "andra",  "tredje", "fjärde", "femte", "sjätte",
        "sjunde", "åttonde", "nionde", "tionde", "elfte",  "tolfte"};
    static constexpr std::array<const char*, 13> kEnglish = {
        "",        "first",  "second", "third", "fourth",   "fifth",  "sixth",
        "seventh", "eighth", "ninth",  "tenth", "eleventh", "twelfth"};
    if (number >= 1 && number <= 12) {
      return (swedish() ? kSwedish : kEnglish).at(static_cast<std::size_t>(number));
    }
    const int last = number % 10;
    const bool teen = number % 100 / 10 == 1;
    if (swedish())
      return std::to_string(number) + (!teen && (last == 1 || last == 2) ? ":a" : ":e");
    const char* const ending = teen        ? "th"
                               : last == 1 ? "st"
                               : last == 2 ? "nd"
                               : last == 3 ? "rd"
                                           : "th";
    return std::to_string(number) + ending;
  }
  // -1: "sista", -2: "näst sista", -3: "tredje sista".
  std::string Place(int number) const {
    if (number > 0) return Ordinal(number);
    if (number == -1) return Say("sista", "last");
    return (number == -2 ? Say("näst", "second") : Ordinal(-number)) + Say(" sista", " last");
  }

  // "varje", "varannan", "var fjärde"; of neuter nouns "vart fjärde".
  std::string Every(int interval, bool neuter) const {
    if (interval == 1) return Say("varje", "every");
    if (interval == 2) return Say(neuter ? "vartannat" : "varannan", "every other");
    return Say(neuter ? "vart " : "var ", "every ") + Ordinal(interval);
  }

  // --- recurrences ------------------------------------------------------------------------------

  // Empty where the rule is of a kind nobody says aloud.
  std::string RuleInWords(const RecurrenceRule& rule, std::optional<Day> anchor) const {
    switch (rule.frequency) {
      case Frequency::kDaily:
        return Daily(rule);
      case Frequency::kWeekly:
        return Weekly(rule, anchor);
      case Frequency::kMonthly:
        return Monthly(rule, anchor);
      case Frequency::kYearly:
        return Yearly(rule, anchor);
    }
    return {};
  }

  std::string Daily(const RecurrenceRule& rule) const {
    if (!rule.by_day.empty() || !rule.by_month_day.empty() || !rule.by_set_pos.empty()) return {};
    return Every(rule.interval, false) + Say(" dag", " day") + InMonths(rule);
  }

  std::string Weekly(const RecurrenceRule& rule, std::optional<Day> anchor) const {
    if (!rule.by_set_pos.empty()) return {};
    std::vector<std::string> weekdays;
    for (const RecurrenceRule::ByDay& by : rule.by_day) weekdays.push_back(Weekdays(by.weekday));
    if (weekdays.empty() && anchor) weekdays.push_back(Weekdays(WeekdayOf(*anchor)));
    if (weekdays.size() == 1)
      return Every(rule.interval, false) + " " + weekdays[0] + InMonths(rule);
    return InOneBreath(weekdays, language_) + " " + Every(rule.interval, false) +
           Say(" vecka", " week") + InMonths(rule);
  }

  std::string Monthly(const RecurrenceRule& rule, std::optional<Day> anchor) const {
    const std::string day = DayOfMonth(rule, anchor);
    if (day.empty()) return {};
    if (rule.interval > 1) {
      return day + " " + Every(rule.interval, false) + Say(" månad", " month") + InMonths(rule);
    }
    if (rule.by_month.size() == 1) return day + Say(" i ", " of ") + Months(rule);
    return day + Say(" i månaden", " of the month") + InMonths(rule);
  }

  std::string Yearly(const RecurrenceRule& rule, std::optional<Day> anchor) const {
    const bool in_every_month = rule.by_month.empty() && !rule.by_month_day.empty();
    if (!rule.by_year_day.empty() || in_every_month) return {};
    const std::string every = " " + Every(rule.interval, true) + Say(" år", " year");
    if (const auto day = TheOneDay(rule, anchor)) return MonthDay(*day) + every;
    const std::string day = DayOfMonth(rule, anchor);
    if (day.empty()) return {};
    if (rule.by_month.empty()) return day + Say(" på året", " of the year") + every;
    return day + Say(" i ", " of ") + Months(rule) + every;
  }

  // A yearly rule that names one day of the year.
  static std::optional<date::month_day> TheOneDay(const RecurrenceRule& rule,
                                                  std::optional<Day> anchor) {
    if (!rule.by_day.empty() || rule.by_month.size() > 1 || rule.by_month_day.size() > 1 ||
        !rule.by_set_pos.empty()) {
      return std::nullopt;
    }
    if ((rule.by_month.empty() || rule.by_month_day.empty()) && !anchor) return std::nullopt;
    const auto month = rule.by_month.empty() ? CivilOf(*anchor).month()
                                             : date::month{static_cast<unsigned>(rule.by_month[0])};
    if (rule.by_month_day.empty()) return month / CivilOf(*anchor).day();
    if (rule.by_month_day[0] < 0) return std::nullopt;
    return month / date::day{static_cast<unsigned>(rule.by_month_day[0])};
  }

  // "tredje onsdagen", "första och tredje onsdagen", "sista vardagen", "den 15", "sista dagen".
  std::string DayOfMonth(const RecurrenceRule& rule, std::optional<Day> anchor) const {
    if (!rule.by_day.empty()) {
      if (!rule.by_month_day.empty()) return {};
      return rule.by_set_pos.empty() ? NumberedWeekday(rule) : ChosenWeekday(rule);
    }
    if (!rule.by_set_pos.empty()) return {};
    std::vector<int> days = rule.by_month_day;
    if (days.empty() && anchor)
      days = {static_cast<int>(static_cast<unsigned>(CivilOf(*anchor).day()))};
    std::vector<std::string> words;
    for (const int day : days) {
      words.push_back(day > 0
                          ? Say("den ", "the ") + (swedish() ? std::to_string(day) : Ordinal(day))
                          : Say("", "the ") + Place(day) + Say(" dagen", " day"));
    }
    return InOneBreath(words, language_);
  }

  std::string NumberedWeekday(const RecurrenceRule& rule) const {
    std::vector<std::string> places;
    for (const RecurrenceRule::ByDay& by : rule.by_day) {
      if (by.weekday != rule.by_day[0].weekday || by.nth == 0) return {};
      places.push_back(Place(by.nth));
    }
    return Say("", "the ") + InOneBreath(places, language_) + " " +
           DefiniteWeekday(rule.by_day[0].weekday);
  }

  std::string ChosenWeekday(const RecurrenceRule& rule) const {
    const auto is = [&](Weekday weekday) {
      return std::any_of(rule.by_day.begin(), rule.by_day.end(),
                         [&](const auto& by) { return by.weekday == weekday && by.nth == 0; });
    };
    const bool monday_to_friday = rule.by_day.size() == 5 && is(date::Monday) &&
                                  is(date::Tuesday) && is(date::Wednesday) && is(date::Thursday) &&
                                  is(date::Friday);
    if (rule.by_set_pos.size() != 1 || (!monday_to_friday && rule.by_day.size() != 1)) return {};
    const std::string place = Say("", "the ") + Place(rule.by_set_pos[0]) + " ";
    if (monday_to_friday) return place + Say("vardagen", "weekday");
    return rule.by_day[0].nth == 0 ? place + DefiniteWeekday(rule.by_day[0].weekday)
                                   : std::string();
  }

  // " (jan–maj, aug–dec)", or nothing.
  std::string InMonths(const RecurrenceRule& rule) const {
    return rule.by_month.empty() ? std::string() : " (" + Months(rule) + ")";
  }
  std::string Months(const RecurrenceRule& rule) const {
    std::vector<int> months = rule.by_month;
    std::sort(months.begin(), months.end());
    const auto name = [&](int month) { return date::month{static_cast<unsigned>(month)}; };
    if (months.size() == 1) return std::string(MonthName(name(months[0]), language_));
    std::string text;
    for (std::size_t i = 0; i < months.size();) {
      std::size_t end = i;
      while (end + 1 < months.size() && months[end + 1] == months[end] + 1) ++end;
      if (end == i + 1) end = i;  // two after each other are no span
      text += (text.empty() ? "" : ", ") + std::string(ShortMonthName(name(months[i]), language_));
      if (end > i) text += "–" + std::string(ShortMonthName(name(months[end]), language_));
      i = end + 1;
    }
    return text;
  }

  // --- other meetings ---------------------------------------------------------------------------

  // "Kommunfullmäktiges sammanträde"; "the meeting of the Municipal Council".
  std::string SeriesName(const SeriesRef& ref) const {
    const Body* body = organisation_ == nullptr ? nullptr : organisation_->FindBody(ref.body);
    const Series* series = body == nullptr ? nullptr : body->FindSeries(ref.series);
    if (series == nullptr) return ref.body + "/" + ref.series;
    const std::string meeting = InSentence(series->name.In(language_));
    const std::string& name = body->name.In(language_);
    return swedish() ? Genitive(name) + " " + meeting : "the " + meeting + " of " + name;
  }

  static std::string Genitive(const std::string& name) {
    const char last = name.empty() ? 's' : name.back();
    return last == 's' || last == 'x' || last == 'z' ? name : name + "s";
  }

  // A title begins with a capital; within a sentence it does not. Names of A-Z only: Å, Ä and Ö
  // begin no kind of meeting.
  static std::string InSentence(std::string title) {
    const bool acronym = title.size() > 1 && title[1] >= 'A' && title[1] <= 'Z';
    if (!acronym && !title.empty() && title[0] >= 'A' && title[0] <= 'Z') {
      title[0] = static_cast<char>(title[0] - 'A' + 'a');
    }
    return title;
  }

  std::string ChosenMeeting(const OnMeetings& rule) const {
    const bool term = rule.of == OnMeetings::Of::kTerm;
    switch (rule.which) {
      case OnMeetings::Which::kEvery:
        return Every(rule.n, true) + Say(" sammanträde", " meeting");
      case OnMeetings::Which::kFirst:
        return term ? Say("mandatperiodens första sammanträde", "the first meeting of the term")
                    : Say("årets första sammanträde", "the first meeting of the year");
      case OnMeetings::Which::kLast:
        return term ? Say("mandatperiodens sista sammanträde", "the last meeting of the term")
                    : Say("årets sista sammanträde", "the last meeting of the year");
      case OnMeetings::Which::kDecides:
        break;
    }
    const Report* report =
        organisation_ == nullptr ? nullptr : organisation_->FindReport(rule.decides);
    return Say("sammanträdet som beslutar ", "the meeting that decides ") +
           (report == nullptr ? rule.decides : report->name.In(language_));
  }

  // " i Kommunfullmäktige", where it is not the body's own.
  std::string MeetingOf(const OnMeetings& rule) const {
    if (!rule.from) return {};
    const Body* body =
        organisation_ == nullptr ? nullptr : organisation_->FindBody(rule.from->body);
    return Say(" i ", " of ") + (body == nullptr ? rule.from->body : body->name.In(language_));
  }

  const Organisation* organisation_;
  Language language_;
};

}  // namespace

Text WhenInWords(const When& when, const Organisation* organisation) {
  return {WhenWriter(organisation, Language::kSwedish).Write(when),
          WhenWriter(organisation, Language::kEnglish).Write(when)};
}

}  // namespace rytm
