#include "store/sqlite_stores.h"

namespace rytm {
namespace {

class SqliteMarks final : public MarkStore {
 public:
  explicit SqliteMarks(Connection& connection)
      : connection_(connection), database_(connection.sqlite) {}

  Result<MeetingMarks> All() override {
    return Guarded(connection_, [&]() -> Result<MeetingMarks> {
      MeetingMarks marks;
      SQLite::Statement papers(database_, "SELECT uid, said FROM papers_out");
      while (papers.executeStep()) {
        Row row(papers);
        std::string uid = row.String();
        marks.papers_out.emplace(std::move(uid), row.InstantValue());
      }
      ReadPairs("SELECT uid, person FROM absence", marks.absent);
      ReadPairs("SELECT uid, person FROM called", marks.called);
      return marks;
    });
  }

  Result<bool> SetPapersOut(const std::string& uid, const std::string& author,
                            Instant now) override {
    return Change("INSERT OR IGNORE INTO papers_out (uid, said, author) VALUES (?, ?, ?)",
                  {uid, FormatInstant(now), author});
  }
  Result<bool> TakeBackPapers(const std::string& uid) override {
    return Change("DELETE FROM papers_out WHERE uid = ?", {uid});
  }
  Result<bool> SetAbsent(const std::string& uid, const std::string& person, Instant now) override {
    return Change("INSERT OR IGNORE INTO absence (uid, person, said) VALUES (?, ?, ?)",
                  {uid, person, FormatInstant(now)});
  }
  Result<bool> SetPresent(const std::string& uid, const std::string& person) override {
    return Change("DELETE FROM absence WHERE uid = ? AND person = ?", {uid, person});
  }
  Result<bool> SetCalled(const std::string& uid, const std::string& person,
                         const std::string& author, Instant now) override {
    return Change("INSERT OR IGNORE INTO called (uid, person, said, author) VALUES (?, ?, ?, ?)",
                  {uid, person, FormatInstant(now), author});
  }
  Result<bool> SetNotCalled(const std::string& uid, const std::string& person) override {
    return Change("DELETE FROM called WHERE uid = ? AND person = ?", {uid, person});
  }

  Result<Done> Drop(Mark mark, const std::vector<std::string>& uids) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      Transaction transaction(connection_);
      SQLite::Statement drop(database_,
                             mark == Mark::kPapersOut ? "DELETE FROM papers_out WHERE uid = ?"
                             : mark == Mark::kAbsence ? "DELETE FROM absence WHERE uid = ?"
                                                      : "DELETE FROM called WHERE uid = ?");
      for (const std::string& uid : uids) {
        drop.bind(1, uid);
        drop.exec();
        drop.reset();
      }
      transaction.Commit();
      return Done{};
    });
  }

 private:
  void ReadPairs(const char* sql, std::set<UidAndPerson>& pairs) {
    SQLite::Statement rows(database_, sql);
    while (rows.executeStep()) {
      Row row(rows);
      std::string uid = row.String();
      pairs.emplace(std::move(uid), row.String());
    }
  }

  Result<bool> Change(const char* sql, const std::vector<std::string>& values) {
    return Guarded(connection_, [&]() -> Result<bool> {
      SQLite::Statement change(database_, sql);
      for (std::size_t i = 0; i < values.size(); ++i)
        change.bind(static_cast<int>(i) + 1, values[i]);
      return change.exec() > 0;
    });
  }

  Connection& connection_;
  SQLite::Database& database_;
};

}  // namespace

std::unique_ptr<MarkStore> MakeMarks(Connection& connection) {
  return std::make_unique<SqliteMarks>(connection);
}

}  // namespace rytm
