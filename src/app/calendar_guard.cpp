#include "app/calendar_guard.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <iostream>
#include <iterator>
#include <system_error>
#include <utility>

#include "app/bound_process.h"
#include "app/calendar_answer.h"
#include "base/limits.h"
#include "base/system_reason.h"

namespace rytm {
namespace {

Error CannotStart(int number) {
  return {ErrorCode::kUnavailable,
          Text("Kalenderfilen går inte att läsa nu. ", "The calendar file cannot be read now. ") +
              SystemReason({number, std::generic_category()}),
          {}};
}

Error TookTooMuch() {
  return {ErrorCode::kTooLarge,
          {"Kalenderfilen tog för lång tid eller för mycket minne att läsa.",
           "The calendar file took too much time or memory to read."},
          {}};
}

// A file in memory alone: whoever writes to it waits for nobody.
class MemoryFile {
 public:
  explicit MemoryFile(const char* name) : file_(memfd_create(name, MFD_CLOEXEC)) {}
  ~MemoryFile() {
    if (file_ >= 0) close(file_);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  int file() const { return file_; }

  bool Write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = write(file_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return lseek(file_, 0, SEEK_SET) == 0;
  }

  std::string ReadAll() const {
    std::string text(kCalendarAnswerBytesMax, '\0');
    std::size_t size = 0;
    while (size < text.size()) {
      const auto at = static_cast<off_t>(size);
      const ssize_t read = pread(file_, text.data() + size, text.size() - size, at);
      if (read < 0 && errno == EINTR) continue;
      if (read <= 0) break;
      size += static_cast<std::size_t>(read);
    }
    text.resize(size);
    return text;
  }

 private:
  int file_;
};

// The new process's files: what it reads, what it writes, and nothing else.
class ChildFiles {
 public:
  ChildFiles(const MemoryFile& in, const MemoryFile& out) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_adddup2(&actions_, in.file(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions_, out.file(), STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1);
  }
  ~ChildFiles() { posix_spawn_file_actions_destroy(&actions_); }
  ChildFiles(const ChildFiles&) = delete;
  ChildFiles& operator=(const ChildFiles&) = delete;

  const posix_spawn_file_actions_t* actions() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

// The exit status; a process that was killed has none.
std::optional<int> StatusOf(pid_t process) {
  int status = 0;
  while (waitpid(process, &status, 0) < 0)
    if (errno != EINTR) return std::nullopt;
  return WIFEXITED(status) ? std::optional(WEXITSTATUS(status)) : std::nullopt;
}

void Bound(decltype(RLIMIT_CPU) resource, rlim_t most) {
  const rlimit limit{most, most};
  setrlimit(resource, &limit);
}

}  // namespace

Result<CalendarTimes> CalendarGuard::Read(std::string_view bytes,
                                          const CalendarQuestion& question) const {
  const MemoryFile in("calendar");
  const MemoryFile out("answer");
  if (in.file() < 0 || out.file() < 0 || !in.Write(bytes)) return CannotStart(errno);
  const ChildFiles files(in, out);
  std::string arguments[] = {"rytm",        "read-calendar", "--zone",
                             question.zone, "--until",       FormatDay(question.endless_until)};
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  char* environment[] = {nullptr};
  pid_t process = 0;
  const int refused =
      posix_spawn(&process, program_.c_str(), files.actions(), nullptr, argv.data(), environment);
  if (refused != 0) return CannotStart(refused);
  if (StatusOf(process) != 0) return TookTooMuch();
  return ReadCalendarAnswer(out.ReadAll());
}

void AnswerCalendarQuestion(std::istream& in, std::ostream& out, const CalendarQuestion& question) {
  BoundThisProcess(kCalendarSecondsMax, kCalendarMemoryBytesMax);
  Bound(RLIMIT_FSIZE, kCalendarAnswerBytesMax);
  Bound(RLIMIT_NOFILE, 16);                        // tzdata is still to be read
  std::string bytes(kCalendarBytesMax + 1, '\0');  // one more than may be: its reader tells
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  Result<ReadCalendar> calendar = ReadCalendarFile(bytes, question.zone);
  out << WriteCalendarAnswer(calendar.ok()
                                 ? TimesOf(std::move(calendar).value(), question.endless_until)
                                 : Result<CalendarTimes>(calendar.error()))
      << std::flush;
}

}  // namespace rytm
