// The lines of a calendar file from outside (RFC 5545 §3.1), read strictly. Private to this room.
//
// Not by libical: it repairs and drops in silence, and every problem must be told with its line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace rytm {

struct CalendarLine {
  std::size_t number = 0;  // where it begins in the file, from 1
  std::string name;        // in capitals: "DTSTART"
  std::vector<std::pair<std::string, std::string>> parameters;  // names in capitals, without quotes
  std::string value;                                            // as it stands

  // Empty where it is not given.
  std::string_view Parameter(std::string_view parameter) const;
};

// The lines in their order, unfolded on octets (a fold may split a character). UTF-8, UTF-16 with a
// byte order mark or Windows-1252; lines end with CR LF, LF or CR. Empty lines are no lines.
//
// Refused as a whole: no text (kBadInput), over a limit of base/limits.h (kTooLarge). A line that
// is no calendar line is a problem and left out.
Result<std::vector<CalendarLine>> ReadCalendarLines(std::string_view bytes,
                                                    std::vector<Problem>& problems);

// a-z as A-Z: names of components and properties are told apart without regard to case.
std::string Capitals(std::string_view text);

// The beginning of a value, as it may stand in a message: whole letters, nothing that steers.
std::string ShownInMessage(std::string_view value);

// TEXT (§3.3.11): "\," → ",", "\n" → line feed.
std::string UnescapedText(std::string_view value);
// Parts of a list, parted by commas that are not escaped.
std::vector<std::string> ListOfTexts(std::string_view value);

}  // namespace rytm
