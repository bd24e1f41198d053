#include "server/workplace.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/embedded.h"
#include "app/etag.h"
#include "base/fold.h"
#include "server/conditional.h"

namespace rytm {
namespace {

constexpr std::string_view kFolder = "/app/";
constexpr std::string_view kDocument = "index.html";
constexpr std::string_view kPacked = ".gz";

// All it needs is its own: scripts, styles and letters from here, data from the API.
constexpr std::string_view kSafety =
    "X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; font-src "
    "'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'\r\n";

std::string_view TypeOf(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kTypes{{
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".woff2", "font/woff2"},
  }};
  for (const auto& [ending, type] : kTypes)
    if (name.ends_with(ending)) return type;
  return "application/octet-stream";
}

// Whether "gzip;q=0.5, br" takes gzip (RFC 9110 §12.5.3): named, or by *, and not with weight 0.
bool TakesGzip(std::string_view accept_encoding) {
  bool takes = false;
  while (!accept_encoding.empty()) {
    const std::size_t comma = std::min(accept_encoding.find(','), accept_encoding.size());
    std::string coding;
    for (const char c : accept_encoding.substr(0, comma))
      if (c != ' ' && c != '\t') coding += c;
    accept_encoding.remove_prefix(std::min(comma + 1, accept_encoding.size()));
    const std::size_t weight = std::min(coding.find(';'), coding.size());
    const std::string name = LowerAscii(coding.substr(0, weight));
    const bool refused =
        weight < coding.size() && coding.find_first_not_of("0.", weight + 3) == std::string::npos;
    if (name == "gzip") return !refused;
    if (name == "*") takes = !refused;
  }
  return takes;
}

HttpAnswer Told(const HttpRequest& request, int status, std::string words,
                std::string_view more_fields = {}) {
  HttpAnswer answer =
      TextAnswer(status, std::move(words),
                 "Cache-Control: no-cache\r\n" + std::string(more_fields) + std::string(kSafety));
  if (request.method == HttpRequest::Method::kHead) answer.body.clear();
  return answer;
}

}  // namespace

Workplace::Workplace(const std::map<std::string, std::string_view>& files) {
  for (const auto& [name, bytes] : files) {
    if (name.ends_with(kPacked)) continue;
    File& file = files_[name];
    file = {.type = TypeOf(name), .bytes = bytes, .etag = EtagOf(bytes)};
    if (const auto packed = files.find(name + std::string(kPacked)); packed != files.end()) {
      file.packed = packed->second;
      file.packed_etag = EtagOf(packed->second);
    }
  }
}

Workplace Workplace::Embedded() {
  constexpr std::string_view kEmbedded = "web/";
  std::map<std::string, std::string_view> files;
  for (const std::string_view path : EmbeddedPaths(kEmbedded))
    files.emplace(path.substr(kEmbedded.size()), *EmbeddedFile(path));
  return Workplace(files);
}

HttpAnswer Workplace::Answer(const HttpRequest& request, std::string_view path) const {
  if (files_.empty())
    return Told(request, 404,
                "Arbetsplatsen är inte med i det här bygget av Rytm.\n"
                "The workplace is not part of this build of Rytm.\n");
  if (!path.starts_with(kFolder))
    return Told(request, 308, "", "Location: " + std::string(kFolder) + "\r\n");
  const std::string_view name = path.substr(kFolder.size());
  const bool page = name.find('.') == std::string_view::npos;
  const auto found = files_.find(page ? kDocument : name);
  if (found == files_.end())
    return Told(request, 404, "Den filen finns inte. There is no such file.\n");
  const File& file = found->second;
  const bool packed = !file.packed.empty() && TakesGzip(request.accept_encoding);
  const std::string& etag = packed ? file.packed_etag : file.etag;
  const std::string_view bytes = packed ? file.packed : file.bytes;
  // Names stay the same from one version to the next: asked for anew each time, sent when changed.
  const std::string common = "ETag: " + etag +
                             "\r\nCache-Control: no-cache\r\nVary: Accept-Encoding\r\n" +
                             std::string(kSafety);
  if (HasTag(request.if_none_match, etag)) return {.status = 304, .fields = common};
  HttpAnswer answer;
  answer.fields = "Content-Type: " + std::string(file.type) +
                  "\r\nContent-Length: " + std::to_string(bytes.size()) + "\r\n" +
                  (packed ? "Content-Encoding: gzip\r\n" : "") + common;
  if (request.method != HttpRequest::Method::kHead) answer.body = std::string(bytes);
  return answer;
}

}  // namespace rytm
