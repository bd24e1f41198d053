// The days the law sets: calendar/deadlines.json.
#include <set>

#include "organisation/read_parts.h"
#include "organisation/rule_words.h"

namespace rytm {
namespace {

// Law books know these years (dates/holidays.h); deadlines may be older than our plans.
constexpr DaySpan kLawDays{MakeDay(1900, 1, 1), kLastDay};

// What months count from, where it is not a report's period.
constexpr JsonWord<bool> kAfterElectionWord[] = {{"election", true}};

Deadline ReadDeadline(const JsonReader& reader) {
  Deadline deadline;
  if (!reader.ExpectObject()) return deadline;
  deadline.id = reader.ReadString("id");
  deadline.name = reader.ReadText("name");
  deadline.citation = reader.ReadString("citation");
  deadline.source = reader.ReadString("source");
  deadline.valid_from = reader.ReadDay("valid-from", kLawDays);
  deadline.valid_until = reader.OptionalDay("valid-until", kLawDays);
  if (deadline.valid_until && *deadline.valid_until < deadline.valid_from) {
    reader.AddAt("valid-until", {"Regeln upphör innan den börjar gälla.",
                                 "The rule ends before it comes into force."});
  }
  deadline.kinds = ReadKinds(reader, "kinds");
  deadline.day = reader.OptionalMonthDay("day");
  deadline.days = reader.OptionalInt("days", -400, 400);
  deadline.months = reader.OptionalInt("months", 1, 48);
  deadline.after_election = reader.OptionalWord("after", kAfterElectionWord).value_or(false);
  deadline.election_years_only = reader.OptionalBool("election-years-only").value_or(false);
  HasOneOf(reader, {"day", "days", "months"},
           {"Skriv \"day\", \"days\" eller \"months\".", "Write \"day\", \"days\" or \"months\"."});
  return deadline;
}

}  // namespace

std::vector<Deadline> ReadDeadlines(const JsonReader& file) {
  std::vector<Deadline> deadlines;
  std::set<std::string> ids;
  for (const JsonReader& reader : file.ReadArray("deadlines", {1, kListItemsMax})) {
    deadlines.push_back(ReadDeadline(reader));
    if (!ids.insert(deadlines.back().id).second) {
      reader.AddAt("id",
                   {"Lagregeln finns redan i listan.", "The rule of law is in the list already."});
    }
  }
  return deadlines;
}

}  // namespace rytm
