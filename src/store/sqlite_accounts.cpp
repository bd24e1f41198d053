#include <algorithm>
#include <map>

#include "store/sqlite_stores.h"

namespace rytm {
namespace {

class SqliteAccounts final : public AccountStore {
 public:
  explicit SqliteAccounts(Connection& connection)
      : connection_(connection), database_(connection.sqlite) {}

  Result<std::vector<Account>> All() override {
    return Guarded(connection_, [&]() -> Result<std::vector<Account>> {
      SQLite::Statement rows(database_, SelectSql("login IS NOT NULL ORDER BY login"));
      SQLite::Statement grants(database_, "SELECT person, role, body FROM role_grant");
      std::map<std::string, std::vector<Grant>> by_person;
      while (grants.executeStep())
        by_person[grants.getColumn(0).getString()].push_back(ReadGrant(grants, 1));
      std::vector<Account> accounts;
      while (rows.executeStep()) {
        accounts.push_back(Read(rows));
        accounts.back().grants = Sorted(std::move(by_person[accounts.back().person]));
      }
      return accounts;
    });
  }

  Result<std::optional<Account>> WithLogin(const std::string& login) override {
    return One("login = ?", login);
  }
  Result<std::optional<Account>> OfPerson(const std::string& person) override {
    return One("person = ? AND login IS NOT NULL", person);
  }

  Result<Done> Add(const Account& account, const Credentials& credentials) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      Transaction transaction(connection_);
      SQLite::Statement taken(database_, "SELECT 1 FROM account WHERE login = ?");
      taken.bind(1, account.login);
      if (taken.executeStep())
        return Refuse(ErrorCode::kConflict,
                      Text("Inloggningsnamnet " + account.login + " är upptaget.",
                           "The login name " + account.login + " is taken."));
      SQLite::Statement insert(
          database_,
          "INSERT INTO account (person, login, name, password_hash, must_change, disabled, "
          "totp_secret, totp_used, created) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
      insert.bind(1, account.person);
      insert.bind(2, account.login);
      insert.bind(3, account.name);
      insert.bind(4, credentials.password_hash);
      insert.bind(5, credentials.must_change ? 1 : 0);
      insert.bind(6, account.disabled ? 1 : 0);
      BindBytesOrNull(insert, 7, credentials.totp_secret);
      insert.bind(8, credentials.totp_used);
      insert.bind(9, FormatInstant(account.created));
      insert.exec();
      InsertGrants(account.person, account.grants);
      transaction.Commit();
      return Done{};
    });
  }

