#include "base/json.h"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <utility>

#include "base/decode_text.h"
#include "base/json_syntax.h"
#include "base/json_words.h"
#include "base/text_check.h"

namespace rytm {
namespace {

using boost::json::error_code;
using boost::json::string_view;

// A key that stands twice in one object, each time as the so-and-so-manyeth key of the text.
struct RepeatedKey {
  std::string key;
  std::size_t first;
  std::size_t again;
};

// Boost.JSON's parser calls this; it keeps the value, and what Boost.JSON's own builder would not
// tell.
struct Builder {
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_object_size = kJsonMembersMax;
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);

  boost::json::value_stack values;
  std::vector<std::vector<std::pair<std::string, std::size_t>>> keys;  // of each open object
  std::string key;
  std::string number;
  std::size_t keys_seen = 0;
  std::vector<RepeatedKey> repeated;

  bool on_document_begin(error_code&) {
    values.reset();
    return true;
  }
  bool on_document_end(error_code&) { return true; }
  bool on_array_begin(error_code&) { return true; }
  bool on_array_end(std::size_t n, error_code&) {
    values.push_array(n);
    return true;
  }
  bool on_object_begin(error_code&) {
    keys.emplace_back();
    return true;
  }
  bool on_object_end(std::size_t n, error_code&) {
    values.push_object(n);
    TellRepeated(keys.back());
    keys.pop_back();
    return true;
  }
  bool on_string_part(string_view part, std::size_t, error_code&) {
    values.push_chars(part);
    return true;
  }
  bool on_string(string_view rest, std::size_t, error_code&) {
    values.push_string(rest);
    return true;
  }
  bool on_key_part(string_view part, std::size_t, error_code&) {
    key += part;
    values.push_chars(part);
    return true;
  }
  bool on_key(string_view rest, std::size_t, error_code&) {
    key += rest;
    values.push_key(rest);
    keys.back().emplace_back(std::exchange(key, {}), keys_seen++);
    return true;
  }
  bool on_number_part(string_view part, error_code&) {
    number += part;
    return true;
  }
  bool on_int64(std::int64_t i, string_view, error_code&) {
    number.clear();
    values.push_int64(i);
    return true;
  }
  bool on_uint64(std::uint64_t u, string_view, error_code&) {
    number.clear();
    values.push_uint64(u);
    return true;
  }
  bool on_double(double nearly, string_view rest, error_code& ec) {
    // Boost.JSON 1.81 may miss by the last bit, and reads 1e999 as infinity.
    number += rest;
    double exact = nearly;
    const auto end = number.data() + number.size();
    const bool read = std::from_chars(number.data(), end, exact).ec == std::errc{};
    number.clear();
    if (!read && std::isinf(nearly)) {
      ec = boost::json::error::exponent_overflow;
      return false;
    }
    values.push_double(exact);
    return true;
  }
  bool on_bool(bool b, error_code&) {
    values.push_bool(b);
    return true;
  }
  bool on_null(error_code&) {
    values.push_null();
    return true;
  }
  bool on_comment_part(string_view, error_code&) { return true; }
  bool on_comment(string_view, error_code&) { return true; }

 private:
  void TellRepeated(std::vector<std::pair<std::string, std::size_t>>& members) {
    std::sort(members.begin(), members.end());
    for (std::size_t i = 1; i < members.size(); ++i) {
      if (members[i].first == members[i - 1].first && repeated.size() < kProblemsMax) {
        repeated.push_back({members[i].first, members[i - 1].second, members[i].second});
      }
    }
  }
};

// Where each key of a valid JSON text begins, in order.
std::vector<std::size_t> KeyOffsets(std::string_view text) {
  std::vector<std::size_t> offsets;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '"') continue;
    const std::size_t start = i;
    for (++i; text[i] != '"'; ++i) {
      if (text[i] == '\\') ++i;
    }
    const std::size_t next = text.find_first_not_of(" \t\r\n", i + 1);
    if (next != std::string_view::npos && text[next] == ':') offsets.push_back(start);
  }
  return offsets;
}

