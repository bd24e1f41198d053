// Which slot each day of a changed rule belongs to (DESIGN §4 Alignment).
#include "plan/align.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>

namespace rytm {
namespace {

std::vector<Day> DaysIn(const std::string& text) {
  std::vector<Day> days;
  std::istringstream words(text);
  for (std::string word; words >> word;) days.push_back(ParseDay("2027-" + word).value());
  return days;
}

std::vector<AlignDay> AsAlignDays(const std::vector<Day>& days) {
  std::vector<AlignDay> all;
  for (const Day day : days) all.push_back({day, ""});
  return all;
}

// "01-20→01-12 07-21→- -→12-14": what each slot moved to, dropped ones and born ones.
std::string Told(const std::vector<AlignDay>& slots, const std::vector<AlignDay>& days) {
  const auto slot_of = Align(slots, days);
  std::vector<std::pair<Day, std::string>> told;
  const auto name = [](Day day) { return FormatDay(day).substr(5); };
  std::vector<bool> taken(slots.size());
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (slot_of[i]) taken[*slot_of[i]] = true;
    told.emplace_back(days[i].day,
                      (slot_of[i] ? name(slots[*slot_of[i]].day) : "-") + "→" + name(days[i].day));
  }
  for (std::size_t i = 0; i < slots.size(); ++i)
    if (!taken[i]) told.emplace_back(slots[i].day, name(slots[i].day) + "→-");
  std::stable_sort(told.begin(), told.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string line;
  for (const auto& [day, words] : told) line += (line.empty() ? "" : " ") + words;
  return line;
}

struct Row {
  const char* what;
  const char* slots;
  const char* days;
  const char* told;
};

class Alignment : public ::testing::TestWithParam<Row> {};

TEST_P(Alignment, KeepsWhoIsWho) {
  const Row& row = GetParam();
  EXPECT_EQ(Told(AsAlignDays(DaysIn(row.slots)), AsAlignDays(DaysIn(row.days))), row.told)
      << row.what;
}

INSTANTIATE_TEST_SUITE_P(
    Rules, Alignment,
    ::testing::Values(
        Row{"nothing changed", "01-20 02-17 03-17", "01-20 02-17 03-17",
            "01-20→01-20 02-17→02-17 03-17→03-17"},
        Row{"third Wednesday to second Tuesday", "01-20 02-17 03-17 04-21 05-19 06-16",
            "01-12 02-09 03-09 04-13 05-11 06-08",
            "01-20→01-12 02-17→02-09 03-17→03-09 04-21→04-13 05-19→05-11 06-16→06-08"},
        Row{"July goes", "05-19 06-16 07-21 08-18 09-15", "05-19 06-16 08-18 09-15",
            "05-19→05-19 06-16→06-16 07-21→- 08-18→08-18 09-15→09-15"},
        Row{"July comes", "05-19 06-16 08-18 09-15", "05-19 06-16 07-21 08-18 09-15",
            "05-19→05-19 06-16→06-16 -→07-21 08-18→08-18 09-15→09-15"},
        Row{"every four weeks, a week later", "01-20 02-17 03-17 04-14", "01-27 02-24 03-24 04-21",
            "01-20→01-27 02-17→02-24 03-17→03-24 04-14→04-21"},
        Row{"a week earlier, where the first falls out of the plan", "01-06 02-03 03-03 03-31",
            "01-27 02-24 03-24", "01-06→- 02-03→01-27 03-03→02-24 03-31→03-24"},
        Row{"twice as often", "01-20 02-17 03-17", "01-20 02-03 02-17 03-03 03-17 03-31",
            "01-20→01-20 -→02-03 02-17→02-17 -→03-03 03-17→03-17 -→03-31"},
        Row{"half as often", "01-20 02-03 02-17 03-03 03-17", "01-20 02-17 03-17",
            "01-20→01-20 02-03→- 02-17→02-17 03-03→- 03-17→03-17"},
        Row{"no further than one gap", "03-03 03-10 03-17", "03-03 03-10 03-25",
            "03-03→03-03 03-10→03-10 03-17→- -→03-25"},
        Row{"a whole gap away is as dear as a new one", "03-03 03-10 03-17", "03-03 03-10 03-24",
            "03-03→03-03 03-10→03-10 03-17→- -→03-24"},
        Row{"nearly as far as one gap", "03-03 03-10 03-17", "03-03 03-10 03-23",
            "03-03→03-03 03-10→03-10 03-17→03-23"},
        Row{"a tie moves the earlier", "03-03 03-31", "03-17", "03-03→03-17 03-31→-"},
        Row{"one talk a term finds its new day", "03-03", "06-01", "03-03→06-01"},
        Row{"but not another half year away", "01-03", "09-01", "01-03→- -→09-01"},
        Row{"the first of all", "", "01-20 02-17", "-→01-20 -→02-17"},
        Row{"the last of all", "01-20 02-17", "", "01-20→- 02-17→-"}));

TEST(Alignment, AMeetingFollowsTheOneItHangsOn) {
  const std::vector<Day> before = DaysIn("01-06 02-03 03-03");
  const std::vector<Day> after = DaysIn("02-02 03-02 04-06");
  const std::vector<AlignDay> slots = {{before[0], "a"}, {before[1], "b"}, {before[2], "c"}};
  EXPECT_EQ(Told(slots, {{after[0], "a"}, {after[1], "b"}, {after[2], "c"}}),
            "01-06→02-02 02-03→03-02 03-03→04-06")
      << "though other slots lie nearer";
  EXPECT_EQ(Told(slots, {{after[0], "b"}, {after[1], "c"}, {after[2], "d"}}),
            "01-06→- 02-03→02-02 03-03→03-02 -→04-06");
}

// What an alignment in order costs, in half days; the rule of DESIGN §4 said once more.
int CostOf(const std::vector<Day>& slots, const std::vector<Day>& days,
           const std::vector<std::optional<std::size_t>>& slot_of, int gap) {
  int cost = gap * static_cast<int>(slots.size());
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (!slot_of[i]) {
      cost += gap;
      continue;
    }
    cost -= gap;
    cost += 2 * std::abs(static_cast<int>((days[i] - slots[*slot_of[i]]).count()));
  }
  return cost;
}

// Every alignment in order there is.
int CheapestByTrying(const std::vector<Day>& slots, const std::vector<Day>& days, int gap,
                     std::size_t s, std::size_t d) {
  if (s == slots.size()) return gap * static_cast<int>(days.size() - d);
  if (d == days.size()) return gap * static_cast<int>(slots.size() - s);
  int best = gap + std::min(CheapestByTrying(slots, days, gap, s + 1, d),
                            CheapestByTrying(slots, days, gap, s, d + 1));
  const int apart = std::abs(static_cast<int>((days[d] - slots[s]).count()));
  if (apart <= gap)
    best = std::min(best, 2 * apart + CheapestByTrying(slots, days, gap, s + 1, d + 1));
  return best;
}

TEST(Alignment, IsTheCheapestThereIs) {
  std::mt19937 dice(1730173);
  for (int round = 0; round < 3000; ++round) {
    const auto some_days = [&] {
      std::vector<Day> days;
      for (int left = static_cast<int>(dice() % 7); left > 0; --left)
        days.push_back(MakeDay(2027, 1, 1) + Days{static_cast<int>(dice() % 60)});
      std::sort(days.begin(), days.end());
      days.erase(std::unique(days.begin(), days.end()), days.end());
      return days;
    };
    const std::vector<Day> slots = some_days();
    const std::vector<Day> days = some_days();
    if (slots.size() < 2) continue;
    std::vector<int> gaps;
    for (std::size_t i = 1; i < slots.size(); ++i)
      gaps.push_back(static_cast<int>((slots[i] - slots[i - 1]).count()));
    std::sort(gaps.begin(), gaps.end());
    const int gap = gaps[gaps.size() / 2];
    const auto slot_of = Align(AsAlignDays(slots), AsAlignDays(days));
    ASSERT_EQ(CostOf(slots, days, slot_of, gap), CheapestByTrying(slots, days, gap, 0, 0))
        << "round " << round;
    std::optional<std::size_t> before;
    for (const auto& slot : slot_of) {
      if (!slot) continue;
      ASSERT_TRUE(!before || *before < *slot) << "round " << round;
      before = slot;
    }
  }
}

}  // namespace
}  // namespace rytm
