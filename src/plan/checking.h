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

// Whether the report is the budget that the council sets, whatever its days.
bool IsBudget(const Report& report);

}  // namespace rytm
