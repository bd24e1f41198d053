#include "organisation/day_phrase.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/json_reader.h"
#include "base/json_words.h"
#include "base/words.h"
#include "dates/iso_week.h"
#include "organisation/day_tokens.h"

namespace rytm {
namespace {

using Kind = DayToken::Kind;

constexpr int kYearMin = 1990;  // a number from here on is a year, not a number of something
constexpr int kYearMax = 2099;
constexpr int kDaysInARowMax = 5;
constexpr Days kExcelEpoch{-25569};  // day 0 of Excel counted from 1970-01-01

// A meeting as far as the phrase has said it.
struct Entry {
  DayToken::Date first;
  std::optional<DayToken::Date> last;
  std::string_view text;
  std::optional<Weekday> weekday;
  unsigned week = 0;
  std::optional<TimeOfDay> from;
  std::optional<TimeOfDay> to;
  MeetingStatus status = MeetingStatus::kRegular;
  bool cancelled = false;
};

class PhraseReader {
 public:
  PhraseReader(std::string_view text, const PhraseContext& context)
      : context_(context), tokens_(TokensOf(text)) {}

  DayPhrase Read() {
    for (at_ = 0; at_ < tokens_.size(); ++at_) Take(tokens_[at_]);
    phrase_.has_days = !entries_.empty();
    if (entries_.empty()) {
      phrase_.year = several_years_ ? std::nullopt : year_;
      phrase_.month = month_first_;
    }
    ShareTime();
    for (const Entry& entry : entries_) Finish(entry);
    if (!phrase_.problems.empty()) phrase_.meetings.clear();
    phrase_.lacks_year = phrase_.lacks_year && phrase_.problems.empty();
    if (phrase_.lacks_year) phrase_.meetings.clear();
    return std::move(phrase_);
  }

 private:
  void Tell(Text what, Text instead) {
    phrase_.problems.push_back(
        {.file = "", .pointer = "", .what = std::move(what), .instead = std::move(instead)});
  }

  void Take(const DayToken& token) {
    switch (token.kind) {
      case Kind::kNumber:
        return TakeNumber(token);
      case Kind::kNumbers:
        return TakeNumbers(token);
      case Kind::kDay:
        return Begin(token, token.first, std::nullopt);
      case Kind::kDays:
        return Begin(token, token.first, token.second);
      case Kind::kTime:
        return TakeTime(token.from);
      case Kind::kTimes:
        return TakeTimes(token.from, token.to);
      case Kind::kDayOrTime:
        return TakeDayOrTime(token);
      case Kind::kSerial:
        return TellSerial(token);
      case Kind::kMonth:
        return TakeMonth(token);
      case Kind::kWeekday:
      case Kind::kWeek:
        return TakeWeekdayOrWeek(token);
      case Kind::kCancelled:
      case Kind::kReserve:
      case Kind::kIfNeeded:
        return TakeMark(token);
      case Kind::kAtTime:
        hours_follow_ = true;
        return;
      case Kind::kDash:
        return;
      case Kind::kComma:
        if (token.text != ":" && token.text != ".") after_comma_ = true;
        return;
      case Kind::kOpen:
      case Kind::kClose:
      case Kind::kFiller:
        return;
      case Kind::kUnknown:
        return TellUnknown();
    }
  }

  // Once for all the words that follow each other.
  void TellUnknown() {
    const char* begin = tokens_[at_].text.data();
    while (at_ + 1 < tokens_.size() && tokens_[at_ + 1].kind == Kind::kUnknown) ++at_;
    const std::string_view last = tokens_[at_].text;
    const std::string words = Quoted(
        std::string_view(begin, static_cast<std::size_t>(last.data() + last.size() - begin)));
    Tell({words + " hör inte till några dagar eller tider.",
          words + " does not belong to days or times."},
         {"Ta bort orden, eller sätt # först på raden om den inte hör till planen.",
          "Take the words away, or put # first on the line if it is not of the plan."});
  }

  void Begin(const DayToken& token, DayToken::Date first, std::optional<DayToken::Date> last) {
    Entry entry;
    entry.first = first;
    entry.last = last;
    entry.text = token.text;
    if (month_first_ && entry.first.month == 0) {
      entry.first.month = *month_first_;
      if (entry.last) entry.last->month = *month_first_;
    }
    entry.weekday = std::exchange(weekday_, std::nullopt);
    entry.week = std::exchange(week_, 0U);
    entries_.push_back(entry);
    after_comma_ = false;
    hours_follow_ = false;
  }

  const DayToken* Next() const { return at_ + 1 < tokens_.size() ? &tokens_[at_ + 1] : nullptr; }
  const DayToken* Before() const { return at_ > 0 ? &tokens_[at_ - 1] : nullptr; }

