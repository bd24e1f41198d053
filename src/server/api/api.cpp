#include "server/api/api.h"

#include <iostream>
#include <mutex>
#include <set>
#include <utility>
#include <vector>

#include "app/account_check.h"
#include "app/data_folder.h"
#include "app/etag.h"
#include "app/rules.h"
#include "app/worker_pool.h"
#include "server/api/access.h"
#include "server/api/call.h"
#include "server/api/write.h"
#include "server/conditional.h"
#include "server/target.h"

namespace rytm {
namespace {

constexpr std::string_view kRoot = "/api/";
// What is here is one person's, and nothing runs in it.
constexpr std::string_view kSafety =
    "Cache-Control: private, no-cache\r\nVary: Accept-Language, Authorization, Cookie\r\n"
    "X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n";

// Desks that nobody sits at. There are as many as threads, so one is always free.
class Desks {
 public:
  void Add(std::unique_ptr<Desk> desk) { Return(std::move(desk)); }
  std::unique_ptr<Desk> Take() {
    const std::lock_guard lock(mutex_);
    std::unique_ptr<Desk> desk = std::move(free_.back());
    free_.pop_back();
    return desk;
  }
  void Return(std::unique_ptr<Desk> desk) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(desk));
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<Desk>> free_;
};

// What the endpoint reads, by the body's media type.
bool Reads(const Endpoint& endpoint, std::string_view content_type) {
  const std::string_view media = content_type.substr(0, content_type.find(';'));
  if ((endpoint.needs & kPlanFile) != 0)
    return media == "text/csv" || media == "text/plain" || media == "text/calendar";
  return media == "application/json" || media == "application/json-patch+json";
}

Refusal OtherMedia(const Endpoint& endpoint) {
  Refusal refusal = RefusalWith(415);
  refusal.detail = (endpoint.needs & kPlanFile) != 0
                       ? Text("Skicka text/csv, text/plain eller text/calendar.",
                              "Send text/csv, text/plain or text/calendar.")
                       : Text("Skicka JSON, med Content-Type: application/json.",
                              "Send JSON, with Content-Type: application/json.");
  return refusal;
}

// "\"17-0f3a…\"": the revision, which If-Match names, and the bytes, so that a copy with the same
// tag is the same.
std::string TagOf(const Reply& reply, std::string_view bytes) {
  constexpr std::size_t kDigits = 16;
  if (!reply.etag.empty()) return reply.etag;
  const std::string hash = EtagOf(bytes).substr(1, kDigits);
  return "\"" + (reply.revision ? std::to_string(*reply.revision) + "-" : "") + hash + "\"";
}

HttpAnswer AnswerFrom(const Reply& reply, const ApiRequest& request) {
  HttpAnswer answer{.status = reply.status};
  answer.body = reply.json ? WriteJsonCompact(*reply.json) + "\n" : reply.text;
  const bool reads = request.method == "GET" || request.method == "HEAD";
  if (reply.status < 300 && (reads || reply.revision || !reply.etag.empty())) {
    const std::string tag = TagOf(reply, answer.body);
    answer.fields += "ETag: " + tag + "\r\n";
    if (reads && !reply.stream && HasTag(request.Field("if-none-match"), tag)) {
      answer.status = 304;
      answer.body.clear();
    }
  }
  answer.fields += reply.fields;
  answer.fields += kSafety;
  if (answer.status == 304) return answer;
  if (!answer.body.empty() || reply.stream)
    answer.fields +=
        "Content-Type: " + (reply.type.empty() ? std::string("application/json") : reply.type) +
        "\r\n";
  if (!reply.stream && answer.status != 204)
    answer.fields += "Content-Length: " + std::to_string(answer.body.size()) + "\r\n";
  if (request.method != "HEAD") answer.stream = reply.stream;
  return answer;
}

class ApiOfFolder final : public Api {
 public:
  ApiOfFolder(const ApiOptions& options, ApiSettings settings, const Clock& clock,
              Randomness& randomness, std::function<void()> changed)
      : settings_(std::move(settings)),
        clock_(clock),
        randomness_(randomness),
        changed_(std::move(changed)),
        passwords_(options.hash_cost) {}

  Result<Done> OpenDesks(const std::string& folder) {
    Result<std::unique_ptr<Database>> watched = OpenDataFolder(folder);
    if (!watched.ok()) return watched.error();
    watched_ = std::move(watched).value();
    if (Result<Done> begun = events_->Begin(*watched_); !begun.ok()) return begun;
    for (std::size_t i = 0; i < kApiThreads + kPasswordThreads; ++i) {
      Result<std::unique_ptr<Database>> database = OpenDataFolder(folder);
      if (!database.ok()) return database.error();
      desks_.Add(std::make_unique<Desk>(std::move(database).value(), clock_, randomness_,
                                        passwords_, settings_));
    }
    return Done{};
  }

  Result<Done> TellNews() override { return events_->Refresh(*watched_); }

  bool Takes(std::string_view target) const override { return PathOf(target).starts_with(kRoot); }

  std::size_t BodyBytesMax(std::string_view method, std::string_view target) const override {
    const Found found = FindEndpoint(method, PathOf(target));
    return found.endpoint == nullptr ? kApiBodyBytesMax : found.endpoint->body_bytes_max();
  }