  Result<Done> SetDisabled(const std::string& person, bool disabled) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement update(database_, "UPDATE account SET disabled = ? WHERE person = ?");
      update.bind(1, disabled ? 1 : 0);
      update.bind(2, person);
      update.exec();
      return Done{};
    });
  }

  Result<Done> SetGrants(const std::string& person, const std::vector<Grant>& grants) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      Transaction transaction(connection_);
      DeleteOf("role_grant", person);
      InsertGrants(person, grants);
      transaction.Commit();
      return Done{};
    });
  }

  Result<Done> Erase(const std::string& person) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      Transaction transaction(connection_);
      DeleteOf("login", person);
      DeleteOf("role_grant", person);
      SQLite::Statement update(
          database_,
          "UPDATE account SET login = NULL, name = '', password_hash = '', must_change = 0, "
          "disabled = 1, totp_secret = NULL, totp_used = 0 WHERE person = ?");
      update.bind(1, person);
      update.exec();
      transaction.Commit();
      return Done{};
    });
  }

  Result<std::optional<Credentials>> CredentialsOf(const std::string& person) override {
    return Guarded(connection_, [&]() -> Result<std::optional<Credentials>> {
      SQLite::Statement row(database_,
                            "SELECT password_hash, must_change, totp_secret, totp_used FROM "
                            "account WHERE person = ?");
      row.bind(1, person);
      if (!row.executeStep()) return std::optional<Credentials>();
      return std::optional(Credentials{.password_hash = row.getColumn(0).getString(),
                                       .must_change = row.getColumn(1).getInt() != 0,
                                       .totp_secret = row.getColumn(2).getString(),
                                       .totp_used = row.getColumn(3).getInt64()});
    });
  }

  Result<Done> SetPassword(const std::string& person, const std::string& password_hash,
                           bool must_change) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement update(
          database_, "UPDATE account SET password_hash = ?, must_change = ? WHERE person = ?");
      update.bind(1, password_hash);
      update.bind(2, must_change ? 1 : 0);
      update.bind(3, person);
      update.exec();
      return Done{};
    });
  }

  Result<Done> SetTotpSecret(const std::string& person, const std::string& secret) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement update(
          database_, "UPDATE account SET totp_secret = ?, totp_used = 0 WHERE person = ?");
      BindBytesOrNull(update, 1, secret);
      update.bind(2, person);
      update.exec();
      return Done{};
    });
  }

  Result<bool> UseTotpStep(const std::string& person, std::int64_t step) override {
    return Guarded(connection_, [&]() -> Result<bool> {
      SQLite::Statement update(
          database_, "UPDATE account SET totp_used = ?1 WHERE person = ?2 AND totp_used < ?1");
      update.bind(1, step);
      update.bind(2, person);
      return update.exec() == 1;
    });
  }

 private:
  static std::string SelectSql(const std::string& where) {
    return "SELECT person, login, name, disabled, must_change, totp_secret IS NOT NULL, created "
           "FROM account WHERE " +
           where;
  }

  static Account Read(SQLite::Statement& row) {
    return {.person = row.getColumn(0).getString(),
            .login = row.getColumn(1).getString(),
            .name = row.getColumn(2).getString(),
            .disabled = row.getColumn(3).getInt() != 0,
            .must_change = row.getColumn(4).getInt() != 0,
            .has_totp = row.getColumn(5).getInt() != 0,
            .created = Stored(ParseInstant(row.getColumn(6).getString())),
            .grants = {}};
  }

  static Grant ReadGrant(SQLite::Statement& row, int column) {
    return {.role = Stored(RoleNamed(row.getColumn(column).getString())),
            .body = row.getColumn(column + 1).getString()};
  }

  static std::vector<Grant> Sorted(std::vector<Grant> grants) {
    std::sort(grants.begin(), grants.end());
    return grants;
  }

  Result<std::optional<Account>> One(const std::string& where, const std::string& value) {
    return Guarded(connection_, [&]() -> Result<std::optional<Account>> {
      SQLite::Statement row(database_, SelectSql(where));
      row.bind(1, value);
      if (!row.executeStep()) return std::optional<Account>();
      Account account = Read(row);
      SQLite::Statement grants(database_, "SELECT role, body FROM role_grant WHERE person = ?");
      grants.bind(1, account.person);
      while (grants.executeStep()) account.grants.push_back(ReadGrant(grants, 0));
      account.grants = Sorted(std::move(account.grants));
      return std::optional(std::move(account));
    });
  }

  void InsertGrants(const std::string& person, const std::vector<Grant>& grants) {
    SQLite::Statement insert(database_,
                             "INSERT INTO role_grant (person, role, body) VALUES (?, ?, ?)");
    for (const Grant& grant : grants) {
      insert.bind(1, person);
      insert.bind(2, std::string(RoleWord(grant.role)));
      insert.bind(3, grant.body);
      insert.exec();
      insert.reset();
    }
  }

  void DeleteOf(const std::string& table, const std::string& person) {
    SQLite::Statement remove(database_, "DELETE FROM " + table + " WHERE person = ?");
    remove.bind(1, person);
    remove.exec();
  }

  Connection& connection_;
  SQLite::Database& database_;  // of the connection
};

}  // namespace

std::unique_ptr<AccountStore> MakeAccounts(Connection& connection) {
  return std::make_unique<SqliteAccounts>(connection);
}

}  // namespace rytm
