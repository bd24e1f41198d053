// JSON text in and out. The only way in for JSON from outside: strict RFC 8259, bounded, every
// error with its place.
#pragma once

#include <boost/json/value.hpp>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "base/result.h"

namespace rytm {

using Json = boost::json::value;
using JsonObject = boost::json::object;  // keeps the order of the file
using JsonArray = boost::json::array;

// RFC 6901: the way from the whole document to one value, extended while walking: `pointer /
// "bodies" / 3`.
class JsonPointer {
 public:
  JsonPointer() = default;  // the whole document

  JsonPointer operator/(std::string_view key) const;  // escapes ~ and /
  template <std::unsigned_integral Index>
  JsonPointer operator/(Index index) const {
    return *this / std::string_view(std::to_string(index));
  }

  const std::string& ToString() const { return text_; }  // "/bodies/3/id"; "" is the whole document
  friend bool operator==(const JsonPointer&, const JsonPointer&) = default;

 private:
  std::string text_;
};

// Reads one JSON document. `file` is its name as the user knows it, put into each problem.
//
// Refused: more than `bytes_max` bytes (kTooLarge), more than kJsonDepthMax levels or
// kJsonMembersMax members in one object, bytes that are not UTF-8, lone surrogates, anything after
// the value, the same key twice in one object (all of them told), comments, trailing commas, NaN.
// Problem::pointer is "line 12, column 3", counted from 1, columns in characters. A UTF-8 byte
// order mark at the very start, as some editors write, is skipped.
Result<Json> ParseJson(std::string_view text, std::string_view file,
                       std::size_t bytes_max = kRuleFileBytesMax);

// The value as text for people: two-space indent, keys in their order, what fits on a line of 100
// columns on one line, letters as raw UTF-8, a line feed at the end. ParseJson(WriteJson(x)) == x
// for every finite x.
std::string WriteJson(const Json& value);

// The value on one line without blanks.
std::string WriteJsonCompact(const Json& value);

// Puts the problems of `file` in the order their places have in `root`, the others left where they
// are. A pointer to something missing counts as its nearest parent that is there.
void SortInFileOrder(const Json& root, std::string_view file, std::vector<Problem>& problems);

}  // namespace rytm
