#include "server/router.h"

#include <optional>

#include "app/etag.h"
#include "app/feed_links.h"
#include "base/limits.h"
#include "server/asked_page.h"
#include "server/conditional.h"
#include "server/target.h"

namespace rytm {
namespace {

constexpr std::string_view kAllow = "Allow: GET, HEAD, OPTIONS\r\n";

// No script runs on these pages, and nothing comes from anywhere else. Who may show them in a frame
// stands after it.
constexpr std::string_view kSafety =
    "X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
    "Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self'; base-uri "
    "'none'; form-action 'none'; frame-ancestors ";
constexpr std::string_view kNobody = "'none'";
constexpr std::string_view kAnybody = "*";

std::string SafetyFor(std::string_view framing) {
  return std::string(kSafety).append(framing).append("\r\n");
}

constexpr std::string_view kNoFeed = "Det finns inget kalenderflöde här. There is no feed here.\n";

HttpAnswer Told(const HttpRequest& request, int status, std::string words,
                std::string_view more_fields = {}) {
  HttpAnswer answer =
      TextAnswer(status, std::move(words),
                 std::string(more_fields) + "Cache-Control: no-cache\r\n" + SafetyFor(kNobody));
  if (request.method == HttpRequest::Method::kHead) answer.body.clear();
  return answer;
}

// A page or the style sheet: with a tag of its bytes, so that a reader who has it gets 304.
HttpAnswer ContentAnswer(const HttpRequest& request, int status, std::string_view type,
                         std::string body, std::string_view framing = kNobody) {
  const std::string etag = EtagOf(body);
  const std::string common = "ETag: " + etag + "\r\nCache-Control: public, max-age=" +
                             std::to_string(kPageMaxAge.count()) + "\r\n" + SafetyFor(framing);
  HttpAnswer answer{.status = status, .fields = {}, .body = {}, .stored = {}, .keeps = {}};
  if (status == 200 && HasTag(request.if_none_match, etag)) {
    answer.status = 304;
    answer.fields = common;
    return answer;
  }
  answer.fields = "Content-Type: " + std::string(type) +
                  "; charset=utf-8\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
                  common;
  if (request.method != HttpRequest::Method::kHead) answer.body = std::move(body);
  return answer;
}

HttpAnswer FeedAnswer(const HttpRequest& request, const RouterContext& context,
                      const ServedFeed& feed) {
  HttpAnswer answer;
  answer.keeps = context.catalog;
  if (NotModified(request, feed.etag, feed.last_modified)) {
    answer.status = 304;
    answer.stored = feed.not_modified;
  } else if (request.method == HttpRequest::Method::kHead) {
    answer.stored = std::string_view(feed.answer).substr(0, feed.head_bytes);
  } else {
    answer.stored = feed.answer;
  }
  return answer;
}

// By its token. What is unknown is told alike, whatever is asked for; nothing tells the token
// again.
HttpAnswer PrivateAnswer(const HttpRequest& request, const RouterContext& context,
                         std::string_view token) {
  constexpr std::string_view kCacheability = "private";
  const PrivateFeeds::Feed* feed =
      context.private_feeds ? context.private_feeds->Find(token) : nullptr;
  if (feed == nullptr) return Told(request, 404, std::string(kNoFeed));
  if (feed->gone())
    return Told(request, 410, "Kalenderlänken är borttagen. The calendar link is gone.\n");
  if (request.method == HttpRequest::Method::kGet)
    context.private_feeds->NoteFetch(*feed, {context.now, ClientOf(request.user_agent)});
  const std::string etag = feed->etag();
  HttpAnswer answer;
  if (NotModified(request, etag, feed->last_modified())) {
    auto fields = std::make_shared<const std::string>(
        NotModifiedFields(etag, feed->last_modified(), kCacheability));
    answer.status = 304;
    answer.stored = *fields;
    answer.keeps = std::move(fields);
    return answer;
  }
  auto served = context.cache->Get(feed->link() + etag, [&] {
    return Served({.path = "/kalender.ics",
                   .etag = etag,
                   .last_modified = feed->last_modified(),
                   .body = context.private_feeds->Render(*feed)},
                  kCacheability);
  });
  answer.stored = served->answer;
  if (request.method == HttpRequest::Method::kHead)
    answer.stored = answer.stored.substr(0, served->head_bytes);
  answer.keeps = std::move(served);
  return answer;
}

HttpAnswer PageAnswer(const HttpRequest& request, const RouterContext& context) {
  constexpr std::string_view kHtml = "text/html";
  const std::string base_url = BaseUrl(context.public_url, request.host);
  const AskedPage asked = AskedPageOf(request.target, *context.catalog, context.today, base_url);
  const PublicCalendar& calendar = asked.calendar;
  if (std::optional<std::string> page =
          PageAt(calendar, context.templates, asked.parts, asked.query))
    return ContentAnswer(request, 200, kHtml, std::move(*page),
                         MayBeFramed(asked.parts) ? kAnybody : kNobody);
  return ContentAnswer(request, 404, kHtml, MissingPage(calendar, context.templates));
}

}  // namespace

HttpAnswer Route(const HttpRequest& request, const RouterContext& context) {
  if (request.method == HttpRequest::Method::kOptions)
    return {.status = 204, .fields = std::string(kAllow), .body = {}, .stored = {}, .keeps = {}};
  if (request.method == HttpRequest::Method::kOther)
    return Told(request, 405, "Här går det bara att läsa. This can only be read.\n", kAllow);
  const std::string_view path = PathOf(request.target);
  if (path.empty())
    return Told(request, 400, "Adressen går inte att läsa. The address cannot be read.\n");
  if (path == "/healthz") return Told(request, 200, "ok\n");
  if (path == "/readyz")
    return context.catalog ? Told(request, 200, "ok\n") : Told(request, 503, "not ready\n");
  // Feeds are not disallowed: some calendars obey (feed profile H15). They say noindex themselves.
  if (path == "/robots.txt") return Told(request, 200, "User-agent: *\nDisallow:\n");
  if (path == "/style.css")
    return ContentAnswer(request, 200, "text/css", std::string(context.style));
  if (path == "/app" || path.starts_with("/app/")) return context.workplace.Answer(request, path);
  if (!context.catalog) return Told(request, 503, "not ready\n", "Retry-After: 5\r\n");
  if (const auto feed = context.catalog->feeds.find(path); feed != context.catalog->feeds.end())
    return FeedAnswer(request, context, feed->second);
  constexpr std::string_view kPrivate = "/feed/";
  constexpr std::string_view kEnding = ".ics";
  if (path.starts_with(kPrivate) && path.ends_with(kEnding) &&
      path.size() > kPrivate.size() + kEnding.size())
    return PrivateAnswer(
        request, context,
        path.substr(kPrivate.size(), path.size() - kPrivate.size() - kEnding.size()));
  if (path.starts_with("/feeds/") || path.starts_with(kPrivate))
    return Told(request, 404, std::string(kNoFeed));
  return PageAnswer(request, context);
}

}  // namespace rytm