  void TakeNumber(const DayToken& token) {
    if (token.first.year != 0) return TakeYear(token, token.first.year);
    const DayToken* before = Before();
    const bool after_dash = before != nullptr && before->kind == Kind::kDash;
    // "13-jan-27": the figures after the month are the year.
    if (after_dash && before->glued && token.glued && at_ > 1 &&
        tokens_[at_ - 2].kind == Kind::kMonth && !month_first_)
      return TakeYear(token, 2000 + static_cast<int>(token.first.day));
    if (hours_follow_ || (after_dash && ExpectsEnd())) return TakeHours(token);
    // "19 – 20 juni"
    if (after_dash && !entries_.empty() && !entries_.back().last && at_ > 1 &&
        tokens_[at_ - 2].kind == Kind::kNumber && entries_.back().first.year == 0) {
      entries_.back().last = DayToken::Date{0, entries_.back().first.month, token.first.day};
      return;
    }
    Begin(token, token.first, std::nullopt);
  }

  // A time has begun, and its end may follow.
  bool ExpectsEnd() const {
    if (at_ < 2 || (tokens_[at_ - 2].kind != Kind::kTime && tokens_[at_ - 2].kind != Kind::kNumber))
      return false;
    return time_open_;
  }

  void TakeHours(const DayToken& token) {
    if (token.first.day > 24) {
      return Tell(
          {Quoted(token.text) + " är inget klockslag.", Quoted(token.text) + " is no time."},
          {"Skriv som 13.00.", "Write it as 13.00."});
    }
    TakeTime(TimeOfDay{60 * static_cast<int>(token.first.day)});
  }

  void TakeNumbers(const DayToken& token) {
    if (!hours_follow_) return Begin(token, token.first, token.second);
    if (token.first.day > 24 || token.second.day > 24) return TakeHours(token);
    TakeTimes(TimeOfDay{60 * static_cast<int>(token.first.day)},
              TimeOfDay{60 * static_cast<int>(token.second.day)});
  }

  void TakeYear(const DayToken& token, int year) {
    if (year < kYearMin || year > kYearMax) {
      return Tell({Quoted(token.text) + " är inget år som går att planera.",
                   Quoted(token.text) + " is no year that can be planned."},
                  {});
    }
    if (year_ && *year_ != year && entries_.empty()) {
      several_years_ = true;
      return Tell(
          {"Här står flera år: " + std::to_string(*year_) + " och " + std::to_string(year) + ".",
           "Several years stand here: " + std::to_string(*year_) + " and " + std::to_string(year) +
               "."},
          {"Skriv året vid varje dag.", "Write the year with each day."});
    }
    year_ = year;
    for (Entry& entry : entries_) {
      if (entry.first.year == 0) entry.first.year = year;
      if (entry.last && entry.last->year == 0) entry.last->year = year;
    }
  }

  void TakeMonth(const DayToken& token) {
    bool given = false;
    for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry) {
      if (entry->first.month != 0) break;
      entry->first.month = token.month;
      if (entry->last) entry->last->month = token.month;
      given = true;
    }
    if (!given) month_first_ = token.month;
  }

  // It belongs to the day that follows right after, else to the one before.
  void TakeWeekdayOrWeek(const DayToken& token) {
    const DayToken* next = Next();
    for (std::size_t i = at_ + 1; i < tokens_.size(); ++i) {
      next = &tokens_[i];
      const bool says_nothing =
          next->kind == Kind::kFiller || (next->kind == Kind::kComma && next->text == ".") ||
          next->kind == Kind::kWeekday || next->kind == Kind::kWeek || next->kind == Kind::kDash;
      if (!says_nothing) break;
    }
    const bool day_follows =
        next != nullptr &&
        (next->kind == Kind::kNumber || next->kind == Kind::kNumbers || next->kind == Kind::kDay ||
         next->kind == Kind::kDays || next->kind == Kind::kDayOrTime);
    const bool before = !day_follows && !entries_.empty();
    if (token.kind == Kind::kWeek) {
      (before ? entries_.back().week : week_) = token.first.day;
    } else {
      (before ? entries_.back().weekday : weekday_) = token.weekday;
    }
  }

  void TakeMark(const DayToken& token) {
    const auto mark = [&](auto& thing) {
      if (token.kind == Kind::kCancelled) thing.cancelled = true;
      if (token.kind == Kind::kReserve) thing.status = MeetingStatus::kReserve;
      if (token.kind == Kind::kIfNeeded) thing.status = MeetingStatus::kIfNeeded;
    };
    if (entries_.empty()) return mark(phrase_);
    mark(entries_.back());
  }

