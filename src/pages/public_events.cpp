#include "pages/public_events.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <type_traits>

#include "base/words.h"
#include "edition/public_words.h"
#include "edition/seen.h"

namespace rytm {
namespace {

bool IsShown(const Event& event, Day today) {
  const bool has_a_row = event.kind == EventKind::kMeeting || event.kind == EventKind::kDialogue;
  if (!has_a_row || !event.levels.Has(Level::kPublic)) return false;
  const std::optional<Day> told_until = ToldUntil(event);
  return !told_until || today <= *told_until;
}

// The value that more than half of the events have.
template <class ValueOf>
auto InCommon(const std::vector<const Event*>& events, ValueOf value_of)
    -> std::optional<std::invoke_result_t<ValueOf, const Event&>> {
  std::map<std::invoke_result_t<ValueOf, const Event&>, std::size_t> counts;
  for (const Event* event : events) {
    const auto counted = counts.try_emplace(value_of(*event)).first;
    if (++counted->second * 2 > events.size()) return counted->first;
  }
  return std::nullopt;
}

// A mark whose words end in the reason.
bool TellsReason(Mark mark) { return mark == Mark::kMoved || mark == Mark::kCancelled; }

std::vector<std::string_view> LinesOf(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end != 0) lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::string_view DecidesOn(Language language) {
  return language == Language::kSwedish ? kDecidesOnSv : kDecidesOnEn;
}

std::string OldTime(const Event& event, Language language) {
  const bool same_year = YearOf(*event.first_day) == YearOf(event.day);
  std::string words = same_year ? ShortDay(*event.first_day, language)
                                : ShortDayWithYear(*event.first_day, language);
  if (!event.first_at || event.first_at == event.at) return words;
  words += language == Language::kSwedish ? " kl. " : " ";
  return words + ClockTime(*event.first_at, language);
}

}  // namespace

const Body* ListedBody(const Organisation& organisation, std::string_view id) {
  const Body* body = organisation.FindBody(id);
  return body != nullptr && body->listed ? body : nullptr;
}

const Edition* EditionOf(const PublicCalendar& calendar, const Body& body) {
  const auto found = calendar.editions.find(body.id);
  return found == calendar.editions.end() ? nullptr : &found->second;
}

std::vector<const Event*> PublicEvents(const PublicCalendar& calendar, const Body* body) {
  std::vector<const Event*> events;
  for (const auto& [id, edition] : calendar.editions) {
    if (ListedBody(calendar.organisation, id) == nullptr) continue;
    for (const Event& event : edition.events)
      if (IsShown(event, calendar.today) && (body == nullptr || event.IsOf(body->id)))
        events.push_back(&event);
  }
  std::sort(events.begin(), events.end(), [](const Event* a, const Event* b) {
    return std::tie(a->day, a->at, a->uid) < std::tie(b->day, b->at, b->uid);
  });
  return events;
}

std::vector<const Event*> EventsInYear(const std::vector<const Event*>& events, int year) {
  const auto before = [](const Event* event, Day day) { return event->day < day; };
  return {std::lower_bound(events.begin(), events.end(), MakeDay(year, 1, 1), before),
          std::lower_bound(events.begin(), events.end(), MakeDay(year + 1, 1, 1), before)};
}

bool IsAhead(const Event& event, Day today) {
  return event.day >= today && event.status != EventStatus::kCancelled && !event.reserve;
}

const Event* NextOf(const std::vector<const Event*>& events, Day today) {
  const auto next = std::find_if(events.begin(), events.end(),
                                 [&](const Event* event) { return IsAhead(*event, today); });
  return next == events.end() ? nullptr : *next;
}

Usual UsualOf(const std::vector<const Event*>& events, Language language) {
  std::vector<const Event*> standing;
  std::copy_if(events.begin(), events.end(), std::back_inserter(standing),
               [](const Event* event) { return event->status != EventStatus::kCancelled; });
  if (standing.empty()) return {};
  Usual usual;
  if (const auto day = InCommon(
          standing, [](const Event& event) { return WeekdayOf(event.day).iso_encoding(); }))
    usual.weekday = Weekday{*day};
  usual.at = InCommon(standing, [](const Event& event) { return event.at; }).value_or(std::nullopt);
  usual.lasts = InCommon(standing, [](const Event& event) { return event.lasts; });
  usual.open = InCommon(standing, [](const Event& event) { return event.open; });
  usual.webcast = InCommon(standing, [](const Event& event) { return event.webcast; }) == true;
  const auto place = InCommon(standing, [&](const Event& event) {
    return std::string_view(PlaceSeenBy(event, Level::kPublic).In(language));
  });
  const auto title = InCommon(
      standing, [&](const Event& event) { return std::string_view(event.title.In(language)); });
  usual.place = place.value_or("");
  usual.title = title.value_or("");
  return usual;
}

TitleByBody UsualTitles(const std::vector<const Event*>& events, Language language) {
  std::map<std::string_view, std::vector<const Event*>> of_body;
  for (const Event* event : events) of_body[event->body].push_back(event);
  TitleByBody titles;
  for (const auto& [body, own] : of_body)
    if (const auto title = InCommon(
            own, [&](const Event& event) { return std::string_view(event.title.In(language)); }))
      titles.emplace(body, *title);
  return titles;
}

std::string TitleBeside(const PublicCalendar& calendar, const Event& event) {
  const std::string& title = event.title.In(calendar.language);
  const auto edition = calendar.editions.find(event.body);
  if (edition == calendar.editions.end()) return title;
  // As it was called when the title was made; a joint meeting names the others after it.
  const std::string& name = edition->second.body_name.In(calendar.language);
  constexpr std::string_view kThen = ": ";
  const std::size_t then = title.find(kThen, name.size());
  const bool named = title.starts_with(name) && then != std::string::npos &&
                     (then == name.size() || !event.with.empty());
  return named ? title.substr(then + kThen.size()) : title;
}

std::vector<Mark> MarksOf(const Event& event) {
  // A date kept free and let go is nothing called off.
  if (event.status == EventStatus::kCancelled)
    return {event.dropped_on ? Mark::kDropped : Mark::kCancelled};
  std::vector<Mark> marks;
  if (event.moved()) marks.push_back(Mark::kMoved);
  if (event.reserve)
    marks.push_back(Mark::kReserve);
  else if (event.status == EventStatus::kTentative)
    marks.push_back(Mark::kTentative);
  return marks;
}

std::string_view MarkWord(Mark mark, Language language) {
  const bool swedish = language == Language::kSwedish;
  switch (mark) {
    case Mark::kCancelled:
      return swedish ? "Inställt" : "Cancelled";
    case Mark::kDropped:
      return swedish ? "Utgår" : "Dropped";
    case Mark::kMoved:
      return swedish ? "Flyttat" : "Moved";
    case Mark::kReserve:
      return swedish ? "Reservdag" : "Reserve date";
    case Mark::kTentative:
      return swedish ? "Preliminärt" : "Preliminary";
  }
  return {};
}

std::string_view MarkInCell(Mark mark, Language language) {
  const bool swedish = language == Language::kSwedish;
  switch (mark) {
    case Mark::kCancelled:
      return swedish ? "inställt" : "cancelled";
    case Mark::kDropped:
      return swedish ? "utgår" : "dropped";
    case Mark::kMoved:
      return swedish ? "flyttat" : "moved";
    case Mark::kReserve:
      return swedish ? "reserv" : "reserve";
    case Mark::kTentative:
      return swedish ? "prel." : "prelim.";
  }
  return {};
}

std::vector<const Event*> NextMeetings(const std::vector<const Event*>& events, Day today,
                                       std::size_t most) {
  std::vector<const Event*> next;
  for (const Event* event : events)
    if (event->day >= today && next.size() < most) next.push_back(event);
  return next;
}

std::string MarkInWords(Mark mark, const Event& event, Language language) {
  std::string words(MarkWord(mark, language));
  if (mark == Mark::kMoved)
    words += (language == Language::kSwedish ? " från " : " from ") + OldTime(event, language);
  if (TellsReason(mark) && !event.public_reason.empty())
    words += ": " + event.public_reason.In(language);
  return words;
}

std::string TimeInWords(const Event& event, Language language) {
  const bool swedish = language == Language::kSwedish;
  if (!event.at) return swedish ? "hela dagen" : "all day";
  if (event.lasts > Minutes{0}) return ClockSpan(*event.at, event.lasts, language);
  return (swedish ? "kl. " : "") + ClockTime(*event.at, language);
}

std::string JointWith(const PublicCalendar& calendar, const Event& event, std::string_view body) {
  std::vector<std::string> others;
  const auto add = [&](const std::string& id) {
    const Body* other = id == body ? nullptr : ListedBody(calendar.organisation, id);
    if (other != nullptr) others.push_back(other->name.In(calendar.language));
  };
  add(event.body);
  for (const std::string& id : event.with) add(id);
  return InOneBreath(others, calendar.language);
}

std::string_view DecisionsOf(const Event& event, Language language) {
  const std::string_view start = DecidesOn(language);
  for (const std::string_view line : LinesOf(event.public_description.In(language)))
    if (line.starts_with(start)) return line.substr(start.size());
  return {};
}

std::string GoodToKnow(const Event& event, Language language) {
  std::string know;
  const auto add = [&](std::string_view words) {
    know.append(know.empty() ? "" : ". ").append(words);
  };
  for (const Mark mark : MarksOf(event)) add(MarkInWords(mark, event, language));
  if (const std::string_view decisions = DecisionsOf(event, language); !decisions.empty())
    add((language == Language::kSwedish ? "Beslutar om: " : "Decides on: ") +
        std::string(decisions));
  return know;
}

std::vector<std::string> SentencesOf(const Event& event, Language language) {
  std::vector<std::string> sentences;
  for (const std::string_view line : LinesOf(event.public_description.In(language)))
    if (!line.starts_with(DecidesOn(language))) sentences.emplace_back(line);
  const std::vector<Mark> marks = MarksOf(event);
  if (!event.public_reason.empty() && std::none_of(marks.begin(), marks.end(), TellsReason))
    sentences.push_back((language == Language::kSwedish ? "Skäl: " : "Reason: ") +
                        event.public_reason.In(language));
  return sentences;
}

std::string_view OpennessInWords(Openness open, Language language) {
  const bool swedish = language == Language::kSwedish;
  switch (open) {
    case Openness::kPublic:
      return swedish ? "Öppet för allmänheten" : "Open to the public";
    case Openness::kPartly:
      return swedish ? "Delvis öppet för allmänheten" : "Partly open to the public";
    case Openness::kClosed:
      return swedish ? "Inte öppet för allmänheten" : "Not open to the public";
  }
  return {};
}

}  // namespace rytm
