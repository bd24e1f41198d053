#include "mail/smtp.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <utility>

#include "base/limits.h"

namespace rytm {
namespace {

void StartCurl() {
  static std::once_flag started;
  std::call_once(started, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

bool IsThisMachine(std::string_view host) {
  return host == "localhost" || host == "127.0.0.1" || host == "::1" || host == "[::1]";
}

bool IsHost(std::string_view host) {
  return !host.empty() && host.size() <= kHostBytesMax &&
         std::all_of(host.begin(), host.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '.' || c == '-' || c == ':' || c == '[' || c == ']';
         });
}

// The step that a command of ours begins; nullopt: it goes on with the one before.
std::optional<SmtpStep> StepOf(std::string_view command) {
  constexpr std::pair<std::string_view, SmtpStep> kCommands[] = {
      {"EHLO", SmtpStep::kHello},        {"HELO", SmtpStep::kHello},
      {"STARTTLS", SmtpStep::kStartTls}, {"AUTH", SmtpStep::kLogin},
      {"MAIL FROM", SmtpStep::kSender},  {"RCPT TO", SmtpStep::kRecipient},
      {"DATA", SmtpStep::kData}};
  for (const auto& [word, step] : kCommands)
    if (command.starts_with(word)) return step;
  return std::nullopt;
}

// 0: it begins with no code.
int CodeOf(std::string_view answer) {
  int code = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    if (i >= answer.size() || answer[i] < '0' || answer[i] > '9') return 0;
    code = code * 10 + (answer[i] - '0');
  }
  return code;
}

// The enhanced code of a policy (RFC 3463 §3.8), "550 5.7.1 …": about us, not about the recipient.
bool IsPolicy(std::string_view answer) {
  return answer.size() > 7 && answer.substr(4).starts_with("5.7.");
}

// Where it ended, and with what: what that means for the mail. No code: the connection broke.
Delivery Judge(SmtpStep step, int code, std::string_view answer) {
  constexpr int kClosing = 421;
  constexpr int kLoginRequired = 530;
  constexpr int kTooLarge = 552;
  const bool for_good = code >= 500;
  if (step < SmtpStep::kSender || code == kLoginRequired) return Delivery::kNoRelay;
  if (step < SmtpStep::kText && (code == 0 || code == kClosing)) return Delivery::kNoRelay;
  switch (step) {
    case SmtpStep::kSender:  // refused for good by mistake, most likely: the next setting may mend
                             // it
      return code == kTooLarge ? Delivery::kRefused : Delivery::kTryAgain;
    case SmtpStep::kRecipient:
      return for_good && !IsPolicy(answer) ? Delivery::kBounced : Delivery::kTryAgain;
    default:
      return for_good ? Delivery::kRefused : Delivery::kTryAgain;
  }
}

}  // namespace

Result<Done> CheckSmtp(const SmtpSettings& settings) {
  const auto refused = [](Text message) {
    return Refuse(ErrorCode::kBadInput, std::move(message));
  };
  if (!IsHost(settings.host) || settings.port < 1 || settings.port > 65535)
    return refused({"E-postserverns namn eller port går inte att använda.",
                    "The mail server's name or port cannot be used."});
  if (settings.security == SmtpSecurity::kNone && !IsThisMachine(settings.host))
    return refused({"Utan TLS skickas mejl bara till en server på samma maskin (localhost).",
                    "Without TLS mail is sent only to a server on this machine (localhost)."});
  return Done{};
}

struct SmtpTransport::Session {
  explicit Session(SmtpSettings given) : settings(std::move(given)) {
    StartCurl();
    curl = curl_easy_init();
    if (curl == nullptr) throw std::runtime_error("curl_easy_init failed");
    const bool tls = settings.security == SmtpSecurity::kTls;
    const std::string url = std::string(tls ? "smtps://" : "smtp://") + settings.host + ":" +
                            std::to_string(settings.port);
    Set(CURLOPT_URL, url.c_str());
    Set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    Set(CURLOPT_PROXY, "");  // whatever the environment says
    Set(CURLOPT_USE_SSL,
        static_cast<long>(settings.security == SmtpSecurity::kNone ? CURLUSESSL_NONE
                                                                   : CURLUSESSL_ALL));
    Set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!settings.ca_file.empty()) Set(CURLOPT_CAINFO, settings.ca_file.c_str());
    if (!settings.user.empty()) {
      Set(CURLOPT_USERNAME, settings.user.c_str());
      Set(CURLOPT_PASSWORD, settings.password.c_str());
    }
    Set(CURLOPT_NOSIGNAL, 1L);
    Set(CURLOPT_CONNECTTIMEOUT, static_cast<long>(kMailConnectSecondsMax.count()));
    Set(CURLOPT_SERVER_RESPONSE_TIMEOUT, static_cast<long>(kMailSecondsMax.count() / 2));
    Set(CURLOPT_TIMEOUT, static_cast<long>(kMailSecondsMax.count()));
    Set(CURLOPT_UPLOAD, 1L);
    Set(CURLOPT_ERRORBUFFER, trouble.data());
    SetFunctions();
  }
  ~Session() { curl_easy_cleanup(curl); }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  template <class Value>
  void Set(CURLoption option, Value value) {
    if (curl_easy_setopt(curl, option, value) != CURLE_OK)
      throw std::runtime_error("libcurl does not know option " + std::to_string(option));
  }

