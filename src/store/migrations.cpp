#include "store/migrations.h"

#include <cstdint>
#include <map>

namespace rytm {
namespace {

// FNV-1a, 64 bits: tells whether a migration's text is the one that was applied. Not for security.
std::int64_t Checksum(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3U;
  }
  return static_cast<std::int64_t>(hash);
}

Error Differs(Text why) { return Refuse(ErrorCode::kConflict, std::move(why)); }

}  // namespace

Result<Done> Migrate(SQLite::Database& database, const std::vector<Migration>& migrations) {
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  database.exec(
      "CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, "
      "checksum INTEGER NOT NULL) STRICT");
  std::map<int, std::int64_t> applied;
  SQLite::Statement rows(database, "SELECT number, checksum FROM migration");
  while (rows.executeStep()) applied[rows.getColumn(0).getInt()] = rows.getColumn(1).getInt64();
  if (!applied.empty() && applied.rbegin()->first > static_cast<int>(migrations.size()))
    return Differs(
        Text("Datamappen är skriven av en nyare version av Rytm. Uppgradera programmet.",
             "The data folder was written by a newer version of Rytm. Upgrade the program."));
  for (const Migration& migration : migrations) {
    const auto found = applied.find(migration.number);
    if (found == applied.end()) {
      database.exec(std::string(migration.sql));
      SQLite::Statement insert(database,
                               "INSERT INTO migration (number, name, checksum) VALUES (?, ?, ?)");
      insert.bind(1, migration.number);
      insert.bind(2, migration.name);
      insert.bind(3, Checksum(migration.sql));
      insert.exec();
    } else if (found->second != Checksum(migration.sql)) {
      return Differs(Text("Databasens ändring " + migration.name +
                              " är en annan än programmets. Återställ en säkerhetskopia.",
                          "The database's migration " + migration.name +
                              " differs from the program's. Restore a backup."));
    }
  }
  transaction.commit();
  return Done{};
}

}  // namespace rytm
