// Any bytes as JSON and as text from a person: refused with a place, or the same when written and
// read again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/json.h"
#include "base/text_check.h"

namespace {

void Must(bool held) {
  if (!held) std::abort();
}

void TryJson(std::string_view bytes) {
  const auto read = rytm::ParseJson(bytes, "any.json");
  if (!read.ok()) {
    Must(!read.error().message.empty());
    return;
  }
  const auto again = rytm::ParseJson(rytm::WriteJson(read.value()), "written.json");
  Must(again.ok() && again.value() == read.value());
  const auto compact = rytm::ParseJson(rytm::WriteJsonCompact(read.value()), "compact.json");
  Must(compact.ok() && compact.value() == read.value());
}

void TryText(std::string_view bytes) {
  const bool valid = !rytm::FindInvalidUtf8(bytes).has_value();
  // NFC makes UTF-8 at most three times as long (Unicode FAQ on normalization).
  const auto accepted = rytm::AcceptText(bytes, rytm::Lines::kMany, 3 * bytes.size());
  Must(accepted.ok() == valid);
  if (!valid) return;
  Must(!rytm::FindInvalidUtf8(accepted.value()).has_value());
  Must(rytm::NormaliseText(accepted.value()) == accepted.value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  TryJson(bytes);
  TryText(bytes);
  return 0;
}
