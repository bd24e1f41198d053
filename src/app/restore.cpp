// Starting again from a backup.
#include <algorithm>
#include <filesystem>
#include <system_error>

#include "app/actor.h"
#include "app/backup.h"
#include "app/data_folder.h"
#include "app/mail_tick.h"
#include "app/planned.h"
#include "app/public_feeds.h"
#include "base/system_reason.h"
#include "edition/republish.h"
#include "store/login_store.h"
#include "store/outbox.h"
#include "store/person_store.h"
#include "store/upkeep.h"

namespace rytm {
namespace {

namespace fs = std::filesystem;

// What the database that is there knows and the backup does not.
struct OldData {
  std::string organisation;  // "ekeby@ekeby.example"
  std::vector<ApiKey> keys;
  std::vector<HashedFeedLink> links;
  std::vector<std::string> erased;  // ids of people
};

std::string OrganisationOf(const Planned& planned) {
  return planned.organisation->id + "@" + planned.organisation->host;
}

// Nothing where there is none, or it cannot be read: restoring is for that too.
std::optional<OldData> ReadOld(const std::string& file, Instant now) {
  if (!fs::exists(file)) return std::nullopt;
  const Result<std::unique_ptr<Database>> old = OpenDatabaseFile(file);
  if (!old.ok()) return std::nullopt;
  const Result<Planned> planned = LoadPlanned(*old.value(), now);
  Result<std::vector<ApiKey>> keys = old.value()->api_keys().All();
  Result<std::vector<HashedFeedLink>> links = old.value()->feed_links().All();
  Result<std::vector<std::string>> erased = old.value()->people().Erased();
  if (!planned.ok() || !keys.ok() || !links.ok() || !erased.ok()) return std::nullopt;
  return OldData{OrganisationOf(planned.value()), std::move(keys).value(), std::move(links).value(),
                 std::move(erased).value()};
}

Error OfAnother(const std::string& here, const std::string& backup) {
  return Refuse(ErrorCode::kConflict,
                Text("Säkerhetskopian hör till " + backup + ", datamappen till " + here + ".",
                     "The backup belongs to " + backup + ", the data folder to " + here + "."));
}

Error NotWhole(const std::vector<Text>& faults) {
  Error error =
      Refuse(ErrorCode::kRefused, Text("Säkerhetskopian är inte hel. Datamappen är som den var.",
                                       "The backup is not whole. The data folder is as it was."));
  for (const Text& fault : faults)
    error.problems.push_back({.file = "", .pointer = "", .what = fault, .instead = {}});
  return error;
}

// The copy that is to stand in the data folder, while it is made ready.
class Fresh {
 public:
  Fresh(Database& database, Instant now) : database_(database), now_(now) {}

  Result<Done> Check(const std::optional<OldData>& old) {
    // Not its feeds: another version of the program may have written them otherwise.
    const Result<std::vector<Text>> faults = database_.upkeep().Faults();
    if (!faults.ok()) return faults.error();
    if (!faults.value().empty()) return NotWhole(faults.value());
    Result<Planned> planned = LoadPlanned(database_, now_);
    if (!planned.ok()) return planned.error();
    planned_ = std::move(planned).value();
    if (old && old->organisation != OrganisationOf(planned_))
      return OfAnother(old->organisation, OrganisationOf(planned_));
    return Done{};
  }

  // Everything that is to be different from the backup, or nothing.
  Result<RestoreReport> Publish(const std::optional<OldData>& old) {
    RestoreReport report;
    const Result<Done> done = database_.AllOrNothing([&]() -> Result<Done> {
      if (Result<Done> published = PublishAnew(report); !published.ok()) return published;
      if (Result<Done> ended = database_.logins().EndAll(); !ended.ok()) return ended;
      if (Result<Done> begun = BeginMail(database_, now_); !begun.ok()) return begun;
      // What waited then was sent since, as far as anybody knows.
      if (const auto dropped = database_.outbox().DropWaiting("restored", now_); !dropped.ok())
        return dropped.error();
      report.old_read = old.has_value();
      if (!old) return Done{};
      if (Result<Done> compared = CompareKeys(old->keys, report); !compared.ok()) return compared;
      return KeepTaken(*old, report);
    });
    if (!done.ok()) return done.error();
    return report;
  }

 private:
  Result<Done> PublishAnew(RestoreReport& report) {
    const Result<std::optional<Instant>> made = database_.store().MadeAt(planned_.revision());
    if (!made.ok()) return made.error();
    report.backed_up = made.value().value_or(now_);
    const std::string moment = FormatInstant(report.backed_up);
    const int floor = SequenceFloorAt(now_);
    const std::vector<Edition> editions =
        Republish(*planned_.editions, floor, now_,
                  Text("Återställd ur en säkerhetskopia från " + moment,
                       "Restored from a backup of " + moment));
    report.bodies = static_cast<int>(editions.size());
    const Result<std::vector<StoredFeed>> before = database_.store().Feeds();
    if (!before.ok()) return before.error();
    const Result<std::vector<StoredFeed>> feeds =
        ChangedFeeds(*planned_.organisation, editions, before.value(), now_);
    if (!feeds.ok()) return feeds.error();
    for (const StoredFeed& feed : feeds.value()) report.feeds.push_back(feed.path);
    const Result<Revision> revision =
        database_.store().Publish(editions, feeds.value(), now_, planned_.revision());
    if (!revision.ok()) return revision.error();
    if (Result<Done> noted = database_.upkeep().NoteRestore(revision.value(), floor); !noted.ok())
      return noted;
    return database_.audit().Append(
        EntryOf(CommandLine(), now_, "restored", moment, "", revision.value()));
  }

