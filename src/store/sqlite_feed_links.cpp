#include "store/sqlite_stores.h"

namespace rytm {
namespace {

const std::string kSelectLinks =
    "SELECT id, name, kind, person, bodies, kinds, level, language, cancelled, alarm, months_back, "
    "created_by, created, revoked, fetched, client, token_hash FROM feed_link ";

FeedLink ReadLink(SQLite::Statement& statement) {
  Row row(statement);
  FeedLink link{.id = row.String(), .name = row.String(), .choice = {}};
  FeedChoice& choice = link.choice;
  choice.kind = Stored(NamedIn(kFeedKindWords, row.String()));
  choice.person = row.String();
  choice.bodies = SplitIds(row.String());
  for (const std::string& kind : SplitIds(row.String()))
    choice.kinds.push_back(Stored(NamedIn(kEventKindWords, kind)));
  choice.level = Stored(NamedIn(kLevelWords, row.String()));
  choice.language = row.String() == "en" ? Language::kEnglish : Language::kSwedish;
  choice.cancelled = row.Number() != 0;
  choice.alarm = row.TimeOrNone();
  choice.months_back = row.Number();
  link.created_by = row.String();
  link.created = row.InstantValue();
  if (!row.Null())
    link.revoked = row.InstantValue();
  else
    row.String();
  if (row.Null()) return link;
  link.fetched = FeedFetch{.at = row.InstantValue()};
  link.fetched->client = Stored(NamedIn(kFeedClientWords, row.String()));
  return link;
}

std::vector<std::string> KindWords(const FeedChoice& choice) {
  std::vector<std::string> words;
  for (const EventKind kind : choice.kinds) words.emplace_back(WordFor(kEventKindWords, kind));
  return words;
}

class SqliteFeedLinks final : public FeedLinkStore {
 public:
  explicit SqliteFeedLinks(Connection& connection)
      : connection_(connection), database_(connection.sqlite) {}

  Result<std::vector<HashedFeedLink>> All() override {
    return Guarded(connection_, [&]() -> Result<std::vector<HashedFeedLink>> {
      std::vector<HashedFeedLink> links;
      SQLite::Statement rows(database_, kSelectLinks + "ORDER BY created, id");
      while (rows.executeStep())
        links.push_back({ReadLink(rows), rows.getColumn(kHashColumn).getString()});
      return links;
    });
  }

  Result<std::vector<FeedLink>> Of(const std::string& person) override {
    return Guarded(connection_, [&]() -> Result<std::vector<FeedLink>> {
      std::vector<FeedLink> links;
      SQLite::Statement rows(database_, kSelectLinks + "WHERE person = ? ORDER BY created, id");
      rows.bind(1, person);
      while (rows.executeStep()) links.push_back(ReadLink(rows));
      return links;
    });
  }

  Result<std::optional<FeedLink>> Find(const std::string& id) override {
    return Guarded(connection_, [&]() -> Result<std::optional<FeedLink>> {
      SQLite::Statement row(database_, kSelectLinks + "WHERE id = ?");
      row.bind(1, id);
      if (!row.executeStep()) return std::optional<FeedLink>();
      return std::optional(ReadLink(row));
    });
  }

  Result<Done> Add(const FeedLink& link, const std::string& token_hash) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      Transaction transaction(connection_);
      SQLite::Statement insert(
          database_,
          "INSERT INTO feed_link (token_hash, id, name, kind, person, bodies, kinds, level, "
          "language, cancelled, alarm, months_back, created_by, created) VALUES (?, ?, ?, ?, ?, ?, "
          "?, ?, ?, ?, ?, ?, ?, ?)");
      BindBytes(insert, 1, token_hash);
      Binder bind(insert, 1);
      const FeedChoice& choice = link.choice;
      bind.Put(link.id);
      bind.Put(link.name);
      bind.Put(std::string(WordFor(kFeedKindWords, choice.kind)));
      bind.Put(choice.person);
      bind.Put(JoinIds(choice.bodies));
      bind.Put(JoinIds(KindWords(choice)));
      bind.Put(std::string(WordFor(kLevelWords, choice.level)));
      bind.Put(std::string(choice.language == Language::kEnglish ? "en" : "sv"));
      bind.Put(choice.cancelled ? 1 : 0);
      bind.Put(choice.alarm);
      bind.Put(choice.months_back);
      bind.Put(link.created_by);
      bind.Put(link.created);
      insert.exec();
      CountUp();
      transaction.Commit();
      return Done{};
    });
  }

  Result<bool> Revoke(const std::string& id, Instant now) override {
    return Guarded(connection_, [&]() -> Result<bool> {
      Transaction transaction(connection_);
      SQLite::Statement update(database_,
                               "UPDATE feed_link SET revoked = ? WHERE id = ? AND revoked IS NULL");
      update.bind(1, FormatInstant(now));
      update.bind(2, id);
      const bool revoked = update.exec() == 1;
      if (revoked) CountUp();
      transaction.Commit();
      return revoked;
    });
  }

  Result<Done> NoteFetches(const std::vector<Noted>& fetches) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      Transaction transaction(connection_);
      SQLite::Statement update(database_,
                               "UPDATE feed_link SET fetched = ?, client = ? WHERE id = ? AND "
                               "name <> ''");
      for (const Noted& noted : fetches) {
        Binder bind(update);
        bind.Put(noted.fetch.at);
        bind.Put(std::string(WordFor(kFeedClientWords, noted.fetch.client)));
        bind.Put(noted.link);
        update.exec();
        update.reset();
      }
      transaction.Commit();
      return Done{};
    });
  }

 private:
  static constexpr int kHashColumn = 16;

  void CountUp() { database_.exec("UPDATE people_revision SET number = number + 1"); }

  Connection& connection_;
  SQLite::Database& database_;
};

}  // namespace

std::unique_ptr<FeedLinkStore> MakeFeedLinks(Connection& connection) {
  return std::make_unique<SqliteFeedLinks>(connection);
}

}  // namespace rytm
