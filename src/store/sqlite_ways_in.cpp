#include "store/sqlite_stores.h"

namespace rytm {
namespace {

class SqliteWaysIn final : public WayInStore {
 public:
  explicit SqliteWaysIn(Connection& connection)
      : connection_(connection), database_(connection.sqlite) {}

  Result<Done> Add(const std::string& hash, const WayIn& way_in) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement insert(database_,
                               "INSERT INTO way_in (hash, person, kind, uid, expires) VALUES (?, "
                               "?, ?, ?, ?)");
      BindBytes(insert, 1, hash);
      insert.bind(2, way_in.person);
      insert.bind(3, std::string(kWayInWords.at(static_cast<std::size_t>(way_in.kind))));
      insert.bind(4, way_in.uid);
      insert.bind(5, FormatInstant(way_in.expires));
      insert.exec();
      return Done{};
    });
  }

  Result<std::optional<WayIn>> Find(const std::string& hash, Instant now) override {
    return Guarded(connection_, [&]() -> Result<std::optional<WayIn>> {
      SQLite::Statement found(
          database_,
          "SELECT person, kind, uid, expires FROM way_in WHERE hash = ? AND expires > ?");
      BindBytes(found, 1, hash);
      found.bind(2, FormatInstant(now));
      if (!found.executeStep()) return std::optional<WayIn>();
      Row row(found);
      WayIn way_in{.person = row.String()};
      const std::string kind = row.String();
      for (std::size_t i = 0; i < kWayInWords.size(); ++i)
        if (kWayInWords[i] == kind) way_in.kind = static_cast<WayIn::Kind>(i);
      way_in.uid = row.String();
      way_in.expires = row.InstantValue();
      return std::optional(std::move(way_in));
    });
  }

  Result<Done> DropExpired(Instant now) override {
    return Drop("DELETE FROM way_in WHERE expires <= ?", FormatInstant(now));
  }
  Result<Done> DropOf(const std::string& person) override {
    return Drop("DELETE FROM way_in WHERE person = ?", person);
  }

 private:
  Result<Done> Drop(const char* sql, const std::string& value) {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement drop(database_, sql);
      drop.bind(1, value);
      drop.exec();
      return Done{};
    });
  }

  Connection& connection_;
  SQLite::Database& database_;
};

}  // namespace

std::unique_ptr<WayInStore> MakeWaysIn(Connection& connection) {
  return std::make_unique<SqliteWaysIn>(connection);
}

}  // namespace rytm
