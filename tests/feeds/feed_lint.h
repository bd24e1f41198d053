// The rules of a subscribed calendar as functions over its bytes, written from the standards and
// from what Outlook, Google, Apple and Thunderbird are known to trip on; nothing here is shared
// with the writer.
//
// C: the calendar. C1 one VCALENDAR. C2 VERSION and PRODID first. C3 GREGORIAN, PUBLISH. C4 the
// name, twice alike. C5 the zone. C6 refresh hints, at most an hour. C7 VTIMEZONE before the
// events, if and only if used (an empty feed has it). C8 at least one event. C9 no byte order mark,
// blank line, odd name, X-LIC-ERROR, or anything after the end. C10 sorted, properties in one
// order. E: an event. E1 UID once, ASCII, at most 255. E2 DTSTAMP, UTC. E3 SEQUENCE. E4 CREATED and
// LAST-MODIFIED, UTC. E5 DTEND after DTSTART, in TZID or UTC, never floating. E7 whole days as
// DATE. E8 STATUS, TRANSP and Outlook's word agree. E9 SUMMARY: one line, no HTML. E12 LOCATION:
// one line. E13 CLASS:PUBLIC. E14 no ORGANIZER, ATTENDEE. E15 no VALARM, but for a private feed
// that asks for one: with all that readers need, none where the event is cancelled. E16 a cancelled
// event says so in its title. E19 no recurrence. S: the text. S1 CRLF. S2 75 octets, no character
// apart, no blank at either end. S3 TEXT escaped. S4 no quoted parameters. S5 no controls. URL:
// percent-encoded.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rytm {

// "S2 line 14: 80 octets". Empty: nothing wrong.
std::vector<std::string> LintFeed(std::string_view feed, bool with_alarms = false);

}  // namespace rytm
