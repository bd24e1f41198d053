// As whom a person sees an event: by what they are, on its day, in its body or one that meets with
// it. Person feeds, reminders and notices all ask here.
#pragma once

#include <optional>

#include "edition/edition.h"
#include "organisation/people.h"

namespace rytm {

struct SeenAs {
  Level level = Level::kPublic;  // the one that is told most
  bool substitute = false;       // and takes part only if called
  bool elected = false;

  friend bool operator==(const SeenAs&, const SeenAs&) = default;
};

// Nothing: it does not concern the person. An assignment that ended before `today` counts no
// longer, for what lies behind either.
std::optional<SeenAs> SeenAsBy(const Event& event, const Person& person, Day today);

}  // namespace rytm
