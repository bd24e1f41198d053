#include "store/sqlite_stores.h"

namespace rytm {
namespace {

class SqliteInvitations final : public InvitationStore {
 public:
  explicit SqliteInvitations(Connection& connection)
      : connection_(connection), database_(connection.sqlite) {}

  Result<std::vector<SentInvitation>> All() override {
    return Guarded(connection_, [&]() -> Result<std::vector<SentInvitation>> {
      std::vector<SentInvitation> all;
      SQLite::Statement rows(database_,
                             "SELECT uid, person, day, sequence, cancelled, said, reply_tag FROM "
                             "invitation ORDER BY person, uid");
      while (rows.executeStep()) {
        Row row(rows);
        SentInvitation one{.uid = row.String(), .person = row.String(), .day = row.DayValue()};
        one.sequence = row.Number();
        one.cancelled = row.Number() != 0;
        one.said = row.String();
        one.reply_tag = row.String();
        all.push_back(std::move(one));
      }
      return all;
    });
  }

  Result<Done> Put(const SentInvitation& one) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement put(database_,
                            "INSERT OR REPLACE INTO invitation (uid, person, day, sequence, "
                            "cancelled, said, reply_tag) VALUES (?, ?, ?, ?, ?, ?, ?)");
      put.bind(1, one.uid);
      put.bind(2, one.person);
      put.bind(3, FormatDay(one.day));
      put.bind(4, one.sequence);
      put.bind(5, one.cancelled ? 1 : 0);
      BindBytes(put, 6, one.said);
      put.bind(7, one.reply_tag);
      put.exec();
      return Done{};
    });
  }

  Result<Done> DropBefore(Day day) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement drop(database_, "DELETE FROM invitation WHERE day < ?");
      drop.bind(1, FormatDay(day));
      drop.exec();
      return Done{};
    });
  }

 private:
  Connection& connection_;
  SQLite::Database& database_;
};

class SqliteUntold final : public UntoldStore {
 public:
  explicit SqliteUntold(Connection& connection)
      : connection_(connection), database_(connection.sqlite) {}

  Result<Done> Add(const UntoldEdition& edition) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      Run("INSERT INTO untold_edition (body, number) VALUES (?, ?)", edition);
      return Done{};
    });
  }

  Result<std::vector<UntoldEdition>> All() override {
    return Guarded(connection_, [&]() -> Result<std::vector<UntoldEdition>> {
      std::vector<UntoldEdition> all;
      SQLite::Statement rows(database_,
                             "SELECT body, number FROM untold_edition ORDER BY body, number");
      while (rows.executeStep()) {
        Row row(rows);
        UntoldEdition edition{.body = row.String()};
        edition.number = row.Number();
        all.push_back(std::move(edition));
      }
      return all;
    });
  }

  Result<Done> Drop(const std::vector<UntoldEdition>& editions) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      Transaction transaction(connection_);
      for (const UntoldEdition& edition : editions)
        Run("DELETE FROM untold_edition WHERE body = ? AND number = ?", edition);
      transaction.Commit();
      return Done{};
    });
  }

 private:
  void Run(const char* sql, const UntoldEdition& edition) {
    SQLite::Statement change(database_, sql);
    change.bind(1, edition.body);
    change.bind(2, edition.number);
    change.exec();
  }

  Connection& connection_;
  SQLite::Database& database_;
};

}  // namespace

std::unique_ptr<InvitationStore> MakeInvitations(Connection& connection) {
  return std::make_unique<SqliteInvitations>(connection);
}

std::unique_ptr<UntoldStore> MakeUntold(Connection& connection) {
  return std::make_unique<SqliteUntold>(connection);
}

}  // namespace rytm
