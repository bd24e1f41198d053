#include "store/sqlite_stores.h"

namespace rytm {
namespace {

class SqliteAnswers final : public AnswerStore {
 public:
  explicit SqliteAnswers(Connection& connection)
      : connection_(connection), database_(connection.sqlite) {}

  Result<std::optional<KeptAnswer>> Find(const std::string& key, Instant since) override {
    return Guarded(connection_, [&]() -> Result<std::optional<KeptAnswer>> {
      SQLite::Statement row(database_,
                            "SELECT request_hash, status, fields, body FROM kept_answer WHERE key "
                            "= ? AND made > ?");
      BindBytes(row, 1, key);
      row.bind(2, FormatInstant(since));
      if (!row.executeStep()) return std::optional<KeptAnswer>();
      return std::optional(KeptAnswer{.request_hash = row.getColumn(0).getString(),
                                      .status = row.getColumn(1).getInt(),
                                      .fields = row.getColumn(2).getString(),
                                      .body = row.getColumn(3).getString()});
    });
  }

  Result<Done> Keep(const std::string& key, const KeptAnswer& answer, Instant now,
                    Instant since) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement drop(database_, "DELETE FROM kept_answer WHERE made <= ?");
      drop.bind(1, FormatInstant(since));
      drop.exec();
      SQLite::Statement insert(database_,
                               "INSERT INTO kept_answer (key, request_hash, status, fields, body, "
                               "made) VALUES (?, ?, ?, ?, ?, ?)");
      BindBytes(insert, 1, key);
      BindBytes(insert, 2, answer.request_hash);
      insert.bind(3, answer.status);
      insert.bind(4, answer.fields);
      insert.bind(5, answer.body);
      insert.bind(6, FormatInstant(now));
      insert.exec();
      return Done{};
    });
  }

 private:
  Connection& connection_;
  SQLite::Database& database_;  // of the connection
};

}  // namespace

std::unique_ptr<AnswerStore> MakeAnswers(Connection& connection) {
  return std::make_unique<SqliteAnswers>(connection);
}

}  // namespace rytm
