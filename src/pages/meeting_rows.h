// One meeting as values for the templates: in a list, in the table of a year, in a cell of the
// matrix. Private to this room.
#pragma once

#include <string>
#include <vector>

#include "pages/page_data.h"
#include "pages/public_events.h"

namespace rytm {

// Each mark with its shape and its words: "Flyttat från ons 20 okt: skäl".
PageList MarkData(const Event& event, Language language);

// The parts that every way to show a meeting has: address, date, time, week, whether it is gone.
PageData DateData(const PublicCalendar& calendar, const Event& event);

// The template "meetings": days in large type, one under another. On a body's page the list says
// what the meetings are called, and where only when it is not the usual place ...
std::string MeetingList(const PublicCalendar& calendar, const PageTemplates& templates,
                        const std::vector<const Event*>& events, const Body& body,
                        const Usual& usual);
// ... elsewhere whose they are, and what they are called only when it is not the usual title.
std::string MeetingList(const PublicCalendar& calendar, const PageTemplates& templates,
                        const std::vector<const Event*>& events, const TitleByBody& usual);

// A row in the table of a body's year.
PageData YearRow(const PublicCalendar& calendar, const Event& event, const Body& body,
                 const Usual& usual);

// "i dag", "i morgon"; empty otherwise.
std::string_view NearInWords(Day day, Day today, Language language);

// The drawing of a kind of body: council, executive board, other.
std::string_view ShapeOf(BodyKind kind);
std::string_view ClassOf(BodyKind kind);

}  // namespace rytm
