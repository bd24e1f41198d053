#include "app/catalog.h"

#include "app/rules.h"
#include "base/limits.h"

namespace rytm {
namespace {

std::string TwoDigits(long number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string FileName(const std::string& path) { return path.substr(path.rfind('/') + 1); }

// The fields a 200 and a 304 have in common (feed profile H4-H16). No Content-Encoding: some
// calendars stop at gzip.
std::string CommonFields(const std::string& etag, Instant last_modified,
                         std::string_view cacheability) {
  return "ETag: " + etag + "\r\nLast-Modified: " + HttpDate(last_modified) +
         "\r\nCache-Control: " + std::string(cacheability) +
         ", max-age=" + std::to_string(kFeedMaxAge.count()) + "\r\n";
}

}  // namespace

std::string HttpDate(Instant instant) {
  constexpr const char* kWeekdays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = date::floor<date::days>(instant);
  const date::year_month_day civil{day};
  const date::hh_mm_ss<std::chrono::seconds> time{instant - day};
  return std::string(kWeekdays[date::weekday{day}.c_encoding()]) + ", " +
         TwoDigits(static_cast<long>(static_cast<unsigned>(civil.day()))) + " " +
         kMonths[static_cast<unsigned>(civil.month()) - 1] + " " +
         std::to_string(static_cast<int>(civil.year())) + " " + TwoDigits(time.hours().count()) +
         ":" + TwoDigits(time.minutes().count()) + ":" + TwoDigits(time.seconds().count()) + " GMT";
}

std::string NotModifiedFields(const std::string& etag, Instant last_modified,
                              std::string_view cacheability) {
  return CommonFields(etag, last_modified, cacheability) + "\r\n";
}

ServedFeed Served(const StoredFeed& feed, std::string_view cacheability) {
  ServedFeed served{.etag = feed.etag,
                    .last_modified = feed.last_modified,
                    .answer = "",
                    .head_bytes = 0,
                    .not_modified = ""};
  served.answer =
      "Content-Type: text/calendar; charset=utf-8\r\nContent-Length: " +
      std::to_string(feed.body.size()) + "\r\nContent-Disposition: inline; filename=\"" +
      FileName(feed.path) + "\"\r\n" + CommonFields(feed.etag, feed.last_modified, cacheability) +
      "Accept-Ranges: none\r\nX-Robots-Tag: noindex, nofollow\r\nReferrer-Policy: no-referrer\r\n"
      "X-Content-Type-Options: nosniff\r\n\r\n";
  served.head_bytes = served.answer.size();
  served.answer += feed.body;
  served.not_modified = NotModifiedFields(feed.etag, feed.last_modified, cacheability);
  return served;
}

Result<std::shared_ptr<const Catalog>> LoadCatalog(Store& store) {
  auto catalog = std::make_shared<Catalog>();
  const Result<Revisions> newest = store.Newest();
  if (!newest.ok()) return newest.error();
  catalog->of = newest.value();
  Result<Organisation> organisation = OrganisationInForce(store);
  if (!organisation.ok()) return organisation.error();
  catalog->organisation = std::move(organisation).value();
  Result<std::vector<Edition>> editions = store.LatestEditions();
  if (!editions.ok()) return editions.error();
  for (Edition& edition : editions.value()) {
    std::string body = edition.body;
    catalog->editions.emplace(std::move(body), std::move(edition));
  }
  const Result<std::vector<StoredFeed>> feeds = store.Feeds();
  if (!feeds.ok()) return feeds.error();
  for (const StoredFeed& feed : feeds.value())
    catalog->feeds.emplace(feed.path, Served(feed, "public"));
  return std::shared_ptr<const Catalog>(std::move(catalog));
}

}  // namespace rytm
