#include "app/feed_blocks.h"

#include <functional>
#include <string>
#include <unordered_set>

#include "app/feed_scope.h"
#include "feeds/render.h"

namespace rytm {

Result<Done> ReadBackBlocks(const Organisation& organisation, const std::vector<Edition>& editions,
                            Instant now) {
  for (const Language language : {Language::kSwedish, Language::kEnglish}) {
    FeedScope scope = FeedScopeOf(organisation, organisation.window, language);
    scope.name = organisation.name;
    std::unordered_set<std::size_t> read;  // hashes of blocks: most levels have the same words
    for (int i = 0; i < kLevelCount; ++i) {
      scope.level = static_cast<Level>(i);
      std::vector<const Event*> changed;
      for (const Edition& edition : editions)
        for (const Event& event : edition.events)
          if (event.levels.Has(scope.level) && event.modified[static_cast<std::size_t>(i)] == now &&
              read.insert(std::hash<std::string>{}(RenderEvent(event, scope))).second)
            changed.push_back(&event);
      if (changed.empty()) continue;
      if (Result<Done> back = ReadBack(RenderFeed(changed, scope), changed, scope); !back.ok())
        return back;
    }
  }
  return Done{};
}

}  // namespace rytm
