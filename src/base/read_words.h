// Months and weekdays in the words of people, read: the way back from base/words.h.
#pragma once

#include <optional>
#include <string_view>

#include "base/day.h"

namespace rytm {

// "januari", "jan", "Jan.", "sept"; Swedish or English, in any case, from three letters on.
std::optional<date::month> ReadMonthName(std::string_view word);

// "onsdag", "onsdagen", "ons", "ons.", "On"; Swedish or English, in any case and with or without
// the rings and dots of å and ö, from two letters on.
std::optional<Weekday> ReadWeekdayName(std::string_view word);

}  // namespace rytm
