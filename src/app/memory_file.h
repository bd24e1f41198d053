// A file in memory alone: whoever writes to it waits for nobody, and nothing is left on the disk.
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>

namespace rytm {

class MemoryFile {
 public:
  explicit MemoryFile(const char* name);  // for whoever lists the files of the process
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  int file() const { return file_; }  // -1, and errno, where the system gave none
  std::string Path() const;           // for libraries that open files by name

  // From where the file stands; it stands at its beginning afterwards. False, and errno, where it
  // did not work.
  bool Write(std::string_view bytes) const;
  // From the beginning, wherever the file stands.
  std::string Read(std::size_t bytes_max = std::numeric_limits<std::size_t>::max()) const;

 private:
  int file_;
};

}  // namespace rytm