  // "13.10" is a time after "kl." or right after a day, and a day where no time can stand.
  void TakeDayOrTime(const DayToken& token) {
    const bool right_after_day = !entries_.empty() && !entries_.back().from && !after_comma_;
    const DayToken* before = Before();
    const bool ends_time = before != nullptr && before->kind == Kind::kDash && time_open_;
    if (hours_follow_ || right_after_day || ends_time) return TakeTime(token.from);
    Tell({Quoted(token.text) + " kan vara en dag eller ett klockslag.",
          Quoted(token.text) + " can be a day or a time."},
         {"Skriv " + std::to_string(token.first.day) + "/" + std::to_string(token.first.month) +
              " eller kl. " + std::string(token.text) + ".",
          "Write " + std::to_string(token.first.day) + "/" + std::to_string(token.first.month) +
              " or at " + std::string(token.text) + "."});
  }

  void TakeTime(TimeOfDay time) {
    hours_follow_ = false;
    const DayToken* before = Before();
    std::optional<TimeOfDay>& from = entries_.empty() ? from_ : entries_.back().from;
    std::optional<TimeOfDay>& to = entries_.empty() ? to_ : entries_.back().to;
    if (time_open_ && before != nullptr && before->kind == Kind::kDash && from && !to) {
      to = time;
      time_open_ = false;
      return;
    }
    if (from) {
      return Tell(
          {"Här står två klockslag för samma möte.", "Two times stand here for one meeting."},
          {"Skriv en tid eller från–till: 13.00–16.00.",
           "Write one time, or from and to: 13.00–16.00."});
    }
    from = time;
    time_open_ = true;
    time_last_ = entries_.size();
    ++times_;
  }

  void TakeTimes(TimeOfDay from, TimeOfDay to) {
    TakeTime(from);
    (entries_.empty() ? to_ : entries_.back().to) = to;
    time_open_ = false;
  }

  void TellSerial(const DayToken& token) {
    const Day day{kExcelEpoch + Days{token.serial}};
    Text instead("Skriv dagen som 2027-02-03.", "Write the day as 2027-02-03.");
    if (kPlanDays.Contains(day)) {
      instead = {"Är det Excels tal för " + ShortDayWithYear(day, Language::kSwedish) +
                     "? Formatera kolumnen som datum och spara igen.",
                 "Is it Excel's number for " + ShortDayWithYear(day, Language::kEnglish) +
                     "? Format the column as dates and save again."};
    }
    Tell({Quoted(token.text) + " är ett tal, ingen dag.",
          Quoted(token.text) + " is a number, no day."},
         instead);
  }

  // One time, said before all days or after the last, is everybody's.
  void ShareTime() {
    const bool after_all = times_ == 1 && time_last_ == entries_.size();
    if (from_ || !after_all || entries_.empty()) {
      phrase_.at = from_;
      if (from_ && to_) phrase_.lasts = LengthOf(*from_, *to_);
    } else {
      from_ = entries_.back().from;
      to_ = entries_.back().to;
    }
    for (Entry& entry : entries_) {
      if (entry.from || !from_) continue;
      entry.from = from_;
      entry.to = to_;
    }
  }

  std::optional<Minutes> LengthOf(TimeOfDay from, TimeOfDay to) {
    if (to > from) return to - from;
    Tell({"Mötet slutar kl. " + ClockTime(to, Language::kSwedish) + ", innan det börjar kl. " +
              ClockTime(from, Language::kSwedish) + ".",
          "The meeting ends at " + ClockTime(to, Language::kEnglish) + ", before it begins at " +
              ClockTime(from, Language::kEnglish) + "."},
         {"Skriv från–till: 13.00–16.00.", "Write from and to: 13.00–16.00."});
    return std::nullopt;
  }

  // The day, once month and year are known; what is missing or wrong is told.
  std::optional<Day> DayOf(DayToken::Date date, std::string_view text) {
    if (date.month != 0 && context_.month && date.month != *context_.month) {
      Tell({Quoted(text) + " står under " + Month(*context_.month, Language::kSwedish) + ".",
            Quoted(text) + " stands under " + Month(*context_.month, Language::kEnglish) + "."},
           {"Flytta dagen till rätt månad. Är det flera dagar, skriv komma mellan dem.",
            "Move the day to its month. If these are several days, write a comma between them."});
      return std::nullopt;
    }
    if (date.month == 0) date.month = context_.month.value_or(0);
    if (date.month == 0) {
      Tell({"Vilken månad hör dag " + std::to_string(date.day) + " till?",
            "Which month is day " + std::to_string(date.day) + " of?"},
           {"Skriv till exempel " + std::to_string(date.day) + " februari.",
            "Write, for example, " + std::to_string(date.day) + " February."});
      return std::nullopt;
    }
    if (date.year == 0) date.year = year_.value_or(context_.year.value_or(0));
    if (date.year == 0) {
      phrase_.lacks_year = true;
      return std::nullopt;
    }
    const date::year_month_day civil{date::year{date.year}, date::month{date.month},
                                     date::day{date.day}};
    if (!civil.ok()) {
      Tell({Quoted(text) + ": den dagen finns inte.", Quoted(text) + ": there is no such day."},
           {});
      return std::nullopt;
    }
    const Day day{civil};
    if (kPlanDays.Contains(day)) return day;
    Tell({FormatDay(day) + " går inte att planera.", FormatDay(day) + " cannot be planned."},
         {"Dagar från " + FormatDay(kFirstDay) + " till " + FormatDay(kLastDay) + ".",
          "Days from " + FormatDay(kFirstDay) + " to " + FormatDay(kLastDay) + "."});
    return std::nullopt;
  }

