// A client on a plain socket.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdint>
#include <string>
#include <utility>

namespace rytm {

// One connection, as a plain client would make it. Reads give up after a while, so a server that
// hangs fails a test.
class Client {
 public:
  explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const timeval patience{20, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  }
  ~Client() { ::close(socket_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  bool connected() const { return connected_; }
  // The server closed after its answer: no reset that may lose it, and no waiting for us to leave.
  bool closed() const { return closed_; }
  // False once the server takes no more.
  bool Send(const std::string& bytes) const {
    return ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
           static_cast<ssize_t>(bytes.size());
  }

  // Until the text has come, or nothing more does.
  std::string ReadUntil(const std::string& end) {
    while (got_.find(end) == std::string::npos && ReadSome()) {
    }
    const std::size_t found = got_.find(end);
    const std::size_t length = found == std::string::npos ? got_.size() : found + end.size();
    std::string read = got_.substr(0, length);
    got_.erase(0, length);
    return read;
  }
  // So many bytes, or all that come.
  std::string ReadBytes(std::size_t count) {
    while (got_.size() < count && ReadSome()) {
    }
    std::string read = got_.substr(0, count);
    got_.erase(0, read.size());
    return read;
  }
  std::string ReadAll() {
    while (ReadSome()) {
    }
    return std::exchange(got_, {});
  }

 private:
  bool ReadSome() {
    char bytes[4096];
    const ssize_t count = ::recv(socket_, bytes, sizeof bytes, 0);
    closed_ = count == 0;
    if (count <= 0) return false;
    got_.append(bytes, static_cast<std::size_t>(count));
    return true;
  }
  int socket_;
  bool connected_ = false;
  bool closed_ = false;
  std::string got_;
};

}  // namespace rytm
