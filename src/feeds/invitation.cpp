#include "feeds/invitation.h"

#include <algorithm>

#include "feeds/content_lines.h"

namespace rytm {
namespace {

constexpr std::string_view kEventEnd = "END:VEVENT\r\n";
constexpr std::string_view kConfirmed = "\r\nSTATUS:CONFIRMED\r\n";
constexpr std::string_view kCancelled = "\r\nSTATUS:CANCELLED\r\n";

// A parameter's value in quotes. Outlook is not known to read RFC 6868, so what would need it is
// put otherwise (S4).
std::string Quoted(std::string_view name) {
  std::string quoted = "\"";
  for (const char c : name) {
    if (static_cast<unsigned char>(c) < ' ' || c == '\x7f') continue;
    quoted += c == '"' ? '\'' : c == '^' ? ' ' : c;
  }
  return quoted + "\"";
}

std::string WithoutControls(std::string address) {
  std::erase_if(address,
                [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7f'; });
  return address;
}

void AppendPeople(const Invited& invited, std::string& out) {
  ContentLines lines(out);
  lines.Begin("ORGANIZER;CN=");
  lines.Raw(Quoted(invited.organizer_name));
  lines.Raw(":mailto:");
  lines.Raw(WithoutControls(invited.organizer_address));
  lines.End();
  lines.Begin(
      "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=");
  lines.Raw(Quoted(invited.attendee_name));
  lines.Raw(":mailto:");
  lines.Raw(WithoutControls(invited.attendee_address));
  lines.End();
}

// The calendar's own reminder, an hour before (M10, E15).
void AppendAlarm(const Event& event, Language language, std::string& out) {
  ContentLines lines(out);
  lines.Constant("BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT1H\r\n");
  lines.TextLine("DESCRIPTION:", event.title.In(language));
  lines.Constant("END:VALARM\r\n");
}

// What is told of it: whoever loses it need not know more than which it was.
Event Told(const Event& event, const FeedScope& scope, const Invited& invited) {
  Event told = event;
  told.sequence = invited.sequence;
  told.modified.fill(invited.stamp);
  if (invited.method == Invited::Method::kRequest) return told;
  told.levels.Add(scope.level);
  told.description = told.public_description = told.place = told.place_access = {};
  told.link.clear();
  told.chain.clear();
  told.status = invited.method == Invited::Method::kCancel ? EventStatus::kCancelled
                                                           : EventStatus::kConfirmed;
  return told;
}

}  // namespace

std::string_view MethodOf(const Invited& invited) {
  return invited.method == Invited::Method::kRequest ? "REQUEST" : "CANCEL";
}

std::string RenderInvitation(const Event& event, const FeedScope& scope, const Invited& invited) {
  const Event told = Told(event, scope, invited);
  std::string block = RenderEvent(told, scope);
  block.resize(block.size() - kEventEnd.size());
  if (invited.method == Invited::Method::kRemove)
    if (const std::size_t at = block.find(kConfirmed); at != std::string::npos)
      block.replace(at, kConfirmed.size(), kCancelled);
  std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Rytm//Rytm//SV\r\n";
  out.append("CALSCALE:GREGORIAN\r\nMETHOD:").append(MethodOf(invited)).append("\r\n");
  if (block.find(";TZID=") != std::string::npos) out.append(TimeZoneText());
  out.append(block);
  AppendPeople(invited, out);
  if (invited.method == Invited::Method::kRequest) AppendAlarm(told, scope.language, out);
  return out.append(kEventEnd).append(FeedEnd());
}

}  // namespace rytm
