#include "base/json_syntax.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <vector>

#include "base/fold.h"
#include "base/json_words.h"

namespace rytm {
namespace {

struct Open {
  char bracket;
  std::size_t offset;
  bool after_colon;  // in an object: a value stands or should stand next, not a key
};

// What is known where the parser stopped.
struct Stop {
  std::string_view text;
  std::size_t offset;
  std::vector<Open> open;                   // from the outside in
  std::optional<std::size_t> string_start;  // inside a string that began here
  std::optional<std::size_t> last;          // the last character before that is no blank
  bool ended;                               // a whole value stands before

  bool AtEnd() const { return offset >= text.size(); }
  char Here() const { return AtEnd() ? '\0' : text[offset]; }
  char Last() const { return last ? text[*last] : '\0'; }
  bool InObject() const { return !open.empty() && open.back().bracket == '{'; }
  bool WantsKey() const {
    return InObject() && !open.back().after_colon && (Last() == '{' || Last() == ',');
  }
};

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

// Follows the brackets and strings up to the stop. The text is valid that far, so nothing need be
// checked.
Stop Follow(std::string_view text, std::size_t offset) {
  Stop stop{text, std::min(offset, text.size()), {}, std::nullopt, std::nullopt, false};
  for (std::size_t i = 0; i < stop.offset; ++i) {
    const char c = text[i];
    if (stop.string_start) {
      if (c == '\\') ++i;
      if (c == '"') stop.string_start.reset();
      if (c == '"') stop.last = i;
      continue;
    }
    if (IsBlank(c)) continue;
    stop.last = i;
    if (c == '"') stop.string_start = i;
    if (c == '{' || c == '[') stop.open.push_back({c, i, false});
    if ((c == '}' || c == ']') && !stop.open.empty()) stop.open.pop_back();
    if (c == ':' && stop.InObject()) stop.open.back().after_colon = true;
    if (c == ',' && stop.InObject()) stop.open.back().after_colon = false;
  }
  stop.ended = stop.last.has_value() && stop.open.empty() && !stop.string_start;
  return stop;
}

std::string WordAt(std::string_view text, std::size_t offset) {
  std::size_t end = offset;
  while (end < text.size() && (IsLetter(text[end]) || IsDigit(text[end]) || text[end] == '-')) {
    ++end;
  }
  return std::string(text.substr(offset, std::min<std::size_t>(end - offset, 40)));
}

std::string SignAt(std::string_view text, std::size_t offset) {
  std::size_t end = offset + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return std::string(text.substr(offset, end - offset));
}

bool IsTypographicQuote(std::string_view character) {
  static constexpr std::array<std::string_view, 8> kQuotes = {"“", "”", "„", "‘",
                                                              "’", "«", "»", "´"};
  return std::find(kQuotes.begin(), kQuotes.end(), character) != kQuotes.end();
}

// U+00A0, U+2007, U+200B, U+2028, U+202F and U+FEFF: what comes along from a word processor or a
// web page.
bool IsHiddenBlank(std::string_view character) {
  static constexpr std::array<std::string_view, 6> kBlanks = {
      "\xC2\xA0", "\xE2\x80\x87", "\xE2\x80\x8B", "\xE2\x80\xA8", "\xE2\x80\xAF", "\xEF\xBB\xBF"};
  return std::find(kBlanks.begin(), kBlanks.end(), character) != kBlanks.end();
}

SyntaxError ExplainEnd(const Stop& stop) {
  const std::size_t at = stop.text.size();
  if (!stop.last) {
    return {at,
            {"Här finns ingen JSON: texten är tom.", "There is no JSON here: the text is empty."},
            {"Den minsta filen är { }.", "The smallest file is { }."}};
  }
  if (stop.string_start) {
    const Text line = LineWords(stop.text, *stop.string_start);
    return {*stop.string_start,
            {"Texten som börjar här (" + line.sv + ") slutar aldrig.",
             "The text that begins here (" + line.en + ") never ends."},
            {"Avsluta den med ett citattecken: \".", "End it with a quotation mark: \"."}};
  }
  if (stop.open.empty()) {
    return {at, {"Filen slutar mitt i ett värde.", "The file ends in the middle of a value."}, {}};
  }
  const Open& open = stop.open.back();
  const Text line = LineWords(stop.text, open.offset);
  const std::string bracket(1, open.bracket);
  const std::string closing = open.bracket == '{' ? "}" : "]";
  return {at,
          {"Filen slutar för tidigt: " + bracket + " på " + line.sv + " stängs aldrig.",
           "The file ends too early: the " + bracket + " on " + line.en + " is never closed."},
          {"Lägg till " + closing + ", eller se efter om slutet har fallit bort.",
           "Add " + closing + ", or see whether the end has been lost."}};
}

bool EndsInLeadingSurrogate(std::string_view before) {
  if (before.size() < 6) return false;
  const std::string_view escape = before.substr(before.size() - 6);
  return escape[0] == '\\' && escape[1] == 'u' && (escape[2] == 'd' || escape[2] == 'D') &&
         std::string_view("89abAB").find(escape[3]) != std::string_view::npos;
}

// How many characters back the last backslash stands, if a \u escape is being written.
std::optional<std::size_t> OpenEscape(std::string_view before) {
  for (std::size_t back = 1; back <= 6 && back <= before.size(); ++back) {
    const std::string_view tail = before.substr(before.size() - back);
    if (tail.substr(0, 2) == "\\u") return before.size() - back;
  }
  return std::nullopt;
}

SyntaxError ExplainInString(const Stop& stop) {
  const char c = stop.Here();
  const std::string_view before = stop.text.substr(0, stop.offset);
  const Text surrogate{"Här står ett halvt tecken: \\ud800–\\udfff hör ihop två och två.",
                       "This is half a character: \\ud800 to \\udfff come in pairs."};
  const Text write_it{"Skriv tecknet självt; filen är UTF-8.",
                      "Write the character itself; the file is UTF-8."};
  if (EndsInLeadingSurrogate(before)) return {stop.offset - 6, surrogate, write_it};
  if (c == '\n' || c == '\r') {
    return {stop.offset,
            {"Raden slutar mitt i en text. Saknas ett citattecken (\")?",
             "The line ends inside a text. Is a quotation mark (\") missing?"},
            {"En radbrytning i en text skrivs \\n.", "A line break in a text is written \\n."}};
  }
  if (static_cast<unsigned char>(c) < 0x20) {
    return {stop.offset,
            {"Här står ett styrtecken (till exempel tabb) inne i en text.",
             "There is a control character (such as a tab) inside a text."},
            {"Skriv ett blanksteg, eller \\t för tabb.", "Write a blank, or \\t for a tab."}};
  }
  if (before.back() == '\\') {
    const std::string escape = "\\" + SignAt(stop.text, stop.offset);
    return {stop.offset - 1,
            {escape + " betyder ingenting i JSON.", escape + " means nothing in JSON."},
            {"Ett bakstreck skrivs \\\\.", "A backslash is written \\\\."}};
  }
  if (const auto escape = OpenEscape(before)) {
    if (EndsInLeadingSurrogate(before.substr(0, *escape))) {
      return {*escape - 6, surrogate, write_it};
    }
    if (stop.text.substr(*escape + 2, 1) == "d" || stop.text.substr(*escape + 2, 1) == "D") {
      return {*escape, surrogate, write_it};
    }
    return {*escape,
            {"Efter \\u ska det stå fyra siffror eller bokstäver a–f.",
             "Four digits or letters a to f must follow \\u."},
            write_it};
  }
  return {stop.offset, {"Här går texten inte att läsa.", "The text cannot be read here."}, {}};
}

SyntaxError ExplainExtra(const Stop& stop) {
  return {stop.offset,
          {"Här borde filen vara slut, men det står mer.",
           "The file should end here, but there is more."},
          {"Ta bort det som följer, eller en klammer för mycket före.",
           "Remove what follows, or one bracket too many before it."}};
}

SyntaxError ExplainComment(const Stop& stop) {
  return {stop.offset,
          {"JSON har inga kommentarer.", "JSON has no comments."},
          {"Ta bort kommentaren.", "Remove the comment."}};
}

SyntaxError ExplainHiddenBlank(const Stop& stop) {
  return {stop.offset,
          {"Här står ett hårt blanksteg eller ett annat tecken som inte syns.",
           "There is a no-break space or another character that does not show."},
          {"Skriv ett vanligt blanksteg i stället.", "Write an ordinary blank instead."}};
}

SyntaxError ExplainQuotes(const Stop& stop) {
  const std::string quote = SignAt(stop.text, stop.offset);
  return {stop.offset,
          {"Citattecknet " + quote + " går inte att använda i JSON.",
           "The quotation mark " + quote + " cannot be used in JSON."},
          {"Använd det raka citattecknet: \".", "Use the straight one: \"."}};
}

std::optional<SyntaxError> ExplainComma(const Stop& stop) {
  const char c = stop.Here();
  if (stop.Last() == ',' && (c == '}' || c == ']')) {
    const std::string bracket(1, c);
    return SyntaxError{*stop.last,
                       {"Det står ett komma efter det sista, före " + bracket + ".",
                        "There is a comma after the last one, before " + bracket + "."},
                       {"Ta bort kommat.", "Remove the comma."}};
  }
  if (c == ',') {
    return SyntaxError{stop.offset,
                       {"Här står ett komma för mycket, eller så saknas något före det.",
                        "There is one comma too many, or something is missing before it."},
                       {}};
  }
  return std::nullopt;
}

std::optional<SyntaxError> ExplainBracket(const Stop& stop) {
  const char c = stop.Here();
  if (c != '}' && c != ']') return std::nullopt;
  const std::string bracket(1, c);
  if (stop.open.empty()) {
    return SyntaxError{stop.offset,
                       {bracket + " stänger något som aldrig öppnades.",
                        bracket + " closes something that was never opened."},
                       {}};
  }
  const Open& open = stop.open.back();
  const std::string right = open.bracket == '{' ? "}" : "]";
  if (right != bracket) {
    const Text line = LineWords(stop.text, open.offset);
    const std::string opened(1, open.bracket);
    return SyntaxError{
        stop.offset,
        {"Här står " + bracket + ", men det som är öppet är " + opened + " från " + line.sv + ".",
         "This is " + bracket + ", but what is open is " + opened + " from " + line.en + "."},
        {"Stäng med " + right + " först.", "Close with " + right + " first."}};
  }
  return SyntaxError{
      stop.offset,
      {"Här saknas ett värde före " + bracket + ".", "A value is missing before " + bracket + "."},
      {}};
}

std::optional<SyntaxError> ExplainNumber(const Stop& stop) {
  const char c = stop.Here();
  const char last = stop.Last();
  const bool touching = stop.last && *stop.last + 1 == stop.offset;
  const Text instead{"Skriv till exempel 5, -5 eller 0.5.", "Write, say, 5, -5 or 0.5."};
  if (touching && last == '0' && IsDigit(c)) {
    return SyntaxError{*stop.last,
                       {"Ett tal får inte börja med 0: datum och klockslag skrivs som text, "
                        "inom citattecken.",
                        "A number must not begin with 0: dates and times are written as text, "
                        "in quotation marks."},
                       {"Till exempel \"2027-02-03\" eller \"08:30\".",
                        "For example \"2027-02-03\" or \"08:30\"."}};
  }
  const bool half =
      touching &&
      (last == '-' || last == '.' || last == '+' ||
       ((last == 'e' || last == 'E') && *stop.last > 0 && IsDigit(stop.text[*stop.last - 1])));
  if (half || c == '+' || (c == '.' && !(touching && IsDigit(last)))) {
    return SyntaxError{
        stop.offset,
        {"Så skrivs inte ett tal i JSON.", "A number is not written like this in JSON."},
        instead};
  }
  if (touching && IsDigit(last) && (c == '-' || c == ':' || c == '.' || c == '/')) {
    return SyntaxError{stop.offset,
                       {"Ett datum eller klockslag är en text och ska stå inom citattecken.",
                        "A date or a time is a text and belongs in quotation marks."},
                       {"Till exempel \"2027-02-03\" eller \"08:30\".",
                        "For example \"2027-02-03\" or \"08:30\"."}};
  }
  return std::nullopt;
}

std::optional<SyntaxError> ExplainMissingSign(const Stop& stop) {
  const bool after_value = stop.Last() == '"' || stop.Last() == '}' || stop.Last() == ']' ||
                           IsDigit(stop.Last()) || IsLetter(stop.Last());
  if (!after_value || stop.open.empty()) return std::nullopt;
  if (stop.InObject() && !stop.open.back().after_colon) {
    return SyntaxError{stop.offset,
                       {"Här saknas ett kolon mellan nyckeln och dess värde.",
                        "A colon is missing between the key and its value."},
                       {"Skriv \"nyckel\": värde.", "Write \"key\": value."}};
  }
  return SyntaxError{*stop.last,
                     {"Här saknas ett komma efter det som står.", "A comma is missing after this."},
                     {"Sätt ett komma mellan det ena och det andra.",
                      "Put a comma between the one and the other."}};
}

SyntaxError ExplainWord(const Stop& stop) {
  const std::string word = WordAt(stop.text, stop.offset);
  if (stop.WantsKey()) {
    return {stop.offset,
            {"Nyckeln " + word + " ska stå inom citattecken.",
             "The key " + word + " belongs in quotation marks."},
            Text("\"" + word + "\"")};
  }
  if (word == "NaN" || word == "Infinity" || word == "Inf" || word == "nan") {
    return {stop.offset,
            {word + " är inget tal som går att räkna med.",
             word + " is no number that can be counted with."},
            {"Skriv ett vanligt tal.", "Write an ordinary number."}};
  }
  const std::string lower = LowerAscii(word);
  if (lower == "true" || lower == "false" || lower == "null") {
    return {stop.offset,
            {"Ordet " + word + " skrivs med små bokstäver.",
             "The word " + word + " is written in lower case."},
            Text(lower)};
  }
  return {stop.offset,
          {"Ordet " + word + " ska stå inom citattecken.",
           "The word " + word + " belongs in quotation marks."},
          Text("\"" + word + "\"")};
}

SyntaxError ExplainOther(const Stop& stop) {
  const std::string here = Quoted(SignAt(stop.text, stop.offset));
  if (stop.WantsKey()) {
    return {stop.offset,
            {"Här väntades en nyckel inom citattecken, men det står " + here + ".",
             "A key in quotation marks was expected here, but there is " + here + "."},
            {}};
  }
  return {stop.offset,
          {"Här väntades ett värde, men det står " + here + ".",
           "A value was expected here, but there is " + here + "."},
          {}};
}

}  // namespace

std::string PlaceInText(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const std::size_t line_break = before.rfind('\n');
  const std::size_t start = line_break == std::string_view::npos ? 0 : line_break + 1;
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const auto column =
      std::count_if(before.begin() + static_cast<std::ptrdiff_t>(start), before.end(),
                    [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }) +
      1;
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

Text PlaceInWords(const std::string& place) {
  std::size_t line = 0;
  std::size_t column = 0;
  if (std::sscanf(place.c_str(), "line %zu, column %zu", &line, &column) != 2) return Text(place);
  return {"rad " + std::to_string(line) + ", kolumn " + std::to_string(column), place};
}

Text LineWords(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const auto line = std::to_string(std::count(before.begin(), before.end(), '\n') + 1);
  return {"rad " + line, "line " + line};
}

SyntaxError ExplainSyntax(std::string_view text, std::size_t offset) {
  const Stop stop = Follow(text, offset);
  if (stop.AtEnd()) return ExplainEnd(stop);
  if (stop.string_start) return ExplainInString(stop);
  const char c = stop.Here();
  if (c == '/' || c == '#') return ExplainComment(stop);
  if (c == '\'' || IsTypographicQuote(SignAt(text, offset))) return ExplainQuotes(stop);
  if (auto number = ExplainNumber(stop)) return *std::move(number);
  if (IsHiddenBlank(SignAt(text, offset))) return ExplainHiddenBlank(stop);
  if (stop.ended) return c == '}' || c == ']' ? *ExplainBracket(stop) : ExplainExtra(stop);
  if (auto comma = ExplainComma(stop)) return *std::move(comma);
  if (auto bracket = ExplainBracket(stop)) return *std::move(bracket);
  if (auto sign = ExplainMissingSign(stop)) return *std::move(sign);
  return IsLetter(c) ? ExplainWord(stop) : ExplainOther(stop);
}

}  // namespace rytm