  Result<Done> CompareKeys(const std::vector<ApiKey>& old, RestoreReport& report) {
    const Result<std::vector<ApiKey>> ours = database_.api_keys().All();
    if (!ours.ok()) return ours.error();
    for (const ApiKey& key : old) {
      const auto known = std::find_if(ours.value().begin(), ours.value().end(),
                                      [&](const ApiKey& one) { return one.id == key.id; });
      if (known == ours.value().end()) {
        report.keys_lost.push_back(key);
      } else if (key.revoked && !known->revoked) {
        const Result<bool> revoked = database_.api_keys().Revoke(key.id, *key.revoked);
        if (!revoked.ok()) return revoked.error();
        report.keys_revoked.push_back(key);
      }
    }
    return Done{};
  }

  // Whoever was taken a link from, or was erased, since the backup stays so.
  Result<Done> KeepTaken(const OldData& old, RestoreReport& report) {
    for (const HashedFeedLink& one : old.links) {
      const Result<std::optional<FeedLink>> known = database_.feed_links().Find(one.link.id);
      if (!known.ok()) return known.error();
      if (!known.value()) {
        if (!one.link.revoked) report.links_lost.push_back(one.link);
        continue;
      }
      if (!one.link.revoked || known.value()->revoked) continue;
      const Result<bool> revoked = database_.feed_links().Revoke(one.link.id, *one.link.revoked);
      if (!revoked.ok()) return revoked.error();
      ++report.links_revoked;
    }
    for (const std::string& id : old.erased) {
      const Result<std::optional<Person>> known = database_.people().Find(id);
      if (!known.ok()) return known.error();
      if (!known.value()) continue;
      if (Result<Done> erased = database_.people().Erase(id, now_); !erased.ok()) return erased;
      ++report.people_erased;
    }
    return Done{};
  }

  Database& database_;
  Instant now_;
  Planned planned_;
};

// Of a restore that was cut off.
void RemoveLeftOver(const std::string& working) {
  std::error_code ignored;  // what cannot be removed cannot be written either, and that is told
  for (const char* suffix : {"", "-wal", "-shm", "-journal"}) fs::remove(working + suffix, ignored);
}

Result<RestoreReport> MakeReady(const std::string& working, const std::optional<OldData>& old,
                                Instant now) {
  const Result<std::unique_ptr<Database>> database = OpenDatabaseFile(working);
  if (!database.ok()) return database.error();
  Fresh fresh(*database.value(), now);
  if (const Result<Done> checked = fresh.Check(old); !checked.ok()) return checked.error();
  Result<RestoreReport> report = fresh.Publish(old);
  if (!report.ok()) return report;
  const Result<Done> one = database.value()->upkeep().MakeOneFile();
  if (!one.ok()) return one.error();
  return report;
}

// "rytm.sqlite.before-2026-11-25T18-15-30Z", and ".2" for the second within a second.
std::string NameForOld(const std::string& file, Instant now) {
  std::string stem = file + ".before-" + FormatInstant(now);
  std::replace(stem.begin(), stem.end(), ':', '-');
  std::string name = stem;
  for (int copy = 2; fs::exists(name); ++copy) name = stem + "." + std::to_string(copy);
  return name;
}

}  // namespace

Result<RestoreReport> Restore(const std::string& folder, const std::string& backup, Instant now,
                              const std::function<void(RestoreStage)>& at) {
  if (!fs::is_regular_file(backup))
    return Refuse(ErrorCode::kNotFound, Text("Det finns ingen säkerhetskopia " + backup + ".",
                                             "There is no backup " + backup + "."));
  const auto tell = [&](RestoreStage stage) {
    if (at) at(stage);
  };
  if (const Result<Done> made = MakeFolder(folder); !made.ok()) return made.error();
  const std::string file = DatabaseFile(folder);
  const std::string working = file + ".restoring";
  RemoveLeftOver(working);
  const std::optional<OldData> old = ReadOld(file, now);
  if (const Result<Done> copied = CopyDatabase(backup, working); !copied.ok()) {
    RemoveLeftOver(working);
    return copied.error();
  }
  tell(RestoreStage::kCopied);
  Result<RestoreReport> report = MakeReady(working, old, now);
  if (report.ok()) {
    tell(RestoreStage::kPublished);
    const bool was_there = fs::exists(file);
    const std::string kept = NameForOld(file, now);
    const Result<Done> placed = PutInPlace(working, file, kept);
    if (!placed.ok()) report = placed.error();
    if (placed.ok() && was_there) report.value().old = kept;
  }
  RemoveLeftOver(working);
  if (report.ok()) tell(RestoreStage::kInPlace);
  return report;
}

}  // namespace rytm
