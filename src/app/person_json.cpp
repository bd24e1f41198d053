#include "app/person_json.h"

#include "base/text_json.h"

namespace rytm {

JsonObject AsJson(const Assignment& assignment) {
  JsonObject json{{"body", assignment.body}, {"post", PostWord(assignment.post)}};
  if (!assignment.party.empty()) json["party"] = assignment.party;
  if (assignment.order != 0) json["order"] = assignment.order;
  if (!assignment.unit.empty()) json["unit"] = assignment.unit;
  if (!assignment.function.empty()) json["function"] = assignment.function;
  json["from"] = FormatDay(assignment.from);
  if (assignment.until) json["until"] = FormatDay(*assignment.until);
  return json;
}

JsonObject AsJson(const Person& person) {
  JsonObject json{{"id", person.id}, {"name", person.name}};
  if (!person.address.empty()) json["address"] = person.address;
  json["language"] = person.language == Language::kEnglish ? "en" : "sv";
  json["hidden"] = person.hidden;
  json["created"] = FormatInstant(person.created);
  JsonArray assignments;
  for (const Assignment& assignment : person.assignments) assignments.push_back(AsJson(assignment));
  json["assignments"] = std::move(assignments);
  return json;
}

std::string_view OutcomeWord(PeopleOutcome outcome) {
  switch (outcome) {
    case PeopleOutcome::kNewPerson:
      return "new-person";
    case PeopleOutcome::kNewAssignment:
      return "new-assignment";
    case PeopleOutcome::kChanged:
      return "changed";
    case PeopleOutcome::kEnded:
      return "ended";
    case PeopleOutcome::kUnchanged:
      return "unchanged";
    case PeopleOutcome::kRefused:
      return "refused";
  }
  return "";
}

JsonArray AsJson(const PeopleChanges& changes) {
  JsonArray rows;
  for (const PeopleChange& row : changes.rows) {
    JsonObject json{{"outcome", OutcomeWord(row.outcome)}, {"name", row.name}};
    if (row.line != 0) json["line"] = row.line;
    if (!row.person.empty()) json["person"] = row.person;
    if (row.outcome != PeopleOutcome::kRefused) json["assignment"] = AsJson(row.assignment);
    JsonArray fields;
    for (const FieldChange& change : row.changes)
      fields.push_back(JsonObject{
          {"field", InBothLanguages(change.field)}, {"from", change.from}, {"to", change.to}});
    if (!fields.empty()) json["changes"] = std::move(fields);
    JsonArray problems;
    for (const Problem& problem : row.problems)
      problems.push_back(JsonObject{{"pointer", problem.pointer},
                                    {"what", InBothLanguages(problem.what)},
                                    {"instead", InBothLanguages(problem.instead)}});
    if (!problems.empty()) json["problems"] = std::move(problems);
    if (!row.note.empty()) json["note"] = InBothLanguages(row.note);
    rows.push_back(std::move(json));
  }
  return rows;
}

}  // namespace rytm
