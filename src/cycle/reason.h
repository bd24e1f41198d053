// Why a day is what it is: recorded where the decision falls, put in words on demand (DESIGN §3).
#pragma once

#include <string>
#include <vector>

#include "base/day.h"
#include "base/text.h"
#include "organisation/organisation.h"

namespace rytm {

struct Reason {
  enum class Kind {
    kRule,               // the part of `when` at `pointer` gave `to`
    kPolicy,             // `condition` held on `from`; `answer` made it `to` (skip: `to` = `from`)
    kGaveUp,             // no day passed the policies; the nominal day stands
    kException,          // an exception at `pointer` made it `to`; `note` is its reason
    kOffset,             // counted from `base` (a title and day), `to`
    kMovedToWorkingDay,  // a step's day `from` was no working day
    kLatest,             // kept to the last day allowed; `note` is the citation
    kOrder,              // kept in order with the next step
    kRoute,              // chosen for a report's route; `note` says which
    kTerm,               // counted from the term of office
    kLaw                 // a day of the law; `note` is the citation
  };
  Kind kind = Kind::kRule;
  std::string pointer = {};
  Day from{};
  Day to{};
  Condition condition{};
  Answer answer{};
  Text note = {};
};

// One reason as a sentence: "tredje onsdagen … flyttad från ons 6 jan: trettondedag jul".
std::string InWords(const Reason& reason, Language language);

}  // namespace rytm
