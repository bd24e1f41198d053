// Editions: what was published, and what differs between two of them; as files for the registry and
// the archive; the feeds that follow them.
#include <limits>

#include "app/archive.h"
#include "app/edition_differences.h"
#include "base/text_json.h"
#include "edition/feed_choice.h"
#include "pages/difference_listing.h"
#include "server/api/adoptions.h"
#include "server/api/handlers.h"
#include "server/api/page.h"

namespace rytm {
namespace {

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
  json["kind"] = WordFor(kEventKindWords, event.kind);
  json["title"] = AsWritten(event.title);
  json["sequence"] = event.sequence;
  if (!event.place.empty()) json["place"] = AsWritten(event.place);
  return json;
}

struct EditionsQuery {
  Page page;
  std::optional<std::string> body;
};

std::vector<Edition> LatestSeen(const Call& call, const Planned& planned) {
  std::vector<Edition> seen;
  for (const Edition& edition : *planned.editions)
    if (call.Sees(edition.body)) seen.push_back(edition);
  return seen;
}

// The one that the path names.
Result<Edition> EditionNamed(const Call& call) {
  const std::optional<std::int64_t> number = call.Number("number");
  if (!call.Sees(call.Part("body")) || !number) return NotHere();
  return call.database().store().EditionOf(call.Part("body"), static_cast<int>(*number));
}

Result<Reply> Packed(const Call& call, const Organisation& organisation,
                     const std::vector<Edition>& editions) {
  const Result<Language> language = call.LanguageAsked();
  if (!language.ok()) return language.error();
  Result<std::string> archive = ArchiveOf(organisation, editions, language.value());
  if (!archive.ok()) return archive.error();
  return FileReply(std::move(archive).value(), "application/zip", ArchiveName(editions) + ".zip");
}

// Of one body all of them; of all bodies the latest.
Result<std::vector<Edition>> EditionsAskedFor(const Call& call, const Planned& planned,
                                              const std::optional<std::string>& body) {
  if (body) {
    if (!call.Sees(*body)) return NotHere();
    return call.database().store().EditionsOf(*body);
  }
  return LatestSeen(call, planned);
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
  const Result<Edition> edition = EditionNamed(call);
  if (!edition.ok()) return edition.error();
  Reply reply = page.value().Of<Event>(
      call, edition.value().events, [](const Event& event) { return event.uid; },
      [](const Event& event) { return EventJson(event); });
  reply.json->as_object()["edition"] = EditionJson(edition.value());
  reply.revision = planned.value()->revision();
  return reply;
}

Result<Reply> GetEditionArchive(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Result<Edition> edition = EditionNamed(call);
  if (!edition.ok()) return edition.error();
  return Packed(call, *planned.value()->organisation, {edition.value()});
}

Result<Reply> GetArchive(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  return Packed(call, *planned.value()->organisation, LatestSeen(call, *planned.value()));
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
  std::optional<ById> by_id;
  if (!asked.value().to) by_id.emplace(*planned.value()->organisation, planned.value()->plan);
  json["differences"] =
      DifferencesAsJson(apart.value().differences, apart.value().name, by_id ? &*by_id : nullptr);
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
