#include "base/words.h"

#include <array>
#include <cassert>

namespace rytm {
namespace {

struct Name {
  std::string_view sv;
  std::string_view en;
  std::string_view In(Language language) const { return language == Language::kSwedish ? sv : en; }
};

constexpr std::array<Name, 7> kWeekdays = {{{"måndag", "Monday"},
                                            {"tisdag", "Tuesday"},
                                            {"onsdag", "Wednesday"},
                                            {"torsdag", "Thursday"},
                                            {"fredag", "Friday"},
                                            {"lördag", "Saturday"},
                                            {"söndag", "Sunday"}}};

constexpr std::array<Name, 7> kShortWeekdays = {{{"mån", "Mon"},
                                                 {"tis", "Tue"},
                                                 {"ons", "Wed"},
                                                 {"tors", "Thu"},
                                                 {"fre", "Fri"},
                                                 {"lör", "Sat"},
                                                 {"sön", "Sun"}}};

constexpr std::array<Name, 7> kMatrixWeekdays = {{{"må", "Mo"},
                                                  {"ti", "Tu"},
                                                  {"on", "We"},
                                                  {"to", "Th"},
                                                  {"fr", "Fr"},
                                                  {"lö", "Sa"},
                                                  {"sö", "Su"}}};

constexpr std::array<Name, 12> kMonths = {{{"januari", "January"},
                                           {"februari", "February"},
                                           {"mars", "March"},
                                           {"april", "April"},
                                           {"maj", "May"},
                                           {"juni", "June"},
                                           {"juli", "July"},
                                           {"augusti", "August"},
                                           {"september", "September"},
                                           {"oktober", "October"},
                                           {"november", "November"},
                                           {"december", "December"}}};

constexpr std::array<Name, 12> kShortMonths = {{{"jan", "Jan"},
                                                {"feb", "Feb"},
                                                {"mars", "Mar"},
                                                {"april", "Apr"},
                                                {"maj", "May"},
                                                {"juni", "Jun"},
                                                {"juli", "Jul"},
                                                {"aug", "Aug"},
                                                {"sep", "Sep"},
                                                {"okt", "Oct"},
                                                {"nov", "Nov"},
                                                {"dec", "Dec"}}};

std::string_view Pick(const std::array<Name, 7>& names, Weekday weekday, Language language) {
  assert(weekday.ok());
  return names.at(weekday.iso_encoding() - 1).In(language);
}

std::string_view Pick(const std::array<Name, 12>& names, date::month month, Language language) {
  assert(month.ok());
  return names.at(static_cast<unsigned>(month) - 1).In(language);
}

std::string Joined(std::string_view weekday, Day day, std::string_view month) {
  std::string text{weekday};
  text += ' ';
  text += DayOfMonth(day);
  text += ' ';
  text += month;
  return text;
}

std::string TwoDigits(std::chrono::minutes::rep number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string Counted(std::chrono::minutes::rep count, std::string_view one, std::string_view many) {
  return std::to_string(count) + ' ' + std::string(count == 1 ? one : many);
}

}  // namespace

std::string DayOfMonth(Day day) {
  return std::to_string(static_cast<unsigned>(CivilOf(day).day()));
}

std::string_view WeekdayName(Weekday weekday, Language language) {
  return Pick(kWeekdays, weekday, language);
}

std::string_view ShortWeekdayName(Weekday weekday, Language language) {
  return Pick(kShortWeekdays, weekday, language);
}

std::string_view MonthName(date::month month, Language language) {
  return Pick(kMonths, month, language);
}

std::string_view ShortMonthName(date::month month, Language language) {
  return Pick(kShortMonths, month, language);
}

std::string ShortDay(Day day, Language language) {
  return Joined(ShortWeekdayName(WeekdayOf(day), language), day,
                ShortMonthName(CivilOf(day).month(), language));
}

std::string ShortDayWithYear(Day day, Language language) {
  return ShortDay(day, language) + ' ' + std::to_string(YearOf(day));
}

std::string LongDay(Day day, Language language) {
  return LongDayWithoutYear(day, language) + ' ' + std::to_string(YearOf(day));
}

std::string LongDayWithoutYear(Day day, Language language) {
  return Joined(WeekdayName(WeekdayOf(day), language), day,
                MonthName(CivilOf(day).month(), language));
}

std::string DateInWords(Day day, Language language) {
  return DayOfMonth(day) + ' ' + std::string(MonthName(CivilOf(day).month(), language)) + ' ' +
         std::to_string(YearOf(day));
}

std::string MatrixDay(Day day, Language language) {
  return std::string(Pick(kMatrixWeekdays, WeekdayOf(day), language)) + ' ' + DayOfMonth(day);
}

std::string ClockTime(TimeOfDay time, Language language) {
  assert(time >= TimeOfDay{0} && time <= std::chrono::hours{24});
  const char separator = language == Language::kSwedish ? '.' : ':';
  return TwoDigits(time.count() / 60) + separator + TwoDigits(time.count() % 60);
}

std::string ClockSpan(TimeOfDay start, Minutes length, Language language) {
  TimeOfDay end = start + length;
  while (end > kWholeDay) end -= kWholeDay;
  const std::string span = ClockTime(start, language) + "–" + ClockTime(end, language);
  return language == Language::kSwedish ? "kl. " + span : span;
}

std::string LengthInWords(Minutes length, Language language) {
  assert(length >= Minutes{0});
  const bool swedish = language == Language::kSwedish;
  const auto hours = length.count() / 60;
  const auto minutes = length.count() % 60;
  std::string text;
  if (hours > 0) {
    text = swedish ? Counted(hours, "timme", "timmar") : Counted(hours, "hour", "hours");
  }
  if (minutes > 0 || hours == 0) {
    if (!text.empty()) text += ' ';
    text += swedish ? Counted(minutes, "minut", "minuter") : Counted(minutes, "minute", "minutes");
  }
  return text;
}

std::string InOneBreath(const std::vector<std::string>& items, Language language) {
  const std::string_view last = language == Language::kSwedish ? " och " : " and ";
  std::string all;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) all.append(i + 1 == items.size() ? last : ", ");
    all += items[i];
  }
  return all;
}

Text InOneBreath(const std::vector<Text>& items) {
  std::vector<std::string> sv;
  std::vector<std::string> en;
  for (const Text& item : items) {
    sv.push_back(item.In(Language::kSwedish));
    en.push_back(item.In(Language::kEnglish));
  }
  return {InOneBreath(sv, Language::kSwedish), InOneBreath(en, Language::kEnglish)};
}

}  // namespace rytm
