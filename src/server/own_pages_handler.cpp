#include "server/own_pages_handler.h"

#include <iostream>
#include <utility>

#include "app/data_folder.h"
#include "app/own_pages.h"
#include "app/worker_pool.h"
#include "base/limits.h"
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

HttpAnswer TextAnswer(int status, std::string words, std::string_view more = {}) {
  HttpAnswer answer{.status = status};
  answer.fields =
      "Content-Type: text/plain; charset=utf-8\r\nContent-Length: " + std::to_string(words.size()) +
      "\r\n" + std::string(more) + std::string(kSafety);
  answer.body = std::move(words);
  return answer;
}

HttpAnswer AnswerFrom(OwnAnswer own, bool head) {
  HttpAnswer answer{.status = own.status};
  answer.fields = "Content-Type: " + own.type +
                  (own.type.starts_with("text/") ? "; charset=utf-8" : "") +
                  "\r\nContent-Length: " + std::to_string(own.body.size()) + "\r\n";
  if (!own.file_name.empty())
    answer.fields += "Content-Disposition: attachment; filename=\"" + own.file_name + "\"\r\n";
  answer.fields += kSafety;
  if (!head) answer.body = std::move(own.body);
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
    auto asked = std::make_shared<ApiRequest>(std::move(request));
    const Result<Done> taken =
        working_.Run([this, asked, answered] { answered(AnswerNow(*asked)); });
    if (!taken.ok()) answered(TextAnswer(503, taken.error().message.sv + "\n"));
  }

  HttpAnswer Refuse(int status, const ApiRequest& /*request*/) const override {
    return TextAnswer(status, "Det är för långt. That is too long.\n");
  }

 private:
  HttpAnswer AnswerNow(const ApiRequest& request) {
    try {
      return AnswerTo(request);
    } catch (const std::exception& fault) {
      // Not the path: it is a secret.
      std::cerr << "rytm: " << request.method << " " << kOwnPages << ": " << fault.what()
                << std::endl;
      return TextAnswer(500, "Något gick fel hos oss. Something went wrong with us.\n");
    }
  }

  HttpAnswer AnswerTo(const ApiRequest& request) {
    const std::vector<std::string_view> parts = PartsOf(PathOf(request.target));
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (!reads && request.method != "POST")
      return TextAnswer(405, "GET, POST\n", "Allow: GET, HEAD, POST\r\n");
    if (parts.size() < 2 || parts.size() > kParts) return TextAnswer(404, "404\n");
    const std::string_view what = parts.size() == kParts ? parts[2] : std::string_view();
    Result<OwnAnswer> answer =
        reads ? pages_.Get(parts[1], what, QueryOf(request.target).value_or(FormFields()))
              : pages_.Post(parts[1], what, FormFieldsOf(request.body));
    if (!answer.ok()) return TextAnswer(503, answer.error().message.sv + "\n");
    if (!reads) changed_();
    return AnswerFrom(std::move(answer).value(), request.method == "HEAD");
  }

  const std::unique_ptr<Database> database_;
  OwnPages pages_;
  const std::function<void()> changed_;
  WorkerPool working_{1, kApiQueueMax};  // last: it uses all of the above, one request at a time
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
