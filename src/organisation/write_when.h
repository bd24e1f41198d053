// A part of `when` as it stands in a rule file: the way back from reading it.
#pragma once

#include "base/json.h"
#include "organisation/organisation.h"

namespace rytm {

// Of the forms that a decided plan is made into: recurrences, offsets, ISO weeks and dates, with
// from and until. The reader gives the same When back.
JsonObject WriteWhen(const When& when);

}  // namespace rytm
