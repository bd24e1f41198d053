// From rules to plan, and the part of it that libical does.
#include <benchmark/benchmark.h>

#include "app/rules.h"
#include "cycle/expand.h"
#include "plan/build.h"
#include "tests/bench/sample.h"

namespace rytm {
namespace {

void ReadRulesOfTheSample(benchmark::State& state) {
  const std::string rules = SampleRules();
  for (auto unused : state) benchmark::DoNotOptimize(ReadRules("sample.json", rules));
}
BENCHMARK(ReadRulesOfTheSample)->Unit(benchmark::kMillisecond);

void BuildWithFindings(benchmark::State& state) {
  const Organisation organisation = SampleOrganisation();
  std::size_t items = 0;
  std::size_t findings = 0;
  for (auto unused : state) {
    const Result<Plan> plan = Build(organisation);
    items = plan.value().items.size();
    findings = plan.value().findings.size();
  }
  state.counters["items"] = static_cast<double>(items);
  state.counters["findings"] = static_cast<double>(findings);
  state.counters["peak_MiB"] = PeakMebibytes();
}
BENCHMARK(BuildWithFindings)->Unit(benchmark::kMillisecond);

// The same rules over the same span as Build looks at them, recurrence only.
void RecurrenceByLibical(benchmark::State& state) {
  const Organisation organisation = SampleOrganisation();
  const DaySpan span{MakeDay(2026, 1, 1), MakeDay(2032, 2, 4)};
  const DayFacts facts(organisation.calendars, span);
  std::size_t days = 0;
  for (auto unused : state) {
    days = 0;
    for (const Body& body : organisation.bodies)
      days += Expand(body.series[0].when[0], 0, body, {}, organisation.deadlines, facts, span)
                  .value()
                  .size();
  }
  state.counters["days"] = static_cast<double>(days);
}
BENCHMARK(RecurrenceByLibical)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rytm
