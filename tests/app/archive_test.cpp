// Files packed for the archive: bytes that say the same every time, and sums that agree.
#include "app/archive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/zip.h"
#include "tests/edition/ekeby_plan.h"

namespace rytm {
namespace {

using testing::HasSubstr;

TEST(Zip, HoldsTheFilesAsTheyAreWithTheTimeGiven) {
  const Instant time = At("2026-11-23T14:02:08Z");
  const std::vector<PackedFile> files{{"a.txt", "hej"}, {"å.txt", ""}};
  const Result<std::string> zip = AsZip(files, time);
  ASSERT_TRUE(zip.ok());
  EXPECT_EQ(zip.value(), AsZip(files, time).value());
  EXPECT_NE(zip.value(), AsZip(files, time + std::chrono::hours{1}).value());
  EXPECT_THAT(zip.value(), testing::StartsWith("PK\x03\x04"));
  EXPECT_THAT(zip.value(), HasSubstr("a.txthej")) << "stored, not compressed";
  // 23 November 2026, 14:02:08 as MS-DOS writes it.
  EXPECT_EQ("\x44\x70\x77\x5D", zip.value().substr(10, 4));
}

TEST(Archive, IsNamedByWhatItHolds) {
  Edition one;
  one.organisation = "ekeby";
  one.body = "ks";
  one.number = 4;
  one.published = At("2026-11-23T14:02:00Z");
  Edition other = one;
  other.body = "kf";
  other.published = At("2026-11-26T14:02:00Z");
  EXPECT_EQ("ekeby-ks-4", ArchiveName({one}));
  EXPECT_EQ("ekeby-2026-11-26", ArchiveName({one, other}));
  EXPECT_FALSE(ArchiveOf(Ekeby(), {}, Language::kSwedish).ok());
}

TEST(Archive, TellsTheSumOfEachFile) {
  Publications publications(Ekeby());
  publications.Publish({Meeting("ks", "2027-01-13", "13:00")}, "2026-11-23T14:00:00Z");
  const Result<std::string> zip =
      ArchiveOf(publications.organisation(), {publications.LatestOf("ks")}, Language::kSwedish);
  ASSERT_TRUE(zip.ok());
  for (const char* name : {"  ekeby-ks-1.pdf\n", "  ekeby-ks-1.json\n", "  edition.schema.json\n"})
    EXPECT_THAT(zip.value(), HasSubstr(name));
}

}  // namespace
}  // namespace rytm
