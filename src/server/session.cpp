#include "server/session.h"

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_static_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/status.hpp>
#include <boost/beast/http/string_body.hpp>
#include <cctype>
#include <limits>
#include <optional>

#include "app/catalog.h"
#include "base/limits.h"

namespace rytm {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Parser = http::request_parser<http::empty_body>;
using BodyParser = http::request_parser<http::string_body>;

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
  request.user_agent = View(message[http::field::user_agent]);
  request.accept_encoding = View(message[http::field::accept_encoding]);
  return request;
}

// Without its body.
ApiRequest ApiRequestOf(const http::request_header<>& message, const net::ip::tcp::socket& socket) {
  ApiRequest request{.method = std::string(View(message.method_string())),
                     .target = std::string(View(message.target()))};
  for (const auto& field : message) {
    std::string name(View(field.name_string()));
    for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    request.fields.emplace_back(std::move(name), std::string(View(field.value())));
  }
  beast::error_code gone;
  const net::ip::tcp::endpoint peer = socket.remote_endpoint(gone);
  if (!gone) request.peer = peer.address().to_string();
  return request;
}

// What a session sleeps on until another thread has something for it.
struct Bell {
  explicit Bell(const net::any_io_executor& executor) : timer(executor) {}
  // From the session's thread.
  void Ring() {
    rung = true;
    timer.cancel();
  }
  net::steady_timer timer;
  bool rung = false;
  std::optional<HttpAnswer> answer;
};

void RingFromAnywhere(const std::shared_ptr<Bell>& bell, std::optional<HttpAnswer> answer = {}) {
  net::post(bell->timer.get_executor(), [bell, brought = std::move(answer)]() mutable {
    if (brought) bell->answer = std::move(brought);
    bell->Ring();
  });
}

// Brings the answer home. The work counts as under way until all else is gone.
struct Deliver {
  std::shared_ptr<void> under_way;
  std::shared_ptr<Bell> bell;
  void operator()(HttpAnswer answer) const { RingFromAnywhere(bell, std::move(answer)); }
};

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

std::shared_ptr<void> SlowWork::Count(const std::shared_ptr<SlowWork>& work,
                                      std::size_t SlowWork::*counter, std::size_t most) {
  const std::lock_guard lock(work->mutex_);
  if ((*work).*counter >= most) return nullptr;
  ++((*work).*counter);
  // Any address will do: it is never looked at.
  return {work.get(), [work, counter](void*) {
            const std::lock_guard ended(work->mutex_);
            --((*work).*counter);
            work->changed_.notify_all();
          }};
}

std::shared_ptr<void> SlowWork::Begin(const std::shared_ptr<SlowWork>& work) {
  return Count(work, &SlowWork::under_way_, std::numeric_limits<std::size_t>::max());
}

std::shared_ptr<void> SlowWork::BeginLong(const std::shared_ptr<SlowWork>& work) {
  return Count(work, &SlowWork::long_, kLongBodiesMax);
}

