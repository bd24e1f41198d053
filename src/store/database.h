// The data folder's SQLite file as one connection (DESIGN §9). What is kept in it is reached
// through the stores, one for each part of the product; SQL lives in this room and nowhere else.
//
// What the world does to us (disk full, file locked, file damaged) comes back from every store as
// kUnavailable with what to do; a program error throws. Stores may be used from any thread: calls
// on one Database wait for each other.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rytm {

class AccountStore;
class AnswerStore;
class ApiKeyStore;
class AuditLog;
class BatchStore;
class ChoiceStore;
class DecisionStore;
class FeedLinkStore;
class InvitationStore;
class LoginStore;
class AgreedStore;
class MarkStore;
class Outbox;
class PersonStore;
class ReplyStore;
class RevisionLog;
class Store;
class UntoldStore;
class Upkeep;
class WayInStore;

// One step of the database's history: schemas/sql/0001-….sql.
struct Migration {
  int number = 0;  // from 1, without gaps
  std::string name;
  std::string_view sql;
};

class Database {
 public:
  // Opens or, with `create`, makes the file and brings it to the newest migration. Refuses
  // (kConflict) a file that is there with `create`, whose applied migrations differ from ours, or
  // that a newer version wrote; (kNotFound) one that is missing without `create`.
  static Result<std::unique_ptr<Database>> Open(const std::string& file, bool create,
                                                const std::vector<Migration>& migrations);
  virtual ~Database() = default;

  // The stores live as long as the Database.
  virtual Store& store() = 0;              // rules, editions, feeds
  virtual BatchStore& batches() = 0;       // slots, adjustments
  virtual DecisionStore& decisions() = 0;  // adoptions, accepted findings
  virtual AccountStore& accounts() = 0;
  virtual LoginStore& logins() = 0;
  virtual ApiKeyStore& api_keys() = 0;
  virtual AuditLog& audit() = 0;
  virtual Upkeep& upkeep() = 0;  // copies, faults
  virtual RevisionLog& revisions() = 0;
  virtual AnswerStore& answers() = 0;
  virtual PersonStore& people() = 0;
  virtual FeedLinkStore& feed_links() = 0;     // private calendars
  virtual ChoiceStore& choices() = 0;          // which mails people want
  virtual MarkStore& marks() = 0;              // of meetings: papers out, who cannot come
  virtual AgreedStore& agreed() = 0;           // what dialogues left to the next one
  virtual WayInStore& ways_in() = 0;           // links in mails
  virtual InvitationStore& invitations() = 0;  // meetings in people's own calendars
  virtual UntoldStore& untold() = 0;           // editions to tell of
  virtual Outbox& outbox() = 0;                // mail on its way
  virtual ReplyStore& replies() = 0;           // answers to invitations

  // Everything `work` does in the stores is kept, or nothing of it if `work` refuses or throws; its
  // refusal comes back. Other threads and programs wait, so `work` should not.
  virtual Result<Done> AllOrNothing(const std::function<Result<Done>()>& work) = 0;
};

}  // namespace rytm
