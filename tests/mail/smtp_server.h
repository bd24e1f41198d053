// A mail server of a few lines, in a thread of its own: it says what a test tells it to say.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace rytm {

class SmtpServer {
 public:
  // The answers, by the beginning of the command they are to: "RCPT TO" → "550 5.1.1 no such user".
  // "." is the end of the text, "" the greeting. "drop" as an answer ends the connection. What is
  // not told is answered well.
  using Answers = std::map<std::string, std::string>;
  explicit SmtpServer(Answers answers = Answers());
  ~SmtpServer();
  SmtpServer(const SmtpServer&) = delete;
  SmtpServer& operator=(const SmtpServer&) = delete;

  int port() const { return port_; }
  int connections() const;
  // The texts taken, as they came, dots unstuffed.
  std::vector<std::string> texts() const;
  std::vector<std::string> commands() const;

 private:
  void Serve();
  void Talk(int client);
  // False: the connection ends.
  bool Answer(int client, const std::string& command, const std::string& usual);
  // Nullopt at the end of the connection.
  bool ReadLine(int client, std::string& unread, std::string& line) const;

  const Answers answers_;
  int listening_ = -1;
  int port_ = 0;
  mutable std::mutex mutex_;
  int client_ = -1;
  bool stopping_ = false;
  int connections_ = 0;
  std::vector<std::string> texts_;
  std::vector<std::string> commands_;
  std::thread thread_;
};

}  // namespace rytm
