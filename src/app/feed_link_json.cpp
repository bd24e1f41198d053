#include "app/feed_link_json.h"

#include "app/feed_links.h"

namespace rytm {

JsonObject AsJson(const FeedLink& link, Instant now) {
  const FeedChoice& choice = link.choice;
  JsonObject json{
      {"id", link.id}, {"name", link.name}, {"kind", WordFor(kFeedKindWords, choice.kind)}};
  if (!choice.person.empty()) json["person"] = choice.person;
  if (choice.kind != FeedKind::kPerson) {
    json["bodies"] = JsonArray(choice.bodies.begin(), choice.bodies.end());
    json["level"] = WordFor(kLevelWords, choice.level);
  }
  if (!choice.kinds.empty()) {
    JsonArray kinds;
    for (const EventKind kind : choice.kinds) kinds.push_back(Json(WordFor(kEventKindWords, kind)));
    json["kinds"] = std::move(kinds);
  }
  json["language"] = choice.language == Language::kEnglish ? "en" : "sv";
  json["cancelled"] = choice.cancelled;
  if (choice.alarm) json["alarm"] = choice.alarm->count();
  json["months-back"] = choice.months_back;
  json["created"] = FormatInstant(link.created);
  json["works"] = IsFetched(link, now);
  return json;
}

}  // namespace rytm
