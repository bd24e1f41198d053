// A request and its answer as values: what the router and the API see of HTTP. Sockets and parsing
// are in session.cpp.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rytm {

struct HttpRequest {
  enum class Method { kGet, kHead, kOptions, kOther };
  Method method = Method::kGet;
  std::string_view target;  // as sent: "/ekeby/ks?x=1", or absolute: "http://host/ekeby/ks"
  std::string_view host;    // Host field; empty when there is none
  std::string_view if_none_match;
  std::string_view if_modified_since;
  std::string_view user_agent{};
  std::string_view accept_encoding{};
};

// A request of the API with its body, whole: it is answered on another thread than it came by.
struct ApiRequest {
  std::string method;                                         // "PATCH"
  std::string target;                                         // as sent
  std::vector<std::pair<std::string, std::string>> fields{};  // names in lower case
  std::string body{};
  std::string peer{};  // the address it came from

  // Of a field sent more than once the values stand in a row, ", " between.
  std::string Field(std::string_view name) const;
};

// An answer that goes on: server-sent events. Used from one thread.
class EventStream {
 public:
  virtual ~EventStream() = default;

  // What there is to send by now; may be empty.
  virtual std::string Take() = 0;
  // `wake` is called whenever there may be more to take, from any thread, until this is gone.
  virtual void WakeBy(std::function<void()> wake) = 0;
};

// What follows the status line and the Date: either stored bytes of the catalog, or fields and body
// of its own.
struct HttpAnswer {
  int status = 200;
  std::string fields{};  // each with CRLF; without the empty line
  std::string body{};    // empty for HEAD, 204 and 304
  std::string_view
      stored{};  // fields, empty line and body in one piece; then `fields` and `body` are empty
  std::shared_ptr<const void> keeps{};    // what `stored` points into
  std::shared_ptr<EventStream> stream{};  // goes on after `body` until either side has enough
};

// "text/csv; charset=utf-8": our texts are UTF-8.
std::string ContentTypeOf(std::string_view type);

// A few words as text/plain. `more_fields`: each with CRLF.
HttpAnswer TextAnswer(int status, std::string words, std::string_view more_fields);

}  // namespace rytm
