// Dates, times and lengths in words, the same everywhere a person reads them.
//
// Swedish follows Språkrådet: lower case, "kl. 13.30", en dash in spans. The year is left out when
// it is the current one; who knows today chooses the variant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/text.h"

namespace rytm {

std::string_view WeekdayName(Weekday weekday, Language language);       // "onsdag", "Wednesday"
std::string_view ShortWeekdayName(Weekday weekday, Language language);  // "ons", "Wed"
std::string_view MonthName(date::month month, Language language);       // "oktober", "October"
std::string_view ShortMonthName(date::month month, Language language);  // "okt", "Oct"

// "ons 14 okt", "ons 14 okt 2026"; "Wed 14 Oct", "Wed 14 Oct 2026".
std::string ShortDay(Day day, Language language);
std::string ShortDayWithYear(Day day, Language language);

// "onsdag 14 oktober 2026", "onsdag 14 oktober"; in English "Wednesday 14 October 2026".
std::string LongDay(Day day, Language language);
std::string LongDayWithoutYear(Day day, Language language);

// "14 oktober 2026"; "14 October 2026".
std::string DateInWords(Day day, Language language);

std::string DayOfMonth(Day day);  // "14"

// For the narrow cells of a year matrix: "on 14", "We 14".
std::string MatrixDay(Day day, Language language);

// "13.00", "13:00"; without "kl.", which belongs to the sentence around it.
std::string ClockTime(TimeOfDay time, Language language);

// From a start and a length: "kl. 13.00–16.00", "13:00–16:00". An end at midnight is 24.00; one
// after midnight is the time of the next day.
std::string ClockSpan(TimeOfDay start, Minutes length, Language language);

// "45 minuter", "1 timme 30 minuter", "2 timmar"; "45 minutes", "1 hour 30 minutes", "2 hours".
// length >= 0.
std::string LengthInWords(Minutes length, Language language);

// "a", "a och b", "a, b och c"; "a, b and c". Empty where there are none.
std::string InOneBreath(const std::vector<std::string>& items, Language language);
Text InOneBreath(const std::vector<Text>& items);

}  // namespace rytm
