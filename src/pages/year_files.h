// A year of the public calendar on paper and as tables. Private to this room.
#pragma once

#include <string>
#include <vector>

#include "pages/pdf_document.h"
#include "pages/public_events.h"
#include "pages/public_files.h"

namespace rytm {

// Body × month on one page, as municipalities print it, with breaks and holidays under it.
// `events`: those of the year.
Result<std::string> YearMatrixAsPdf(const PublicCalendar& calendar,
                                    const std::vector<const Event*>& events, int year,
                                    PdfDocument::Paper paper);

// Meetings of a year, a row each, in words.
MeetingTable MeetingsOf(const PublicCalendar& calendar, const std::vector<const Event*>& events,
                        int year);

// Those of a body.
Result<std::string> MeetingsAsPdf(const PublicCalendar& calendar, const Body& body,
                                  const MeetingTable& table);

// With semicolons and a byte order mark, as Excel in Swedish reads it.
std::string AsCsv(const MeetingTable& table);

}  // namespace rytm
