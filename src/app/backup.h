// Copies of everything there is, and starting again from one (DESIGN §4).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/api_key_store.h"
#include "store/database.h"
#include "store/feed_link_store.h"

namespace rytm {

struct BackupReport {
  std::string file;
  std::uintmax_t bytes = 0;
  std::vector<std::string> removed;  // older copies
};

// A copy while others go on writing. In a folder it is called after the moment, and with `keep`
// only so many of the copies in it stay, the newest ones. It has been read back before it bears its
// name or any older one goes. Only its owner may read it: it holds accounts. Refused: (kConflict) a
// file that is there, (kBadInput) `keep` without a folder, (kUnavailable) a place that cannot be
// written, (kRefused) a copy that is not whole.
Result<BackupReport> BackUp(Database& database, const std::string& file_or_folder,
                            std::optional<std::size_t> keep, Instant now);

struct RestoreReport {
  Instant backed_up{};               // when the newest there is in the backup was made
  int bodies = 0;                    // published anew
  std::vector<std::string> feeds;    // paths
  std::string old;                   // where the database that was there is now; empty: none was
  bool old_read = false;             // whether it could be asked about its keys
  std::vector<ApiKey> keys_lost;     // made after the backup: they open nothing any more
  std::vector<ApiKey> keys_revoked;  // revoked after the backup: revoked again
  std::vector<FeedLink> links_lost;  // to private calendars, made after the backup: they are gone
  int links_revoked = 0;             // revoked after the backup: revoked again
  int people_erased = 0;             // erased after the backup: erased again
};

// How far a restore has come.
enum class RestoreStage { kCopied, kPublished, kInPlace };

// The data folder from a copy, as one publication of every body that was published: what the
// editions of the backup say, with every SEQUENCE over all that subscribers can have seen. Until
// the last moment everything happens beside the old database, which is kept: a crash leaves the old
// or the new whole. All logins end. The folder is made where it is missing. Refused: (kNotFound) no
// such file; (kUnavailable, kRefused) one that is damaged or does not agree with itself;
// (kConflict) a backup of another organisation, or somebody has the data folder open. The old data
// is as it was then. `at` is told of each stage.
Result<RestoreReport> Restore(const std::string& folder, const std::string& backup, Instant now,
                              const std::function<void(RestoreStage)>& at = {});

}  // namespace rytm
