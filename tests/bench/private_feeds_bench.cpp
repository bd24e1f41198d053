// Private feeds: what one costs while nobody asks for it, when it is asked for first, and when it
// is asked for again.
#include <benchmark/benchmark.h>
#include <malloc.h>

#include <memory>
#include <string>

#include "app/feed_cache.h"
#include "app/private_feeds.h"
#include "app/tokens.h"
#include "edition/freeze.h"
#include "plan/build.h"
#include "tests/bench/sample.h"

namespace rytm {
namespace {

constexpr const char* kPublished = "2026-11-23T14:02:00Z";

// The sample published; each person is a member of two bodies, as far as their feed holds about
// sixty events.
PrivateFeedSource SampleSource(std::size_t people) {
  auto catalog = std::make_shared<Catalog>();
  catalog->organisation = SampleOrganisation();
  const Plan plan = Build(catalog->organisation).value();
  for (Edition& edition : Freeze(
           catalog->organisation, plan, {},
           {.bodies = {}, .until = plan.window.last, .now = *ParseInstant(kPublished), .note = {}}))
    catalog->editions.emplace(edition.body, std::move(edition));
  const std::vector<Body>& bodies = catalog->organisation.bodies;
  PrivateFeedSource source{
      .catalog = catalog, .today = MakeDay(2026, 11, 23), .now = *ParseInstant(kPublished)};
  for (std::size_t i = 0; i < people; ++i) {
    Person person{.id = "p-" + std::to_string(i), .name = "Anna Exempel"};
    for (std::size_t j = 0; j < 2; ++j)
      person.assignments.push_back(
          {.body = bodies[(i + j * 7) % bodies.size()].id, .from = MakeDay(2026, 10, 15)});
    const std::string id = "f-" + std::to_string(i);
    FeedLink link{.id = id, .name = "telefon", .choice = {.person = person.id}};
    link.choice.kinds = {EventKind::kMeeting};
    link.choice.kind = FeedKind::kCustom;
    link.choice.level = Level::kMember;
    link.choice.bodies = {person.assignments[0].body, person.assignments[1].body};
    source.people.push_back(std::move(person));
    source.links.push_back({.link = std::move(link), .token_hash = HashOf(id)});
  }
  return source;
}

std::string Bytes(const PrivateFeeds& feeds, const PrivateFeeds::Feed& feed) {
  return Served({.path = "/kalender.ics",
                 .etag = feed.etag(),
                 .last_modified = feed.last_modified(),
                 .body = feeds.Render(feed)},
                "private")
      .answer;
}

void HundredThousandPrivateFeedsBuilt(benchmark::State& state) {
  const PrivateFeedSource source = SampleSource(100'000);
  for (auto unused : state) {
    const std::size_t before = mallinfo2().uordblks;
    const auto feeds = PrivateFeeds::Build(source, nullptr);
    const std::size_t bytes = mallinfo2().uordblks - before;
    state.counters["bytes_each"] =
        static_cast<double>(bytes) / static_cast<double>(feeds->all().size());
    state.counters["events_each"] = static_cast<double>(feeds->all().front().events());
  }
}
BENCHMARK(HundredThousandPrivateFeedsBuilt)->Unit(benchmark::kMillisecond)->Iterations(1);

void ThousandPrivateFeedsBuilt(benchmark::State& state) {
  const PrivateFeedSource source = SampleSource(1000);
  for (auto unused : state) benchmark::DoNotOptimize(PrivateFeeds::Build(source, nullptr));
}
BENCHMARK(ThousandPrivateFeedsBuilt)->Unit(benchmark::kMillisecond);

void PrivateFeedFirstServed(benchmark::State& state) {
  const auto feeds = PrivateFeeds::Build(SampleSource(100), nullptr);
  std::size_t bytes = 0;
  for (auto unused : state) bytes = Bytes(*feeds, *feeds->Find("f-7")).size();
  state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(PrivateFeedFirstServed)->Unit(benchmark::kMicrosecond);

void PrivateFeedNotModified(benchmark::State& state) {
  const auto feeds = PrivateFeeds::Build(SampleSource(100), nullptr);
  for (auto unused : state) {
    const PrivateFeeds::Feed& feed = *feeds->Find("f-7");
    benchmark::DoNotOptimize(NotModifiedFields(feed.etag(), feed.last_modified(), "private"));
  }
}
BENCHMARK(PrivateFeedNotModified)->Unit(benchmark::kMicrosecond);

void PrivateFeedFromCache(benchmark::State& state) {
  const auto feeds = PrivateFeeds::Build(SampleSource(100), nullptr);
  FeedCache cache(kFeedCacheBytesMax);
  for (auto unused : state) {
    const PrivateFeeds::Feed& feed = *feeds->Find("f-7");
    benchmark::DoNotOptimize(cache.Get(feed.link() + feed.etag(), [&] {
      ServedFeed served;
      served.answer = Bytes(*feeds, feed);
      return served;
    }));
  }
}
BENCHMARK(PrivateFeedFromCache)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace rytm
