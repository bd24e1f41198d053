// Who sees what of a body, by what they are in it: the audience table of DESIGN §1, cell by cell.
#include "organisation/people.h"

#include <gtest/gtest.h>

#include "organisation/organisation.h"
#include "tests/cases/case_table.h"

namespace rytm {
namespace {

Day D(const char* text) { return *ParseDay(text); }

Person Somebody(std::vector<Assignment> assignments) {
  return {.id = "p-1", .name = "Anna Exempel", .assignments = std::move(assignments)};
}

TEST(PeopleTest, EveryPostHasItsWords) {
  for (std::size_t i = 0; i < kPostWords.size(); ++i) {
    const Post post = static_cast<Post>(i);
    EXPECT_EQ(PostNamed(PostWord(post)), post);
    EXPECT_FALSE(PostInWords(post).sv.empty()) << PostWord(post);
    EXPECT_FALSE(PostInWords(post).en.empty()) << PostWord(post);
  }
  EXPECT_EQ(PostNamed("mayor"), std::nullopt);
}

TEST(PeopleTest, TheAudienceTableCellByCell) {
  const Levels columns[] = {
      MeetingLevels(BodyKind::kCommittee, true),  MeetingLevels(BodyKind::kCommittee, false),
      MeetingLevels(BodyKind::kPresidium, false), MeetingLevels(BodyKind::kPartyGroup, false),
      SeenBy(Levels{Level::kManagement}),         SeenBy(Levels{Level::kOfficial}),
      SeenBy(Levels{Level::kSecretariat})};
  std::size_t rows = 0;
  for (const Case& row : ReadCases("audience.txt", 1 + std::size(columns))) {
    ++rows;
    const Levels seen_as = LevelsOf(*PostNamed(row[0]));
    for (std::size_t column = 0; column < std::size(columns); ++column) {
      bool sees = columns[column].Has(Level::kPublic);
      for (int i = 0; i < kLevelCount; ++i)
        sees |= seen_as.Has(static_cast<Level>(i)) && columns[column].Has(static_cast<Level>(i));
      EXPECT_EQ(sees, row[1 + column] == "yes") << row.where << ", column " << column;
    }
  }
  EXPECT_EQ(rows, kPostWords.size());
}

TEST(PeopleTest, AnAssignmentHoldsFromItsFirstDayToItsLast) {
  const Person person = Somebody(
      {{.body = "ks", .post = Post::kChair, .from = D("2027-01-01"), .until = D("2027-06-30")},
       {.body = "ks", .post = Post::kMember, .from = D("2027-07-01")}});
  EXPECT_TRUE(LevelsOf(person, "ks", D("2026-12-31")).empty());
  EXPECT_EQ(LevelsOf(person, "ks", D("2027-01-01")), (Levels{Level::kMember, Level::kManagement}));
  EXPECT_EQ(LevelsOf(person, "ks", D("2027-06-30")), (Levels{Level::kMember, Level::kManagement}));
  EXPECT_EQ(LevelsOf(person, "ks", D("2027-07-01")), Levels{Level::kMember});
  EXPECT_TRUE(LevelsOf(person, "bun", D("2027-07-01")).empty());
  EXPECT_EQ(LastDayOf(person), std::nullopt);
}

TEST(PeopleTest, TheLastDayIsThatOfTheLastAssignment) {
  EXPECT_EQ(LastDayOf(Somebody({})), std::nullopt);
  EXPECT_EQ(LastDayOf(Somebody({{.body = "ks", .until = D("2027-06-30")},
                                {.body = "bun", .until = D("2027-03-31")}})),
            D("2027-06-30"));
}

TEST(PeopleTest, AProtectedIdentityIsNotNamed) {
  Person person = Somebody({});
  EXPECT_EQ(NameForOthers(person).sv, "Anna Exempel");
  person.hidden = true;
  EXPECT_EQ(NameForOthers(person).sv, "Skyddade personuppgifter");
}

}  // namespace
}  // namespace rytm
