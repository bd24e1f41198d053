#include "server/public_files_handler.h"

#include <algorithm>
#include <utility>

#include "app/etag.h"
#include "app/workbook.h"
#include "base/limits.h"
#include "pages/public_files.h"
#include "server/answer_queue.h"
#include "server/asked_page.h"
#include "server/conditional.h"
#include "server/target.h"

namespace rytm {
namespace {

constexpr std::string_view kSafety =
    "X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n";

HttpAnswer Told(int status, std::string words, std::string_view more = {}) {
  return TextAnswer(status, std::move(words), std::string(more) + std::string(kSafety));
}

HttpAnswer FileAnswer(PublicFile file, const ApiRequest& request) {
  const std::string etag = EtagOf(file.bytes);
  const std::string common = "ETag: " + etag + "\r\nCache-Control: public, max-age=" +
                             std::to_string(kPageMaxAge.count()) + "\r\n" + std::string(kSafety);
  if (HasTag(request.Field("if-none-match"), etag)) return {.status = 304, .fields = common};
  HttpAnswer answer;
  answer.fields = "Content-Type: " + ContentTypeOf(file.type) +
                  "\r\nContent-Length: " + std::to_string(file.bytes.size()) +
                  "\r\nContent-Disposition: inline; filename=\"" + file.name + "\"\r\n" + common;
  answer.body = std::move(file.bytes);
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
    queue_.Answer(std::move(request), std::move(answered));
  }

  HttpAnswer Refuse(int status, const ApiRequest& /*request*/) const override {
    return Told(status, "Här går det bara att läsa. This can only be read.\n");
  }

 private:
  HttpAnswer AnswerTo(const ApiRequest& request) const {
    if (request.method != "GET" && request.method != "HEAD")
      return Told(405, "Här går det bara att läsa. This can only be read.\n",
                  "Allow: GET, HEAD\r\n");
    const std::shared_ptr<const Catalog> catalog = current_();
    if (!catalog) return Told(503, "not ready\n", "Retry-After: 5\r\n");
    const std::string base_url = BaseUrl(public_url_, request.Field("host"));
    const AskedPage asked = AskedPageOf(request.target, *catalog, today_(), base_url);
    std::optional<Result<PublicFile>> file = PublicFileAt(asked.calendar, asked.parts, asked.query);
    if (!file) return Told(404, "Den filen finns inte. There is no such file.\n");
    if (!file->ok()) return Told(503, file->error().message.sv + "\n");
    PublicFile made = std::move(*file).value();
    const Result<Done> written = WriteWorkbook(made);
    if (!written.ok()) return Told(503, written.error().message.sv + "\n");
    return FileAnswer(std::move(made), request);
  }

  const std::function<std::shared_ptr<const Catalog>()> current_;
  const std::function<Day()> today_;
  const std::string public_url_;
  AnswerQueue queue_{kPublicFilesQueueMax, std::string(kSafety),
                     [this](const ApiRequest& request) { return AnswerTo(request); }};
};

}  // namespace

std::unique_ptr<SlowHandler> ServePublicFiles(
    std::function<std::shared_ptr<const Catalog>()> current, std::function<Day()> today,
    std::string public_url) {
  return std::make_unique<PublicFilesHandler>(std::move(current), std::move(today),
                                              std::move(public_url));
}

}  // namespace rytm
