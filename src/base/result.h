// Expected refusals as values. What is refused says what, where, why, and what would be right.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/text.h"

namespace rytm {

// What kind of refusal; server and commands map it to an HTTP status and an exit code, each in one
// table.
enum class ErrorCode {
  kBadInput,     // the input is wrong: exit 2, 400/422
  kNotFound,     // no such thing: exit 2, 404
  kConflict,     // something else is in the way or changed meanwhile: exit 2, 409
  kRefused,      // understood, but not allowed as things stand: exit 2, 403/409
  kNotLoggedIn,  // nobody known asks: exit 2, 401
  kTooOften,     // asked too many times in a short while: exit 2, 429
  kTooLarge,     // over a limit: exit 2, 413
  kUnavailable,  // the world around us: disk, port, database: exit 2, 503
  kDiskFull      // nothing more can be stored: exit 2, 507
};

// One thing wrong, at one place.
struct Problem {
  std::string file;  // as the user named it; empty when there is none
  std::string
      pointer;   // RFC 6901 JSON pointer, or "line 12, column 3" when the text is not JSON yet
  Text what;     // what is wrong and why
  Text instead;  // what would be right; may be empty

  friend bool operator==(const Problem&, const Problem&) = default;
};

struct Error {
  ErrorCode code = ErrorCode::kBadInput;
  Text message;
  std::vector<Problem> problems;  // all of them at once, in file order
};

inline Error Refuse(ErrorCode code, Text message, std::vector<Problem> problems = {}) {
  return {.code = code, .message = std::move(message), .problems = std::move(problems)};
}

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return std::holds_alternative<T>(state_); }
  const T& value() const& {
    assert(ok());
    return std::get<T>(state_);
  }
  // By value, so that `for (x : Read().value())` keeps alive what it walks.
  T value() && {
    assert(ok());
    return std::get<T>(std::move(state_));
  }
  T& value() & {
    assert(ok());
    return std::get<T>(state_);
  }
  const Error& error() const& {
    assert(!ok());
    return std::get<Error>(state_);
  }
  Error error() && {
    assert(!ok());
    return std::get<Error>(std::move(state_));
  }

 private:
  std::variant<T, Error> state_;
};

struct Done {};  // the value of a Result that has nothing to tell but that it worked

}  // namespace rytm
