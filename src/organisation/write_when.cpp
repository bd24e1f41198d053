#include "organisation/write_when.h"

#include <cassert>
#include <string>

namespace rytm {
namespace {

std::string SeriesName(const SeriesRef& series) { return series.body + "/" + series.series; }

struct Writer {
  JsonObject operator()(const Recurrence& recurrence) const {
    JsonObject json{{"rrule", recurrence.rrule}};
    if (recurrence.anchor) json["anchor"] = FormatDay(*recurrence.anchor);
    JsonArray restarts;
    for (const Recurrence::Restart& restart : recurrence.restarts) {
      JsonObject one;
      if (restart.after_recess) one["after"] = "recess";
      one["iso-week"] = restart.iso_week;
      restarts.push_back(std::move(one));
    }
    if (!restarts.empty()) json["restart"] = std::move(restarts);
    return json;
  }

  JsonObject operator()(const Offset& offset) const {
    JsonObject json{{"from", SeriesName(offset.from)}};
    if (offset.weeks) json["weeks"] = *offset.weeks;
    if (offset.weekday) json["weekday"] = FormatWeekday(*offset.weekday);
    if (offset.days) json["days"] = *offset.days;
    if (offset.working_days) json["working-days"] = *offset.working_days;
    if (offset.extras) json["extras"] = true;
    return json;
  }

  JsonObject operator()(const IsoWeeks& weeks) const {
    return {{"weeks", JsonArray(weeks.weeks.begin(), weeks.weeks.end())},
            {"weekday", FormatWeekday(weeks.weekday)}};
  }

  JsonObject operator()(const DateList& list) const {
    JsonArray dates;
    for (const Day day : list.dates) dates.push_back(Json(FormatDay(day)));
    JsonObject json{{"dates", std::move(dates)}};
    if (list.decided) json["decided"] = true;
    if (list.form.at) json["at"] = FormatTimeOfDay(*list.form.at);
    if (list.form.lasts) json["lasts"] = FormatLength(*list.form.lasts);
    if (list.form.place) json["place"] = *list.form.place;
    return json;
  }

  template <class Other>
  JsonObject operator()(const Other&) const {
    assert(false);  // no decided plan is made into it
    return {};
  }
};

}  // namespace

JsonObject WriteWhen(const When& when) {
  JsonObject json = std::visit(Writer{}, when.rule);
  if (when.from) json[json.contains("from") ? "since" : "from"] = FormatDay(*when.from);
  if (when.until) json["until"] = FormatDay(*when.until);
  return json;
}

}  // namespace rytm
