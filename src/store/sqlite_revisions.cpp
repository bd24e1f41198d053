#include "store/sqlite_stores.h"

namespace rytm {
namespace {

// One row for each body that a revision touched: of a publication those with a new edition; of a
// batch those whose slots it changed or adjusted; of an undoing those of the batch it undid.
constexpr const char* kBodies =
    "SELECT DISTINCT body FROM (SELECT body FROM edition WHERE revision = ?1 "
    "UNION SELECT body FROM adoption WHERE revision = ?1 "
    "UNION SELECT slot_before.body FROM slot_before JOIN batch ON slot_before.batch = "
    "coalesce(batch.undoes, batch.number) WHERE batch.revision = ?1 "
    "UNION SELECT slot.body FROM batch JOIN adjustment ON adjustment.batch = "
    "coalesce(batch.undoes, batch.number) JOIN slot ON slot.id = adjustment.slot WHERE "
    "batch.revision = ?1) ORDER BY body";

class SqliteRevisions final : public RevisionLog {
 public:
  explicit SqliteRevisions(Connection& connection)
      : connection_(connection), database_(connection.sqlite) {}

  Result<std::vector<RevisionNews>> Since(Revision seen, std::size_t count) override {
    return Guarded(connection_, [&]() -> Result<std::vector<RevisionNews>> {
      SQLite::Statement rows(
          database_,
          "SELECT revision.id, revision.made, revision.what, batch.number, batch.author, "
          "batch.what_sv, batch.what_en, batch.undoes, batch.rules_before, EXISTS (SELECT 1 FROM "
          "adoption WHERE adoption.revision = revision.id), EXISTS (SELECT 1 FROM acceptance WHERE "
          "revision = "
          "revision.id) FROM revision LEFT JOIN "
          "batch ON batch.revision = revision.id WHERE revision.id > ? ORDER BY revision.id LIMIT "
          "?");
      rows.bind(1, seen);
      rows.bind(2, static_cast<std::int64_t>(count));
      std::vector<RevisionNews> news;
      while (rows.executeStep()) news.push_back(Read(rows));
      SQLite::Statement bodies(database_, kBodies);
      for (RevisionNews& one : news) {
        if (one.kind == RevisionNews::Kind::kRules) continue;
        bodies.bind(1, one.revision);
        while (bodies.executeStep()) one.bodies.push_back(bodies.getColumn(0).getString());
        bodies.reset();
      }
      return news;
    });
  }

 private:
  static RevisionNews Read(SQLite::Statement& row) {
    RevisionNews news{.revision = row.getColumn(0).getInt64(),
                      .made = Stored(ParseInstant(row.getColumn(1).getString()))};
    if (row.getColumn(2).getString() == "publication")
      news.kind = RevisionNews::Kind::kPublication;
    else if (row.getColumn(9).getInt() != 0)
      news.kind = RevisionNews::Kind::kAdoption;
    else if (row.getColumn(10).getInt() != 0)
      news.kind = RevisionNews::Kind::kAcceptance;
    if (row.getColumn(3).isNull()) return news;
    news.batch = row.getColumn(3).getInt64();
    news.author = row.getColumn(4).getString();
    news.what = {row.getColumn(5).getString(), row.getColumn(6).getString()};
    if (!row.getColumn(8).isNull()) return news;
    news.kind =
        row.getColumn(7).isNull() ? RevisionNews::Kind::kAdjustments : RevisionNews::Kind::kUndo;
    return news;
  }

  Connection& connection_;
  SQLite::Database& database_;  // of the connection
};

}  // namespace

std::unique_ptr<RevisionLog> MakeRevisions(Connection& connection) {
  return std::make_unique<SqliteRevisions>(connection);
}

}  // namespace rytm
