// A year of the public calendar on paper and as tables. Private to this room.
#pragma once

#include <string>
#include <vector>

#include "pages/chain_table.h"
#include "pages/public_events.h"
#include "pages/public_files.h"

namespace rytm {

// Body × month as municipalities print it, with breaks and holidays under it: on one page, or in
// letters of 15 points, half a year at a time. `events`: those of the year.
enum class MatrixForm { kA4, kA3, kLargePrint };
Result<std::string> YearMatrixAsPdf(const PublicCalendar& calendar,
                                    const std::vector<const Event*>& events, int year,
                                    MatrixForm form);

// Meetings of a year, a row each, in words.
MeetingTable MeetingsOf(const PublicCalendar& calendar, const std::vector<const Event*>& events,
                        int year);

// Those of a body.
Result<std::string> MeetingsAsPdf(const PublicCalendar& calendar, const Body& body,
                                  const MeetingTable& table);

// What the document of its meetings with the public steps is about.
PdfDocument::About ChainsAbout(const PublicCalendar& calendar, const Body& body, int year);

}  // namespace rytm
