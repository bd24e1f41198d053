// Who sees what: the one table, cell by cell.
#include "organisation/audience.h"

#include <gtest/gtest.h>

#include <string>

#include "organisation/organisation.h"
#include "organisation/rule_words.h"

namespace rytm {
namespace {

// P public, m member, M management, o official, s secretariat; '-' where the level does not see it.
std::string Letters(Levels levels) {
  static constexpr std::pair<Level, char> kLetters[] = {{Level::kPublic, 'P'},
                                                        {Level::kMember, 'm'},
                                                        {Level::kManagement, 'M'},
                                                        {Level::kOfficial, 'o'},
                                                        {Level::kSecretariat, 's'}};
  std::string letters;
  for (const auto& [level, letter] : kLetters) letters += levels.Has(level) ? letter : '-';
  return letters;
}

struct ShownCase {
  Level level;
  bool closed;
  bool place;
  bool link;
  bool papers;
};

TEST(Audience, ShowsPlaceLinkAndPapersLikeThis) {
  const ShownCase table[] = {
      // level               closed  place  link   papers
      {Level::kPublic, false, true, false, false},    {Level::kPublic, true, false, false, false},
      {Level::kMember, false, true, true, true},      {Level::kMember, true, true, true, true},
      {Level::kManagement, false, true, true, true},  {Level::kManagement, true, true, true, true},
      {Level::kOfficial, false, true, true, true},    {Level::kOfficial, true, true, true, true},
      {Level::kSecretariat, false, true, true, true}, {Level::kSecretariat, true, true, true, true},
  };
  for (const ShownCase& row : table) {
    const std::string name = std::string(WordFor(kLevelWords, row.level)) +
                             (row.closed ? ", closed meeting" : ", open meeting");
    const Shown shown = ShownTo(row.level, row.closed);
    EXPECT_EQ(row.place, shown.place) << name;
    EXPECT_EQ(row.link, shown.link) << name;
    EXPECT_EQ(row.papers, shown.papers) << name;
  }
}

struct MeetingCase {
  BodyKind kind;
  const char* listed;
  const char* unlisted;
};

TEST(Audience, MeetingsAreSeenByKindOfBody) {
  const MeetingCase table[] = {
      {BodyKind::kCouncil, "PmMos", "-mMos"},      {BodyKind::kExecutiveBoard, "PmMos", "-mMos"},
      {BodyKind::kCommittee, "PmMos", "-mMos"},    {BodyKind::kSubcommittee, "PmMos", "-mMos"},
      {BodyKind::kPresidium, "PmMos", "-mM-s"},    {BodyKind::kPreparatoryGroup, "PmMos", "-mMos"},
      {BodyKind::kCompanyBoard, "PmMos", "-mM-s"}, {BodyKind::kPartyGroup, "PmMos", "-m--s"},
  };
  for (const MeetingCase& row : table) {
    EXPECT_EQ(row.listed, Letters(MeetingLevels(row.kind, true)))
        << WordFor(kBodyKindWords, row.kind) << ", listed";
    EXPECT_EQ(row.unlisted, Letters(MeetingLevels(row.kind, false)))
        << WordFor(kBodyKindWords, row.kind) << ", not listed";
  }
}

struct SeenCase {
  Levels named;
  const char* seen;
};

TEST(Audience, TheSecretariatSeesAllAndManagementAreOfficialsToo) {
  const SeenCase table[] = {
      {{}, "-----"},
      {{Level::kSecretariat}, "----s"},
      {{Level::kOfficial}, "--Mos"},
      {{Level::kManagement}, "--M-s"},
      {{Level::kMember}, "-m--s"},
      {{Level::kMember, Level::kManagement}, "-mM-s"},
      {{Level::kMember, Level::kOfficial}, "-mMos"},
      {{Level::kPublic}, "PmMos"},
  };
  for (const SeenCase& row : table) EXPECT_EQ(row.seen, Letters(SeenBy(row.named)));
}

// Nothing that is the public's is kept from others, whatever is named; and saying it twice adds
// nothing.
TEST(Audience, SeenByHoldsForEverySetOfLevels) {
  for (unsigned bits = 0; bits < 32; ++bits) {
    Levels named;
    for (unsigned level = 0; level < 5; ++level) {
      if ((bits & (1U << level)) != 0) named.Add(static_cast<Level>(level));
    }
    const Levels seen = SeenBy(named);
    EXPECT_EQ(seen, SeenBy(seen));
    EXPECT_EQ(named.empty(), seen.empty());
    for (unsigned level = 0; level < 5; ++level) {
      const Level one = static_cast<Level>(level);
      EXPECT_TRUE(seen.Has(one) || !named.Has(one));
      EXPECT_TRUE(seen.Has(one) || !seen.Has(Level::kPublic));
    }
  }
}

}  // namespace
}  // namespace rytm
