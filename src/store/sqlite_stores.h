// How Database gets its stores. Private to this room.
#pragma once

#include <memory>

#include "store/account_store.h"
#include "store/agreed_store.h"
#include "store/answer_store.h"
#include "store/api_key_store.h"
#include "store/audit_log.h"
#include "store/batch_store.h"
#include "store/choice_store.h"
#include "store/columns.h"
#include "store/connection.h"
#include "store/database.h"
#include "store/decision_store.h"
#include "store/feed_link_store.h"
#include "store/invitation_store.h"
#include "store/login_store.h"
#include "store/mark_store.h"
#include "store/outbox.h"
#include "store/person_store.h"
#include "store/reply_store.h"
#include "store/revision_log.h"
#include "store/store.h"
#include "store/untold_store.h"
#include "store/upkeep.h"
#include "store/way_in_store.h"

namespace rytm {

// The connection must outlive the store.
std::unique_ptr<Store> MakeStore(Connection& connection);
std::unique_ptr<AccountStore> MakeAccounts(Connection& connection);
std::unique_ptr<LoginStore> MakeLogins(Connection& connection);
std::unique_ptr<ApiKeyStore> MakeApiKeys(Connection& connection);
std::unique_ptr<AuditLog> MakeAudit(Connection& connection);
std::unique_ptr<DecisionStore> MakeDecisions(Connection& connection);
std::unique_ptr<BatchStore> MakeBatches(Connection& connection, Store& rules);
// `migrations`: what made the database.
std::unique_ptr<Upkeep> MakeUpkeep(Connection& connection, std::vector<Migration> migrations);
std::unique_ptr<RevisionLog> MakeRevisions(Connection& connection);
std::unique_ptr<AnswerStore> MakeAnswers(Connection& connection);
std::unique_ptr<PersonStore> MakePeople(Connection& connection);
std::unique_ptr<FeedLinkStore> MakeFeedLinks(Connection& connection);
std::unique_ptr<Outbox> MakeOutbox(Connection& connection);
std::unique_ptr<ReplyStore> MakeReplies(Connection& connection);
std::unique_ptr<ChoiceStore> MakeChoices(Connection& connection);
std::unique_ptr<MarkStore> MakeMarks(Connection& connection);
std::unique_ptr<AgreedStore> MakeAgreed(Connection& connection);
std::unique_ptr<WayInStore> MakeWaysIn(Connection& connection);
std::unique_ptr<InvitationStore> MakeInvitations(Connection& connection);
std::unique_ptr<UntoldStore> MakeUntold(Connection& connection);

}  // namespace rytm
