// If-Match against something that has no revision: its tag is of what it says.
#pragma once

#include <optional>
#include <string>

#include "server/api/call.h"

namespace rytm {

// A tag of the thing as it is, and the words when somebody names none or another.
struct Matched {
  JsonObject current;
  Text missing;  // "Skicka If-Match med kontots ETag."
  Text stale;    // "Någon annan har ändrat kontot sedan du läste det."
};
std::string TagOf(const JsonObject& current);

// Refused: 428 where If-Match says nothing, 409 with what it is by now where it names another.
std::optional<Reply> Mismatch(const Call& call, Matched matched);

}  // namespace rytm
