#include "reminders/moments.h"

namespace rytm {

Instant MomentOf(const Zone& zone, Day day, TimeOfDay at) {
  const Result<Instant> moment = zone.InstantOf(day, at);
  if (moment.ok()) return moment.value();
  return zone.StartOfDay(day) + at + std::chrono::hours{1};
}

Instant MomentOf(const Zone& zone, Day day, SendTime time) {
  return MomentOf(zone, day + Days{time.next_day ? 1 : 0}, time.at);
}

Instant OutsideQuietHours(const MailChoices& choices, const Zone& zone, Instant moment) {
  const LocalTime local = zone.LocalOf(moment);
  const SendTime allowed = OutsideQuietHours(choices, local.time);
  const bool at_once = allowed.at == local.time && !allowed.next_day;
  return at_once ? moment : MomentOf(zone, local.day, allowed);
}

}  // namespace rytm
