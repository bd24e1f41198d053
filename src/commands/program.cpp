#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "base/json.h"
#include "base/limits.h"
#include "commands/command.h"

namespace rytm {
namespace {

Json TextJson(const Text& text) {
  return JsonObject{{"sv", text.sv}, {"en", text.In(Language::kEnglish)}};
}

void RefuseAsJson(CommandContext& context, const Error& error) {
  JsonArray problems;
  for (const Problem& problem : error.problems)
    problems.push_back(JsonObject{{"file", problem.file},
                                  {"pointer", problem.pointer},
                                  {"what", TextJson(problem.what)},
                                  {"instead", TextJson(problem.instead)}});
  context.err << WriteJsonCompact(JsonObject{{"message", TextJson(error.message)},
                                             {"problems", std::move(problems)}})
              << "\n";
}

// Swedish unless the environment asks for English (POSIX: LC_ALL, LC_MESSAGES, LANG, the first that
// is set).
Language LanguageOfEnvironment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0')
      return std::string_view(value).starts_with("en") ? Language::kEnglish : Language::kSwedish;
  return Language::kSwedish;
}

const std::map<Format, std::string> kFormatNames{{Format::kTable, "table"},
                                                 {Format::kIcs, "ics"},
                                                 {Format::kCsv, "csv"},
                                                 {Format::kJson, "json"}};

}  // namespace

void AddFormat(CLI::App& command, CommandContext& context, const std::vector<Format>& formats) {
  std::map<std::string, Format> words;
  for (const Format format : formats) words.emplace(kFormatNames.at(format), format);
  command.add_option("--format", context.format, "table (som text), json ... / as text, json ...")
      ->transform(CLI::CheckedTransformer(words))
      ->default_str("table");
}

void AddDataFolder(CLI::App& command, std::string& folder) {
  command.add_option("--data", folder, "datamappen / the data folder")->required();
}

void Refuse(CommandContext& context, const Error& error) {
  context.exit_code = kExitRefused;
  if (context.format == Format::kJson) return RefuseAsJson(context, error);
  context.err << error.message.In(context.language) << "\n";
  for (const Problem& problem : error.problems) {
    std::string place = problem.file;
    if (!problem.pointer.empty()) place += (place.empty() ? "" : ": ") + problem.pointer;
    context.err << "  " << place << (place.empty() ? "" : ": ") << problem.what.In(context.language)
                << "\n";
    if (!problem.instead.empty())
      context.err << "    → " << problem.instead.In(context.language) << "\n";
  }
}

Result<std::string> ReadWholeFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file)
    return Error{
        .code = ErrorCode::kNotFound,
        .message = Text("Filen går inte att läsa: " + path, "The file cannot be read: " + path),
        .problems = {}};
  std::string text(kRuleFileBytesMax + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (file.bad() || (!file.eof() && file.fail()))
    return Error{.code = ErrorCode::kUnavailable,
                 .message = Text("Filen går inte att läsa till slutet: " + path,
                                 "The file cannot be read to its end: " + path),
                 .problems = {}};
  if (text.size() > kRuleFileBytesMax)
    return Error{.code = ErrorCode::kTooLarge,
                 .message = Text("Filen är för stor: " + path + ". En regelfil är högst " +
                                     std::to_string(kRuleFileBytesMax / (1024 * 1024)) + " MiB.",
                                 "The file is too large: " + path + ". A rule file has at most " +
                                     std::to_string(kRuleFileBytesMax / (1024 * 1024)) + " MiB."),
                 .problems = {}};
  return text;
}

Result<Day> DayOption(const std::string& option, const std::string& text) {
  if (const std::optional<Day> day = ParseDay(text)) return *day;
  return Error{.code = ErrorCode::kBadInput,
               .message = Text(option + ": \"" + text + "\" är ingen dag. Skriv som 2027-01-31.",
                               option + ": \"" + text + "\" is no day. Write it as 2027-01-31."),
               .problems = {}};
}

int RunProgram(int argc, const char* const* argv, const Clock& clock, std::ostream& out,
               std::ostream& err) {
  CommandContext context{
      .clock = clock, .out = out, .err = err, .language = LanguageOfEnvironment()};
  CLI::App program(
      "Rytm håller det politiska året: regler in, kalendrar ut.\n"
      "Rytm keeps the governance year: rules in, calendars out.",
      "rytm");
  const std::map<std::string, Language> languages{{"sv", Language::kSwedish},
                                                  {"en", Language::kEnglish}};
  program.add_option("--language", context.language, "sv, en")
      ->transform(CLI::CheckedTransformer(languages));
  program.set_version_flag("--version", RYTM_VERSION);
  program.require_subcommand(1);
  program.fallthrough();
  for (const auto add :
       {AddGenerate, AddCheck, AddInit, AddImport, AddExport, AddPublish, AddServe})
    add(program, context);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error, out, err) == 0 ? kExitFine : kExitRefused;
  }
  return context.exit_code;
}

}  // namespace rytm
