#include "commands/plan_report.h"

#include <algorithm>
#include <cmath>

#include "base/text_json.h"
#include "base/words.h"
#include "organisation/rule_words.h"
#include "organisation/write_when.h"

namespace rytm {
namespace {

// "3 möten", "1 möte".
std::string Counted(std::size_t count, const Text& one, const Text& many, Language language) {
  return std::to_string(count) + " " + (count == 1 ? one : many).In(language);
}

class Table {
 public:
  Table(const DecidedImport& import, Language language)
      : import_(import.plan), departures_(import.departures), language_(language) {}

  std::string Write(const std::string& name) {
    Head(name);
    for (const DecidedRow& row : import_.read.rows) Row(row);
    text_ += "\n";
    for (const Problem& problem : import_.problems)
      if (problem.pointer.empty()) Trouble(problem);
    if (!import_.problems.empty()) {
      Line("", {"Ingenting är inläst. Rätta raderna med ! och läs in igen.",
                "Nothing is read in. Correct the lines marked ! and import again."});
      return std::move(text_);
    }
    Period();
    for (const BodyPlan& body : import_.bodies) BodyLine(body);
    TellOfRules();
    for (const Text& departure : departures_) Line("! ", departure);
    return std::move(text_);
  }

 private:
  std::string In(const Text& text) const { return text.In(language_); }
  void Line(const std::string& indent, const Text& text) { text_ += indent + In(text) + "\n"; }

  void Head(const std::string& name) {
    std::size_t meetings = 0;
    std::size_t wrong = 0;
    for (const DecidedRow& row : import_.read.rows) {
      meetings += row.meetings.size();
      wrong += row.problems.empty() ? 0 : 1;
    }
    text_ += name + ": " + In(import_.read.reading) + ", " +
             Counted(import_.read.rows.size(), {"rad", "line"}, {"rader", "lines"}, language_) +
             ", " + Counted(meetings, {"möte", "meeting"}, {"möten", "meetings"}, language_);
    if (wrong > 0)
      text_ += ", " + Counted(wrong, {"rad att rätta", "line to correct"},
                              {"rader att rätta", "lines to correct"}, language_);
    text_ += "\n\n";
  }

  void Row(const DecidedRow& row) {
    text_ +=
        (row.problems.empty() ? "  " : "! ") + std::to_string(row.line) + "  " + row.text + "\n";
    for (const DecidedMeeting& meeting : row.meetings) text_ += "      = " + Words(meeting) + "\n";
    for (const Problem& problem : row.problems) Trouble(problem);
    if (!row.note.empty()) Line("      – ", row.note);
  }

  void Trouble(const Problem& problem) {
    Line("      ! ", problem.what);
    if (!problem.instead.empty()) Line("        → ", problem.instead);
  }

  std::string Words(const DecidedMeeting& meeting) const {
    std::string words = meeting.body + " " + ShortDayWithYear(meeting.day, language_);
    if (meeting.days > 1)
      words += "–" + ShortDayWithYear(meeting.day + Days{meeting.days - 1}, language_);
    if (meeting.at && meeting.lasts)
      words += " " + ClockSpan(*meeting.at, *meeting.lasts, language_);
    else if (meeting.at)
      words += In({" kl. ", " "}) + ClockTime(*meeting.at, language_);
    if (!meeting.place.empty()) words += ", " + meeting.place;
    if (meeting.cancelled) words += In({", inställt", ", cancelled"});
    if (meeting.status == MeetingStatus::kReserve) words += In({", reserv", ", reserve"});
    if (meeting.status == MeetingStatus::kIfNeeded) words += In({", vid behov", ", if needed"});
    return words;
  }

  void Period() {
    text_ += In({"Planen gäller ", "The plan is for "}) + FormatDay(import_.period.first) + "–" +
             FormatDay(import_.period.last) + ".\n";
    if (import_.window_until)
      text_ += In({"Regelfilen planerar nu till ", "The rule file now plans to "}) +
               FormatDay(*import_.window_until) + ".\n";
    for (const std::string& place : import_.places)
      text_ += In({"Ny plats: ", "New place: "}) + place + "\n";
  }

  void BodyLine(const BodyPlan& body) {
    text_ += In(body.name) + ": " +
             Counted(body.meetings.size(), {"möte", "meeting"}, {"möten", "meetings"}, language_) +
             "\n";
    if (!body.offer) return;
    const RuleOffer& offer = *body.offer;
    const double share = 100 * ShareByRule(offer.changes.size(), body.meetings.size());
    text_ += "  " +
             In(offer.in_force ? Text("Regeln som gäller passar: ", "The rule in force fits: ")
                               : Text("En regel passar: ", "A rule fits: ")) +
             In(offer.words) + " (" + std::to_string(std::lround(share)) + " %)\n";
    for (const DayChange& change : offer.changes) text_ += "    " + Words(change) + "\n";
  }

