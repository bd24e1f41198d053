#include "reminders/moments.h"

namespace rytm {

Instant MomentOf(const Zone& zone, Day day, TimeOfDay at) {
  const Result<Instant> moment = zone.InstantOf(day, at);
  if (moment.ok()) return moment.value();
  return zone.StartOfDay(day) + at + std::chrono::hours{1};
}

}  // namespace rytm