  static std::string Month(unsigned month, Language language) {
    return std::string(MonthName(date::month{month}, language));
  }

  void CheckWeekday(const Entry& entry, Day day) {
    if (!entry.weekday || *entry.weekday == WeekdayOf(day)) return;
    const auto in = [&](Language language) {
      return std::string(WeekdayName(*entry.weekday, language));
    };
    // The day within half a week that has the weekday.
    Day meant = day - Days{3};
    while (WeekdayOf(meant) != *entry.weekday) meant += Days{1};
    Tell(
        {FormatDay(day) + " är en " + std::string(WeekdayName(WeekdayOf(day), Language::kSwedish)) +
             ", inte en " + in(Language::kSwedish) + ".",
         FormatDay(day) + " is a " + std::string(WeekdayName(WeekdayOf(day), Language::kEnglish)) +
             ", not a " + in(Language::kEnglish) + "."},
        {"Menas " + ShortDay(day, Language::kSwedish) + " eller " +
             ShortDay(meant, Language::kSwedish) + "?",
         "Is it " + ShortDay(day, Language::kEnglish) + " or " +
             ShortDay(meant, Language::kEnglish) + "?"});
  }

  void CheckWeek(const Entry& entry, Day day) {
    const unsigned week = IsoWeekOf(day).week;
    if (entry.week == 0 || entry.week == week) return;
    Tell({FormatDay(day) + " är i vecka " + std::to_string(week) + ", inte " +
              std::to_string(entry.week) + ".",
          FormatDay(day) + " is in week " + std::to_string(week) + ", not " +
              std::to_string(entry.week) + "."},
         {"Rätta dagen eller veckan.", "Correct the day or the week."});
  }

  void Finish(const Entry& entry) {
    const std::optional<Day> day = DayOf(entry.first, entry.text);
    if (!day) return;
    CheckWeekday(entry, *day);
    CheckWeek(entry, *day);
    PhraseMeeting meeting{.day = *day,
                          .days = 1,
                          .at = entry.from,
                          .lasts = std::nullopt,
                          .status = entry.status,
                          .cancelled = entry.cancelled || phrase_.cancelled};
    if (meeting.status == MeetingStatus::kRegular) meeting.status = phrase_.status;
    if (entry.from && entry.to) meeting.lasts = LengthOf(*entry.from, *entry.to);
    if (entry.last) {
      const std::optional<Day> last = DayOf(*entry.last, entry.text);
      if (!last) return;
      meeting.days = 1 + static_cast<int>((*last - *day).count());
      if (meeting.days < 2 || meeting.days > kDaysInARowMax) {
        return Tell({"Ett möte är högst " + std::to_string(kDaysInARowMax) +
                         " dagar i rad: " + FormatDay(*day) + "–" + FormatDay(*last) + ".",
                     "A meeting is at most " + std::to_string(kDaysInARowMax) +
                         " days in a row: " + FormatDay(*day) + " to " + FormatDay(*last) + "."},
                    {"Är det två möten, skriv komma mellan dagarna.",
                     "If these are two meetings, write a comma between the days."});
      }
    }
    phrase_.meetings.push_back(meeting);
  }

  PhraseContext context_;
  std::vector<DayToken> tokens_;
  std::size_t at_ = 0;
  std::vector<Entry> entries_;
  std::optional<unsigned> month_first_;  // "januari 13, 27": of the days that follow
  std::optional<int> year_;
  bool several_years_ = false;
  std::optional<Weekday> weekday_;  // of the day that follows
  unsigned week_ = 0;
  std::optional<TimeOfDay> from_;  // said before any day
  std::optional<TimeOfDay> to_;
  bool hours_follow_ = false;  // "kl." came before
  bool time_open_ = false;     // the end of a time may follow
  bool after_comma_ = false;   // since the last day
  int times_ = 0;
  std::size_t time_last_ = 0;  // days said before the last time
  DayPhrase phrase_;
};

}  // namespace

DayPhrase ReadDayPhrase(std::string_view text, const PhraseContext& context) {
  return PhraseReader(text, context).Read();
}

}  // namespace rytm
