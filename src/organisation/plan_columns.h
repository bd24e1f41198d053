// What the columns of a table of meetings hold, by their headings. Private to this room.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "organisation/body_names.h"

namespace rytm {

struct PlanColumn {
  enum class Role {
    kIgnored,
    kBody,
    kDay,
    kWeekday,
    kWeek,
    kTime,
    kEnd,
    kPlace,
    kYear,
    kMonth,
    kStatus,
    kKind,    // what the row is: "möte", "steg"
    kDaysIn,  // days of the month `month`
    kDaysOf,  // days of the body `body`
    kRowName  // the first column of a table of days: a body, or a month
  };
  Role role = Role::kIgnored;
  std::string heading{};
  unsigned month = 0;          // kDaysIn
  std::optional<int> year{};   // kDaysIn, where the heading says it
  const Body* body = nullptr;  // kDaysOf
};

// The columns, if the row is a heading: it names a column of days and another one, or two months,
// or two bodies, and holds no day itself.
std::optional<std::vector<PlanColumn>> ReadHeading(const std::vector<std::string>& cells,
                                                   const BodyNames& names);

}  // namespace rytm
