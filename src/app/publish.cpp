#include "app/publish.h"

#include <algorithm>
#include <map>

#include "app/etag.h"
#include "app/feed_scope.h"
#include "app/rules.h"
#include "dates/zone.h"
#include "edition/freeze.h"
#include "feeds/render.h"
#include "feeds/select.h"

namespace rytm {
namespace {

// The feeds of the listed bodies, of those that the rules have no longer, and of them all, as of
// one publication.
class PublicFeeds {
 public:
  PublicFeeds(const Organisation& organisation, const std::vector<Edition>& latest,
              const std::vector<StoredFeed>& before, Instant now, Day today)
      : organisation_(organisation),
        latest_(latest),
        scope_(FeedScopeOf(organisation, organisation.window, Language::kSwedish)),
        now_(now),
        today_(today) {
    scope_.description = Text("Uppdateras av sig självt när planen ändras.",
                              "Follows the plan by itself when it changes.");
    for (const StoredFeed& feed : before) before_.emplace(feed.path, &feed);
  }

  Result<std::vector<StoredFeed>> Changed() {
    std::vector<std::string> listed;
    const auto feed_of = [&](const std::string& id, const Text& name) {
      listed.push_back(id);
      Feed(id, name + Text(", ") + organisation_.name, {id},
           SelectForFeed(latest_, Level::kPublic, {id}, today_));
    };
    for (const Body& body : organisation_.bodies)
      if (body.listed) feed_of(body.id, body.name);
    // Its subscribers are to see what is cancelled, and keep what has been.
    for (const Edition& edition : latest_) {
      const bool gone = organisation_.FindBody(edition.body) == nullptr;
      if (gone && before_.contains(PathOf(edition.body))) feed_of(edition.body, edition.body_name);
    }
    std::vector<const Event*> all;
    if (!listed.empty()) all = SelectForFeed(latest_, Level::kPublic, listed, today_);
    const int year = YearOf(today_);
    std::erase_if(all, [&](const Event* event) {
      return event->kind != EventKind::kMeeting || YearOf(event->day) < year ||
             YearOf(event->day) > year + 1;
    });
    Feed("all", Text("Sammanträden, ", "Meetings, ") + organisation_.name, listed, all);
    Withdraw(listed);
    if (!trouble_.problems.empty()) return trouble_;
    return std::move(changed_);
  }

 private:
  std::string PathOf(const std::string& id) const { return folder_ + id + ".ics"; }

  void Feed(const std::string& id, Text name, const std::vector<std::string>& bodies,
            const std::vector<const Event*>& events) {
    scope_.name = std::move(name);
    scope_.published = LatestPublicationOf(bodies);
    StoredFeed feed{
        .path = PathOf(id), .etag = "", .last_modified = now_, .body = RenderFeed(events, scope_)};
    feed.etag = EtagOf(feed.body);
    const auto before = before_.find(feed.path);
    if (before != before_.end() && before->second->etag == feed.etag) return;
    const Result<Done> read = ReadBack(feed.body, events, scope_);
    if (!read.ok()) {
      trouble_.code = read.error().code;
      trouble_.message = read.error().message;
      trouble_.problems.insert(trouble_.problems.end(), read.error().problems.begin(),
                               read.error().problems.end());
      if (read.error().problems.empty())
        trouble_.problems.push_back(
            {.file = feed.path, .pointer = "", .what = read.error().message, .instead = {}});
      return;
    }
    // Last-Modified never falls, whatever the machine's clock did between two publications (feed
    // profile H5).
    if (before != before_.end()) feed.last_modified = std::max(now_, before->second->last_modified);
    changed_.push_back(std::move(feed));
  }

  // What was public of a body must not stay so once it is not listed. Its subscribers keep an empty
  // feed: an answer that it is gone would stop some calendars for good (feed profile H4).
  void Withdraw(const std::vector<std::string>& listed) {
    for (const auto& [path, feed] : before_) {
      const std::string id = path.substr(folder_.size(), path.rfind('.') - folder_.size());
      if (id != "all" && std::find(listed.begin(), listed.end(), id) == listed.end())
        Feed(id, organisation_.name, {id}, {});
    }
  }

  // Before their first edition the first day planned: an empty feed must not change with what
  // others publish.
  Instant LatestPublicationOf(const std::vector<std::string>& bodies) const {
    std::optional<Instant> latest;
    for (const Edition& edition : latest_)
      if (std::find(bodies.begin(), bodies.end(), edition.body) != bodies.end())
        latest = std::max(latest.value_or(edition.published), edition.published);
    return latest.value_or(Instant{organisation_.window.first.time_since_epoch()});
  }

  const Organisation& organisation_;
  const std::vector<Edition>& latest_;
  const std::string folder_ = "/feeds/" + organisation_.id + "/";
  FeedScope scope_;
  std::map<std::string, const StoredFeed*> before_;
  Instant now_;
  Day today_;
  std::vector<StoredFeed> changed_;
  Error trouble_{.code = ErrorCode::kRefused, .message = {}, .problems = {}};
};

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
  const Result<Zone> zone = Zone::Find(organisation.zone);
  if (!zone.ok()) return zone.error();
  const Day today = zone.value().LocalOf(now).day;

  const std::vector<Edition>& before = *planned.editions;
  const std::vector<Edition> fresh =
      Freeze(organisation, planned.plan, before,
             {.bodies = request.bodies, .until = request.until, .now = now, .note = request.note});
  const std::vector<Edition> latest = Replaced(before, fresh);
  Result<std::vector<StoredFeed>> feeds =
      PublicFeeds(organisation, latest, feeds_before.value(), now, today).Changed();
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
