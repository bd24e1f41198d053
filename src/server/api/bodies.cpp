// The bodies that the asker may see, with their series.
#include "base/text_json.h"
#include "organisation/rule_words.h"
#include "server/api/handlers.h"
#include "server/api/page.h"

namespace rytm {
namespace {

JsonObject SeriesJson(const Series& series) {
  JsonObject json{{"id", series.id},
                  {"name", AsWritten(series.name)},
                  {"at", FormatTimeOfDay(series.at)},
                  {"lasts", FormatLength(series.lasts)},
                  {"mode", WordFor(kModeWords, series.mode)},
                  {"open", WordFor(kOpennessWords, series.open)},
                  {"status", WordFor(kMeetingStatusWords, series.status)},
                  {"rule", series.pointer}};
  if (!series.place.empty()) json["place"] = series.place;
  if (!series.chain.empty()) json["chain"] = series.chain;
  return json;
}

JsonObject BodyJson(const Call& call, const Body& body) {
  JsonArray series;
  for (const Series& one : body.series) series.push_back(SeriesJson(one));
  JsonObject json{{"id", body.id},
                  {"kind", WordFor(kBodyKindWords, body.kind)},
                  {"name", AsWritten(body.name)},
                  {"short-name", body.short_name},
                  {"listed", body.listed},
                  {"series", std::move(series)},
                  {"may", JsonObject{{"adjust", call.May(Action::kAdjust, body.id)},
                                     {"publish", call.May(Action::kPublish, body.id)}}}};
  if (!body.of.empty() && call.Sees(body.of)) json["of"] = body.of;
  if (body.dialogue_hours) json["dialogue-hours"] = *body.dialogue_hours;
  if (body.from) json["from"] = FormatDay(*body.from);
  if (body.until) json["until"] = FormatDay(*body.until);
  return json;
}

}  // namespace

Result<Reply> ListBodies(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Result<Page> page = Page::Asked(call);
  if (!page.ok()) return page.error();
  std::vector<const Body*> seen;
  for (const Body& body : planned.value()->organisation->bodies)
    if (call.Sees(body.id)) seen.push_back(&body);
  Reply reply = page.value().Of<const Body*>(
      call, seen, [](const Body* body) { return body->id; },
      [&](const Body* body) { return BodyJson(call, *body); });
  reply.revision = planned.value()->revision();
  return reply;
}

Result<Reply> GetBody(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Body* body = planned.value()->organisation->FindBody(call.Part("body"));
  if (body == nullptr || !call.Sees(body->id)) return NotHere();
  return call.With(BodyJson(call, *body), *planned.value());
}

}  // namespace rytm
