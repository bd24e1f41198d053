#include "pages/own_page.h"

#include <map>
#include <utility>

#include "base/words.h"
#include "edition/seen.h"
#include "pages/page_addresses.h"
#include "pages/page_data.h"

namespace rytm {
namespace {

constexpr std::array<const char*, 6> kReminderNames{"papers",  "week-before", "day-before",
                                                    "morning", "deadline",    "dialogue"};

constexpr std::size_t kDeadline = 4;  // deadlines are for officials

Text ReminderWords(std::size_t kind) {
  switch (kind) {
    case 0:
      return {"När handlingarna är ute", "When the papers are out"};
    case 1:
      return {"En vecka före", "A week before"};
    case 2:
      return {"Dagen före", "The day before"};
    case 3:
      return {"På morgonen samma dag", "In the morning of the day"};
    case 4:
      return {"Dagar att hålla, tre dagar före", "Deadlines, three days before"};
    default:
      return {"Dialoger med underlag, tre dagar före",
              "Dialogues with their guide, three days before"};
  }
}

PageData MeetingData(const OwnMeeting& meeting, const OwnPage& page) {
  const Event& event = *meeting.event;
  const Language language = page.language;
  PageData data;
  Set(data, "title", event.title.In(language));
  const bool this_year = YearOf(event.day) == YearOf(page.today);
  Set(data, "day",
      this_year ? LongDayWithoutYear(event.day, language) : LongDay(event.day, language));
  Set(data, "time", event.at ? ClockSpan(*event.at, event.lasts, language) : std::string());
  Set(data, "place", PlaceSeenBy(event, meeting.level).In(language));
  Set(data, "link", LinkSeenBy(event, meeting.level));
  Set(data, "posts", meeting.posts.In(language));
  Set(data, "uid", event.uid);
  Set(data, "cancelled", event.status == EventStatus::kCancelled);
  Set(data, "tentative", event.status == EventStatus::kTentative);
  Set(data, "moved",
      event.moved() && event.first_day
          ? ShortDay(*event.first_day, language) +
                (event.first_at ? " " + ClockTime(*event.first_at, language) : "")
          : std::string());
  Set(data, "substitute", meeting.substitute && !meeting.called);
  Set(data, "called", meeting.substitute && meeting.called);
  Set(data, "absent", meeting.absent);
  Set(data, "answers", meeting.answers && event.status != EventStatus::kCancelled);
  return data;
}

PageData ChoicesData(const OwnPage& page) {
  const OwnChoices& choices = page.choices;
  PageData data;
  PageList kinds;
  for (std::size_t i = 0; i < kReminderNames.size(); ++i) {
    if (i == kDeadline && !page.official) continue;
    PageData kind;
    Set(kind, "name", std::string_view(kReminderNames.at(i)));
    Set(kind, "words", ReminderWords(i).In(page.language));
    Set(kind, "chosen", choices.reminders.at(i));
    kinds.push_back(std::move(kind));
  }
  Set(data, "kinds", std::move(kinds));
  Set(data, "single", choices.mails == OwnChoices::Mails::kSingle);
  Set(data, "weekly", choices.mails == OwnChoices::Mails::kWeekly);
  Set(data, "none", choices.mails == OwnChoices::Mails::kNone);
  Set(data, "changes", choices.changes);
  Set(data, "invitations", choices.invitations);
  Set(data, "at_time", FormatTimeOfDay(choices.at));
  Set(data, "quiet_from", FormatTimeOfDay(choices.quiet_from));
  Set(data, "quiet_until", FormatTimeOfDay(choices.quiet_until));
  return data;
}

// The next ones in view, those of the coming years folded.
void SetMeetings(const OwnPage& page, const PublicCalendar& calendar,
                 const PageTemplates& templates, PageData& data) {
  constexpr std::size_t kMeetingsShown = 12;
  std::string next;
  std::string later;
  for (std::size_t i = 0; i < page.meetings.size(); ++i) {
    PageData meeting = MeetingData(page.meetings[i], page);
    Set(meeting, "address", page.address);
    Set(meeting, calendar.language == Language::kSwedish ? "sv" : "en", true);
    (i < kMeetingsShown ? next : later) += RenderPart(templates, "own-meeting", meeting);
  }
  Set(data, "no_meetings", page.meetings.empty());
  Set(data, "next", next);
  Set(data, "later", later);
  if (page.meetings.size() > kMeetingsShown)
    Set(data, "later_count", std::to_string(page.meetings.size() - kMeetingsShown));
}

PublicCalendar CalendarOf(const Organisation& organisation, Day today, Language language,
                          std::string_view base_url) {
  static const std::map<std::string, Edition, std::less<>> kNone;
  return {.organisation = organisation,
          .editions = kNone,
          .today = today,
          .language = language,
          .base_url = base_url};
}

// Nothing for search engines, and in the person's language alone.
PageFrame FrameOf(std::string title) {
  PageFrame frame;
  frame.title = std::move(title);
  frame.found = false;
  return frame;
}

}  // namespace

std::string RenderOwnPage(const OwnPage& page, const PageTemplates& templates) {
  const PublicCalendar calendar =
      CalendarOf(page.organisation, page.today, page.language, page.base_url);
  PageData data = PartOf(calendar);
  Set(data, "address", page.address);
  Set(data, "name", page.name);
  Set(data, "said", page.said.In(page.language));
  Set(data, "everything", page.everything);
  Set(data, "mail_address", page.mail_address);
  if (page.meeting) Set(data, "meeting", MeetingData(*page.meeting, page));
  SetMeetings(page, calendar, templates, data);
  Set(data, "choices", ChoicesData(page));
  PageList feeds;
  for (const OwnFeed& feed : page.feeds) {
    PageData one;
    Set(one, "id", feed.id);
    Set(one, "name", feed.name);
    Set(one, "fetched", feed.fetched.In(page.language));
    feeds.push_back(std::move(one));
  }
  Set(data, "any_feeds", !feeds.empty());
  Set(data, "feeds", std::move(feeds));
  if (!page.new_feed.empty()) {
    const CalendarLinks links = LinksTo(page.new_feed, page.organisation.name.In(page.language));
    Set(data, "https", links.https);
    Set(data, "webcal", links.webcal);
    Set(data, "outlook", links.outlook);
    Set(data, "google", links.google);
  }
  Set(data, "first_day", FormatDay(page.today));
  Set(data, "last_day", FormatDay(page.today + Days{183}));
  const Text title =
      page.everything ? Text("Dina möten", "Your meetings") : Text("Ditt möte", "Your meeting");
  return RenderPage(calendar, templates, "own", data, FrameOf(title.In(page.language)));
}

std::string RenderNoOwnPage(const Organisation& organisation, const PageTemplates& templates,
                            Language language) {
  const PublicCalendar calendar = CalendarOf(organisation, Day{}, language, "");
  return RenderPage(calendar, templates, "own-gone", PartOf(calendar),
                    FrameOf(Text("Länken gäller inte", "The link does not work").In(language)));
}

}  // namespace rytm
