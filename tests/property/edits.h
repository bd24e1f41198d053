// Edits at random, and the municipality they are made in: a real data folder, changed, published,
// closed, opened, backed up and restored, and held to what subscribers are promised after each
// step.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rytm {

enum class Act : std::uint8_t {
  kWeekday,
  kNth,
  kRhythm,
  kAnchor,
  kBreak,
  kMonths,
  kParts,
  kTime,
  kAddBody,
  kDropBody,
  kRenameBody,
  kMergeBodies,
  kException,
  kMove,
  kPlace,
  kCancel,
  kRevive,
  kMoveBack,
  kPin,
  kAddMeeting,
  kUndo,
  kPublish,
  kPublishOne,
  kReopen,
  kBackUp,
  kRestore,
  kWait,
};
inline constexpr int kActs = static_cast<int>(Act::kWait) + 1;

// What of the municipality an edit falls on is told by its two numbers, whatever there is by then.
struct Edit {
  Act act{};
  std::uint32_t what = 0;
  std::uint32_t how = 0;
};

// The sequence of a seed: always the same.
std::vector<Edit> EditsOf(std::uint64_t seed);

// "weekday 7 2, publish, move 3 9"
std::string InWords(const std::vector<Edit>& edits);

struct Outcome {
  std::optional<std::string> broken;  // the promise that was, and where; none: all held
  int done = 0;                       // edits that changed something
  int refused = 0;                    // edits that the rules or the plan would not have
};

// Plays the sequence in a folder of its own.
Outcome Play(const std::vector<Edit>& edits);

// The shortest sequence that still breaks a promise, found by leaving edits out.
std::vector<Edit> Shrunk(std::vector<Edit> edits);

}  // namespace rytm
