#include "server/answer_queue.h"

#include <iostream>
#include <memory>
#include <utility>

#include "app/ways_in.h"
#include "server/target.h"

namespace rytm {
namespace {

// For the log: what stands below kOwnPages is a secret.
std::string_view TargetTold(const ApiRequest& request) {
  return PathOf(request.target).starts_with(kOwnPages) ? kOwnPages : request.target;
}

}  // namespace

AnswerQueue::AnswerQueue(std::size_t queue_max, std::string fields,
                         std::function<HttpAnswer(const ApiRequest&)> answer)
    : fields_(std::move(fields)), answer_(std::move(answer)), working_(1, queue_max) {}

void AnswerQueue::Answer(ApiRequest request, const SlowHandler::Answered& answered) {
  auto asked = std::make_shared<ApiRequest>(std::move(request));
  const Result<Done> taken = working_.Run([this, asked, answered] { answered(AnswerNow(*asked)); });
  if (!taken.ok()) answered(TextAnswer(503, taken.error().message.sv + "\n", fields_));
}

HttpAnswer AnswerQueue::AnswerNow(const ApiRequest& request) const {
  try {
    return answer_(request);
  } catch (const std::exception& fault) {
    std::cerr << "rytm: " << request.method << " " << TargetTold(request) << ": " << fault.what()
              << std::endl;
    return TextAnswer(500, "Något gick fel hos oss. Something went wrong with us.\n", fields_);
  }
}

}  // namespace rytm
