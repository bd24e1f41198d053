#include "commands/configuration.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string_view>
#include <vector>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include "base/limits.h"
#include "base/nearest_word.h"

namespace rytm {
namespace {

std::string PlaceOf(const toml::source_region& source) {
  return "line " + std::to_string(source.begin.line) + ", column " +
         std::to_string(source.begin.column);
}

// A table of the file. Each key is asked for once; what is left over at the end is unknown.
class Section {
 public:
  Section(const toml::table& table, const std::string& file, std::vector<Problem>& problems)
      : table_(table), file_(file), problems_(problems) {}

  const toml::table* Table(std::string_view key) {
    const toml::node* node = Take(key);
    if (node == nullptr || node->is_table()) return node == nullptr ? nullptr : node->as_table();
    Tell(*node, {"Här ska det stå ett avsnitt, [" + std::string(key) + "].",
                 "A section belongs here, [" + std::string(key) + "]."});
    return nullptr;
  }

  // Empty where it is not given.
  std::string String(std::string_view key, bool required = false) {
    const toml::node* node = Take(key);
    if (node == nullptr) {
      if (required)
        problems_.push_back({.file = file_,
                             .pointer = PlaceOf(table_.source()),
                             .what = Text("Nyckeln \"" + std::string(key) + "\" saknas.",
                                          "The key \"" + std::string(key) + "\" is missing."),
                             .instead = {}});
      return "";
    }
    if (const auto* text = node->as_string(); text != nullptr && !text->get().empty())
      return text->get();
    Tell(*node, {"Här ska det stå en text, som \"…\".", "A text belongs here, such as \"…\"."});
    return "";
  }

  std::optional<std::int64_t> Number(std::string_view key, std::int64_t most) {
    const toml::node* node = Take(key);
    if (node == nullptr) return std::nullopt;
    if (const auto* number = node->as_integer();
        number != nullptr && number->get() >= 1 && number->get() <= most)
      return number->get();
    Tell(*node, {"Här ska det stå ett tal från 1 till " + std::to_string(most) + ".",
                 "A number from 1 to " + std::to_string(most) + " belongs here."});
    return std::nullopt;
  }

  void TellAt(std::string_view key, Text what, Text instead = {}) {
    const toml::node* node = table_.get(key);
    Tell(node == nullptr ? static_cast<const toml::node&>(table_) : *node, std::move(what),
         std::move(instead));
  }

  void RefuseOthers() {
    for (const auto& [key, node] : table_)
      if (std::find(known_.begin(), known_.end(), key.str()) == known_.end())
        problems_.push_back(
            {.file = file_,
             .pointer = PlaceOf(key.source()),
             .what = Text("Nyckeln \"" + std::string(key.str()) + "\" finns inte här.",
                          "There is no key \"" + std::string(key.str()) + "\" here."),
             .instead = DidYouMean(key.str(), known_)});
  }

 private:
  const toml::node* Take(std::string_view key) {
    known_.push_back(key);
    return table_.get(key);
  }
  void Tell(const toml::node& node, Text what, Text instead = {}) {
    problems_.push_back({.file = file_,
                         .pointer = PlaceOf(node.source()),
                         .what = std::move(what),
                         .instead = std::move(instead)});
  }

  const toml::table& table_;
  const std::string& file_;
  std::vector<Problem>& problems_;
  std::vector<std::string_view> known_;
};

// "Ekeby kommun <kansliet@ekeby.example>" or the address alone.
Mailbox MailboxIn(const std::string& text) {
  const std::size_t open = text.find('<');
  if (open == std::string::npos || text.back() != '>') return {.name = "", .address = text};
  std::string name = text.substr(0, open);
  while (!name.empty() && name.back() == ' ') name.pop_back();
  return {.name = std::move(name), .address = text.substr(open + 1, text.size() - open - 2)};
}

// "smtp://mail.ekeby.example:587"; false: it cannot be read.
bool ReadRelay(std::string_view relay, SmtpSettings& smtp) {
  constexpr int kSubmission = 587;
  constexpr int kSubmissions = 465;
  const std::size_t scheme = relay.find("://");
  if (scheme == std::string_view::npos) return false;
  const std::string_view name = relay.substr(0, scheme);
  if (name != "smtp" && name != "smtps") return false;
  smtp.security = name == "smtps" ? SmtpSecurity::kTls : SmtpSecurity::kStartTls;
  smtp.port = name == "smtps" ? kSubmissions : kSubmission;
  std::string_view host = relay.substr(scheme + 3);
  if (const std::size_t colon = host.rfind(':');
      colon != std::string_view::npos && host.back() != ']') {
    const std::string_view port = host.substr(colon + 1);
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), smtp.port);
    if (error != std::errc() || end != port.data() + port.size()) return false;
    host = host.substr(0, colon);
  }
  smtp.host = host;
  return true;
}

