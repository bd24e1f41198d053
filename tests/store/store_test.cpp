// The store on a real SQLite file: what is written is read back, nothing is half written, nothing
// published changes.
#include "store/store.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <fstream>
#include <thread>

#include "tests/store/database_test.h"

namespace rytm {
namespace {

const Instant kMonday = *ParseInstant("2026-11-23T14:02:00Z");
const Instant kTuesday = *ParseInstant("2026-11-24T08:00:00Z");

Event Meeting(const std::string& uid, Day day) {
  Event event;
  event.uid = uid;
  event.body = "ks";
  event.origin = "meeting";
  event.with = {"bun", "soc"};
  event.day = day;
  event.at = TimeOfDay{13 * 60 + 30};
  event.lasts = Minutes{180};
  event.title = Text("Kommunstyrelsen: sammanträde", "Executive Board: meeting");
  event.description = Text("Årsredovisning; \"mål\", och\nbudget", "Annual report");
  event.place = Text("Stora salen");
  event.link = "https://mote.example/ks";
  event.open = Openness::kPartly;
  event.mode = Mode::kHybrid;
  event.webcast = true;
  event.status = EventStatus::kTentative;
  event.first_day = day - Days{7};
  event.first_at = TimeOfDay{0};
  event.public_reason = Text("Valdagen");
  event.parent_uid = "ekeby.kf.meeting.2027-01-25@ekeby.example";
  event.levels = {Level::kPublic, Level::kOfficial};
  event.sequence = 3;
  event.created = kMonday;
  event.modified.fill(kMonday);
  event.modified[4] = kTuesday;
  event.dropped_on = day;
  event.chain = {{Text("Kallelse", "Notice"), day - Days{7}, std::nullopt, {Level::kMember}},
                 {Text("Presidium"), day - Days{21}, TimeOfDay{8 * 60}, {Level::kSecretariat}}};
  return event;
}

Event Deadline(const std::string& uid, Day day) {
  Event event;
  event.uid = uid;
  event.kind = EventKind::kStep;
  event.body = "ks";
  event.day = day;
  event.title = Text("Ärendestopp", "Item deadline");
  event.created = kMonday;
  event.modified.fill(kMonday);
  return event;
}

Edition EditionOf(int number, std::vector<Event> events) {
  return {.organisation = "ekeby",
          .body = "ks",
          .body_name = Text("Kommunstyrelsen", "Executive Board"),
          .number = number,
          .published = kMonday,
          .until = MakeDay(2030, 12, 31),
          .note = Text("Första utgåvan", "First edition"),
          .events = std::move(events)};
}

// The store of a database that stays open as long as this.
struct OpenedStore {
  std::unique_ptr<Database> database;
  Store* operator->() const { return &database->store(); }
};

class StoreTest : public DatabaseTest {
 protected:
  OpenedStore Open(bool create) { return {OpenDatabase(create)}; }
  ErrorCode Refusal(bool create) {
    const Result<std::unique_ptr<Database>> database = Database::Open(file_, create, migrations_);
    EXPECT_FALSE(database.ok());
    return database.ok() ? ErrorCode::kBadInput : database.error().code;
  }
};

TEST_F(StoreTest, AnEditionIsReadBackAsItWasPublished) {
  const Edition edition = EditionOf(1, {Deadline("a@ekeby.example", MakeDay(2027, 3, 1)),
                                        Meeting("b@ekeby.example", MakeDay(2027, 3, 24))});
  {
    const auto store = Open(true);
    ASSERT_TRUE(store->Publish({edition}, {}, kMonday, 0).ok());
  }
  const auto store = Open(false);
  const auto editions = store->LatestEditions();
  ASSERT_TRUE(editions.ok());
  ASSERT_EQ(1U, editions.value().size());
  const Edition& read = editions.value().front();
  EXPECT_EQ(edition.events, read.events);
  EXPECT_EQ(edition.note, read.note);
  EXPECT_EQ(edition.body_name, read.body_name);
  EXPECT_EQ(edition.until, read.until);
  EXPECT_EQ(edition.published, read.published);
}

TEST_F(StoreTest, TheLatestEditionOfABodyCounts) {
  const auto store = Open(true);
  ASSERT_TRUE(
      store->Publish({EditionOf(1, {Meeting("a@x", MakeDay(2027, 1, 20))})}, {}, kMonday, 0).ok());
  ASSERT_TRUE(
      store->Publish({EditionOf(2, {Meeting("a@x", MakeDay(2027, 1, 27))})}, {}, kTuesday, 1).ok());
  const auto editions = store->LatestEditions();
  ASSERT_EQ(1U, editions.value().size());
  EXPECT_EQ(2, editions.value().front().number);
  EXPECT_EQ(MakeDay(2027, 1, 27), editions.value().front().events.front().day);
}

TEST_F(StoreTest, FeedsAreServedByteForByte) {
  const std::string body("BEGIN:VCALENDAR\r\n\0END:VCALENDAR\r\n", 33);
  const auto store = Open(true);
  ASSERT_TRUE(
      store->Publish({}, {{"/feeds/ekeby/ks.ics", "\"1\"", kMonday, body}}, kMonday, 0).ok());
  ASSERT_TRUE(
      store->Publish({}, {{"/feeds/ekeby/kf.ics", "\"2\"", kTuesday, "x"}}, kTuesday, 1).ok());
  const auto feeds = store->Feeds();
  ASSERT_EQ(2U, feeds.value().size());
  EXPECT_EQ("/feeds/ekeby/kf.ics", feeds.value()[0].path);
  EXPECT_EQ(body, feeds.value()[1].body);
  EXPECT_EQ("\"1\"", feeds.value()[1].etag);
  EXPECT_EQ(kMonday, feeds.value()[1].last_modified);
}

TEST_F(StoreTest, ThePublicationOfAStalePlanIsRefusedAndLeavesNothing) {
  const auto store = Open(true);
  ASSERT_EQ(1, store->SaveRules({.revision = 0, .imported = kMonday, .texts = {}}).value());
  const auto refused = store->Publish({EditionOf(1, {})}, {}, kMonday, 0);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(ErrorCode::kConflict, refused.error().code);
  EXPECT_TRUE(store->LatestEditions().value().empty());
  EXPECT_EQ(1, store->Newest().value().any);
}

TEST_F(StoreTest, AFaultyEditionLeavesTheWholePublicationOut) {
  const auto store = Open(true);
  const Event event = Meeting("a@x", MakeDay(2027, 1, 20));
  EXPECT_THROW(
      (void)store->Publish({EditionOf(1, {event}), EditionOf(2, {event, event})}, {}, kMonday, 0),
      SQLite::Exception);  // one UID twice in an edition is our own mistake
  EXPECT_TRUE(store->LatestEditions().value().empty());
  EXPECT_EQ(0, store->Newest().value().any);
}

TEST_F(StoreTest, RulesAreKeptWithTheTextsTheyLeanOn) {
  using Kind = StoredRules::SourceText::Kind;
  {
    const auto store = Open(true);
    EXPECT_FALSE(store->Rules().value().has_value());
    ASSERT_TRUE(
        store
            ->SaveRules(
                {.revision = 0, .imported = kMonday, .texts = {{Kind::kOrganisation, "old", "{}"}}})
            .ok());
    ASSERT_TRUE(store
                    ->SaveRules({.revision = 0,
                                 .imported = kTuesday,
                                 .texts = {{Kind::kOrganisation, "ekeby.json", "{\"å\": 1}"},
                                           {Kind::kGuide, "g", "[]"}}})
                    .ok());
  }
  const auto rules = Open(false)->Rules();
  ASSERT_TRUE(rules.value().has_value());
  EXPECT_EQ(2, rules.value()->revision);
  EXPECT_EQ(kTuesday, rules.value()->imported);
  ASSERT_EQ(2U, rules.value()->texts.size());
  EXPECT_EQ("{\"å\": 1}", rules.value()->texts[0].text);
  EXPECT_EQ(Kind::kGuide, rules.value()->texts[1].kind);
}

TEST_F(StoreTest, PublishedEditionsCannotBeChangedNotEvenInSql) {
  const auto store = Open(true);
  ASSERT_TRUE(
      store->Publish({EditionOf(1, {Meeting("a@x", MakeDay(2027, 1, 20))})}, {}, kMonday, 0).ok());
  SQLite::Database other(file_, SQLite::OPEN_READWRITE);
  for (const char* sql : {"UPDATE edition SET until = '2028-01-01'", "DELETE FROM edition",
                          "DELETE FROM event", "UPDATE event SET day = '2027-02-02'",
                          "DELETE FROM event_step", "UPDATE event_step SET day = '2027-02-02'",
                          "INSERT OR REPLACE INTO edition SELECT * FROM edition",
                          "INSERT OR REPLACE INTO event SELECT * FROM event",
                          "INSERT OR REPLACE INTO event_step SELECT * FROM event_step"})
    EXPECT_THROW(other.exec(sql), SQLite::Exception) << sql;
}

TEST_F(StoreTest, SeveralWritesAreKeptTogetherOrNotAtAll) {
  const OpenedStore store = Open(true);
  const StoredRules rules{.revision = 0, .imported = kMonday, .texts = {}};
  const Error refusal{.code = ErrorCode::kConflict, .message = Text("nej"), .problems = {}};
  const auto write = [&](bool refused_inside, bool refused_at_the_end) {
    return store.database->AllOrNothing([&]() -> Result<Done> {
      if (!store->SaveRules(rules).ok()) return refusal;
      // A refusal inside undoes its own part only; what comes of the whole is for `work` to say.
      const bool published =
          store->Publish({EditionOf(1, {})}, {}, kMonday, refused_inside ? 99 : 1).ok();
      EXPECT_NE(refused_inside, published);
      if (refused_at_the_end) return refusal;
      return Done{};
    });
  };
  EXPECT_FALSE(write(false, true).ok());
  EXPECT_EQ(0, store->Newest().value().any);
  EXPECT_THROW((void)store.database->AllOrNothing([&]() -> Result<Done> {
    (void)store->SaveRules(rules);
    throw std::runtime_error("our own mistake");
  }),
               std::runtime_error);
  EXPECT_EQ(0, store->Newest().value().any);
  EXPECT_TRUE(write(true, false).ok());
  EXPECT_EQ(1, store->Newest().value().any);
  EXPECT_TRUE(store->LatestEditions().value().empty());
}

TEST_F(StoreTest, ThreadsWaitForEachOther) {
  const OpenedStore store = Open(true);
  constexpr int kThreads = 4;
  constexpr int kWrites = 10;
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i)
    threads.emplace_back([&] {
      for (int n = 0; n < kWrites; ++n)
        EXPECT_TRUE(store.database
                        ->AllOrNothing([&]() -> Result<Done> {
                          const Revision seen = store->Newest().value().any;
                          const Result<Revision> saved =
                              store->SaveRules({.revision = 0, .imported = kMonday, .texts = {}});
                          EXPECT_EQ(seen + 1, saved.value()) << "nobody wrote in between";
                          return Done{};
                        })
                        .ok());
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(kThreads * kWrites, store->Newest().value().any);
}

TEST_F(StoreTest, OpeningSaysWhatIsWrong) {
  EXPECT_EQ(ErrorCode::kNotFound, Refusal(false));
  Open(true);
  EXPECT_EQ(ErrorCode::kConflict, Refusal(true));
  const std::string other = sql_.front() + "\n";  // a migration that is not the one applied
  migrations_.front().sql = other;
  EXPECT_EQ(ErrorCode::kConflict, Refusal(false));
  migrations_.clear();  // written by a newer version
  EXPECT_EQ(ErrorCode::kConflict, Refusal(false));
}

TEST_F(StoreTest, AFileThatIsNoDatabaseIsToldSo) {
  std::ofstream(file_) << "Sammanträdesplan 2027, inte en databas. " << std::string(4096, '-');
  EXPECT_EQ(ErrorCode::kUnavailable, Refusal(false));
}

// The kernel refuses to let any file grow past the limit: what a full disk does, without filling
// one.
class NoRoomOnDisk {
 public:
  explicit NoRoomOnDisk(rlim_t bytes_max) : old_handler_(signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &old_limit_);
    const rlimit limit{bytes_max, old_limit_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~NoRoomOnDisk() {
    setrlimit(RLIMIT_FSIZE, &old_limit_);
    signal(SIGXFSZ, old_handler_);
  }
  NoRoomOnDisk(const NoRoomOnDisk&) = delete;
  NoRoomOnDisk& operator=(const NoRoomOnDisk&) = delete;

 private:
  sighandler_t old_handler_;
  rlimit old_limit_{};
};

TEST_F(StoreTest, AFullDiskLeavesTheOldEditionInForce) {
  const auto store = Open(true);
  ASSERT_TRUE(
      store->Publish({EditionOf(1, {Meeting("a@x", MakeDay(2027, 1, 20))})}, {}, kMonday, 0).ok());
  const StoredFeed large{"/feeds/ekeby/all.ics", "\"9\"", kTuesday,
                         std::string(8 * 1024 * 1024, 'x')};
  {
    const NoRoomOnDisk no_room(1024 * 1024);
    const auto refused = store->Publish({EditionOf(2, {})}, {large}, kTuesday, 1);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(ErrorCode::kUnavailable, refused.error().code);
    EXPECT_FALSE(refused.error().message.sv.empty());
  }
  ASSERT_EQ(1U, store->LatestEditions().value().size());
  EXPECT_EQ(1, store->LatestEditions().value().front().number);
  EXPECT_TRUE(store->Publish({EditionOf(2, {})}, {large}, kTuesday, 1).ok())
      << "once there is room again";
}

}  // namespace
}  // namespace rytm
