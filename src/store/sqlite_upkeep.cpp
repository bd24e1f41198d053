#include <SQLiteCpp/Backup.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <set>
#include <system_error>

#include "base/limits.h"
#include "base/system_reason.h"
#include "store/migrations.h"
#include "store/sqlite_stores.h"

namespace rytm {
namespace {

// Rows that should not be: what is told of each, and how it is found. Each gives one text.
struct Question {
  const char* sv;
  const char* en;
  const char* sql;
};

constexpr Question kQuestions[] = {
    {"Ändringen gäller ett tillfälle som inte finns: ",
     "The change is of a slot that is not there: ",
     "SELECT number || ' ' || slot FROM adjustment WHERE slot NOT IN (SELECT id FROM slot)"},
    {"Ändringssatsen minns ett tillfälle som inte finns: ",
     "The batch remembers a slot that is not there: ",
     "SELECT batch || ' ' || id FROM slot_before WHERE id NOT IN (SELECT id FROM slot)"},
    {"Ändringssatsen är ångrad två gånger: ", "The batch is undone twice: ",
     "SELECT undoes FROM batch WHERE undoes IS NOT NULL GROUP BY undoes HAVING count(*) > 1"},
    {"Ändringssatsen minns regler som inte finns: ",
     "The batch remembers rules that are not there: ",
     "SELECT number FROM batch WHERE rules_before > 0 AND rules_before NOT IN (SELECT revision "
     "FROM rules_text)"},
    {"Organets utgåvor är inte numrerade i följd: ",
     "The body's editions are not numbered in order: ",
     "SELECT body FROM edition GROUP BY body HAVING min(number) <> 1 OR max(number) <> count(*)"},
    {"Organets utgåvor är inte publicerade i följd: ",
     "The body's editions are not published in order: ",
     "SELECT later.body FROM edition AS later JOIN edition AS earlier ON earlier.body = later.body "
     "AND earlier.number = later.number - 1 WHERE earlier.revision >= later.revision GROUP BY 1"},
    {"Mejlet väntar utan text: ", "The mail waits without a text: ",
     "SELECT number FROM letter WHERE state = 'waiting' AND number NOT IN (SELECT letter FROM "
     "letter_text)"},
    {"Händelsens SEQUENCE sjunker från en utgåva till nästa: ",
     "The event's SEQUENCE falls from one edition to the next: ",
     "SELECT later.uid FROM event AS later JOIN event AS earlier ON earlier.edition_body = "
     "later.edition_body AND earlier.edition_number = later.edition_number - 1 AND earlier.uid = "
     "later.uid WHERE later.sequence < earlier.sequence GROUP BY 1"},
};

Error AlreadyThere(const std::string& file) {
  return Refuse(ErrorCode::kConflict,
                Text("Filen finns redan: " + file + ". Välj ett annat namn, eller en mapp.",
                     "The file is there already: " + file + ". Choose another name, or a folder."));
}

Error CannotWrite(const std::string& file) {
  return Refuse(ErrorCode::kUnavailable,
                Text("Det går inte att skriva " + file + ". ", file + " cannot be written. ") +
                    SystemReason({errno, std::generic_category()}));
}

Error InTheWay() {
  return Refuse(ErrorCode::kUnavailable,
                Text("Datamappen används just nu av någon annan. Försök igen om en stund.",
                     "The data folder is in use by somebody else right now. Try again in a "
                     "moment."));
}

// Only its owner may read it.
Result<Done> MakeEmpty(const std::string& file) {
  const int made = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (made < 0 && errno == EEXIST) return AlreadyThere(file);
  if (made < 0) return CannotWrite(file);
  close(made);
  return Done{};
}

Result<Done> Copy(SQLite::Database& from, const std::string& file) {
  if (Result<Done> made = MakeEmpty(file); !made.ok()) return made;
  SQLite::Database copy(file, SQLite::OPEN_READWRITE);
  copy.exec("PRAGMA synchronous = FULL");
  {
    SQLite::Backup backup(copy, from);
    // All of it, as of one moment: writers do not wait for readers.
    if (backup.executeStep() != SQLITE_DONE) return InTheWay();
  }
  copy.exec("PRAGMA journal_mode = DELETE");
  return Done{};
}

class SqliteUpkeep final : public Upkeep {
 public:
  SqliteUpkeep(Connection& connection, std::vector<Migration> migrations)
      : connection_(connection), database_(connection.sqlite), migrations_(std::move(migrations)) {}

  Result<Done> CopyTo(const std::string& file) override {
    return Guarded(connection_, [&]() -> Result<Done> { return Copy(database_, file); });
  }

