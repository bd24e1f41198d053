// The one door between civil time and instants. No other file includes date/tz.h.
//
// The zone data is the machine's tzdata, read once; after an update of tzdata the program must be
// started again. The date library knows no summer time after 2037, so later days are refused
// (kLastDay).
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "base/day.h"
#include "base/result.h"

namespace date {
class time_zone;
}

namespace rytm {

struct LocalTime {
  Day day;
  TimeOfDay time;                // whole minutes
  std::chrono::seconds seconds;  // beyond the minute, [0, 60)
  friend bool operator==(const LocalTime&, const LocalTime&) = default;
};

// A time zone by its IANA name. A small value; copy it.
class Zone {
 public:
  // kBadInput: no such zone. kUnavailable: tzdata is missing or cannot be read.
  static Result<Zone> Find(std::string_view name);

  const std::string& name() const { return name_; }

  // The moment the clocks of the zone show this. time: [0, 24 h). Refused (kBadInput): a time that
  // the clocks skip in spring or show twice in autumn, and days after kLastDay.
  Result<Instant> InstantOf(Day day, TimeOfDay time) const;

  // The first moment of the day, also where the clocks skip midnight. Not for days after kLastDay.
  Instant StartOfDay(Day day) const;

  LocalTime LocalOf(Instant instant) const;

  // Whether the constant time zone text in our feeds (CET and CEST, changing at 01:00 UTC on the
  // last Sundays of March and October) agrees with tzdata at every moment of the window. False too
  // for a window that reaches outside kFirstDay..kLastDay: nothing is known there.
  bool FitsOurTimeZoneText(DaySpan window) const;

 private:
  Zone(std::string name, const date::time_zone* zone) : name_(std::move(name)), zone_(zone) {}

  std::string name_;
  // Owned by the database of the library, which lives as long as the program.
  const date::time_zone* zone_;
};

}  // namespace rytm
