// The rule file: read whole, replaced or changed as a batch, previewed first.
#include "app/rules.h"

#include "app/import.h"
#include "base/json_edit.h"
#include "base/text_json.h"
#include "server/api/handlers.h"
#include "server/api/saved.h"
#include "server/api/seen.h"

namespace rytm {
namespace {

constexpr std::string_view kName = "regler.json";  // what the log and problems call the file

// The problem's place is in the file that was sent; its name is ours.
Error WithoutName(Error error) {
  for (Problem& problem : error.problems) problem.file.clear();
  return error;
}

Result<std::string> RulesInForce(const Call& call) {
  const Result<std::optional<StoredRules>> rules = call.database().store().Rules();
  if (!rules.ok()) return rules.error();
  if (!rules.value()) return NotHere();
  return std::string(ImportedFile(*rules.value()));
}

NewRules Named(std::string_view text) {
  return {.name = kName, .text = text, .what = Text("Ändrade reglerna", "Changed the rules")};
}

Result<Reply> Replace(const Call& call, const Planned& planned, std::string_view text) {
  const Result<ImportReport> report =
      ImportRules(call.database(), planned, Named(text), /*preview=*/false,
                  call.AuthorOf(Action::kChangeRules), call.now);
  if (!report.ok()) return WithoutName(report.error());
  return SavedReply(call, planned, *report.value().batch, report.value().what_if, "rules-changed");
}

enum class PatchKind { kAdd, kReplace, kRemove };
constexpr JsonWord<PatchKind> kPatchWords[] = {
    {"add", PatchKind::kAdd}, {"replace", PatchKind::kReplace}, {"remove", PatchKind::kRemove}};

void PatchOnce(const JsonReader& operation, std::string& text) {
  if (!operation.ExpectObject()) return;
  const PatchKind kind = operation.ReadWord("op", kPatchWords);
  const std::string path = operation.ReadString("path");
  operation.OnlyKeys({"op", "path", "value"});
  if (kind != PatchKind::kRemove && !operation.Has("value"))
    return operation.AddAt("value", Text("Värdet saknas.", "The value is missing."));
  std::optional<std::string> changed;
  switch (kind) {
    case PatchKind::kAdd:
      changed = AddJson(text, path, operation.json().at("value"));
      break;
    case PatchKind::kReplace:
      changed = SetJson(text, path, operation.json().at("value"));
      break;
    case PatchKind::kRemove:
      changed = RemoveJson(text, path);
      break;
  }
  if (changed)
    text = std::move(*changed);
  else
    operation.AddAt(
        "path", Text("Filen har ingen plats " + path + ".", "The file has no place " + path + "."));
}

// RFC 6902, as far as it leaves the rest of the file as it was written: add, replace and remove.
Result<std::string> Patched(std::string text, const Json& patch) {
  std::vector<Problem> problems;
  const JsonReader reader(patch, "", problems);
  if (!reader.IsArray()) reader.Add(Text("En JSON Patch är en lista.", "A JSON Patch is a list."));
  for (const JsonReader& operation : reader.Elements({1, kListItemsMax}))
    PatchOnce(operation, text);
  if (problems.empty()) return text;
  return Refuse(ErrorCode::kBadInput,
                Text("Ändringen går inte att göra.", "The change cannot be made."),
                std::move(problems));
}

JsonArray LawsJson(const Organisation& organisation) {
  JsonArray laws;
  for (const Deadline& law : organisation.deadlines)
    laws.push_back(JsonObject{{"id", law.id}, {"name", AsWritten(law.name)}});
  return laws;
}

JsonArray GuidesJson(const Organisation& organisation) {
  JsonArray guides;
  for (const auto& [id, guide] : organisation.guides)
    guides.push_back(JsonObject{{"id", id}, {"title", AsWritten(guide.title)}});
  return guides;
}

}  // namespace

Result<Reply> GetRules(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  Result<std::string> text = RulesInForce(call);
  if (!text.ok()) return text.error();
  return Reply{.text = std::move(text).value(),
               .type = "application/json",
               .revision = planned.value()->revision()};
}

Result<Reply> GetMergedRules(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Result<std::optional<StoredRules>> rules = call.database().store().Rules();
  if (!rules.ok()) return rules.error();
  if (!rules.value()) return NotHere();
  JsonObject json{{"rules", MergedStoredRules(*rules.value())},
                  {"laws", LawsJson(*planned.value()->organisation)},
                  {"guides", GuidesJson(*planned.value()->organisation)}};
  if (std::optional<Json> from_template = StoredTemplate(*rules.value()))
    json["template"] = *std::move(from_template);
  return call.With(std::move(json), *planned.value());
}

Result<Reply> PreviewRules(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Result<ImportReport> report =
      ImportRules(call.database(), *planned.value(), Named(call.request.body), /*preview=*/true,
                  call.AuthorOf(Action::kChangeRules), call.now);
  if (!report.ok()) return WithoutName(report.error());
  return PreviewReply(call, *planned.value(), report.value().what_if);
}

Result<Reply> ReplaceRules(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  return Replace(call, *planned.value(), call.request.body);
}

Result<Reply> PatchRules(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Result<Json> patch = call.Body();
  if (!patch.ok()) return patch.error();
  Result<std::string> text = RulesInForce(call);
  if (!text.ok()) return text.error();
  text = Patched(std::move(text).value(), patch.value());
  if (!text.ok()) return text.error();
  return Replace(call, *planned.value(), text.value());
}

}  // namespace rytm
