// Bytes that nobody should find in memory afterwards: passwords, tokens, keys.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rytm {

// Holds a copy of its own and wipes it at the end. Moved, never copied.
class Secret {
 public:
  Secret() = default;
  explicit Secret(std::string_view bytes) : bytes_(bytes.begin(), bytes.end()) {}
  ~Secret();
  Secret(Secret&& other) noexcept = default;
  Secret& operator=(Secret&& other) noexcept;

  // Never at a null address, which libsodium does not take.
  std::string_view bytes() const {
    return empty() ? std::string_view("") : std::string_view(bytes_.data(), bytes_.size());
  }
  bool empty() const { return bytes_.empty(); }

 private:
  std::vector<char> bytes_;  // a short std::string would leave a copy behind where it is moved from
};

// Overwrites the bytes and empties the string.
void Wipe(std::string& bytes);

// In a time that does not tell where they differ.
bool SameBytes(std::string_view a, std::string_view b);

}  // namespace rytm
