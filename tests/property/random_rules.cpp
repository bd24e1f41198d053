#include "tests/property/random_rules.h"

#include <algorithm>

#include "base/day.h"

namespace rytm {
namespace {

constexpr const char* kWeekdays[] = {"MO", "TU", "WE", "TH", "FR"};

std::string Quoted(const std::string& text) { return '"' + text + '"'; }

template <class Things, class Write>
std::string Joined(const Things& things, Write write) {
  std::string all;
  for (const auto& thing : things) all += (all.empty() ? "" : ",") + write(thing);
  return all;
}

std::string Number(int number) { return std::to_string(number); }

std::string MonthsOf(unsigned months) {
  std::vector<int> numbers;
  for (int month = 1; month <= 12; ++month)
    if ((months >> (month - 1) & 1U) != 0) numbers.push_back(month);
  return Joined(numbers, Number);
}

// One part of the body's `when`, without its braces.
std::string RuleOf(const RandomBody& body, int weekday) {
  const std::string day = kWeekdays[weekday];
  switch (body.rhythm) {
    case RandomBody::Rhythm::kNthOfMonth:
      return R"("rrule": "FREQ=MONTHLY;BYDAY=)" + std::to_string(body.nth) + day +
             ";BYMONTH=" + MonthsOf(body.months) + '"';
    case RandomBody::Rhythm::kEveryWeeks:
      return R"("rrule": "FREQ=WEEKLY;INTERVAL=)" + std::to_string(body.every) + ";BYDAY=" + day +
             R"(", "anchor": )" +
             Quoted(FormatDay(MakeDay(2027, 1, 4) + Days{7 * body.anchor_weeks + weekday}));
    case RandomBody::Rhythm::kIsoWeeks:
      return R"("weeks": [)" + Joined(body.weeks, Number) + R"(], "weekday": )" + Quoted(day);
  }
  return {};
}

std::string WhenOf(const RandomBody& body) {
  if (body.autumn_weekday < 0) return "{" + RuleOf(body, body.weekday) + "}";
  return "[{" + RuleOf(body, body.weekday) + R"(, "until": "2027-07-31"}, {)" +
         RuleOf(body, body.autumn_weekday) + R"(, "from": "2027-08-01"}])";
}

std::string BodyText(const RandomBody& body, const std::string& in_recess) {
  std::string text =
      R"({"id": )" + Quoted(body.id) + R"(, "kind": "committee", "name": )" + Quoted(body.name);
  if (!body.from.empty()) text += R"(, "from": )" + Quoted(body.from);
  if (!body.until.empty()) text += R"(, "until": )" + Quoted(body.until);
  if (!body.succeeds.empty()) text += R"(, "succeeds": [)" + Joined(body.succeeds, Quoted) + "]";
  return text + R"(, "series": [{"id": "meeting", "name": "Sammanträde", "when": )" + WhenOf(body) +
         R"(, "at": ")" + std::to_string(body.begins) +
         R"(:00", "lasts": "PT3H", "chain": "committee", "on": {"public-holiday":
         "next-working-day", "recess": ")" +
         in_recess + R"("}, "exceptions": [)" +
         Joined(body.exceptions, [](const std::string& one) { return one; }) + "]}]}";
}

}  // namespace

RandomBody* RandomRules::Find(const std::string& id) {
  const auto found = std::find_if(bodies.begin(), bodies.end(),
                                  [&](const RandomBody& body) { return body.id == id; });
  return found == bodies.end() ? nullptr : &*found;
}

std::string RandomRules::Text() const {
  const std::string in_recess = skips_recess ? "skip" : "week-later";
  return R"({"organisation": {"id": "alby", "name": "Alby kommun", "host": "alby.example",
      "zone": "Europe/Stockholm"}, "window": {"from": "2027-01-01", "until": "2027-12-31"},
    "calendars": {"recess": [{"name": "Sommar", "from": "--06-)" +
         std::to_string(recess_day) + R"(", "until": "--08-08"}]},
    "places": [{"id": "salen", "name": "Stora salen"}],
    "bodies": [
      {"id": "kf", "kind": "council", "name": "Kommunfullmäktige", "series": [{"id": "meeting",
       "when": {"rrule": "FREQ=MONTHLY;BYDAY=-1MO;BYMONTH=1,2,3,4,5,6,9,10,11"}, "at": "18:30",
       "lasts": "PT3H", "open": "public"}]},
      {"id": "ks", "kind": "executive-board", "name": "Kommunstyrelsen", "series": [{"id":
       "meeting", "when": {"from": "kf/meeting", "weeks": -2, "weekday": "WE"}, "at": "13:30",
       "lasts": "PT3H"}]},)" +
         Joined(bodies, [&](const RandomBody& body) { return BodyText(body, in_recess); }) +
         R"(],
    "chains": {"committee": [{"id": "item-deadline", "name": "Ärendestopp", "days": -10},
      {"id": "notice", "name": "Kallelse", "days": -7, "for": ["public"]},
      {"id": "minutes", "name": "Justering", "days": 7}]},
    "reports": [{"id": "interim", "name": "Delårsrapport", "period": {"until": "--08-31"},
      "ready": {"days": 8}, "prefer": "earliest", "route": [{"bodies": {"kind": "committee"}},
      {"body": "ks"}, {"body": "kf", "feedback": {"days": 10}}]}],
    "dialogues": [{"id": "reflection", "kind": "reflection", "name": "Reflektion", "bodies":
      {"kind": "committee"}, "when": {"meeting": "every", "n": 3, "place": "after"},
      "lasts": "PT45M"}]})";
}

RandomRules FirstRules() {
  RandomRules rules;
  rules.bodies.resize(3);
  rules.bodies[0].id = "bun";
  rules.bodies[0].name = "Barn- och utbildningsnämnden";
  rules.bodies[0].weekday = 2;
  rules.bodies[0].nth = 3;
  rules.bodies[1].id = "soc";
  rules.bodies[1].name = "Socialnämnden";
  rules.bodies[1].weekday = 3;
  rules.bodies[1].rhythm = RandomBody::Rhythm::kEveryWeeks;
  rules.bodies[2].id = "mbn";
  rules.bodies[2].name = "Miljö- och byggnadsnämnden";
  rules.bodies[2].weekday = 1;
  rules.bodies[2].rhythm = RandomBody::Rhythm::kIsoWeeks;
  rules.bodies[2].weeks = {5, 9, 14, 18, 23, 35, 40, 45, 49};
  return rules;
}

}  // namespace rytm
