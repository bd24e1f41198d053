#include "store/sqlite_stores.h"

namespace rytm {
namespace {

class SqliteLogins final : public LoginStore {
 public:
  explicit SqliteLogins(Connection& connection)
      : connection_(connection), database_(connection.sqlite) {}

  Result<std::optional<StoredLogin>> Find(const std::string& token_hash) override {
    return Guarded(connection_, [&]() -> Result<std::optional<StoredLogin>> {
      SQLite::Statement row(database_,
                            "SELECT person, csrf_token, second_step, totp_offer, created, "
                            "last_seen, expires FROM login WHERE token_hash = ?");
      BindBytes(row, 1, token_hash);
      if (!row.executeStep()) return std::optional<StoredLogin>();
      return std::optional(
          StoredLogin{.token_hash = token_hash,
                      .person = row.getColumn(0).getString(),
                      .csrf_token = row.getColumn(1).getString(),
                      .second_step = row.getColumn(2).getInt() != 0,
                      .totp_offer = row.getColumn(3).getString(),
                      .created = Stored(ParseInstant(row.getColumn(4).getString())),
                      .last_seen = Stored(ParseInstant(row.getColumn(5).getString())),
                      .expires = Stored(ParseInstant(row.getColumn(6).getString()))});
    });
  }

  Result<Done> Add(const StoredLogin& login) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement insert(database_,
                               "INSERT INTO login (token_hash, person, csrf_token, second_step, "
                               "totp_offer, created, last_seen, expires) "
                               "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
      BindBytes(insert, 1, login.token_hash);
      insert.bind(2, login.person);
      BindBytes(insert, 3, login.csrf_token);
      insert.bind(4, login.second_step ? 1 : 0);
      BindBytesOrNull(insert, 5, login.totp_offer);
      insert.bind(6, FormatInstant(login.created));
      insert.bind(7, FormatInstant(login.last_seen));
      insert.bind(8, FormatInstant(login.expires));
      insert.exec();
      return Done{};
    });
  }

  Result<Done> Touch(const std::string& token_hash, Instant last_seen) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement update(database_, "UPDATE login SET last_seen = ? WHERE token_hash = ?");
      update.bind(1, FormatInstant(last_seen));
      BindBytes(update, 2, token_hash);
      update.exec();
      return Done{};
    });
  }

  Result<Done> SetTotpOffer(const std::string& token_hash, const std::string& secret) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement update(database_, "UPDATE login SET totp_offer = ? WHERE token_hash = ?");
      BindBytesOrNull(update, 1, secret);
      BindBytes(update, 2, token_hash);
      update.exec();
      return Done{};
    });
  }

  Result<Done> End(const std::string& token_hash) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement remove(database_, "DELETE FROM login WHERE token_hash = ?");
      BindBytes(remove, 1, token_hash);
      remove.exec();
      return Done{};
    });
  }

  Result<Done> EndOldest(const std::string& person, std::size_t keep) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement remove(
          database_,
          "DELETE FROM login WHERE token_hash IN (SELECT token_hash FROM login WHERE person = ? "
          "ORDER BY created DESC, token_hash LIMIT -1 OFFSET ?)");
      remove.bind(1, person);
      remove.bind(2, static_cast<std::int64_t>(keep));
      remove.exec();
      return Done{};
    });
  }

  Result<Done> EndOthers(const std::string& person, const std::string& token_hash) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement remove(database_, "DELETE FROM login WHERE person = ? AND token_hash <> ?");
      remove.bind(1, person);
      BindBytes(remove, 2, token_hash);
      remove.exec();
      return Done{};
    });
  }

  Result<Done> EndExpired(Instant now) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement remove(database_, "DELETE FROM login WHERE expires <= ?");
      remove.bind(1, FormatInstant(now));
      remove.exec();
      return Done{};
    });
  }

  Result<Done> EndAll() override {
    return Guarded(connection_, [&]() -> Result<Done> {
      database_.exec("DELETE FROM login");
      return Done{};
    });
  }

  Result<std::vector<Throttle>> Throttles(const std::vector<std::string>& keys) override {
    return Guarded(connection_, [&]() -> Result<std::vector<Throttle>> {
      std::vector<Throttle> throttles;
      SQLite::Statement row(database_, "SELECT clear_at, known_good FROM throttle WHERE key = ?");
      for (const std::string& key : keys) {
        Throttle throttle{.key = key};
        BindBytes(row, 1, key);
        if (row.executeStep()) {
          throttle.clear_at = Stored(ParseInstant(row.getColumn(0).getString()));
          throttle.known_good = Stored(ParseInstant(row.getColumn(1).getString()));
        }
        row.reset();
        throttles.push_back(std::move(throttle));
      }
      return throttles;
    });
  }

  Result<Done> PutThrottles(const std::vector<Throttle>& throttles, Instant now) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      Transaction transaction(connection_);
      SQLite::Statement put(database_,
                            "INSERT INTO throttle (key, clear_at, known_good) VALUES (?, ?, ?) "
                            "ON CONFLICT (key) DO UPDATE SET clear_at = excluded.clear_at, "
                            "known_good = excluded.known_good");
      for (const Throttle& throttle : throttles) {
        BindBytes(put, 1, throttle.key);
        put.bind(2, FormatInstant(throttle.clear_at));
        put.bind(3, FormatInstant(throttle.known_good));
        put.exec();
        put.reset();
      }
      SQLite::Statement drop(database_,
                             "DELETE FROM throttle WHERE clear_at <= ?1 AND known_good <= ?1");
      drop.bind(1, FormatInstant(now));
      drop.exec();
      transaction.Commit();
      return Done{};
    });
  }

 private:
  Connection& connection_;
  SQLite::Database& database_;  // of the connection
};

}  // namespace

std::unique_ptr<LoginStore> MakeLogins(Connection& connection) {
  return std::make_unique<SqliteLogins>(connection);
}

}  // namespace rytm
