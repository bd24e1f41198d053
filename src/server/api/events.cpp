#include "server/api/events.h"

#include <charconv>

#include "base/limits.h"
#include "server/api/access.h"
#include "server/api/handlers.h"

namespace rytm {
namespace {

std::string EventText(std::string_view kind, Revision id, const JsonObject& data) {
  return "event: " + std::string(kind) + "\nid: " + std::to_string(id) +
         "\ndata: " + WriteJsonCompact(data) + "\n\n";
}

std::optional<Revision> LastSeen(const ApiRequest& request) {
  const std::string text = request.Field("last-event-id");
  Revision revision = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, revision);
  if (text.empty() || error != std::errc() || stopped != end || revision < 0) return std::nullopt;
  return revision;
}

}  // namespace

class PlanEvents::Stream final : public EventStream {
 public:
  Stream(std::shared_ptr<PlanEvents> events, Actor actor, Revision seen)
      : events_(std::move(events)), actor_(std::move(actor)), seen_(seen) {}
  ~Stream() override { events_->Leave(this); }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  std::string Take() override { return events_->After(seen_, actor_); }
  void WakeBy(std::function<void()> wake) override { events_->Wake(this, std::move(wake)); }

 private:
  const std::shared_ptr<PlanEvents> events_;
  const Actor actor_;
  Revision seen_;
};

Result<Done> PlanEvents::Begin(Database& database) {
  const Result<Revision> newest = CurrentRevision(database);
  if (!newest.ok()) return newest.error();
  const std::lock_guard lock(mutex_);
  newest_ = newest.value();
  forgotten_ = newest_;
  return Done{};
}

Result<Done> PlanEvents::Refresh(Database& database) {
  Revision seen = 0;
  {
    const std::lock_guard lock(mutex_);
    seen = newest_;
  }
  Result<std::vector<RevisionNews>> news = NewsSince(database, seen, kEventsKept);
  if (!news.ok()) return news.error();
  if (news.value().empty()) return Done{};
  const std::lock_guard lock(mutex_);
  for (RevisionNews& one : news.value()) {
    newest_ = one.revision;
    recent_.push_back(std::move(one));
    if (recent_.size() <= kEventsKept) continue;
    forgotten_ = recent_.front().revision;
    recent_.pop_front();
  }
  for (const auto& [stream, wake] : listeners_)
    if (wake) wake();
  return Done{};
}

Result<std::shared_ptr<EventStream>> PlanEvents::Listen(Actor actor, std::optional<Revision> seen) {
  const std::lock_guard lock(mutex_);
  if (listeners_.size() >= kStreamsMax)
    return Refuse(ErrorCode::kUnavailable,
                  Text("Det är många som lyssnar just nu. Försök igen om en stund.",
                       "Many are listening right now. Try again in a moment."));
  auto stream =
      std::make_shared<Stream>(shared_from_this(), std::move(actor), seen.value_or(newest_));
  listeners_.emplace(stream.get(), nullptr);
  return std::shared_ptr<EventStream>(std::move(stream));
}

void PlanEvents::Leave(const Stream* stream) {
  const std::lock_guard lock(mutex_);
  listeners_.erase(stream);
}

void PlanEvents::Wake(const Stream* stream, std::function<void()> wake) {
  const std::lock_guard lock(mutex_);
  listeners_[stream] = std::move(wake);
}

std::string PlanEvents::After(Revision& seen, const Actor& actor) {
  const std::lock_guard lock(mutex_);
  std::string text;
  // Also who comes back to a database that was restored.
  if (seen < forgotten_ || seen > newest_) {
    text = EventText("reset", newest_, {{"revision", newest_}});
    seen = newest_;
    return text;
  }
  for (const RevisionNews& one : recent_) {
    if (one.revision <= seen) continue;
    if (const auto news = NewsFor(actor, one))
      text += EventText("plan", one.revision, AsJson(*news));
  }
  seen = newest_;
  return text;
}

Result<Reply> StreamEvents(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  Result<std::shared_ptr<EventStream>> stream =
      call.events->Listen(call.actor, LastSeen(call.request));
  if (!stream.ok()) return stream.error();
  return Reply{.text = "retry: 2000\n\n",
               .type = "text/event-stream",
               .fields = "X-Accel-Buffering: no\r\n",
               .stream = std::move(stream).value()};
}

}  // namespace rytm
