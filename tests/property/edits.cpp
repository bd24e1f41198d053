#include "tests/property/edits.h"

#include <exception>
#include <random>

#include "tests/property/municipality.h"

namespace rytm {
namespace {

constexpr const char* kNames[kActs] = {
    "weekday", "nth",         "rhythm",    "anchor",      "break",        "months",      "parts",
    "time",    "add-body",    "drop-body", "rename-body", "merge-bodies", "exception",   "move",
    "place",   "cancel",      "revive",    "move-back",   "pin",          "add-meeting", "undo",
    "publish", "publish-one", "reopen",    "back-up",     "restore",      "wait"};

constexpr int kEditsMin = 6;
constexpr int kEditsMax = 14;

}  // namespace

std::vector<Edit> EditsOf(std::uint64_t seed) {
  std::mt19937_64 random(seed);  // the same everywhere, which its distributions are not
  const auto number = [&] { return static_cast<std::uint32_t>(random() >> 32U); };
  // Promises are made by publishing, and broken as time goes by: that comes oftener than the rest.
  const auto act = [&] {
    const std::uint32_t of_hundred = number() % 100;
    if (of_hundred < 25) return Act::kPublish;
    if (of_hundred < 37) return Act::kWait;
    if (of_hundred < 45) return Act::kUndo;
    return static_cast<Act>(number() % kActs);
  };
  std::vector<Edit> edits(kEditsMin + number() % (kEditsMax - kEditsMin + 1));
  for (Edit& edit : edits) edit = {act(), number(), number()};
  if (number() % 4 == 0) {
    edits[number() % (kEditsMin / 2)].act = Act::kBackUp;
    edits.back().act = Act::kRestore;
  }
  return edits;
}

std::string InWords(const std::vector<Edit>& edits) {
  std::string words;
  for (const Edit& edit : edits)
    words += (words.empty() ? "" : ", ") + std::string(kNames[static_cast<int>(edit.act)]) + " " +
             std::to_string(edit.what) + " " + std::to_string(edit.how);
  return words;
}

Outcome Play(const std::vector<Edit>& edits) {
  Outcome outcome;
  try {
    Municipality municipality;
    for (const Edit& edit : edits) {
      const Municipality::Happened happened = municipality.Do(edit);
      outcome.done += happened == Municipality::Happened::kChange ? 1 : 0;
      outcome.refused += happened == Municipality::Happened::kRefusal ? 1 : 0;
      if (municipality.broken()) break;
    }
    if (!municipality.broken()) municipality.Finish();
    outcome.broken = municipality.broken();
  } catch (const std::exception& trouble) {
    outcome.broken = std::string("refused, or thrown: ") + trouble.what();
  }
  return outcome;
}

std::vector<Edit> Shrunk(std::vector<Edit> edits) {
  for (std::size_t i = edits.size(); i-- > 0;) {
    std::vector<Edit> fewer = edits;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    if (Play(fewer).broken) edits = std::move(fewer);
  }
  return edits;
}

}  // namespace rytm
