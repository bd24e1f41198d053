#include "store/sqlite_stores.h"

namespace rytm {
namespace {

constexpr char kBetween = '\n';

class SqliteAgreed final : public AgreedStore {
 public:
  explicit SqliteAgreed(Connection& connection)
      : connection_(connection), database_(connection.sqlite) {}

  Result<AgreedLines> Of(const std::string& slot) override {
    return Guarded(connection_, [&]() -> Result<AgreedLines> {
      AgreedLines agreed{.slot = slot};
      SQLite::Statement found(database_,
                              "SELECT lines, author, written FROM agreed WHERE slot = ?");
      found.bind(1, slot);
      if (!found.executeStep()) return agreed;
      Row row(found);
      agreed.lines = Split(row.String(), kBetween);
      agreed.author = row.String();
      agreed.written = row.InstantValue();
      return agreed;
    });
  }

  Result<Done> Save(const AgreedLines& agreed) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      if (agreed.lines.empty()) {
        SQLite::Statement drop(database_, "DELETE FROM agreed WHERE slot = ?");
        drop.bind(1, agreed.slot);
        drop.exec();
        return Done{};
      }
      SQLite::Statement put(database_,
                            "INSERT OR REPLACE INTO agreed (slot, lines, author, written) VALUES "
                            "(?, ?, ?, ?)");
      put.bind(1, agreed.slot);
      put.bind(2, Join(agreed.lines, kBetween));
      put.bind(3, agreed.author);
      put.bind(4, FormatInstant(agreed.written));
      put.exec();
      return Done{};
    });
  }

 private:
  Connection& connection_;
  SQLite::Database& database_;
};

}  // namespace

std::unique_ptr<AgreedStore> MakeAgreed(Connection& connection) {
  return std::make_unique<SqliteAgreed>(connection);
}

}  // namespace rytm
