#include "pages/public_pages.h"

#include <algorithm>

#include "base/words.h"
#include "edition/seen.h"
#include "pages/meeting_rows.h"
#include "pages/page_addresses.h"
#include "pages/page_data.h"
#include "pages/public_events.h"
#include "pages/structured_data.h"

namespace rytm {
namespace {

PageFrame MeetingFrame(const PublicCalendar& calendar, const Event& event, std::string title) {
  return {.title = std::move(title),
          .address = MeetingAddress(calendar, event),
          .other_address = MeetingAddress(InOtherLanguage(calendar), event),
          .feed = event.body};
}

// The steps that the public may see, with the meeting among them; empty where there are none.
PageList StepsData(const Event& event, Language language) {
  PageList steps;
  bool any = false;
  const auto add = [&](const Text& name, Day day, std::optional<TimeOfDay> at, bool meeting) {
    PageData step;
    std::string when = ShortDay(day, language);
    if (at && !meeting)
      when += (language == Language::kSwedish ? " kl. " : " ") + ClockTime(*at, language);
    Set(step, "when", std::move(when));
    Set(step, "step", name.In(language));
    Set(step, "is_meeting", meeting);
    steps.push_back(std::move(step));
  };
  bool told = false;
  const Text meeting("Mötet", "The meeting");
  for (const ChainDay& step : event.chain) {
    if (!step.levels.Has(Level::kPublic)) continue;
    any = true;
    if (!told && step.day > event.day) {
      add(meeting, event.day, {}, true);
      told = true;
    }
    add(step.name, step.day, step.at, false);
  }
  if (any && !told) add(meeting, event.day, {}, true);
  return steps;
}

// The meetings of the body before and after this one.
void SetNeighbours(const PublicCalendar& calendar, const std::vector<const Event*>& events,
                   std::vector<const Event*>::const_iterator here, PageData& data) {
  const auto link = [&](const Event& other) {
    PageData neighbour;
    Set(neighbour, "address", MeetingAddress(calendar, other));
    Set(neighbour, "neighbour_day",
        YearOf(other.day) == YearOf(calendar.today)
            ? LongDayWithoutYear(other.day, calendar.language)
            : LongDay(other.day, calendar.language));
    return neighbour;
  };
  const bool first = here == events.begin();
  const bool last = here + 1 == events.end();
  Set(data, "has_neighbours", !first || !last);
  Set(data, "previous", first ? PageData(false) : link(**(here - 1)));
  Set(data, "following", last ? PageData(false) : link(**(here + 1)));
}

}  // namespace

std::optional<std::string> MeetingPage(const PublicCalendar& calendar,
                                       const PageTemplates& templates, std::string_view body_id,
                                       std::string_view meeting) {
  const Body* body = ListedBody(calendar.organisation, body_id);
  if (body == nullptr) return std::nullopt;
  const std::vector<const Event*> events = PublicEvents(calendar, body);
  const auto found = std::find_if(events.begin(), events.end(), [&](const Event* event) {
    return event->body == body_id && NameInBody(calendar, *event) == meeting;
  });
  if (found == events.end()) return std::nullopt;
  const Event& event = **found;
  const Language language = calendar.language;
  PageData data = PartOf(calendar);
  data["meeting"] = DateData(calendar, event);
  Set(data, "body", Breakable(body->name.In(language)));
  Set(data, "body_address", PageAddress(calendar, body->id));
  Set(data, "subscribe_address", SubscribeAddress(calendar, body->id));
  Set(data, "called", TitleBeside(calendar, event));
  const std::string day = LongDay(event.day, language);
  Set(data, "day", day);
  Set(data, "short_day", ShortDay(event.day, language));
  Set(data, "notes", MarkData(event, language));
  Set(data, "has_notes", !MarksOf(event).empty());
  Set(data, "access", AccessSeenBy(event, Level::kPublic).In(language));
  Set(data, "joint", JointWith(calendar, event, body->id));
  PageList sentences;
  for (const std::string& sentence : SentencesOf(event, language))
    sentences.push_back(PageData(sentence));
  Set(data, "has_sentences", !sentences.empty());
  Set(data, "sentences", std::move(sentences));
  PageList steps = StepsData(event, language);
  Set(data, "has_steps", !steps.empty());
  Set(data, "steps", std::move(steps));
  SetNeighbours(calendar, events, found, data);
  Set(data, "events", EventsAsJsonLd(calendar, {&event}));
  const std::string title = body->name.In(language) + " " + day;
  return RenderPage(calendar, templates, "meeting", data, MeetingFrame(calendar, event, title));
}

std::optional<std::string> PageAt(const PublicCalendar& calendar, const PageTemplates& templates,
                                  const std::vector<std::string_view>& parts,
                                  const PageQuery& query) {
  if (parts.empty()) return OrganisationPage(calendar, templates);
  if (parts[0] != calendar.organisation.id || parts.size() > 3) return std::nullopt;
  if (parts.size() == 1) return OrganisationPage(calendar, templates);
  if (parts.size() == 2 && (parts[1] == "arshjul" || parts[1] == "wheel"))
    return WheelPage(calendar, templates, query);
  if (parts.size() == 2 && (parts[1] == "tillganglighet" || parts[1] == "accessibility"))
    return AccessibilityPage(calendar, templates);
  if (parts.size() == 2) return BodyPage(calendar, templates, parts[1]);
  if (parts[2] == "prenumerera" || parts[2] == "subscribe")
    return SubscribePage(calendar, templates, parts[1]);
  if (MayBeFramed(parts)) return EmbeddedPage(calendar, templates, parts[1]);
  return MeetingPage(calendar, templates, parts[1], parts[2]);
}

std::string MissingPage(const PublicCalendar& calendar, const PageTemplates& templates) {
  PageData data = PartOf(calendar);
  PageList bodies;
  for (const Body& body : calendar.organisation.bodies) {
    if (!body.listed) continue;
    PageData row;
    Set(row, "name", Breakable(body.name.In(calendar.language)));
    Set(row, "address", PageAddress(calendar, body.id));
    bodies.push_back(std::move(row));
  }
  Set(data, "any_bodies", !bodies.empty());
  Set(data, "bodies", std::move(bodies));
  const bool swedish = calendar.language == Language::kSwedish;
  return RenderPage(calendar, templates, "missing", data,
                    {.title = swedish ? "Sidan finns inte" : "There is no such page",
                     .address = PageAddress(calendar),
                     .other_address = PageAddress(InOtherLanguage(calendar)),
                     .feed = {},
                     .found = false});
}

}  // namespace rytm
