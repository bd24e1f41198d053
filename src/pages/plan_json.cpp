#include "pages/plan_json.h"

#include "base/text_json.h"
#include "dates/zone.h"
#include "organisation/rule_words.h"
#include "plan/adjustment_json.h"

namespace rytm {

namespace {

std::string_view StatusWord(const Item& item) {
  if (item.cancelled) return "cancelled";
  switch (item.status) {
    case MeetingStatus::kRegular:
      return "regular";
    case MeetingStatus::kReserve:
      return "reserve";
    case MeetingStatus::kIfNeeded:
      return "if-needed";
  }
  return "";
}

// One event a day, as in the feeds (edition.h): the second day of a meeting has ".day2" in its UID.
// None of a step that was past already when its meeting was added: calendars never hear of it.
JsonArray EventsJson(const Organisation& organisation, const Item& item, const Zone& zone) {
  JsonArray events;
  if (item.past_when_added) return events;
  for (int n = 0; n < item.days; ++n) {
    const Day day = item.day + Days{n};
    JsonObject event;
    event["uid"] =
        item.id + (n == 0 ? "" : ".day" + std::to_string(n + 1)) + "@" + organisation.host;
    if (item.at) {
      const Result<Instant> start = zone.InstantOf(day, *item.at);
      if (!start.ok()) continue;  // Build refuses such starts
      event["start"] = FormatInstant(start.value());
      event["end"] = FormatInstant(start.value() + item.lasts);
    } else {
      event["start"] = FormatDay(day);
      event["end"] = FormatDay(day + Days{1});
    }
    events.push_back(std::move(event));
  }
  return events;
}

JsonObject ItemJson(const Organisation& organisation, const Item& item,
                    const ListingOptions& options, const Zone& zone) {
  JsonObject object;
  object["id"] = item.id;
  object["kind"] = WordFor(kItemKindWords, item.kind);
  object["body"] = item.body;
  object["origin"] = item.origin;
  object["day"] = FormatDay(item.day);
  if (item.days > 1) object["days"] = item.days;
  if (item.at) {
    object["at"] = FormatTimeOfDay(*item.at);
    object["lasts"] = FormatLength(item.lasts);
  }
  object["title"] = AsWritten(item.title);
  if (!item.with.empty()) object["with"] = JsonArray(item.with.begin(), item.with.end());
  if (const std::string& place = PlaceShown(item, options.level); !place.empty())
    object["place"] = place;
  if (item.kind == ItemKind::kMeeting || item.kind == ItemKind::kDialogue) {
    if (!item.link.empty() && ShownTo(options.level, item.open != Openness::kPublic).link)
      object["link"] = item.link;
    object["mode"] = WordFor(kModeWords, item.mode);
    object["open"] = WordFor(kOpennessWords, item.open);
  }
  object["status"] = StatusWord(item);
  if (item.moved_from) object["moved-from"] = FormatDay(*item.moved_from);
  if (!item.parent.empty()) object["parent"] = item.parent;
  if (!item.law.empty()) object["law"] = item.law;
  if (!item.guide.empty()) object["guide"] = item.guide;
  object["for"] = LevelsAsJson(item.levels);
  JsonArray business;
  for (const Business& report : item.business)
    business.push_back(
        {{"report", report.report}, {"period", report.period}, {"decides", report.decides}});
  if (!business.empty()) object["business"] = std::move(business);
  object["events"] = EventsJson(organisation, item, zone);
  if (options.why) {
    JsonArray why;
    for (const Reason& reason : item.why)
      why.push_back({{"pointer", reason.pointer},
                     {"words", AsWritten({InWords(reason, Language::kSwedish),
                                          InWords(reason, Language::kEnglish)})}});
    object["why"] = std::move(why);
  }
  return object;
}

std::string_view SeverityWord(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kInfo:
      return "info";
  }
  return "";
}

}  // namespace

JsonArray LevelsAsJson(Levels levels) {
  JsonArray json;
  for (const auto& [word, level] : kLevelWords)
    if (levels.Has(level)) json.push_back(Json(word));
  return json;
}

JsonObject AsJson(const Finding& finding) {
  JsonObject object;
  object["key"] = finding.key();
  object["check"] = finding.check;
  object["severity"] = SeverityWord(finding.severity);
  object["day"] = FormatDay(finding.day);
  object["items"] = JsonArray(finding.items.begin(), finding.items.end());
  object["message"] = AsWritten(finding.message);
  if (!finding.citation.empty()) object["citation"] = finding.citation;
  if (!finding.suggestion.empty()) object["suggestion"] = AsWritten(finding.suggestion);
  if (finding.fix) {
    JsonObject fix{{"slots", JsonArray{Json(finding.fix->slot)}}, {"set", WriteSets(*finding.fix)}};
    if (!finding.fix->step.empty()) fix["step"] = finding.fix->step;
    object["fix"] = std::move(fix);
  }
  if (finding.accepted) object["accepted"] = *finding.accepted;
  return object;
}

JsonArray ItemsAsJson(const Organisation& organisation, const std::vector<const Item*>& items,
                      const ListingOptions& options) {
  JsonArray array;
  const Result<Zone> zone = Zone::Find(organisation.zone);
  if (!zone.ok()) return array;
  for (const Item* item : items)
    array.push_back(ItemJson(organisation, *item, options, zone.value()));
  return array;
}

std::string PlanAsJson(const Organisation& organisation, const Plan& plan,
                       const ListingOptions& options) {
  JsonObject object;
  object["organisation"] = {
      {"id", organisation.id}, {"name", AsWritten(organisation.name)}, {"host", organisation.host}};
  object["window"] = {{"from", FormatDay(plan.window.first)},
                      {"until", FormatDay(plan.window.last)}};
  object["items"] = ItemsAsJson(organisation, ItemsFor(plan, options), options);
  return WriteJsonCompact(object) + "\n";
}

std::string FindingsAsJson(const std::vector<Finding>& findings) {
  JsonArray array;
  for (const Finding& finding : findings) array.push_back(AsJson(finding));
  return WriteJsonCompact(JsonObject{{"findings", std::move(array)}}) + "\n";
}

}  // namespace rytm
