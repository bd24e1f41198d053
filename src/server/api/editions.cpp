// Editions: what was published, and what differs between two of them; the feeds that follow them.
#include <limits>

#include "app/edition_differences.h"
#include "base/text_json.h"
#include "pages/difference_listing.h"
#include "server/api/adoptions.h"
#include "server/api/handlers.h"
#include "server/api/page.h"

namespace rytm {
namespace {

constexpr std::string_view kKindWords[] = {"meeting", "step", "hop", "feedback", "dialogue"};

JsonObject EditionJson(const Edition& edition) {
  JsonObject json{{"body", edition.body},
                  {"number", edition.number},
                  {"name", AsWritten(edition.body_name)},
                  {"published", FormatInstant(edition.published)},
                  {"until", FormatDay(edition.until)},
                  {"author", edition.author}};
  if (!edition.note.empty()) json["note"] = AsWritten(edition.note);
  if (edition.returns_to) json["returns-to"] = *edition.returns_to;
  JsonArray adoptions;
  for (const Adoption& adoption : edition.adoptions) adoptions.push_back(AsJson(adoption));
  json["adoptions"] = std::move(adoptions);
  return json;
}

JsonObject EventJson(const Event& event) {
  JsonObject json = EventTimeAsJson(event);
  json["uid"] = event.uid;
  json["kind"] = kKindWords[static_cast<std::size_t>(event.kind)];
  json["title"] = AsWritten(event.title);
  json["sequence"] = event.sequence;
  if (!event.place.empty()) json["place"] = AsWritten(event.place);
  return json;
}

// Why something is as it is now, where the plan knows and the words do not say it.
void AddReasons(const Plan& plan, const std::vector<Difference>& differences, JsonArray& told) {
  for (std::size_t i = 0; i < differences.size(); ++i) {
    const Event& event = differences[i].latest();
    const Item* item = event.public_reason.empty() ? plan.Find(event.id()) : nullptr;
    if (item != nullptr && !item->reason.empty())
      told[i].as_object()["reason"] = AsWritten(item->reason);
  }
}

struct EditionsQuery {
  Page page;
  std::optional<std::string> body;
};

// Of one body all of them; of all bodies the latest.
Result<std::vector<Edition>> EditionsAskedFor(const Call& call, const Planned& planned,
                                              const std::optional<std::string>& body) {
  if (body) {
    if (!call.Sees(*body)) return NotHere();
    return call.database().store().EditionsOf(*body);
  }
  std::vector<Edition> seen;
  for (const Edition& edition : *planned.editions)
    if (call.Sees(edition.body)) seen.push_back(edition);
  return seen;
}

}  // namespace

Result<Reply> ListEditions(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Result<EditionsQuery> query = call.ReadQuery([](const JsonReader& reader) {
    reader.OnlyKeys({"limit", "after", "body"});
    return EditionsQuery{Page(reader), reader.OptionalId("body")};
  });
  if (!query.ok()) return query.error();
  const Result<std::vector<Edition>> editions =
      EditionsAskedFor(call, *planned.value(), query.value().body);
  if (!editions.ok()) return editions.error();
  Reply reply = query.value().page.Of<Edition>(
      call, editions.value(),
      [](const Edition& edition) { return edition.body + "." + std::to_string(edition.number); },
      [](const Edition& edition) { return EditionJson(edition); });
  reply.revision = planned.value()->revision();
  return reply;
}

Result<Reply> GetEdition(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Result<Page> page = Page::Asked(call);
  if (!page.ok()) return page.error();
  const std::optional<std::int64_t> number = call.Number("number");
  if (!call.Sees(call.Part("body")) || !number) return NotHere();
  const Result<Edition> edition =
      call.database().store().EditionOf(call.Part("body"), static_cast<int>(*number));
  if (!edition.ok()) return edition.error();
  Reply reply = page.value().Of<Event>(
      call, edition.value().events, [](const Event& event) { return event.uid; },
      [](const Event& event) { return EventJson(event); });
  reply.json->as_object()["edition"] = EditionJson(edition.value());
  reply.revision = planned.value()->revision();
  return reply;
}

Result<Reply> GetDifferences(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Result<EditionsAsked> asked = call.ReadQuery([](const JsonReader& reader) {
    reader.OnlyKeys({"body", "from", "to"});
    constexpr int kMost = std::numeric_limits<int>::max();
    return EditionsAsked{.body = reader.ReadId("body"),
                         .from = reader.OptionalInt("from", 1, kMost),
                         .to = reader.OptionalInt("to", 1, kMost)};
  });
  if (!asked.ok()) return asked.error();
  if (!call.Sees(asked.value().body)) return NotHere();
  const Result<EditionsApart> apart =
      DiffEditions(call.database(), *planned.value(), asked.value(), call.now);
  if (!apart.ok()) return apart.error();
  JsonObject json{{"body", apart.value().body}};
  if (apart.value().from) json["from"] = *apart.value().from;
  if (apart.value().to) json["to"] = *apart.value().to;
  JsonArray differences = DifferencesAsJson(apart.value().differences, apart.value().name);
  if (!asked.value().to) AddReasons(planned.value()->plan, apart.value().differences, differences);
  json["differences"] = std::move(differences);
  return call.With(std::move(json), *planned.value());
}

Result<Reply> ListFeeds(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Result<std::vector<StoredFeed>> feeds = call.database().store().Feeds();
  if (!feeds.ok()) return feeds.error();
  const std::string base = call.settings.public_url.empty() ? "http://" + call.request.Field("host")
                                                            : call.settings.public_url;
  JsonArray items;
  for (const StoredFeed& feed : feeds.value())
    items.push_back(JsonObject{{"path", feed.path},
                               {"url", base + feed.path},
                               {"etag", feed.etag},
                               {"last-modified", FormatInstant(feed.last_modified)},
                               {"bytes", feed.body.size()}});
  return call.With(JsonObject{{"items", std::move(items)}}, *planned.value());
}

}  // namespace rytm
