// WriteJson and WriteJsonCompact (json.h).
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/string.hpp>
#include <cassert>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "base/json.h"

namespace rytm {
namespace {

constexpr std::size_t kColumns = 100;
constexpr std::size_t kIndent = 2;

void AppendString(std::string_view text, std::string& out) {
  static constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  for (const char byte : text) {
    switch (byte) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(byte) < 0x20) {
          out += "\\u00";
          out += kHex[static_cast<unsigned char>(byte) >> 4U];
          out += kHex[static_cast<unsigned char>(byte) & 0xFU];
        } else {
          out += byte;
        }
    }
  }
  out += '"';
}

void AppendDouble(double number, std::string& out) {
  assert(std::isfinite(number));
  char digits[32];
  const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
  const std::string_view text(digits, static_cast<std::size_t>(end - digits));
  out += text;
  // 3.0 stays a number with decimals: "3" would be read back as an integer.
  if (text.find_first_of(".e") == std::string_view::npos) out += ".0";
}

void AppendScalar(const Json& value, std::string& out) {
  switch (value.kind()) {
    case boost::json::kind::null:
      out += "null";
      break;
    case boost::json::kind::bool_:
      out += value.get_bool() ? "true" : "false";
      break;
    case boost::json::kind::int64:
      out += std::to_string(value.get_int64());
      break;
    case boost::json::kind::uint64:
      out += std::to_string(value.get_uint64());
      break;
    case boost::json::kind::double_:
      AppendDouble(value.get_double(), out);
      break;
    case boost::json::kind::string:
      AppendString(value.get_string(), out);
      break;
    default:
      assert(false);
  }
}

struct Style {
  std::string_view comma;
  std::string_view colon;
};
constexpr Style kCompact{",", ":"};
constexpr Style kSpaced{", ", ": "};

// On one line. Stops, and says false, once `out` has more than `bytes_max` bytes.
bool AppendOnOneLine(const Json& value, Style style, std::size_t bytes_max, std::string& out) {
  if (const auto* array = value.if_array()) {
    out += '[';
    for (auto element = array->begin(); element != array->end(); ++element) {
      if (element != array->begin()) out += style.comma;
      if (!AppendOnOneLine(*element, style, bytes_max, out)) return false;
    }
    out += ']';
  } else if (const auto* object = value.if_object()) {
    out += '{';
    for (auto member = object->begin(); member != object->end(); ++member) {
      if (member != object->begin()) out += style.comma;
      AppendString(member->key(), out);
      out += style.colon;
      if (!AppendOnOneLine(member->value(), style, bytes_max, out)) return false;
    }
    out += '}';
  } else {
    AppendScalar(value, out);
  }
  return out.size() <= bytes_max;
}

std::size_t Columns(std::string_view text) {
  std::size_t columns = 0;
  for (const char byte : text) columns += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  return columns;
}

class PrettyWriter {
 public:
  // `used`: columns of the line already taken. A comma may follow each value.
  void Write(const Json& value, std::size_t level, std::size_t used) {
    std::string line;
    // No character has more than four bytes: longer than this cannot fit.
    const bool fits =
        AppendOnOneLine(value, kSpaced, 4 * kColumns, line) && used + Columns(line) + 1 <= kColumns;
    const bool must = !value.is_structured() || (value.is_array() && value.get_array().empty()) ||
                      (value.is_object() && value.get_object().empty());
    if (must) {
      AppendOnOneLine(value, kSpaced, std::string::npos, out_);
    } else if (fits && (level > 0 || !HoldsStructure(value))) {
      out_ += line;
    } else if (value.is_array()) {
      WriteArray(value.get_array(), level + 1);
    } else {
      WriteObject(value.get_object(), level + 1);
    }
  }

  std::string Finish() && { return std::move(out_) + '\n'; }

 private:
  static bool HoldsStructure(const JsonArray& array) {
    return std::any_of(array.begin(), array.end(),
                       [](const Json& element) { return element.is_structured(); });
  }

  static bool HoldsStructure(const Json& value) {
    if (const auto* array = value.if_array()) return HoldsStructure(*array);
    const JsonObject& object = value.get_object();
    return std::any_of(object.begin(), object.end(),
                       [](const auto& member) { return member.value().is_structured(); });
  }

  void NewLine(std::size_t level) {
    out_ += '\n';
    out_.append(level * kIndent, ' ');
  }

  void WriteArray(const JsonArray& array, std::size_t level) {
    out_ += '[';
    if (HoldsStructure(array)) {
      for (auto element = array.begin(); element != array.end(); ++element) {
        if (element != array.begin()) out_ += ',';
        NewLine(level);
        Write(*element, level, level * kIndent);
      }
    } else {
      FillLines(array, level);
    }
    NewLine(level - 1);
    out_ += ']';
  }

  // Many dates or words: as many on each line as it holds.
  void FillLines(const JsonArray& array, std::size_t level) {
    std::size_t used = 0;
    for (auto element = array.begin(); element != array.end(); ++element) {
      std::string scalar;
      AppendScalar(*element, scalar);
      const std::size_t columns = Columns(scalar) + 1;
      const bool first = element == array.begin();
      if (!first) out_ += ',';
      if (first || used + 1 + columns > kColumns) {
        NewLine(level);
        used = level * kIndent + columns;
      } else {
        out_ += ' ';
        used += 1 + columns;
      }
      out_ += scalar;
    }
  }

  void WriteObject(const JsonObject& object, std::size_t level) {
    out_ += '{';
    for (auto member = object.begin(); member != object.end(); ++member) {
      if (member != object.begin()) out_ += ',';
      NewLine(level);
      std::string key;
      AppendString(member->key(), key);
      key += ": ";
      out_ += key;
      Write(member->value(), level, level * kIndent + Columns(key));
    }
    NewLine(level - 1);
    out_ += '}';
  }

  std::string out_;
};

}  // namespace

std::string WriteJson(const Json& value) {
  PrettyWriter writer;
  writer.Write(value, 0, 0);
  return std::move(writer).Finish();
}

std::string WriteJsonCompact(const Json& value) {
  std::string out;
  AppendOnOneLine(value, kCompact, std::string::npos, out);
  return out;
}

}  // namespace rytm
