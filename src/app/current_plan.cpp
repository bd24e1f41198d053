#include "app/current_plan.h"

#include "dates/zone.h"
#include "plan/build.h"

namespace rytm {
namespace {

// A tentative date has been told to nobody as a promise.
PublishedDays PromisedDays(const std::vector<Edition>& latest) {
  PublishedDays days;
  for (const Edition& edition : latest)
    for (const Event& event : edition.events)
      if (event.kind == EventKind::kMeeting && event.status == EventStatus::kConfirmed)
        days.emplace(event.uid.substr(0, event.uid.find('@')), event.day);
  return days;
}

}  // namespace

Result<Plan> CurrentPlan(const Organisation& organisation, const std::vector<Edition>& latest,
                         Instant now, std::optional<DaySpan> window) {
  const Result<Zone> zone = Zone::Find(organisation.zone);
  if (!zone.ok()) return zone.error();
  return Build(organisation, {.window = window,
                              .today = zone.value().LocalOf(now).day,
                              .published = PromisedDays(latest)});
}

}  // namespace rytm
