#include "app/public_feeds.h"

#include <algorithm>
#include <map>
#include <utility>

#include "app/current_plan.h"
#include "app/etag.h"
#include "app/feed_scope.h"
#include "feeds/render.h"
#include "feeds/select.h"

namespace rytm {
namespace {

class PublicFeeds {
 public:
  PublicFeeds(const Organisation& organisation, std::vector<const Edition*> latest,
              const std::vector<StoredFeed>& before, Instant now, Day today)
      : organisation_(organisation),
        latest_(std::move(latest)),
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
    for (const Edition* edition : latest_) {
      const bool gone = organisation_.FindBody(edition->body) == nullptr;
      if (gone && before_.contains(PathOf(edition->body)))
        feed_of(edition->body, edition->body_name);
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
    for (const Edition* edition : latest_)
      if (std::find(bodies.begin(), bodies.end(), edition->body) != bodies.end())
        latest = std::max(latest.value_or(edition->published), edition->published);
    return latest.value_or(Instant{organisation_.window.first.time_since_epoch()});
  }

  const Organisation& organisation_;
  std::vector<const Edition*> latest_;
  const std::string folder_ = "/feeds/" + organisation_.id + "/";
  FeedScope scope_;
  std::map<std::string, const StoredFeed*> before_;
  Instant now_;
  Day today_;
  std::vector<StoredFeed> changed_;
  Error trouble_ = Refuse(ErrorCode::kRefused, {});
};

}  // namespace

Result<std::vector<StoredFeed>> ChangedFeeds(const Organisation& organisation,
                                             std::vector<const Edition*> latest,
                                             const std::vector<StoredFeed>& before, Instant now) {
  const Result<Day> today = TodayOf(organisation, now);
  if (!today.ok()) return today.error();
  return PublicFeeds(organisation, std::move(latest), before, now, today.value()).Changed();
}

Result<std::vector<StoredFeed>> ChangedFeeds(const Organisation& organisation,
                                             const std::vector<Edition>& latest,
                                             const std::vector<StoredFeed>& before, Instant now) {
  std::vector<const Edition*> each;
  for (const Edition& edition : latest) each.push_back(&edition);
  return ChangedFeeds(organisation, std::move(each), before, now);
}

}  // namespace rytm
