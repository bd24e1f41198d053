// People through their use cases: who may see and change whom, and what is left of those who left.
#include "app/people.h"

#include <gmock/gmock.h>

#include "store/audit_log.h"
#include "store/person_store.h"
#include "tests/app/alby_test.h"

namespace rytm {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Day D(const char* text) { return *ParseDay(text); }

class PeopleTest : public AlbyTest {
 protected:
  void SetUp() override {
    AlbyTest::SetUp();
    people_.emplace(*database_, clock_, randomness_);
  }

  static Actor Secretary(const std::string& body) {
    return {.person = "p-s", .via = "web", .grants = {{Role::kSecretary, body}}};
  }
  Person Saved(const std::string& name, std::vector<Assignment> assignments) {
    const Result<Person> saved = people_->Save(
        CommandLine(), {.id = "", .name = name, .assignments = std::move(assignments)});
    EXPECT_TRUE(saved.ok());
    return saved.ok() ? saved.value() : Person();
  }
  std::vector<std::string> Names(const Actor& actor) {
    std::vector<std::string> names;
    for (const Person& person : people_->All(actor).value()) names.push_back(person.name);
    return names;
  }

  std::optional<People> people_;
};

TEST_F(PeopleTest, ASecretaryKnowsThoseOfHerBodies) {
  const Person anna = Saved("Anna", {{.body = "ks", .from = D("2027-01-01")}});
  const Person bo = Saved("Bo", {{.body = "kf", .from = D("2027-01-01")}});
  const Person cilla = Saved(
      "Cilla", {{.body = "kf", .from = D("2027-01-01")}, {.body = "ks", .from = D("2027-01-01")}});
  EXPECT_THAT(Names(CommandLine()), ElementsAre("Anna", "Bo", "Cilla"));
  EXPECT_THAT(Names(Secretary("ks")), ElementsAre("Anna", "Cilla"));
  EXPECT_EQ(CodeOf(people_->Find(Secretary("ks"), bo.id)), ErrorCode::kNotFound);
  EXPECT_EQ(CodeOf(people_->Find(Secretary("ks"), "p-finnsinte")), ErrorCode::kNotFound);
  const Actor reader{.person = "p-r", .via = "web", .grants = {{Role::kReader, ""}}};
  EXPECT_EQ(CodeOf(people_->All(reader)), ErrorCode::kRefused);
  EXPECT_EQ(CodeOf(people_->Find(reader, anna.id)), ErrorCode::kRefused);

  EXPECT_EQ(CodeOf(people_->Erase(Secretary("ks"), cilla.id)), ErrorCode::kRefused);
  EXPECT_EQ(CodeOf(people_->Erase(Secretary("ks"), bo.id)), ErrorCode::kNotFound);
  EXPECT_TRUE(people_->Erase(Secretary("ks"), anna.id).ok());
  EXPECT_THAT(Names(CommandLine()), ElementsAre("Bo", "Cilla"));
}

TEST_F(PeopleTest, ASecretaryLeavesOtherBodiesAsTheyAre) {
  Person cilla = Saved(
      "Cilla", {{.body = "kf", .from = D("2027-01-01")}, {.body = "ks", .from = D("2027-01-01")}});
  cilla.name = "Cecilia";
  cilla.assignments[1].post = Post::kChair;
  EXPECT_TRUE(people_->Save(Secretary("ks"), cilla).ok());
  cilla.assignments[0].post = Post::kChair;
  EXPECT_EQ(CodeOf(people_->Save(Secretary("ks"), cilla)), ErrorCode::kRefused);
  cilla.assignments.erase(cilla.assignments.begin());
  EXPECT_EQ(CodeOf(people_->Save(Secretary("ks"), cilla)), ErrorCode::kRefused);
  EXPECT_EQ(
      CodeOf(people_->Save(
          Secretary("ks"),
          {.id = "", .name = "Dag", .assignments = {{.body = "kf", .from = D("2027-01-01")}}})),
      ErrorCode::kRefused);
}

TEST_F(PeopleTest, AnAssignmentEndsOnItsLastDay) {
  const Person anna = Saved(
      "Anna", {{.body = "kf", .from = D("2027-01-01")}, {.body = "ks", .from = D("2027-01-01")}});
  const Result<Person> ended =
      people_->EndAssignment(CommandLine(), anna.id, "ks", Post::kMember, D("2027-06-30"));
  ASSERT_TRUE(ended.ok());
  EXPECT_EQ(ended.value().assignments[1].until, D("2027-06-30"));
  EXPECT_EQ(
      CodeOf(people_->EndAssignment(CommandLine(), anna.id, "ks", Post::kMember, D("2027-06-30"))),
      ErrorCode::kNotFound);
  const Result<Person> never =
      people_->EndAssignment(CommandLine(), anna.id, "kf", Post::kMember, D("2026-12-01"));
  ASSERT_TRUE(never.ok());
  EXPECT_EQ(never.value().assignments.size(), 1U) << "it had not begun";
}

TEST_F(PeopleTest, ATableIsSavedWholeOrNotAtAll) {
  constexpr const char* kTable =
      "Namn;E-post;Organ;Roll;Till\nAnna;a@x.example;KS;ordf;\n"
      "Bo;b@x.example;KS;ledamot;2027-12-31\n";
  const Result<PeopleImport> preview = people_->Import(CommandLine(), kTable, {.body = "ks"}, true);
  EXPECT_EQ(CodeOf(preview), std::nullopt);
  EXPECT_FALSE(preview.value().saved);
  EXPECT_THAT(Names(CommandLine()), IsEmpty());
  EXPECT_TRUE(people_->Import(CommandLine(), kTable, {}, false).value().saved);
  EXPECT_THAT(Names(CommandLine()), ElementsAre("Anna", "Bo"));
  const std::int64_t revision = database_->people().Revision().value();
  EXPECT_TRUE(people_->Import(CommandLine(), kTable, {}, false).value().saved);
  EXPECT_EQ(revision, database_->people().Revision().value()) << "nothing was changed";

  const Result<PeopleImport> refused = people_->Import(
      CommandLine(), std::string(kTable) + "Cilla;c@x.example;Trafiknämnden;ledamot;\n", {}, false);
  EXPECT_FALSE(refused.value().saved);
  EXPECT_EQ(refused.value().changes.Count(PeopleOutcome::kRefused), 1U);
  EXPECT_THAT(Logged(), ElementsAre("person-added", "person-added"));
}

TEST_F(PeopleTest, ASecretaryImportsHerOwnBodiesAlone) {
  constexpr const char* kTable = "Namn;Organ;Roll\nAnna;KS;ordf\nBo;KF;ledamot\n";
  const Result<PeopleImport> import = people_->Import(Secretary("ks"), kTable, {}, false);
  ASSERT_TRUE(import.ok());
  EXPECT_FALSE(import.value().saved);
  EXPECT_EQ(import.value().changes.rows[1].outcome, PeopleOutcome::kRefused);
  EXPECT_EQ(CodeOf(people_->Import(Secretary("ks"), kTable, {.whole_bodies = {"kf"}}, false)),
            ErrorCode::kRefused);
}

TEST_F(PeopleTest, AnExportHoldsTheActorsBodiesAndNoProtectedNames) {
  Saved("Anna", {{.body = "ks", .from = D("2027-01-01")}, {.body = "kf", .from = D("2027-01-01")}});
  Person bo{.id = "",
            .name = "Bo",
            .hidden = true,
            .assignments = {{.body = "ks", .from = D("2027-01-01")}}};
  ASSERT_TRUE(people_->Save(CommandLine(), bo).ok());
  const std::string table = people_->ExportTable(Secretary("ks"), {}, false).value();
  EXPECT_THAT(table, HasSubstr("Anna;;Kommunstyrelsen;"));
  EXPECT_THAT(table, Not(HasSubstr("Kommunfullmäktige")));
  EXPECT_THAT(table, Not(HasSubstr("Bo")));
  EXPECT_THAT(people_->ExportTable(Secretary("ks"), {}, true).value(), HasSubstr("Bo"));
}

TEST_F(PeopleTest, PeopleAreErasedAYearAfterTheirLastDay) {
  Saved("Anna", {{.body = "ks", .from = D("2025-01-01"), .until = D("2025-12-31")}});
  Saved("Bo", {{.body = "ks", .from = D("2025-01-01"), .until = D("2025-12-31")},
               {.body = "kf", .from = D("2025-01-01")}});
  EXPECT_EQ(EraseThoseLongGone(*database_, D("2026-12-31"), clock_.now).value(), 0U);
  EXPECT_EQ(EraseThoseLongGone(*database_, D("2027-01-01"), clock_.now).value(), 1U);
  EXPECT_THAT(Names(CommandLine()), ElementsAre("Bo"));
  EXPECT_THAT(Logged(), ElementsAre("person-added", "person-added", "person-erased"));
  for (const AuditEntry& entry : database_->audit().Newest(10, std::nullopt).value())
    EXPECT_THAT(entry.detail, Not(HasSubstr("Anna")));
}

}  // namespace
}  // namespace rytm
