#include "edition/seen_as.h"

namespace rytm {
namespace {

// The one that is told most first.
constexpr Level kByHowMuch[] = {Level::kSecretariat, Level::kManagement, Level::kOfficial,
                                Level::kMember, Level::kPublic};

std::optional<Level> SeenAtBest(const Event& event, Levels of_post) {
  for (const Level level : kByHowMuch)
    if (of_post.Has(level) && event.levels.Has(level)) return level;
  return std::nullopt;
}

}  // namespace

std::optional<SeenAs> SeenAsBy(const Event& event, const Person& person, Day today) {
  Levels of_posts;
  bool substitute = true;
  bool elected = false;
  bool concerned = false;
  for (const Assignment& assignment : person.assignments) {
    const bool ended = assignment.until && *assignment.until < today;
    if (ended || !assignment.Holds(event.day) || !event.IsOf(assignment.body)) continue;
    const Levels of_post = LevelsOf(assignment.post);
    if (!SeenAtBest(event, of_post)) continue;
    concerned = true;
    substitute &= assignment.post == Post::kSubstitute;
    elected |= IsElected(assignment.post);
    for (const Level level : kByHowMuch)
      if (of_post.Has(level)) of_posts.Add(level);
  }
  if (!concerned) return std::nullopt;
  return SeenAs{
      .level = *SeenAtBest(event, of_posts), .substitute = substitute, .elected = elected};
}

}  // namespace rytm
