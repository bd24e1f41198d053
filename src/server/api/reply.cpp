#include "server/api/reply.h"

#include <algorithm>
#include <charconv>

#include "base/fold.h"

namespace rytm {
namespace {

struct Kind {
  int status;
  std::string_view type;
  const char* sv;
  const char* en;
};

constexpr Kind kKinds[] = {
    {400, "unreadable", "Begäran går inte att läsa", "The request cannot be read"},
    {401, "not-logged-in", "Inte inloggad", "Not logged in"},
    {403, "not-allowed", "Inte tillåtet", "Not allowed"},
    {404, "not-found", "Finns inte", "Not found"},
    {405, "method-not-allowed", "Metoden går inte att använda här", "Method not allowed here"},
    {409, "conflict", "Krockar med något annat", "Conflicts with something else"},
    {413, "too-large", "För stort", "Too large"},
    {415, "media-type", "Fel slags innehåll", "Wrong media type"},
    {422, "invalid", "Något är fel i innehållet", "Something in the content is wrong"},
    {428, "if-match-required", "If-Match saknas", "If-Match is missing"},
    {429, "too-often", "För många försök", "Too many tries"},
    {500, "our-fault", "Fel i programmet", "A fault of the program"},
    {503, "busy", "Går inte just nu", "Not possible right now"},
    {507, "disk-full", "Disken är full", "The disk is full"}};

int StatusOf(ErrorCode code) {
  switch (code) {
    case ErrorCode::kBadInput:
      return 422;
    case ErrorCode::kNotFound:
      return 404;
    case ErrorCode::kConflict:
      return 409;
    case ErrorCode::kRefused:
      return 403;
    case ErrorCode::kNotLoggedIn:
      return 401;
    case ErrorCode::kTooOften:
      return 429;
    case ErrorCode::kTooLarge:
      return 413;
    case ErrorCode::kUnavailable:
      return 503;
    case ErrorCode::kDiskFull:
      return 507;
  }
  return 500;
}

// For how long it is no use to try again.
std::string RetryAfter(int status) {
  if (status == 429) return "Retry-After: 60\r\n";
  if (status == 503) return "Retry-After: 5\r\n";
  if (status == 507) return "Retry-After: 300\r\n";
  return {};
}

// In thousandths: "q=0.8" → 800.
int QualityOf(std::string_view parameters) {
  const std::size_t q = parameters.find("q=");
  if (q == std::string_view::npos) return 1000;
  const std::string_view number = parameters.substr(q + 2);
  if (number.starts_with('1')) return 1000;
  int thousandths = 0;
  int unit = 100;
  for (std::size_t i = 2; i < number.size() && unit > 0; ++i, unit /= 10) {
    if (number[i] < '0' || number[i] > '9') break;
    thousandths += (number[i] - '0') * unit;
  }
  return thousandths;
}

}  // namespace

Refusal RefusalWith(int status) {
  const auto* const kind = std::find_if(std::begin(kKinds), std::end(kKinds),
                                        [&](const Kind& one) { return one.status == status; });
  if (kind == std::end(kKinds)) return RefusalWith(500);
  return {.status = status,
          .type = kind->type,
          .title = Text(kind->sv, kind->en),
          .fields = RetryAfter(status)};
}

Reply FileReply(std::string bytes, std::string_view type, const std::string& name) {
  return {.text = std::move(bytes),
          .type = ContentTypeOf(type),
          .fields = "Content-Disposition: inline; filename=\"" + name + "\"\r\n"};
}

Refusal RefusalOf(const Error& error) {
  Refusal refusal = RefusalWith(StatusOf(error.code));
  refusal.detail = error.message;
  // What the world around us says of itself (a file's name, an error of the system) is for the log.
  if (refusal.status < 500) refusal.errors = error.problems;
  return refusal;
}

Reply AsReply(const Refusal& refusal, Language language, std::string_view target) {
  JsonObject json{{"type", "urn:rytm:" + std::string(refusal.type)},
                  {"title", refusal.title.In(language)},
                  {"status", refusal.status}};
  if (!refusal.detail.empty()) json["detail"] = refusal.detail.In(language);
  json["instance"] = std::string(target);
  JsonArray errors;
  for (const Problem& problem : refusal.errors) {
    JsonObject error{{"pointer", problem.pointer}, {"detail", problem.what.In(language)}};
    if (!problem.instead.empty()) error["instead"] = problem.instead.In(language);
    errors.push_back(std::move(error));
  }
  if (!errors.empty()) json["errors"] = std::move(errors);
  for (const auto& [key, value] : refusal.more) json[key] = value;
  Reply reply{
      .status = refusal.status, .json = std::move(json), .type = "application/problem+json"};
  reply.fields = refusal.fields +
                 "Content-Language: " + (language == Language::kSwedish ? "sv" : "en") + "\r\n";
  return reply;
}

Language LanguageOf(std::string_view accept_language) {
  Language best = Language::kSwedish;
  int best_quality = 0;
  while (!accept_language.empty()) {
    const std::string_view range = accept_language.substr(0, accept_language.find(','));
    accept_language.remove_prefix(std::min(accept_language.size(), range.size() + 1));
    const std::size_t semicolon = std::min(range.find(';'), range.size());
    const std::string tag(Trimmed(range.substr(0, semicolon), " \t"));
    const int quality = QualityOf(range.substr(semicolon));
    const bool english = tag.starts_with("en");
    if ((!english && !tag.starts_with("sv")) || quality <= best_quality) continue;
    best = english ? Language::kEnglish : Language::kSwedish;
    best_quality = quality;
  }
  return best;
}

}  // namespace rytm
