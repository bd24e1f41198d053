#include "server/server.h"

#include <atomic>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <charconv>
#include <condition_variable>
#include <iostream>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "base/limits.h"
#include "base/system_reason.h"
#include "server/session.h"

namespace rytm {
namespace {

namespace net = boost::asio;
using tcp = net::ip::tcp;

constexpr auto kTuple = net::as_tuple(net::use_awaitable);
constexpr std::chrono::milliseconds kAcceptPause{100};  // when the system is out of descriptors

Text Listening(const std::string& listen) {
  return {"Adressen att lyssna på är " + listen + ".",
          "The address to listen on is " + listen + "."};
}

Error CannotRead(const std::string& listen) {
  return Refuse(
      ErrorCode::kBadInput,
      Text("\"" + listen +
               "\" är ingen adress att lyssna på. Skriv som 127.0.0.1:8080 eller [::1]:8080.",
           "\"" + listen +
               "\" is no address to listen on. Write it as 127.0.0.1:8080 or [::1]:8080."));
}

Error CannotListen(const std::string& listen, const boost::system::error_code& trouble) {
  const bool taken = trouble == net::error::address_in_use;
  const Text why =
      taken ? Text("Porten är upptagen: något annat program lyssnar redan på " + listen + ".",
                   "The port is taken: another program listens on " + listen + " already.")
            : Listening(listen) + Text(" ") + SystemReason(trouble);
  return Refuse(ErrorCode::kUnavailable,
                why + Text(" Välj en annan med --listen (eller RYTM_LISTEN för deploy/run).",
                           " Choose another by --listen (or RYTM_LISTEN for deploy/run)."));
}

// "127.0.0.1:8080", "[::1]:8080", "localhost:8080" is not: a name may mean several addresses.
std::optional<tcp::endpoint> EndpointOf(std::string_view listen) {
  const std::size_t colon = listen.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  std::string_view host = listen.substr(0, colon);
  const std::string_view port_text = listen.substr(colon + 1);
  std::uint16_t port = 0;
  const auto [end, error] =
      std::from_chars(port_text.data(), port_text.data() + port_text.size(), port);
  if (error != std::errc() || end != port_text.data() + port_text.size()) return std::nullopt;
  const bool bracketed = host.starts_with('[') && host.ends_with(']');
  if (bracketed) host = host.substr(1, host.size() - 2);
  boost::system::error_code trouble;
  const net::ip::address address = net::ip::make_address(std::string(host), trouble);
  if (trouble || address.is_v6() != bracketed) return std::nullopt;  // in a URL it needs brackets
  return tcp::endpoint(address, port);
}

// A thread that reads and answers, with its own connections.
struct Worker {
  Worker(const Handlers& handlers, const Clock& clock) : sessions(handlers, clock) {}
  Sessions sessions;  // before the context, which ends connections that are left when it goes
  std::atomic<std::size_t> open{0};
  net::io_context context{1};
  net::executor_work_guard<net::io_context::executor_type> work = net::make_work_guard(context);
};

class AsioServer final : public Server {
 public:
  AsioServer(const ServerOptions& options, const Clock& clock, Handlers handlers,
             Refresher refresher)
      : stop_wait_(options.stop_wait),
        clock_(clock),
        handlers_(std::move(handlers)),
        refresher_(std::move(refresher)) {
    for (unsigned i = 1; i < options.threads; ++i)
      workers_.push_back(std::make_unique<Worker>(handlers_, clock_));
  }

  boost::system::error_code Open(const tcp::endpoint& endpoint) {
    boost::system::error_code trouble;
    acceptor_.open(endpoint.protocol(), trouble);
    if (!trouble) acceptor_.set_option(net::socket_base::reuse_address(true), trouble);
    if (!trouble) acceptor_.bind(endpoint, trouble);
    if (!trouble) acceptor_.listen(net::socket_base::max_listen_connections, trouble);
    if (!trouble) port_ = acceptor_.local_endpoint(trouble).port();
    return trouble;
  }

  std::uint16_t port() const override { return port_; }

  void Run() override {
    signals_.async_wait([this](const boost::system::error_code& trouble, int) {
      if (!trouble) BeginStop();
    });
    net::co_spawn(main_.context, Accept(), net::detached);
    std::vector<std::thread> threads;
    for (std::size_t i = 1; i < workers_.size(); ++i)
      threads.emplace_back([worker = workers_[i].get()] { worker->context.run(); });
    std::thread refreshing([this] { RefreshUntilStopped(); });
    main_.context.run();
    for (std::thread& thread : threads) thread.join();
    refreshing.join();
    handlers_.slow_work->WaitUntilNone();
  }

  void Stop() override {
    net::post(main_.context, [this] { BeginStop(); });
  }

