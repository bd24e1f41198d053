#include "tests/bench/sample.h"

#include <sys/resource.h>

#include <cstdlib>
#include <iostream>

#include "app/rules.h"

namespace rytm {
namespace {

constexpr int kBodies = 25;
constexpr const char* kWeekdays[] = {"MO", "TU", "WE", "TH", "FR"};

}  // namespace

std::string SampleRules() {
  std::string bodies;
  for (int n = 0; n < kBodies; ++n) {
    const std::string number = std::to_string(n);
    bodies +=
        std::string(n > 0 ? "," : "") + R"({"id": "n)" + number +
        R"(", "kind": "committee", "name": {"sv": "Nämnd )" + number + R"(", "en": "Committee )" +
        number + R"("}, "short": "N)" + number +
        R"(", "series": [{"id": "meeting", "when": {"rrule": "FREQ=MONTHLY;BYDAY=)" +
        std::to_string(n / 5 % 4 + 1) + kWeekdays[n % 5] +
        R"(;BYMONTH=1,2,3,4,5,6,8,9,10,11,12"}, "at": ")" + (n % 2 == 0 ? "08:30" : "13:30") +
        R"(", "lasts": "PT3H", "on": {"public-holiday": "next-working-day", "eve": "previous-working-day"},)" +
        R"( "chain": "committee"}]})";
  }
  return R"({
    "organisation": {"id": "sample", "name": {"sv": "Provkommun"}, "host": "sample.example", "zone": "Europe/Stockholm"},
    "window": {"from": "2027-01-01", "until": "2030-12-31"},
    "bodies": [)" +
         bodies + R"(],
    "chains": {"committee": [
      {"id": "item-deadline", "name": {"sv": "Ärendestopp", "en": "Item deadline"}, "days": -26},
      {"id": "presidium", "name": {"sv": "Presidieberedning", "en": "Presidium"}, "days": -21, "at": "08:00", "lasts": "PT2H"},
      {"id": "notice", "name": {"sv": "Kallelse och handlingar", "en": "Notice and papers"}, "days": -7},
      {"id": "minutes", "name": {"sv": "Justering", "en": "Minutes approved"}, "days": 7, "latest": {"days": 14}},
      {"id": "posting", "name": {"sv": "Anslag", "en": "Posting"}, "from": "minutes", "days": 1, "latest": {"days": 2}},
      {"id": "appeal-end", "name": {"sv": "Överklagandetiden går ut", "en": "Appeal ends"}, "from": "posting", "days": 21},
      {"id": "taken-down", "name": {"sv": "Anslaget tas ned", "en": "Taken down"}, "from": "appeal-end", "days": 1}
    ]}
  })";
}

Organisation SampleOrganisation() {
  Result<Organisation> read = ReadRules("sample.json", SampleRules());
  if (!read.ok()) {
    std::cerr << read.error().message.en << "\n";
    for (const Problem& problem : read.error().problems)
      std::cerr << problem.pointer << ": " << problem.what.en << "\n";
    std::abort();
  }
  return std::move(read).value();
}

double PeakMebibytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

}  // namespace rytm
