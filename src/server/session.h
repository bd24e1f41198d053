// One connection: requests in, answers out, with limits on time and size. Private to this room.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <unordered_set>

#include "base/clock.h"
#include "server/server.h"

namespace rytm {

// Counts the requests that a slow handler is at, so that nobody leaves under its hands, and those
// with long bodies, so that they do not eat the memory.
class SlowWork {
 public:
  // Until what is returned is gone.
  static std::shared_ptr<void> Begin(const std::shared_ptr<SlowWork>& work);
  // The same; nullptr: kLongBodiesMax have begun already.
  static std::shared_ptr<void> BeginLong(const std::shared_ptr<SlowWork>& work);
  void WaitUntilNone();

 private:
  static std::shared_ptr<void> Count(const std::shared_ptr<SlowWork>& work,
                                     std::size_t SlowWork::*counter, std::size_t most);

  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t under_way_ = 0;
  std::size_t long_ = 0;
};

struct Handlers {
  Handler answer;
  SlowHandler* slow = nullptr;  // none: everything is answered at once
  std::shared_ptr<SlowWork> slow_work = std::make_shared<SlowWork>();
};

// The connections of one thread; all of it is used from that thread alone.
class Sessions {
 public:
  Sessions(const Handlers& handlers, const Clock& clock) : handlers_(handlers), clock_(clock) {}

  // Serves the connection until either side has enough.
  boost::asio::awaitable<void> Serve(boost::asio::ip::tcp::socket socket);

  // Closes connections that wait for a request, and ends streams; the others close after the answer
  // they are at.
  void Stop();

  std::size_t open() const { return open_.size(); }

 private:
  class Session;
  const Handlers& handlers_;
  const Clock& clock_;
  std::unordered_set<Session*> open_;
  bool stopping_ = false;
};

}  // namespace rytm
