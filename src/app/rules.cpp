#include "app/rules.h"

#include <algorithm>
#include <cassert>

#include "app/embedded.h"
#include "base/nearest_word.h"
#include "organisation/rule_file.h"

namespace rytm {
namespace {

using Kind = StoredRules::SourceText::Kind;

constexpr std::string_view kTemplates = "calendar/templates/";
constexpr std::string_view kGuides = "calendar/guides/";
constexpr std::string_view kDeadlines = "calendar/deadlines.json";

std::string_view Embedded(std::string_view path) {
  const std::optional<std::string_view> text = EmbeddedFile(path);
  assert(text.has_value());  // the build puts it there
  return text.value_or(std::string_view());
}

RuleFileSchemas Schemas() {
  return {.organisation = Embedded("schemas/json/organisation.json"),
          .from_template = Embedded("schemas/json/template.json"),
          .guide = Embedded("schemas/json/guide.json"),
          .deadlines = Embedded("schemas/json/deadlines.json")};
}

// "calendar/templates/sweden-region@1.json" → "sweden-region@1".
std::string TemplateName(std::string_view path) {
  path.remove_prefix(kTemplates.size());
  path.remove_suffix(std::string_view(".json").size());
  return std::string(path);
}

const StoredRules::SourceText* OrganisationOf(const StoredRules& rules) {
  const auto file = std::find_if(
      rules.texts.begin(), rules.texts.end(),
      [](const StoredRules::SourceText& source) { return source.kind == Kind::kOrganisation; });
  return file == rules.texts.end() ? nullptr : &*file;
}

RuleFiles EmbeddedRuleFiles(std::string_view name, std::string_view text) {
  RuleFiles files{.organisation = {std::string(name), text},
                  .templates = {},
                  .guides = {},
                  .deadlines = {"deadlines.json", Embedded(kDeadlines)},
                  .schemas = Schemas()};
  for (const std::string_view path : EmbeddedPaths(kTemplates))
    files.templates.push_back({TemplateName(path), Embedded(path)});
  for (const std::string_view path : EmbeddedPaths(kGuides))
    files.guides.push_back({std::string(path), Embedded(path)});
  return files;
}

// They lean on the texts of `rules`.
RuleFiles StoredRuleFiles(const StoredRules& rules) {
  RuleFiles files;
  files.schemas = Schemas();
  for (const StoredRules::SourceText& source : rules.texts) {
    const NamedText named{source.name, source.text};
    switch (source.kind) {
      case Kind::kOrganisation:
        files.organisation = named;
        break;
      case Kind::kTemplate:
        files.templates.push_back(named);
        break;
      case Kind::kGuide:
        files.guides.push_back(named);
        break;
      case Kind::kDeadlines:
        files.deadlines = named;
        break;
    }
  }
  return files;
}

}  // namespace

Result<Organisation> ReadRules(std::string_view name, std::string_view text) {
  return ReadOrganisation(EmbeddedRuleFiles(name, text));
}

Json MergedRules(std::string_view name, std::string_view text) {
  return MergedRuleFile(EmbeddedRuleFiles(name, text));
}

StoredRules RulesToStore(std::string_view name, std::string_view text,
                         const Organisation& organisation, Instant now) {
  StoredRules rules{.revision = 0, .imported = now, .texts = {}};
  rules.texts.push_back({Kind::kOrganisation, std::string(name), std::string(text)});
  if (!organisation.template_name.empty())
    rules.texts.push_back(
        {Kind::kTemplate, organisation.template_name,
         std::string(Embedded(std::string(kTemplates) + organisation.template_name + ".json"))});
  for (const std::string_view path : EmbeddedPaths(kGuides))
    rules.texts.push_back({Kind::kGuide, std::string(path), std::string(Embedded(path))});
  rules.texts.push_back({Kind::kDeadlines, "deadlines.json", std::string(Embedded(kDeadlines))});
  return rules;
}

Result<Organisation> ReadStoredRules(const StoredRules& rules) {
  return ReadOrganisation(StoredRuleFiles(rules));
}

Json MergedStoredRules(const StoredRules& rules) { return MergedRuleFile(StoredRuleFiles(rules)); }

std::optional<Json> StoredTemplate(const StoredRules& rules) {
  const RuleFiles files = StoredRuleFiles(rules);
  if (files.templates.empty()) return std::nullopt;
  return ParseJson(files.templates.front().text, files.templates.front().name).value();
}

Result<Organisation> OrganisationInForce(Store& store) {
  const Result<std::optional<StoredRules>> rules = store.Rules();
  if (!rules.ok()) return rules.error();
  if (!rules.value())
    return Refuse(ErrorCode::kNotFound,
                  Text("Datamappen har inga regler än. Läs in en fil med rytm import.",
                       "The data folder has no rules yet. Read in a file with rytm "
                       "import."));
  return ReadStoredRules(*rules.value());
}

std::string_view ImportedFile(const StoredRules& rules) {
  const StoredRules::SourceText* file = OrganisationOf(rules);
  return file == nullptr ? std::string_view() : std::string_view(file->text);
}

std::string_view ImportedFileName(const StoredRules& rules) {
  const StoredRules::SourceText* file = OrganisationOf(rules);
  return file == nullptr ? std::string_view() : std::string_view(file->name);
}

Result<Done> RequireBodies(const Organisation& organisation, const std::vector<std::string>& ids) {
  std::vector<std::string_view> known;
  for (const Body& body : organisation.bodies) known.emplace_back(body.id);
  Error error = Refuse(ErrorCode::kNotFound, Text("Organet finns inte.", "There is no such body."));
  for (const std::string& id : ids)
    if (organisation.FindBody(id) == nullptr)
      error.problems.push_back({.file = "",
                                .pointer = "",
                                .what = Text("Det finns inget organ \"" + id + "\".",
                                             "There is no body \"" + id + "\"."),
                                .instead = DidYouMean(id, known)});
  if (!error.problems.empty()) return error;
  return Done{};
}

}  // namespace rytm