  void TellOfRules() {
    const bool offered =
        std::any_of(import_.bodies.begin(), import_.bodies.end(),
                    [](const BodyPlan& body) { return body.offer && !body.offer->in_force; });
    if (offered && !import_.as_rules)
      Line("",
           {"Med --rules tas reglerna i stället för datumen, också för åren efter.",
            "With --rules the rules are taken in place of the dates, for the years after too."});
  }

  std::string Words(const DayChange& change) const {
    const auto day = [&](Day one) { return ShortDayWithYear(one, language_); };
    if (change.from && change.to) return day(*change.from) + " → " + day(*change.to);
    if (change.from) return day(*change.from) + In({" inställt", " cancelled"});
    return day(*change.to) + In({" extra", " added"});
  }

  const PlanImport& import_;
  const std::vector<Text>& departures_;
  Language language_;
  std::string text_;
};

JsonObject AsJson(const DecidedMeeting& meeting) {
  JsonObject json{{"body", meeting.body}, {"day", FormatDay(meeting.day)}};
  if (meeting.days > 1) json["days"] = meeting.days;
  if (meeting.at) json["at"] = FormatTimeOfDay(*meeting.at);
  if (meeting.lasts) json["lasts"] = FormatLength(*meeting.lasts);
  if (!meeting.place.empty()) json["place"] = meeting.place;
  if (meeting.cancelled) json["cancelled"] = true;
  for (const auto& word : kMeetingStatusWords)
    if (word.value == meeting.status && meeting.status != MeetingStatus::kRegular)
      json["status"] = word.word;
  return json;
}

JsonObject AsJson(const DecidedRow& row) {
  JsonArray meetings;
  for (const DecidedMeeting& meeting : row.meetings) meetings.push_back(AsJson(meeting));
  JsonArray problems;
  for (const Problem& problem : row.problems)
    problems.push_back(JsonObject{{"what", InBothLanguages(problem.what)},
                                  {"instead", InBothLanguages(problem.instead)}});
  JsonObject json{{"line", row.line},
                  {"text", row.text},
                  {"meetings", std::move(meetings)},
                  {"problems", std::move(problems)}};
  if (!row.note.empty()) json["note"] = InBothLanguages(row.note);
  return json;
}

}  // namespace

JsonObject RuleOfferAsJson(const RuleOffer& offer) {
  JsonArray when;
  for (const When& part : offer.when) when.push_back(WriteWhen(part));
  JsonArray changes;
  for (const DayChange& change : offer.changes) {
    JsonObject one;
    if (change.from) one["from"] = FormatDay(*change.from);
    if (change.to) one["to"] = FormatDay(*change.to);
    changes.push_back(std::move(one));
  }
  return {{"in-force", offer.in_force},
          {"words", InBothLanguages(offer.words)},
          {"when", std::move(when)},
          {"changes", std::move(changes)}};
}

std::string PlanImportAsTable(const std::string& name, const DecidedImport& import,
                              Language language) {
  return Table(import, language).Write(name);
}

JsonObject PlanImportAsJson(const DecidedImport& decided) {
  const PlanImport& import = decided.plan;
  JsonArray rows;
  for (const DecidedRow& row : import.read.rows) rows.push_back(AsJson(row));
  JsonArray bodies;
  for (const BodyPlan& body : import.bodies) {
    JsonObject json{{"series", body.series.body + "/" + body.series.series},
                    {"meetings", body.meetings.size()}};
    if (body.offer) json["offer"] = RuleOfferAsJson(*body.offer);
    bodies.push_back(std::move(json));
  }
  JsonObject json{{"reading", InBothLanguages(import.read.reading)},
                  {"rows", std::move(rows)},
                  {"bodies", std::move(bodies)},
                  {"places", JsonArray(import.places.begin(), import.places.end())}};
  if (!import.problems.empty()) return json;
  JsonArray departures;
  for (const Text& departure : decided.departures) departures.push_back(InBothLanguages(departure));
  json["departures"] = std::move(departures);
  json["from"] = FormatDay(import.period.first);
  json["until"] = FormatDay(import.period.last);
  if (import.window_until) json["window-until"] = FormatDay(*import.window_until);
  return json;
}

}  // namespace rytm
