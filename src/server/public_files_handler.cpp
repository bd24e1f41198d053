#include "server/public_files_handler.h"

#include <algorithm>
#include <iostream>
#include <utility>

#include "app/etag.h"
#include "app/workbook.h"
#include "app/worker_pool.h"
#include "base/limits.h"
#include "pages/public_files.h"
#include "server/asked_page.h"
#include "server/conditional.h"
#include "server/target.h"

namespace rytm {
namespace {

constexpr std::string_view kSafety =
    "X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n";

HttpAnswer TextAnswer(int status, std::string words, std::string_view more = {}) {
  HttpAnswer answer{.status = status};
  answer.fields =
      "Content-Type: text/plain; charset=utf-8\r\nContent-Length: " + std::to_string(words.size()) +
      "\r\n" + std::string(more) + std::string(kSafety);
  answer.body = std::move(words);
  return answer;
}

HttpAnswer FileAnswer(PublicFile file, const ApiRequest& request) {
  const std::string etag = EtagOf(file.bytes);
  const std::string common = "ETag: " + etag + "\r\nCache-Control: public, max-age=" +
                             std::to_string(kPageMaxAge.count()) + "\r\n" + std::string(kSafety);
  const std::string known = request.Field("if-none-match");
  HttpRequest conditional;
  conditional.if_none_match = known;
  if (!known.empty() && NotModified(conditional, etag, Instant{}))
    return {.status = 304, .fields = common};
  const bool text = file.type.starts_with("text/");
  HttpAnswer answer;
  answer.fields = "Content-Type: " + file.type + (text ? "; charset=utf-8" : "") +
                  "\r\nContent-Length: " + std::to_string(file.bytes.size()) +
                  "\r\nContent-Disposition: inline; filename=\"" + file.name + "\"\r\n" + common;
  if (request.method != "HEAD") answer.body = std::move(file.bytes);
  return answer;
}

class PublicFilesHandler final : public SlowHandler {
 public:
  PublicFilesHandler(std::function<std::shared_ptr<const Catalog>()> current,
                     std::function<Day()> today, std::string public_url)
      : current_(std::move(current)),
        today_(std::move(today)),
        public_url_(std::move(public_url)) {}

  bool Takes(std::string_view target) const override {
    const std::string_view path = PathOf(target);
    constexpr std::string_view kEndings[] = {".svg", ".png", ".pdf", ".csv", ".xlsx"};
    constexpr std::string_view kOthers[] = {"/api/", "/app/", "/my/", "/feed/", "/feeds/"};
    return std::any_of(std::begin(kEndings), std::end(kEndings),
                       [&](std::string_view ending) { return path.ends_with(ending); }) &&
           std::none_of(std::begin(kOthers), std::end(kOthers),
                        [&](std::string_view other) { return path.starts_with(other); });
  }
  std::size_t BodyBytesMax(std::string_view /*method*/,
                           std::string_view /*target*/) const override {
    return 0;
  }

  void Answer(ApiRequest request, Answered answered) override {
    auto asked = std::make_shared<ApiRequest>(std::move(request));
    const Result<Done> taken =
        working_.Run([this, asked, answered] { answered(AnswerNow(*asked)); });
    if (!taken.ok()) answered(TextAnswer(503, taken.error().message.sv + "\n"));
  }

  HttpAnswer Refuse(int status, const ApiRequest& /*request*/) const override {
    return TextAnswer(status, "Här går det bara att läsa. This can only be read.\n");
  }

 private:
  HttpAnswer AnswerNow(const ApiRequest& request) const {
    try {
      return AnswerTo(request);
    } catch (const std::exception& fault) {
      std::cerr << "rytm: " << request.target << ": " << fault.what() << std::endl;
      return TextAnswer(500, "Något gick fel hos oss. Something went wrong with us.\n");
    }
  }

  HttpAnswer AnswerTo(const ApiRequest& request) const {
    if (request.method != "GET" && request.method != "HEAD")
      return TextAnswer(405, "Här går det bara att läsa. This can only be read.\n",
                        "Allow: GET, HEAD\r\n");
    const std::shared_ptr<const Catalog> catalog = current_();
    if (!catalog) return TextAnswer(503, "not ready\n", "Retry-After: 5\r\n");
    const std::string base_url = BaseUrl(public_url_, request.Field("host"));
    const AskedPage asked = AskedPageOf(request.target, *catalog, today_(), base_url);
    std::optional<Result<PublicFile>> file = PublicFileAt(asked.calendar, asked.parts, asked.query);
    if (!file) return TextAnswer(404, "Den filen finns inte. There is no such file.\n");
    if (!file->ok()) return TextAnswer(503, file->error().message.sv + "\n");
    if (const auto& table = file->value().workbook) {
      Result<std::string> bytes = AsWorkbook(*table);
      if (!bytes.ok()) return TextAnswer(503, bytes.error().message.sv + "\n");
      file->value().bytes = std::move(bytes).value();
    }
    return FileAnswer(std::move(*file).value(), request);
  }

  const std::function<std::shared_ptr<const Catalog>()> current_;
  const std::function<Day()> today_;
  const std::string public_url_;
  WorkerPool working_{1, kPublicFilesQueueMax};  // last: it uses all of the above
};

}  // namespace

std::unique_ptr<SlowHandler> ServePublicFiles(
    std::function<std::shared_ptr<const Catalog>()> current, std::function<Day()> today,
    std::string public_url) {
  return std::make_unique<PublicFilesHandler>(std::move(current), std::move(today),
                                              std::move(public_url));
}

}  // namespace rytm
