#include <array>
#include <limits>
#include <map>
#include <stdexcept>

#include "store/adoption_rows.h"
#include "store/event_rows.h"
#include "store/sqlite_stores.h"

namespace rytm {
namespace {

constexpr std::array kTextKinds{"organisation", "template", "guide", "deadlines"};

Text TextFrom(SQLite::Statement& row, int column) {
  return {row.getColumn(column).getString(), row.getColumn(column + 1).getString()};
}

StoredRules::SourceText::Kind KindNamed(const std::string& name) {
  for (std::size_t i = 0; i < kTextKinds.size(); ++i)
    if (kTextKinds[i] == name) return static_cast<StoredRules::SourceText::Kind>(i);
  throw std::runtime_error("the store holds a kind of text it could not have written");
}

class SqliteStore final : public Store {
 public:
  explicit SqliteStore(Connection& connection)
      : connection_(connection), database_(connection.sqlite) {}

  Result<std::optional<StoredRules>> Rules() override {
    return RulesAt(std::numeric_limits<Revision>::max());
  }

  Result<std::optional<StoredRules>> RulesAt(Revision revision) override {
    return Guarded(connection_, [&]() -> Result<std::optional<StoredRules>> {
      StoredRules rules;
      SQLite::Statement latest(database_,
                               "SELECT id, made FROM revision WHERE id = (SELECT max(revision) "
                               "FROM rules_text WHERE revision <= ?)");
      latest.bind(1, revision);
      if (!latest.executeStep()) return std::optional<StoredRules>();
      rules.revision = latest.getColumn(0).getInt64();
      rules.imported = Stored(ParseInstant(latest.getColumn(1).getString()));
      SQLite::Statement texts(
          database_,
          "SELECT kind, name, text FROM rules_text WHERE revision = ? ORDER BY position");
      texts.bind(1, rules.revision);
      while (texts.executeStep())
        rules.texts.push_back({.kind = KindNamed(texts.getColumn(0).getString()),
                               .name = texts.getColumn(1).getString(),
                               .text = texts.getColumn(2).getString()});
      return std::optional(std::move(rules));
    });
  }

  Result<Revision> SaveRules(const StoredRules& rules) override {
    return Guarded(connection_, [&]() -> Result<Revision> {
      Transaction transaction(connection_);
      const Revision revision = NewRevision(connection_, rules.imported, "rules");
      SQLite::Statement insert(
          database_,
          "INSERT INTO rules_text (revision, position, kind, name, text) VALUES (?, ?, ?, ?, ?)");
      for (std::size_t i = 0; i < rules.texts.size(); ++i) {
        insert.bind(1, revision);
        insert.bind(2, static_cast<std::int64_t>(i));
        insert.bind(3, kTextKinds.at(static_cast<std::size_t>(rules.texts[i].kind)));
        insert.bind(4, rules.texts[i].name);
        insert.bind(5, rules.texts[i].text);
        insert.exec();
        insert.reset();
      }
      transaction.Commit();
      return revision;
    });
  }

  Result<std::vector<Edition>> LatestEditions() override {
    return Guarded(connection_, [&]() -> Result<std::vector<Edition>> {
      SQLite::Statement rows(database_,
                             SelectEditions() +
                                 "WHERE number = (SELECT max(number) FROM edition AS later "
                                 "WHERE later.body = edition.body) ORDER BY body");
      std::vector<Edition> editions = ReadEditions(rows);
      for (Edition& edition : editions) ReadEvents(edition);
      return editions;
    });
  }

  Result<std::vector<Edition>> EditionsOf(const std::string& body) override {
    return Guarded(connection_, [&]() -> Result<std::vector<Edition>> {
      SQLite::Statement rows(database_, SelectEditions() + "WHERE body = ? ORDER BY number DESC");
      rows.bind(1, body);
      return ReadEditions(rows);
    });
  }

