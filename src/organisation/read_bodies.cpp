// Bodies, and what several parts of the file share.
#include "base/json_words.h"
#include "organisation/read_parts.h"
#include "organisation/rule_words.h"

namespace rytm {
namespace {

constexpr date::month_day kJanuaryFirst{date::January, date::day{1}};
constexpr date::month_day kCouncilSits{date::October, date::day{15}};  // KL 5:9

bool ListedByKind(BodyKind kind) {
  return kind == BodyKind::kCouncil || kind == BodyKind::kExecutiveBoard ||
         kind == BodyKind::kCommittee;
}

constexpr int kDialogueHoursMax = 1000;  // of a body in a year

Body ReadBody(const JsonReader& reader) {
  Body body;
  body.pointer = reader.pointer();
  if (!reader.ExpectObject()) return body;
  body.id = reader.ReadId("id");
  body.kind = reader.ReadWord("kind", kBodyKindWords);
  body.name = reader.ReadText("name");
  body.short_name = reader.OptionalString("short").value_or("");
  body.of = reader.OptionalId("of").value_or("");
  if (const std::optional<JsonReader> term = reader.OptionalObject("term")) {
    body.term_start = term->ReadMonthDay("start");
  }
  body.from = reader.OptionalDay("from");
  body.until = reader.OptionalDay("until");
  if (body.from && body.until && *body.until < *body.from) {
    reader.AddAt("until", {"Organet upphör innan det börjar.", "The body ends before it begins."});
  }
  body.succeeds = ReadIds(reader, "succeeds");
  body.shares_members_with = ReadIds(reader, "shares-members-with");
  body.listed = reader.OptionalBool("listed").value_or(ListedByKind(body.kind));
  body.dialogue_hours = reader.OptionalInt("dialogue-hours", 1, kDialogueHoursMax);
  for (const JsonReader& series : reader.OptionalArray("series", {0, kSeriesPerBodyMax})) {
    body.series.push_back(ReadSeries(series, body));
  }
  return body;
}

// A body that does not say its term has that of the body it belongs to.
void FillInTerms(const std::vector<JsonReader>& readers, std::vector<Body>& bodies) {
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    if (readers[i].Has("term")) continue;
    std::size_t at = i;
    for (std::size_t steps = 0; steps < bodies.size() && !readers[at].Has("term"); ++steps) {
      std::size_t parent = 0;
      while (parent < bodies.size() && bodies[parent].id != bodies[at].of) ++parent;
      if (bodies[at].of.empty() || parent == bodies.size()) break;
      at = parent;
    }
    const date::month_day by_kind =
        bodies[at].kind == BodyKind::kCouncil ? kCouncilSits : kJanuaryFirst;
    bodies[i].term_start = readers[at].Has("term") ? bodies[at].term_start : by_kind;
  }
}

}  // namespace

std::vector<Body> ReadBodies(const JsonReader& file) {
  const std::vector<JsonReader> readers = file.ReadArray("bodies", {1, kBodiesMax});
  std::vector<Body> bodies;
  for (const JsonReader& reader : readers) bodies.push_back(ReadBody(reader));
  FillInTerms(readers, bodies);
  return bodies;
}

std::vector<BodyKind> ReadKinds(const JsonReader& owner, std::string_view key) {
  std::vector<BodyKind> kinds;
  for (const JsonReader& kind : owner.ReadOneOrMany(key)) {
    if (const auto word = kind.AsWord(kBodyKindWords)) kinds.push_back(*word);
  }
  return kinds;
}

std::vector<std::string> ReadIds(const JsonReader& owner, std::string_view key) {
  std::vector<std::string> ids;
  for (const JsonReader& id : owner.OptionalOneOrMany(key, {0, kListItemsMax})) {
    ids.push_back(id.AsId().value_or(""));
  }
  return ids;
}

Levels ReadLevels(const JsonReader& owner) {
  Levels levels;
  for (const JsonReader& level : owner.OptionalOneOrMany("for", {1})) {
    if (const auto word = level.AsWord(kLevelWords)) levels.Add(*word);
  }
  return levels;
}

BodySelector ReadSelector(const JsonReader& owner) {
  BodySelector selector;
  if (owner.Has("body")) selector.bodies.push_back(owner.ReadId("body"));
  for (const JsonReader& one : owner.OptionalOneOrMany("bodies", {1, kListItemsMax})) {
    if (!one.IsObject()) {
      selector.bodies.push_back(one.AsId().value_or(""));
      continue;
    }
    for (const BodyKind kind : ReadKinds(one, "kind")) selector.kinds.push_back(kind);
  }
  return selector;
}

std::optional<SeriesRef> AsSeriesRef(const JsonReader& reader) {
  const std::optional<std::string> text = reader.AsString();
  if (!text) return std::nullopt;
  const std::size_t slash = text->find('/');
  const bool right = slash != std::string::npos && slash > 0 && slash + 1 < text->size() &&
                     text->find('/', slash + 1) == std::string::npos;
  if (!right) {
    reader.Add(
        {"Här ska stå vilka möten som menas.", "Here it should say which meetings are meant."},
        {"Skriv organ och möte, till exempel \"kf/meeting\".",
         "Write body and series, for example \"kf/meeting\"."});
    return std::nullopt;
  }
  return SeriesRef{text->substr(0, slash), text->substr(slash + 1)};
}

bool HasOneOf(const JsonReader& reader, std::initializer_list<std::string_view> keys,
              const Text& instead) {
  std::vector<std::string_view> there;
  for (const std::string_view key : keys) {
    if (reader.Has(key)) there.push_back(key);
  }
  if (there.empty()) {
    reader.Add({"Något saknas här.", "Something is missing here."}, instead);
  } else if (there.size() > 1) {
    const std::string first = Quoted(there[0]);
    const std::string second = Quoted(there[1]);
    reader.AddAt(there[1],
                 {"Här står både " + first + " och " + second + ".",
                  "Both " + first + " and " + second + " stand here."},
                 {"Behåll det ena.", "Keep one of them."});
  }
  return there.size() == 1;
}

std::optional<ChainStep::Span> AsSpan(const JsonReader& reader, int min, int max) {
  if (!reader.ExpectObject()) return std::nullopt;
  if (!HasOneOf(
          reader, {"days", "working-days"},
          {"Skriv \"days\" eller \"working-days\".", "Write \"days\" or \"working-days\"."})) {
    return std::nullopt;
  }
  if (reader.Has("days")) return ChainStep::Span{reader.ReadInt("days", min, max), false};
  return ChainStep::Span{reader.ReadInt("working-days", min, max), true};
}

}  // namespace rytm
