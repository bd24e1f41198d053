#include "dates/holidays.h"

#include <array>
#include <cassert>
#include <cstddef>
#include <string_view>

namespace rytm {
namespace {

struct Entry {
  std::string_view sv;
  std::string_view en;
  NamedDayKind kind;
};

constexpr NamedDayKind kHoliday = NamedDayKind::kPublicHoliday;
constexpr NamedDayKind kEquated = NamedDayKind::kEquatedEve;
constexpr NamedDayKind kCustomary = NamedDayKind::kCustomaryEve;

constexpr Entry kNewYearsDay = {"nyårsdagen", "New Year's Day", kHoliday};
constexpr Entry kEpiphanyEve = {"trettondagsafton", "Epiphany Eve", kCustomary};
constexpr Entry kEpiphany = {"trettondedag jul", "Epiphany", kHoliday};
constexpr Entry kMaundyThursday = {"skärtorsdagen", "Maundy Thursday", kCustomary};
constexpr Entry kGoodFriday = {"långfredagen", "Good Friday", kHoliday};
constexpr Entry kEasterEve = {"påskafton", "Easter Eve", kCustomary};
constexpr Entry kEasterDay = {"påskdagen", "Easter Sunday", kHoliday};
constexpr Entry kEasterMonday = {"annandag påsk", "Easter Monday", kHoliday};
constexpr Entry kWalpurgisEve = {"valborgsmässoafton", "Walpurgis Night", kCustomary};
constexpr Entry kMayDay = {"första maj", "May Day", kHoliday};
constexpr Entry kAscensionDay = {"Kristi himmelsfärdsdag", "Ascension Day", kHoliday};
constexpr Entry kWhitEve = {"pingstafton", "Whitsun Eve", kCustomary};
constexpr Entry kWhitSunday = {"pingstdagen", "Whit Sunday", kHoliday};
constexpr Entry kWhitMonday = {"annandag pingst", "Whit Monday", kHoliday};
constexpr Entry kNationalDay = {"nationaldagen", "National Day", kHoliday};
constexpr Entry kMidsummerEve = {"midsommarafton", "Midsummer Eve", kEquated};
constexpr Entry kMidsummerDay = {"midsommardagen", "Midsummer Day", kHoliday};
constexpr Entry kAllSaintsEve = {"allhelgonaafton", "All Saints' Eve", kCustomary};
constexpr Entry kAllSaintsDay = {"alla helgons dag", "All Saints' Day", kHoliday};
constexpr Entry kChristmasEve = {"julafton", "Christmas Eve", kEquated};
constexpr Entry kChristmasDay = {"juldagen", "Christmas Day", kHoliday};
constexpr Entry kBoxingDay = {"annandag jul", "Boxing Day", kHoliday};
constexpr Entry kNewYearsEve = {"nyårsafton", "New Year's Eve", kEquated};

// SFS 2004:1320 made nationaldagen a holiday in place of annandag pingst.
constexpr int kNationalDayFrom = 2005;

// The anonymous Gregorian computus, as printed by Meeus (Astronomical Algorithms, ch. 8).
constexpr Day ComputeEaster(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int f = (b + 8) / 25;
  const int g = (b - f + 1) / 3;
  const int h = (19 * a + b - b / 4 - g + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return MakeDay(year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
}

// A Build asks for the same few Easters some hundred thousand times.
constexpr int kTableFirstYear = 1900;
constexpr std::size_t kTableYears = 300;

constexpr std::array<Day, kTableYears> MakeEasterTable() {
  std::array<Day, kTableYears> table{};
  for (std::size_t i = 0; i < kTableYears; ++i) {
    table[i] = ComputeEaster(kTableFirstYear + static_cast<int>(i));
  }
  return table;
}
constexpr std::array<Day, kTableYears> kEasterTable = MakeEasterTable();

// A day with all that the rules ask of it.
struct Facts {
  explicit Facts(Day of)
      : civil(CivilOf(of)),
        weekday(WeekdayOf(of)),
        from_easter((of - EasterSunday(static_cast<int>(civil.year()))).count()) {}

  int year() const { return static_cast<int>(civil.year()); }

  // 624 for 24 June.
  unsigned month_and_day() const {
    return static_cast<unsigned>(civil.month()) * 100 + static_cast<unsigned>(civil.day());
  }

  // Whether this is the weekday that falls between the two dates, both included: "624".
  bool IsThe(Weekday wanted, unsigned from, unsigned until) const {
    return weekday == wanted && from <= month_and_day() && month_and_day() <= until;
  }

  date::year_month_day civil;
  Weekday weekday;
  Days::rep from_easter;
};

const Entry* HolidayByDate(const Facts& day) {
  switch (day.month_and_day()) {
    case 101:
      return &kNewYearsDay;
    case 106:
      return &kEpiphany;
    case 501:
      return &kMayDay;
    case 606:
      return day.year() >= kNationalDayFrom ? &kNationalDay : nullptr;
    case 1225:
      return &kChristmasDay;
    case 1226:
      return &kBoxingDay;
    default:
      break;
  }
  if (day.IsThe(date::Saturday, 620, 626)) return &kMidsummerDay;
  if (day.IsThe(date::Saturday, 1031, 1106)) return &kAllSaintsDay;
  return nullptr;
}

const Entry* HolidayByEaster(const Facts& day) {
  switch (day.from_easter) {
    case -2:
      return &kGoodFriday;
    case 0:
      return &kEasterDay;
    case 1:
      return &kEasterMonday;
    case 39:
      return &kAscensionDay;
    case 49:
      return &kWhitSunday;
    case 50:
      return day.year() < kNationalDayFrom ? &kWhitMonday : nullptr;
    default:
      return nullptr;
  }
}

const Entry* Eve(const Facts& day) {
  switch (day.month_and_day()) {
    case 105:
      return &kEpiphanyEve;
    case 430:
      return &kWalpurgisEve;
    case 1224:
      return &kChristmasEve;
    case 1231:
      return &kNewYearsEve;
    default:
      break;
  }
  if (day.IsThe(date::Friday, 619, 625)) return &kMidsummerEve;
  if (day.IsThe(date::Friday, 1030, 1105)) return &kAllSaintsEve;
  switch (day.from_easter) {
    case -3:
      return &kMaundyThursday;
    case -1:
      return &kEasterEve;
    case 48:
      return &kWhitEve;
    default:
      return nullptr;
  }
}

bool IsPublicHoliday(const Facts& day) {
  return day.weekday == date::Sunday || HolidayByDate(day) != nullptr ||
         HolidayByEaster(day) != nullptr;
}

void AppendNamesOf(Day day, std::vector<NamedDay>& names) {
  const Facts facts(day);
  for (const Entry* entry : {HolidayByDate(facts), HolidayByEaster(facts), Eve(facts)}) {
    if (entry == nullptr) continue;
    names.push_back({day, {std::string(entry->sv), std::string(entry->en)}, entry->kind});
  }
}

}  // namespace

Day EasterSunday(int year) {
  const int index = year - kTableFirstYear;
  if (index >= 0 && index < static_cast<int>(kTableYears)) {
    return kEasterTable[static_cast<std::size_t>(index)];
  }
  return ComputeEaster(year);
}

bool IsPublicHoliday(Day day) { return IsPublicHoliday(Facts(day)); }

EveKind EveOf(Day day) {
  const Entry* eve = Eve(Facts(day));
  if (eve == nullptr) return EveKind::kNone;
  return eve->kind == kEquated ? EveKind::kEquated : EveKind::kCustomary;
}

bool IsWorkingDay(Day day) {
  const Facts facts(day);
  if (facts.weekday == date::Saturday || IsPublicHoliday(facts)) return false;
  const Entry* eve = Eve(facts);
  return eve == nullptr || eve->kind != kEquated;
}

bool IsBridgeDay(Day day) {
  return IsWorkingDay(day) && !IsWorkingDay(day - Days{1}) && !IsWorkingDay(day + Days{1});
}

int WorkingDaysIn(DaySpan span) {
  assert(span.first <= span.last);
  int count = 0;
  for (Day day = span.first; day <= span.last; day += Days{1}) count += IsWorkingDay(day) ? 1 : 0;
  return count;
}

std::vector<NamedDay> NamedDaysIn(DaySpan span) {
  assert(span.first <= span.last);
  std::vector<NamedDay> names;
  for (Day day = span.first; day <= span.last; day += Days{1}) AppendNamesOf(day, names);
  return names;
}

std::optional<Text> NameOf(Day day) {
  std::vector<NamedDay> names;
  AppendNamesOf(day, names);
  if (names.empty()) return std::nullopt;
  Text joined = names.front().name;
  for (std::size_t i = 1; i < names.size(); ++i) {
    joined.sv += " och " + names[i].name.sv;
    joined.en += " and " + names[i].name.en;
  }
  return joined;
}

}  // namespace rytm
