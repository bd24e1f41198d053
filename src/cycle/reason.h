// Why a day is what it is: recorded where the decision falls, put in words on demand (DESIGN §3).
#pragma once

#include <string>

#include "base/day.h"
#include "base/text.h"
#include "organisation/organisation.h"

namespace rytm {

// A day left at its default is not known and not told.
struct Reason {
  enum class Kind {
    kRule,        // the part of `when` at `pointer` gave `to`, counted from `from` if it is
                  // known; `note` is the rule in words (WhenInWords)
    kPolicy,      // `condition` held on `from`; `answer` made it `to` (skip: `to` = `from`);
                  // `note` is what the day or break is called
    kGaveUp,      // no day passed the policies; the nominal day `to` stands
    kException,   // an exception at `pointer` made it `to`; `note` is its reason
    kAdjustment,  // a person made `from` into `to`; `note` is who by role, and why
    kFrozen,      // the rules say `from` now; it was summoned, held or pinned on `to`
    kOffset,      // `to` lies `days` from `from`: the meeting's day, or that of the step `note`
    kMovedToWorkingDay,  // a step's day `from` was no working day
    kLatest,             // kept to `to`, the last day allowed; `note` is the citation
    kOrder,              // moved from `from` to `to`, in order with the next step
    kRoute               // chosen for a report's route; `note` is the route
  };
  Kind kind = Kind::kRule;
  std::string pointer{};
  Day from{};
  Day to{};
  Condition condition{};
  Answer answer{};
  int days = 0;  // kOffset; negative: before
  bool working_days = false;
  Text note{};
};

// One reason as a sentence without capital and full stop: "trettondedag jul, ons 6 jan: flyttat
// till nästa arbetsdag, tors 7 jan".
std::string InWords(const Reason& reason, Language language);

// A rule as people say it: "var fjärde onsdag från 20 januari 2027", "tredje onsdagen i månaden
// (jan–maj, aug–dec)", "onsdagen två veckor före Kommunfullmäktiges sammanträde". The organisation
// knows what the rule's bodies, series, reports and deadlines are called; without it their ids
// stand there.
Text WhenInWords(const When& when, const Organisation* organisation = nullptr);

}  // namespace rytm
