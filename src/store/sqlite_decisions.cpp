#include "store/adoption_rows.h"
#include "store/sqlite_stores.h"

namespace rytm {
namespace {

class SqliteDecisions final : public DecisionStore {
 public:
  explicit SqliteDecisions(Connection& connection)
      : connection_(connection), database_(connection.sqlite) {}

  Result<std::vector<Adoption>> Adoptions() override {
    return Guarded(connection_, [&]() -> Result<std::vector<Adoption>> {
      SQLite::Statement rows(database_,
                             "SELECT " + AdoptionColumns() + " FROM adoption ORDER BY number");
      std::vector<Adoption> adoptions;
      while (rows.executeStep()) adoptions.push_back(ReadAdoption(rows));
      return adoptions;
    });
  }

  Result<std::vector<Acceptance>> Acceptances() override {
    return Guarded(connection_, [&]() -> Result<std::vector<Acceptance>> {
      SQLite::Statement rows(database_,
                             "SELECT number, finding, facts, withdrawn, reason, author, "
                             "author_role, made FROM acceptance ORDER BY number");
      std::vector<Acceptance> acceptances;
      while (rows.executeStep()) {
        Row row(rows);
        Acceptance one;
        one.number = row.Number();
        one.finding = row.String();
        one.facts = row.String();
        one.withdrawn = row.Number() != 0;
        one.reason = row.String();
        one.author = row.String();
        one.author_role = row.String();
        one.made = row.InstantValue();
        acceptances.push_back(std::move(one));
      }
      return acceptances;
    });
  }

  Result<Revision> Record(const std::vector<Adoption>& adoptions, Revision seen) override {
    return RecordAll(adoptions, seen, [&](const Adoption& one, Revision revision) {
      SQLite::Statement insert(
          database_,
          "INSERT INTO adoption (revision, body, first_day, last_day, kind, decided_by, "
          "decided_on, paragraph, case_number, replaces, author, made) VALUES (?, ?, ?, ?, ?, ?, "
          "?, ?, ?, ?, ?, ?)");
      insert.bind(1, revision);
      Binder row(insert, 1);
      row.Put(one.body);
      row.Put(one.period.first);
      row.Put(one.period.last);
      row.Put(std::string(AdoptionWord(one.kind)));
      row.Put(one.decided_by);
      row.Put(one.decided_on);
      row.Put(one.paragraph);
      row.Put(one.case_number);
      if (one.replaces) insert.bind(10, *one.replaces);
      Binder rest(insert, 10);
      rest.Put(one.author);
      rest.Put(one.made);
      insert.exec();
    });
  }

  Result<Revision> Record(const std::vector<Acceptance>& acceptances, Revision seen) override {
    return RecordAll(acceptances, seen, [&](const Acceptance& one, Revision revision) {
      SQLite::Statement insert(
          database_,
          "INSERT INTO acceptance (revision, finding, facts, withdrawn, "
          "reason, author, author_role, made) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
      insert.bind(1, revision);
      Binder row(insert, 1);
      row.Put(one.finding);
      row.Put(one.facts);
      row.Put(one.withdrawn ? 1 : 0);
      row.Put(one.reason);
      row.Put(one.author);
      row.Put(one.author_role);
      row.Put(one.made);
      insert.exec();
    });
  }

 private:
  template <class One, class Insert>
  Result<Revision> RecordAll(const std::vector<One>& all, Revision seen, const Insert& insert) {
    return Guarded(connection_, [&]() -> Result<Revision> {
      Transaction transaction(connection_);
      if (NewestRevision(connection_) != seen) return ChangedMeanwhile();
      if (all.empty()) return seen;
      const Revision revision = NewRevision(connection_, all.front().made, "rules");
      for (const One& one : all) insert(one, revision);
      transaction.Commit();
      return revision;
    });
  }

  Connection& connection_;
  SQLite::Database& database_;  // of the connection
};

}  // namespace

const std::string& AdoptionColumns() {
  static const std::string columns =
      "adoption.number, adoption.body, adoption.first_day, adoption.last_day, adoption.kind, "
      "adoption.decided_by, adoption.decided_on, adoption.paragraph, adoption.case_number, "
      "adoption.replaces, adoption.author, adoption.made";
  return columns;
}

Adoption ReadAdoption(SQLite::Statement& statement) {
  Adoption adoption;
  adoption.number = statement.getColumn(0).getInt64();
  Row row(statement, 1);
  adoption.body = row.String();
  adoption.period.first = row.DayValue();
  adoption.period.last = row.DayValue();
  adoption.kind = Stored(AdoptionKindNamed(row.String()));
  adoption.decided_by = row.String();
  adoption.decided_on = row.DayOrNone();
  adoption.paragraph = row.String();
  adoption.case_number = row.String();
  if (!statement.getColumn(9).isNull()) adoption.replaces = statement.getColumn(9).getInt64();
  Row rest(statement, 10);
  adoption.author = rest.String();
  adoption.made = rest.InstantValue();
  return adoption;
}

std::unique_ptr<DecisionStore> MakeDecisions(Connection& connection) {
  return std::make_unique<SqliteDecisions>(connection);
}

}  // namespace rytm
