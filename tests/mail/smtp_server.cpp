#include "tests/mail/smtp_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

namespace rytm {

SmtpServer::SmtpServer(Answers answers)
    : answers_(std::move(answers)), listening_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  if (bind(listening_, generic, size) != 0 || listen(listening_, 10) != 0 ||
      getsockname(listening_, generic, &size) != 0)
    throw std::runtime_error("cannot listen");
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { Serve(); });
}

SmtpServer::~SmtpServer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    shutdown(listening_, SHUT_RDWR);
    if (client_ >= 0) shutdown(client_, SHUT_RDWR);
  }
  thread_.join();
  close(listening_);
}

int SmtpServer::connections() const {
  const std::lock_guard lock(mutex_);
  return connections_;
}

std::vector<std::string> SmtpServer::texts() const {
  const std::lock_guard lock(mutex_);
  return texts_;
}

std::vector<std::string> SmtpServer::commands() const {
  const std::lock_guard lock(mutex_);
  return commands_;
}

void SmtpServer::Serve() {
  for (;;) {
    const int client = accept(listening_, nullptr, nullptr);
    if (client < 0) return;
    {
      const std::lock_guard lock(mutex_);
      client_ = stopping_ ? -1 : client;
      ++connections_;
    }
    if (client_ >= 0) Talk(client);
    const std::lock_guard lock(mutex_);
    client_ = -1;
    close(client);
  }
}

void SmtpServer::Talk(int client) {
  std::string unread;
  std::string line;
  if (!Answer(client, "", "220 here")) return;
  while (ReadLine(client, unread, line)) {
    {
      const std::lock_guard lock(mutex_);
      commands_.push_back(line);
    }
    const bool text = line.starts_with("DATA");
    if (!Answer(client, line, text ? "354 go on" : "250 fine")) return;
    if (!text || answers_.contains("DATA")) continue;
    std::string whole;
    while (ReadLine(client, unread, line) && line != ".")
      whole += (line.starts_with('.') ? line.substr(1) : line) + "\r\n";
    if (!answers_.contains(".")) {  // before its answer: whoever hears it may look at once
      const std::lock_guard lock(mutex_);
      texts_.push_back(std::move(whole));
    }
    if (!Answer(client, ".", "250 taken")) return;
  }
}

bool SmtpServer::Answer(int client, const std::string& command, const std::string& usual) {
  std::string answer = usual;
  for (const auto& [beginning, told] : answers_)
    if (beginning.empty() ? command.empty() : command.starts_with(beginning)) answer = told;
  if (answer == "drop") return false;
  answer += "\r\n";
  return send(client, answer.data(), answer.size(), MSG_NOSIGNAL) ==
         static_cast<ssize_t>(answer.size());
}

bool SmtpServer::ReadLine(int client, std::string& unread, std::string& line) const {
  for (;;) {
    if (const std::size_t end = unread.find("\r\n"); end != std::string::npos) {
      line = unread.substr(0, end);
      unread.erase(0, end + 2);
      return true;
    }
    char buffer[4096];
    const ssize_t got = recv(client, buffer, sizeof buffer, 0);
    if (got <= 0) return false;
    unread.append(buffer, static_cast<std::size_t>(got));
  }
}

}  // namespace rytm
