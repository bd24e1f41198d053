#include "organisation/people.h"

#include <algorithm>
#include <tuple>

namespace rytm {

std::optional<Post> PostNamed(std::string_view word) {
  const auto* const found = std::find(kPostWords.begin(), kPostWords.end(), word);
  if (found == kPostWords.end()) return std::nullopt;
  return static_cast<Post>(found - kPostWords.begin());
}

Text PostInWords(Post post) {
  switch (post) {
    case Post::kChair:
      return {"ordförande", "chair"};
    case Post::kViceChair:
      return {"vice ordförande", "vice chair"};
    case Post::kMember:
      return {"ledamot", "member"};
    case Post::kSubstitute:
      return {"ersättare", "substitute"};
    case Post::kStaffRepresentative:
      return {"personalföreträdare", "staff representative"};
    case Post::kSecretary:
      return {"sekreterare", "secretary"};
    case Post::kDirector:
      return {"förvaltningschef", "director"};
    case Post::kCaseOfficer:
      return {"handläggare", "case officer"};
    case Post::kAuditor:
      return {"revisor", "auditor"};
    case Post::kGroupLeader:
      return {"gruppledare", "group leader"};
    case Post::kUnionRepresentative:
      return {"facklig företrädare", "union representative"};
  }
  return {};
}

bool IsElected(Post post) {
  switch (post) {
    case Post::kChair:
    case Post::kViceChair:
    case Post::kMember:
    case Post::kSubstitute:
    case Post::kAuditor:
    case Post::kGroupLeader:
      return true;
    case Post::kStaffRepresentative:
    case Post::kSecretary:
    case Post::kDirector:
    case Post::kCaseOfficer:
    case Post::kUnionRepresentative:
      return false;
  }
  return false;
}

Levels LevelsOf(Post post) {
  switch (post) {
    case Post::kChair:
    case Post::kViceChair:
      return {Level::kMember, Level::kManagement};
    case Post::kMember:
    case Post::kSubstitute:
    case Post::kStaffRepresentative:
    case Post::kGroupLeader:
      return {Level::kMember};
    case Post::kSecretary:
      return {Level::kSecretariat};
    case Post::kDirector:
      return {Level::kManagement, Level::kOfficial};
    case Post::kCaseOfficer:
      return {Level::kOfficial};
    case Post::kAuditor:
    case Post::kUnionRepresentative:
      return {Level::kPublic};
  }
  return {};
}

bool InOrder(const Assignment& a, const Assignment& b) {
  return std::tie(a.body, a.post, a.from) < std::tie(b.body, b.post, b.from);
}

bool Overlap(const Assignment& a, const Assignment& b) {
  return a.body == b.body && a.post == b.post && (!a.until || b.from <= *a.until) &&
         (!b.until || a.from <= *b.until);
}

Text NameForOthers(const Person& person) {
  if (person.hidden) return {"Skyddade personuppgifter", "Protected identity"};
  return Text(person.name);
}

Levels LevelsOf(const Person& person, std::string_view body, Day day) {
  Levels levels;
  for (const Assignment& assignment : person.assignments) {
    if (assignment.body != body || !assignment.Holds(day)) continue;
    const Levels of_post = LevelsOf(assignment.post);
    for (int i = 0; i < kLevelCount; ++i)
      if (of_post.Has(static_cast<Level>(i))) levels.Add(static_cast<Level>(i));
  }
  return levels;
}

std::optional<Day> LastDayOf(const Person& person) {
  std::optional<Day> last;
  for (const Assignment& assignment : person.assignments) {
    if (!assignment.until) return std::nullopt;
    if (!last || *last < *assignment.until) last = assignment.until;
  }
  return last;
}

}  // namespace rytm
