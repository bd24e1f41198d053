// One database file instead of another, so that a crash leaves one of the two whole.
//
// A journal beside the file would be read into whichever database stands there, so the old one's is
// taken in before the new one comes.
#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <memory>

#include "base/limits.h"
#include "base/system_reason.h"
#include "store/connection.h"
#include "store/upkeep.h"

namespace rytm {
namespace {

namespace fs = std::filesystem;

Error CannotWrite(const std::string& path, const std::error_code& trouble) {
  return Refuse(ErrorCode::kUnavailable,
                Text("Det går inte att skriva " + path + ". ", path + " cannot be written. ") +
                    SystemReason(trouble));
}

Error InUse(const std::string& file) {
  return Refuse(ErrorCode::kConflict,
                Text("Någon använder " + file +
                         ". Stanna servern och andra kommandon först; ingenting har ändrats.",
                     "Somebody is using " + file +
                         ". Stop the server and other commands first; nothing was changed."));
}

// The old database with its journal taken in, held so that nobody opens it until it is replaced.
// Null when it is damaged: then there is nothing to take in.
Result<std::unique_ptr<SQLite::Database>> Hold(const std::string& file) {
  try {
    auto old = std::make_unique<SQLite::Database>(file, SQLite::OPEN_READWRITE,
                                                  static_cast<int>(kBusyWait.count()));
    if (old->execAndGet("PRAGMA journal_mode = DELETE").getString() != "delete") return InUse(file);
    old->exec("BEGIN EXCLUSIVE");
    return old;
  } catch (const SQLite::Exception& trouble) {
    const int code = trouble.getErrorCode();
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) return InUse(file);
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB) return std::unique_ptr<SQLite::Database>();
    return Unavailable(trouble, file);
  }
}

// Whoever could read the old one can read the new one.
Result<Done> TakeOwner(const std::string& from, const std::string& to) {
  struct stat old {};
  if (stat(from.c_str(), &old) != 0) return CannotWrite(from, {errno, std::generic_category()});
  if (chown(to.c_str(), old.st_uid, old.st_gid) != 0 || chmod(to.c_str(), old.st_mode) != 0)
    return CannotWrite(to, {errno, std::generic_category()});
  return Done{};
}

// What was renamed or linked is there after a power cut too.
Result<Done> SyncFolder(const fs::path& folder) {
  const int opened = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (opened < 0) return CannotWrite(folder, {errno, std::generic_category()});
  const int synced = fsync(opened);
  const int why = errno;
  close(opened);
  if (synced != 0) return CannotWrite(folder, {why, std::generic_category()});
  return Done{};
}

}  // namespace

Result<Done> PutInPlace(const std::string& fresh, const std::string& file, const std::string& old) {
  const fs::path folder = fs::absolute(file).parent_path();
  std::error_code trouble;
  std::unique_ptr<SQLite::Database> held;
  if (fs::exists(file)) {
    Result<std::unique_ptr<SQLite::Database>> hold = Hold(file);
    if (!hold.ok()) return hold.error();
    held = std::move(hold).value();
    if (Result<Done> taken = TakeOwner(file, fresh); !taken.ok()) return taken;
    fs::create_hard_link(file, old, trouble);
    if (trouble) return CannotWrite(old, trouble);
  }
  for (const char* journal : {"-wal", "-journal", "-shm"}) {  // of a damaged one
    if (!fs::exists(file + journal)) continue;
    fs::rename(file + journal, old + journal, trouble);
    if (trouble) return CannotWrite(old + journal, trouble);
  }
  if (Result<Done> synced = SyncFolder(folder); !synced.ok()) return synced;
  fs::rename(fresh, file, trouble);
  if (trouble) return CannotWrite(file, trouble);
  return SyncFolder(folder);
}

}  // namespace rytm
