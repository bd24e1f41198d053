#include "store/sqlite_stores.h"

namespace rytm {
namespace {

class SqliteReplies final : public ReplyStore {
 public:
  explicit SqliteReplies(Connection& connection)
      : connection_(connection), database_(connection.sqlite) {}

  Result<Done> AddTag(const std::string& hash, const ReplyTag& tag) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement insert(
          database_,
          "INSERT INTO reply_tag (hash, person, uid, sequence) VALUES (?, ?, ?, ?) ON CONFLICT "
          "(hash) DO UPDATE SET sequence = excluded.sequence");
      BindBytes(insert, 1, hash);
      insert.bind(2, tag.person);
      insert.bind(3, tag.uid);
      insert.bind(4, tag.sequence);
      insert.exec();
      return Done{};
    });
  }

  Result<std::optional<ReplyTag>> FindTag(const std::string& hash) override {
    return Guarded(connection_, [&]() -> Result<std::optional<ReplyTag>> {
      SQLite::Statement row(database_,
                            "SELECT person, uid, sequence FROM reply_tag WHERE hash = ?");
      BindBytes(row, 1, hash);
      if (!row.executeStep()) return std::optional<ReplyTag>();
      return std::optional(ReplyTag{.person = row.getColumn(0).getString(),
                                    .uid = row.getColumn(1).getString(),
                                    .sequence = row.getColumn(2).getInt()});
    });
  }

  Result<std::optional<int>> NewestSequence(const std::string& person,
                                            const std::string& uid) override {
    return Guarded(connection_, [&]() -> Result<std::optional<int>> {
      SQLite::Statement row(database_,
                            "SELECT max(sequence) FROM reply_tag WHERE uid = ? AND person = ?");
      row.bind(1, uid);
      row.bind(2, person);
      if (!row.executeStep() || row.getColumn(0).isNull()) return std::optional<int>();
      return std::optional(row.getColumn(0).getInt());
    });
  }

  Result<Done> NoteReply(const InvitationReply& reply) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement put(database_,
                            "INSERT INTO invitation_reply (person, uid, answer, answered) VALUES "
                            "(?, ?, ?, ?) ON CONFLICT (uid, person) DO UPDATE SET answer = "
                            "excluded.answer, answered = excluded.answered");
      put.bind(1, reply.person);
      put.bind(2, reply.uid);
      put.bind(3, std::string(IntentionWord(reply.answer)));
      put.bind(4, FormatInstant(reply.answered));
      put.exec();
      return Done{};
    });
  }

  Result<std::vector<InvitationReply>> RepliesTo(const std::string& uid) override {
    return Guarded(connection_, [&]() -> Result<std::vector<InvitationReply>> {
      SQLite::Statement rows(database_,
                             "SELECT person, answer, answered FROM invitation_reply WHERE uid = ? "
                             "ORDER BY person");
      rows.bind(1, uid);
      std::vector<InvitationReply> replies;
      while (rows.executeStep()) {
        Row row(rows);
        replies.push_back({.person = row.String(),
                           .uid = uid,
                           .answer = Stored(IntentionNamed(row.String())),
                           .answered = row.InstantValue()});
      }
      return replies;
    });
  }

  Result<Done> ForgetEvent(const std::string& uid) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      Transaction transaction(connection_);
      for (const char* sql :
           {"DELETE FROM reply_tag WHERE uid = ?", "DELETE FROM invitation_reply WHERE uid = ?"}) {
        SQLite::Statement drop(database_, sql);
        drop.bind(1, uid);
        drop.exec();
      }
      transaction.Commit();
      return Done{};
    });
  }

 private:
  Connection& connection_;
  SQLite::Database& database_;  // of the connection
};

}  // namespace

std::unique_ptr<ReplyStore> MakeReplies(Connection& connection) {
  return std::make_unique<SqliteReplies>(connection);
}

}  // namespace rytm
