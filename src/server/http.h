// A request and its answer as values: what the router sees of HTTP. Sockets and parsing are in
// session.cpp.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace rytm {

struct HttpRequest {
  enum class Method { kGet, kHead, kOptions, kOther };
  Method method = Method::kGet;
  std::string_view target;  // as sent: "/ekeby/ks?x=1", or absolute: "http://host/ekeby/ks"
  std::string_view host;    // Host field; empty when there is none
  std::string_view if_none_match;
  std::string_view if_modified_since;
};

// What follows the status line and the Date: either stored bytes of the catalog, or fields and body
// of its own.
struct HttpAnswer {
  int status = 200;
  std::string fields;  // each with CRLF; without the empty line
  std::string body;    // empty for HEAD, 204 and 304
  std::string_view
      stored;  // fields, empty line and body in one piece; then `fields` and `body` are empty
  std::shared_ptr<const void> keeps;  // what `stored` points into
};

}  // namespace rytm