void ReadSecurity(Section& mail, SmtpSettings& smtp) {
  const std::string tls = mail.String("tls");
  if (tls.empty()) return;
  if (tls == "starttls")
    smtp.security = SmtpSecurity::kStartTls;
  else if (tls == "tls")
    smtp.security = SmtpSecurity::kTls;
  else if (tls == "none")
    smtp.security = SmtpSecurity::kNone;
  else
    mail.TellAt("tls",
                {"Det finns inget \"" + tls + "\" här.", "There is no \"" + tls + "\" here."},
                Text("starttls, tls, none"));
}

void CheckMailbox(Section& mail, const char* key, const Mailbox& mailbox) {
  if (mailbox.address.empty()) return;  // told already
  for (const Result<Done>& fits :
       {CheckAddress(mailbox.address), CheckHeadText(mailbox.name, {"Namnet", "The name"})})
    if (!fits.ok()) mail.TellAt(key, fits.error().message);
}

// The first line of the file.
void ReadPassword(Section& mail, const std::filesystem::path& folder, SmtpSettings& smtp) {
  const std::string name = mail.String("password-file");
  if (name.empty() != smtp.user.empty())
    mail.TellAt("user", {"\"user\" och \"password-file\" hör ihop.",
                         "\"user\" and \"password-file\" belong together."});
  if (name.empty()) return;
  std::ifstream file(folder / name);
  std::getline(file, smtp.password);
  if (smtp.password.empty() || smtp.password.size() > kPasswordBytesMax)
    mail.TellAt("password-file",
                {"Filen går inte att läsa, eller så är dess första rad tom: " + name,
                 "The file cannot be read, or its first line is empty: " + name});
}

MailConfiguration ReadMail(const toml::table& table, const std::string& file,
                           std::vector<Problem>& problems) {
  constexpr std::int64_t kPerMinuteMost = 100'000;
  Section mail(table, file, problems);
  const std::filesystem::path folder = std::filesystem::path(file).parent_path();
  MailConfiguration read;
  const std::string relay = mail.String("relay", true);
  const bool relay_read = ReadRelay(relay, read.smtp);
  ReadSecurity(mail, read.smtp);
  read.smtp.user = mail.String("user");
  ReadPassword(mail, folder, read.smtp);
  if (const std::string ca = mail.String("ca-file"); !ca.empty())
    read.smtp.ca_file = (folder / ca).string();
  read.sending.from = MailboxIn(mail.String("from", true));
  read.sending.reply_to = mail.String("reply-to", true);
  if (const auto most = mail.Number("per-domain-per-minute", kPerMinuteMost))
    read.sending.per_domain_and_minute = static_cast<std::size_t>(*most);
  mail.RefuseOthers();
  if (const Result<Done> fits = CheckSmtp(read.smtp); !relay.empty() && (!relay_read || !fits.ok()))
    mail.TellAt(
        "relay",
        relay_read ? fits.error().message
                   : Text("Den här adressen går inte att använda.", "This address cannot be used."),
        Text("smtp://mail.ekeby.example:587"));
  CheckMailbox(mail, "from", read.sending.from);
  CheckMailbox(mail, "reply-to", {.name = "", .address = read.sending.reply_to});
  return read;
}

Error Wrong(const std::string& path, std::vector<Problem> problems) {
  return Refuse(ErrorCode::kBadInput,
                Text("Inställningarna i " + path + " går inte att använda.",
                     "The settings in " + path + " cannot be used."),
                std::move(problems));
}

Result<std::string> ReadText(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text(kConfigurationBytesMax + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (!text.empty() && text.size() <= kConfigurationBytesMax) return text;
  return Refuse(ErrorCode::kNotFound,
                Text("Inställningarna går inte att läsa, är tomma eller för stora: " + path,
                     "The settings cannot be read, are empty or too large: " + path));
}

}  // namespace

Result<Configuration> ReadConfiguration(const std::string& path) {
  if (path.empty()) return Configuration{};
  const Result<std::string> text = ReadText(path);
  if (!text.ok()) return text.error();
  const toml::parse_result parsed = toml::parse(std::string_view(text.value()));
  if (!parsed) {
    const toml::parse_error& error = parsed.error();
    return Wrong(path, {{.file = path,
                         .pointer = PlaceOf(error.source()),
                         .what = Text(std::string(error.description())),
                         .instead = {}}});
  }
  std::vector<Problem> problems;
  Section file(parsed.table(), path, problems);
  Configuration configuration;
  if (const toml::table* mail = file.Table("mail"))
    configuration.mail = ReadMail(*mail, path, problems);
  file.RefuseOthers();
  if (!problems.empty()) return Wrong(path, std::move(problems));
  return configuration;
}

}  // namespace rytm
