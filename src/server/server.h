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
// Called once every kRefreshSeconds, never twice at a time, from a thread of its own: may block.
using Refresher = std::function<void()>;

class Server {
 public:
  // Takes the port. The clock, which must outlive the server, gives the Date of answers.
  // kUnavailable: it is taken or the address is not ours; kBadInput: `listen` cannot be read.
  static Result<std::unique_ptr<Server>> Listen(const ServerOptions& options, const Clock& clock,
                                                Handler handler, Refresher refresher);
  virtual ~Server() = default;

  virtual std::uint16_t port() const = 0;

  // Serves until SIGINT, SIGTERM or Stop(). Then no connection is taken, requests in flight are
  // answered for at most `stop_wait`, and Run returns.
  virtual void Run() = 0;

  // From any thread.
  virtual void Stop() = 0;
};

}  // namespace rytm
