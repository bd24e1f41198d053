// An entity tag of some bytes.
#pragma once

#include <string>
#include <string_view>

namespace rytm {

// Strong, with its quotes: a 128-bit BLAKE2b of the bytes in hexadecimal (RFC 9110 §8.8.3).
std::string EtagOf(std::string_view bytes);

}  // namespace rytm
