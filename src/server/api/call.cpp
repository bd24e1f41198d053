#include "server/api/call.h"

#include <algorithm>
#include <charconv>

#include "server/api/words.h"
#include "server/target.h"

namespace rytm {
namespace {

constexpr std::string_view kCounts[] = {"limit", "before", "year", "from", "to"};

std::optional<std::int64_t> NumberIn(const std::string& text) {
  std::int64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, number);
  if (text.empty() || error != std::errc() || stopped != end) return std::nullopt;
  return number;
}

}  // namespace

std::optional<std::int64_t> Call::Number(std::string_view name) const {
  const std::optional<std::int64_t> number = NumberIn(Part(name));
  return number && *number >= 1 ? number : std::nullopt;
}

Result<Json> Call::Body() const { return ParseJson(request.body, "", endpoint.body_bytes_max()); }

Json Call::Query() const {
  JsonObject query;
  const auto pairs = QueryOf(request.target);  // which the door has read once
  for (const auto& [name, value] : *pairs) {
    const bool counts =
        std::find(std::begin(kCounts), std::end(kCounts), name) != std::end(kCounts);
    const std::optional<std::int64_t> number = NumberIn(value);
    query[name] = counts && number ? Json(*number) : Json(value);
  }
  return query;
}

Error Call::Wrong(const Json& json, std::vector<Problem> problems) {
  SortInFileOrder(json, "", problems);
  return Refuse(ErrorCode::kBadInput,
                Text("Något i begäran är fel.", "Something in the request is wrong."),
                std::move(problems));
}

Result<std::shared_ptr<const Readership>> Call::Readers() {
  Result<std::shared_ptr<const Readership>> loaded = LoadReadership(database(), desk.readership);
  if (loaded.ok()) desk.readership = loaded.value();
  return loaded;
}

Result<Language> Call::LanguageAsked() const {
  return ReadQuery([&](const JsonReader& query) {
    query.OnlyKeys({"language"});
    return query.OptionalWord("language", kLanguages).value_or(language);
  });
}

Result<std::shared_ptr<const Planned>> Call::Plan() {
  Result<std::shared_ptr<const Planned>> planned = plans.Current(database(), now);
  if (!planned.ok()) return planned;
  const auto org = parts.find("org");
  if (org != parts.end() && org->second != planned.value()->organisation->id) return NotHere();
  return planned;
}

Author Call::AuthorOf(Action action) const {
  const auto grant = std::find_if(actor.grants.begin(), actor.grants.end(), [&](const Grant& one) {
    return MayAnywhere({&one, 1}, action);
  });
  return {.person = login ? actor.person : actor.via,
          .role = grant == actor.grants.end() ? "" : std::string(RoleWord(grant->role))};
}

Error NotHere() {
  return Refuse(ErrorCode::kNotFound, Text("Här finns ingenting, eller ingenting som du får se.",
                                           "There is nothing here, or nothing that you may see."));
}

}  // namespace rytm
