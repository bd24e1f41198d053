// Tables of people as secretaries keep them: cases/people/NAME.csv, compared on 1 December 2026
// with those of known.csv, and what each row would change in NAME.told.
//
// RYTM_UPDATE=1 writes the .told anew and fails; read the difference before it is kept.
#include "organisation/people_csv.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <random>

#include "base/decode_text.h"
#include "base/limits.h"
#include "organisation/people_changes.h"
#include "tests/organisation/rule_files.h"

namespace rytm {
namespace {

using testing::ReadText;
using testing::SourceDir;
namespace fs = std::filesystem;

Organisation Sample() {
  Organisation organisation;
  const auto add = [&](const char* id, const char* short_name, const char* name, BodyKind kind) {
    Body body;
    body.id = id;
    body.short_name = short_name;
    body.name = Text(name);
    body.kind = kind;
    organisation.bodies.push_back(std::move(body));
  };
  add("kf", "KF", "Kommunfullmäktige", BodyKind::kCouncil);
  add("ks", "KS", "Kommunstyrelsen", BodyKind::kExecutiveBoard);
  add("ks-au", "KSAU", "Kommunstyrelsens arbetsutskott", BodyKind::kSubcommittee);
  add("a", "", "A-gruppen", BodyKind::kPartyGroup);
  return organisation;
}

const Day kToday = *ParseDay("2026-12-01");

// As they are saved: with ids of their own.
std::vector<Person> Saved(std::vector<Person> people) {
  int number = 0;
  for (Person& person : people)
    if (person.id.empty()) person.id = "p-" + std::to_string(++number);
  return people;
}

std::vector<Person> Known() {
  // The ids of known.csv are those of a database that has them.
  const std::string file = ReadText(SourceDir() / "tests/organisation/cases/people/known.csv");
  std::vector<Person> nobody;
  for (const char* id : {"p-anna", "p-bo", "p-cilla"}) nobody.push_back({.id = id, .name = ""});
  const PeopleTable table = ReadPeopleTable(file, Sample()).value();
  return ChangesOf(table, nobody, {.today = kToday}).people;
}

const char* OutcomeWords(PeopleOutcome outcome) {
  switch (outcome) {
    case PeopleOutcome::kNewPerson:
      return "ny person";
    case PeopleOutcome::kNewAssignment:
      return "nytt uppdrag";
    case PeopleOutcome::kChanged:
      return "ändras";
    case PeopleOutcome::kEnded:
      return "upphör";
    case PeopleOutcome::kUnchanged:
      return "oförändrad";
    case PeopleOutcome::kRefused:
      return "vägrad";
  }
  return "";
}

std::string Shown(const Problem& problem) {
  EXPECT_FALSE(problem.what.In(Language::kEnglish).empty()) << problem.what.sv;
  return "    ! " + problem.pointer + ": " + problem.what.sv +
         (problem.instead.sv.empty() ? "" : "\n      → " + problem.instead.sv) + "\n";
}

std::string Shown(const PeopleChange& row) {
  const Assignment& one = row.assignment;
  std::string text = (row.line == 0 ? "–" : std::to_string(row.line)) + "  " +
                     OutcomeWords(row.outcome) + ": " + row.name;
  if (row.outcome != PeopleOutcome::kRefused)
    text += ", " + one.body + " " + PostInWords(one.post).sv + " " + FormatDay(one.from) + "–" +
            (one.until ? FormatDay(*one.until) : "");
  text += "\n";
  for (const FieldChange& change : row.changes)
    text += "    " + change.field.sv + ": " + change.from + " → " + change.to + "\n";
  for (const Problem& problem : row.problems) text += Shown(problem);
  if (!row.note.empty()) text += "    (" + row.note.sv + ")\n";
  return text;
}

std::string Told(const std::string& text, const PeopleChangesOptions& options) {
  const Result<PeopleTable> table = ReadPeopleTable(text, Sample());
  if (!table.ok()) {
    std::string shown = "vägrad: " + table.error().message.sv + "\n";
    for (const Problem& problem : table.error().problems) shown += Shown(problem);
    return shown;
  }
  const PeopleChanges changes = ChangesOf(table.value(), Known(), options);
  std::string shown;
  for (const PeopleChange& row : changes.rows) shown += Shown(row);
  for (const std::string& heading : table.value().left_out)
    shown += "läses inte: " + heading + "\n";
  return shown;
}

const fs::path& Cases() {
  static const fs::path cases = SourceDir() / "tests/organisation/cases/people";
  return cases;
}

std::vector<std::string> Tables() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(Cases()))
    if (entry.path().extension() == ".csv") names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

class TableOfPeople : public ::testing::TestWithParam<std::string> {};

TEST_P(TableOfPeople, TellsWhatEachRowWouldChange) {
  PeopleChangesOptions options{.today = kToday};
  if (GetParam() == "whole-list") {
    options.from = *ParseDay("2027-01-01");
    options.whole_bodies = {"ks"};
  }
  const std::string shown = Told(ReadText(Cases() / (GetParam() + ".csv")), options);
  const fs::path expected = Cases() / (GetParam() + ".told");
  if (std::getenv("RYTM_UPDATE") != nullptr) {
    std::ofstream(expected, std::ios::binary) << shown;
    FAIL() << "wrote " << expected;
  }
  EXPECT_EQ(ReadText(expected), shown);
}

std::string TestName(const ::testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Case, TableOfPeople, ::testing::ValuesIn(Tables()), TestName);

TEST(PeopleCsv, TheSameTableAgainChangesNothing) {
  const std::string first = ReadText(Cases() / "first-list.csv");
  const PeopleTable table = ReadPeopleTable(first, Sample()).value();
  const std::vector<Person> people = Saved(ChangesOf(table, {}, {.today = kToday}).people);
  ASSERT_EQ(people.size(), 4U);
  for (const int days_later : {0, 1, 400}) {
    const PeopleChanges again = ChangesOf(table, people, {.today = kToday + Days{days_later}});
    EXPECT_TRUE(again.people.empty()) << days_later;
    EXPECT_EQ(again.Count(PeopleOutcome::kUnchanged), table.rows.size()) << days_later;
  }
}

TEST(PeopleCsv, WhatIsWrittenIsReadBack) {
  std::vector<Person> people = Known();
  people[0].name = "=Anna; \"Exempel\"";
  people[0].assignments[0].party = "+plus";
  people[1].name = "Åke @ Ö";
  const std::string written = WritePeopleCsv(people, Sample(), {.with_protected = true});
  EXPECT_TRUE(written.starts_with("\xEF\xBB\xBFId;Namn;E-post;"));
  EXPECT_NE(written.find("\"'=Anna; \"\"Exempel\"\"\""), std::string::npos) << written;
  const PeopleTable table = ReadPeopleTable(DecodeText(written).value(), Sample()).value();
  const PeopleChanges changes = ChangesOf(table, people, {.today = kToday});
  EXPECT_TRUE(changes.people.empty());
  EXPECT_EQ(changes.Count(PeopleOutcome::kUnchanged), table.rows.size());
}

TEST(PeopleCsv, NoCellIsAFormula) {
  for (const char* name : {"=1+1", "+46", "-x", "@cmd", "\t=x"}) {
    Person person = Known().front();
    person.name = name;
    const std::string written = WritePeopleCsv({person}, Sample(), {});
    EXPECT_EQ(written.find(";" + std::string(name)), std::string::npos) << name;
  }
}

TEST(PeopleCsv, ProtectedIdentitiesAreLeftOutUnlessAskedFor) {
  EXPECT_EQ(WritePeopleCsv(Known(), Sample(), {}).find("Cilla"), std::string::npos);
  EXPECT_NE(WritePeopleCsv(Known(), Sample(), {.with_protected = true}).find("Cilla"),
            std::string::npos);
}

TEST(PeopleCsv, ReadsWhatExcelWritesInSweden) {
  const std::string windows_1252 =
      "Namn;Organ;Roll\r\n\xC5sa \xD6"
      "berg;Kommunfullm\xE4ktige;ers\xE4ttare\r\n";
  const PeopleTable table = ReadPeopleTable(DecodeText(windows_1252).value(), Sample()).value();
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_TRUE(table.rows[0].problems.empty());
  EXPECT_EQ(table.rows[0].name, "Åsa Öberg");
  EXPECT_EQ(table.rows[0].assignment.body, "kf");
}

TEST(PeopleCsv, TakesTheBodyFromTheOptions) {
  const Result<PeopleTable> table = ReadPeopleTable("Namn;Roll\nÅsa;ledamot\n", Sample(), "ks");
  ASSERT_TRUE(table.ok());
  EXPECT_EQ(table.value().rows[0].assignment.body, "ks");
}

TEST(PeopleCsv, WhoManagesOtherBodiesChangesNoName) {
  const PeopleTable table =
      ReadPeopleTable("Id;Namn;Organ;Roll\np-anna;Ny;KS AU;ledamot\n", Sample()).value();
  const PeopleChanges changes = ChangesOf(
      table, Known(), {.today = kToday, .may_change = [](const Person&) { return false; }});
  EXPECT_EQ(changes.Count(PeopleOutcome::kRefused), 1U);
}

// Tables cut, doubled and mixed up at random: nothing crashes, and whatever is saved, the same
// table again changes nothing.
TEST(PeopleCsv, WhateverIsReadIsReadAlikeAgain) {
  std::string mixed;
  for (const std::string& name : Tables()) mixed += ReadText(Cases() / (name + ".csv"));
  std::mt19937 random(20261126);
  const auto below = [&](std::size_t most) {
    return std::uniform_int_distribution<std::size_t>(0, most - 1)(random);
  };
  int saved = 0;
  for (int round = 0; round < 500; ++round) {
    std::string text = ReadText(Cases() / (Tables()[below(Tables().size())] + ".csv"));
    for (std::size_t edits = below(6); edits > 0; --edits) {
      const std::size_t from = below(mixed.size());
      text.insert(below(text.size() + 1), mixed.substr(from, below(40)));
      text.erase(below(text.size()), below(20));
    }
    const Result<std::string> decoded = DecodeText(text);
    if (!decoded.ok()) continue;
    const Result<PeopleTable> table = ReadPeopleTable(decoded.value(), Sample());
    if (!table.ok()) continue;
    const std::vector<Person> before = Known();
    const PeopleChanges changes = ChangesOf(table.value(), before, {.today = kToday});
    if (changes.Count(PeopleOutcome::kRefused) > 0) continue;
    std::vector<Person> after = before;
    for (const Person& person : changes.people) {
      std::erase_if(after,
                    [&](const Person& old) { return !old.id.empty() && old.id == person.id; });
      after.push_back(person);
    }
    after = Saved(std::move(after));
    const PeopleChanges again = ChangesOf(table.value(), after, {.today = kToday});
    EXPECT_TRUE(again.people.empty()) << text;
    ++saved;
  }
  EXPECT_GT(saved, 20);
}

TEST(PeopleCsv, RefusesTooManyRows) {
  std::string rows = "Namn;Organ;Roll\n";
  for (std::size_t i = 0; i < kPeopleRowsMax + 50; ++i) rows += "Åsa;KS;ledamot\n";
  const Result<PeopleTable> table = ReadPeopleTable(rows, Sample());
  ASSERT_FALSE(table.ok());
  EXPECT_EQ(table.error().code, ErrorCode::kTooLarge);
}

}  // namespace
}  // namespace rytm
