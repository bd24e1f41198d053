#include "server/session.h"

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_static_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/status.hpp>

#include "app/catalog.h"
#include "base/limits.h"

namespace rytm {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Parser = http::request_parser<http::empty_body>;

constexpr auto kTuple = net::as_tuple(net::use_awaitable);
// Beyond async_write's default of 64 KiB a turn: a feed goes out in one piece (measured 1.3-1.6
// times faster).
constexpr std::size_t kWriteBytesMax = 1024 * 1024;

std::string_view View(beast::string_view text) { return {text.data(), text.size()}; }

HttpRequest::Method MethodOf(http::verb verb) {
  switch (verb) {
    case http::verb::get:
      return HttpRequest::Method::kGet;
    case http::verb::head:
      return HttpRequest::Method::kHead;
    case http::verb::options:
      return HttpRequest::Method::kOptions;
    default:
      return HttpRequest::Method::kOther;
  }
}

// Points into the message.
HttpRequest RequestOf(const Parser::value_type& message) {
  HttpRequest request;
  request.method = MethodOf(message.method());
  request.target = View(message.target());
  request.host = View(message[http::field::host]);
  request.if_none_match = View(message[http::field::if_none_match]);
  request.if_modified_since = View(message[http::field::if_modified_since]);
  return request;
}

// The Date field changes once a second; one buffer a thread.
const std::string& DateField(Instant now) {
  thread_local std::string field;
  thread_local Instant written{};
  if (now != written) {
    written = now;
    field = "Date: " + HttpDate(now) + "\r\n";
  }
  return field;
}

// What the parser stopped at, as an answer; 0 where there is nobody left to answer.
int StatusOf(const beast::error_code& error) {
  if (error == http::error::header_limit) return 431;
  if (error == http::error::body_limit) return 413;
  if (error == http::error::bad_version) return 505;
  if (error == beast::error::timeout || error == http::error::end_of_stream ||
      error == http::error::partial_message ||
      error.category() != make_error_code(http::error::bad_method).category())
    return 0;
  return 400;
}

HttpAnswer Refusal(int status) {
  HttpAnswer answer;
  answer.status = status;
  answer.fields = "Content-Type: text/plain; charset=utf-8\r\nContent-Length: 0\r\n";
  return answer;
}

}  // namespace

class Sessions::Session {
 public:
  Session(Sessions& sessions, net::ip::tcp::socket socket)
      : sessions_(sessions), stream_(std::move(socket)) {
    sessions_.open_.insert(this);
  }
  ~Session() { sessions_.open_.erase(this); }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  net::awaitable<void> Run() {
    beast::error_code ignored;
    stream_.socket().set_option(net::ip::tcp::no_delay(true), ignored);
    while (co_await ServeOne()) {
    }
    stream_.socket().shutdown(net::ip::tcp::socket::shutdown_send, ignored);
    co_await DiscardRest();
  }

  void CloseIfIdle() {
    if (idle_) stream_.close();
  }

 private:
  // Whether there may be another request on this connection.
  net::awaitable<bool> ServeOne() {
    // Waiting for the first byte is one thing, sending slowly another.
    if (buffer_.size() == 0) {
      idle_ = true;
      stream_.expires_after(kIdleSecondsMax);
      const auto [error, bytes] =
          co_await stream_.async_read_some(buffer_.prepare(kReadBytes), kTuple);
      idle_ = false;
      if (error) co_return false;
      buffer_.commit(bytes);
    }
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(kRequestHeadBytesMax));
    parser.body_limit(0);
    stream_.expires_after(kRequestSecondsMax);
    const auto [error, bytes] = co_await http::async_read(stream_, buffer_, parser, kTuple);
    if (error) {
      const int status = StatusOf(error);
      if (status == 0) co_return false;
      // Outlook tries to publish where it subscribes, with a body we do not read: what it is told
      // is that this can only be read.
      const bool writes = error == http::error::body_limit &&
                          MethodOf(parser.get().method()) == HttpRequest::Method::kOther;
      HttpAnswer answer = Refusal(status);
      if (writes) answer = sessions_.handler_(RequestOf(parser.get()));
      co_return co_await Send(std::move(answer), /*keep=*/false, true);
    }
    co_return co_await Answer(parser.get());
  }

  net::awaitable<bool> Answer(const Parser::value_type& message) {
    const bool newest = message.version() >= 11;
    const bool keep = message.keep_alive() && !sessions_.stopping_;
    if (newest && message.count(http::field::host) != 1)
      co_return co_await Send(Refusal(400), false, newest);
    co_return co_await Send(sessions_.handler_(RequestOf(message)), keep, newest);
  }

  // Whether the connection goes on: never where `keep` is false and the client was told so.
  net::awaitable<bool> Send(HttpAnswer answer, bool keep, bool newest) {
    std::string head =
        "HTTP/1.1 " + std::to_string(answer.status) + " " +
        std::string(View(http::obsolete_reason(static_cast<http::status>(answer.status)))) +
        "\r\n" + DateField(sessions_.clock_.Now());
    if (!keep)
      head += "Connection: close\r\n";
    else if (!newest)
      head += "Connection: keep-alive\r\n";
    if (answer.stored.empty()) head += answer.fields + "\r\n";
    const std::string_view rest =
        answer.stored.empty() ? std::string_view(answer.body) : answer.stored;
    const std::array<net::const_buffer, 2> buffers{net::buffer(head),
                                                   net::buffer(rest.data(), rest.size())};
    stream_.expires_after(kRequestSecondsMax);
    const auto [error, bytes] = co_await net::async_write(
        stream_, buffers,
        [](const beast::error_code& trouble, std::size_t) {
          return trouble ? std::size_t{0} : kWriteBytesMax;
        },
        kTuple);
    co_return !error && keep && !sessions_.stopping_;
  }

  // A socket closed with unread bytes makes the kernel reset the connection, and the client may
  // lose an answer on its way: what it still sends is taken until it closes too (RFC 9112 §9.6).
  net::awaitable<void> DiscardRest() {
    stream_.expires_after(kLingerSecondsMax);
    for (std::size_t discarded = 0; discarded < kLingerBytesMax;) {
      buffer_.clear();
      const auto [error, bytes] =
          co_await stream_.async_read_some(buffer_.prepare(buffer_.max_size()), kTuple);
      if (error) co_return;
      discarded += bytes;
    }
  }

  static constexpr std::size_t kReadBytes = 2 * 1024;
  Sessions& sessions_;
  beast::tcp_stream stream_;
  beast::flat_static_buffer<kRequestHeadBytesMax + kReadBytes> buffer_;
  bool idle_ = false;
};

net::awaitable<void> Sessions::Serve(net::ip::tcp::socket socket) {
  if (stopping_) co_return;
  const auto session = std::make_unique<Session>(*this, std::move(socket));
  co_await session->Run();
}

void Sessions::Stop() {
  stopping_ = true;
  for (Session* session : open_) session->CloseIfIdle();
}

}  // namespace rytm
