#include "app/publish.h"

#include <algorithm>
#include <utility>

#include "app/decisions.h"
#include "app/feed_blocks.h"
#include "app/public_feeds.h"
#include "app/rules.h"
#include "edition/return_to.h"
#include "store/decision_store.h"
#include "store/untold_store.h"

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
    return Refuse(ErrorCode::kBadInput, Text("Dagen att publicera till ligger utanför planen: " +
                                                 FormatDay(organisation.window.first) + "–" +
                                                 FormatDay(organisation.window.last) + ".",
                                             "The day to publish to lies outside the plan: " +
                                                 FormatDay(organisation.window.first) + " to " +
                                                 FormatDay(organisation.window.last) + "."));
  return Done{};
}

const Edition* EditionFor(const std::vector<Edition>& editions, std::string_view body) {
  const auto found = std::find_if(editions.begin(), editions.end(),
                                  [&](const Edition& edition) { return edition.body == body; });
  return found == editions.end() ? nullptr : &*found;
}

// The latest editions once the fresh ones are in.
std::vector<const Edition*> Latest(const std::vector<Edition>& before,
                                   const std::vector<Edition>& fresh) {
  std::vector<const Edition*> latest;
  for (const Edition& edition : fresh) latest.push_back(&edition);
  for (const Edition& edition : before)
    if (EditionFor(fresh, edition.body) == nullptr) latest.push_back(&edition);
  std::sort(latest.begin(), latest.end(),
            [](const Edition* a, const Edition* b) { return a->body < b->body; });
  return latest;
}

std::vector<PublishedBody> Describe(const std::vector<Edition>& before,
                                    const std::vector<Edition>& fresh) {
  std::vector<PublishedBody> bodies;
  for (const Edition& edition : fresh)
    bodies.push_back({.body = edition.body,
                      .name = edition.body_name,
                      .number = edition.number,
                      .differences = Compare(EditionFor(before, edition.body), edition)});
  return bodies;
}

// Everything that is to go live.
struct Prepared {
  std::vector<Adoption> adoptions;
  std::vector<Edition> editions;
  std::vector<StoredFeed> feeds;
  Publication publication;
  bool tell = true;  // people are told by mail
};

Result<Prepared> Prepare(Database& database, const Planned& planned, std::vector<Edition> fresh,
                         Instant now) {
  const Result<std::vector<StoredFeed>> before = database.store().Feeds();
  if (!before.ok()) return before.error();
  Result<std::vector<StoredFeed>> feeds =
      ChangedFeeds(*planned.organisation, Latest(*planned.editions, fresh), before.value(), now);
  if (!feeds.ok()) return feeds.error();
  if (Result<Done> read = ReadBackBlocks(*planned.organisation, fresh, now); !read.ok())
    return read.error();
  Prepared prepared{.adoptions = {},
                    .editions = std::move(fresh),
                    .feeds = std::move(feeds).value(),
                    .publication = {.revision = planned.revision(), .bodies = {}, .feeds = {}}};
  prepared.publication.bodies = Describe(*planned.editions, prepared.editions);
  for (const StoredFeed& feed : prepared.feeds) prepared.publication.feeds.push_back(feed.path);
  return prepared;
}

// Errors about the bodies to be published, up to the day they are decided to.
std::vector<Finding> InTheWay(const Planned& planned, const PublishRequest& request) {
  std::vector<Finding> in_the_way;
  if (!planned.organisation->settings.findings_block_publication) return in_the_way;
  const auto concerns = [&](const Finding& finding) {
    if (request.bodies.empty()) return true;
    bool of_nobody = true;
    for (const std::string& id : finding.items) {
      const Item* item = planned.plan.Find(id);
      if (item == nullptr) continue;
      of_nobody = false;
      if (std::find(request.bodies.begin(), request.bodies.end(), item->body) !=
          request.bodies.end())
        return true;
    }
    return of_nobody;
  };
  for (const Finding& finding : planned.plan.findings)
    if (finding.severity == Severity::kError && !finding.accepted && finding.day <= request.until &&
        concerns(finding))
      in_the_way.push_back(finding);
  return in_the_way;
}

Error StoppedBy(const std::vector<Finding>& findings) {
  Error error = Refuse(ErrorCode::kRefused,
                       Text("Planen har fel som måste rättas eller godtas med ett skäl innan den "
                            "publiceras.",
                            "The plan has errors to be mended, or accepted with a reason, before "
                            "it is published."));
  for (const Finding& finding : findings)
    error.problems.push_back({.file = "",
                              .pointer = finding.key(),
                              .what = finding.message,
                              .instead = finding.suggestion});
  return error;
}

