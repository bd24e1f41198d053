// From start to end, as a person waits for it: real time.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "app/data_folder.h"
#include "app/import.h"
#include "app/publish.h"
#include "tests/bench/sample.h"

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

// Build, freeze, write, read back and store, durable, every body of the sample for the first time.
void PublishEverythingFirst(benchmark::State& state) {
  const Instant now = *ParseInstant("2026-11-23T14:02:00Z");
  const PublishRequest everything{.bodies = {}, .until = MakeDay(2030, 12, 31), .note = {}};
  for (auto unused : state) {
    state.PauseTiming();
    std::string folder = (std::filesystem::temp_directory_path() / "rytm-bench-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) return state.SkipWithError("no temporary folder");
    Result<std::unique_ptr<Database>> database = MakeDataFolder(folder);
    const bool imported =
        database.ok() && ImportFirst(*database.value(), "sample.json", SampleRules(), now).ok();
    state.ResumeTiming();
    if (!imported || !Publish(*database.value(), everything, now).ok())
      state.SkipWithError("the sample is not published");
    state.PauseTiming();
    std::filesystem::remove_all(folder);
    state.ResumeTiming();
  }
}
BENCHMARK(PublishEverythingFirst)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace rytm
