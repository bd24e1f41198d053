// The feeds of the golden files: made once, looked at by several tests.
#pragma once

#include <string>
#include <vector>

#include "edition/edition.h"
#include "feeds/render.h"
#include "tests/edition/ekeby_plan.h"

namespace rytm {

FeedScope ScopeOf(const Text& name, Level level = Level::kPublic,
                  Language language = Language::kSwedish);

struct SampleFeed {
  std::string name;  // "public-council": tests/golden/feeds/public-council.ics
  Publications publications;
  std::vector<std::string> bodies;
  FeedScope scope;

  // What SelectForFeed gives on 1 March 2027; points into `publications`.
  std::vector<const Event*> Events() const;
  std::string Render() const { return RenderFeed(Events(), scope); }
};

const std::vector<SampleFeed>& SampleFeeds();
const SampleFeed& SampleNamed(const std::string& name);

}  // namespace rytm
