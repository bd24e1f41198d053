#include "organisation/plan_columns.h"

#include <algorithm>

#include "base/fold.h"
#include "organisation/day_phrase.h"
#include "organisation/day_tokens.h"

namespace rytm {
namespace {

using Role = PlanColumn::Role;

struct HeadingWord {
  std::string_view letters;  // folded
  Role role;
};
constexpr HeadingWord kHeadingWords[] = {{"organ", Role::kBody},
                                         {"politisktorgan", Role::kBody},
                                         {"namnd", Role::kBody},
                                         {"namnden", Role::kBody},
                                         {"namndstyrelse", Role::kBody},
                                         {"organnamnd", Role::kBody},
                                         {"instans", Role::kBody},
                                         {"forsamling", Role::kBody},
                                         {"grupp", Role::kBody},
                                         {"body", Role::kBody},
                                         {"committee", Role::kBody},
                                         {"datum", Role::kDay},
                                         {"date", Role::kDay},
                                         {"dag", Role::kDay},
                                         {"day", Role::kDay},
                                         {"dagar", Role::kDay},
                                         {"sammantrade", Role::kDay},
                                         {"sammantraden", Role::kDay},
                                         {"sammantradesdag", Role::kDay},
                                         {"sammantradesdagar", Role::kDay},
                                         {"sammantradesdatum", Role::kDay},
                                         {"motesdag", Role::kDay},
                                         {"motesdagar", Role::kDay},
                                         {"motesdatum", Role::kDay},
                                         {"datumochtid", Role::kDay},
                                         {"startdatum", Role::kDay},
                                         {"veckodag", Role::kWeekday},
                                         {"weekday", Role::kWeekday},
                                         {"vecka", Role::kWeek},
                                         {"week", Role::kWeek},
                                         {"v", Role::kWeek},
                                         {"tid", Role::kTime},
                                         {"kl", Role::kTime},
                                         {"klockslag", Role::kTime},
                                         {"start", Role::kTime},
                                         {"starttid", Role::kTime},
                                         {"borjar", Role::kTime},
                                         {"time", Role::kTime},
                                         {"slut", Role::kEnd},
                                         {"sluttid", Role::kEnd},
                                         {"slutar", Role::kEnd},
                                         {"end", Role::kEnd},
                                         {"plats", Role::kPlace},
                                         {"lokal", Role::kPlace},
                                         {"rum", Role::kPlace},
                                         {"motesplats", Role::kPlace},
                                         {"place", Role::kPlace},
                                         {"room", Role::kPlace},
                                         {"location", Role::kPlace},
                                         {"ar", Role::kYear},
                                         {"year", Role::kYear},
                                         {"manad", Role::kMonth},
                                         {"month", Role::kMonth},
                                         {"status", Role::kStatus},
                                         {"installt", Role::kStatus},
                                         {"typ", Role::kKind},
                                         {"kind", Role::kKind}};

std::optional<Role> NamedRole(std::string_view heading) {
  const std::string letters = FoldedLetters(heading);
  for (const HeadingWord& word : kHeadingWords) {
    if (word.letters == letters) return word.role;
  }
  return std::nullopt;
}

// "Januari", "jan 2027", "jan-27", which Excel makes of it.
bool ReadMonthHeading(const std::string& heading, PlanColumn& column) {
  const std::vector<DayToken> tokens = TokensOf(heading);
  if (tokens.empty() || tokens[0].kind != DayToken::Kind::kMonth) return false;
  column.month = tokens[0].month;
  if (tokens.size() == 1) return true;
  const DayToken& last = tokens.back();
  if (last.kind != DayToken::Kind::kNumber) return false;
  if (tokens.size() == 2 && last.first.year != 0) {
    column.year = last.first.year;
    return true;
  }
  if (tokens.size() != 3 || tokens[1].kind != DayToken::Kind::kDash) return false;
  column.year = last.first.year != 0 ? last.first.year : 2000 + static_cast<int>(last.first.day);
  return true;
}

std::size_t Count(const std::vector<PlanColumn>& columns, Role role) {
  return static_cast<std::size_t>(
      std::count_if(columns.begin(), columns.end(),
                    [&](const PlanColumn& column) { return column.role == role; }));
}

void Rename(std::vector<PlanColumn>& columns, Role from, Role to) {
  for (PlanColumn& column : columns) {
    if (column.role == from) column.role = to;
  }
}

// "Dag" beside "Datum" is the weekday, and a second column of one kind says nothing new.
void SettleDays(std::vector<PlanColumn>& columns) {
  if (Count(columns, Role::kDay) < 2) return;
  for (PlanColumn& column : columns) {
    const std::string letters = FoldedLetters(column.heading);
    if (letters == "dag" || letters == "day") column.role = Role::kWeekday;
  }
}

}  // namespace

std::optional<std::vector<PlanColumn>> ReadHeading(const std::vector<std::string>& cells,
                                                   const BodyNames& names) {
  std::vector<PlanColumn> columns;
  std::size_t known = 0;
  for (const std::string& cell : cells) {
    PlanColumn column{.heading = cell};
    if (const std::optional<Role> role = NamedRole(cell)) {
      column.role = *role;
    } else if (ReadMonthHeading(cell, column)) {
      column.role = Role::kDaysIn;
    } else if (const Body* body = names.Find(cell)) {
      column.role = Role::kDaysOf;
      column.body = body;
    } else if (ReadDayPhrase(cell, {}).has_days) {
      return std::nullopt;
    }
    if (column.role != Role::kIgnored) ++known;
    columns.push_back(std::move(column));
  }
  SettleDays(columns);
  const bool of_months = Count(columns, Role::kDaysIn) >= 2;
  const bool of_bodies = !of_months && Count(columns, Role::kDaysOf) >= 2;
  if (of_months || of_bodies) {
    PlanColumn& first = columns.front();
    if (first.role == Role::kIgnored || first.role == Role::kBody || first.role == Role::kMonth)
      first.role = Role::kRowName;
    Rename(columns, Role::kDay, Role::kIgnored);
    if (of_months) Rename(columns, Role::kDaysOf, Role::kIgnored);
    return columns;
  }
  Rename(columns, Role::kDaysIn, Role::kIgnored);
  Rename(columns, Role::kDaysOf, Role::kIgnored);
  if (Count(columns, Role::kDay) == 0 || known < 2) return std::nullopt;
  return columns;
}

}  // namespace rytm