  Result<Done> MakeOneFile() override {
    return Guarded(connection_, [&]() -> Result<Done> {
      database_.exec("PRAGMA journal_mode = DELETE");
      return Done{};
    });
  }

  Result<StoredAmounts> Amounts() override {
    return Guarded(connection_, [&]() -> Result<StoredAmounts> {
      return StoredAmounts{.editions = CountOf("edition"),
                           .events = CountOf("event"),
                           .feeds = CountOf("feed"),
                           .slots = CountOf("slot"),
                           .adjustments = CountOf("adjustment"),
                           .batches = CountOf("batch")};
    });
  }

  Result<std::vector<Text>> Faults() override {
    return Guarded(connection_, [&]() -> Result<std::vector<Text>> {
      std::vector<Text> faults;
      CheckFile(faults);
      if (!faults.empty())
        return faults;  // what a damaged file says of itself is not worth telling
      CheckSchema(faults);
      for (const Question& question : kQuestions) {
        SQLite::Statement rows(database_, question.sql);
        while (rows.executeStep())
          faults.push_back(Text(question.sv, question.en) + Text(rows.getColumn(0).getString()));
      }
      return faults;
    });
  }

  Result<Done> NoteRestore(Revision revision, int floor) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement insert(database_, "INSERT INTO restore (revision, floor) VALUES (?, ?)");
      insert.bind(1, revision);
      insert.bind(2, floor);
      insert.exec();
      return Done{};
    });
  }

 private:
  std::int64_t CountOf(const std::string& table) {
    return database_.execAndGet("SELECT count(*) FROM " + table).getInt64();
  }

  void CheckFile(std::vector<Text>& faults) {
    SQLite::Statement integrity(database_, "PRAGMA integrity_check");
    while (integrity.executeStep()) {
      const std::string said = integrity.getColumn(0).getString();
      if (said != "ok")
        faults.push_back(Text("Filen är skadad: " + said, "The file is damaged: " + said));
    }
    SQLite::Statement keys(database_,
                           "SELECT \"table\" || ' → ' || parent || ' (' || count(*) || ')' FROM "
                           "pragma_foreign_key_check GROUP BY \"table\", parent");
    while (keys.executeStep())
      faults.push_back(Text("Rader pekar på något som inte finns: ",
                            "Rows point at something that is not there: ") +
                       Text(keys.getColumn(0).getString()));
  }

  // Every table, index and trigger as our migrations make them: among them those that keep editions
  // and logs from being changed.
  void CheckSchema(std::vector<Text>& faults) {
    SQLite::Database ours(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    if (!Migrate(ours, migrations_).ok()) throw std::runtime_error("our migrations do not apply");
    const std::set<std::string> wanted = SchemaOf(ours);
    const std::set<std::string> there = SchemaOf(database_);
    for (const std::string& made : wanted)
      if (!there.contains(made)) faults.push_back(Missing(made));
    for (const std::string& made : there)
      if (!wanted.contains(made)) faults.push_back(NotOurs(made));
  }

  static std::set<std::string> SchemaOf(SQLite::Database& database) {
    std::set<std::string> schema;
    SQLite::Statement rows(database,
                           "SELECT type || ' ' || name || char(10) || sql FROM sqlite_schema WHERE "
                           "sql IS NOT NULL AND name NOT LIKE 'sqlite_%'");
    while (rows.executeStep()) schema.insert(rows.getColumn(0).getString());
    return schema;
  }

  static std::string NameOf(const std::string& made) { return made.substr(0, made.find('\n')); }
  static Text Missing(const std::string& made) {
    return {"Saknas, eller är ändrad: " + NameOf(made), "Missing, or changed: " + NameOf(made)};
  }
  static Text NotOurs(const std::string& made) {
    return {"Hör inte hit, eller är ändrad: " + NameOf(made),
            "Not ours, or changed: " + NameOf(made)};
  }

  Connection& connection_;
  SQLite::Database& database_;  // of the connection
  std::vector<Migration> migrations_;
};

}  // namespace

std::unique_ptr<Upkeep> MakeUpkeep(Connection& connection, std::vector<Migration> migrations) {
  return std::make_unique<SqliteUpkeep>(connection, std::move(migrations));
}

Result<Done> CopyDatabase(const std::string& from, const std::string& to) {
  try {
    SQLite::Database database(from, SQLite::OPEN_READONLY, static_cast<int>(kBusyWait.count()));
    return Copy(database, to);
  } catch (const SQLite::Exception& trouble) {
    return Unavailable(trouble, from);
  }
}

}  // namespace rytm
