#include "app/ways_in.h"

#include <algorithm>

#include "base/limits.h"
#include "store/outbox.h"

namespace rytm {

std::string PublicUrlOf(const std::string& told, const Organisation& organisation) {
  return told.empty() ? organisation.address : told;
}

LetterLinks WaysIn::To(const std::string& person) {
  if (public_url_.empty()) return {};
  LetterLinks links;
  links.page = [this, person](const Event& event) {
    return New(person, WayIn::Kind::kEvent, event.uid);
  };
  links.choices = New(person, WayIn::Kind::kChoices, "");
  links.unsubscribe = links.choices + "/stop";
  return links;
}

std::string WaysIn::Fresh(const std::string& person) {
  return New(person, WayIn::Kind::kEverything, "");
}

std::string WaysIn::New(const std::string& person, WayIn::Kind kind, const std::string& uid) {
  const Secret token = NewToken(randomness_);
  const bool fresh = kind == WayIn::Kind::kEverything;
  made_.emplace_back(HashOf(token.bytes()),
                     WayIn{.person = person,
                           .kind = kind,
                           .uid = uid,
                           .expires = fresh ? now_ + kFreshWayInLife : now_ + kWayInLife});
  return public_url_ + std::string(kOwnPages) + std::string(token.bytes());
}

Result<Done> WaysIn::Store(Database& database) {
  for (const auto& [hash, way_in] : made_)
    if (Result<Done> added = database.ways_in().Add(hash, way_in); !added.ok()) return added;
  made_.clear();
  return Done{};
}

Result<Done> KeepLetters(Database& database, const Organisation& organisation,
                         const std::vector<Letter>& letters, WaysIn& ways_in, Instant now) {
  if (Result<Done> stored = ways_in.Store(database); !stored.ok()) return stored;
  const Result<std::size_t> kept = database.outbox().Add(letters, organisation.host, now);
  return kept.ok() ? Result<Done>(Done{}) : Result<Done>(kept.error());
}

std::string WithoutWaysIn(std::string_view text) {
  std::string shown;
  for (std::size_t at = 0; (at = text.find(kOwnPages)) != std::string_view::npos;) {
    const std::size_t token = at + kOwnPages.size();
    shown.append(text.substr(0, token)).append("…");
    text.remove_prefix(std::min(text.find_first_of(" \r\n\t\"<>)", token), text.size()));
  }
  return shown.append(text);
}

}  // namespace rytm
