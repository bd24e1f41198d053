// A committee, its people and a few dates: what tests of reminders are about.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dates/zone.h"
#include "edition/edition.h"
#include "reminders/due.h"

namespace rytm {

inline Day D(const char* text) { return *ParseDay(text); }
inline Instant I(const char* text) { return *ParseInstant(text); }
inline const Zone& Stockholm() {
  static const Zone zone = Zone::Find("Europe/Stockholm").value();
  return zone;
}

constexpr Levels kAllInside{Level::kMember, Level::kManagement, Level::kOfficial,
                            Level::kSecretariat};
constexpr Levels kWorking{Level::kManagement, Level::kOfficial, Level::kSecretariat};

inline Event Meeting(const std::string& id, const char* day, const std::string& body = "sn") {
  Event event;
  event.uid = "ekeby." + body + ".meeting." + id + "@ekeby.example";
  event.kind = EventKind::kMeeting;
  event.body = body;
  event.origin = "meeting";
  event.day = D(day);
  event.at = TimeOfDay{13 * 60 + 30};
  event.lasts = Minutes{180};
  event.title = {"Socialnämnden: Sammanträde", "Social committee: Meeting"};
  event.description = {"Behandlar:\n– Delårsrapport: beslut", "On the agenda:\n– Interim report"};
  event.place = {"Stora salen, Kommunhuset", "Great hall, Town hall"};
  event.levels = kAllInside;
  event.modified.fill(I("2026-12-01T10:00:00Z"));
  return event;
}

inline Event StepOf(const Event& meeting, const std::string& step, const char* day,
                    const char* name) {
  Event event = meeting;
  event.uid = std::string(meeting.id()) + "." + step + "@ekeby.example";
  event.kind = EventKind::kStep;
  event.origin = step;
  event.parent_uid = meeting.uid;
  event.day = D(day);
  event.at.reset();
  event.lasts = Minutes{0};
  event.title = {std::string(name) + ": Socialnämnden", std::string(name) + ": Social committee"};
  event.description = {};
  event.place = {};
  event.levels = kWorking;
  return event;
}

inline Event Reflection(const std::string& id, const char* day) {
  Event event = Meeting(id, day);
  event.uid = "ekeby.sn.reflection." + id + "@ekeby.example";
  event.kind = EventKind::kDialogue;
  event.origin = "reflection";
  event.title = {"Socialnämnden: Reflektion", "Social committee: Reflection"};
  event.description = {"Förbered dig så här:\n– Vad har vi lärt oss?",
                       "To prepare:\n– What have we learnt?"};
  return event;
}

inline Edition EditionOf(std::vector<Event> events, const std::string& body = "sn") {
  Edition edition;
  edition.organisation = "ekeby";
  edition.body = body;
  edition.body_name = body == "sn" ? Text{"Socialnämnden", "Social committee"} : Text{body};
  edition.events = std::move(events);
  return edition;
}

inline Correspondent Somebody(const std::string& id, Post post, ReminderKinds kinds,
                              const std::string& body = "sn") {
  MailChoices choices = IsElected(post) ? UsualForElected() : UsualForOfficials();
  choices.reminders = kinds;
  return {.person = {.id = id,
                     .name = "Karin Exempel",
                     .address = id + "@example.org",
                     .created = I("2026-11-01T10:00:00Z"),
                     .assignments = {{.body = body, .post = post, .from = D("2026-01-01")}}},
          .choices = choices};
}

constexpr ReminderKinds kEveryKind{ReminderKind::kPapers,    ReminderKind::kWeekBefore,
                                   ReminderKind::kDayBefore, ReminderKind::kMorning,
                                   ReminderKind::kDeadline,  ReminderKind::kDialogue};

}  // namespace rytm
