#include "store/database.h"

#include <filesystem>

#include "store/connection.h"
#include "store/migrations.h"
#include "store/sqlite_stores.h"

namespace rytm {
namespace {

class SqliteDatabase final : public Database {
 public:
  SqliteDatabase(const std::string& file, int flags, const std::vector<Migration>& migrations)
      : connection_(file, flags), upkeep_(MakeUpkeep(connection_, migrations)) {}

  Connection& connection() { return connection_; }
  Store& store() override { return *store_; }
  BatchStore& batches() override { return *batches_; }
  DecisionStore& decisions() override { return *decisions_; }
  AccountStore& accounts() override { return *accounts_; }
  LoginStore& logins() override { return *logins_; }
  ApiKeyStore& api_keys() override { return *api_keys_; }
  AuditLog& audit() override { return *audit_; }
  Upkeep& upkeep() override { return *upkeep_; }
  RevisionLog& revisions() override { return *revisions_; }
  AnswerStore& answers() override { return *answers_; }
  PersonStore& people() override { return *people_; }
  ChoiceStore& choices() override { return *choices_; }
  MarkStore& marks() override { return *marks_; }
  AgreedStore& agreed() override { return *agreed_; }
  WayInStore& ways_in() override { return *ways_in_; }
  InvitationStore& invitations() override { return *invitations_; }
  UntoldStore& untold() override { return *untold_; }
  FeedLinkStore& feed_links() override { return *feed_links_; }
  Outbox& outbox() override { return *outbox_; }
  ReplyStore& replies() override { return *replies_; }

  Result<Done> AllOrNothing(const std::function<Result<Done>()>& work) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      Transaction transaction(connection_);
      Result<Done> done = work();
      if (done.ok()) transaction.Commit();
      return done;
    });
  }

 private:
  Connection connection_;
  const std::unique_ptr<Store> store_ = MakeStore(connection_);
  const std::unique_ptr<BatchStore> batches_ = MakeBatches(connection_, *store_);
  const std::unique_ptr<DecisionStore> decisions_ = MakeDecisions(connection_);
  const std::unique_ptr<AccountStore> accounts_ = MakeAccounts(connection_);
  const std::unique_ptr<LoginStore> logins_ = MakeLogins(connection_);
  const std::unique_ptr<ApiKeyStore> api_keys_ = MakeApiKeys(connection_);
  const std::unique_ptr<AuditLog> audit_ = MakeAudit(connection_);
  const std::unique_ptr<Upkeep> upkeep_;
  const std::unique_ptr<RevisionLog> revisions_ = MakeRevisions(connection_);
  const std::unique_ptr<AnswerStore> answers_ = MakeAnswers(connection_);
  const std::unique_ptr<PersonStore> people_ = MakePeople(connection_);
  const std::unique_ptr<ChoiceStore> choices_ = MakeChoices(connection_);
  const std::unique_ptr<MarkStore> marks_ = MakeMarks(connection_);
  const std::unique_ptr<AgreedStore> agreed_ = MakeAgreed(connection_);
  const std::unique_ptr<WayInStore> ways_in_ = MakeWaysIn(connection_);
  const std::unique_ptr<InvitationStore> invitations_ = MakeInvitations(connection_);
  const std::unique_ptr<UntoldStore> untold_ = MakeUntold(connection_);
  const std::unique_ptr<FeedLinkStore> feed_links_ = MakeFeedLinks(connection_);
  const std::unique_ptr<Outbox> outbox_ = MakeOutbox(connection_);
  const std::unique_ptr<ReplyStore> replies_ = MakeReplies(connection_);
};

}  // namespace

Result<std::unique_ptr<Database>> Database::Open(const std::string& file, bool create,
                                                 const std::vector<Migration>& migrations) {
  const bool there = std::filesystem::exists(file);
  if (there && create)
    return Refuse(ErrorCode::kConflict,
                  Text("Det finns redan en databas: " + file +
                           ". Ändra den med rytm import, eller välj en annan mapp.",
                       "There is a database already: " + file +
                           ". Change it with rytm import, or choose another folder."));
  if (!there && !create)
    return Refuse(ErrorCode::kNotFound,
                  Text("Ingen databas här: " + file + ". Skapa den med rytm init.",
                       "No database here: " + file + ". Make one with rytm init."));
  try {
    auto database = std::make_unique<SqliteDatabase>(
        file, SQLite::OPEN_READWRITE | (create ? SQLite::OPEN_CREATE : 0), migrations);
    const Result<Done> migrated = Migrate(database->connection().sqlite, migrations);
    if (!migrated.ok()) return migrated.error();
    return std::unique_ptr<Database>(std::move(database));
  } catch (const SQLite::Exception& trouble) {
    return Unavailable(trouble, file);
  }
}

}  // namespace rytm
