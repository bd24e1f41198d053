// One connection: requests in, answers out, with limits on time and size. Private to this room.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <memory>
#include <unordered_set>

#include "base/clock.h"
#include "server/server.h"

namespace rytm {

// The connections of one thread; all of it is used from that thread alone.
class Sessions {
 public:
  Sessions(const Handler& handler, const Clock& clock) : handler_(handler), clock_(clock) {}

  // Serves the connection until either side has enough.
  boost::asio::awaitable<void> Serve(boost::asio::ip::tcp::socket socket);

  // Closes connections that wait for a request; the others close after the answer they are at.
  void Stop();

  std::size_t open() const { return open_.size(); }

 private:
  class Session;
  const Handler& handler_;
  const Clock& clock_;
  std::unordered_set<Session*> open_;
  bool stopping_ = false;
};

}  // namespace rytm
