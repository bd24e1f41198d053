// Ten thousand letters that are due, to a mail server over a kept connection: all that sending does
// (looked up, rendered, sent, noted, durable) beside libcurl alone with the same mails.
//
// The server is aiosmtpd, as in tests/e2e; a server in C++ that does nothing but answer shows what
// is ours alone.
#include <benchmark/benchmark.h>
#include <curl/curl.h>

#include <array>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "app/data_folder.h"
#include "app/mail_sending.h"
#include "mail/smtp.h"
#include "store/person_store.h"
#include "tests/mail/smtp_server.h"
#include "tests/temporary_folder.h"

namespace rytm {
namespace {

constexpr int kLetters = 10'000;
constexpr int kPeople = 1'000;

// aiosmtpd in a process of its own, for as long as this lives.
class PythonServer {
 public:
  PythonServer() {
    const std::string command =
        std::string("exec /usr/bin/python3 ") + RYTM_SOURCE_DIR + "/tests/bench/smtp_sink.py";
    pipe_ = popen(command.c_str(), "r");
    std::array<char, 64> line{};
    if (pipe_ == nullptr || std::fgets(line.data(), line.size(), pipe_) == nullptr)
      throw std::runtime_error("no aiosmtpd");
    port_ = std::stoi(line.data());
  }
  ~PythonServer() {
    SmtpTransport({.host = "127.0.0.1", .port = port_, .security = SmtpSecurity::kNone})
        .Send({.sender = "stop@ekeby.example", .recipient = "stop@ekeby.example", .bytes = "\r\n"});
    pclose(pipe_);
  }
  PythonServer(const PythonServer&) = delete;
  PythonServer& operator=(const PythonServer&) = delete;
  int port() const { return port_; }

 private:
  std::FILE* pipe_ = nullptr;
  int port_ = 0;
};

std::string AddressOf(int person) { return "p" + std::to_string(person) + "@example.org"; }

Letter LetterOf(int number, Instant now) {
  Letter letter{.keys = {"reminder/" + std::to_string(number)},
                .person = "p-" + std::to_string(number % kPeople)};
  letter.subject = "Om en vecka: kommunstyrelsen onsdag 13 januari kl. 13.30";
  for (int i = 0; i < 20; ++i) letter.text += "Onsdag 13 januari kl. 13.30–16.30, Stora salen.\n";
  letter.html = "<!doctype html><html><body>";
  for (int i = 0; i < 20; ++i)
    letter.html += "<p>Onsdag 13 januari kl. 13.30–16.30, Stora salen.</p>\n";
  letter.due = now;
  letter.stale = now + std::chrono::hours{24};
  return letter;
}

// A data folder in which the letters are due.
struct FullOutbox {
  FullOutbox() : database(MakeDataFolder(folder.string()).value()) {
    const Instant now = clock.Now();
    (void)database->AllOrNothing([&]() -> Result<Done> {
      for (int person = 0; person < kPeople; ++person)
        (void)database->people().Save(
            {.id = "p-" + std::to_string(person),
             .name = "Åsa Exempel",
             .address = AddressOf(person),
             .created = now,
             .assignments = {{.body = "ks", .from = *ParseDay("2020-01-01")}}});
      std::vector<Letter> letters;
      for (int number = 0; number < kLetters; ++number) letters.push_back(LetterOf(number, now));
      (void)database->outbox().Add(letters, "ekeby.example", now);
      return Done{};
    });
  }

  TemporaryFolder folder;
  SystemClock clock;
  std::unique_ptr<Database> database;
};

const MailSettings kSettings{.from = {"Ekeby kommun", "kallelse@ekeby.example"},
                             .reply_to = "kansliet@ekeby.example",
                             .per_domain_and_minute = 1'000'000};

// VmHWM, the most memory this process has held.
double MostMegabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1024;
  return 0;
}

template <class Server>
void Rytm(benchmark::State& state) {
  const Server server;
  double grown = 0;
  for (auto _ : state) {
    state.PauseTiming();
    FullOutbox outbox;
    SmtpTransport transport(
        {.host = "127.0.0.1", .port = server.port(), .security = SmtpSecurity::kNone});
    MailSending sending(*outbox.database, transport, kSettings,
                        Zone::Find("Europe/Stockholm").value(), outbox.clock);
    const double before = MostMegabytes();
    state.ResumeTiming();
    if (sending.SendDue().value().sent != kLetters) state.SkipWithError("not all were sent");
    state.PauseTiming();
    grown = MostMegabytes() - before;
    state.ResumeTiming();
  }
  state.counters["grown_MB"] = grown;
  state.SetItemsProcessed(state.iterations() * kLetters);
}

// The same mails by libcurl as it comes: rendered before, noted nowhere.
template <class Server>
void Libcurl(benchmark::State& state) {
  const Server server;
  const Instant now = SystemClock().Now();
  OutboxLetter letter;
  letter.letter = LetterOf(0, now);
  letter.message_id = "letter.1.20270113T070000Z@ekeby.example";
  const std::string bytes =
      RenderMail(letter.letter,
                 HeadOf(letter, {.id = "p-1", .name = "Åsa Exempel", .address = AddressOf(1)},
                        kSettings, now))
          .value()
          .bytes;
  CURL* curl = curl_easy_init();
  const std::string url = "smtp://127.0.0.1:" + std::to_string(server.port());
  std::string_view unsent;
  const curl_read_callback read = [](char* to, std::size_t size, std::size_t count, void* me) {
    auto& left = *static_cast<std::string_view*>(me);
    const std::size_t n = std::min(size * count, left.size());
    std::memcpy(to, left.data(), n);
    left.remove_prefix(n);
    return n;
  };
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(curl, CURLOPT_READFUNCTION, read);
  curl_easy_setopt(curl, CURLOPT_READDATA, &unsent);
  curl_easy_setopt(curl, CURLOPT_MAIL_FROM, "<kallelse@ekeby.example>");
  for (auto _ : state) {
    for (int number = 0; number < kLetters; ++number) {
      curl_slist* to = curl_slist_append(nullptr, AddressOf(number % kPeople).c_str());
      unsent = bytes;
      curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to);
      curl_easy_setopt(curl, CURLOPT_INFILESIZE, static_cast<long>(bytes.size()));
      if (curl_easy_perform(curl) != CURLE_OK) state.SkipWithError("not all were sent");
      curl_slist_free_all(to);
    }
  }
  curl_easy_cleanup(curl);
  state.SetItemsProcessed(state.iterations() * kLetters);
}

BENCHMARK(Libcurl<PythonServer>)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);
BENCHMARK(Rytm<PythonServer>)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);
BENCHMARK(Libcurl<SmtpServer>)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);
BENCHMARK(Rytm<SmtpServer>)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

}  // namespace
}  // namespace rytm
