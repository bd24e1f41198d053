#include "store/sqlite_stores.h"

namespace rytm {
namespace {

constexpr const char* kApiKeyColumns =
    "id, label, role, bodies, created_by, created, expires, revoked, last_used";

std::optional<Instant> ReadInstantOrNull(const SQLite::Column& column) {
  if (column.isNull()) return std::nullopt;
  return Stored(ParseInstant(column.getString()));
}

std::vector<Grant> ReadGrants(Role role, const std::vector<std::string>& bodies) {
  if (bodies.empty()) return {{role, ""}};
  std::vector<Grant> grants;
  for (const std::string& body : bodies) grants.push_back({role, body});
  return grants;
}

// None: all of them.
std::vector<std::string> BodiesOf(const std::vector<Grant>& grants) {
  std::vector<std::string> bodies;
  for (const Grant& grant : grants) {
    if (grant.body.empty()) return {};
    bodies.push_back(grant.body);
  }
  return bodies;
}

ApiKey Read(SQLite::Statement& row) {
  return {.id = row.getColumn(0).getString(),
          .label = row.getColumn(1).getString(),
          .grants = ReadGrants(Stored(RoleNamed(row.getColumn(2).getString())),
                               SplitIds(row.getColumn(3).getString())),
          .created_by = row.getColumn(4).getString(),
          .created = Stored(ParseInstant(row.getColumn(5).getString())),
          .expires = Stored(ParseInstant(row.getColumn(6).getString())),
          .revoked = ReadInstantOrNull(row.getColumn(7)),
          .last_used = ReadInstantOrNull(row.getColumn(8))};
}

class SqliteApiKeys final : public ApiKeyStore {
 public:
  explicit SqliteApiKeys(Connection& connection)
      : connection_(connection), database_(connection.sqlite) {}

  Result<std::vector<ApiKey>> All() override {
    return Guarded(connection_, [&]() -> Result<std::vector<ApiKey>> {
      std::vector<ApiKey> keys;
      SQLite::Statement rows(database_, std::string("SELECT ") + kApiKeyColumns +
                                            " FROM api_key ORDER BY created, id");
      while (rows.executeStep()) keys.push_back(Read(rows));
      return keys;
    });
  }

  Result<std::optional<ApiKey>> WithHash(const std::string& key_hash) override {
    return Guarded(connection_, [&]() -> Result<std::optional<ApiKey>> {
      SQLite::Statement row(
          database_, std::string("SELECT ") + kApiKeyColumns + " FROM api_key WHERE key_hash = ?");
      BindBytes(row, 1, key_hash);
      if (!row.executeStep()) return std::optional<ApiKey>();
      return std::optional(Read(row));
    });
  }

  Result<Done> Add(const ApiKey& key, const std::string& key_hash) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement insert(
          database_,
          "INSERT INTO api_key (id, key_hash, label, role, bodies, created_by, created, expires) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
      insert.bind(1, key.id);
      BindBytes(insert, 2, key_hash);
      insert.bind(3, key.label);
      insert.bind(4, std::string(RoleWord(key.grants.at(0).role)));
      insert.bind(5, JoinIds(BodiesOf(key.grants)));
      insert.bind(6, key.created_by);
      insert.bind(7, FormatInstant(key.created));
      insert.bind(8, FormatInstant(key.expires));
      insert.exec();
      return Done{};
    });
  }

  Result<bool> Revoke(const std::string& id, Instant now) override {
    return Guarded(connection_, [&]() -> Result<bool> {
      SQLite::Statement update(database_,
                               "UPDATE api_key SET revoked = ? WHERE id = ? AND revoked IS NULL");
      update.bind(1, FormatInstant(now));
      update.bind(2, id);
      return update.exec() == 1;
    });
  }

  Result<Done> Touch(const std::string& id, Instant now) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement update(database_, "UPDATE api_key SET last_used = ? WHERE id = ?");
      update.bind(1, FormatInstant(now));
      update.bind(2, id);
      update.exec();
      return Done{};
    });
  }

 private:
  Connection& connection_;
  SQLite::Database& database_;  // of the connection
};

}  // namespace

std::unique_ptr<ApiKeyStore> MakeApiKeys(Connection& connection) {
  return std::make_unique<SqliteApiKeys>(connection);
}

}  // namespace rytm
