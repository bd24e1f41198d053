// Lists: a body and its days on each line, or days under the body's name.
#include <algorithm>

#include "base/fold.h"
#include "base/text_check.h"
#include "organisation/day_tokens.h"
#include "organisation/plan_reader.h"

namespace rytm {
namespace {

using Kind = DayToken::Kind;

constexpr std::size_t kNameWordsMax = 12;  // of a body's name

bool IsFigure(const DayToken& token) {
  return token.kind <= Kind::kMonth || token.kind == Kind::kWeek || token.kind == Kind::kAtTime;
}

const Text& NoDay() {
  static const Text text("Ingen dag på raden.", "No day on the line.");
  return text;
}

}  // namespace

void PlanReader::ReadLines(std::string_view text) {
  std::size_t number = 0;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = Trimmed(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (!Begin(++number, NormaliseText(line, Lines::kOne))) continue;
    ReadLine(whole_);
    End();
  }
}

// Weekdays are two letters, as some bodies are: "on" is a body only where it is written as the
// body's short name is.
const Body* PlanReader::NamedBy(std::string_view text) const {
  const Body* body = names_.Find(text);
  if (body == nullptr) return nullptr;
  const std::vector<DayToken> tokens = TokensOf(text);
  const bool only_weekdays = std::all_of(tokens.begin(), tokens.end(), [](const DayToken& token) {
    return token.kind == Kind::kWeekday || token.kind == Kind::kFiller;
  });
  return !only_weekdays || text == body->short_name ? body : nullptr;
}

// The first words between the figures that are a body's name, as many of them as can be.
PlanReader::NamedLine PlanReader::SplitName(std::string_view line) const {
  const std::size_t colon = line.find(':');
  if (colon != std::string_view::npos) {
    if (const Body* body = names_.Find(line.substr(0, colon)))
      return {body, {}, std::string(line.substr(colon + 1))};
  }
  const std::vector<DayToken> tokens = TokensOf(line);
  const auto begin_of = [&](std::size_t token) {
    return token < tokens.size() ? static_cast<std::size_t>(tokens[token].text.data() - line.data())
                                 : line.size();
  };
  for (std::size_t begin = 0; begin < tokens.size(); ++begin) {
    std::size_t end = begin;
    while (end < tokens.size() && end < begin + kNameWordsMax && !IsFigure(tokens[end])) ++end;
    for (; end > begin; --end) {
      const std::size_t from = begin_of(begin);
      const std::size_t until = begin_of(end - 1) + tokens[end - 1].text.size();
      const Body* body = NamedBy(line.substr(from, until - from));
      if (body != nullptr)
        return {
            body, {}, std::string(line.substr(0, from)) + " " + std::string(line.substr(until))};
    }
  }
  const auto figure = std::find_if(tokens.begin(), tokens.end(), IsFigure);
  const bool strange = std::any_of(
      tokens.begin(), figure, [](const DayToken& token) { return token.kind == Kind::kUnknown; });
  if (!strange) return {nullptr, {}, std::string(line)};
  const std::size_t end = begin_of(static_cast<std::size_t>(figure - tokens.begin()));
  return {nullptr, Trimmed(line.substr(0, end)), std::string(line.substr(end))};
}

void PlanReader::ReadLine(const std::string& line) {
  const NamedLine named = SplitName(line);
  if (!named.strange.empty()) return ReadStrangeLine(line, named);
  const DayPhrase phrase = ReadDayPhrase(named.rest, {.year = year_, .month = month_});
  if (!phrase.has_days) return ReadHeadingLine(named, phrase);
  const Body* body = named.body != nullptr ? named.body : CurrentBody();
  if (body == nullptr) return TellNoBody();
  Add(*body, phrase);
  if (body == body_) SetTime(at_, lasts_);
}

// "Trafiknämnden: 13 januari", or any sentence.
void PlanReader::ReadStrangeLine(const std::string& line, const NamedLine& named) {
  const DayPhrase phrase = ReadDayPhrase(named.rest, {.year = year_, .month = month_});
  std::string_view name = named.strange;
  while (name.ends_with(':') || name.ends_with(',')) name.remove_suffix(1);
  if (!phrase.has_days) {
    // "Sammanträdesplan 2027"
    if (const std::optional<int> year = ReadDayPhrase(line, {}).year) year_ = year;
    UseBody(nullptr, name);
    return Note(NoDay());
  }
  if (!phrase.problems.empty()) return Tell(phrase.problems);
  TellUnknownBody(name);
}

void PlanReader::ReadHeadingLine(const NamedLine& named, const DayPhrase& phrase) {
  if (!phrase.problems.empty()) {
    UseBody(nullptr, row_.text);
    return Note(NoDay());
  }
  if (named.body != nullptr) {
    if (month_within_body_) month_.reset();
    UseBody(named.body, {});
    at_ = phrase.at;
    lasts_ = phrase.lasts;
  }
  if (phrase.month) {
    month_ = phrase.month;
    month_within_body_ = body_ != nullptr;
  }
  if (phrase.year) year_ = phrase.year;
  Note({"Rubrik.", "Heading."});
}

}  // namespace rytm
