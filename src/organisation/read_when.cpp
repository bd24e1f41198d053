// "when": which days (calendar/README.md `when`).
#include <set>

#include "base/json_words.h"
#include "organisation/read_parts.h"
#include "organisation/recurrence_rule.h"
#include "organisation/rule_words.h"

namespace rytm {
namespace {

constexpr int kOffsetDaysMax = 400;
constexpr int kOffsetWeeksMax = 60;
constexpr int kOffsetWorkingDaysMax = 250;

bool NamesSeries(const JsonReader& part) {
  const std::optional<JsonReader> from = part.Find("from");
  const auto* text = from ? from->json().if_string() : nullptr;
  return text != nullptr && text->find('/') != std::string_view::npos;
}

bool CountsFromSeries(const JsonReader& part) {
  const std::optional<JsonReader> weeks = part.Find("weeks");
  return part.Has("days") || part.Has("working-days") || (weeks && weeks->IsInt()) ||
         (NamesSeries(part) && !weeks);
}

Recurrence ReadRecurrence(const JsonReader& part) {
  Recurrence recurrence;
  recurrence.rrule = part.ReadString("rrule", Lines::kOne, kRecurrenceBytesMax);
  recurrence.anchor = part.OptionalDay("anchor");
  for (const JsonReader& restart : part.OptionalOneOrMany("restart", {1, 53})) {
    if (!restart.ExpectObject()) continue;
    static constexpr JsonWord<bool> kAfterWords[] = {{"recess", true}};
    recurrence.restarts.push_back({restart.OptionalWord("after", kAfterWords).value_or(false),
                                   static_cast<unsigned>(restart.ReadInt("iso-week", 1, 53))});
  }
  // A rule that never gives a day takes the longest to see through.
  if (recurrence.rrule.empty() || part.full()) return recurrence;
  const Result<RecurrenceRule> rule = ParseRecurrenceRule(recurrence.rrule);
  if (!rule.ok()) {
    for (const Problem& problem : rule.error().problems) {
      part.AddAt("rrule", problem.what, problem.instead);
    }
    return recurrence;
  }
  const bool anchor_wrong = part.Has("anchor") && !recurrence.anchor;
  for (const Problem& problem : CheckRecurrence(rule.value(), recurrence.anchor)) {
    if (!anchor_wrong) part.AddAt(problem.pointer.substr(1), problem.what, problem.instead);
  }
  if (!recurrence.restarts.empty() &&
      rule.value().frequency != RecurrenceRule::Frequency::kWeekly) {
    part.AddAt("restart",
               {"En rytm kan bara börja om i en viss vecka när regeln räknar veckor.",
                "A rhythm can start anew in a week only where the rule counts weeks."},
               {"Skriv FREQ=WEEKLY i regeln, eller ta bort \"restart\".",
                "Write FREQ=WEEKLY in the rule, or take \"restart\" away."});
  }
  return recurrence;
}

Offset ReadOffset(const JsonReader& part) {
  Offset offset;
  if (const std::optional<JsonReader> from = part.Find("from")) {
    offset.from = AsSeriesRef(*from).value_or(SeriesRef{});
  } else {
    part.Add({"Det framgår inte vilka möten dagarna räknas från.",
              "It does not say which meetings the days are counted from."},
             {"Skriv till exempel \"from\": \"kf/meeting\".",
              "Write, for example, \"from\": \"kf/meeting\"."});
  }
  offset.weeks = part.OptionalInt("weeks", -kOffsetWeeksMax, kOffsetWeeksMax);
  offset.weekday = part.OptionalWeekday("weekday");
  offset.days = part.OptionalInt("days", -kOffsetDaysMax, kOffsetDaysMax);
  offset.working_days =
      part.OptionalInt("working-days", -kOffsetWorkingDaysMax, kOffsetWorkingDaysMax);
  offset.extras = part.OptionalBool("extras").value_or(false);
  const int ways = part.Has("weeks") + part.Has("days") + part.Has("working-days");
  if (ways != 1 || part.Has("weeks") != part.Has("weekday")) {
    part.Add({"Det ska framgå på ett sätt hur långt från mötet dagen ligger.",
              "It must be said in one way how far from the meeting the day is."},
             {"Skriv \"weeks\" och \"weekday\", eller \"days\", eller \"working-days\".",
              "Write \"weeks\" and \"weekday\", or \"days\", or \"working-days\"."});
  }
  return offset;
}

IsoWeeks ReadIsoWeeks(const JsonReader& part) {
  IsoWeeks rule;
  for (const JsonReader& week : part.ReadArray("weeks", {1, 53})) {
    if (const std::optional<int> number = week.AsInt(1, 53)) {
      rule.weeks.push_back(static_cast<unsigned>(*number));
    }
  }
  rule.weekday = part.ReadWeekday("weekday");
  return rule;
}

DateList ReadDates(const JsonReader& part) {
  DateList list;
  std::set<Day> seen;
  for (const JsonReader& date : part.ReadArray("dates", {1, kListItemsMax})) {
    const std::optional<Day> day = date.AsDay();
    if (!day) continue;
    if (!seen.insert(*day).second) {
      date.Add({"Dagen står redan i listan.", "The day is in the list already."},
               {"Ta bort den ena.", "Take one of them away."});
    }
    list.dates.push_back(*day);
  }
  list.decided = part.OptionalBool("decided").value_or(false);
  list.form.at = part.OptionalTimeOfDay("at");
  list.form.lasts = part.OptionalLength("lasts");
  list.form.place = part.OptionalId("place");
  return list;
}

// A member that belongs to another form of the same kind of rule.
void Only(const JsonReader& part, std::string_view key, bool here, std::string_view form) {
  if (here || !part.Has(key)) return;
  part.AddAt(key, {"Nyckeln " + Quoted(key) + " hör inte till " + Quoted(form) + ".",
                   "The key " + Quoted(key) + " does not belong to " + Quoted(form) + "."});
}

TermPoint ReadTermPoint(const JsonReader& part) {
  using Point = TermPoint::Point;
  TermPoint point;
  const auto word = part.Find("term")->AsWord(kTermPointWords);
  if (!word) return point;
  point.point = *word;
  const std::string_view form = WordFor(kTermPointWords, *word);
  point.weekday = part.OptionalWeekday("weekday");
  if (*word == Point::kMonthsAfterStart) point.months = part.ReadInt("months", 0, 47);
  if (*word == Point::kElectionYear) point.day = part.ReadMonthDay("day");
  point.within_days = part.OptionalInt("within-days", 0, 200).value_or(point.within_days);
  Only(part, "months", *word == Point::kMonthsAfterStart, form);
  Only(part, "day", *word == Point::kElectionYear, form);
  return point;
}

OnMeetings ReadOnMeetings(const JsonReader& part) {
  using Which = OnMeetings::Which;
  OnMeetings rule;
  const auto word = part.Find("meeting")->AsWord(kWhichMeetingWords);
  if (!word) return rule;
  rule.which = *word;
  const std::string_view form = WordFor(kWhichMeetingWords, *word);
  if (NamesSeries(part)) rule.from = AsSeriesRef(*part.Find("from"));
  rule.n = part.OptionalInt("n", 1, 100).value_or(1);
  rule.of = part.OptionalWord("of", kYearOrTermWords).value_or(OnMeetings::Of::kYear);
  if (*word == Which::kDecides) rule.decides = part.ReadId("report");
  rule.place = part.OptionalWord("place", kBesideMeetingWords).value_or(OnMeetings::Place::kAfter);
  rule.days = part.OptionalInt("days", -kOffsetDaysMax, kOffsetDaysMax).value_or(0);
  Only(part, "n", *word == Which::kEvery, form);
  Only(part, "of", *word == Which::kFirst || *word == Which::kLast, form);
  Only(part, "report", *word == Which::kDecides, form);
  return rule;
}

// The days this part gives: `from`, or `since` where `from` names a series.
void ReadSpan(const JsonReader& part, When& when) {
  const bool from_is_series = NamesSeries(part) || std::holds_alternative<Offset>(when.rule);
  if (from_is_series) {
    when.from = part.OptionalDay("since");
  } else {
    when.from = part.OptionalDay("from");
    Only(part, "since", false, "from");
  }
  when.until = part.OptionalDay("until");
  if (when.from && when.until && *when.until < *when.from) {
    part.AddAt("until", {"Delen slutar innan den börjar.", "The part ends before it begins."});
  }
}

When ReadPart(const JsonReader& part) {
  When when;
  when.pointer = part.pointer();
  if (!part.ExpectObject()) return when;
  std::vector<std::string_view> forms;
  for (const std::string_view key : {"rrule", "dates", "law", "term", "meeting"}) {
    if (part.Has(key)) forms.push_back(key);
  }
  if (forms.empty() && CountsFromSeries(part)) {
    when.rule = ReadOffset(part);
  } else if (forms.empty() && part.Has("weeks")) {
    when.rule = ReadIsoWeeks(part);
  } else if (forms.empty()) {
    part.Add({"Det framgår inte vilka dagar som menas.", "It does not say which days are meant."},
             {"Skriv till exempel \"rrule\", \"dates\", \"weeks\", \"law\", \"term\" eller "
              "\"meeting\", eller räkna från andra möten med \"from\".",
              "Write, for example, \"rrule\", \"dates\", \"weeks\", \"law\", \"term\" or "
              "\"meeting\", or count from other meetings with \"from\"."});
    return when;
  } else if (forms.size() > 1) {
    const std::string both = Quoted(forms[0]) + ", " + Quoted(forms[1]);
    part.AddAt(forms[1],
               {"En del kan bara ha en regel, men här står flera: " + both + ".",
                "A part can have one rule only, but here are several: " + both + "."},
               {"Skriv dem som två delar i en lista.", "Write them as two parts in a list."});
    return when;
  } else if (forms.front() == "rrule") {
    when.rule = ReadRecurrence(part);
  } else if (forms.front() == "dates") {
    when.rule = ReadDates(part);
  } else if (forms.front() == "law") {
    when.rule = LawDay{part.ReadString("law")};
  } else if (forms.front() == "term") {
    when.rule = ReadTermPoint(part);
  } else {
    when.rule = ReadOnMeetings(part);
  }
  ReadSpan(part, when);
  return when;
}

}  // namespace

std::vector<When> ReadWhen(const JsonReader& owner) {
  std::vector<When> parts;
  for (const JsonReader& part : owner.ReadOneOrMany("when", {1, kWhenPartsMax})) {
    parts.push_back(ReadPart(part));
  }
  return parts;
}

}  // namespace rytm
