#include "pages/calendars_json.h"

#include "base/text_json.h"
#include "cycle/day_facts.h"
#include "dates/holidays.h"

namespace rytm {
namespace {

JsonArray SpansJson(const std::vector<DaySpan>& spans) {
  JsonArray array;
  for (const DaySpan& span : spans)
    array.push_back(JsonObject{{"from", FormatDay(span.first)}, {"until", FormatDay(span.last)}});
  return array;
}

JsonArray EntriesJson(const std::vector<CalendarEntry>& entries, DaySpan window) {
  JsonArray array;
  for (const CalendarEntry& entry : entries)
    array.push_back(JsonObject{{"name", AsWritten(entry.name)},
                               {"rule", entry.pointer},
                               {"spans", SpansJson(SpansWithin(entry, window))}});
  return array;
}

// With Midsummer's, Christmas and New Year's Eve, which count as Sundays for legal time.
JsonArray HolidaysJson(DaySpan window) {
  JsonArray array;
  for (const NamedDay& named : NamedDaysIn(window))
    if (named.kind != NamedDayKind::kCustomaryEve)
      array.push_back(JsonObject{{"day", FormatDay(named.day)}, {"name", AsWritten(named.name)}});
  return array;
}

}  // namespace

JsonObject CalendarsAsJson(const Organisation& organisation) {
  const Calendars& calendars = organisation.calendars;
  JsonArray external;
  for (const ExternalCalendar& one : calendars.external) {
    JsonArray dates;
    for (const Day day : one.dates) dates.push_back(Json(FormatDay(day)));
    external.push_back(
        JsonObject{{"id", one.id}, {"name", AsWritten(one.name)}, {"dates", std::move(dates)}});
  }
  return {{"school-breaks", EntriesJson(calendars.school_breaks, organisation.window)},
          {"recesses", EntriesJson(calendars.recesses, organisation.window)},
          {"external", std::move(external)},
          {"holidays", HolidaysJson(organisation.window)}};
}

}  // namespace rytm
