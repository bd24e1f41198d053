#include "app/calendar_guard.h"

#include <fcntl.h>
#include <spawn.h>
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
#include "app/memory_file.h"
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
  return ReadCalendarAnswer(out.Read(kCalendarAnswerBytesMax));
}

void AnswerCalendarQuestion(std::istream& in, std::ostream& out, const CalendarQuestion& question) {
  BoundThisProcess(kCalendarSecondsMax, kCalendarMemoryBytesMax);
  BoundResource(RLIMIT_FSIZE, kCalendarAnswerBytesMax);
  BoundResource(RLIMIT_NOFILE, 16);                // tzdata is still to be read
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
