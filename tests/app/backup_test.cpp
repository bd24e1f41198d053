// Copies of a data folder, and starting again from one: what subscribers have seen is never taken
// back.
#include "app/backup.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <fstream>
#include <map>
#include <thread>

#include "app/change.h"
#include "app/feed_links.h"
#include "app/planned.h"
#include "app/publish.h"
#include "app/tokens.h"
#include "app/verify.h"
#include "base/limits.h"
#include "store/person_store.h"
#include "tests/app/alby_test.h"

namespace rytm {
namespace {

namespace fs = std::filesystem;

constexpr const char* kCouncil = "alby.kf.meeting.2027-01-25";

class BackupTest : public AlbyTest {
 protected:
  void SetUp() override {
    AlbyTest::SetUp();
    Publish();
    fs::create_directory(Place("copies"));
  }

  std::string Place(const std::string& name) const { return (folder_ / name).string(); }

  Planned Load() {
    Result<Planned> planned = LoadPlanned(*database_, clock_.now);
    EXPECT_TRUE(planned.ok());
    return planned.ok() ? std::move(planned).value() : Planned();
  }
  void Publish() {
    const Result<Publication> published = rytm::Publish(
        *database_, Load(), {.bodies = {}, .until = MakeDay(2027, 12, 31), .note = {}}, clock_.now);
    ASSERT_TRUE(published.ok()) << published.error().message.sv;
  }
  // An hour later the meeting stands on another day, and everybody knows.
  void Move(Day day) {
    clock_.now += std::chrono::hours{1};
    Proposal proposal;
    proposal.adjustments.push_back({.slot = kCouncil, .day = day});
    const Result<SavedChange> saved =
        SaveChange(*database_, Load(), proposal, {"p1", "planner"}, clock_.now);
    ASSERT_TRUE(saved.ok()) << saved.error().message.sv;
    Publish();
  }
  std::string BackUpNow(const std::string& to = "") {
    const Result<BackupReport> report =
        BackUp(*database_, to.empty() ? Place("copies") : to, std::nullopt, clock_.now);
    EXPECT_TRUE(report.ok()) << report.error().message.sv;
    return report.ok() ? report.value().file : "";
  }
  // The folder as another program would find it.
  void Close() {
    sign_in_.reset();
    logins_.reset();
    api_keys_.reset();
    accounts_.reset();
    database_.reset();
  }
  void Reopen() {
    Close();
    Result<std::unique_ptr<Database>> database = OpenDataFolder(folder_.string());
    ASSERT_TRUE(database.ok()) << database.error().message.sv;
    database_ = std::move(database).value();
  }
  Result<RestoreReport> RestoreFrom(const std::string& file,
                                    const std::function<void(RestoreStage)>& at = {}) {
    Close();
    Result<RestoreReport> report = Restore(folder_.string(), file, clock_.now, at);
    Reopen();
    return report;
  }
  Event CouncilMeeting() {
    const std::vector<Edition> editions = database_->store().LatestEditions().value();
    for (const Edition& edition : editions)
      for (const Event& event : edition.events)
        if (event.uid == std::string(kCouncil) + "@alby.example") return event;
    ADD_FAILURE() << "the council does not meet";
    return {};
  }
  std::vector<std::string> Faults() {
    const Result<VerifyReport> report = VerifyData(*database_, clock_.now);
    if (!report.ok()) return {report.error().message.sv};
    std::vector<std::string> faults;
    for (const Text& fault : report.value().faults) faults.push_back(fault.sv);
    return faults;
  }
};

std::string BytesOf(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

using Strings = std::vector<std::string>;

TEST_F(BackupTest, IsOneFileThatOnlyItsOwnerReads) {
  const std::string file = BackUpNow();
  EXPECT_EQ("rytm-20261123T080000Z.sqlite", fs::path(file).filename().string());
  EXPECT_EQ(fs::perms::owner_read | fs::perms::owner_write, fs::status(file).permissions());
  EXPECT_EQ(1, std::distance(fs::directory_iterator(Place("copies")), {}));
}

TEST_F(BackupTest, KeepsTheNewestAndLeavesOtherFilesAlone) {
  std::ofstream(Place("copies/rytm-notes.sqlite")) << "mine";
  Strings removed;
  for (int i = 0; i < 4; ++i) {
    clock_.now += std::chrono::hours{24};
    const Result<BackupReport> report = BackUp(*database_, Place("copies"), 2, clock_.now);
    ASSERT_TRUE(report.ok());
    for (const std::string& file : report.value().removed)
      removed.push_back(fs::path(file).filename().string());
  }
  EXPECT_EQ((Strings{"rytm-20261124T080000Z.sqlite", "rytm-20261125T080000Z.sqlite"}), removed);
  EXPECT_EQ(3, std::distance(fs::directory_iterator(Place("copies")), {}));
}

TEST_F(BackupTest, WhatCannotBeDoneIsRefusedAndLeavesNothing) {
  const auto refusal = [&](const std::string& to, std::optional<std::size_t> keep = {}) {
    return CodeOf(BackUp(*database_, to, keep, clock_.now));
  };
  EXPECT_EQ(ErrorCode::kConflict, refusal(Place("rytm.sqlite"))) << "the data itself";
  EXPECT_EQ(ErrorCode::kBadInput, refusal(Place("copy.sqlite"), 3));
  EXPECT_EQ(ErrorCode::kUnavailable, refusal(Place("nowhere/copy.sqlite")));
  EXPECT_EQ(std::nullopt, refusal(Place("copy.sqlite")));
  EXPECT_EQ(ErrorCode::kConflict, refusal(Place("copy.sqlite")));
  for (const auto& entry : fs::directory_iterator(folder_.path()))
    EXPECT_EQ(std::string::npos, entry.path().string().find(".part")) << entry.path();
}

// Somebody writes all the time; each copy is as of one moment.
TEST_F(BackupTest, IsWholeWhileOthersWrite) {
  const auto another = OpenDataFolder(folder_.string());
  ASSERT_TRUE(another.ok());
  std::atomic<bool> enough = false;
  std::atomic<int> written = 0;
  std::thread writer([&] {
    while (!enough) {
      const std::string number = std::to_string(written);
      const Result<Done> kept = another.value()->AllOrNothing([&]() -> Result<Done> {
        for (int half = 0; half < 2; ++half)
          if (Result<Done> appended = another.value()->audit().Append(
                  EntryOf({.person = "", .via = "test", .grants = {}}, clock_.now, "half", number));
              !appended.ok())
            return appended;
        return Done{};
      });
      if (kept.ok()) ++written;
    }
  });
  Strings files;
  while (files.size() < 5) {
    files.push_back(BackUpNow(Place("copies/" + std::to_string(files.size()))));
    const int before = written;
    while (written == before) std::this_thread::yield();
  }
  enough = true;
  writer.join();
  std::size_t smallest = 0;
  for (const std::string& file : files) {
    const auto copy = OpenDatabaseFile(file);
    ASSERT_TRUE(copy.ok());
    EXPECT_TRUE(copy.value()->upkeep().Faults().value().empty());
    std::map<std::string, int> halves;
    const std::vector<AuditEntry> entries =
        copy.value()->audit().Newest(100'000, std::nullopt).value();
    for (const AuditEntry& entry : entries)
      if (entry.what == "half") ++halves[entry.subject];
    for (const auto& [number, count] : halves) EXPECT_EQ(2, count) << number;
    EXPECT_LE(smallest, halves.size());
    smallest = halves.size();
  }
}

TEST_F(BackupTest, ARestoredMeetingIsNewerThanAllThatSubscribersSaw) {
  const std::string file = BackUpNow();
  for (const unsigned day : {26U, 27U, 28U}) Move(MakeDay(2027, 1, day));
  const Event seen = CouncilMeeting();
  EXPECT_EQ(3, seen.sequence);
  clock_.now += std::chrono::hours{1};

  const Result<RestoreReport> report = RestoreFrom(file);
  ASSERT_TRUE(report.ok()) << report.error().message.sv;
  EXPECT_EQ(2, report.value().bodies);
  EXPECT_EQ(3U, report.value().feeds.size());
  const Event restored = CouncilMeeting();
  EXPECT_EQ(seen.uid, restored.uid);
  EXPECT_EQ(MakeDay(2027, 1, 25), restored.day);
  EXPECT_LT(seen.sequence, restored.sequence);
  for (const Instant modified : restored.modified) EXPECT_EQ(clock_.now, modified);
  EXPECT_EQ(Strings(), Faults());

  Move(MakeDay(2027, 1, 27));
  EXPECT_EQ(restored.sequence + 1, CouncilMeeting().sequence);
  EXPECT_EQ(seen.uid, CouncilMeeting().uid);
  EXPECT_EQ(Strings(), Faults());
}

// Its UID may have been given to a meeting that the backup does not know.
TEST_F(BackupTest, AMeetingBornAfterARestoreBeginsAtTheFloor) {
  const std::string file = BackUpNow();
  ASSERT_TRUE(RestoreFrom(file).ok());
  std::string rules = kAlby;
  rules.replace(rules.find(R"(["2027-01-25"])"), 14, R"(["2027-01-25", "2027-02-22"])");
  ASSERT_TRUE(Import(*database_, "alby.json", rules, false, clock_.now).ok());
  Publish();
  const std::vector<Edition> editions = database_->store().LatestEditions().value();
  for (const Edition& edition : editions)
    for (const Event& event : edition.events)
      EXPECT_EQ(CouncilMeeting().sequence, event.sequence) << event.uid;
  EXPECT_LT(0, CouncilMeeting().sequence);
}

TEST_F(BackupTest, WhatWasDraftStaysDraft) {
  Proposal proposal;
  proposal.adjustments.push_back({.slot = kCouncil, .day = MakeDay(2027, 1, 26)});
  ASSERT_TRUE(SaveChange(*database_, Load(), proposal, {"p1", "planner"}, clock_.now).ok());
  const std::string file = BackUpNow();
  ASSERT_TRUE(RestoreFrom(file).ok());
  EXPECT_EQ(MakeDay(2027, 1, 25), CouncilMeeting().day) << "nobody published it";
  Publish();
  EXPECT_EQ(MakeDay(2027, 1, 26), CouncilMeeting().day);
}

TEST_F(BackupTest, LoginsEndAndKeysOfLaterAreTold) {
  Add("anna");
  const std::string token = HashOf(LogIn("anna").token.bytes());
  ASSERT_TRUE(database_->logins().Find(token).value().has_value());
  const auto key = [&](const std::string& label) {
    const Result<MadeApiKey> made = api_keys_->Make(
        CommandLine(),
        {.label = label, .grants = {{Role::kReader, ""}}, .expires = clock_.now + kApiKeyLife});
    EXPECT_TRUE(made.ok());
    return made.ok() ? made.value().stored.id : "";
  };
  const std::string early = key("webben");
  const std::string file = BackUpNow();
  clock_.now += std::chrono::hours{1};
  const std::string late = key("intranätet");
  ASSERT_TRUE(api_keys_->Revoke(CommandLine(), early).ok());

  const Result<RestoreReport> report = RestoreFrom(file);
  ASSERT_TRUE(report.ok());
  EXPECT_TRUE(report.value().old_read);
  ASSERT_EQ(1U, report.value().keys_lost.size());
  EXPECT_EQ(late, report.value().keys_lost[0].id);
  ASSERT_EQ(1U, report.value().keys_revoked.size());
  EXPECT_EQ(early, report.value().keys_revoked[0].id);
  const std::vector<ApiKey> keys = database_->api_keys().All().value();
  ASSERT_EQ(1U, keys.size());
  EXPECT_TRUE(keys[0].revoked.has_value());
  const std::vector<AuditEntry> log = database_->audit().Newest(1, std::nullopt).value();
  EXPECT_EQ("restored", log.at(0).what);
  EXPECT_FALSE(database_->logins().Find(token).value().has_value());
}

TEST_F(BackupTest, WhoWasErasedOrTakenALinkFromSinceStaysSo) {
  People people(*database_, clock_, randomness_);
  FeedLinks links(*database_, clock_, randomness_);
  const auto add = [&](const std::string& name) {
    return people
        .Save(
            CommandLine(),
            {.id = "", .name = name, .assignments = {{.body = "ks", .from = MakeDay(2027, 1, 1)}}})
        .value()
        .id;
  };
  const auto link = [&](const std::string& person) {
    return links.MakeOwn(person, {.name = "telefon", .choice = {}}).value().link.id;
  };
  const std::string anna = add("Anna");
  const std::string bo = add("Bo");
  const std::string early = link(anna);
  const std::string file = BackUpNow();
  clock_.now += std::chrono::hours{1};
  const std::string late = link(anna);
  ASSERT_TRUE(links.Revoke(CommandLine(), early).ok());
  ASSERT_TRUE(people.Erase(CommandLine(), bo).ok());

  const Result<RestoreReport> report = RestoreFrom(file);
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(1, report.value().people_erased);
  EXPECT_EQ(1, report.value().links_revoked);
  ASSERT_EQ(1U, report.value().links_lost.size());
  EXPECT_EQ(late, report.value().links_lost[0].id);
  EXPECT_EQ(std::nullopt, database_->people().Find(bo).value());
  EXPECT_TRUE(database_->people().Find(anna).value().has_value());
  EXPECT_TRUE(database_->feed_links().Find(early).value()->revoked.has_value());
}

TEST_F(BackupTest, ADamagedCopyIsRefusedAndTheOldDataStays) {
  const std::string file = BackUpNow();
  Move(MakeDay(2027, 1, 26));
  const std::string whole = BytesOf(file);
  std::string inside = whole;
  std::fill(inside.begin() + 8192, inside.begin() + 40'000, '?');
  const std::pair<const char*, std::string> damaged[] = {
      {"empty", ""},
      {"text", "Sammanträdesplan 2027" + std::string(4096, '-')},
      {"cut off", whole.substr(0, whole.size() / 2)},
      {"overwritten", inside}};
  for (const auto& [what, bytes] : damaged) {
    std::ofstream(Place("damaged.sqlite"), std::ios::binary | std::ios::trunc) << bytes;
    const Result<RestoreReport> report = RestoreFrom(Place("damaged.sqlite"));
    ASSERT_FALSE(report.ok()) << what;
    EXPECT_FALSE(report.error().message.sv.empty()) << what;
    EXPECT_EQ(MakeDay(2027, 1, 26), CouncilMeeting().day) << what;
    EXPECT_EQ(Strings(), Faults()) << what;
    EXPECT_FALSE(fs::exists(Place("rytm.sqlite.restoring"))) << what;
  }
  EXPECT_EQ(ErrorCode::kNotFound, CodeOf(RestoreFrom(Place("not-there.sqlite"))));
}

TEST_F(BackupTest, ADamagedDataFolderIsWhatRestoringIsFor) {
  const std::string file = BackUpNow();
  Close();
  std::ofstream(Place("rytm.sqlite"), std::ios::binary) << std::string(100'000, '?');
  std::ofstream(Place("rytm.sqlite-wal"), std::ios::binary) << std::string(100'000, '!');
  const Result<RestoreReport> report = RestoreFrom(file);
  ASSERT_TRUE(report.ok()) << report.error().message.sv;
  EXPECT_FALSE(report.value().old_read);
  EXPECT_EQ(std::string(100'000, '?'), BytesOf(report.value().old)) << "it is kept";
  EXPECT_EQ(Strings(), Faults());
}

TEST_F(BackupTest, RestoresIntoANewFolderButNotIntoAnothersOrOneInUse) {
  const std::string file = BackUpNow();
  ASSERT_TRUE(Restore(Place("new/data"), file, clock_.now).ok());
  EXPECT_TRUE(OpenDataFolder(Place("new/data")).ok());

  EXPECT_EQ(ErrorCode::kConflict, CodeOf(Restore(folder_.string(), file, clock_.now)))
      << "this test has it open";
  EXPECT_EQ(0, CouncilMeeting().sequence);

  std::string other = kAlby;
  other.replace(other.find("alby.example"), 12, "annan.example");
  const auto others = MakeDataFolder(Place("other"));
  ASSERT_TRUE(ImportFirst(*others.value(), "annan.json", other, clock_.now).ok());
  EXPECT_EQ(ErrorCode::kConflict, CodeOf(Restore(Place("other"), file, clock_.now)));
}

// Killed at each stage by a signal that nothing can catch: the old or the new, whole.
TEST_F(BackupTest, ARestoreThatIsKilledLeavesTheOldOrTheNew) {
  const std::string file = BackUpNow();
  Move(MakeDay(2027, 1, 26));
  const std::pair<RestoreStage, Day> stages[] = {{RestoreStage::kCopied, MakeDay(2027, 1, 26)},
                                                 {RestoreStage::kPublished, MakeDay(2027, 1, 26)},
                                                 {RestoreStage::kInPlace, MakeDay(2027, 1, 25)}};
  Close();
  for (const auto& [stage, day] : stages) {
    const pid_t child = fork();
    if (child == 0) {
      const auto at = [kill_at = stage](RestoreStage reached) {
        if (reached == kill_at) raise(SIGKILL);
      };
      const bool ok = Restore(folder_.string(), file, clock_.now, at).ok();
      _exit(ok ? 0 : 1);
    }
    int status = 0;
    ASSERT_EQ(child, waitpid(child, &status, 0));
    ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    Reopen();
    EXPECT_EQ(day, CouncilMeeting().day);
    EXPECT_EQ(Strings(), Faults());
    Close();
  }
  Reopen();
  EXPECT_TRUE(RestoreFrom(file).ok()) << "what was left over is in nobody's way";
}

// --- verify

TEST_F(BackupTest, VerifyCountsWhatIsThere) {
  Move(MakeDay(2027, 1, 26));
  const Result<VerifyReport> report = VerifyData(*database_, clock_.now);
  ASSERT_TRUE(report.ok());
  EXPECT_TRUE(report.value().faults.empty());
  const StoredAmounts amounts{
      .editions = 3, .events = 3, .feeds = 3, .slots = 2, .adjustments = 1, .batches = 2};
  EXPECT_EQ(amounts, report.value().amounts);
}

TEST_F(BackupTest, RulesThatAreDraftAreNoFault) {
  std::string rules = kAlby;
  rules.replace(rules.find("Kommunfullmäktige"), 3, "Alby kom");
  ASSERT_TRUE(Import(*database_, "alby.json", rules, false, clock_.now).ok());
  EXPECT_EQ(Strings(), Faults());
}

// What nobody can do through the stores, and one fault it is told by.
// ".day2" is the second day of a meeting; what else begins so is a name.
TEST_F(BackupTest, ABodyMayBeCalledSomethingWithDay) {
  std::string rules = kAlby;
  rules.insert(rules.find("\"bodies\": [") + 11, R"(
    {"id": "daycare", "kind": "committee", "name": "Förskolenämnden", "series": [{"id": "meeting",
     "when": {"dates": ["2027-02-01"]}, "at": "09:00", "lasts": "PT6H", "days": 2}]},)");
  const Result<ImportReport> report = Import(*database_, "alby.json", rules, false, clock_.now);
  ASSERT_TRUE(report.ok()) << report.error().problems[0].what.sv;
  Publish();
  EXPECT_EQ(Strings(), Faults());
}

TEST_F(BackupTest, VerifyTellsWhatIsWrong) {
  Move(MakeDay(2027, 1, 26));
  const std::string good = BackUpNow();
  const std::pair<const char*, const char*> wrongs[] = {
      {"DROP TRIGGER edition_stays", "Saknas, eller är ändrad: trigger edition_stays"},
      {"CREATE TABLE extra (a)", "Hör inte hit, eller är ändrad: table extra"},
      {"UPDATE feed SET body = CAST('x' AS BLOB) WHERE path LIKE '%kf.ics'",
       "Flödets ETag är inte dess innehålls: /feeds/alby/kf.ics"},
      {"UPDATE feed SET etag = '\"1\"' WHERE path LIKE '%ks.ics'",
       "Flödet är ett annat än vad utgåvorna ger: /feeds/alby/ks.ics"},
      {"DROP TRIGGER slot_stays; DELETE FROM slot WHERE body = 'kf'",
       "Publicerat utan tillfälle: alby.kf.meeting.2027-01-25@alby.example"},
      {"DROP TRIGGER slot_stays; DELETE FROM slot",
       "Ändringen gäller ett tillfälle som inte finns: 1 alby.kf.meeting.2027-01-25"},
      {"DROP TRIGGER event_is_immutable; UPDATE event SET sequence = 9 WHERE edition_number = 1",
       "Händelsens SEQUENCE sjunker från en utgåva till nästa: "
       "alby.kf.meeting.2027-01-25@alby.example"},
      {"DROP TRIGGER edition_is_immutable; PRAGMA foreign_keys = OFF; UPDATE edition SET number = "
       "3 WHERE number = 2",
       "Rader pekar på något som inte finns: event → edition (1)"},
      {"PRAGMA foreign_keys = OFF; DELETE FROM revision WHERE id = (SELECT max(id) FROM revision)",
       "Rader pekar på något som inte finns: edition → revision (1)"},
      {"DROP TRIGGER event_is_immutable; UPDATE event SET day = 'tisdag'",
       "Databasen innehåller något som inte är Rytms: the store holds a value it could not have "
       "written"},
      {"DELETE FROM rules_text",
       "Planen går inte att räkna fram: Datamappen har inga regler än. Läs in en fil med rytm "
       "import."}};
  for (const auto& [sql, told] : wrongs) {
    Close();
    fs::copy_file(good, Place("rytm.sqlite"), fs::copy_options::overwrite_existing);
    SQLite::Database(Place("rytm.sqlite"), SQLite::OPEN_READWRITE).exec(sql);
    Reopen();
    const Strings faults = Faults();
    EXPECT_EQ(1, std::count(faults.begin(), faults.end(), told)) << sql << "\n"
                                                                 << testing::PrintToString(faults);
  }
}

}  // namespace
}  // namespace rytm
