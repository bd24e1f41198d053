// What the families of findings share. Private to this room.
#pragma once

#include <string_view>

#include "plan/findings.h"

namespace rytm {

// Cancelled meetings and reserve dates trouble nobody.
inline bool HeldAsPlanned(const Item& item) {
  return !item.cancelled && item.status != MeetingStatus::kReserve;
}

// The deadline if it is in force on the day and binds bodies of this kind, else nullptr.
const Deadline* Binding(const Organisation& organisation, std::string_view law, BodyKind kind,
                        Day day);

// Findings about reports and the law (report_law_findings.cpp), a part of FindLawTrouble.
void FindReportLawTrouble(const FindingFacts& facts, Findings& findings);

// Neither a Saturday, a holiday nor its eve, nor in the election week, a recess or a school break.
// day_findings.cpp
bool Undisturbed(Day day, const DayFacts& days);

// The nearest day, at most two weeks away, that a meeting or talk could be held on in the item's
// stead as far as `fits` and the calendar know; of two as near, the earlier.
template <class Fits>
std::optional<Day> NearestDay(const FindingFacts& facts, const Item& item, const Fits& fits) {
  constexpr int kWithinDays = 14;
  for (int away = 1; away <= kWithinDays; ++away)
    for (const Day day : {item.day - Days{away}, item.day + Days{away}}) {
      bool free = !facts.today || day >= *facts.today;
      for (int i = 0; i < item.days && free; ++i)
        free = Undisturbed(day + Days{i}, facts.days) && fits(day + Days{i});
      if (free) return day;
    }
  return std::nullopt;
}

// What moves the item there: a meeting, a talk, or a step of a meeting. None: its day is past.
std::optional<Adjustment> MoveOf(const FindingFacts& facts, const Item& item,
                                 std::optional<Day> day);

// Whether the report is the budget that the council sets, whatever its days.
bool IsBudget(const Report& report);

}  // namespace rytm
