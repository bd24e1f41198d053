#include "pages/chain_table.h"

#include <algorithm>
#include <map>
#include <span>
#include <utility>

#include "base/words.h"
#include "pages/public_events.h"

namespace rytm {
namespace {

// A column's step, and the days from the meeting to it, all meetings together.
struct Column {
  std::string name;
  Days days{};
  int meetings = 0;

  double UsualDays() const { return static_cast<double>(days.count()) / meetings; }
};

std::vector<Column> ColumnsOf(const std::vector<ChainRow>& chains, Language language) {
  std::vector<Column> columns;
  for (const ChainRow& chain : chains)
    for (const ChainDay& step : chain.steps) {
      const std::string& name = step.name.In(language);
      auto column = std::find_if(columns.begin(), columns.end(),
                                 [&](const Column& one) { return one.name == name; });
      if (column == columns.end()) column = columns.insert(column, Column{.name = name});
      column->days += step.day - chain.day;
      ++column->meetings;
    }
  std::stable_sort(columns.begin(), columns.end(),
                   [](const Column& a, const Column& b) { return a.UsualDays() < b.UsualDays(); });
  return columns;
}

// On paper under the day, where the columns are narrow.
std::string TimeWords(const std::optional<TimeOfDay>& at, DaysAs days, Language language) {
  if (!at) return {};
  return (days == DaysAs::kWords ? "\n" : " ") +
         std::string(language == Language::kSwedish ? "kl. " : "") + ClockTime(*at, language);
}

std::string DayWords(Day day, int year, DaysAs days, Language language) {
  if (days == DaysAs::kNumbers) return FormatDay(day);
  return YearOf(day) == year ? ShortDay(day, language) : ShortDayWithYear(day, language);
}

std::string MeetingWords(const ChainRow& chain, int year, DaysAs days, Language language) {
  std::string words =
      DayWords(chain.day, year, days, language) + TimeWords(chain.at, days, language);
  if (!chain.note.empty()) words += ", " + chain.note;
  return words;
}

// Several, where the meeting has the step more than once.
std::string StepWords(const ChainRow& chain, const Column& column, int year, DaysAs days,
                      Language language) {
  std::string words;
  for (const ChainDay& step : chain.steps)
    if (step.name.In(language) == column.name)
      words += (words.empty() ? "" : "\n") + DayWords(step.day, year, days, language) +
               TimeWords(step.at, days, language);
  return words;
}

// On paper the steps stand under one another, where there is room for their names, and the meetings
// beside one another.
void AddSteps(PdfDocument& document, const std::string& heading, std::span<const ChainRow> chains,
              const std::vector<Column>& steps, int year, Language language) {
  if (steps.empty()) return;
  constexpr double kStepShare = 2;
  constexpr double kLetters = 8;
  std::vector<PdfDocument::Column> columns{
      {language == Language::kSwedish ? "Steg" : "Step", kStepShare}};
  for (const ChainRow& chain : chains)
    columns.push_back({MeetingWords(chain, year, DaysAs::kWords, language)});
  PdfDocument::Rows rows;
  for (const Column& step : steps) {
    std::vector<std::string> row{step.name};
    for (const ChainRow& chain : chains)
      row.push_back(StepWords(chain, step, year, DaysAs::kWords, language));
    rows.push_back(std::move(row));
  }
  document.Subheading(heading);
  document.Table(std::move(columns), std::move(rows), kLetters);
}

std::string StatusWords(const Item& item, Language language) {
  if (item.cancelled) return std::string(MarkInCell(Mark::kCancelled, language));
  if (item.status == MeetingStatus::kReserve)
    return std::string(MarkInCell(Mark::kReserve, language));
  return {};
}

Result<std::string> ChainsAsPdf(const std::vector<ChainRow>& chains, int year,
                                PdfDocument::About about) {
  const Language language = about.language;
  const bool swedish = language == Language::kSwedish;
  const std::vector<Column> steps = ColumnsOf(chains, language);
  const auto after = std::find_if(steps.begin(), steps.end(),
                                  [](const Column& step) { return step.UsualDays() > 0; });
  const std::string title = about.title;
  PdfDocument document(std::move(about));
  constexpr std::size_t kMeetingsBeside = 12;
  for (std::size_t begin = 0; begin < chains.size(); begin += kMeetingsBeside) {
    const std::span<const ChainRow> part(
        chains.begin() + static_cast<std::ptrdiff_t>(begin),
        chains.begin() +
            static_cast<std::ptrdiff_t>(std::min(begin + kMeetingsBeside, chains.size())));
    document.NextPage();
    document.Heading(title);
    AddSteps(document, swedish ? "Före sammanträdet" : "Before the meeting", part,
             {steps.begin(), after}, year, language);
    AddSteps(document, swedish ? "Efter sammanträdet" : "After the meeting", part,
             {after, steps.end()}, year, language);
  }
  return document.Finish();
}

}  // namespace

std::vector<ChainRow> PublicChains(const std::vector<const Event*>& events, const Body& body,
                                   Language language) {
  std::vector<ChainRow> chains;
  bool any = false;
  for (const Event* event : events) {
    if (event->kind != EventKind::kMeeting || event->body != body.id) continue;
    ChainRow chain{.day = event->day, .at = event->at, .lasts = event->lasts};
    if (const std::vector<Mark> marks = MarksOf(*event); !marks.empty())
      chain.note = MarkInCell(marks.front(), language);
    for (const ChainDay& step : event->chain)
      if (step.levels.Has(Level::kPublic)) chain.steps.push_back(step);
    any = any || !chain.steps.empty();
    chains.push_back(std::move(chain));
  }
  if (!any) chains.clear();
  return chains;
}

std::vector<ChainRow> ChainsOf(const Plan& plan, const Body& body, int year, Language language) {
  std::vector<ChainRow> chains;
  std::map<std::string_view, std::size_t> by_meeting;
  for (const Item& item : plan.items) {
    if (item.kind != ItemKind::kMeeting || item.body != body.id || YearOf(item.day) != year)
      continue;
    by_meeting.emplace(item.id, chains.size());
    chains.push_back({.day = item.day,
                      .at = item.at,
                      .lasts = item.lasts,
                      .note = StatusWords(item, language),
                      .steps = {}});
  }
  for (const Item& item : plan.items) {
    const auto meeting = by_meeting.find(item.parent);
    if (item.kind == ItemKind::kStep && meeting != by_meeting.end())
      chains[meeting->second].steps.push_back(
          {.name = item.title, .day = item.day, .at = item.at, .levels = item.levels});
  }
  return chains;
}

MeetingTable ChainTable(const std::vector<ChainRow>& chains, int year, DaysAs days,
                        Language language) {
  const std::vector<Column> columns = ColumnsOf(chains, language);
  MeetingTable table{.name = std::to_string(year),
                     .columns = {language == Language::kSwedish ? "Sammanträde" : "Meeting"},
                     .rows = {}};
  for (const Column& column : columns) table.columns.push_back(column.name);
  for (const ChainRow& chain : chains) {
    std::vector<std::string> row{MeetingWords(chain, year, days, language)};
    for (const Column& column : columns)
      row.push_back(StepWords(chain, column, year, days, language));
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::optional<Result<PublicFile>> ChainFile(const std::vector<ChainRow>& chains, int year,
                                            std::string_view ending, std::string name,
                                            PdfDocument::About about) {
  if (chains.empty()) return std::nullopt;
  const Language language = about.language;
  if (ending == ".pdf")
    return PdfFile(ChainsAsPdf(chains, year, std::move(about)), std::move(name));
  return TableFile(ChainTable(chains, year, DaysAs::kNumbers, language), ending, std::move(name));
}

std::string DraftFooter(const Organisation& organisation, Day today, Language language) {
  const bool swedish = language == Language::kSwedish;
  return organisation.name.In(language) + (swedish ? ". Planen " : ". The plan on ") +
         DateInWords(today, language) +
         (swedish ? ", också det som inte är publicerat." : ", also what is not published.");
}

std::string ChainTitle(const Body& body, int year, Language language) {
  return body.name.In(language) +
         (language == Language::kSwedish ? ", före och efter sammanträdena "
                                         : ", before and after the meetings ") +
         std::to_string(year);
}

}  // namespace rytm