Error Unreadable(std::string_view file, std::vector<Problem> problems) {
  const std::string sv = file.empty() ? "Texten" : std::string(file);
  const std::string en = file.empty() ? "The text" : std::string(file);
  return {ErrorCode::kBadInput,
          {sv + " går inte att läsa: det är inte giltig JSON.",
           en + " cannot be read: it is not valid JSON."},
          std::move(problems)};
}

Error UnreadableAt(std::string_view file, std::string_view text, std::size_t offset, Text what,
                   Text instead) {
  return Unreadable(
      file, {{std::string(file), PlaceInText(text, offset), std::move(what), std::move(instead)}});
}

Error TooLarge(std::string_view file, std::size_t bytes, std::size_t bytes_max) {
  const Text size = Grouped(bytes);
  const Text limit = Grouped(bytes_max);
  const std::string sv = file.empty() ? "Texten" : std::string(file);
  const std::string en = file.empty() ? "The text" : std::string(file);
  const Text message{sv + " är för stor: " + size.sv + " byte. Gränsen är " + limit.sv + ".",
                     en + " is too large: " + size.en + " bytes. The limit is " + limit.en + "."};
  return {ErrorCode::kTooLarge, message, {{std::string(file), "", message, {}}}};
}

Error NotUtf8(std::string_view file, std::string_view text, std::size_t offset) {
  const std::string_view mark = text.substr(0, 2);
  if (mark == "\xFF\xFE" || mark == "\xFE\xFF") {
    return UnreadableAt(file, text, 0,
                        {"Filen är sparad som UTF-16.", "The file is saved as UTF-16."},
                        {"Spara den som UTF-8.", "Save it as UTF-8."});
  }
  const Text at = Grouped(offset);
  return UnreadableAt(file, text, offset,
                      {"Tecknet här är inte UTF-8 (byte " + at.sv + " från början).",
                       "The character here is not UTF-8 (byte " + at.en + " from the start)."},
                      {"Spara filen som UTF-8, inte som ANSI, Windows-1252 eller Latin-1.",
                       "Save the file as UTF-8, not as ANSI, Windows-1252 or Latin-1."});
}

bool IsNumberCharacter(char c) {
  return std::string_view("0123456789+-.eE").find(c) != std::string_view::npos;
}

Error Explained(std::string_view file, std::string_view text, std::size_t offset,
                const error_code& ec) {
  if (ec == boost::json::error::too_deep) {
    const std::string depth = std::to_string(kJsonDepthMax);
    return UnreadableAt(
        file, text, offset,
        {"Listor och objekt ligger i varandra i mer än " + depth + " nivåer.",
         "Lists and objects lie within each other more than " + depth + " levels deep."},
        {"En regelfil når som mest ett tiotal nivåer: se efter om en klammer har blivit kvar.",
         "A rule file goes some ten levels deep: see whether a bracket was left open."});
  }
  if (ec == boost::json::error::object_too_large) {
    const Text members = Grouped(kJsonMembersMax);
    return UnreadableAt(file, text, offset,
                        {"Objektet har mer än " + members.sv + " nycklar.",
                         "The object has more than " + members.en + " keys."},
                        {});
  }
  if (ec == boost::json::error::exponent_overflow) {
    while (offset > 0 && IsNumberCharacter(text[offset - 1])) --offset;
    return UnreadableAt(file, text, offset,
                        {"Talet här är för stort.", "The number here is too large."}, {});
  }
  SyntaxError error = ExplainSyntax(text, offset);
  return UnreadableAt(file, text, error.offset, std::move(error.what), std::move(error.instead));
}

