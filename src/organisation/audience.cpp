#include "organisation/audience.h"

#include "organisation/organisation.h"

namespace rytm {
namespace {

constexpr Levels kEverybody{Level::kPublic, Level::kMember, Level::kManagement, Level::kOfficial,
                            Level::kSecretariat};
constexpr Levels kInside{Level::kMember, Level::kManagement, Level::kOfficial, Level::kSecretariat};
constexpr Levels kItsOwn{Level::kMember, Level::kManagement, Level::kSecretariat};
constexpr Levels kMembersOnly{Level::kMember, Level::kSecretariat};

// Officials write for council, boards, committees and what prepares their items; a presidium and a
// company board meet with their management; a party group is its members' own.
Levels InsideLevels(BodyKind kind) {
  switch (kind) {
    case BodyKind::kCouncil:
    case BodyKind::kExecutiveBoard:
    case BodyKind::kCommittee:
    case BodyKind::kSubcommittee:
    case BodyKind::kPreparatoryGroup:
      return kInside;
    case BodyKind::kPresidium:
    case BodyKind::kCompanyBoard:
      return kItsOwn;
    case BodyKind::kPartyGroup:
      return kMembersOnly;
  }
  return {};
}

}  // namespace

Shown ShownTo(Level level, bool closed_to_public) {
  if (level == Level::kPublic) return {.place = !closed_to_public, .link = false, .papers = false};
  return {.place = true, .link = true, .papers = true};
}

Levels SeenBy(Levels named) {
  if (named.Has(Level::kPublic)) return kEverybody;
  Levels seen = named;
  if (named.Has(Level::kOfficial)) seen.Add(Level::kManagement);
  if (!named.empty()) seen.Add(Level::kSecretariat);
  return seen;
}

Levels MeetingLevels(BodyKind kind, bool listed) {
  return listed ? kEverybody : InsideLevels(kind);
}

}  // namespace rytm