  void RefreshNow() override {
    {
      const std::lock_guard lock(refresh_mutex_);
      refresh_asked_ = true;
    }
    refresh_wakes_.notify_all();
  }

 private:
  std::size_t OpenConnections() const {
    std::size_t open = 0;
    for (const auto& worker : workers_) open += worker->open.load(std::memory_order_relaxed);
    return open;
  }

  net::awaitable<void> Accept() {
    for (std::size_t turn = 0; !stopping_; ++turn) {
      Worker& worker = *workers_[turn % workers_.size()];
      auto [trouble, socket] = co_await acceptor_.async_accept(worker.context, kTuple);
      if (stopping_) break;
      if (trouble || OpenConnections() >= kConnectionsMax) {
        if (!trouble) continue;  // over the limit: the socket closes here
        net::steady_timer pause(main_.context, kAcceptPause);
        co_await pause.async_wait(kTuple);
        continue;
      }
      worker.open.fetch_add(1, std::memory_order_relaxed);
      net::co_spawn(worker.context, worker.sessions.Serve(std::move(socket)),
                    [&worker](const std::exception_ptr& thrown) {
                      worker.open.fetch_sub(1, std::memory_order_relaxed);
                      Tell(thrown);
                    });
    }
  }

  // A fault of our own in one answer ends that connection, never the server.
  static void Tell(const std::exception_ptr& thrown) {
    if (!thrown) return;
    try {
      std::rethrow_exception(thrown);
    } catch (const std::exception& fault) {
      std::cerr << "rytm: a connection ended by a fault: " << fault.what() << std::endl;
    }
  }

  // On the main thread.
  void BeginStop() {
    if (stopping_) return;
    stopping_ = true;
    boost::system::error_code ignored;
    signals_.cancel(ignored);
    acceptor_.close(ignored);
    {
      const std::lock_guard lock(refresh_mutex_);
      refresh_stopped_ = true;
    }
    refresh_wakes_.notify_all();
    for (const auto& worker : workers_) {
      net::post(worker->context, [w = worker.get()] {
        w->sessions.Stop();
        w->work.reset();  // the thread ends with its last connection
      });
    }
    deadline_.expires_after(stop_wait_);
    deadline_.async_wait([this](const boost::system::error_code& trouble) {
      if (trouble) return;
      for (const auto& worker : workers_) worker->context.stop();
    });
    WatchForEnd();
  }

  // The deadline itself must not keep the main thread once all connections are closed.
  void WatchForEnd() {
    constexpr std::chrono::milliseconds kLook{20};
    if (OpenConnections() == 0) {
      deadline_.cancel();
      return;
    }
    look_.expires_after(kLook);
    look_.async_wait([this](const boost::system::error_code& trouble) {
      if (!trouble) WatchForEnd();
    });
  }

  void RefreshUntilStopped() {
    std::unique_lock lock(refresh_mutex_);
    for (;;) {
      refresh_wakes_.wait_for(lock, kRefreshSeconds,
                              [this] { return refresh_stopped_ || refresh_asked_; });
      if (refresh_stopped_) return;
      refresh_asked_ = false;
      lock.unlock();
      refresher_();
      lock.lock();
    }
  }

  const std::chrono::seconds stop_wait_;
  const Clock& clock_;
  const Handlers handlers_;
  const Refresher refresher_;
  std::vector<std::unique_ptr<Worker>> workers_;  // the first is the thread that calls Run
  Worker& main_ = *workers_.emplace_back(std::make_unique<Worker>(handlers_, clock_));
  tcp::acceptor acceptor_{main_.context};
  net::signal_set signals_{main_.context, SIGINT, SIGTERM};
  net::steady_timer deadline_{main_.context};
  net::steady_timer look_{main_.context};
  std::uint16_t port_ = 0;
  bool stopping_ = false;
  std::mutex refresh_mutex_;
  std::condition_variable refresh_wakes_;
  bool refresh_stopped_ = false;
  bool refresh_asked_ = false;
};

}  // namespace

Result<std::unique_ptr<Server>> Server::Listen(const ServerOptions& options, const Clock& clock,
                                               Handler handler, Refresher refresher,
                                               SlowHandler* slow) {
  const std::optional<tcp::endpoint> endpoint = EndpointOf(options.listen);
  if (!endpoint) return CannotRead(options.listen);
  auto server = std::make_unique<AsioServer>(options, clock, Handlers{std::move(handler), slow},
                                             std::move(refresher));
  if (const boost::system::error_code trouble = server->Open(*endpoint))
    return CannotListen(options.listen, trouble);
  return std::unique_ptr<Server>(std::move(server));
}

}  // namespace rytm
