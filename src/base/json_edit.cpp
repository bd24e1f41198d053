#include "base/json_edit.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace rytm {
namespace {

// Walks over text that is known to be JSON.
class Walker {
 public:
  explicit Walker(std::string_view text) : text_(text) { SkipBlanks(); }

  std::size_t at() const { return at_; }
  char Here() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void SkipBlanks() {
    while (at_ < text_.size() &&
           std::string_view(" \t\r\n\xEF\xBB\xBF").find(text_[at_]) != std::string_view::npos)
      ++at_;
  }

  // Over one sign and the blanks after it.
  void Step() {
    ++at_;
    SkipBlanks();
  }

  std::string_view TakeString() {
    const std::size_t begin = at_++;
    while (Here() != '"') at_ += Here() == '\\' ? 2 : 1;
    ++at_;
    return text_.substr(begin, at_ - begin);
  }

  void SkipValue() {
    if (Here() == '"') {
      TakeString();
      return;
    }
    if (Here() != '{' && Here() != '[') {
      while (at_ < text_.size() &&
             std::string_view(",]} \t\r\n").find(Here()) == std::string_view::npos)
        ++at_;
      return;
    }
    int depth = 0;
    do {
      if (Here() == '"') {
        TakeString();
        continue;
      }
      if (Here() == '{' || Here() == '[') ++depth;
      if (Here() == '}' || Here() == ']') --depth;
      ++at_;
    } while (depth > 0);
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

// A place in the text: a value that is there, or where one is to be put.
struct Place {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_new = false;       // between begin and end are blanks
  bool first = false;        // of its object or array
  std::string key = {};      // of a new member
  bool element = false;      // of an array
  std::size_t entry = 0;     // where the member's key begins; of an element: begin
  std::size_t last_end = 0;  // past the value before it, or the bracket where it is the first
};

std::vector<std::string> StepsOf(std::string_view pointer) {
  std::vector<std::string> steps;
  for (const char c : pointer) {
    if (c == '/') {
      steps.emplace_back();
    } else if (!steps.empty()) {
      steps.back() += c;
    }
  }
  for (std::string& step : steps) {
    for (const auto& [from, to] : {std::pair{"~1", "/"}, std::pair{"~0", "~"}})
      for (std::size_t at = step.find(from); at != std::string::npos; at = step.find(from, at + 1))
        step.replace(at, 2, to);
  }
  return steps;
}

bool IsKey(std::string_view quoted, std::string_view key) {
  const Result<Json> read = ParseJson(quoted, "");
  return read.ok() && read.value().is_string() && read.value().get_string() == key;
}

// The member or element the step names, the walker standing on the object or array.
std::optional<Place> Find(std::string_view text, std::size_t from, const std::string& step) {
  Walker walker(text.substr(from));
  const bool object = walker.Here() == '{';
  if (!object && walker.Here() != '[') return std::nullopt;
  const char close = object ? '}' : ']';
  std::size_t last = walker.at() + 1;
  walker.Step();
  std::size_t index = 0;
  bool first = true;
  while (walker.Here() != close) {
    if (walker.Here() == ',') walker.Step();
    const std::size_t entry = walker.at();
    bool wanted = !object && step == std::to_string(index);
    if (object) {
      wanted = IsKey(walker.TakeString(), step);
      walker.SkipBlanks();
      walker.Step();  // the colon
    }
    const std::size_t begin = walker.at();
    walker.SkipValue();
    if (wanted)
      return Place{.begin = from + begin,
                   .end = from + walker.at(),
                   .first = first,
                   .element = !object,
                   .entry = from + entry,
                   .last_end = from + last};
    last = walker.at();
    walker.SkipBlanks();
    first = false;
    ++index;
  }
  if (!object && step != "-") return std::nullopt;
  return Place{.begin = from + last,
               .end = from + walker.at(),
               .is_new = true,
               .first = first,
               .key = object ? step : ""};
}

// The blanks that the line of `at` begins with.
std::string IndentAt(std::string_view text, std::size_t at) {
  const std::size_t line = text.rfind('\n', at == 0 ? 0 : at - 1);
  const std::size_t begin = line == std::string_view::npos ? 0 : line + 1;
  const std::size_t end = text.find_first_not_of(" \t", begin);
  return std::string(text.substr(begin, std::min(end, at) - begin));
}

// As WriteJson, its further lines indented as the first is.
std::string Indented(const Json& value, const std::string& indent) {
  std::string written = WriteJson(value);
  written.pop_back();
  std::string text;
  for (const char c : written) {
    text += c;
    if (c == '\n') text += indent;
  }
  return text;
}

std::string QuotedKey(const std::string& key) { return WriteJsonCompact(Json(key)); }

std::optional<Place> Reach(std::string_view text, std::string_view pointer) {
  Place place{.begin = Walker(text).at(), .end = text.size()};
  for (const std::string& step : StepsOf(pointer)) {
    if (place.is_new) return std::nullopt;
    const std::optional<Place> found = Find(text, place.begin, step);
    if (!found) return std::nullopt;
    place = *found;
  }
  return place;
}

// What stands for [begin, end) in the text, and all else.
std::string Spliced(std::string_view text, std::size_t begin, std::size_t end,
                    std::string_view between) {
  std::string spliced(text.substr(0, begin));
  spliced += between;
  spliced += text.substr(end);
  return spliced;
}

std::string Put(std::string_view text, const Place& place, const Json& value) {
  if (!place.is_new)
    return Spliced(text, place.begin, place.end, Indented(value, IndentAt(text, place.begin)));
  // On a line of its own, two deeper than the bracket that closes after it.
  const std::string outer = IndentAt(text, place.end);
  const std::string indent = outer + "  ";
  std::string added = (place.first ? "\n" : ",\n") + indent;
  if (!place.key.empty()) added += QuotedKey(place.key) + ": ";
  added += Indented(value, indent) + "\n" + outer;
  return Spliced(text, place.begin, place.end, added);
}

}  // namespace

std::optional<std::string> SetJson(std::string_view text, std::string_view pointer,
                                   const Json& value) {
  const std::optional<Place> place = Reach(text, pointer);
  if (!place) return std::nullopt;
  return Put(text, *place, value);
}

std::optional<std::string> AddJson(std::string_view text, std::string_view pointer,
                                   const Json& value) {
  const std::optional<Place> place = Reach(text, pointer);
  if (!place) return std::nullopt;
  if (!place->element || place->is_new) return Put(text, *place, value);
  // Elements on lines of their own stay so.
  const std::string indent = IndentAt(text, place->begin);
  const std::size_t line = text.rfind('\n', place->begin);
  const bool on_its_line = line != std::string_view::npos && line >= place->last_end;
  return Spliced(text, place->begin, place->begin,
                 Indented(value, indent) + (on_its_line ? ",\n" + indent : ", "));
}

std::optional<std::string> RemoveJson(std::string_view text, std::string_view pointer) {
  const std::optional<Place> place = Reach(text, pointer);
  if (!place || place->is_new || place->last_end == 0) return std::nullopt;
  Walker after(text.substr(place->end));
  if (after.Here() == ',') {
    after.Step();
    return Spliced(text, place->entry, place->end + after.at(), "");
  }
  const std::size_t end = place->first ? place->end + after.at() : place->end;
  return Spliced(text, place->last_end, end, "");
}

}  // namespace rytm
