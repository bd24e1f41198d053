#include "feeds/read_reply.h"

#include <charconv>
#include <vector>

#include "base/fold.h"
#include "feeds/calendar_lines.h"

namespace rytm {
namespace {

// "mailto:Anna@example.org"; empty: no address of e-mail.
std::string AddressIn(std::string_view value) {
  constexpr std::string_view kScheme = "mailto:";
  std::string address = LowerAscii(value);
  return address.starts_with(kScheme) ? address.substr(kScheme.size()) : "";
}

// What cannot be read counts as the oldest.
int SequenceIn(std::string_view value) {
  int sequence = 0;
  std::from_chars(value.data(), value.data() + value.size(), sequence);
  return sequence;
}

// False once there is nothing more to read.
bool TakeEventLine(const CalendarLine& line, InvitationAnswer& answer) {
  if (line.name == "END" && Capitals(line.value) == "VEVENT") return false;
  if (line.name == "UID" && answer.uid.empty()) {
    answer.uid = line.value;
  } else if (line.name == "SEQUENCE") {
    answer.sequence = SequenceIn(line.value);
  } else if (line.name == "ATTENDEE" && answer.attendee.empty()) {
    answer.attendee = AddressIn(line.value);
    answer.answer = LowerAscii(line.Parameter("PARTSTAT"));
  }
  return true;
}

}  // namespace

std::optional<InvitationAnswer> ReadInvitationAnswer(std::string_view calendar) {
  std::vector<Problem> problems;  // of lines that are none: a calendar is read past them
  const Result<std::vector<CalendarLine>> lines = ReadCalendarLines(calendar, problems);
  if (!lines.ok()) return std::nullopt;
  InvitationAnswer answer;
  bool is_reply = false;
  bool in_event = false;
  for (const CalendarLine& line : lines.value()) {
    if (in_event && !TakeEventLine(line, answer)) break;
    if (line.name == "METHOD") is_reply = Capitals(line.value) == "REPLY";
    in_event = in_event || (line.name == "BEGIN" && Capitals(line.value) == "VEVENT");
  }
  if (!is_reply || answer.uid.empty() || answer.attendee.empty()) return std::nullopt;
  return answer;
}

}  // namespace rytm
