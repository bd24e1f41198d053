// Links to private calendars, for those who manage people. A person's own page asks the use cases
// (app/feed_links.h) themselves.
#include "app/feed_link_json.h"
#include "server/api/handlers.h"
#include "server/api/page.h"
#include "server/api/words.h"

namespace rytm {
namespace {

NewFeedLink ReadLink(const JsonReader& body) {
  body.OnlyKeys({"name", "kind", "person", "bodies", "kinds", "level", "language", "cancelled",
                 "alarm", "months-back"});
  NewFeedLink link{.name = body.ReadString("name", Lines::kOne, kFeedNameBytesMax), .choice = {}};
  FeedChoice& choice = link.choice;
  choice.kind = body.ReadWord("kind", kFeedKindWords);
  choice.person = body.OptionalId("person").value_or("");
  choice.bodies = body.OptionalIds("bodies", {1, kBodiesMax});
  choice.kinds = body.OptionalWords("kinds", kEventKindWords, {1, std::size(kEventKindWords)});
  choice.level = body.OptionalWord("level", kLevelWords).value_or(Level::kPublic);
  choice.language = body.OptionalWord("language", kLanguages).value_or(Language::kSwedish);
  choice.cancelled = body.OptionalBool("cancelled").value_or(true);
  if (const auto alarm = body.OptionalInt("alarm", 0, static_cast<int>(kFeedAlarmMax.count())))
    choice.alarm = Minutes{*alarm};
  choice.months_back =
      body.OptionalInt("months-back", 0, kFeedMonthsBack).value_or(kFeedMonthsBack);
  return link;
}

}  // namespace

Result<Reply> ListFeedLinks(Call& call) {
  if (const auto planned = call.Plan(); !planned.ok()) return planned.error();
  struct Query {
    Page page;
    std::optional<std::string> person;
  };
  const Result<Query> query = call.ReadQuery([](const JsonReader& reader) {
    reader.OnlyKeys({"limit", "after", "person"});
    return Query{Page(reader), reader.OptionalId("person")};
  });
  if (!query.ok()) return query.error();
  const Result<std::vector<FeedLink>> links =
      call.desk.feed_links.Of(call.actor, query.value().person.value_or(""));
  if (!links.ok()) return links.error();
  return query.value().page.Of<FeedLink>(
      call, links.value(), [](const FeedLink& link) { return link.id; },
      [&](const FeedLink& link) { return AsJson(link, call.now); });
}

Result<Reply> MakeFeedLink(Call& call) {
  if (const auto planned = call.Plan(); !planned.ok()) return planned.error();
  const Result<NewFeedLink> asked = call.ReadBody(ReadLink);
  if (!asked.ok()) return asked.error();
  const Result<MadeFeedLink> made = call.desk.feed_links.Make(call.actor, asked.value());
  if (!made.ok()) return made.error();
  JsonObject json = AsJson(made.value().link, call.now);
  json["url"] = (call.settings.public_url.empty() ? "http://" + call.request.Field("host")
                                                  : call.settings.public_url) +
                FeedPathOf(made.value().token);
  return Reply{.status = 201, .json = std::move(json)};
}

Result<Reply> RevokeFeedLink(Call& call) {
  if (const auto planned = call.Plan(); !planned.ok()) return planned.error();
  const Result<Done> revoked = call.desk.feed_links.Revoke(call.actor, call.Part("link"));
  if (!revoked.ok()) return revoked.error();
  return Reply{.status = 204};
}

}  // namespace rytm
