#include "app/memory_file.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace rytm {

MemoryFile::MemoryFile(const char* name) : file_(memfd_create(name, MFD_CLOEXEC)) {}

MemoryFile::~MemoryFile() {
  if (file_ >= 0) close(file_);
}

std::string MemoryFile::Path() const { return "/proc/self/fd/" + std::to_string(file_); }

bool MemoryFile::Write(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t written = write(file_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return lseek(file_, 0, SEEK_SET) == 0;
}

std::string MemoryFile::Read(std::size_t bytes_max) const {
  std::string bytes;
  std::array<char, 65536> part{};
  while (bytes.size() < bytes_max) {
    const std::size_t wanted = std::min(part.size(), bytes_max - bytes.size());
    const ssize_t got = pread(file_, part.data(), wanted, static_cast<off_t>(bytes.size()));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    bytes.append(part.data(), static_cast<std::size_t>(got));
  }
  return bytes;
}

}  // namespace rytm
