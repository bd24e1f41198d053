#include "organisation/rule_file.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/json.h"
#include "base/json_reader.h"
#include "base/json_words.h"
#include "base/nearest_word.h"
#include "base/schema.h"
#include "organisation/check.h"
#include "organisation/merge_template.h"
#include "organisation/read_parts.h"

namespace rytm {
namespace {

// A file as it was read, and all that is wrong with it so far.
struct ReadFile {
  std::string name;
  Json json;
  bool parsed = false;
};

// The definitions of organisation.json stand in for "organisation.json#/definitions/…" of another.
Result<JsonSchema> CompileBeside(const JsonSchema& organisation, std::string_view schema_text) {
  static constexpr std::string_view kElsewhere = "\"organisation.json#/";
  std::string text(schema_text);
  for (std::size_t at = text.find(kElsewhere); at != std::string::npos;
       at = text.find(kElsewhere, at)) {
    text.replace(at, kElsewhere.size(), "\"#/");
  }
  return JsonSchema::Compile(text, &organisation);
}

class RuleFileReader {
 public:
  explicit RuleFileReader(const RuleFiles& files) : files_(files) {}

  Result<Organisation> Read();

 private:
  // Parses and checks against the schema; what is wrong is told.
  ReadFile Parse(const NamedText& text, const JsonSchema& schema);
  const NamedText* FindTemplate(const Json& own);
  void ReadWithTemplate(const ReadFile& own, const ReadFile& from_template);
  void ReadGuides(const JsonSchema& schema);
  void Translate(std::vector<Problem> in_merged, const Origins& origins,
                 const std::string& template_file);
  Error AllProblems(const std::vector<const ReadFile*>& read);

