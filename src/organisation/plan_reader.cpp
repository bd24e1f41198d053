#include "organisation/plan_reader.h"

#include <algorithm>

#include "base/json_words.h"
#include "base/limits.h"
#include "base/text_check.h"

namespace rytm {
namespace {

constexpr std::size_t kRowTextBytesMax = 160;    // shown of a row
constexpr std::size_t kPlanHeadingRowsMax = 50;  // titles and remarks above a table

// At most so many bytes, whole characters.
std::string Shortened(const std::string& text) {
  if (text.size() <= kRowTextBytesMax) return text;
  std::size_t end = kRowTextBytesMax;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

}  // namespace

PlanReader::PlanReader(const Organisation& organisation, const DecidedPlanOptions& options)
    : options_(options),
      names_(organisation),
      default_(organisation.FindBody(options.body)),
      year_(options.year) {}

bool PlanReader::HasHeading(const std::vector<CsvRow>& rows) const {
  const std::size_t looked_at = std::min(rows.size(), kPlanHeadingRowsMax);
  return std::any_of(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(looked_at),
                     [&](const CsvRow& row) { return ReadHeading(row.cells, names_).has_value(); });
}

bool PlanReader::Begin(std::size_t line, std::string text) {
  row_ = {.line = line, .text = Shortened(text), .meetings = {}, .problems = {}, .note = {}};
  whole_ = std::move(text);
  if (whole_.empty() || whole_.front() == '#') return false;
  if (whole_.size() <= kTextBytesMax) return true;
  const std::string most = std::to_string(kTextBytesMax);
  Tell({"Raden är längre än " + most + " byte.", "The line is longer than " + most + " bytes."},
       {"Skriv ett organ på varje rad.", "Write one body on each line."});
  End();
  return false;
}

void PlanReader::End() {
  for (const DecidedMeeting& meeting : row_.meetings) TellSameDay(meeting);
  if (!row_.problems.empty()) row_.meetings.clear();
  for (const DecidedMeeting& meeting : row_.meetings)
    lines_.emplace(std::pair(meeting.body, meeting.day), row_.line);
  rows_.push_back(std::move(row_));
}

void PlanReader::Tell(Text what, Text instead) {
  Problem problem{.file = "",
                  .pointer = "line " + std::to_string(row_.line),
                  .what = std::move(what),
                  .instead = std::move(instead)};
  const auto& told = row_.problems;
  if (std::find(told.begin(), told.end(), problem) == told.end())
    row_.problems.push_back(std::move(problem));
}

void PlanReader::Tell(const std::vector<Problem>& problems) {
  for (const Problem& problem : problems) Tell(problem.what, problem.instead);
}

void PlanReader::TellSameDay(const DecidedMeeting& meeting) {
  const auto told = lines_.find({meeting.body, meeting.day});
  const bool twice_here =
      std::count_if(row_.meetings.begin(), row_.meetings.end(), [&](const DecidedMeeting& other) {
        return other.body == meeting.body && other.day == meeting.day;
      }) > 1;
  if (told == lines_.end() && !twice_here) return;
  const std::string where = std::to_string(twice_here ? row_.line : told->second);
  Tell({FormatDay(meeting.day) + " står två gånger för " + meeting.body + ", också på rad " +
            where + ".",
        FormatDay(meeting.day) + " stands twice for " + meeting.body + ", also on line " + where +
            "."},
       {"Ta bort den ena.", "Take one of them away."});
}

void PlanReader::Add(const Body& body, const DayPhrase& phrase) {
  Tell(phrase.problems);
  if (phrase.lacks_year) TellYear();
  for (const PhraseMeeting& meeting : phrase.meetings)
    row_.meetings.push_back({.body = body.id,
                             .day = meeting.day,
                             .days = meeting.days,
                             .at = meeting.at,
                             .lasts = meeting.lasts,
                             .place = {},
                             .status = meeting.status,
                             .cancelled = meeting.cancelled});
}

void PlanReader::SetTime(const std::optional<TimeOfDay>& at, const std::optional<Minutes>& lasts) {
  for (DecidedMeeting& meeting : row_.meetings) {
    if (meeting.at || !at) continue;
    meeting.at = at;
    meeting.lasts = lasts;
  }
}

// Once: the same is wrong with every row.
void PlanReader::TellYear() {
  if (year_told_ == row_.line) return;
  if (year_told_ > 0) {
    const std::string line = std::to_string(year_told_);
    return Note(
        {"Året saknas, som på rad " + line + ".", "The year is missing, as on line " + line + "."});
  }
  year_told_ = row_.line;
  Tell({"Vilket år gäller planen?", "Which year is the plan for?"},
       {"Skriv --year 2027, eller året i en rubrik eller en kolumn.",
        "Write --year 2027, or the year in a heading or a column."});
}

void PlanReader::TellNoBody() {
  if (!strange_.empty()) return TellUnknownBody(strange_);
  Tell({"Vilket organ gäller raden?", "Which body is the line about?"},
       {"Skriv organet först på raden eller som rubrik, eller --body ks.",
        "Write the body first on the line or as a heading, or --body ks."});
}

void PlanReader::TellUnknownBody(std::string_view name) {
  if (options_.known_bodies_only) {
    return Note({"Organet finns inte i organisationen: " + Quoted(name) + ".",
                 "The organisation has no such body: " + Quoted(name) + "."});
  }
  const auto [told, is_new] = unknown_.emplace(name, row_.line);
  if (!is_new) {
    const std::string line = std::to_string(told->second);
    return Tell({"Inget organ heter " + Quoted(name) + ", se rad " + line + ".",
                 "No body is called " + Quoted(name) + ", see line " + line + "."},
                {});
  }
  Tell({"Det finns inget organ som heter " + Quoted(name) + ".",
        "There is no body called " + Quoted(name) + "."},
       names_.DidYouMeanBody(name) +
           Text(" Finns det inte i regelfilen: lägg till det där, eller hoppa över det med "
                "--known-bodies-only.",
                " If the rule file does not have it: add it there, or leave it out with "
                "--known-bodies-only."));
}

void PlanReader::UseBody(const Body* body, std::string_view strange) {
  body_ = body;
  strange_ = strange;
  at_.reset();
  lasts_.reset();
}

const Body* PlanReader::CurrentBody() const { return body_ != nullptr ? body_ : default_; }

}  // namespace rytm
