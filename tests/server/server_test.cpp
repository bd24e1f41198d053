// The server on real sockets: what clients do to it, and how it stops.
#include "server/server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <atomic>
#include <thread>
#include <vector>

namespace rytm {
namespace {

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

const SystemClock kClock;  // Date is the machine's

class ServerTest : public testing::Test {
 protected:
  void SetUp() override {
    Result<std::unique_ptr<Server>> server = Server::Listen(
        {.listen = "127.0.0.1:0", .threads = 2}, kClock,
        [this](const HttpRequest& request) {
          asked_.fetch_add(1);
          HttpAnswer answer;
          if (request.target == "/large") {
            answer.stored = large_;
          } else {
            if (request.method == HttpRequest::Method::kOther) answer.status = 405;
            answer.body = "you asked for " + std::string(request.target) + "\n";
            answer.fields = "Content-Length: " + std::to_string(answer.body.size()) + "\r\n";
            if (request.method == HttpRequest::Method::kHead) answer.body.clear();
          }
          return answer;
        },
        [this] { refreshed_.fetch_add(1); });
    ASSERT_TRUE(server.ok());
    server_ = std::move(server).value();
    running_ = std::thread([this] { server_->Run(); });
  }
  void TearDown() override {
    server_->Stop();
    if (running_.joinable()) running_.join();
  }

  std::string Answer(const std::string& request) {
    Client client(server_->port());
    client.Send(request);
    return client.ReadAll();
  }
  static std::string StatusLine(const std::string& answer) {
    return answer.substr(0, answer.find("\r\n"));
  }

