#include "server/api/adoptions.h"

#include <limits>

#include "base/limits.h"
#include "edition/adoption_words.h"
#include "pages/adoption_json.h"
#include "server/api/handlers.h"
#include "server/api/page.h"

namespace rytm {

JsonObject AsJson(const Adoption& adoption) {
  JsonObject json = AdoptionAsJson(adoption);
  json["decided-by"] = adoption.decided_by;
  json["author"] = adoption.author;
  json["made"] = FormatInstant(adoption.made);
  return json;
}

std::vector<Adoption> ReadAdoptions(const JsonReader& reader, std::string_view key) {
  std::vector<Adoption> adoptions;
  const auto text = [](const JsonReader& one, std::string_view name) {
    return one.OptionalString(name, Lines::kOne, kAdoptionTextBytesMax).value_or("");
  };
  for (const JsonReader& one : reader.OptionalArray(key, {1, kBodiesMax})) {
    if (!one.ExpectObject()) continue;
    one.OnlyKeys({"body", "from", "until", "kind", "decided-by", "decided-on", "paragraph",
                  "case-number", "replaces"});
    Adoption adoption;
    adoption.body = one.ReadId("body");
    adoption.period = {one.ReadDay("from"), one.ReadDay("until")};
    adoption.kind = one.ReadWord("kind", kAdoptionWords);
    adoption.decided_by = text(one, "decided-by");
    adoption.decided_on = one.OptionalDay("decided-on");
    adoption.paragraph = text(one, "paragraph");
    adoption.case_number = text(one, "case-number");
    adoption.replaces = one.OptionalInt("replaces", 1, std::numeric_limits<int>::max());
    adoptions.push_back(std::move(adoption));
  }
  return adoptions;
}

Result<Done> MayPublish(const Call& call, const Planned& planned,
                        const std::vector<std::pair<std::string, std::string>>& bodies_at) {
  Error missing = NotHere();
  for (const auto& [body, pointer] : bodies_at)
    if (planned.organisation->FindBody(body) == nullptr || !call.Sees(body))
      missing.problems.push_back({.file = "",
                                  .pointer = pointer,
                                  .what = Text("Det finns inget organ \"" + body + "\".",
                                               "There is no body \"" + body + "\"."),
                                  .instead = {}});
  if (!missing.problems.empty()) return missing;
  for (const auto& [body, pointer] : bodies_at)
    if (Result<Done> may = Require(call.actor, Action::kPublish, body); !may.ok()) return may;
  return Done{};
}

Result<Done> MayDecide(const Call& call, const Planned& planned,
                       const std::vector<Adoption>& adoptions) {
  std::vector<std::pair<std::string, std::string>> bodies_at;
  for (std::size_t i = 0; i < adoptions.size(); ++i)
    bodies_at.emplace_back(adoptions[i].body, "/adoptions/" + std::to_string(i) + "/body");
  return MayPublish(call, planned, bodies_at);
}

Result<Reply> ListAdoptions(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Result<Page> page = Page::Asked(call);
  if (!page.ok()) return page.error();
  std::vector<const Adoption*> seen;
  for (const Adoption& adoption : planned.value()->adoptions)
    if (call.Sees(adoption.body)) seen.push_back(&adoption);
  Reply reply = page.value().Of<const Adoption*>(
      call, seen, [](const Adoption* adoption) { return std::to_string(adoption->number); },
      [](const Adoption* adoption) { return AsJson(*adoption); });
  reply.revision = planned.value()->revision();
  return reply;
}

Result<Reply> RecordAdoptions(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Result<std::vector<Adoption>> adoptions = call.ReadBody([](const JsonReader& body) {
    body.OnlyKeys({"adoptions"});
    if (!body.Has("adoptions"))
      body.AddAt("adoptions", Text("Besluten saknas.", "The decisions are missing."));
    return ReadAdoptions(body, "adoptions");
  });
  if (!adoptions.ok()) return adoptions.error();
  const Result<Done> may = MayDecide(call, *planned.value(), adoptions.value());
  if (!may.ok()) return may.error();
  const Result<Revision> recorded =
      RecordAdoptions(call.database(), *planned.value(), adoptions.value(),
                      call.AuthorOf(Action::kPublish).person, call.now);
  if (!recorded.ok()) return recorded.error();
  std::string bodies;
  for (const Adoption& adoption : adoptions.value())
    bodies += (bodies.empty() ? "" : " ") + adoption.body;
  return Reply{.status = 201,
               .json = JsonObject{{"revision", recorded.value()}},
               .revision = recorded.value(),
               .noted = Noted{.what = "adoption-recorded", .subject = bodies}};
}

}  // namespace rytm
