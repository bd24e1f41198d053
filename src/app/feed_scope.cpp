#include "app/feed_scope.h"

#include "dates/zone.h"

namespace rytm {

FeedScope FeedScopeOf(const Organisation& organisation, DaySpan span, Language language) {
  FeedScope scope;
  scope.language = language;
  scope.zone = organisation.zone;
  const Result<Zone> zone = Zone::Find(organisation.zone);
  scope.civil_time = zone.ok() && zone.value().FitsOurTimeZoneText(span);
  if (!organisation.address.empty())
    scope.page_url = organisation.address + (language == Language::kEnglish ? "/en/" : "/") +
                     organisation.id + "/";
  return scope;
}

}  // namespace rytm
