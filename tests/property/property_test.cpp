// Whatever a secretary does in whatever order, subscribers keep what they were promised (DESIGN
// §4).
//
// RYTM_SEQUENCES: how many sequences (500; deploy/soak plays 10,000); RYTM_SEED: the first one's
// seed, which a failure names.
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "base/sanitized.h"
#include "tests/property/edits.h"

namespace rytm {
namespace {

#if RYTM_SANITIZED
constexpr std::uint64_t kUsual = 40;  // each takes many times as long
#else
constexpr std::uint64_t kUsual = 500;
#endif
constexpr int kShards = 10;  // played beside each other

std::uint64_t FromEnvironment(const char* name, std::uint64_t otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : std::strtoull(value, nullptr, 10);
}

class RandomEdits : public testing::TestWithParam<int> {};

TEST_P(RandomEdits, BreakNoPromise) {
  const std::uint64_t sequences = FromEnvironment("RYTM_SEQUENCES", kUsual) / kShards;
  const std::uint64_t first =
      FromEnvironment("RYTM_SEED", 1) + static_cast<std::uint64_t>(GetParam()) * sequences;
  int done = 0;
  int refused = 0;
  for (std::uint64_t seed = first; seed < first + sequences; ++seed) {
    const std::vector<Edit> edits = EditsOf(seed);
    const Outcome outcome = Play(edits);
    done += outcome.done;
    refused += outcome.refused;
    if (!outcome.broken) continue;
    const std::vector<Edit> fewer = Shrunk(edits);
    FAIL() << "RYTM_SEED=" << seed << ": " << *outcome.broken << "\n"
           << InWords(fewer) << "\nbreaks: " << Play(fewer).broken.value_or("nothing");
  }
  EXPECT_LT(refused * 4, done) << "most edits are to change something";
}

INSTANTIATE_TEST_SUITE_P(Shard, RandomEdits, testing::Range(0, kShards));

}  // namespace
}  // namespace rytm
