// The people a governance year concerns: who sits where, from when to when, and how they are
// reached. As little as that needs: members of party groups are not here (GDPR article 9), and
// nothing is ever stored of what somebody answered, attended or felt.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/text.h"
#include "organisation/audience.h"

namespace rytm {

// What somebody is in a body. What an account may do is a Role (organisation/role.h).
enum class Post {
  kChair,
  kViceChair,
  kMember,
  kSubstitute,
  kStaffRepresentative,
  kSecretary,
  kDirector,
  kCaseOfficer,
  kAuditor,
  kGroupLeader,
  kUnionRepresentative
};

// What the posts are called in the database, the API and on the command line, in their order.
inline constexpr std::array<std::string_view, 11> kPostWords{
    "chair",    "vice-chair",   "member",  "substitute",   "staff-representative", "secretary",
    "director", "case-officer", "auditor", "group-leader", "union-representative"};

constexpr std::string_view PostWord(Post post) {
  return kPostWords.at(static_cast<std::size_t>(post));
}
std::optional<Post> PostNamed(std::string_view word);

// "ersättare", "substitute".
Text PostInWords(Post post);

// Elected, rather than employed.
bool IsElected(Post post);

// As whom somebody at the post sees the items of their body. An auditor and a union representative
// see what the public sees: what else they need is sent to them.
Levels LevelsOf(Post post);

struct Assignment {
  std::string body;  // an id
  Post post = Post::kMember;
  std::string party{};     // substitutes are called in the order of their party ...
  int order = 0;           // ... from 1; 0: none is told
  std::string unit{};      // of officials: "Socialförvaltningen"
  std::string function{};  // "ekonom"
  Day from{};
  std::optional<Day> until{};  // the last day; none: for the time being

  bool Holds(Day day) const { return from <= day && (!until || day <= *until); }
  friend bool operator==(const Assignment&, const Assignment&) = default;
};

// By body, post, first day.
bool InOrder(const Assignment& a, const Assignment& b);
// The same post of the same body on some day.
bool Overlap(const Assignment& a, const Assignment& b);

struct Person {
  std::string id;  // "p-…", which says nothing of who it is
  std::string name;
  std::string address{};  // of e-mail; empty: none is known
  Language language = Language::kSwedish;
  bool hidden = false;  // protected identity: no name in lists, exports or what others are sent
  Instant created{};
  std::vector<Assignment> assignments{};  // by body, post, first day

  friend bool operator==(const Person&, const Person&) = default;
};

// What others may read of the person: the name, or "Skyddade personuppgifter".
Text NameForOthers(const Person& person);

// As whom the person sees items of the body that lie on the day. Empty: as the public does, where
// the public does.
Levels LevelsOf(const Person& person, std::string_view body, Day day);

// The last day of the last assignment; nullopt: one has no end, or there is none.
std::optional<Day> LastDayOf(const Person& person);

}  // namespace rytm
