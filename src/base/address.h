// What an address of e-mail looks like.
#pragma once

#include <cstddef>
#include <string_view>

namespace rytm {

// local@domain in letters, digits and the signs of a dot-string (RFC 5321 §4.1.2): ASCII alone, no
// quotes, at most kAddressBytesMax, the domain of at least so many labels.
bool IsAddress(std::string_view address, std::size_t labels_min);

}  // namespace rytm
