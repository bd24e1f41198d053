// The next meetings in a frame of somebody else's page.
#include "base/words.h"
#include "pages/meeting_rows.h"
#include "pages/page_addresses.h"
#include "pages/page_data.h"
#include "pages/public_events.h"

namespace rytm {
namespace {

constexpr std::size_t kNextFramed = 5;

}  // namespace

bool MayBeFramed(const std::vector<std::string_view>& parts) {
  return parts.size() == 3 && (parts[2] == "inbaddad" || parts[2] == "embed");
}

std::optional<std::string> EmbeddedPage(const PublicCalendar& calendar,
                                        const PageTemplates& templates, std::string_view id) {
  const bool all = id == "all";
  const Body* body = all ? nullptr : ListedBody(calendar.organisation, id);
  if (!all && body == nullptr) return std::nullopt;
  const Language language = calendar.language;
  const std::vector<const Event*> events = PublicEvents(calendar, body);
  const std::vector<const Event*> next = NextMeetings(events, calendar.today, kNextFramed);
  PageData data = PartOf(calendar);
  Set(data, "name",
      all ? calendar.organisation.name.In(language) : Breakable(body->name.In(language)));
  Set(data, "title", (all ? calendar.organisation.name : body->name).In(language));
  Set(data, "address", PageAddress(calendar, all ? std::string_view() : id));
  Set(data, "subscribe_address", SubscribeAddress(calendar, id));
  if (next.empty())
    Set(data, "meetings", false);
  else
    Set(data, "meetings",
        all ? MeetingList(calendar, templates, next, UsualTitles(events, language))
            : MeetingList(calendar, templates, next, *body, Usual()));
  return RenderPart(templates, "embedded", data);
}

}  // namespace rytm
