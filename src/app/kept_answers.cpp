#include "app/kept_answers.h"

#include "app/tokens.h"
#include "base/limits.h"

namespace rytm {
namespace {

// With lengths, so that no two lists of parts are one text.
std::string Joined(std::initializer_list<std::string_view> parts) {
  std::string joined;
  for (const std::string_view part : parts)
    joined += std::to_string(part.size()) + ":" + std::string(part);
  return joined;
}

}  // namespace

std::string AskedWrite::KeyHash() const {
  return HashOf(Joined({actor.person, actor.via, method, target, key}));
}

std::string AskedWrite::RequestHash() const { return HashOf(body); }

Result<std::optional<KeptAnswer>> FindAnswer(Database& database, const AskedWrite& asked,
                                             Instant now) {
  Result<std::optional<KeptAnswer>> found =
      database.answers().Find(asked.KeyHash(), now - kAnswerKept);
  if (found.ok() && found.value() && found.value()->request_hash != asked.RequestHash())
    return Refuse(ErrorCode::kBadInput,
                  Text("Med samma Idempotency-Key har något annat redan begärts. Välj en "
                       "ny nyckel för det nya.",
                       "Something else was asked with the same Idempotency-Key. Choose a "
                       "new key for what is new."));
  return found;
}

Result<Done> KeepAnswer(Database& database, const AskedWrite& asked, KeptAnswer answer,
                        Instant now) {
  answer.request_hash = asked.RequestHash();
  return database.answers().Keep(asked.KeyHash(), answer, now, now - kAnswerKept);
}

}  // namespace rytm
