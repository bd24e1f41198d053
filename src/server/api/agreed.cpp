// "Det här tar vi med oss": what those who met in a dialogue agreed to take along to the next one.
#include "app/agreed.h"

#include <algorithm>

#include "server/api/handlers.h"
#include "server/api/match.h"
#include "server/api/seen.h"

namespace rytm {
namespace {

struct Asked {
  std::shared_ptr<const Planned> planned;
  const Item* dialogue = nullptr;
  AgreedSeen agreed;
};

// A dialogue that the actor may see: no more readers than the dialogue itself has.
Result<Asked> DialogueAsked(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Item* item = planned.value()->plan.Find(call.Part("slot"));
  if (item == nullptr || item->kind != ItemKind::kDialogue ||
      !item->levels.Has(Level::kSecretariat) || !Sees(call, *item))
    return NotHere();
  Result<AgreedSeen> agreed = AgreedAt(call.database(), planned.value()->plan, *item);
  if (!agreed.ok()) return agreed.error();
  return Asked{planned.value(), item, std::move(agreed).value()};
}

JsonArray LinesAsJson(const AgreedLines& agreed) {
  return JsonArray(agreed.lines.begin(), agreed.lines.end());
}

// What If-Match names: the dialogue's own lines.
JsonObject OwnAsJson(const AgreedLines& agreed) {
  return {{"slot", agreed.slot}, {"lines", LinesAsJson(agreed)}};
}

Reply AgreedReply(const AgreedSeen& agreed) {
  JsonObject json = OwnAsJson(agreed.now);
  if (!agreed.before.lines.empty())
    json["before"] = JsonObject{{"slot", agreed.before.slot},
                                {"day", FormatDay(agreed.day_before)},
                                {"lines", LinesAsJson(agreed.before)}};
  return {.json = std::move(json), .etag = TagOf(OwnAsJson(agreed.now))};
}

// Lines with nothing in them are left out.
std::vector<std::string> ReadLines(const JsonReader& body) {
  body.OnlyKeys({"lines"});
  std::vector<std::string> lines;
  for (const JsonReader& one : body.ReadArray("lines", {0, kAgreedLinesMax})) {
    const std::optional<std::string> line = one.AsString(Lines::kOne, kAgreedLineBytesMax);
    if (line && line->find_first_not_of(' ') != std::string::npos) lines.push_back(*line);
  }
  return lines;
}

}  // namespace

Result<Reply> GetAgreed(Call& call) {
  const Result<Asked> asked = DialogueAsked(call);
  if (!asked.ok()) return asked.error();
  return AgreedReply(asked.value().agreed);
}

Result<Reply> SetAgreed(Call& call) {
  Result<Asked> asked = DialogueAsked(call);
  if (!asked.ok()) return asked.error();
  const Item& dialogue = *asked.value().dialogue;
  AgreedSeen& agreed = asked.value().agreed;
  if (const Result<Done> may = Require(call.actor, Action::kAdjust, dialogue.body); !may.ok())
    return may.error();
  const Result<std::vector<std::string>> lines = call.ReadBody(ReadLines);
  if (!lines.ok()) return lines.error();
  std::optional<Reply> refused =
      Mismatch(call, {.current = OwnAsJson(agreed.now),
                      .missing = Text("Skicka If-Match med radernas ETag.",
                                      "Send If-Match with the ETag of the lines."),
                      .stale = Text("Någon annan har ändrat raderna sedan du läste dem.",
                                    "Somebody else changed the lines since you read them.")});
  if (refused) return *std::move(refused);
  agreed.now = {.slot = dialogue.id,
                .lines = lines.value(),
                .author = call.AuthorOf(Action::kAdjust).person,
                .written = call.now};
  if (const Result<Done> saved = call.database().agreed().Save(agreed.now); !saved.ok())
    return saved.error();
  Reply reply = AgreedReply(agreed);
  reply.noted = Noted{.what = "agreed-lines-set", .subject = dialogue.id};
  return reply;
}

}  // namespace rytm
