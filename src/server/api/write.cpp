#include "server/api/write.h"

#include <charconv>

#include "app/kept_answers.h"
#include "app/news.h"
#include "base/text_check.h"
#include "server/api/access.h"

namespace rytm {
namespace {

class KeyHeld {
 public:
  KeyHeld(UnderWay& under_way, std::string key)
      : under_way_(under_way), key_(std::move(key)), held_(under_way.Begin(key_)) {}
  ~KeyHeld() {
    if (held_) under_way_.End(key_);
  }
  KeyHeld(const KeyHeld&) = delete;
  KeyHeld& operator=(const KeyHeld&) = delete;
  bool held() const { return held_; }

 private:
  UnderWay& under_way_;
  const std::string key_;
  const bool held_;
};

Refusal MatchMissing() {
  Refusal refusal = RefusalWith(428);
  refusal.detail = Text(
      "Skicka If-Match med ETag från den plan du såg, så att ingen annans ändring skrivs över.",
      "Send If-Match with the ETag of the plan you saw, so that nobody else's change is lost.");
  return refusal;
}

// Both versions: the one it was worked out from, and what has come since.
Refusal Stale(Call& call, Revision seen, Revision current) {
  Refusal refusal = RefusalWith(409);
  refusal.type = "stale";
  refusal.detail = Text(
      "Någon annan har ändrat planen sedan du läste den. Titta på vad som är nytt, och gör om "
      "din ändring om den fortfarande är rätt.",
      "Somebody else changed the plan since you read it. Look at what is new, and make your "
      "change again if it is still right.");
  refusal.more["yours"] = JsonObject{{"revision", seen}};
  JsonArray changes;
  const Result<std::vector<RevisionNews>> news = NewsSince(call.database(), seen, kPageItemsUsual);
  if (news.ok())
    for (const RevisionNews& one : news.value())
      if (const auto seen_news = NewsFor(call.actor, one)) changes.push_back(AsJson(*seen_news));
  refusal.more["current"] = JsonObject{{"revision", current}, {"changes", std::move(changes)}};
  refusal.fields = "ETag: \"" + std::to_string(current) + "\"\r\n";
  return refusal;
}

std::optional<Refusal> CheckMatch(Call& call) {
  if (call.endpoint.effect != Effect::kWritesPlan) return std::nullopt;
  const std::optional<Revision> seen = RevisionIn(call.request.Field("if-match"));
  if (!seen) return MatchMissing();
  const Result<Revision> current = CurrentRevision(call.database());
  if (!current.ok()) return RefusalOf(current.error());
  if (*seen != current.value()) return Stale(call, *seen, current.value());
  return std::nullopt;
}

// Worked out within the transaction; its answer decides whether it is kept.
class Work {
 public:
  Work(Call& call, const AskedWrite& asked,
       HttpAnswer (*answer_from)(const Reply&, const ApiRequest&))
      : call_(call), asked_(asked), answer_from_(answer_from) {}

  Result<Done> operator()() {
    if (!asked_.key.empty()) {
      const Result<std::optional<KeptAnswer>> before =
          FindAnswer(call_.database(), asked_, call_.now);
      if (!before.ok()) return Refused(before.error());
      if (before.value()) {
        answer.status = before.value()->status;
        answer.fields = before.value()->fields + "Idempotency-Replayed: true\r\n";
        answer.body = before.value()->body;
        return Done{};
      }
    }
    if (const std::optional<Refusal> refusal = CheckMatch(call_)) return Refused(*refusal);
    Result<Reply> reply = call_.endpoint.answer(call_);
    if (!reply.ok()) return Refused(reply.error());
    answer = answer_from_(reply.value(), call_.request);
    if (answer.status >= 300) return Nothing();
    after = reply.value().after;
    if (reply.value().noted) {
      const Noted& noted = *reply.value().noted;
      const Result<Done> written = call_.database().audit().Append(EntryOf(
          call_.actor, call_.now, noted.what, noted.subject, noted.detail, reply.value().revision));
      if (!written.ok()) return Refused(written.error());
    }
    if (asked_.key.empty() || (call_.endpoint.needs & kSecrecy) != 0) return Done{};
    return KeepAnswer(
        call_.database(), asked_,
        {.request_hash = {}, .status = answer.status, .fields = answer.fields, .body = answer.body},
        call_.now);
  }

  Error Refused(const Refusal& refusal) {
    answer = answer_from_(call_.Refused(refusal), call_.request);
    return Nothing();
  }
  Error Refused(const Error& error) { return Refused(RefusalOf(error)); }

  HttpAnswer answer{.status = 500};
  std::shared_ptr<const Planned> after;

 private:
  // Takes back what was done; what there is to tell is in the answer.
  static Error Nothing() { return Refuse(ErrorCode::kRefused, {}); }

  Call& call_;
  const AskedWrite& asked_;
  HttpAnswer (*answer_from_)(const Reply&, const ApiRequest&);
};

}  // namespace

bool UnderWay::Begin(const std::string& key) {
  const std::lock_guard lock(mutex_);
  return keys_.insert(key).second;
}

void UnderWay::End(const std::string& key) {
  const std::lock_guard lock(mutex_);
  keys_.erase(key);
}

HttpAnswer Write(Call& call, UnderWay& under_way,
                 HttpAnswer (*answer_from)(const Reply&, const ApiRequest&)) {
  const std::string key = call.request.Field("idempotency-key");
  const AskedWrite asked{.actor = call.actor,
                         .method = call.request.method,
                         .target = call.request.target,
                         .body = call.request.body,
                         .key = key};
  Work work(call, asked, answer_from);
  if (key.size() > kIdempotencyKeyBytesMax || FindInvalidUtf8(key)) {
    Refusal refusal = RefusalWith(400);
    refusal.detail = Text("Idempotency-Key är för lång: högst " +
                              std::to_string(kIdempotencyKeyBytesMax) + " tecken.",
                          "The Idempotency-Key is too long: at most " +
                              std::to_string(kIdempotencyKeyBytesMax) + " characters.");
    (void)work.Refused(refusal);
    return work.answer;
  }
  std::optional<KeyHeld> held;
  if (!key.empty()) {
    held.emplace(under_way, asked.KeyHash());
    if (!held->held()) {
      Refusal refusal = RefusalWith(409);
      refusal.type = "under-way";
      refusal.detail = Text("Samma begäran håller på att göras. Vänta och fråga igen.",
                            "The same request is being done. Wait, and ask again.");
      (void)work.Refused(refusal);
      return work.answer;
    }
  }
  const std::lock_guard turn(under_way.turn);
  const Result<Done> done = call.database().AllOrNothing([&] { return work(); });
  // What could not be kept is refused, whatever the handler thought of it.
  if (!done.ok() && work.answer.status < 300) (void)work.Refused(done.error());
  if (done.ok() && work.after) call.plans.Keep(work.after);
  return work.answer;
}

std::optional<Revision> RevisionIn(std::string_view if_match) {
  if (if_match.starts_with("W/")) if_match.remove_prefix(2);
  if (if_match.size() < 3 || if_match.front() != '"' || if_match.back() != '"') return std::nullopt;
  if_match = if_match.substr(1, if_match.size() - 2);
  if_match = if_match.substr(0, if_match.find('-'));
  Revision revision = 0;
  const char* end = if_match.data() + if_match.size();
  const auto [stopped, error] = std::from_chars(if_match.data(), end, revision);
  if (error != std::errc() || stopped != end) return std::nullopt;
  return revision;
}

}  // namespace rytm
