// Rule files for tests: the project's own calendar and schemas, read from disk.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <list>
#include <string>
#include <string_view>

#include "base/result.h"
#include "organisation/rule_file.h"

namespace rytm::testing {

inline std::string ReadText(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) ADD_FAILURE() << "cannot read " << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

inline const std::filesystem::path& SourceDir() {
  static const std::filesystem::path dir{RYTM_SOURCE_DIR};
  return dir;
}

// Owns the texts that RuleFiles looks at. Guides, deadlines and schemas are the project's own;
// templates are added by the test.
class RuleFilesFromDisk {
 public:
  RuleFilesFromDisk() {
    const auto calendar = SourceDir() / "calendar";
    const auto schemas = SourceDir() / "schemas/json";
    files_.deadlines = {"deadlines.json", Keep(ReadText(calendar / "deadlines.json"))};
    for (const auto& guide : std::filesystem::directory_iterator(calendar / "guides")) {
      files_.guides.push_back(
          {"guides/" + guide.path().filename().string(), Keep(ReadText(guide.path()))});
    }
    files_.schemas = {.organisation = Keep(ReadText(schemas / "organisation.json")),
                      .from_template = Keep(ReadText(schemas / "template.json")),
                      .guide = Keep(ReadText(schemas / "guide.json")),
                      .deadlines = Keep(ReadText(schemas / "deadlines.json"))};
  }
  RuleFilesFromDisk(const RuleFilesFromDisk&) = delete;
  RuleFilesFromDisk& operator=(const RuleFilesFromDisk&) = delete;

  void AddTemplate(std::string name, std::string text) {
    files_.templates.push_back({std::move(name), Keep(std::move(text))});
  }
  // "sweden-municipality@1" for "…/sweden-municipality@1.json".
  void AddTemplateFile(const std::filesystem::path& path) {
    AddTemplate(path.stem().string(), ReadText(path));
  }

  Result<Organisation> Read(std::string name, std::string_view text) const {
    RuleFiles files = files_;
    files.organisation = {std::move(name), text};
    return ReadOrganisation(files);
  }
  RuleFiles& files() { return files_; }

 private:
  std::string_view Keep(std::string text) { return texts_.emplace_back(std::move(text)); }

  std::list<std::string> texts_;  // a list: its elements stay where they are
  RuleFiles files_;
};

// "ekeby.json /bodies/0/id: Svenska. Vad som vore rätt."
inline std::string InWords(const Problem& problem) {
  std::string line = problem.file + " " + problem.pointer + ": " + problem.what.sv;
  if (!problem.instead.sv.empty()) line += " " + problem.instead.sv;
  return line;
}

inline std::string InWords(const Error& error) {
  std::string lines;
  for (const Problem& problem : error.problems) lines += InWords(problem) + "\n";
  return lines;
}

}  // namespace rytm::testing
