#include "app/data_folder.h"

#include <charconv>
#include <filesystem>
#include <system_error>
#include <vector>

#include "app/embedded.h"
#include "base/system_reason.h"

namespace rytm {
namespace {

// "schemas/sql/0001-first.sql" is migration 1, "0001-first".
std::vector<Migration> EmbeddedMigrations() {
  constexpr std::string_view kFolder = "schemas/sql/";
  std::vector<Migration> migrations;
  for (const std::string_view path : EmbeddedPaths(kFolder)) {
    const std::string_view file = path.substr(kFolder.size());
    Migration migration{.number = 0,
                        .name = std::string(file.substr(0, file.find('.'))),
                        .sql = *EmbeddedFile(path)};
    std::from_chars(file.data(), file.data() + file.size(), migration.number);
    migrations.push_back(std::move(migration));
  }
  return migrations;
}

}  // namespace

std::string DatabaseFile(const std::string& folder) {
  return (std::filesystem::path(folder) / "rytm.sqlite").string();
}

Result<std::unique_ptr<Database>> OpenDatabaseFile(const std::string& file) {
  return Database::Open(file, /*create=*/false, EmbeddedMigrations());
}

Result<std::unique_ptr<Database>> OpenDataFolder(const std::string& folder) {
  return OpenDatabaseFile(DatabaseFile(folder));
}

Result<Done> MakeFolder(const std::string& folder) {
  std::error_code trouble;
  std::filesystem::create_directories(folder, trouble);
  if (trouble)
    return Refuse(ErrorCode::kUnavailable, Text("Mappen " + folder + " går inte att skapa. ",
                                                "The folder " + folder + " cannot be made. ") +
                                               SystemReason(trouble));
  return Done{};
}

Result<std::unique_ptr<Database>> MakeDataFolder(const std::string& folder) {
  if (const Result<Done> made = MakeFolder(folder); !made.ok()) return made.error();
  return Database::Open(DatabaseFile(folder), /*create=*/true, EmbeddedMigrations());
}

void RemoveDatabase(const std::string& folder) {
  std::error_code
      ignored;  // what is left is an empty database; the refusal told already matters more
  for (const char* suffix : {"", "-wal", "-shm"})
    std::filesystem::remove(DatabaseFile(folder) + suffix, ignored);
}

}  // namespace rytm
