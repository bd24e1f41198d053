// Swedish public holidays, eves, bridge days and working days, computed.
//
// Sources: lag (1989:253) om allmänna helgdagar; lag (1930:173) om beräkning av lagstadgad tid 2 §
// for the three eves that count as Sundays; custom and collective agreements for the other eves.
// True to the statute book from 1990 (annandag pingst until 2004, nationaldagen from 2005, SFS
// 2004:1320); earlier years are answered as 1990. Everything here is a pure function of the day and
// cheap enough to be asked for every day of a term.
#pragma once

#include <optional>
#include <vector>

#include "base/day.h"
#include "base/text.h"

namespace rytm {

// Påskdagen of the Gregorian calendar. Year: 1583 or later.
Day EasterSunday(int year);

// Every Sunday is one (1989:253).
bool IsPublicHoliday(Day day);

enum class EveKind {
  kNone,
  kEquated,    // midsommarafton, julafton, nyårsafton: as a Sunday for legal time (1930:173 2 §)
  kCustomary,  // trettondagsafton, skärtorsdagen, påskafton, valborg, pingstafton, allhelgonaafton:
               // often a half day
};
EveKind EveOf(Day day);

// Monday to Friday, no public holiday, no equated eve. Customary eves and bridge days are working
// days.
bool IsWorkingDay(Day day);

// Klämdag in the strict sense: a working day between two days that are not.
bool IsBridgeDay(Day day);

// Number of working days in the span, both ends counted.
int WorkingDaysIn(DaySpan span);

enum class NamedDayKind { kPublicHoliday, kEquatedEve, kCustomaryEve };

struct NamedDay {
  Day day;
  Text name;  // sv as in the law, lower case: "långfredagen"; en: "Good Friday"
  NamedDayKind kind = NamedDayKind::kPublicHoliday;

  friend bool operator==(const NamedDay&, const NamedDay&) = default;
};

// Holidays and eves with a name, by day; an ordinary Sunday has none. One day can stand twice,
// holiday before eve (2008-05-01 was both första maj and Kristi himmelsfärdsdag).
std::vector<NamedDay> NamedDaysIn(DaySpan span);

// The name of the day, names joined with "och" when it has several; nullopt for days without one.
std::optional<Text> NameOf(Day day);

}  // namespace rytm
