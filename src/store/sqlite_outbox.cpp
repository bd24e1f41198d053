#include <algorithm>
#include <limits>

#include "base/limits.h"
#include "store/sqlite_stores.h"

namespace rytm {
namespace {

const char* const kSelectMails =
    "SELECT number, kind, person, language, urgent, thread, message_id, state, tries, made, due, "
    "stale, next_try, ended, last_answer, subject, text, html, calendar, method, reply_tag, "
    "unsubscribe FROM letter LEFT JOIN letter_text ON letter_text.letter = number ";

LetterState StateNamed(const std::string& word) {
  const auto found = std::find(kLetterStateWords.begin(), kLetterStateWords.end(), word);
  return static_cast<LetterState>(found - kLetterStateWords.begin());
}

OutboxLetter ReadLetter(SQLite::Statement& statement) {
  OutboxLetter read{.number = statement.getColumn(0).getInt64(), .letter = {}, .message_id = {}};
  Letter& letter = read.letter;
  Row row(statement, 1);
  letter.kind = Stored(LetterKindNamed(row.String()));
  letter.person = row.String();
  letter.language = row.String() == "en" ? Language::kEnglish : Language::kSwedish;
  letter.urgent = row.Number() != 0;
  letter.thread = row.String();
  read.message_id = row.String();
  read.state = StateNamed(row.String());
  read.tries = row.Number();
  read.made = row.InstantValue();
  letter.due = row.InstantValue();
  letter.stale = row.InstantValue();
  read.next_try = row.InstantValue();
  if (const std::string ended = row.String(); !ended.empty()) read.ended = ParseInstant(ended);
  read.last_answer = row.String();
  letter.subject = row.String();
  letter.text = row.String();
  letter.html = row.String();
  letter.calendar = row.String();
  letter.method = row.String();
  letter.reply_tag = row.String();
  letter.unsubscribe_address = row.String();
  return read;
}

// "letter.17.20270113T070000Z@ekeby.example": a number is given again only where an older database
// was put back, and then at another moment.
std::string MessageIdOf(std::int64_t number, Instant made, const std::string& host) {
  std::string moment = FormatInstant(made);
  std::erase_if(moment, [](char c) { return c == '-' || c == ':'; });
  return "letter." + std::to_string(number) + "." + moment + "@" + host;
}

Error NotWaiting(std::int64_t number) {
  const std::string letter = std::to_string(number);
  return Refuse(ErrorCode::kNotFound, Text("Det finns inget mejl " + letter + " som väntar.",
                                           "There is no mail " + letter + " waiting."));
}

class SqliteOutbox final : public Outbox {
 public:
  explicit SqliteOutbox(Connection& connection)
      : connection_(connection), database_(connection.sqlite) {}

  Result<std::vector<std::string>> Known(const std::vector<std::string>& keys) override {
    return Guarded(connection_, [&]() -> Result<std::vector<std::string>> {
      SQLite::Statement known(database_, "SELECT 1 FROM letter_key WHERE key = ?");
      std::vector<std::string> found;
      for (const std::string& key : keys)
        if (IsKnown(known, key)) found.push_back(key);
      return found;
    });
  }

  Result<std::size_t> Add(const std::vector<Letter>& letters, const std::string& host,
                          Instant now) override {
    return Guarded(connection_, [&]() -> Result<std::size_t> {
      Transaction transaction(connection_);
      SQLite::Statement known(database_, "SELECT 1 FROM letter_key WHERE key = ?");
      std::int64_t number =
          database_.execAndGet("SELECT coalesce(max(number), 0) FROM letter").getInt64();
      std::size_t kept = 0;
      for (const Letter& letter : letters) {
        if (std::any_of(letter.keys.begin(), letter.keys.end(),
                        [&](const std::string& key) { return IsKnown(known, key); }))
          continue;
        ++number;
        InsertLetter(letter, number, host, now);
        InsertText(letter, number);
        InsertKeys(letter, number);
        ++kept;
      }
      transaction.Commit();
      return kept;
    });
  }

  Result<std::vector<OutboxLetter>> Due(Instant now, std::size_t count) override {
    return Guarded(connection_, [&]() -> Result<std::vector<OutboxLetter>> {
      SQLite::Statement rows(
          database_,
          std::string(kSelectMails) +
              "WHERE state = 'waiting' AND next_try <= ?1 AND stale > ?1 AND (thread = '' OR NOT "
              "EXISTS (SELECT 1 FROM letter AS earlier WHERE earlier.state = 'waiting' AND "
              "earlier.thread <> '' AND earlier.person = letter.person AND earlier.thread = "
              "letter.thread AND earlier.number < letter.number)) ORDER BY urgent DESC, number "
              "LIMIT ?2");
      rows.bind(1, FormatInstant(now));
      rows.bind(2, static_cast<std::int64_t>(count));
      return ReadAll(rows);
    });
  }

  Result<Done> NoteSent(std::int64_t number, Instant now) override {
    return End(number, LetterState::kSent, "", now, 1);
  }
  Result<Done> NoteEnd(std::int64_t number, LetterState state, const std::string& answer,
                       Instant now) override {
    return End(number, state, answer, now, state == LetterState::kStale ? 0 : 1);
  }

