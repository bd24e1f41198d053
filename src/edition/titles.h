// What a calendar event is called: it must read well in Outlook beside the events of others, the
// most important word first.
#pragma once

#include <optional>
#include <string>

#include "base/day.h"
#include "base/text.h"

namespace rytm {

// "Kommunstyrelsen: Sammanträde". What already holds the other stays alone: the title "Extra
// kommunstyrelsen", the body "Majoritetens gruppmöte" with its meeting "Gruppmöte".
Text TitleOfMeeting(const Text& body, const Text& title);

// "Ärendestopp: Socialnämnden 21 april": the step and the meeting it belongs to.
Text TitleOfStep(const Text& step, const Text& body, std::optional<Day> meeting);

// "Återkoppling: Årsredovisning 2026, Socialnämnden", with the same exception.
Text TitleOfReport(const Text& title, const Text& body);

// "… (dag 1 av 2)".
Text TitleOfOneDay(const Text& title, int day, int days);

// At most kTitleCharactersMax characters; a longer title ends in "…".
Text CutTitle(const Text& title);

}  // namespace rytm
