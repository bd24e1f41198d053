// The organisation as its rules describe it: calendars, places, reports, dialogues.
#include <algorithm>

#include "app/change.h"
#include "base/text_json.h"
#include "organisation/rule_words.h"
#include "pages/calendars_json.h"
#include "server/api/handlers.h"
#include "server/api/page.h"
#include "server/api/saved.h"

namespace rytm {
namespace {

JsonObject OrganisationJson(const Organisation& organisation) {
  JsonObject json{{"id", organisation.id},
                  {"name", AsWritten(organisation.name)},
                  {"host", organisation.host},
                  {"zone", organisation.zone},
                  {"window", JsonObject{{"from", FormatDay(organisation.window.first)},
                                        {"until", FormatDay(organisation.window.last)}}}};
  if (!organisation.address.empty()) json["address"] = organisation.address;
  if (!organisation.template_name.empty()) json["template"] = organisation.template_name;
  return json;
}

// The ids that the actor may know.
JsonArray SeenBodies(const Call& call, const Organisation& organisation,
                     const BodySelector& selector) {
  JsonArray ids;
  for (const Body* body : Select(organisation, selector))
    if (call.Sees(body->id)) ids.push_back(Json(body->id));
  return ids;
}

JsonObject ReportJson(const Call& call, const Organisation& organisation, const Report& report) {
  JsonArray route;
  for (const Hop& hop : report.route) {
    JsonObject json{{"id", hop.id}, {"bodies", SeenBodies(call, organisation, hop.bodies)}};
    if (!hop.party.empty()) json["party"] = AsWritten(hop.party);
    if (!hop.does.empty()) json["does"] = AsWritten(hop.does);
    route.push_back(std::move(json));
  }
  JsonObject json{{"id", report.id}, {"name", AsWritten(report.name)}, {"route", std::move(route)}};
  if (!report.unit.empty()) json["unit"] = AsWritten(report.unit);
  if (!report.after.empty()) json["after"] = report.after;
  return json;
}

JsonObject DialogueJson(const Call& call, const Organisation& organisation,
                        const Dialogue& dialogue) {
  JsonObject json{{"id", dialogue.id},
                  {"kind", WordFor(kDialogueKindWords, dialogue.kind)},
                  {"name", AsWritten(dialogue.name)},
                  {"bodies", SeenBodies(call, organisation, dialogue.bodies)},
                  {"participants", AsWritten(dialogue.participants)},
                  {"protected", dialogue.is_protected}};
  if (!dialogue.guide.empty()) json["guide"] = dialogue.guide;
  return json;
}

// A report or dialogue of other bodies alone is none of theirs.
bool SeesAny(const Call& call, const Organisation& organisation, const BodySelector& selector) {
  return call.Sees("") || !SeenBodies(call, organisation, selector).empty();
}

bool SeesReport(const Call& call, const Organisation& organisation, const Report& report) {
  return std::any_of(report.route.begin(), report.route.end(),
                     [&](const Hop& hop) { return SeesAny(call, organisation, hop.bodies); });
}

// A list of the rules that have ids, as far as `sees` lets it.
template <class T, class Sees, class Write>
Result<Reply> ListOf(Call& call, const std::vector<T> Organisation::*list, const Sees& sees,
                     const Write& write) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Result<Page> page = Page::Asked(call);
  if (!page.ok()) return page.error();
  const Organisation& organisation = *planned.value()->organisation;
  std::vector<const T*> seen;
  for (const T& one : organisation.*list)
    if (sees(organisation, one)) seen.push_back(&one);
  Reply reply = page.value().template Of<const T*>(
      call, seen, [](const T* one) { return one->id; },
      [&](const T* one) { return write(organisation, *one); });
  reply.revision = planned.value()->revision();
  return reply;
}

}  // namespace

Result<Reply> ListOrganisations(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  JsonArray items{OrganisationJson(*planned.value()->organisation)};
  return call.With(JsonObject{{"items", std::move(items)}}, *planned.value());
}

Result<Reply> GetOrganisation(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  return call.With(OrganisationJson(*planned.value()->organisation), *planned.value());
}

Result<Reply> GetCalendars(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  return call.With(CalendarsAsJson(*planned.value()->organisation), *planned.value());
}

Result<Reply> ListPlaces(Call& call) {
  const auto everybody = [](const Organisation&, const Place&) { return true; };
  return ListOf(call, &Organisation::places, everybody,
                [](const Organisation&, const Place& place) {
                  JsonObject json{{"id", place.id}, {"name", AsWritten(place.name)}};
                  if (!place.access.empty()) json["access"] = AsWritten(place.access);
                  if (!place.address.empty()) json["address"] = AsWritten(place.address);
                  return json;
                });
}

Result<Reply> ListReports(Call& call) {
  const auto sees = [&](const Organisation& organisation, const Report& report) {
    return SeesReport(call, organisation, report);
  };
  return ListOf(call, &Organisation::reports, sees,
                [&](const Organisation& organisation, const Report& report) {
                  return ReportJson(call, organisation, report);
                });
}

Result<Reply> TryWithoutReport(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Organisation& organisation = *planned.value()->organisation;
  const Report* report = organisation.FindReport(call.Part("report"));
  if (report == nullptr || !SeesReport(call, organisation, *report)) return NotHere();
  const Result<WhatIf> what_if = PreviewWithoutReport(*planned.value(), report->id, call.now);
  if (!what_if.ok()) return what_if.error();
  return PreviewReply(call, *planned.value(), what_if.value());
}

Result<Reply> ListDialogues(Call& call) {
  const auto sees = [&](const Organisation& organisation, const Dialogue& dialogue) {
    return SeesAny(call, organisation, dialogue.bodies);
  };
  return ListOf(call, &Organisation::dialogues, sees,
                [&](const Organisation& organisation, const Dialogue& dialogue) {
                  return DialogueJson(call, organisation, dialogue);
                });
}

}  // namespace rytm
