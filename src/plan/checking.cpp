#include "plan/checking.h"

#include <algorithm>

namespace rytm {

const Deadline* Binding(const Organisation& organisation, std::string_view law, BodyKind kind,
                        Day day) {
  const Deadline* deadline = organisation.FindDeadline(law);
  if (deadline == nullptr || day < deadline->valid_from) return nullptr;
  if (deadline->valid_until && day > *deadline->valid_until) return nullptr;
  const bool binds =
      std::find(deadline->kinds.begin(), deadline->kinds.end(), kind) != deadline->kinds.end();
  return binds ? deadline : nullptr;
}

}  // namespace rytm
