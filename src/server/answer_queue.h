// Answers over HTTP that take longer than an I/O thread may wait: one after another, on a thread of
// their own.
#pragma once

#include <functional>
#include <string>

#include "app/worker_pool.h"
#include "server/server.h"

namespace rytm {

class AnswerQueue {
 public:
  // `answer` is called from the queue's thread; what it throws is logged, and answered 500. So many
  // may wait; the next gets 503. `fields`: of these two answers, each with CRLF.
  AnswerQueue(std::size_t queue_max, std::string fields,
              std::function<HttpAnswer(const ApiRequest&)> answer);

  // From any thread.
  void Answer(ApiRequest request, const SlowHandler::Answered& answered);

 private:
  HttpAnswer AnswerNow(const ApiRequest& request) const;

  const std::string fields_;
  const std::function<HttpAnswer(const ApiRequest&)> answer_;
  WorkerPool working_;  // last: it uses all of the above
};

}  // namespace rytm
