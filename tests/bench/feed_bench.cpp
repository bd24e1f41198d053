// From plan to iCalendar text: ours, libical's one event at a time, and python3-icalendar's
// (python_icalendar_bench.py).
#include <benchmark/benchmark.h>
#include <libical/ical.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>

#include "edition/freeze.h"
#include "feeds/render.h"
#include "feeds/select.h"
#include "plan/build.h"
#include "tests/bench/sample.h"

namespace rytm {
namespace {

struct Published {
  std::vector<Edition> editions;
  std::vector<const Event*> events;  // of the editions
  FeedScope scope;
};

Published PublishSample() {
  const Organisation organisation = SampleOrganisation();
  const Plan plan = Build(organisation).value();
  Published published;
  published.editions = Freeze(organisation, plan, {},
                              {.bodies = {},
                               .until = plan.window.last,
                               .now = *ParseInstant("2026-11-23T14:02:00Z"),
                               .note = {}});
  published.scope.level = Level::kSecretariat;
  published.scope.zone = organisation.zone;
  published.scope.name = organisation.name;
  published.events =
      SelectForFeed(published.editions, published.scope.level, {}, MakeDay(2026, 11, 23));
  return published;
}

void FreezeEverything(benchmark::State& state) {
  const Organisation organisation = SampleOrganisation();
  const Plan plan = Build(organisation).value();
  for (auto unused : state)
    benchmark::DoNotOptimize(Freeze(organisation, plan, {},
                                    {.bodies = {},
                                     .until = plan.window.last,
                                     .now = *ParseInstant("2026-11-23T14:02:00Z"),
                                     .note = {}}));
}
BENCHMARK(FreezeEverything)->Unit(benchmark::kMillisecond);

void CalendarTextByRytm(benchmark::State& state) {
  const Published published = PublishSample();
  std::size_t bytes = 0;
  for (auto unused : state) bytes = RenderFeed(published.events, published.scope).size();
  state.counters["events"] = static_cast<double>(published.events.size());
  state.counters["bytes"] = static_cast<double>(bytes);
  state.counters["peak_MiB"] = PeakMebibytes();
}
BENCHMARK(CalendarTextByRytm)->Unit(benchmark::kMillisecond);

// The same properties through libical's own objects; zones left out, which favours libical.
void CalendarTextByLibical(benchmark::State& state) {
  const Published published = PublishSample();
  std::size_t bytes = 0;
  for (auto unused : state) {
    bytes = 0;
    for (const Event* event : published.events) {
      const std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> component(
          icalcomponent_new_vevent(), icalcomponent_free);
      icalcomponent_set_uid(component.get(), event->uid.c_str());
      icalcomponent_set_summary(component.get(), event->title.sv.c_str());
      icalcomponent_set_description(component.get(), event->description.sv.c_str());
      icalcomponent_set_location(component.get(), event->place.sv.c_str());
      icalcomponent_set_sequence(component.get(), event->sequence);
      icalcomponent_set_dtstamp(component.get(), icaltime_from_string("20261123T140200Z"));
      icalcomponent_set_dtstart(component.get(), icaltime_from_string("20270120T133000"));
      icalcomponent_set_dtend(component.get(), icaltime_from_string("20270120T163000"));
      const std::unique_ptr<char, decltype(&std::free)> text(
          icalcomponent_as_ical_string_r(component.get()), std::free);
      bytes += std::string_view(text.get()).size();
    }
  }
  state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(CalendarTextByLibical)->Unit(benchmark::kMillisecond);

// The milliseconds the script prints; nothing if it could not run.
std::optional<double> RunPython(const std::string& feed_file) {
  const std::string command =
      "/usr/bin/python3 " RYTM_SOURCE_DIR "/tests/bench/python_icalendar_bench.py " + feed_file;
  const std::unique_ptr<FILE, decltype(&pclose)> output(popen(command.c_str(), "r"), pclose);
  double milliseconds = 0;
  if (!output || std::fscanf(output.get(), "%lf", &milliseconds) != 1) return std::nullopt;
  return milliseconds;
}

// The same events. The time is the script's own CPU time, without its start and its reading.
void CalendarTextByPythonIcalendar(benchmark::State& state) {
  const Published published = PublishSample();
  const std::filesystem::path file =
      std::filesystem::temp_directory_path() / ("rytm-bench-" + std::to_string(getpid()) + ".ics");
  std::ofstream(file, std::ios::binary) << RenderFeed(published.events, published.scope);
  for (auto unused : state) {
    const std::optional<double> milliseconds = RunPython(file.string());
    if (!milliseconds) {
      state.SkipWithError("install python3-icalendar");
      break;
    }
    state.SetIterationTime(*milliseconds / 1000);
  }
  std::filesystem::remove(file);
}
BENCHMARK(CalendarTextByPythonIcalendar)
    ->Unit(benchmark::kMillisecond)
    ->UseManualTime()
    ->Iterations(1);

void ReadBackByLibical(benchmark::State& state) {
  const Published published = PublishSample();
  const std::string feed = RenderFeed(published.events, published.scope);
  for (auto unused : state)
    if (!ReadBack(feed, published.events, published.scope).ok())
      state.SkipWithError("the feed does not read back");
}
BENCHMARK(ReadBackByLibical)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rytm
