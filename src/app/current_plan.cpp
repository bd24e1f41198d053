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
        days.emplace(event.id(), event.day);
  return days;
}

// A tentative date has been heard of too.
PublishedDays DaysOfFirstTelling(const std::vector<Edition>& latest, const Zone& zone) {
  PublishedDays days;
  for (const Edition& edition : latest)
    for (const Event& event : edition.events)
      if (event.kind == EventKind::kMeeting)
        days.emplace(event.id(), zone.LocalOf(event.created).day);
  return days;
}

// Bodies of which no edition tells: nobody was summoned by Rytm yet.
std::set<std::string, std::less<>> UntoldBodies(const Organisation& organisation,
                                                const std::vector<Edition>& latest) {
  std::set<std::string, std::less<>> untold;
  for (const Body& body : organisation.bodies) untold.insert(body.id);
  for (const Edition& edition : latest) untold.erase(edition.body);
  return untold;
}

}  // namespace

Result<Day> TodayOf(const Organisation& organisation, Instant now) {
  const Result<Zone> zone = Zone::Find(organisation.zone);
  if (!zone.ok()) return zone.error();
  return zone.value().LocalOf(now).day;
}

Result<Plan> CurrentPlan(const Organisation& organisation, const std::vector<Edition>& latest,
                         Instant now, const PlanState& state, std::optional<DaySpan> window) {
  const Result<Zone> zone = Zone::Find(organisation.zone);
  if (!zone.ok()) return zone.error();
  return Build(organisation,
               {.window = window,
                .today = zone.value().LocalOf(now).day,
                .published = PromisedDays(latest),
                .told = DaysOfFirstTelling(latest, zone.value()),
                .untold = UntoldBodies(organisation, latest)},
               state);
}

}  // namespace rytm
