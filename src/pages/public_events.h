// What the public calendar has to show, as values: which meetings, what is usual for a body, and
// what a reader should know of one meeting. No HTML here.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "edition/edition.h"
#include "pages/public_pages.h"

namespace rytm {

// The body if the public may know of it.
const Body* ListedBody(const Organisation& organisation, std::string_view id);

// The published edition of a listed body; null before its first.
const Edition* EditionOf(const PublicCalendar& calendar, const Body& body);

// Meetings, and dialogues marked for the public, of listed bodies, sorted by day, time and UID; of
// one body also those held jointly with it. Cancelled ones as long as the feeds tell of them.
std::vector<const Event*> PublicEvents(const PublicCalendar& calendar, const Body* body = nullptr);

// The part of sorted events whose day is in the year.
std::vector<const Event*> EventsInYear(const std::vector<const Event*>& events, int year);

// To come, today included, and standing: not cancelled, no reserve.
bool IsAhead(const Event& event, Day today);
// The first that is; null if there is none.
const Event* NextOf(const std::vector<const Event*>& events, Day today);

// What more than half of the events that stand have in common, so that a page tells it once and
// the exceptions beside it.
struct Usual {
  std::optional<Weekday> weekday;
  std::optional<TimeOfDay> at;
  std::optional<Minutes> lasts;
  std::optional<Openness> open;
  bool webcast = false;
  std::string place;  // in the language asked for; empty: none in common
  std::string title;
};
Usual UsualOf(const std::vector<const Event*>& events, Language language);

// The usual title of each body's events.
using TitleByBody = std::map<std::string_view, std::string_view>;
TitleByBody UsualTitles(const std::vector<const Event*>& events, Language language);

// "Sammanträde" of "Kommunstyrelsen: Sammanträde", where the page has said whose meetings they are.
std::string TitleBeside(const PublicCalendar& calendar, const Event& event);

// How a meeting stands, the most important first; empty for one that is as promised.
enum class Mark { kCancelled, kDropped, kMoved, kReserve, kTentative };
std::vector<Mark> MarksOf(const Event& event);
std::string_view MarkWord(Mark mark, Language language);    // "Inställt"
std::string_view MarkInCell(Mark mark, Language language);  // "inställt", short

// The first of them from today on, `most` at most.
std::vector<const Event*> NextMeetings(const std::vector<const Event*>& events, Day today,
                                       std::size_t most);

// "Flyttat från ons 20 okt: skäl", "Inställt: skäl" ...
std::string MarkInWords(Mark mark, const Event& event, Language language);

// "kl. 13.30–16.30", "hela dagen".
std::string TimeInWords(const Event& event, Language language);
// The names of the other listed bodies of a joint meeting, seen from `body`: "A och B"; or empty.
std::string JointWith(const PublicCalendar& calendar, const Event& event, std::string_view body);
// What it decides, as the public is told; or empty.
std::string_view DecisionsOf(const Event& event, Language language);
// Its marks and what it decides, a sentence each; or empty.
std::string GoodToKnow(const Event& event, Language language);
// The rest of what the public is told, a sentence each; the reason too where no mark tells it.
std::vector<std::string> SentencesOf(const Event& event, Language language);
std::string_view OpennessInWords(Openness open, Language language);

}  // namespace rytm
