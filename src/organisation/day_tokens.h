// The words and figures of a day phrase, each as what it can be. Private to this room.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/day.h"

namespace rytm {

struct DayToken {
  enum class Kind {
    kNumber,     // "13": a day, a year or an hour; `first`
    kNumbers,    // "19-20": days or hours; `first` and `second`
    kDay,        // "3/2", "2027-02-03"; `first`, with a year or without
    kDays,       // "19-20/6", "30/6-1/7"; `first` and `second`
    kTime,       // "13:30"; `from`
    kTimes,      // "13.30-16.00"; `from` and `to`
    kDayOrTime,  // "13.10"; `first` and `from`
    kSerial,     // "46421": the number of a day in Excel; `serial`
    kMonth,
    kWeekday,
    kWeek,  // "v. 5"; `first.day` is the week
    kAtTime,
    kDash,
    kComma,
    kOpen,   // of a parenthesis
    kClose,  // of a parenthesis
    kCancelled,
    kReserve,
    kIfNeeded,
    kFiller,  // "den", "och": says nothing by itself
    kUnknown
  };
  // A day as far as it is said; 0: not said.
  struct Date {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
  };
  Kind kind = Kind::kUnknown;
  std::string_view text{};  // as written
  bool glued = false;       // no blank before it
  Date first{};
  Date second{};
  TimeOfDay from{};
  TimeOfDay to{};
  int serial = 0;
  unsigned month = 0;
  Weekday weekday{0U};
};

// The text must outlive the tokens.
std::vector<DayToken> TokensOf(std::string_view text);

}  // namespace rytm
