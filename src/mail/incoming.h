// A mail that came to an address of ours, taken apart. Whoever sent it may mean harm: nothing in it
// is believed but the secret tag of the address it came to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rytm {

struct IncomingMail {
  // The tags of the addresses it may have come to (Delivered-To, X-Original-To, To, Cc), in the
  // order they stand.
  std::vector<std::string> tags;
  bool answered_by_itself = false;  // by a program that is away on holiday, a list, a spammer
  bool bounced = false;             // a delivery that failed for good (RFC 3464)
  std::string calendar{};           // of the first part that is one; empty: there is none
};

// kTooLarge: more than kIncomingMailBytesMax or kIncomingMailPartsMax. What is no mail has no tags.
Result<IncomingMail> ReadIncomingMail(std::string_view bytes);

}  // namespace rytm