Error Repeated(std::string_view file, std::string_view text, std::vector<RepeatedKey> repeated) {
  std::sort(repeated.begin(), repeated.end(),
            [](const RepeatedKey& a, const RepeatedKey& b) { return a.again < b.again; });
  const std::vector<std::size_t> offsets = KeyOffsets(text);
  std::vector<Problem> problems;
  for (const RepeatedKey& key : repeated) {
    const Text line = LineWords(text, offsets[key.first]);
    const std::string quoted = Quoted(key.key);
    problems.push_back(
        {std::string(file),
         PlaceInText(text, offsets[key.again]),
         {"Nyckeln " + quoted + " står redan på " + line.sv + ", i samma objekt.",
          "The key " + quoted + " stands on " + line.en + " already, in the same object."},
         {"Ta bort den ena, eller slå ihop dem.", "Remove one of them, or join them."}});
  }
  return Unreadable(file, std::move(problems));
}

// The places of a value among its siblings, from the root to it: what file order means.
std::vector<std::size_t> WayTo(const Json& root, std::string_view pointer) {
  std::vector<std::size_t> way;
  const Json* value = &root;
  while (!pointer.empty() && pointer.front() == '/') {
    pointer.remove_prefix(1);
    const std::string_view token = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(token.size());
    std::size_t place = 0;
    if (const auto* array = value->if_array()) {
      const auto read = std::from_chars(token.data(), token.data() + token.size(), place);
      if (read.ec != std::errc{} || place >= array->size()) break;
      value = &(*array)[place];
    } else if (const auto* object = value->if_object()) {
      std::string key;
      for (std::size_t i = 0; i < token.size(); ++i) {
        const bool escape = token[i] == '~' && i + 1 < token.size();
        key += escape ? (token[++i] == '1' ? '/' : '~') : token[i];
      }
      const auto* member = object->find(key);
      if (member == object->end()) break;
      place = static_cast<std::size_t>(member - object->begin());
      value = &member->value();
    } else {
      break;
    }
    way.push_back(place);
  }
  return way;
}

}  // namespace

JsonPointer JsonPointer::operator/(std::string_view key) const {
  JsonPointer longer;
  longer.text_.reserve(text_.size() + 1 + key.size());
  longer.text_ = text_;
  longer.text_ += '/';
  for (const char c : key) {
    if (c == '~') {
      longer.text_ += "~0";
    } else if (c == '/') {
      longer.text_ += "~1";
    } else {
      longer.text_ += c;
    }
  }
  return longer;
}

Result<Json> ParseJson(std::string_view text, std::string_view file, std::size_t bytes_max) {
  if (text.size() > bytes_max) return TooLarge(file, text.size(), bytes_max);
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  if (const auto bad = FindInvalidUtf8(text)) return NotUtf8(file, text, *bad);

  boost::json::parse_options options;
  options.max_depth = kJsonDepthMax;
  boost::json::basic_parser<Builder> parser(options);
  error_code ec;
  const std::size_t read = parser.write_some(false, text.data(), text.size(), ec);
  if (ec == boost::json::error::incomplete) return Explained(file, text, text.size(), ec);
  if (ec) return Explained(file, text, read, ec);
  if (read < text.size()) return Explained(file, text, read, boost::json::error::extra_data);
  Builder& builder = parser.handler();
  if (!builder.repeated.empty()) return Repeated(file, text, std::move(builder.repeated));
  return builder.values.release();
}

void SortInFileOrder(const Json& root, std::string_view file, std::vector<Problem>& problems) {
  struct Placed {
    std::vector<std::size_t> way;
    Problem problem;
  };
  std::vector<std::size_t> mine;
  std::vector<Placed> placed;
  for (std::size_t i = 0; i < problems.size(); ++i) {
    if (problems[i].file != file) continue;
    mine.push_back(i);
    placed.push_back({WayTo(root, problems[i].pointer), std::move(problems[i])});
  }
  std::stable_sort(placed.begin(), placed.end(),
                   [](const Placed& a, const Placed& b) { return a.way < b.way; });
  for (std::size_t i = 0; i < mine.size(); ++i) problems[mine[i]] = std::move(placed[i].problem);
}

}  // namespace rytm
