// The time zones of a calendar file. Private to this room.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/result.h"
#include "dates/zone.h"
#include "feeds/calendar_lines.h"

namespace rytm {

class CalendarZones {
 public:
  explicit CalendarZones(Zone ours);
  ~CalendarZones();
  CalendarZones(const CalendarZones&) = delete;
  CalendarZones& operator=(const CalendarZones&) = delete;

  // The lines of a VTIMEZONE, without its BEGIN and END.
  void Add(const std::vector<CalendarLine>& lines);

  // Whether times in it are ours as they stand.
  bool IsOurs(std::string_view tzid) const;

  // In our zone; kBadInput where the zone is unknown or its clocks do not show that time once.
  Result<LocalTime> InOurs(Day day, TimeOfDay time, std::string_view tzid) const;
  LocalTime InOurs(Instant instant) const { return ours_.LocalOf(instant); }

 private:
  struct OwnZone;  // one that a VTIMEZONE defines

  Zone ours_;
  std::map<std::string, std::unique_ptr<OwnZone>, std::less<>> own_;
};

}  // namespace rytm
