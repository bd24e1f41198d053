// The HTTP server: sockets, time limits, stopping in order. What is answered is the router's
// business.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/clock.h"
#include "base/limits.h"
#include "base/result.h"
#include "server/http.h"

namespace rytm {

struct ServerOptions {
  std::string listen = "127.0.0.1:8080";  // address and port; port 0: any free one; "[::1]:8080"
  unsigned threads = 1;                   // that read and answer
  std::chrono::seconds stop_wait = kStopSecondsMax;  // for requests in flight, when told to stop
};

// Answers requests from any of the server's threads; must not block.
using Handler = std::function<HttpAnswer(const HttpRequest&)>;
// Called once every kRefreshSeconds and after RefreshNow, never twice at a time, from a thread of
// its own: may block.
using Refresher = std::function<void()>;

// Answers what takes its time, on threads of its own. From any of the server's threads.
class SlowHandler {
 public:
  using Answered = std::function<void(HttpAnswer)>;
  virtual ~SlowHandler() = default;

  // Whether the target is one of its own.
  virtual bool Takes(std::string_view target) const = 0;
  // The longest body it reads of such a request.
  virtual std::size_t BodyBytesMax(std::string_view method, std::string_view target) const = 0;
  // Returns at once; `answered` is called once, now or later, from any thread.
  virtual void Answer(ApiRequest request, Answered answered) = 0;
  // To a request whose body was not read. 413: it is too long; 503: too many long ones are being
  // read.
  virtual HttpAnswer Refuse(int status, const ApiRequest& request) const = 0;
};

class Server {
 public:
  // Takes the port. The clock, which must outlive the server, gives the Date of answers; so must
  // `slow`, if there is one. kUnavailable: it is taken or the address is not ours; kBadInput:
  // `listen` cannot be read.
  static Result<std::unique_ptr<Server>> Listen(const ServerOptions& options, const Clock& clock,
                                                Handler handler, Refresher refresher,
                                                SlowHandler* slow = nullptr);
  virtual ~Server() = default;

  virtual std::uint16_t port() const = 0;

  // Serves until SIGINT, SIGTERM or Stop(). Then no connection is taken, requests in flight are
  // answered for at most `stop_wait`, and Run returns once no slow handler is at work any more.
  virtual void Run() = 0;

  // From any thread.
  virtual void Stop() = 0;
  // Something changed: the refresher is called at once. From any thread.
  virtual void RefreshNow() = 0;
};

}  // namespace rytm
