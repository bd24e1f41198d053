#include "app/calendar_plan.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/fold.h"
#include "base/json_words.h"
#include "organisation/body_names.h"

namespace rytm {
namespace {

constexpr int kMeetingDaysMax = 5;
constexpr std::string_view kCancelledWords[] = {"installt", "cancelled", "canceled"};
constexpr std::string_view kPartedBy = ":,(–—|/";

bool SaysCancelled(std::string_view text) {
  const std::string letters = FoldedLetters(text);
  return std::find(std::begin(kCancelledWords), std::end(kCancelledWords), letters) !=
         std::end(kCancelledWords);
}

// Of "line 12"; 0 where another pointer stands: the reader of the file is not trusted.
std::size_t LineOf(const Problem& problem) {
  constexpr std::string_view kLine = "line ";
  std::size_t line = 0;
  const std::string_view pointer = problem.pointer;
  if (pointer.starts_with(kLine))
    std::from_chars(pointer.data() + kLine.size(), pointer.data() + pointer.size(), line);
  return line;
}

class CalendarRows {
 public:
  CalendarRows(const Organisation& organisation, const DecidedPlanOptions& options, DaySpan within,
               const std::string& calendar)
      : names_(organisation),
        options_(options),
        within_(within),
        default_(organisation.FindBody(options.body)),
        of_calendar_(NamedIn(calendar)) {}

  DecidedRow RowOf(const CalendarTime& time) {
    DecidedRow row{.line = time.line,
                   .text = TextOf(time),
                   .meetings = {},
                   .problems = {},
                   .note = WhyLeftOut(time)};
    if (!row.note.empty()) return row;
    const Body* body = BodyOf(time);
    if (body == nullptr) {
      TellNoBody(time, row);
      return row;
    }
    if (time.days > kMeetingDaysMax) {
      const std::string most = std::to_string(kMeetingDaysMax);
      Tell(row,
           {"Händelsen varar längre än " + most + " dagar.",
            "The event lasts more than " + most + " days."},
           {"Är den inget möte: ta bort den ur filen.",
            "If it is no meeting: take it out of the file."});
      return row;
    }
    const auto [told, is_new] = lines_.try_emplace({body->id, time.day}, time.line);
    if (!is_new) {
      const std::string line = std::to_string(told->second);
      Tell(row,
           {FormatDay(time.day) + " står två gånger för " + body->id + ", också på rad " + line +
                ".",
            FormatDay(time.day) + " stands twice for " + body->id + ", also on line " + line + "."},
           {"Ta bort den ena.", "Take one of them away."});
      return row;
    }
    row.meetings.push_back({.body = body->id,
                            .day = time.day,
                            .days = time.days,
                            .at = time.at,
                            .lasts = time.lasts,
                            .place = PlaceOf(time),
                            .status = MeetingStatus::kRegular,
                            .cancelled = false});
    return row;
  }

 private:
  static std::string TextOf(const CalendarTime& time) {
    std::string text = FormatDay(time.day);
    if (time.at) text += " " + FormatTimeOfDay(*time.at);
    for (const std::string& words : {time.summary, time.location})
      if (!words.empty()) text += "; " + words;
    return text;
  }

  Text WhyLeftOut(const CalendarTime& time) const {
    const std::string_view first = std::string_view(time.summary).substr(0, time.summary.find(':'));
    if (time.cancelled || SaysCancelled(first))
      return {"Inställt, läses inte.", "Cancelled, not read."};
    if (time.free)
      return {"Tar ingen tid i kalendern, läses inte som möte.",
              "Takes no time in the calendar, not read as a meeting."};
    if (!within_.Contains(time.day))
      return {
          "Utanför " + FormatDay(within_.first) + "–" + FormatDay(within_.last) + ", läses inte.",
          "Outside " + FormatDay(within_.first) + "–" + FormatDay(within_.last) + ", not read."};
    return {};
  }

  const Body* BodyOf(const CalendarTime& time) const {
    for (const std::string& category : time.categories)
      if (const Body* body = names_.Find(category)) return body;
    if (const Body* body = NamedIn(time.summary)) return body;
    return default_ != nullptr ? default_ : OfCalendar(time.summary);
  }

  // In the calendar of one body "Sammanträde" is that body's; "Luciafirande" is not.
  const Body* OfCalendar(const std::string& title) const {
    if (of_calendar_ == nullptr) return nullptr;
    const Body* meant = names_.Find(of_calendar_->id + " " + title);
    return meant == of_calendar_ ? meant : nullptr;
  }

  // The name as a whole, or a part of it between signs.
  const Body* NamedIn(std::string_view title) const {
    if (const Body* body = names_.Find(title)) return body;
    while (!title.empty()) {
      std::size_t end = title.find_first_of(kPartedBy);
      const std::size_t dash = title.find(" - ");
      end = std::min({end, dash, title.size()});
      const std::string_view part = Trimmed(title.substr(0, end), " ");
      if (const Body* body = names_.Find(part)) return body;
      title.remove_prefix(std::min(title.size(), end + (end == dash ? 3 : 1)));
    }
    return nullptr;
  }

  // A link is no place.
  static std::string PlaceOf(const CalendarTime& time) {
    return time.location.find("://") == std::string::npos ? time.location : "";
  }

  static void Tell(DecidedRow& row, Text what, Text instead) {
    row.problems.push_back({.file = "",
                            .pointer = "line " + std::to_string(row.line),
                            .what = std::move(what),
                            .instead = std::move(instead)});
  }

  void TellNoBody(const CalendarTime& time, DecidedRow& row) {
    if (options_.known_bodies_only) {
      row.note = {"Inget av organisationens organ.", "None of the organisation's bodies."};
      return;
    }
    const auto [told, is_new] = unknown_.try_emplace(time.summary, time.line);
    if (!is_new) {
      const std::string line = std::to_string(told->second);
      return Tell(row,
                  {"Inget organ heter så, se rad " + line + ".",
                   "No body is called so, see line " + line + "."},
                  {});
    }
    Tell(row,
         {"Vilket organ gäller händelsen " + Quoted(time.summary) + "?",
          "Which body is the event " + Quoted(time.summary) + " about?"},
         names_.DidYouMeanBody(time.summary) +
             Text(" Är hela kalendern ett organs: skriv --body. Hör händelsen inte hit: "
                  "--known-bodies-only hoppar över den.",
                  " If the whole calendar is one body's: write --body. If the event does not "
                  "belong here: --known-bodies-only leaves it out."));
  }

  const BodyNames names_;
  const DecidedPlanOptions& options_;
  const DaySpan within_;
  const Body* const default_;      // whose the events are where nothing says
  const Body* const of_calendar_;  // whose the whole calendar is
  std::map<std::pair<std::string, Day>, std::size_t> lines_;  // where a body's day stands
  std::map<std::string, std::size_t> unknown_;                // titles, and where first told
};

}  // namespace

DecidedPlan PlanOfCalendar(const CalendarTimes& calendar, const Organisation& organisation,
                           const DecidedPlanOptions& options, DaySpan within) {
  DecidedPlan plan{.rows = {}, .reading = {"kalenderfil", "a calendar file"}};
  for (const Problem& problem : calendar.problems) {
    plan.rows.push_back(
        {.line = LineOf(problem), .text = {}, .meetings = {}, .problems = {problem}, .note = {}});
  }
  CalendarRows rows(organisation, options, within, calendar.name);
  for (const CalendarTime& time : calendar.times) plan.rows.push_back(rows.RowOf(time));
  return plan;
}

}  // namespace rytm