  Result<Done> NoteTry(std::int64_t number, Instant next_try, const std::string& answer) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement update(database_,
                               "UPDATE letter SET next_try = ?, last_answer = ?, tries = tries + 1 "
                               "WHERE number = ? AND state = 'waiting'");
      update.bind(1, FormatInstant(next_try));
      update.bind(2, answer);
      update.bind(3, number);
      return OneOf(update, number);
    });
  }

  Result<Done> Postpone(std::int64_t number, Instant until) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement update(
          database_, "UPDATE letter SET next_try = ? WHERE number = ? AND state = 'waiting'");
      update.bind(1, FormatInstant(until));
      update.bind(2, number);
      return OneOf(update, number);
    });
  }

  Result<std::size_t> DropStale(Instant now) override { return Drop("AND stale <= ?1", "", now); }
  Result<std::size_t> DropWaiting(const std::string& answer, Instant now) override {
    return Drop("", answer, now);
  }

  Result<Done> ForgetTexts(Instant since) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement drop(database_,
                             "DELETE FROM letter_text WHERE letter IN (SELECT number FROM letter "
                             "WHERE ended < ?)");
      drop.bind(1, FormatInstant(since));
      drop.exec();
      return Done{};
    });
  }

  Result<std::map<LetterState, std::size_t>> Amounts() override {
    return Guarded(connection_, [&]() -> Result<std::map<LetterState, std::size_t>> {
      SQLite::Statement rows(database_, "SELECT state, count(*) FROM letter GROUP BY state");
      std::map<LetterState, std::size_t> amounts;
      while (rows.executeStep())
        amounts[StateNamed(rows.getColumn(0).getString())] =
            static_cast<std::size_t>(rows.getColumn(1).getInt64());
      return amounts;
    });
  }

  Result<std::optional<OutboxLetter>> Find(std::int64_t number) override {
    return Guarded(connection_, [&]() -> Result<std::optional<OutboxLetter>> {
      SQLite::Statement row(database_, std::string(kSelectMails) + "WHERE number = ?");
      row.bind(1, number);
      std::vector<OutboxLetter> found = ReadAll(row);
      if (found.empty()) return std::optional<OutboxLetter>();
      return std::optional(std::move(found.front()));
    });
  }

  Result<std::vector<OutboxLetter>> Newest(std::size_t count,
                                           std::optional<std::int64_t> before) override {
    return Guarded(connection_, [&]() -> Result<std::vector<OutboxLetter>> {
      SQLite::Statement rows(
          database_, std::string(kSelectMails) + "WHERE number < ? ORDER BY number DESC LIMIT ?");
      rows.bind(1, before.value_or(std::numeric_limits<std::int64_t>::max()));
      rows.bind(2, static_cast<std::int64_t>(count));
      return ReadAll(rows);
    });
  }

  Result<bool> Paused() override {
    return Guarded(connection_, [&]() -> Result<bool> {
      return database_.execAndGet("SELECT paused FROM mail_state").getInt() != 0;
    });
  }

  Result<Done> SetPaused(bool paused) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement update(database_, "UPDATE mail_state SET paused = ?");
      update.bind(1, paused ? 1 : 0);
      update.exec();
      return Done{};
    });
  }

  Result<std::optional<Instant>> Floor() override {
    return Guarded(connection_, [&]() -> Result<std::optional<Instant>> {
      const std::string floor =
          database_.execAndGet("SELECT coalesce(floor, '') FROM mail_state").getString();
      return floor.empty() ? std::optional<Instant>() : Stored(ParseInstant(floor));
    });
  }

  Result<Done> SetFloor(Instant floor) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement update(database_, "UPDATE mail_state SET floor = ?");
      update.bind(1, FormatInstant(floor));
      update.exec();
      return Done{};
    });
  }

  Result<int> NoteBounce(const std::string& person) override {
    return Guarded(connection_, [&]() -> Result<int> {
      SQLite::Statement put(database_,
                            "INSERT INTO bounce (person, count) VALUES (?, 1) ON CONFLICT (person) "
                            "DO UPDATE SET count = count + 1 RETURNING count");
      put.bind(1, person);
      put.executeStep();
      const int count = put.getColumn(0).getInt();
      put.executeStep();  // to its end, which is when it is stored
      return count;
    });
  }

  Result<Done> ForgetBounces(const std::string& person) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement drop(database_, "DELETE FROM bounce WHERE person = ?");
      drop.bind(1, person);
      drop.exec();
      return Done{};
    });
  }

  Result<std::vector<std::string>> Unreachable() override {
    return Guarded(connection_, [&]() -> Result<std::vector<std::string>> {
      SQLite::Statement rows(database_,
                             "SELECT person FROM bounce WHERE count >= ? ORDER BY person");
      rows.bind(1, kBouncesMax);
      std::vector<std::string> persons;
      while (rows.executeStep()) persons.push_back(rows.getColumn(0).getString());
      return persons;
    });
  }

 private:
  static bool IsKnown(SQLite::Statement& known, const std::string& key) {
    known.reset();
    known.bind(1, key);
    return known.executeStep();
  }

  void InsertLetter(const Letter& letter, std::int64_t number, const std::string& host,
                    Instant now) {
    SQLite::Statement insert(database_,
                             "INSERT INTO letter (number, kind, person, language, urgent, thread, "
                             "message_id, state, tries, made, due, stale, next_try, last_answer) "
                             "VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', 0, ?, ?, ?, ?, '')");
    insert.bind(1, number);
    Binder bind(insert, 1);
    bind.Put(std::string(LetterKindWord(letter.kind)));
    bind.Put(letter.person);
    bind.Put(std::string(letter.language == Language::kEnglish ? "en" : "sv"));
    bind.Put(letter.urgent ? 1 : 0);
    bind.Put(letter.thread);
    bind.Put(MessageIdOf(number, now, host));
    bind.Put(now);
    bind.Put(letter.due);
    bind.Put(letter.stale);
    bind.Put(letter.due);
    insert.exec();
  }

  void InsertText(const Letter& letter, std::int64_t number) {
    SQLite::Statement insert(database_,
                             "INSERT INTO letter_text (letter, subject, text, html, calendar, "
                             "method, reply_tag, unsubscribe) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, number);
    Binder bind(insert, 1);
    bind.Put(letter.subject);
    bind.Put(letter.text);
    bind.Put(letter.html);
    bind.Put(letter.calendar);
    bind.Put(letter.method);
    bind.Put(letter.reply_tag);
    bind.Put(letter.unsubscribe_address);
    insert.exec();
  }

  void InsertKeys(const Letter& letter, std::int64_t number) {
    SQLite::Statement insert(database_,
                             "INSERT OR IGNORE INTO letter_key (key, letter) VALUES (?, ?)");
    for (const std::string& key : letter.keys) {
      insert.reset();
      insert.bind(1, key);
      insert.bind(2, number);
      insert.exec();
    }
  }

  std::vector<OutboxLetter> ReadAll(SQLite::Statement& rows) {
    SQLite::Statement keys(database_, "SELECT key FROM letter_key WHERE letter = ? ORDER BY key");
    std::vector<OutboxLetter> letters;
    while (rows.executeStep()) {
      letters.push_back(ReadLetter(rows));
      keys.reset();
      keys.bind(1, letters.back().number);
      while (keys.executeStep())
        letters.back().letter.keys.push_back(keys.getColumn(0).getString());
    }
    return letters;
  }

  // Those waiting that fulfil the condition too. Without an answer the last one stays.
  Result<std::size_t> Drop(const std::string& condition, const std::string& answer, Instant now) {
    return Guarded(connection_, [&]() -> Result<std::size_t> {
      Transaction transaction(connection_);
      const std::string which = "state = 'waiting' " + condition;
      SQLite::Statement secrets(database_,
                                "UPDATE letter_text SET reply_tag = '', unsubscribe = '' WHERE "
                                "letter IN (SELECT number FROM letter WHERE " +
                                    which + ")");
      SQLite::Statement drop(database_,
                             "UPDATE letter SET state = 'stale', ended = ?1, last_answer = "
                             "coalesce(nullif(?2, ''), last_answer) WHERE " +
                                 which);
      const std::string moment = FormatInstant(now);
      if (!condition.empty()) secrets.bind(1, moment);
      secrets.exec();
      drop.bind(1, moment);
      drop.bind(2, answer);
      const int dropped = drop.exec();
      transaction.Commit();
      return static_cast<std::size_t>(dropped);
    });
  }

  Result<Done> End(std::int64_t number, LetterState state, const std::string& answer, Instant now,
                   int tried) {
    return Guarded(connection_, [&]() -> Result<Done> {
      Transaction transaction(connection_);
      SQLite::Statement update(database_,
                               "UPDATE letter SET state = ?, last_answer = ?, ended = ?, tries = "
                               "tries + ? WHERE number = ? AND state = 'waiting'");
      Binder bind(update);
      bind.Put(std::string(LetterStateWord(state)));
      bind.Put(answer);
      bind.Put(now);
      bind.Put(tried);
      update.bind(5, number);
      if (Result<Done> done = OneOf(update, number); !done.ok()) return done;
      SQLite::Statement secrets(
          database_, "UPDATE letter_text SET reply_tag = '', unsubscribe = '' WHERE letter = ?");
      secrets.bind(1, number);
      secrets.exec();
      transaction.Commit();
      return Done{};
    });
  }

  static Result<Done> OneOf(SQLite::Statement& update, std::int64_t number) {
    if (update.exec() == 0) return NotWaiting(number);
    return Done{};
  }

  Connection& connection_;
  SQLite::Database& database_;  // of the connection
};

}  // namespace

std::unique_ptr<Outbox> MakeOutbox(Connection& connection) {
  return std::make_unique<SqliteOutbox>(connection);
}

}  // namespace rytm
