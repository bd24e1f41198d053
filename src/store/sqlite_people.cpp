#include <algorithm>
#include <map>

#include "base/fold.h"
#include "store/sqlite_stores.h"

namespace rytm {
namespace {

const char* const kSelectPeople =
    "SELECT id, name, address, language, hidden, created FROM person ";
const char* const kAssignmentColumns =
    "SELECT person, body, post, party, party_order, unit, function, first_day, last_day FROM "
    "assignment ";

Person ReadPerson(SQLite::Statement& statement) {
  Row row(statement);
  Person person{.id = row.String(), .name = row.String(), .address = row.String()};
  person.language = row.String() == "en" ? Language::kEnglish : Language::kSwedish;
  person.hidden = row.Number() != 0;
  person.created = row.InstantValue();
  return person;
}

Assignment ReadAssignment(SQLite::Statement& statement) {
  Row row(statement, 1);
  Assignment assignment{.body = row.String(), .post = Stored(PostNamed(row.String()))};
  assignment.party = row.String();
  assignment.order = row.Number();
  assignment.unit = row.String();
  assignment.function = row.String();
  assignment.from = row.DayValue();
  assignment.until = row.DayOrNone();
  return assignment;
}

void Sort(std::vector<Assignment>& assignments) {
  std::sort(assignments.begin(), assignments.end(), InOrder);
}

class SqlitePeople final : public PersonStore {
 public:
  explicit SqlitePeople(Connection& connection)
      : connection_(connection), database_(connection.sqlite) {}

  Result<std::vector<Person>> All() override {
    return Guarded(connection_, [&]() -> Result<std::vector<Person>> {
      SQLite::Statement assignments(database_, kAssignmentColumns);
      std::map<std::string, std::vector<Assignment>> by_person;
      while (assignments.executeStep())
        by_person[assignments.getColumn(0).getString()].push_back(ReadAssignment(assignments));
      SQLite::Statement rows(database_,
                             std::string(kSelectPeople) + "WHERE erased IS NULL ORDER BY id");
      std::vector<Person> people;
      while (rows.executeStep()) {
        people.push_back(ReadPerson(rows));
        people.back().assignments = std::move(by_person[people.back().id]);
        Sort(people.back().assignments);
      }
      return people;
    });
  }

  Result<std::optional<Person>> Find(const std::string& id) override { return One("id = ?", id); }
  Result<std::optional<Person>> WithAddress(const std::string& address) override {
    return One("address = ?", LowerAscii(address));
  }

  Result<Done> Save(const Person& person) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      Transaction transaction(connection_);
      if (AddressTaken(person))
        return Refuse(ErrorCode::kConflict,
                      Text("E-postadressen " + person.address + " finns redan.",
                           "The address " + person.address + " is there already."));
      SQLite::Statement put(
          database_,
          "INSERT INTO person (id, name, address, language, hidden, created) VALUES (?, ?, "
          "nullif(?, ''), ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, address = "
          "excluded.address, language = excluded.language, hidden = excluded.hidden");
      Binder bind(put);
      bind.Put(person.id);
      bind.Put(person.name);
      bind.Put(LowerAscii(person.address));
      bind.Put(std::string(person.language == Language::kEnglish ? "en" : "sv"));
      bind.Put(person.hidden ? 1 : 0);
      bind.Put(person.created);
      put.exec();
      DropAssignments(person.id);
      for (const Assignment& assignment : person.assignments) Insert(person.id, assignment);
      CountUp();
      transaction.Commit();
      return Done{};
    });
  }

  Result<Done> Erase(const std::string& id, Instant now) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      Transaction transaction(connection_);
      DropAssignments(id);
      SQLite::Statement update(database_,
                               "UPDATE person SET name = '', address = NULL, hidden = 0, language "
                               "= 'sv', erased = ? WHERE id = ? AND erased IS NULL");
      update.bind(1, FormatInstant(now));
      update.bind(2, id);
      update.exec();
      CountUp();
      transaction.Commit();
      return Done{};
    });
  }

  Result<std::vector<std::string>> Erased() override {
    return Guarded(connection_, [&]() -> Result<std::vector<std::string>> {
      std::vector<std::string> ids;
      SQLite::Statement rows(database_, "SELECT id FROM person WHERE erased IS NOT NULL");
      while (rows.executeStep()) ids.push_back(rows.getColumn(0).getString());
      return ids;
    });
  }

  Result<std::int64_t> Revision() override {
    return Guarded(connection_, [&]() -> Result<std::int64_t> {
      return database_.execAndGet("SELECT number FROM people_revision").getInt64();
    });
  }

  Result<Done> NoteChange() override {
    return Guarded(connection_, [&]() -> Result<Done> {
      CountUp();
      return Done{};
    });
  }

 private:
  Result<std::optional<Person>> One(const char* condition, const std::string& value) {
    return Guarded(connection_, [&]() -> Result<std::optional<Person>> {
      SQLite::Statement row(database_,
                            std::string(kSelectPeople) + "WHERE erased IS NULL AND " + condition);
      row.bind(1, value);
      if (!row.executeStep()) return std::optional<Person>();
      Person person = ReadPerson(row);
      SQLite::Statement assignments(database_,
                                    std::string(kAssignmentColumns) + "WHERE person = ?");
      assignments.bind(1, person.id);
      while (assignments.executeStep()) person.assignments.push_back(ReadAssignment(assignments));
      Sort(person.assignments);
      return std::optional(std::move(person));
    });
  }

  bool AddressTaken(const Person& person) {
    SQLite::Statement taken(database_, "SELECT 1 FROM person WHERE address = ? AND id <> ?");
    taken.bind(1, LowerAscii(person.address));
    taken.bind(2, person.id);
    return taken.executeStep();
  }

  void DropAssignments(const std::string& person) {
    SQLite::Statement drop(database_, "DELETE FROM assignment WHERE person = ?");
    drop.bind(1, person);
    drop.exec();
  }

  void Insert(const std::string& person, const Assignment& assignment) {
    SQLite::Statement insert(database_,
                             "INSERT INTO assignment (person, body, post, party, party_order, "
                             "unit, function, first_day, last_day) VALUES (?, ?, ?, ?, ?, ?, ?, "
                             "?, ?)");
    Binder bind(insert);
    bind.Put(person);
    bind.Put(assignment.body);
    bind.Put(std::string(PostWord(assignment.post)));
    bind.Put(assignment.party);
    bind.Put(assignment.order);
    bind.Put(assignment.unit);
    bind.Put(assignment.function);
    bind.Put(assignment.from);
    bind.Put(assignment.until);
    insert.exec();
  }

  void CountUp() { database_.exec("UPDATE people_revision SET number = number + 1"); }

  Connection& connection_;
  SQLite::Database& database_;
};

}  // namespace

std::unique_ptr<PersonStore> MakePeople(Connection& connection) {
  return std::make_unique<SqlitePeople>(connection);
}

}  // namespace rytm
