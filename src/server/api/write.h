// A write: everything it does is one transaction, with its line in the audit log and, under an
// Idempotency-Key, the answer for those who ask again.
#pragma once

#include <mutex>
#include <set>
#include <string>

#include "server/api/call.h"

namespace rytm {

// The writes that are being done.
class UnderWay {
 public:
  // One at a time: SQLite would let them wait by sleeping and trying again.
  std::mutex turn;

  // Those with an Idempotency-Key.
  // False: it is being done already.
  bool Begin(const std::string& key);
  void End(const std::string& key);

 private:
  std::mutex mutex_;
  std::set<std::string> keys_;
};

// Runs the endpoint's handler. Refused besides what the handler refuses: 428 without If-Match, 409
// where the plan is another by now (with both versions) or the same write is under way, 422 where
// another was asked under the same key. `answer_from` makes bytes of the reply.
HttpAnswer Write(Call& call, UnderWay& under_way,
                 HttpAnswer (*answer_from)(const Reply& reply, const ApiRequest& request));

// The revision that If-Match names: "17" or "17-0f3a…"; nullopt: none that we gave.
std::optional<Revision> RevisionIn(std::string_view if_match);

}  // namespace rytm
