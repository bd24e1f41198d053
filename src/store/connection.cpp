#include "store/connection.h"

#include <sqlite3.h>

#include "base/limits.h"

namespace rytm {
namespace {

Text WhatToDo(int code) {
  switch (code) {
    case SQLITE_FULL:
      return {"Disken är full. Frigör utrymme och försök igen; ingenting har ändrats.",
              "The disk is full. Free some space and try again; nothing was changed."};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {"Datamappen används just nu av någon annan. Försök igen om en stund.",
              "The data folder is in use by somebody else right now. Try again in a moment."};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {"Datamappen går inte att skriva i. Kontrollera behörigheterna.",
              "The data folder cannot be written. Check its permissions."};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {"Databasen är skadad. Återställ en säkerhetskopia.",
              "The database is damaged. Restore a backup."};
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
      return {
          "Databasen går inte att läsa eller skriva. Kontrollera disken och datamappens sökväg.",
          "The database cannot be read or written. Check the disk and the data folder's path."};
    default:
      return {};
  }
}

}  // namespace

Connection::Connection(const std::string& file, int flags)
    : sqlite(file, flags, static_cast<int>(kBusyWait.count())) {
  sqlite.exec("PRAGMA journal_mode = WAL");
  sqlite.exec("PRAGMA synchronous = FULL");
  sqlite.exec("PRAGMA foreign_keys = ON");
}

Transaction::Transaction(Connection& connection)
    : connection_(connection), lock_(connection.mutex) {
  connection_.sqlite.exec(connection_.depth == 0 ? "BEGIN IMMEDIATE" : "SAVEPOINT inner");
  ++connection_.depth;
}

Transaction::~Transaction() {
  if (committed_) return;
  --connection_.depth;
  // SQLite itself has rolled back where it had to (disk full); then there is nothing left to undo.
  connection_.sqlite.tryExec(connection_.depth == 0 ? "ROLLBACK"
                                                    : "ROLLBACK TO inner; RELEASE inner");
}

void Transaction::Commit() {
  connection_.sqlite.exec(connection_.depth == 1 ? "COMMIT" : "RELEASE inner");
  --connection_.depth;
  committed_ = true;
}

Error Unavailable(const SQLite::Exception& trouble, const std::string& file) {
  Text what = WhatToDo(trouble.getErrorCode());
  if (what.empty()) throw trouble;
  return Refuse(
      trouble.getErrorCode() == SQLITE_FULL ? ErrorCode::kDiskFull : ErrorCode::kUnavailable,
      std::move(what),
      {{.file = file, .pointer = "", .what = Text(trouble.getErrorStr()), .instead = {}}});
}

Error ChangedMeanwhile() {
  return Refuse(ErrorCode::kConflict,
                Text("Någon annan har sparat eller publicerat under tiden. Läs in på nytt.",
                     "Somebody else saved or published meanwhile. Load anew."));
}

Revision NewestRevision(Connection& connection) {
  return connection.sqlite.execAndGet("SELECT coalesce(max(id), 0) FROM revision").getInt64();
}

Revision NewRevision(Connection& connection, Instant made, const char* what) {
  SQLite::Statement insert(connection.sqlite, "INSERT INTO revision (made, what) VALUES (?, ?)");
  insert.bind(1, FormatInstant(made));
  insert.bind(2, what);
  insert.exec();
  return connection.sqlite.getLastInsertRowid();
}

}  // namespace rytm