  Result<Edition> EditionOf(const std::string& body, int number) override {
    return Guarded(connection_, [&]() -> Result<Edition> {
      SQLite::Statement rows(database_, SelectEditions() + "WHERE body = ? AND number = ?");
      rows.bind(1, body);
      rows.bind(2, number);
      std::vector<Edition> editions = ReadEditions(rows);
      if (editions.empty()) return NoSuchEdition(body, number);
      ReadEvents(editions[0]);
      return std::move(editions[0]);
    });
  }

  Result<std::vector<StoredFeed>> Feeds() override {
    return Guarded(connection_, [&]() -> Result<std::vector<StoredFeed>> {
      std::vector<StoredFeed> feeds;
      SQLite::Statement rows(database_,
                             "SELECT path, etag, last_modified, body FROM feed ORDER BY path");
      while (rows.executeStep())
        feeds.push_back({.path = rows.getColumn(0).getString(),
                         .etag = rows.getColumn(1).getString(),
                         .last_modified = Stored(ParseInstant(rows.getColumn(2).getString())),
                         .body = rows.getColumn(3).getString()});
      return feeds;
    });
  }

  Result<Revision> Publish(const std::vector<Edition>& editions,
                           const std::vector<StoredFeed>& feeds, Instant now,
                           Revision seen) override {
    return Guarded(connection_, [&]() -> Result<Revision> {
      Transaction transaction(connection_);
      if (NewestRevision(connection_) != seen) return ChangedMeanwhile();
      const Revision revision = NewRevision(connection_, now, "publication");
      for (const Edition& edition : editions) InsertEdition(edition, revision);
      for (const StoredFeed& feed : feeds) PutFeed(feed, revision);
      transaction.Commit();
      return revision;
    });
  }

  Result<Revisions> Newest() override {
    return Guarded(connection_, [&]() -> Result<Revisions> {
      SQLite::Statement row(
          database_,
          "SELECT (SELECT max(id) FROM revision), (SELECT max(revision) FROM rules_text), "
          "(SELECT id FROM revision WHERE what = 'publication' ORDER BY id DESC LIMIT 1)");
      row.executeStep();
      return Revisions{.any = row.getColumn(0).getInt64(),  // NULL reads as 0
                       .rules = row.getColumn(1).getInt64(),
                       .publication = row.getColumn(2).getInt64()};
    });
  }

  Result<std::optional<Instant>> MadeAt(Revision revision) override {
    return Guarded(connection_, [&]() -> Result<std::optional<Instant>> {
      SQLite::Statement row(database_, "SELECT made FROM revision WHERE id = ?");
      row.bind(1, revision);
      if (!row.executeStep()) return std::optional<Instant>();
      return std::optional(Stored(ParseInstant(row.getColumn(0).getString())));
    });
  }

  Result<int> SequenceFloor() override {
    return Guarded(connection_, [&]() -> Result<int> {
      return database_.execAndGet("SELECT coalesce(max(floor), 0) FROM restore").getInt();
    });
  }

 private:
  static std::string SelectEditions() {
    return "SELECT organisation, body, body_name_sv, body_name_en, number, published, until, "
           "note_sv, note_en, author, returns_to FROM edition ";
  }

  std::vector<Edition> ReadEditions(SQLite::Statement& rows) {
    std::vector<Edition> editions;
    while (rows.executeStep()) {
      editions.push_back({.organisation = rows.getColumn(0).getString(),
                          .body = rows.getColumn(1).getString(),
                          .body_name = TextFrom(rows, 2),
                          .number = rows.getColumn(4).getInt(),
                          .published = Stored(ParseInstant(rows.getColumn(5).getString())),
                          .until = Stored(ParseDay(rows.getColumn(6).getString())),
                          .note = TextFrom(rows, 7),
                          .author = rows.getColumn(9).getString()});
      if (!rows.getColumn(10).isNull()) editions.back().returns_to = rows.getColumn(10).getInt();
    }
    SQLite::Statement adoptions(
        database_, "SELECT " + AdoptionColumns() +
                       " FROM adoption JOIN edition_adoption ON adoption = adoption.number WHERE "
                       "edition_body = ? AND edition_number = ? ORDER BY adoption.number");
    for (Edition& edition : editions) {
      adoptions.bind(1, edition.body);
      adoptions.bind(2, edition.number);
      while (adoptions.executeStep()) edition.adoptions.push_back(ReadAdoption(adoptions));
      adoptions.reset();
    }
    return editions;
  }

