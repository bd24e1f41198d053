// The rules of a small municipality, as a value that can be edited the way a secretary edits them.
#pragma once

#include <string>
#include <vector>

namespace rytm {

// One body's meetings. Weekdays are 0 (Monday) to 4.
struct RandomBody {
  enum class Rhythm { kNthOfMonth, kEveryWeeks, kIsoWeeks };
  std::string id;
  std::string name;
  int weekday = 0;
  Rhythm rhythm = Rhythm::kNthOfMonth;
  int nth = 1;                          // kNthOfMonth: 1 to 3, or -1 for the last
  unsigned months = 0xFFF;              // a bit each
  int every = 4;                        // kEveryWeeks
  int anchor_weeks = 0;                 // the rhythm's first week, counted from 4 January 2027
  std::vector<int> weeks;               // kIsoWeeks
  int autumn_weekday = -1;              // another weekday from August on; -1: the same
  int begins = 13;                      // o'clock
  std::string from;                     // the body exists from here; empty: always
  std::string until;                    // to here
  std::vector<std::string> succeeds;    // ids
  std::vector<std::string> exceptions;  // JSON objects
};

struct RandomRules {
  std::vector<RandomBody> bodies;  // committees
  int recess_day = 23;             // of June: when the summer break begins
  bool skips_recess = true;        // meetings within it are left out; else a week later

  RandomBody* Find(const std::string& id);
  // The rule file: these bodies, a council on the last Monday of the month, a board two weeks
  // before it, a report through them all and a talk at every third meeting.
  std::string Text() const;
};

// Three committees, each of another rhythm.
RandomRules FirstRules();

}  // namespace rytm