  void SetFunctions() {
    const curl_read_callback read = [](char* to, std::size_t size, std::size_t count, void* me) {
      std::string_view& left = static_cast<Session*>(me)->unsent;
      const std::size_t bytes = std::min(size * count, left.size());
      std::memcpy(to, left.data(), bytes);
      left.remove_prefix(bytes);
      return bytes;
    };
    Set(CURLOPT_READFUNCTION, read);
    Set(CURLOPT_READDATA, this);
    const curl_debug_callback listen = [](CURL*, curl_infotype type, char* bytes, std::size_t size,
                                          void* me) {
      static_cast<Session*>(me)->Hear(type, {bytes, size});
      return 0;
    };
    Set(CURLOPT_DEBUGFUNCTION, listen);
    Set(CURLOPT_DEBUGDATA, this);
    Set(CURLOPT_VERBOSE, 1L);
    const curl_xferinfo_callback go_on = [](void* me, curl_off_t, curl_off_t, curl_off_t,
                                            curl_off_t) {
      const auto& session = *static_cast<Session*>(me);
      return session.stopped && session.step < SmtpStep::kText ? 1 : 0;
    };
    Set(CURLOPT_XFERINFOFUNCTION, go_on);
    Set(CURLOPT_XFERINFODATA, this);
    Set(CURLOPT_NOPROGRESS, 0L);
  }

  // Commands and answers as they go by. The words of a login are not looked at.
  void Hear(curl_infotype type, std::string_view line) {
    if (over) return;
    if (type == CURLINFO_HEADER_OUT) {
      over = line.starts_with("QUIT");
      if (over) return;
      if (const std::optional<SmtpStep> begun = StepOf(line)) step = *begun;
      code = 0;
    } else if (type == CURLINFO_HEADER_IN && CodeOf(line) != 0) {
      code = CodeOf(line);
      answer = WithoutAddresses(line);
      dialogue.push_back({step, answer});
      if (step == SmtpStep::kData && code == 354) {
        step = SmtpStep::kText;
        code = 0;
      }
    }
  }

  CURLcode Perform(const RenderedMail& mail, bool anew) {
    step = SmtpStep::kConnect;
    code = 0;
    over = false;
    answer.clear();
    dialogue.clear();
    trouble[0] = '\0';
    unsent = mail.bytes;
    Set(CURLOPT_FRESH_CONNECT, anew ? 1L : 0L);
    return curl_easy_perform(curl);
  }

  bool ConnectionWasKept() const {
    long made = 0;
    curl_easy_getinfo(curl, CURLINFO_NUM_CONNECTS, &made);
    return made == 0;
  }

  const SmtpSettings settings;
  CURL* curl = nullptr;
  std::array<char, CURL_ERROR_SIZE> trouble{};
  std::string_view unsent;
  SmtpStep step = SmtpStep::kConnect;
  int code = 0;       // of the answer to the last command; 0: none came
  bool over = false;  // libcurl says good-bye
  std::string answer;
  std::vector<SmtpExchange> dialogue;
  std::atomic<bool> stopped = false;
};

SmtpTransport::SmtpTransport(SmtpSettings settings)
    : session_(std::make_unique<Session>(std::move(settings))) {}
SmtpTransport::~SmtpTransport() = default;

Delivered SmtpTransport::Send(const RenderedMail& mail) {
  Session& session = *session_;
  const auto recipients = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>(
      curl_slist_append(nullptr, ("<" + mail.recipient + ">").c_str()), curl_slist_free_all);
  session.Set(CURLOPT_MAIL_FROM, ("<" + mail.sender + ">").c_str());
  session.Set(CURLOPT_MAIL_RCPT, recipients.get());
  session.Set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(mail.bytes.size()));
  CURLcode result = session.Perform(mail, false);
  Delivery judged = Judge(session.step, session.code, session.answer);
  // A server may end a connection between two mails: that says nothing of this one.
  if (result != CURLE_OK && judged == Delivery::kNoRelay && session.ConnectionWasKept() &&
      !session.stopped) {
    result = session.Perform(mail, true);
    judged = Judge(session.step, session.code, session.answer);
  }
  session.Set(CURLOPT_MAIL_RCPT, static_cast<curl_slist*>(nullptr));
  if (result == CURLE_OK) return {};
  if (session.code >= 400) return {.delivery = judged, .answer = session.answer};
  const char* words = session.trouble[0] != '\0' ? session.trouble.data() : nullptr;
  return {.delivery = judged,
          .answer = WithoutAddresses(words != nullptr ? words : curl_easy_strerror(result))};
}

const std::vector<SmtpExchange>& SmtpTransport::dialogue() const { return session_->dialogue; }

void SmtpTransport::Stop() { session_->stopped = true; }

}  // namespace rytm
