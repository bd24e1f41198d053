// What the stores share: the connection, its lock, transactions that nest, and SQLite's troubles in
// words. Private to this room.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <mutex>
#include <string>

#include "base/result.h"
#include "store/store.h"

namespace rytm {

struct Connection {
  Connection(const std::string& file, int flags);

  SQLite::Database sqlite;
  std::recursive_mutex mutex;  // one thread within a transaction, with all that the stores do there
  int depth = 0;               // of open transactions
};

// Takes the lock and begins at once (BEGIN IMMEDIATE); inside another transaction it is a savepoint
// of it. Undone at the end unless committed.
class Transaction {
 public:
  explicit Transaction(Connection& connection);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void Commit();

 private:
  Connection& connection_;
  std::lock_guard<std::recursive_mutex> lock_;
  bool committed_ = false;
};

// What to tell of trouble with the database `file` from the world around us; thrown on if it is our
// own mistake.
Error Unavailable(const SQLite::Exception& trouble, const std::string& file);

// Runs `work`, which returns a Result, alone on the connection, with the world's troubles turned
// into a refusal.
template <class Work>
auto Guarded(Connection& connection, const Work& work) -> decltype(work()) {
  const std::lock_guard lock(connection.mutex);
  try {
    return work();
  } catch (const SQLite::Exception& trouble) {
    return Unavailable(trouble, connection.sqlite.getFilename());
  }
}

// kConflict: somebody else was first.
Error ChangedMeanwhile();

// The newest revision; 0: none yet. NewRevision within a transaction only.
Revision NewestRevision(Connection& connection);
Revision NewRevision(Connection& connection, Instant made, const char* what);

}  // namespace rytm
