// Publishing, seen first or done, and going back to an earlier edition.
#include "app/mail_tick.h"
#include "app/publish.h"
#include "pages/difference_listing.h"
#include "pages/plan_json.h"
#include "server/api/adoptions.h"
#include "server/api/handlers.h"

namespace rytm {
namespace {

constexpr JsonWord<Undecided> kUndecided[] = {{"tentative", Undecided::kTentative},
                                              {"withheld", Undecided::kWithheld}};

PublishRequest ReadRequest(const JsonReader& body) {
  body.OnlyKeys({"bodies", "until", "note", "undecided", "adoptions", "tell"});
  return {.bodies = body.OptionalIds("bodies", {1, kBodiesMax}),
          .until = body.ReadDay("until"),
          .note = body.OptionalText("note").value_or(Text()),
          .undecided = body.OptionalWord("undecided", kUndecided).value_or(Undecided::kTentative),
          .adoptions = ReadAdoptions(body, "adoptions"),
          .tell = body.OptionalBool("tell").value_or(true)};
}

// Every body by name must be one that may be published; no names: all of them.
Result<PublishRequest> RequestOf(const Call& call, const Planned& planned) {
  Result<PublishRequest> request = call.ReadBody(ReadRequest);
  if (!request.ok()) return request;
  const std::vector<std::string>& bodies = request.value().bodies;
  std::vector<std::pair<std::string, std::string>> bodies_at;
  for (std::size_t i = 0; i < bodies.size(); ++i)
    bodies_at.emplace_back(bodies[i], "/bodies/" + std::to_string(i));
  Result<Done> may =
      bodies.empty() ? Require(call.actor, Action::kPublish) : MayPublish(call, planned, bodies_at);
  if (may.ok()) may = MayDecide(call, planned, request.value().adoptions);
  if (!may.ok()) return may.error();
  request.value().author = call.AuthorOf(Action::kPublish).person;
  return request;
}

JsonObject AsJson(const Call& call, const Publication& publication) {
  JsonArray bodies;
  for (const PublishedBody& body : publication.bodies)
    bodies.push_back(JsonObject{{"body", body.body},
                                {"number", body.number},
                                {"differences", DifferencesAsJson(body.differences, body.name)}});
  JsonArray quoted;
  for (const std::string& body : publication.quoted)
    if (call.Sees(body)) quoted.push_back(Json(body));
  JsonArray in_the_way;
  for (const Finding& finding : publication.in_the_way) in_the_way.push_back(rytm::AsJson(finding));
  return {{"revision", publication.revision},
          {"bodies", std::move(bodies)},
          {"feeds", JsonArray(publication.feeds.begin(), publication.feeds.end())},
          {"quoted", std::move(quoted)},
          {"in-the-way", std::move(in_the_way)}};
}

// Who would get a mail, and what it would say; the texts of the first ones.
Result<JsonArray> LettersAsJson(Call& call, const Publication& publication) {
  const Result<std::shared_ptr<const Readership>> readership = call.Readers();
  if (!readership.ok()) return readership.error();
  const Result<std::vector<LetterPreview>> letters =
      PreviewNotices(call.database(), *readership.value(), publication, call.now);
  if (!letters.ok()) return letters.error();
  JsonArray array;
  for (const LetterPreview& preview : letters.value()) {
    JsonObject json{{"person", preview.person},
                    {"name", preview.name.In(call.language)},
                    {"subject", preview.letter.subject},
                    {"urgent", preview.letter.urgent}};
    if (array.size() < kLettersPreviewedMax) json["text"] = preview.letter.text;
    array.push_back(std::move(json));
  }
  return array;
}

// What is in the way, or does not read back the same, is a conflict: nobody is forbidden anything.
Error AsConflict(Error error) {
  if (error.code == ErrorCode::kRefused) error.code = ErrorCode::kConflict;
  return error;
}

Reply PublishedReply(const Call& call, const Publication& publication, const Planned& before,
                     const std::string& what) {
  Reply reply{.json = AsJson(call, publication), .revision = publication.revision};
  if (publication.revision == before.revision()) return reply;  // nothing to say
  reply.status = 201;
  std::string bodies;
  for (const PublishedBody& body : publication.bodies)
    bodies += (bodies.empty() ? "" : " ") + body.body;
  reply.noted = Noted{.what = what, .subject = bodies};
  return reply;
}

}  // namespace

Result<Reply> PreviewPublish(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Result<PublishRequest> request = RequestOf(call, *planned.value());
  if (!request.ok()) return request.error();
  const Result<Publication> publication =
      PreviewPublication(call.database(), *planned.value(), request.value(), call.now);
  if (!publication.ok()) return AsConflict(publication.error());
  JsonObject json = AsJson(call, publication.value());
  if (request.value().tell) {
    Result<JsonArray> letters = LettersAsJson(call, publication.value());
    if (!letters.ok()) return letters.error();
    json["letters"] = std::move(letters).value();
  }
  return call.With(std::move(json), *planned.value());
}

Result<Reply> PublishEditions(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Result<PublishRequest> request = RequestOf(call, *planned.value());
  if (!request.ok()) return request.error();
  const Result<Publication> publication =
      Publish(call.database(), *planned.value(), request.value(), call.now);
  if (!publication.ok()) return AsConflict(publication.error());
  return PublishedReply(call, publication.value(), *planned.value(), "published");
}

Result<Reply> ReturnToEarlier(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const std::string& body = call.Part("body");
  const std::optional<std::int64_t> number = call.Number("number");
  if (!call.Sees(body) || !number) return NotHere();
  if (const Result<Done> may = Require(call.actor, Action::kPublish, body); !may.ok())
    return may.error();
  const Result<Publication> publication =
      Publish(call.database(), *planned.value(),
              ReturnToEdition{.body = body,
                              .number = static_cast<int>(*number),
                              .author = call.AuthorOf(Action::kPublish).person},
              call.now);
  if (!publication.ok()) return AsConflict(publication.error());
  return PublishedReply(call, publication.value(), *planned.value(), "returned-to-edition");
}

}  // namespace rytm
