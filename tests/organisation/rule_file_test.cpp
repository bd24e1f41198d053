// The rule file as a secretary writes it, read whole.
#include "organisation/rule_file.h"

#include <gtest/gtest.h>

#include "tests/organisation/rule_files.h"

namespace rytm {
namespace {

using testing::InWords;
using testing::ReadText;
using testing::RuleFilesFromDisk;
using testing::SourceDir;

TEST(RuleFile, ReadsAWholeFileWithoutATemplate) {
  const RuleFilesFromDisk files;
  const Result<Organisation> read =
      files.Read("ekeby.json", ReadText(SourceDir() / "tests/organisation/cases/ekeby.json"));
  ASSERT_TRUE(read.ok()) << InWords(read.error());
}

}  // namespace
}  // namespace rytm