  const std::string large_body_ = std::string(3 * 1024 * 1024, 'x');
  const std::string large_ =
      "Content-Length: " + std::to_string(large_body_.size()) + "\r\n\r\n" + large_body_;
  std::atomic<int> asked_{0};
  std::atomic<int> refreshed_{0};
  std::unique_ptr<Server> server_;
  std::thread running_;
};

TEST_F(ServerTest, AnswersWithDateAndLength) {
  const std::string answer = Answer("GET /ekeby HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_EQ("HTTP/1.1 200 OK", StatusLine(answer));
  EXPECT_NE(std::string::npos, answer.find("\r\nDate: "));
  EXPECT_NE(std::string::npos, answer.find(" GMT\r\n"));
  EXPECT_NE(std::string::npos, answer.find("\r\nConnection: close\r\n"));
  EXPECT_TRUE(answer.ends_with("\r\n\r\nyou asked for /ekeby\n"));
}

TEST_F(ServerTest, KeepsTheConnectionAndAnswersPipelinedRequestsInOrder) {
  Client client(server_->port());
  client.Send("GET /1 HTTP/1.1\r\nHost: x\r\n\r\nGET /2 HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_TRUE(client.ReadUntil("for /1\n").ends_with("for /1\n"));
  EXPECT_TRUE(client.ReadUntil("for /2\n").ends_with("for /2\n"));
  client.Send("GET /3 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_TRUE(client.ReadAll().ends_with("for /3\n"));
}

TEST_F(ServerTest, AFeedLargerThanAnyBufferComesWhole) {
  const std::string answer = Answer("GET /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_TRUE(answer.ends_with(large_));
}

TEST_F(ServerTest, OldAndOddClients) {
  struct Row {
    std::string request;
    std::string status;
  };
  const std::string long_target(9000, 'a');
  const std::string long_body(200'000, 'b');
  for (const Row& row :
       {Row{"GET /a HTTP/1.0\r\n\r\n", "HTTP/1.1 200 OK"},
        Row{"GET http://x/a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "HTTP/1.1 200 OK"},
        Row{"GET /a HTTP/1.1\r\nConnection: close\r\n\r\n", "HTTP/1.1 400 Bad Request"},
        Row{"GET /a HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", "HTTP/1.1 400 Bad Request"},
        Row{"GET /a\r\n\r\n", "HTTP/1.1 400 Bad Request"},
        Row{"\x16\x03\x01\x02\r\n\r\n", "HTTP/1.1 400 Bad Request"},
        Row{"GET /" + long_target + " HTTP/1.1\r\nHost: x\r\n\r\n",
            "HTTP/1.1 431 Request Header Fields Too Large"},
        Row{"GET /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello",
            "HTTP/1.1 413 Payload Too Large"},
        Row{"PUT /a HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n\r\n" + long_body,
            "HTTP/1.1 405 Method Not Allowed"},
        Row{"PROPFIND /a HTTP/1.1\r\nHost: x\r\nDepth: 0\r\nConnection: close\r\n\r\n",
            "HTTP/1.1 405 Method Not Allowed"},
        Row{"GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n" + long_body,
            "HTTP/1.1 200 OK"},
        Row{"GET /a HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \r\nCookie: a=b\r\nRange: "
            "bytes=0-9\r\n"
            "Accept-Encoding: gzip\r\nConnection: close\r\n\r\n",
            "HTTP/1.1 200 OK"}}) {
    Client client(server_->port());
    EXPECT_TRUE(client.Send(row.request));
    EXPECT_EQ(row.status, StatusLine(client.ReadAll())) << row.request.substr(0, 60);
    EXPECT_TRUE(client.closed()) << row.request.substr(0, 60);
  }
}

TEST_F(ServerTest, WhoNeverStopsSendingIsCutOff) {
  Client client(server_->port());
  client.Send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000000\r\n\r\n");
  const std::string more(64 * 1024, 'b');
  constexpr int kTriesMax = 10'000;  // 640 MB
  int tries = 0;
  while (tries < kTriesMax && client.Send(more)) ++tries;
  EXPECT_LT(tries, kTriesMax);
}

TEST_F(ServerTest, HeadHasNoBodySoTheNextRequestIsUnderstood) {
  Client client(server_->port());
  client.Send(
      "HEAD /1 HTTP/1.1\r\nHost: x\r\n\r\nGET /2 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  const std::string answers = client.ReadAll();
  EXPECT_EQ(std::string::npos, answers.find("for /1"));
  EXPECT_TRUE(answers.ends_with("for /2\n"));
}

TEST_F(ServerTest, ManyClientsAtOnce) {
  constexpr int kClients = 8;
  constexpr int kRequests = 200;
  std::atomic<int> right{0};
  std::vector<std::thread> threads;
  for (int n = 0; n < kClients; ++n)
    threads.emplace_back([&, n] {
      Client client(server_->port());
      for (int i = 0; i < kRequests; ++i) {
        const std::string name = std::to_string(n) + "-" + std::to_string(i);
        client.Send("GET /" + name + " HTTP/1.1\r\nHost: x\r\n\r\n");
        if (client.ReadUntil("for /" + name + "\n").ends_with("for /" + name + "\n"))
          right.fetch_add(1);
      }
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(kClients * kRequests, right.load());
}

TEST_F(ServerTest, StoppingAnswersTheRequestInFlightAndClosesTheIdle) {
  Client idle(server_->port());
  idle.Send("GET /idle HTTP/1.1\r\nHost: x\r\n\r\n");
  idle.ReadUntil("for /idle\n");
  Client begun(server_->port());
  begun.Send("GET /begun HTTP/1.1\r\nHost: x\r\n");
  Client probe(
      server_->port());  // once this is answered by both threads, the beginning above has been read
  for (int i = 0; i < 4; ++i) Answer("GET /probe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  server_->Stop();
  EXPECT_EQ("", idle.ReadAll());
  begun.Send("\r\n");
  const std::string answer = begun.ReadAll();
  EXPECT_TRUE(answer.ends_with("for /begun\n"));
  EXPECT_NE(std::string::npos, answer.find("Connection: close"));
  EXPECT_FALSE(Client(server_->port()).connected());
}

TEST_F(ServerTest, StoppingFinishesAnAnswerThatIsTakenSlowly) {
  Client slow(server_->port());
  slow.Send("GET /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  const std::string beginning = slow.ReadUntil("\r\n\r\n");
  server_->Stop();
  EXPECT_EQ(large_body_, slow.ReadAll());
}

TEST(ServerStop, WhoNeverFinishesIsLeftWhenTheTimeIsOut) {
  const auto server = Server::Listen(
      {.listen = "127.0.0.1:0", .threads = 2, .stop_wait = std::chrono::seconds{0}}, kClock,
      [](const HttpRequest&) { return HttpAnswer(); }, [] {});
  ASSERT_TRUE(server.ok());
  std::thread running([&] { server.value()->Run(); });
  Client stuck(server.value()->port());
  stuck.Send("GET / HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n");
  stuck.ReadUntil("\r\n\r\n");
  server.value()->Stop();
  running.join();
}

TEST_F(ServerTest, ATakenPortIsToldInPlainWords) {
  const std::string listen = "127.0.0.1:" + std::to_string(server_->port());
  const Result<std::unique_ptr<Server>> second = Server::Listen(
      {.listen = listen, .threads = 1}, kClock, [](const HttpRequest&) { return HttpAnswer(); },
      [] {});
  ASSERT_FALSE(second.ok());
  EXPECT_EQ(ErrorCode::kUnavailable, second.error().code);
  EXPECT_NE(std::string::npos, second.error().message.sv.find("Porten är upptagen"));
  EXPECT_NE(std::string::npos, second.error().message.sv.find(listen));
}

TEST(ServerAddress, WhatIsNoAddressIsRefused) {
  for (const char* listen : {"8080", "localhost:8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:http",
                             "127.0.0.1:99999", "", ":8080", "::1:8080", "[127.0.0.1]:8080",
                             "[::1]", "127.0.0.1:-1", "127.0.0.1:8080 ", "http://127.0.0.1:8080"}) {
    const auto server = Server::Listen(
        {.listen = listen, .threads = 1}, kClock, [](const HttpRequest&) { return HttpAnswer(); },
        [] {});
    ASSERT_FALSE(server.ok()) << listen;
    EXPECT_EQ(ErrorCode::kBadInput, server.error().code) << listen;
  }
}

TEST(ServerAddress, Version6StandsInBrackets) {
  const auto listen = [](const std::string& address) {
    return Server::Listen(
        {.listen = address}, kClock, [](const HttpRequest&) { return HttpAnswer(); }, [] {});
  };
  const auto server = listen("[::1]:0");
  if (!server.ok()) GTEST_SKIP() << "no IPv6 here: " << server.error().message.en;
  const std::string taken = "[::1]:" + std::to_string(server.value()->port());
  const auto second = listen(taken);
  ASSERT_FALSE(second.ok());
  EXPECT_NE(std::string::npos, second.error().message.sv.find(taken));
}

}  // namespace
}  // namespace rytm
