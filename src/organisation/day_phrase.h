// Days and times as people write them in a plan: "ons 3 feb, 13 och 27 mars kl. 13.00". Private to
// this room.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/result.h"
#include "organisation/organisation.h"

namespace rytm {

struct PhraseContext {
  std::optional<int> year;        // of days that name none
  std::optional<unsigned> month;  // of the column or heading the phrase stands under
};

struct PhraseMeeting {
  Day day{};
  int days = 1;
  std::optional<TimeOfDay> at;
  std::optional<Minutes> lasts;
  MeetingStatus status = MeetingStatus::kRegular;
  bool cancelled = false;
};

struct DayPhrase {
  std::vector<PhraseMeeting> meetings;  // in the order written; none where a problem is told
  std::optional<int> year;              // named without a day: a heading
  std::optional<unsigned> month;        // the same
  std::optional<TimeOfDay> at;          // the same
  std::optional<Minutes> lasts;
  MeetingStatus status = MeetingStatus::kRegular;  // the same
  bool cancelled = false;
  bool has_days = false;          // also where a problem is told
  bool lacks_year = false;        // the only thing wrong: no year is known
  std::vector<Problem> problems;  // without a place
};

// Every word must be understood, and nothing is guessed: what can mean two things is a problem that
// says how to write each. A weekday or a week beside a day is checked against it. A year at the end
// of several days, and one time before or after them, hold for all.
DayPhrase ReadDayPhrase(std::string_view text, const PhraseContext& context);

}  // namespace rytm
