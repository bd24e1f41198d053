// A folder of a test's own: made when it begins, gone with all that is in it when it ends.
#pragma once

#include <stdlib.h>

#include <cerrno>
#include <filesystem>
#include <string>
#include <system_error>

namespace rytm {

class TemporaryFolder {
 public:
  // Throws where there can be none: then nothing can be tested.
  TemporaryFolder() {
    std::string made = (std::filesystem::temp_directory_path() / "rytm-test-XXXXXX").string();
    if (mkdtemp(made.data()) == nullptr)
      throw std::system_error(errno, std::generic_category(), "no folder to test in");
    path_ = made;
  }
  ~TemporaryFolder() {
    std::error_code ignored;  // what is left over is in the system's folder for that
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::string string() const { return path_.string(); }
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

}  // namespace rytm