// The editions of a publication, with what else a preview tells.
Result<Prepared> PrepareFrom(Database& database, const Planned& planned,
                             const PublishRequest& request, Instant now) {
  const Organisation& organisation = *planned.organisation;
  const Result<Done> fits = CheckRequest(organisation, *planned.editions, request);
  if (!fits.ok()) return fits.error();
  Result<std::vector<Adoption>> adoptions =
      NumberedAdoptions(planned, request.adoptions, request.author, now);
  if (!adoptions.ok()) return adoptions.error();
  std::vector<Adoption> log = planned.adoptions;
  log.insert(log.end(), adoptions.value().begin(), adoptions.value().end());
  const Result<int> floor = database.store().SequenceFloor();
  if (!floor.ok()) return floor.error();
  const FreezeRequest freeze{.bodies = request.bodies,
                             .until = request.until,
                             .now = now,
                             .note = request.note,
                             .undecided = request.undecided,
                             .adoptions = std::move(log),
                             .author = request.author,
                             .sequence_floor = floor.value()};
  Result<Prepared> prepared = Prepare(
      database, planned, Freeze(organisation, planned.plan, *planned.editions, freeze), now);
  if (!prepared.ok()) return prepared;
  const Result<Day> today = TodayOf(organisation, now);
  if (!today.ok()) return today.error();
  prepared.value().adoptions = std::move(adoptions).value();
  prepared.value().tell = request.tell;
  Publication& publication = prepared.value().publication;
  publication.quoted = QuotedOf(planned.plan, *planned.editions, freeze, today.value());
  publication.in_the_way = InTheWay(planned, request);
  return prepared;
}

// In one transaction: the decisions on record, the editions and the feeds.
Result<Publication> GoLive(Database& database, Prepared prepared, Instant now) {
  Publication& publication = prepared.publication;
  if (prepared.editions.empty() && prepared.feeds.empty() && prepared.adoptions.empty())
    return std::move(publication);
  const Result<Done> done = database.AllOrNothing([&]() -> Result<Done> {
    const Result<Revision> recorded =
        database.decisions().Record(prepared.adoptions, publication.revision);
    if (!recorded.ok()) return recorded.error();
    const Result<Revision> published =
        database.store().Publish(prepared.editions, prepared.feeds, now, recorded.value());
    if (!published.ok()) return published.error();
    if (prepared.tell)
      for (const Edition& edition : prepared.editions)
        if (Result<Done> noted = database.untold().Add({edition.body, edition.number}); !noted.ok())
          return noted;
    publication.revision = published.value();
    return Done{};
  });
  if (!done.ok()) return done.error();
  return std::move(publication);
}

}  // namespace

Result<Publication> PreviewPublication(Database& database, const Planned& planned,
                                       const PublishRequest& request, Instant now) {
  Result<Prepared> prepared = PrepareFrom(database, planned, request, now);
  if (!prepared.ok()) return prepared.error();
  return std::move(prepared.value().publication);
}

Result<Publication> Publish(Database& database, const Planned& planned,
                            const PublishRequest& request, Instant now) {
  Result<Prepared> prepared = PrepareFrom(database, planned, request, now);
  if (!prepared.ok()) return prepared.error();
  const std::vector<Finding>& in_the_way = prepared.value().publication.in_the_way;
  if (!in_the_way.empty()) return StoppedBy(in_the_way);
  return GoLive(database, std::move(prepared).value(), now);
}

Result<Publication> Publish(Database& database, const Planned& planned,
                            const ReturnToEdition& request, Instant now) {
  const Result<Edition> earlier = database.store().EditionOf(request.body, request.number);
  if (!earlier.ok()) return earlier.error();
  const Result<Day> today = TodayOf(*planned.organisation, now);
  if (!today.ok()) return today.error();
  const Edition* latest = EditionFor(*planned.editions, request.body);
  std::vector<Edition> fresh;
  if (std::optional<Edition> back = ReturnTo(earlier.value(), *latest,
                                             {.now = now,
                                              .today = today.value(),
                                              .note = request.note,
                                              .author = request.author,
                                              .adoptions = planned.adoptions}))
    fresh.push_back(*std::move(back));
  Result<Prepared> prepared = Prepare(database, planned, std::move(fresh), now);
  if (!prepared.ok()) return prepared.error();
  return GoLive(database, std::move(prepared).value(), now);
}

}  // namespace rytm
