// The server on real sockets: what clients do to it, and how it stops.
#include "server/server.h"

#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

#include "tests/server/client.h"

namespace rytm {
namespace {

const SystemClock kClock;  // Date is the machine's

// Tells what it was asked, with the body; below /api/slow/stream it goes on until it is told to
// end.
class Echo final : public SlowHandler {
 public:
  class Counting final : public EventStream {
   public:
    std::string Take() override { return std::exchange(text_, ""); }
    void WakeBy(std::function<void()> wake) override { wake(); }

   private:
    std::string text_ = "data: 1\n\n";
  };

  ~Echo() override {
    for (std::thread& thread : threads_) thread.join();
  }
  bool Takes(std::string_view target) const override { return target.starts_with("/api/"); }
  std::size_t BodyBytesMax(std::string_view, std::string_view) const override { return 100'000; }
  void Answer(ApiRequest request, Answered answered) override {
    const std::lock_guard lock(mutex_);
    threads_.emplace_back([request = std::move(request), answered = std::move(answered)] {
      HttpAnswer answer;
      if (request.target == "/api/stream") {
        answer.stream = std::make_shared<Counting>();
      } else {
        answer.body = request.method + " " + request.target + " from " + request.peer + " " +
                      request.Field("x-twice") + " " + std::to_string(request.body.size()) + "\n";
        answer.fields = "Content-Length: " + std::to_string(answer.body.size()) + "\r\n";
      }
      answered(std::move(answer));
    });
  }
  HttpAnswer Refuse(int status, const ApiRequest&) const override {
    return {.status = status, .fields = "Content-Length: 0\r\n"};
  }

 private:
  std::mutex mutex_;
  std::vector<std::thread> threads_;
};

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
        [this] { refreshed_.fetch_add(1); }, &echo_);
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
  Echo echo_;
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

TEST_F(ServerTest, HeadOfASlowAnswerIsWithoutItsBody) {
  const std::string answer = Answer(
      "HEAD /api/x HTTP/1.1\r\nHost: x\r\n\r\nGET /2 HTTP/1.1\r\nHost: x\r\nConnection: "
      "close\r\n\r\n");
  EXPECT_NE(std::string::npos, answer.find("Content-Length: "));
  EXPECT_EQ(std::string::npos, answer.find("HEAD /api/x from"));
  EXPECT_TRUE(answer.ends_with("for /2\n")) << "the next answer begins where it should";
}

TEST_F(ServerTest, ASlowHandlerGetsTheWholeRequest) {
  const std::string body(100'000, 'b');
  Client client(server_->port());
  client.Send(
      "PATCH /api/a?x=1 HTTP/1.1\r\nHost: x\r\nX-Twice: 1\r\nX-TWICE: 2\r\nContent-Length: "
      "100000\r\n\r\n" +
      body);
  EXPECT_TRUE(client.ReadUntil("\r\n\r\n").starts_with("HTTP/1.1 200 OK"));
  EXPECT_EQ("PATCH /api/a?x=1 from 127.0.0.1 1, 2 100000\n", client.ReadUntil("\n"));
  client.Send(
      "POST /api/b HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
  client.ReadUntil("\r\n\r\n");
  EXPECT_EQ("POST /api/b from 127.0.0.1  3\n", client.ReadUntil("\n"));
  client.Send(
      "PUT /api/c HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  EXPECT_EQ("HTTP/1.1 100 Continue\r\n\r\n", client.ReadUntil("\r\n\r\n"));
  client.Send("ab");
  client.ReadUntil("\r\n\r\n");
  EXPECT_EQ("PUT /api/c from 127.0.0.1  2\n", client.ReadUntil("\n"));
}

TEST_F(ServerTest, BodiesOverTheLimitAreRefused) {
  const std::string more(100'001, 'b');
  for (const std::string& framing :
       {std::string("Content-Length: 100001\r\n\r\n") + more,
        std::string("Transfer-Encoding: chunked\r\n\r\n186a1\r\n") + more + "\r\n0\r\n\r\n"}) {
    Client client(server_->port());
    client.Send("POST /api/a HTTP/1.1\r\nHost: x\r\n" + framing);
    EXPECT_EQ("HTTP/1.1 413 Payload Too Large", StatusLine(client.ReadAll()));
  }
}

TEST_F(ServerTest, AStreamGoesOnUntilTheServerStops) {
  Client client(server_->port());
  client.Send("GET /api/stream HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_NE(std::string::npos, client.ReadUntil("\r\n\r\n").find("Connection: close"));
  EXPECT_EQ("data: 1\n\n", client.ReadUntil("\n\n"));
  EXPECT_EQ(":\n\n", client.ReadUntil("\n\n")) << "a sign of life, as it was woken for nothing";
  server_->Stop();
  EXPECT_EQ("", client.ReadAll());
  EXPECT_TRUE(client.closed());
}

TEST_F(ServerTest, RefreshesAtOnceWhenToldTo) {
  server_->RefreshNow();
  while (refreshed_.load() == 0) std::this_thread::yield();
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
