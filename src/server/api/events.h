// The plan changed: told to everybody who listens, as server-sent events.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

#include "app/actor.h"
#include "app/news.h"
#include "base/result.h"
#include "server/http.h"

namespace rytm {

// From any thread. Streams hold it, so that it lives as long as they.
class PlanEvents : public std::enable_shared_from_this<PlanEvents> {
 public:
  // What there is already is nobody's news.
  Result<Done> Begin(Database& database);
  // Takes what is new in the database, kEventsKept at most, and wakes those who listen.
  Result<Done> Refresh(Database& database);

  // Everything after `seen` that the actor may see; none: from now on. An event has the revision as
  // its id and the news as JSON; who was away too long is told to load anew ("reset"). Refused
  // (kUnavailable): kStreamsMax listen already.
  Result<std::shared_ptr<EventStream>> Listen(Actor actor, std::optional<Revision> seen);

 private:
  class Stream;
  void Leave(const Stream* stream);
  void Wake(const Stream* stream, std::function<void()> wake);
  // As text, and moves `seen` on.
  std::string After(Revision& seen, const Actor& actor);

  std::mutex mutex_;
  std::deque<RevisionNews> recent_;  // the newest kEventsKept
  Revision newest_ = 0;
  Revision forgotten_ = 0;  // the newest that is not in `recent_`
  std::map<const Stream*, std::function<void()>> listeners_;
};

}  // namespace rytm
