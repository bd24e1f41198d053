#include <cerrno>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "app/external_files.h"
#include "base/json.h"
#include "base/json_syntax.h"
#include "base/limits.h"
#include "base/system_reason.h"
#include "base/text_json.h"
#include "commands/command.h"

namespace rytm {
namespace {

void RefuseAsJson(CommandContext& context, const Error& error) {
  JsonArray problems;
  for (const Problem& problem : error.problems)
    problems.push_back(JsonObject{{"file", problem.file},
                                  {"pointer", problem.pointer},
                                  {"what", InBothLanguages(problem.what)},
                                  {"instead", InBothLanguages(problem.instead)}});
  context.err << WriteJsonCompact(JsonObject{{"message", InBothLanguages(error.message)},
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

Error CannotRead(const std::string& path, const std::error_code& trouble) {
  return Refuse(ErrorCode::kNotFound, Text("Filen går inte att läsa: " + path + ". ",
                                           "The file cannot be read: " + path + ". ") +
                                          SystemReason(trouble));
}

const std::map<std::string, Language> kLanguageNames{{"sv", Language::kSwedish},
                                                     {"en", Language::kEnglish}};

const std::map<Format, std::string> kFormatNames{{Format::kTable, "table"},
                                                 {Format::kIcs, "ics"},
                                                 {Format::kCsv, "csv"},
                                                 {Format::kJson, "json"}};

}  // namespace

void AddFormat(Command command, CommandContext& context, const std::vector<Format>& formats) {
  std::map<std::string, Format> words;
  for (const Format format : formats) words.emplace(kFormatNames.at(format), format);
  command.AddChoice("--format", context.format, words,
                    "table (text, om inget sägs) ... / table (text, the default) ...");
}

Option AddDataFolder(Command command, std::string& folder) {
  return command.AddOption("--data", folder, "datamappen / the data folder").Required();
}

void Refuse(CommandContext& context, const Error& error) {
  context.exit_code = kExitRefused;
  if (context.format == Format::kJson) return RefuseAsJson(context, error);
  context.err << error.message.In(context.language) << "\n";
  for (const Problem& problem : error.problems) {
    std::string place = problem.file;
    if (!problem.pointer.empty())
      place += (place.empty() ? "" : ": ") + PlaceInWords(problem.pointer).In(context.language);
    context.err << "  " << place << (place.empty() ? "" : ": ") << problem.what.In(context.language)
                << "\n";
    if (!problem.instead.empty())
      context.err << "    → " << problem.instead.In(context.language) << "\n";
  }
}

Result<Done> WriteWholeFile(const std::string& path, const std::string& bytes) {
  const std::string fresh = path + ".new";
  std::ofstream file(fresh, std::ios::binary);
  file << bytes;
  file.close();
  std::error_code trouble;
  if (file) {
    std::filesystem::rename(fresh, path, trouble);
    if (!trouble) return Done{};
  } else {
    trouble = {errno, std::generic_category()};
  }
  return Error{ErrorCode::kUnavailable,
               Text("Filen går inte att skriva: " + path + ". ",
                    "The file cannot be written: " + path + ". ") +
                   SystemReason(trouble),
               {}};
}

Result<std::string> ReadWholeFile(const std::string& path) {
  std::error_code trouble;
  if (std::filesystem::is_directory(path, trouble))
    return CannotRead(path, std::make_error_code(std::errc::is_a_directory));
  std::ifstream file(path, std::ios::binary);
  if (!file) return CannotRead(path, {errno, std::generic_category()});
  std::string text(kRuleFileBytesMax + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (file.bad()) return CannotRead(path, {errno, std::generic_category()});
  if (text.size() > kRuleFileBytesMax)
    return Refuse(ErrorCode::kTooLarge,
                  Text("Filen är för stor: " + path + ". En regelfil är högst " +
                           std::to_string(kRuleFileBytesMax / (1024 * 1024)) + " MiB.",
                       "The file is too large: " + path + ". A rule file has at most " +
                           std::to_string(kRuleFileBytesMax / (1024 * 1024)) + " MiB."));
  return text;
}

Result<std::string> ReadRuleFile(const CommandContext& context, const std::string& path) {
  Result<std::string> text = ReadWholeFile(path);
  if (!text.ok()) return text.error();
  return ReadExternalFiles(path, std::move(text).value(), CalendarGuard(context.self));
}

Result<Day> DayOption(const std::string& option, const std::string& text) {
  if (const std::optional<Day> day = ParseDay(text)) return *day;
  return Refuse(ErrorCode::kBadInput,
                Text(option + ": \"" + text + "\" är ingen dag. Skriv som 2027-01-31.",
                     option + ": \"" + text + "\" is no day. Write it as 2027-01-31."));
}

int RunProgram(int argc, const char* const* argv, const std::string& self, const Clock& clock,
               std::istream& in, std::ostream& out, std::ostream& err) {
  CommandContext context{.clock = clock,
                         .in = in,
                         .out = out,
                         .err = err,
                         .self = self,
                         .language = LanguageOfEnvironment()};
  Program program("rytm",
                  "Rytm håller det politiska året: regler in, kalendrar ut.\n"
                  "Rytm keeps the governance year: rules in, calendars out.");
  const Option language =
      program.command().AddChoice("--language", context.language, kLanguageNames,
                                  "språket i det som skrivs ut / the language of what is told");
  program.AddHelpFlag("visa det här / show this");
  program.AddVersionFlag(RYTM_VERSION, "visa versionen / show the version");
  for (const auto add : {AddGenerate, AddCheck,   AddInit,    AddImport,      AddExtend, AddExport,
                         AddAdjust,   AddHistory, AddMeeting, AddDiff,        AddAdopt,  AddPublish,
                         AddBackup,   AddRestore, AddVerify,  AddServe,       AddUser,   AddPeople,
                         AddFeed,     AddMail,    AddMailIn,  AddReadCalendar})
    add(program.command(), context);
  const Result<Done> run = program.Run(argc, argv, out);
  if (!run.ok()) {
    // The reading may have ended before it came to the language.
    if (const auto known = kLanguageNames.find(language.Typed()); known != kLanguageNames.end())
      context.language = known->second;
    Refuse(context, run.error());
  }
  return context.exit_code;
}

}  // namespace rytm