  void Answer(ApiRequest request, Answered answered) override {
    const Found found = FindEndpoint(request.method, PathOf(request.target));
    const bool hashes = found.endpoint != nullptr && (found.endpoint->needs & kHashing) != 0;
    auto asked = std::make_shared<ApiRequest>(std::move(request));
    const Result<Done> taken = (hashes ? hashing_ : working_).Run([this, asked, answered, found] {
      answered(AnswerNow(*asked, found));
    });
    if (!taken.ok()) answered(AnswerFrom(Refused(*asked, RefusalOf(taken.error())), *asked));
  }

  HttpAnswer Refuse(int status, const ApiRequest& request) const override {
    Refusal refusal = RefusalWith(status);
    const std::string most = std::to_string(BodyBytesMax(request.method, request.target));
    refusal.detail = status == 413
                         ? Text("Högst " + most + " byte går att skicka hit.",
                                "At most " + most + " bytes can be sent here.")
                         : Text("Många skickar långa filer just nu. Försök igen om en stund.",
                                "Many are sending long files right now. Try again in a moment.");
    return AnswerFrom(Refused(request, refusal), request);
  }

 private:
  static Reply Refused(const ApiRequest& request, const Refusal& refusal) {
    return AsReply(refusal, LanguageOf(request.Field("accept-language")), request.target);
  }

  static Refusal NoEndpoint(const Found& found) {
    if (found.methods.empty()) return RefusalOf(NotHere());
    Refusal refusal = RefusalWith(405);
    for (const std::string_view method : found.methods)
      refusal.fields += (refusal.fields.empty() ? "Allow: " : ", ") + std::string(method) +
                        (method == "GET" ? ", HEAD" : "");
    refusal.fields += "\r\n";
    return refusal;
  }

  HttpAnswer AnswerNow(const ApiRequest& request, const Found& found) {
    if (found.endpoint == nullptr) return AnswerFrom(Refused(request, NoEndpoint(found)), request);
    std::unique_ptr<Desk> desk = desks_.Take();
    HttpAnswer answer;
    try {
      answer = AnswerAt(*desk, request, found);
    } catch (const std::exception& fault) {
      std::cerr << "rytm: " << request.method << " " << PathOf(request.target) << ": "
                << fault.what() << std::endl;
      answer = AnswerFrom(Refused(request, RefusalWith(500)), request);
    }
    desks_.Return(std::move(desk));
    return answer;
  }

  HttpAnswer AnswerAt(Desk& desk, const ApiRequest& request, const Found& found) {
    Call call{.request = request,
              .endpoint = *found.endpoint,
              .parts = found.parts,
              .settings = settings_,
              .plans = plans_,
              .events = events_,
              .desk = desk,
              .now = clock_.Now(),
              .language = LanguageOf(request.Field("accept-language"))};
    if (const std::optional<Refusal> refusal = Enter(call))
      return AnswerFrom(call.Refused(*refusal), request);
    if (!QueryOf(request.target)) return AnswerFrom(call.Refused(RefusalWith(400)), request);
    if (!request.body.empty() && !Reads(call.endpoint, request.Field("content-type")))
      return AnswerFrom(call.Refused(OtherMedia(call.endpoint)), request);
    const bool writes =
        call.endpoint.effect == Effect::kWrites || call.endpoint.effect == Effect::kWritesPlan;
    if (writes) {
      HttpAnswer answer = Write(call, under_way_, AnswerFrom);
      if (answer.status < 300) changed_();
      return answer;
    }
    Result<Reply> reply = call.endpoint.answer(call);
    return AnswerFrom(
        reply.ok() ? std::move(reply).value() : call.Refused(RefusalOf(reply.error())), request);
  }

  const ApiSettings settings_;
  const Clock& clock_;
  Randomness& randomness_;
  const std::function<void()> changed_;
  const Passwords passwords_;
  PlanCache plans_;
  const std::shared_ptr<PlanEvents> events_ = std::make_shared<PlanEvents>();
  std::unique_ptr<Database> watched_;  // for the events
  Desks desks_;
  UnderWay under_way_;
  WorkerPool hashing_{kPasswordThreads, kPasswordQueueMax};  // last: they use all of the above
  WorkerPool working_{kApiThreads, kApiQueueMax};
};

}  // namespace

Result<std::unique_ptr<Api>> Api::Open(const ApiOptions& options, const Clock& clock,
                                       Randomness& randomness, std::function<void()> changed) {
  const Result<std::unique_ptr<Database>> database = OpenDataFolder(options.folder);
  if (!database.ok()) return database.error();
  const Result<Organisation> organisation = OrganisationInForce(database.value()->store());
  if (!organisation.ok()) return organisation.error();
  auto api =
      std::make_unique<ApiOfFolder>(options,
                                    ApiSettings{.public_url = options.public_url,
                                                .issuer = "Rytm " + organisation.value().name.sv},
                                    clock, randomness, std::move(changed));
  const Result<Done> opened = api->OpenDesks(options.folder);
  if (!opened.ok()) return opened.error();
  return std::unique_ptr<Api>(std::move(api));
}

}  // namespace rytm
