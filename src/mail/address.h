// Addresses of e-mail, and what may stand in the head of a mail. Strict: nothing gets into a head
// or into a dialogue with a mail server that could begin a line of its own.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace rytm {

struct Mailbox {
  std::string name;     // "Ekeby kommun, kansliet"; may be empty
  std::string address;  // "kansliet@ekeby.example"
};

// local@domain in letters, digits and the signs of RFC 5321's dot-string; ASCII alone, no quotes,
// at most kAddressBytesMax. Refused: kBadInput.
Result<Done> CheckAddress(std::string_view address);

// One line of text for a name or a subject: UTF-8 without any control character. Refused: kBadInput
// naming `what`.
Result<Done> CheckHeadText(std::string_view text, const Text& what);

// The part after the "@", in lower case. Of an address that was checked.
std::string DomainOf(std::string_view address);

// "kansliet@ekeby.example", "k3-x" → "kansliet+k3-x@ekeby.example"; an empty tag changes nothing.
std::string WithTag(std::string_view address, std::string_view tag);
// The other way; nullopt: there is none.
std::optional<std::string> TagOf(std::string_view address);

// What a mail server said, fit to be kept: one short line, every address in it taken away.
std::string WithoutAddresses(std::string_view answer);

}  // namespace rytm