  void ReadEvents(Edition& edition) {
    std::map<std::string, std::vector<ChainDay>> chains;
    SQLite::Statement steps(database_, SelectStepsSql());
    steps.bind(1, edition.body);
    steps.bind(2, edition.number);
    while (steps.executeStep()) chains[steps.getColumn(0).getString()].push_back(ReadStep(steps));
    SQLite::Statement events(database_,
                             "SELECT " + EventColumns() +
                                 " FROM event WHERE edition_body = ? AND edition_number = ? "
                                 "ORDER BY day, at_minutes, uid");
    events.bind(1, edition.body);
    events.bind(2, edition.number);
    while (events.executeStep()) {
      edition.events.push_back(ReadEvent(events));
      Event& event = edition.events.back();
      if (const auto chain = chains.find(event.uid); chain != chains.end())
        event.chain = std::move(chain->second);
    }
  }

  static Error NoSuchEdition(const std::string& body, int number) {
    const std::string which = body + " " + std::to_string(number);
    return Refuse(ErrorCode::kNotFound, Text("Det finns ingen utgåva " + which + ".",
                                             "There is no edition " + which + "."));
  }

  void InsertEdition(const Edition& edition, Revision revision) {
    SQLite::Statement insert(
        database_,
        "INSERT INTO edition (body, number, revision, organisation, body_name_sv, body_name_en, "
        "published, until, note_sv, note_en, author, returns_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, ?, ?)");
    insert.bind(1, edition.body);
    insert.bind(2, edition.number);
    insert.bind(3, revision);
    insert.bind(4, edition.organisation);
    insert.bind(5, edition.body_name.sv);
    insert.bind(6, edition.body_name.en);
    insert.bind(7, FormatInstant(edition.published));
    insert.bind(8, FormatDay(edition.until));
    insert.bind(9, edition.note.sv);
    insert.bind(10, edition.note.en);
    insert.bind(11, edition.author);
    if (edition.returns_to) insert.bind(12, *edition.returns_to);
    insert.exec();
    for (const Adoption& adoption : edition.adoptions) {
      SQLite::Statement decided(database_,
                                "INSERT INTO edition_adoption (edition_body, edition_number, "
                                "adoption) VALUES (?, ?, ?)");
      decided.bind(1, edition.body);
      decided.bind(2, edition.number);
      decided.bind(3, adoption.number);
      decided.exec();
    }
    SQLite::Statement event_insert(database_, InsertEventSql());
    SQLite::Statement step_insert(database_, InsertStepSql());
    for (const Event& event : edition.events) {
      BindEvent(event_insert, edition, event);
      event_insert.exec();
      event_insert.reset();
      for (std::size_t position = 0; position < event.chain.size(); ++position) {
        BindStep(step_insert, edition, event, position);
        step_insert.exec();
        step_insert.reset();
      }
    }
  }

  void PutFeed(const StoredFeed& feed, Revision revision) {
    SQLite::Statement put(
        database_,
        "INSERT INTO feed (path, revision, etag, last_modified, body) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (path) DO UPDATE SET revision = excluded.revision, etag = excluded.etag, "
        "last_modified = excluded.last_modified, body = excluded.body");
    put.bind(1, feed.path);
    put.bind(2, revision);
    put.bind(3, feed.etag);
    put.bind(4, FormatInstant(feed.last_modified));
    put.bind(5, feed.body.data(), static_cast<int>(feed.body.size()));
    put.exec();
  }

  Connection& connection_;
  SQLite::Database& database_;  // of the connection
};

}  // namespace

std::unique_ptr<Store> MakeStore(Connection& connection) {
  return std::make_unique<SqliteStore>(connection);
}

}  // namespace rytm
