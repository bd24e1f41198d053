// From start to end, as a person waits for it: real time.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "app/change.h"
#include "app/data_folder.h"
#include "app/import.h"
#include "app/publish.h"
#include "tests/bench/sample.h"
#include "tests/temporary_folder.h"

namespace rytm {
namespace {

double CpuMillisecondsOfChildren() {
  rusage usage{};
  getrusage(RUSAGE_CHILDREN, &usage);
  const auto milliseconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
  };
  return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
}

// The program itself, for the demo's whole term of office.
void GenerateTheDemo(benchmark::State& state) {
  const std::string command =
      RYTM_PROGRAM " generate " RYTM_SOURCE_DIR "/calendar/demo/organisation.json > /dev/null";
  const double before = CpuMillisecondsOfChildren();
  for (auto unused : state)
    if (std::system(command.c_str()) != 0) state.SkipWithError("rytm generate failed");
  state.counters["cpu_ms"] =
      benchmark::Counter(CpuMillisecondsOfChildren() - before, benchmark::Counter::kAvgIterations);
}
BENCHMARK(GenerateTheDemo)->Unit(benchmark::kMillisecond)->UseRealTime();

// A data folder with the sample in it.
class SampleFolder {
 public:
  SampleFolder() {
    Result<std::unique_ptr<Database>> database = MakeDataFolder(folder_.string());
    if (!database.ok() || !ImportFirst(*database.value(), "sample.json", SampleRules(), now).ok())
      return;
    database_ = std::move(database).value();
  }

  Database* operator->() { return database_.get(); }
  Database& operator*() { return *database_; }
  std::shared_ptr<const Planned> Current() { return cache.Current(*database_, now).value(); }
  bool Publish(std::vector<std::string> bodies = {}) {
    return rytm::Publish(*database_, *Current(),
                         {.bodies = std::move(bodies), .until = MakeDay(2030, 12, 31)}, now)
        .ok();
  }

  Instant now = *ParseInstant("2026-11-23T14:02:00Z");
  PlanCache cache;

 private:
  TemporaryFolder folder_;
  std::unique_ptr<Database> database_;
};

// The committee's meeting in June 2027 a week later, and back, and so on.
Proposal MoveTheJuneMeeting(const Planned& planned) {
  const auto slot = std::find_if(
      planned.plan.slots.begin(), planned.plan.slots.end(),
      [](const Slot& one) { return one.series.body == "n0" && one.day >= MakeDay(2027, 6, 1); });
  Adjustment adjustment{.slot = slot->id};
  const bool moved = slot->day != slot->nominal;
  adjustment.day = moved ? slot->nominal : slot->nominal + Days{7};
  Proposal proposal;
  proposal.adjustments.push_back(std::move(adjustment));
  return proposal;
}

// Build, freeze, write, read back and store, durable, every body of the sample for the first time.
void PublishEverythingFirst(benchmark::State& state) {
  for (auto unused : state) {
    state.PauseTiming();
    {
      SampleFolder folder;
      state.ResumeTiming();
      if (!folder.Publish()) state.SkipWithError("the sample is not published");
      state.PauseTiming();
    }
    state.ResumeTiming();
  }
}
BENCHMARK(PublishEverythingFirst)->Unit(benchmark::kMillisecond)->UseRealTime();

// Every date that would move and why, of the plan that is at hand.
void WhatIf(benchmark::State& state) {
  SampleFolder folder;
  if (!folder.Publish()) return state.SkipWithError("the sample is not published");
  const std::shared_ptr<const Planned> planned = folder.Current();
  const Proposal proposal = MoveTheJuneMeeting(*planned);
  for (auto unused : state)
    if (!PreviewChange(*planned, proposal, folder.now).ok()) state.SkipWithError("no preview");
}
BENCHMARK(WhatIf)->Unit(benchmark::kMillisecond)->UseRealTime();

// A change saved, durable.
void SaveAnAdjustment(benchmark::State& state) {
  SampleFolder folder;
  if (!folder.Publish()) return state.SkipWithError("the sample is not published");
  for (auto unused : state) {
    const std::shared_ptr<const Planned> planned = folder.Current();
    const Result<SavedChange> saved =
        SaveChange(*folder, *planned, MoveTheJuneMeeting(*planned), {}, folder.now);
    if (!saved.ok()) return state.SkipWithError("nothing is saved");
    folder.cache.Keep(saved.value().after);
  }
}
BENCHMARK(SaveAnAdjustment)->Unit(benchmark::kMillisecond)->UseRealTime();

// One body of 25, a meeting of it moved since.
void PublishOneBody(benchmark::State& state) {
  SampleFolder folder;
  if (!folder.Publish()) return state.SkipWithError("the sample is not published");
  for (auto unused : state) {
    state.PauseTiming();
    const std::shared_ptr<const Planned> planned = folder.Current();
    const Result<SavedChange> saved =
        SaveChange(*folder, *planned, MoveTheJuneMeeting(*planned), {}, folder.now);
    if (!saved.ok()) return state.SkipWithError("nothing is saved");
    folder.cache.Keep(saved.value().after);
    folder.now += std::chrono::seconds{1};
    state.ResumeTiming();
    if (!folder.Publish({"n0"})) state.SkipWithError("the body is not published");
  }
}
BENCHMARK(PublishOneBody)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace rytm
