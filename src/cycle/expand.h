// One rule → days with reasons (DESIGN §2: Expand).
//
// A series' nominal days are what its parts give; its days are what is left after the day policies.
// Nothing here knows of other rules: what a rule hangs on (`bases`) and the days to avoid are
// handed in.
#pragma once

#include <string>
#include <vector>

#include "base/day.h"
#include "base/result.h"
#include "cycle/reason.h"
#include "organisation/organisation.h"

namespace rytm {

// One meeting a rule may hang on: an offset's base, or a meeting to choose among.
struct BaseDay {
  std::size_t index = 0;  // the caller's own number for it
  Day day{};              // final day, after policies and changes
  bool extra = false;     // added by an exception
  bool cancelled = false;
  bool reserve = false;
};

// A day a rule gives, before day policies. `base` is the caller's number of the meeting it hangs
// on.
struct NominalDay {
  Day day{};
  std::optional<std::size_t> base;
  std::size_t part = 0;         // which part of `when`
  bool saturday_asked = false;  // the rule names this weekday itself
};

// What every rule of one organisation may ask about days, worked out once for a window.
class DayFacts {
 public:
  // `window` is widened by the caller as far as offsets may reach.
  DayFacts(const Calendars& calendars, DaySpan window);
  bool Recess(Day day) const;
  bool SchoolBreak(Day day) const;
  // The name of the break or recess on this day, or empty.
  Text BreakName(Day day) const;
  // First day of the recess that began last before `day`, if any began within the year before it.
  std::optional<Day> RecessBegunBefore(Day day) const;

 private:
  struct Entry {
    DaySpan span;
    const Text* name;
  };
  bool Flag(Day day, unsigned char bit) const;
  DaySpan window_;
  std::vector<unsigned char> flags_;  // one byte a day of the window
  std::vector<Entry> school_breaks_;
  std::vector<Entry> recesses_;
};

// The nominal days of one part within the window and the part's own from/until, sorted, each once
// (an offset may give one day twice: once for each base). TermPoint uses `body`; OnMeetings and
// Offset use `bases`, which are sorted by day. LawDay uses `deadlines`. Never fails on a rule the
// reader let through; a rule with more than kOccurrencesMax days in the window is refused.
Result<std::vector<NominalDay>> Expand(const When& when, std::size_t part, const Body& body,
                                       const std::vector<BaseDay>& bases,
                                       const std::vector<Deadline>& deadlines,
                                       const DayFacts& facts, DaySpan window);

// What the policies made of a nominal day.
struct PolicyResult {
  Day day{};
  bool skipped = false;
  bool gave_up = false;             // no day found: the nominal day stands
  std::optional<Condition> warned;  // answered by `warn`
  std::vector<Reason> why;          // one for each move, skip or warning
};

// Applies the series' policies to the nominal day; `avoided` are the sorted days of the series in
// `avoid`.
PolicyResult ApplyPolicies(const Series& series, const NominalDay& nominal,
                           const std::vector<Day>& avoided, const DayFacts& facts);

// Whether a body has the day `day` in its life.
bool Lives(const Body& body, Day day);

}  // namespace rytm