void SlowWork::WaitUntilNone() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return under_way_ == 0; });
}

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

  void Stop() {
    if (idle_) stream_.close();
    if (bell_) bell_->Ring();
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
    parser.body_limit(boost::none);  // whose body is read has a limit of its own below
    stream_.expires_after(kRequestSecondsMax);
    const auto [error, bytes] = co_await http::async_read_header(stream_, buffer_, parser, kTuple);
    if (error) {
      const int status = StatusOf(error);
      if (status == 0) co_return false;
      co_return co_await Send(Refusal(status), /*keep=*/false, true);
    }
    const bool slow = sessions_.handlers_.slow != nullptr &&
                      sessions_.handlers_.slow->Takes(View(parser.get().target()));
    if (slow) co_return co_await ServeSlow(parser);
    if (!parser.is_done()) co_return co_await RefuseBody(parser.get());
    const bool newest = parser.get().version() >= 11;
    if (newest && parser.get().count(http::field::host) != 1)
      co_return co_await Send(Refusal(400), false, newest);
    const bool keep = parser.get().keep_alive() && !sessions_.stopping_;
    co_return co_await Send(sessions_.handlers_.answer(RequestOf(parser.get())), keep, newest);
  }

  // Outlook tries to publish where it subscribes, with a body we do not read: what it is told is
  // that this can only be read.
  net::awaitable<bool> RefuseBody(const Parser::value_type& message) {
    const bool writes = MethodOf(message.method()) == HttpRequest::Method::kOther;
    HttpAnswer answer = Refusal(413);
    if (writes) answer = sessions_.handlers_.answer(RequestOf(message));
    co_return co_await Send(std::move(answer), /*keep=*/false, true);
  }

  // With its body, and answered by another thread.
  net::awaitable<bool> ServeSlow(Parser& head) {
    SlowHandler& slow = *sessions_.handlers_.slow;
    const bool newest = head.get().version() >= 11;
    if (newest && head.get().count(http::field::host) != 1)
      co_return co_await Send(Refusal(400), false, newest);
    ApiRequest request = ApiRequestOf(head.get(), stream_.socket());
    const std::size_t most = slow.BodyBytesMax(request.method, request.target);
    const std::uint64_t length = head.content_length().value_or(head.chunked() ? most : 0);
    if (length > most) co_return co_await Send(slow.Refuse(413, request), false, newest);
    std::shared_ptr<void> is_long;
    if (length > kApiBodyBytesMax) {
      is_long = SlowWork::BeginLong(sessions_.handlers_.slow_work);
      if (!is_long) co_return co_await Send(slow.Refuse(503, request), false, newest);
    }
    if (!head.is_done() && beast::iequals(head.get()[http::field::expect], "100-continue")) {
      constexpr std::string_view kGoOn = "HTTP/1.1 100 Continue\r\n\r\n";
      const auto [error, bytes] =
          co_await net::async_write(stream_, net::buffer(kGoOn.data(), kGoOn.size()), kTuple);
      if (error) co_return false;
    }
    BodyParser parser(std::move(head));
    parser.body_limit(most);
    const auto [error, bytes] = co_await http::async_read(stream_, buffer_, parser, kTuple);
    if (error) {
      const int status = StatusOf(error);
      if (status == 0) co_return false;
      HttpAnswer answer = status == 413 ? slow.Refuse(413, request) : Refusal(status);
      co_return co_await Send(std::move(answer), /*keep=*/false, newest);
    }
    request.body = std::move(parser.get().body());
    const bool head_alone = MethodOf(parser.get().method()) == HttpRequest::Method::kHead;
    const bool keep = parser.get().keep_alive() && !sessions_.stopping_;
    bell_ = std::make_shared<Bell>(stream_.get_executor());
    slow.Answer(std::move(request), Deliver{SlowWork::Begin(sessions_.handlers_.slow_work), bell_});
    while (!bell_->answer) co_await Sleep(net::steady_timer::duration::max());
    HttpAnswer answer = std::move(*bell_->answer);
    if (head_alone) answer.body.clear();
    const std::shared_ptr<EventStream> stream = std::move(answer.stream);
    if (!stream) co_return co_await Send(std::move(answer), keep, newest);
    co_await Send(std::move(answer), /*keep=*/false, newest);
    co_await GoOn(*stream);
    co_return false;
  }

  // Until the bell rings, or for so long. It may have rung before.
  net::awaitable<void> Sleep(net::steady_timer::duration longest) {
    if (!bell_->rung) {
      if (longest == net::steady_timer::duration::max())
        bell_->timer.expires_at(net::steady_timer::time_point::max());
      else
        bell_->timer.expires_after(longest);
      co_await bell_->timer.async_wait(kTuple);
    }
    bell_->rung = false;
  }

  // Events as they come; between them a line that says nothing, so that nobody on the way takes the
  // connection for dead, and that tells us when it is.
  net::awaitable<void> GoOn(EventStream& stream) {
    stream.WakeBy([bell = bell_] { RingFromAnywhere(bell); });
    const auto end = std::chrono::steady_clock::now() + kStreamLife;
    while (!sessions_.stopping_ && std::chrono::steady_clock::now() < end) {
      std::string text = stream.Take();
      if (text.empty()) text = ":\n\n";
      stream_.expires_after(kRequestSecondsMax);
      const auto [error, bytes] = co_await net::async_write(stream_, net::buffer(text), kTuple);
      if (error) break;
      stream_.expires_never();
      co_await Sleep(kHeartbeat);
    }
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
  std::shared_ptr<Bell> bell_;  // once another thread has had something to do for it
};

net::awaitable<void> Sessions::Serve(net::ip::tcp::socket socket) {
  if (stopping_) co_return;
  const auto session = std::make_unique<Session>(*this, std::move(socket));
  co_await session->Run();
}

void Sessions::Stop() {
  stopping_ = true;
  for (Session* session : open_) session->Stop();
}

}  // namespace rytm
