#include <limits>

#include "store/sqlite_stores.h"

namespace rytm {
namespace {

class SqliteAudit final : public AuditLog {
 public:
  explicit SqliteAudit(Connection& connection)
      : connection_(connection), database_(connection.sqlite) {}

  Result<Done> Append(const AuditEntry& entry) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement insert(database_,
                               "INSERT INTO audit (made, person, via, what, subject, detail, "
                               "revision) VALUES (?, ?, ?, ?, ?, ?, ?)");
      insert.bind(1, FormatInstant(entry.made));
      insert.bind(2, entry.person);
      insert.bind(3, entry.via);
      insert.bind(4, entry.what);
      insert.bind(5, entry.subject);
      insert.bind(6, entry.detail);
      if (entry.revision) insert.bind(7, *entry.revision);
      insert.exec();
      return Done{};
    });
  }

  Result<std::vector<AuditEntry>> Newest(std::size_t count,
                                         std::optional<std::int64_t> before) override {
    return Guarded(connection_, [&]() -> Result<std::vector<AuditEntry>> {
      SQLite::Statement rows(database_,
                             "SELECT id, made, person, via, what, subject, detail, revision FROM "
                             "audit WHERE id < ? ORDER BY id DESC LIMIT ?");
      rows.bind(1, before.value_or(std::numeric_limits<std::int64_t>::max()));
      rows.bind(2, static_cast<std::int64_t>(count));
      std::vector<AuditEntry> entries;
      while (rows.executeStep()) {
        entries.push_back({.id = rows.getColumn(0).getInt64(),
                           .made = Stored(ParseInstant(rows.getColumn(1).getString())),
                           .person = rows.getColumn(2).getString(),
                           .via = rows.getColumn(3).getString(),
                           .what = rows.getColumn(4).getString(),
                           .subject = rows.getColumn(5).getString(),
                           .detail = rows.getColumn(6).getString(),
                           .revision = std::nullopt});
        if (!rows.getColumn(7).isNull()) entries.back().revision = rows.getColumn(7).getInt64();
      }
      return entries;
    });
  }

 private:
  Connection& connection_;
  SQLite::Database& database_;  // of the connection
};

}  // namespace

std::unique_ptr<AuditLog> MakeAudit(Connection& connection) {
  return std::make_unique<SqliteAudit>(connection);
}

}  // namespace rytm
