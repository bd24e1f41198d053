#include "app/publish.h"

#include <algorithm>

#include "app/public_feeds.h"
#include "app/rules.h"
#include "edition/freeze.h"

namespace rytm {
namespace {

bool HasEdition(const std::vector<Edition>& editions, const std::string& body) {
  return std::any_of(editions.begin(), editions.end(),
                     [&](const Edition& edition) { return edition.body == body; });
}

Result<Done> CheckRequest(const Organisation& organisation, const std::vector<Edition>& editions,
                          const PublishRequest& request) {
  std::vector<std::string> to_know = request.bodies;
  std::erase_if(to_know, [&](const std::string& body) { return HasEdition(editions, body); });
  Result<Done> known = RequireBodies(organisation, to_know);
  if (!known.ok()) return known;
  if (!organisation.window.Contains(request.until))
    return Error{.code = ErrorCode::kBadInput,
                 .message = Text("Dagen att publicera till ligger utanför planen: " +
                                     FormatDay(organisation.window.first) + "–" +
                                     FormatDay(organisation.window.last) + ".",
                                 "The day to publish to lies outside the plan: " +
                                     FormatDay(organisation.window.first) + " to " +
                                     FormatDay(organisation.window.last) + "."),
                 .problems = {}};
  return Done{};
}

// The latest editions once the new ones are in.
std::vector<Edition> Replaced(std::vector<Edition> latest, const std::vector<Edition>& fresh) {
  for (const Edition& edition : fresh) {
    const auto old = std::find_if(latest.begin(), latest.end(),
                                  [&](const Edition& e) { return e.body == edition.body; });
    if (old != latest.end())
      *old = edition;
    else
      latest.push_back(edition);
  }
  std::sort(latest.begin(), latest.end(),
            [](const Edition& a, const Edition& b) { return a.body < b.body; });
  return latest;
}

std::vector<PublishedBody> Describe(const std::vector<Edition>& before,
                                    const std::vector<Edition>& fresh) {
  std::vector<PublishedBody> bodies;
  for (const Edition& edition : fresh) {
    const auto old = std::find_if(before.begin(), before.end(),
                                  [&](const Edition& e) { return e.body == edition.body; });
    bodies.push_back({.body = edition.body,
                      .name = edition.body_name,
                      .number = edition.number,
                      .differences = Compare(old == before.end() ? nullptr : &*old, edition)});
  }
  return bodies;
}

}  // namespace

Result<Publication> Publish(Database& database, const Planned& planned,
                            const PublishRequest& request, Instant now) {
  const Organisation& organisation = *planned.organisation;
  const Result<Done> fits = CheckRequest(organisation, *planned.editions, request);
  if (!fits.ok()) return fits.error();
  const Result<std::vector<StoredFeed>> feeds_before = database.store().Feeds();
  if (!feeds_before.ok()) return feeds_before.error();
  const Result<int> floor = database.store().SequenceFloor();
  if (!floor.ok()) return floor.error();

  const std::vector<Edition>& before = *planned.editions;
  const std::vector<Edition> fresh = Freeze(organisation, planned.plan, before,
                                            {.bodies = request.bodies,
                                             .until = request.until,
                                             .now = now,
                                             .note = request.note,
                                             .sequence_floor = floor.value()});
  const std::vector<Edition> latest = Replaced(before, fresh);
  Result<std::vector<StoredFeed>> feeds =
      ChangedFeeds(organisation, latest, feeds_before.value(), now);
  if (!feeds.ok()) return feeds.error();

  Publication publication{
      .revision = planned.revision(), .bodies = Describe(before, fresh), .feeds = {}};
  if (fresh.empty() && feeds.value().empty()) return publication;
  for (const StoredFeed& feed : feeds.value()) publication.feeds.push_back(feed.path);
  const Result<Revision> published =
      database.store().Publish(fresh, feeds.value(), now, planned.revision());
  if (!published.ok()) return published.error();
  publication.revision = published.value();
  return publication;
}

}  // namespace rytm