  const RuleFiles& files_;
  Organisation organisation_;
  std::vector<Problem> problems_;         // from reading: the better words
  std::vector<Problem> schema_problems_;  // told where reading had nothing to say
  ErrorCode code_ = ErrorCode::kBadInput;
};

void Append(std::vector<Problem>& to, std::vector<Problem> from) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

ReadFile RuleFileReader::Parse(const NamedText& text, const JsonSchema& schema) {
  ReadFile file{text.name, {}, false};
  Result<Json> json = ParseJson(text.text, text.name);
  if (!json.ok()) {
    code_ = json.error().code;
    Append(problems_, json.error().problems);
    return file;
  }
  file.json = std::move(json).value();
  file.parsed = true;
  Append(schema_problems_, schema.Check(file.json, text.name));
  return file;
}

const NamedText* RuleFileReader::FindTemplate(const Json& own) {
  const JsonObject* object = own.if_object();
  const Json* name = object == nullptr ? nullptr : object->if_contains("template");
  const auto* wanted = name == nullptr ? nullptr : name->if_string();
  if (wanted == nullptr) return nullptr;
  std::vector<std::string_view> known;
  for (const NamedText& one : files_.templates) {
    if (one.name == std::string_view(*wanted)) return &one;
    known.push_back(one.name);
  }
  problems_.push_back({files_.organisation.name,
                       "/template",
                       {"Det finns ingen mall " + Quoted(*name) + ".",
                        "There is no template " + Quoted(*name) + "."},
                       DidYouMean(*wanted, known)});
  return nullptr;
}

void RuleFileReader::ReadGuides(const JsonSchema& schema) {
  for (const NamedText& text : files_.guides) {
    const ReadFile file = Parse(text, schema);
    if (!file.parsed) continue;
    Guide guide = ReadGuide(JsonReader(file.json, file.name, problems_));
    const std::string id = guide.id;
    if (!id.empty() && !organisation_.guides.emplace(id, std::move(guide)).second) {
      problems_.push_back({file.name,
                           "/id",
                           {"Det finns redan en samtalsguide " + Quoted(id) + ".",
                            "There is a guide " + Quoted(id) + " already."},
                           {}});
    }
  }
}

// Problems at places of the merged document, told at the places of the files they came from.
void RuleFileReader::Translate(std::vector<Problem> in_merged, const Origins& origins,
                               const std::string& template_file) {
  for (Problem& problem : in_merged) {
    const Origin origin = origins.Of(problem.pointer);
    problem.pointer = origin.pointer;
    problem.file = origin.from_template ? template_file : files_.organisation.name;
    problems_.push_back(std::move(problem));
  }
}

void RuleFileReader::ReadWithTemplate(const ReadFile& own, const ReadFile& from_template) {
  const Merged merged =
      MergeTemplate(own.json, own.name, from_template.parsed ? &from_template.json : nullptr,
                    from_template.name, problems_);
  std::vector<Problem> in_merged;
  const JsonReader file(merged.json, own.name, in_merged);
  if (file.ExpectObject()) {
    ReadHead(file, organisation_);
    organisation_.calendars = ReadCalendars(file);
    organisation_.places = ReadPlaces(file);
    organisation_.bodies = ReadBodies(file);
    organisation_.chains = ReadChains(file);
    organisation_.reports = ReadReports(file);
    organisation_.dialogues = ReadDialogues(file);
  }
  DropUnused(merged.origins, organisation_);
  const Checker checker(organisation_, merged, in_merged);
  CheckIds(checker);
  CheckReferences(checker);
  CheckLaws(checker);
  CheckRings(checker);
  CheckTimes(checker);
  Translate(std::move(in_merged), merged.origins, from_template.name);
  PointIntoFiles(merged.origins, from_template.name, organisation_);
}

// In the order of the user's file, then the others'; each place once.
Error RuleFileReader::AllProblems(const std::vector<const ReadFile*>& read) {
  for (Problem& problem : schema_problems_) {
    const bool told = std::any_of(problems_.begin(), problems_.end(), [&](const Problem& other) {
      return other.file == problem.file && other.pointer == problem.pointer;
    });
    if (!told) problems_.push_back(std::move(problem));
  }
  std::vector<Problem> ordered;
  for (const ReadFile* file : read) {
    for (const Problem& problem : problems_) {
      if (problem.file != file->name) continue;
      if (std::find(ordered.begin(), ordered.end(), problem) == ordered.end()) {
        ordered.push_back(problem);
      }
    }
    SortInFileOrder(file->json, file->name, ordered);
  }
  for (const Problem& problem : problems_) {
    if (std::find(ordered.begin(), ordered.end(), problem) == ordered.end()) {
      ordered.push_back(problem);
    }
  }
  if (ordered.size() > kProblemsMax) ordered.resize(kProblemsMax);
  const std::string& name = files_.organisation.name;
  return {code_,
          {"Regelfilen " + name + " går inte att använda än.",
           "The rule file " + name + " cannot be used yet."},
          std::move(ordered)};
}

Result<Organisation> RuleFileReader::Read() {
  const Result<JsonSchema> schema = JsonSchema::Compile(files_.schemas.organisation);
  if (!schema.ok()) return schema.error();
  const auto deadlines_schema = CompileBeside(schema.value(), files_.schemas.deadlines);
  if (!deadlines_schema.ok()) return deadlines_schema.error();
  const auto guide_schema = CompileBeside(schema.value(), files_.schemas.guide);
  if (!guide_schema.ok()) return guide_schema.error();

  const ReadFile own = Parse(files_.organisation, schema.value());
  if (!own.parsed) return AllProblems({&own});
  const ReadFile deadlines = Parse(files_.deadlines, deadlines_schema.value());
  if (deadlines.parsed) {
    organisation_.deadlines = ReadDeadlines(JsonReader(deadlines.json, deadlines.name, problems_));
  }
  ReadGuides(guide_schema.value());

  ReadFile from_template;
  if (const NamedText* wanted = FindTemplate(own.json)) {
    const auto template_schema = CompileBeside(schema.value(), files_.schemas.from_template);
    if (!template_schema.ok()) return template_schema.error();
    from_template = Parse(*wanted, template_schema.value());
    const JsonReader reader(from_template.json, from_template.name, problems_);
    const std::string name = reader.OptionalString("template").value_or(wanted->name);
    if (name != wanted->name) {
      reader.AddAt("template",
                   {"Mallen kallar sig " + Quoted(name) + ".",
                    "The template calls itself " + Quoted(name) + "."},
                   {"Skriv " + Quoted(wanted->name) + ".", "Write " + Quoted(wanted->name) + "."});
    }
  }
  // What a missing template would have brought is not worth telling as missing.
  const bool names_template = own.json.is_object() && own.json.get_object().contains("template");
  if (!names_template || from_template.parsed) ReadWithTemplate(own, from_template);

  if (problems_.empty() && schema_problems_.empty()) return std::move(organisation_);
  return AllProblems({&own, &from_template, &deadlines});
}

}  // namespace

Result<Organisation> ReadOrganisation(const RuleFiles& files) {
  return RuleFileReader(files).Read();
}

Json MergedRuleFile(const RuleFiles& files) {
  const Json own = ParseJson(files.organisation.text, files.organisation.name).value();
  std::vector<Problem> none;
  const Json* name = own.as_object().if_contains("template");
  const auto* wanted = name == nullptr ? nullptr : name->if_string();
  const auto found =
      std::find_if(files.templates.begin(), files.templates.end(), [&](const NamedText& one) {
        return wanted != nullptr && one.name == std::string_view(*wanted);
      });
  if (found == files.templates.end())
    return MergeTemplate(own, files.organisation.name, nullptr, "", none).json;
  const Json from_template = ParseJson(found->text, found->name).value();
  return MergeTemplate(own, files.organisation.name, &from_template, found->name, none).json;
}

}  // namespace rytm
