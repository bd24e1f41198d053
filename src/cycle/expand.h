// One rule → days with reasons (DESIGN §2: Expand).
//
// A series' nominal days are what its parts give; its days are what is left after the day policies.
// Nothing here knows of other rules: what a rule hangs on (`bases`) and the days to avoid are
// handed in.
#pragma once

#include <optional>
#include <vector>

#include "base/day.h"
#include "base/result.h"
#include "cycle/day_facts.h"
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

// A day a rule gives, before day policies.
struct NominalDay {
  Day day{};
  std::optional<std::size_t> base = std::nullopt;  // BaseDay::index of the meeting it hangs on
  std::size_t part = 0;                            // which part of `when`
  bool saturday_asked = false;                     // a Saturday, and the rule itself names it
  bool decided = false;                            // by people: policies leave it alone
};

// The nominal days of one part within the window, the part's own from/until and the body's life,
// sorted, each once (an offset may give one day twice: once for each base, in their order).
//
// Windows agree: the days in a window are the same whether it is expanded by itself or as a piece
// of a wider one.
//
// Offset: counted from each base, cancelled and reserve ones too (the dependent stays until a
// person decides; the caller tells), added ones only with Offset::extras.
// OnMeetings: extra and reserve meetings are not planned ones and never count. `every`: each n-th
// of a calendar year; a cancelled one counts and can be the n-th. `first` and `last` skip cancelled
// ones, and of a term are only what MayBeginTerm and MayEndTerm allow. `decides`: the caller hands
// in the meetings that decide the report. For whole counts the bases must reach over the whole
// years, or terms, that touch the window. `bases` are sorted by day; other forms leave them alone.
//
// Refused (kTooLarge): more than kOccurrencesMax days. Nothing else fails on a rule the reader let
// through.
Result<std::vector<NominalDay>> Expand(const When& when, std::size_t part, const Body& body,
                                       const std::vector<BaseDay>& bases,
                                       const std::vector<Deadline>& deadlines,
                                       const DayFacts& facts, DaySpan window);

// Whether a body has the day `day` in its life.
bool Lives(const Body& body, Day day);

// Whether a meeting on the day may be the first, or the last, of the body's term: within half a
// year of the term's first or last day, or of the body's own. A plan of one year would else take
// its first meeting for the term's.
bool MayBeginTerm(const Body& body, Day day);
bool MayEndTerm(const Body& body, Day day);

// What the policies made of a nominal day.
struct PolicyResult {
  Day day{};
  bool skipped = false;
  bool gave_up = false;             // no day found: the nominal day stands
  std::optional<Condition> warned;  // the first answered by `warn`, about `day`
  std::vector<Reason> why;          // one for each move, skip or warning, and for giving up
};

// Applies the series' policies to the nominal day; a decided one stands. A condition holds for a
// meeting of several days if it holds on any of them. `avoided` are the sorted days of the series
// in `avoid`.
PolicyResult ApplyPolicies(const Series& series, const NominalDay& nominal,
                           const std::vector<Day>& avoided, const DayFacts& facts);

}  // namespace rytm
