// Finding all mail that is due: 40 bodies, 1,000 people, three terms of dates behind and ahead.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "reminders/due.h"
#include "reminders/notices.h"
#include "tests/bench/mail_sample.h"

namespace rytm {
namespace {

// At eight in the morning of an ordinary day, when most is due.
void FindAllDueMail(benchmark::State& state) {
  const MailSample& sample = MailSample::Get();
  std::size_t due = 0;
  for (auto unused : state) {
    const std::vector<Reminder> reminders =
        DueReminders(sample.editions_by_pointer, sample.people, {}, sample.zone, sample.now);
    due = reminders.size();
    benchmark::DoNotOptimize(due);
  }
  state.counters["due"] = static_cast<double>(due);
  state.counters["events"] = static_cast<double>(sample.events());
}
BENCHMARK(FindAllDueMail)->Unit(benchmark::kMillisecond);

// A meeting of each body moved: who is to hear of what.
void WorkOutAllNotices(benchmark::State& state) {
  const MailSample& sample = MailSample::Get();
  std::size_t notices = 0;
  for (auto unused : state) {
    notices = NoticesOf(sample.news, sample.people, sample.zone, sample.now).size();
    benchmark::DoNotOptimize(notices);
  }
  state.counters["people_told"] = static_cast<double>(notices);
}
BENCHMARK(WorkOutAllNotices)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rytm
