#include "app/backup.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "app/data_folder.h"
#include "app/planned.h"
#include "store/upkeep.h"

namespace rytm {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStem = "rytm-";
constexpr std::string_view kEnding = ".sqlite";

// "rytm-20261125T181530Z.sqlite": by name is by time.
std::string DatedName(Instant now) {
  std::string moment = FormatInstant(now);
  std::erase_if(moment, [](char c) { return c == '-' || c == ':'; });
  return std::string(kStem) + moment + std::string(kEnding);
}

bool IsDatedName(const std::string& name) {
  const std::string like = DatedName(Instant{});
  return name.size() == like.size() &&
         std::equal(name.begin(), name.end(), like.begin(), [](char c, char of_like) {
           return of_like >= '0' && of_like <= '9' ? c >= '0' && c <= '9' : c == of_like;
         });
}

// As people will need it one day: opened, whole, its rules read and its plan worked out.
Result<Done> ReadItBack(const std::string& file, Revision at_least, Instant now) {
  Result<std::unique_ptr<Database>> copy = OpenDatabaseFile(file);
  if (!copy.ok()) return copy.error();
  Error trouble =
      Refuse(ErrorCode::kRefused, Text("Kopian blev inte hel; ingen säkerhetskopia är gjord.",
                                       "The copy is not whole; no backup was made."));
  const Result<std::vector<Text>> faults = copy.value()->upkeep().Faults();
  if (!faults.ok()) return faults.error();
  for (const Text& fault : faults.value())
    trouble.problems.push_back({.file = "", .pointer = "", .what = fault, .instead = {}});
  if (!trouble.problems.empty()) return trouble;
  const Result<Planned> planned = LoadPlanned(*copy.value(), now);
  if (!planned.ok() && planned.error().code != ErrorCode::kNotFound) return planned.error();
  if (planned.ok() && planned.value().revision() < at_least) return trouble;
  return copy.value()->upkeep().MakeOneFile();
}

// All but the newest `keep` of the copies that bear a dated name.
std::vector<std::string> RemoveOlder(const fs::path& folder, std::size_t keep) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder))
    if (IsDatedName(entry.path().filename().string()))
      names.push_back(entry.path().filename().string());
  std::sort(names.rbegin(), names.rend());
  std::vector<std::string> removed;
  for (std::size_t i = keep; i < names.size(); ++i) {
    std::error_code trouble;  // one that stays is no harm: the next backup tries again
    if (fs::remove(folder / names[i], trouble)) removed.push_back((folder / names[i]).string());
  }
  return removed;
}

}  // namespace

Result<BackupReport> BackUp(Database& database, const std::string& file_or_folder,
                            std::optional<std::size_t> keep, Instant now) {
  const bool is_folder = fs::is_directory(file_or_folder);
  if (keep && !is_folder)
    return Refuse(
        ErrorCode::kBadInput,
        Text("Att spara ett antal kopior kräver en mapp: " + file_or_folder + " är ingen.",
             "To keep a number of copies takes a folder: " + file_or_folder + " is none."));
  const fs::path file =
      is_folder ? fs::path(file_or_folder) / DatedName(now) : fs::path(file_or_folder);
  if (fs::exists(file))
    return Refuse(ErrorCode::kConflict,
                  Text("Filen finns redan: " + file.string() + ". Välj ett annat namn.",
                       "The file is there already: " + file.string() + ". Choose another name."));
  const Result<Revisions> newest = database.store().Newest();
  if (!newest.ok()) return newest.error();
  const std::string part = file.string() + ".part";
  std::error_code trouble;
  fs::remove(part, trouble);  // of a backup that was cut off
  Result<Done> made = database.upkeep().CopyTo(part);
  if (made.ok()) made = ReadItBack(part, newest.value().any, now);
  if (made.ok()) made = PutInPlace(part, file.string(), /*old=*/"");  // there is none
  if (!made.ok()) {
    fs::remove(part, trouble);
    return made.error();
  }
  BackupReport report{.file = file.string(), .bytes = fs::file_size(file), .removed = {}};
  if (keep) report.removed = RemoveOlder(file.parent_path(), *keep);
  return report;
}

}  // namespace rytm
