// Who may see an item, and which text of it (DESIGN §1 level): the one table.
#pragma once

#include <cstdint>
#include <initializer_list>

namespace rytm {

enum class BodyKind;  // organisation/organisation.h

enum class Level : std::uint8_t { kPublic, kMember, kManagement, kOfficial, kSecretariat };
inline constexpr int kLevelCount = 5;

// A set of levels.
class Levels {
 public:
  constexpr Levels() = default;
  constexpr Levels(std::initializer_list<Level> levels) {
    for (const Level level : levels) bits_ |= Bit(level);
  }
  constexpr bool Has(Level level) const { return (bits_ & Bit(level)) != 0; }
  constexpr void Add(Level level) { bits_ |= Bit(level); }
  constexpr void Remove(Level level) { bits_ &= static_cast<std::uint8_t>(~Bit(level)); }
  constexpr bool empty() const { return bits_ == 0; }
  friend constexpr bool operator==(Levels, Levels) = default;

 private:
  static constexpr std::uint8_t Bit(Level level) {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(level));
  }
  std::uint8_t bits_ = 0;
};

// What of an item a level is shown. The public never sees a link, nor the place of a closed meeting
// (DESIGN §5).
struct Shown {
  bool place = false;
  bool link = false;
  bool papers = false;  // chain, guide, reports on their way: what those who work with it need
};

Shown ShownTo(Level level, bool closed_to_public);

// Those who see an item marked for `named`: what the public sees everyone sees, management are
// officials too, and the secretariat sees all there is to see. Nobody named: nobody.
Levels SeenBy(Levels named);

// Who sees the meetings of a body of this kind when its series does not say. The public only if the
// body is listed.
Levels MeetingLevels(BodyKind kind, bool listed);

}  // namespace rytm
