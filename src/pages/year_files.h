// A year of the public calendar on paper and as tables. Private to this room.
#pragma once

#include <string>
#include <vector>

#include "pages/pdf_document.h"
#include "pages/public_events.h"
#include "pages/public_files.h"

namespace rytm {

// Body × month on one page, as municipalities print it, with breaks and holidays under it.
Result<std::string> YearMatrixAsPdf(const PublicCalendar& calendar, int year,
                                    PdfDocument::Paper paper);

// The meetings of a body, a row each.
Result<std::string> MeetingsAsPdf(const PublicCalendar& calendar, const Body& body, int year);

// A row each, in words. `body` null: of all bodies.
MeetingTable MeetingsOf(const PublicCalendar& calendar, const Body* body, int year);

// CSV with semicolons and a byte order mark, as Excel in Swedish reads it.
std::string MeetingsAsCsv(const PublicCalendar& calendar, const Body* body, int year);

}  // namespace rytm
