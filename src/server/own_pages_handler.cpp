#include "server/own_pages_handler.h"

#include <utility>

#include "app/data_folder.h"
#include "app/own_pages.h"
#include "base/limits.h"
#include "server/answer_queue.h"
#include "server/target.h"

namespace rytm {
namespace {

// One person's, behind a secret address: nobody keeps it, finds it or is told where it led.
constexpr std::string_view kSafety =
    "Cache-Control: private, no-store\r\nX-Robots-Tag: noindex, nofollow\r\n"
    "X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
    "Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self'; base-uri "
    "'none'; form-action 'self'; frame-ancestors 'none'\r\n";

constexpr std::size_t kParts = 3;  // "my", the token, what to do

HttpAnswer Told(int status, std::string words, std::string_view more = {}) {
  return TextAnswer(status, std::move(words), std::string(more) + std::string(kSafety));
}

HttpAnswer AnswerFrom(OwnAnswer own) {
  HttpAnswer answer{.status = own.status};
  answer.fields = "Content-Type: " + own.type +
                  (own.type.starts_with("text/") ? "; charset=utf-8" : "") +
                  "\r\nContent-Length: " + std::to_string(own.body.size()) + "\r\n";
  if (!own.file_name.empty())
    answer.fields += "Content-Disposition: attachment; filename=\"" + own.file_name + "\"\r\n";
  answer.fields += kSafety;
  answer.body = std::move(own.body);
  return answer;
}

class OwnPagesHandler final : public SlowHandler {
 public:
  OwnPagesHandler(std::unique_ptr<Database> database, std::string public_url, const Clock& clock,
                  Randomness& randomness, const PageTemplates& templates,
                  std::function<void()> changed)
      : database_(std::move(database)),
        pages_(*database_, clock, randomness, templates, std::move(public_url)),
        changed_(std::move(changed)) {}

  bool Takes(std::string_view target) const override {
    return PathOf(target).starts_with(kOwnPages);
  }
  std::size_t BodyBytesMax(std::string_view /*method*/,
                           std::string_view /*target*/) const override {
    return kFormBytesMax;
  }

  void Answer(ApiRequest request, Answered answered) override {
    queue_.Answer(std::move(request), std::move(answered));
  }

  HttpAnswer Refuse(int status, const ApiRequest& /*request*/) const override {
    return Told(status, "Det är för långt. That is too long.\n");
  }

 private:
  HttpAnswer AnswerTo(const ApiRequest& request) {
    const std::vector<std::string_view> parts = PartsOf(PathOf(request.target));
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (!reads && request.method != "POST")
      return Told(405, "GET, POST\n", "Allow: GET, HEAD, POST\r\n");
    if (parts.size() < 2 || parts.size() > kParts) return Told(404, "404\n");
    const std::string_view what = parts.size() == kParts ? parts[2] : std::string_view();
    Result<OwnAnswer> answer =
        reads ? pages_.Get(parts[1], what, QueryOf(request.target).value_or(FormFields()))
              : pages_.Post(parts[1], what, FormFieldsOf(request.body));
    if (!answer.ok()) return Told(503, answer.error().message.sv + "\n");
    if (!reads) changed_();
    return AnswerFrom(std::move(answer).value());
  }

  const std::unique_ptr<Database> database_;
  OwnPages pages_;
  const std::function<void()> changed_;
  AnswerQueue queue_{kApiQueueMax, std::string(kSafety),
                     [this](const ApiRequest& request) { return AnswerTo(request); }};
};

}  // namespace

std::vector<std::pair<std::string, std::string>> FormFieldsOf(std::string_view body) {
  return QueryOf("/?" + std::string(body)).value_or(FormFields());
}

Result<std::unique_ptr<SlowHandler>> OpenOwnPages(const std::string& folder, std::string public_url,
                                                  const Clock& clock, Randomness& randomness,
                                                  const PageTemplates& templates,
                                                  std::function<void()> changed) {
  Result<std::unique_ptr<Database>> database = OpenDataFolder(folder);
  if (!database.ok()) return database.error();
  return std::unique_ptr<SlowHandler>(
      std::make_unique<OwnPagesHandler>(std::move(database).value(), std::move(public_url), clock,
                                        randomness, templates, std::move(changed)));
}

}  // namespace rytm
