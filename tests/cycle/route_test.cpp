#include "cycle/route.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <sstream>
#include <string>

#include "dates/working_days.h"

namespace rytm {
namespace {

Day D(std::string_view text) {
  const std::optional<Day> day = ParseDay(text);
  EXPECT_TRUE(day) << text;
  return day.value_or(Day{});
}

// One line of a table: meeting, item deadline, hand-over.
HopChoices::BodyChoices Meetings(const std::vector<std::vector<std::string_view>>& rows) {
  HopChoices::BodyChoices body;
  for (const auto& row : rows) {
    body.meetings.push_back({body.meetings.size(), D(row[0]), D(row[1]), D(row[2])});
  }
  return body;
}

std::string DaysOf(const RouteFound& found) {
  std::string line;
  for (const RouteFound::HopResult& hop : found.hops) {
    if (!line.empty()) line += " > ";
    if (hop.meetings.empty()) line += "(" + FormatDay(hop.done) + ")";
    for (std::size_t i = 0; i < hop.meetings.size(); ++i) {
      line += (i > 0 ? "+" : "") + FormatDay(hop.meetings[i].day);
    }
  }
  return line;
}

// The annual report 2026 of a municipality: the committees, the executive board, the auditors'
// four weeks, the council by 15 April (KL 11:20 gives the executive board until then).
std::vector<HopChoices> AnnualReport() {
  HopChoices committees;
  committees.bodies = {Meetings({{"2027-01-19", "2027-01-05", "2027-01-26"},
                                 {"2027-02-16", "2027-02-02", "2027-02-23"},
                                 {"2027-03-16", "2027-03-02", "2027-03-23"}}),
                       Meetings({{"2027-01-28", "2027-01-14", "2027-02-04"},
                                 {"2027-02-25", "2027-02-11", "2027-03-04"}})};
  HopChoices board;
  board.bodies = {Meetings({{"2027-03-03", "2027-02-17", "2027-03-10"},
                            {"2027-03-24", "2027-03-10", "2027-03-31"},
                            {"2027-04-14", "2027-03-31", "2027-04-21"},
                            {"2027-05-12", "2027-04-28", "2027-05-19"}})};
  board.by = D("2027-04-15");
  HopChoices auditors;
  auditors.takes = Days{28};
  HopChoices council;
  council.bodies = {Meetings({{"2027-04-26", "2027-04-12", "2027-05-03"},
                              {"2027-05-31", "2027-05-17", "2027-06-07"},
                              {"2027-06-21", "2027-06-07", "2027-06-28"}})};
  council.by = D("2027-06-30");
  return {committees, board, auditors, council};
}

TEST(Route, AnnualReportAsLateAsItCanBe) {
  const RouteFound found = FindRoute(D("2027-01-30"), AnnualReport(), RoutePreference::kLatest);
  ASSERT_TRUE(found.fits);
  EXPECT_EQ("2027-03-16+2027-02-25 > 2027-04-14 > (2027-05-19) > 2027-06-21", DaysOf(found));
  EXPECT_EQ(D("2027-03-23"), found.hops[1].gets) << "the last of the committees hands over";
}

TEST(Route, AnnualReportAsEarlyAsItCanBe) {
  const RouteFound found = FindRoute(D("2027-01-30"), AnnualReport(), RoutePreference::kEarliest);
  ASSERT_TRUE(found.fits);
  EXPECT_EQ("2027-02-16+2027-02-25 > 2027-03-24 > (2027-04-28) > 2027-05-31", DaysOf(found));
}

TEST(Route, ReportReadyOnTheItemDeadlineIsInTimeAndTheDayAfterIsNot) {
  HopChoices council;
  council.bodies = {Meetings(
      {{"2027-04-26", "2027-04-12", "2027-05-03"}, {"2027-05-31", "2027-05-17", "2027-06-07"}})};
  EXPECT_EQ("2027-04-26",
            DaysOf(FindRoute(D("2027-04-12"), {council}, RoutePreference::kEarliest)));
  EXPECT_EQ("2027-05-31",
            DaysOf(FindRoute(D("2027-04-13"), {council}, RoutePreference::kEarliest)));
}

TEST(Route, MissedLastDayTellsGapAndNearestFix) {
  std::vector<HopChoices> hops = AnnualReport();
  hops[1].by = D("2027-03-22");  // only 3 March is left, and the committees end on 4 March
  const RouteFound found = FindRoute(D("2027-01-30"), hops, RoutePreference::kLatest);
  ASSERT_FALSE(found.fits);
  EXPECT_EQ(1U, found.stuck_at);
  EXPECT_EQ(Days{2}, found.gap) << "the board's first possible meeting is 24 March";
  EXPECT_EQ(Days{15}, found.earlier) << "4 March to 17 February";
  EXPECT_EQ("2027-02-16+2027-02-25 > 2027-03-24 > (2027-04-28) > 2027-05-31", DaysOf(found));
}

TEST(Route, NoMeetingLeftTellsNoGap) {
  const RouteFound found = FindRoute(D("2027-03-01"), AnnualReport(), RoutePreference::kEarliest);
  ASSERT_FALSE(found.fits);
  EXPECT_EQ(0U, found.stuck_at);
  EXPECT_EQ(Days{0}, found.gap);
  EXPECT_EQ(Days{18}, found.earlier) << "the second committee's last item deadline is 11 February";
  EXPECT_EQ("", DaysOf(found));
}

TEST(Route, NoMeetingWithinTheLimitsTellsNoFix) {
  std::vector<HopChoices> hops = AnnualReport();
  hops[3].not_before = D("2027-06-22");
  const RouteFound found = FindRoute(D("2027-01-10"), hops, RoutePreference::kEarliest);
  ASSERT_FALSE(found.fits);
  EXPECT_EQ(3U, found.stuck_at);
  EXPECT_EQ(Days{0}, found.gap);
  EXPECT_EQ(std::nullopt, found.earlier);
}

TEST(Route, PartyCountsWorkingDays) {
  HopChoices unions;
  unions.takes_working_days = 10;  // Easter lies between
  const RouteFound found = FindRoute(D("2027-03-18"), {unions}, RoutePreference::kLatest);
  ASSERT_TRUE(found.fits);
  EXPECT_EQ("(2027-04-05)", DaysOf(found));
  unions.by = D("2027-04-02");
  const RouteFound late = FindRoute(D("2027-03-18"), {unions}, RoutePreference::kLatest);
  ASSERT_FALSE(late.fits);
  EXPECT_EQ(Days{3}, late.gap);
  EXPECT_EQ(Days{1}, late.earlier);
  EXPECT_TRUE(FindRoute(D("2027-03-17"), {unions}, RoutePreference::kLatest).fits);
}

TEST(Route, OfTwoMeetingsOnADayTheOneThatHelpsTheNextHop) {
  HopChoices board;
  board.bodies = {Meetings(
      {{"2027-03-03", "2027-02-17", "2027-03-20"}, {"2027-03-03", "2027-02-20", "2027-03-10"}})};
  HopChoices council;
  council.bodies = {Meetings(
      {{"2027-04-01", "2027-03-12", "2027-04-08"}, {"2027-04-26", "2027-04-12", "2027-05-03"}})};
  const RouteFound found = FindRoute(D("2027-02-01"), {board, council}, RoutePreference::kEarliest);
  EXPECT_EQ("2027-03-03 > 2027-04-01", DaysOf(found));
  EXPECT_EQ(1U, found.hops[0].meetings[0].index);
}

TEST(Route, WithoutHopsFits) {
  EXPECT_TRUE(FindRoute(D("2027-02-01"), {}, RoutePreference::kLatest).fits);
}

// --- against brute force ----------------------------------------------------------------------

struct Plan {
  Day ready;
  std::vector<HopChoices> hops;
};

std::string Describe(const Plan& plan) {
  std::ostringstream out;
  out << "ready " << FormatDay(plan.ready) << "\n";
  for (const HopChoices& hop : plan.hops) {
    out << "hop";
    if (hop.by) out << " by " << FormatDay(*hop.by);
    if (hop.not_before) out << " not before " << FormatDay(*hop.not_before);
    if (hop.bodies.empty()) {
      out << " party takes "
          << (hop.takes_working_days ? *hop.takes_working_days : hop.takes.count())
          << (hop.takes_working_days ? " working days" : " days");
    }
    out << "\n";
    for (const HopChoices::BodyChoices& body : hop.bodies) {
      out << "  body\n";
      for (const Carrier& carrier : body.meetings) {
        out << "    " << FormatDay(carrier.day) << " item deadline "
            << FormatDay(carrier.item_deadline) << " hand-over " << FormatDay(carrier.hand_over)
            << "\n";
      }
    }
  }
  return out.str();
}

class RandomPlans {
 public:
  explicit RandomPlans(unsigned seed) : random_(seed) {}

  Plan Next() {
    Plan plan;
    plan.ready = D("2027-01-01") + Days{Upto(20)};
    const int hop_count = 1 + Upto(3);
    const bool orderly = Upto(3) == 0;  // deadlines and hand-overs rise with the meetings
    for (int i = 0; i < hop_count; ++i) plan.hops.push_back(NextHop(i, orderly));
    return plan;
  }

 private:
  int Upto(int last) { return std::uniform_int_distribution<int>(0, last)(random_); }

  HopChoices NextHop(int place, bool orderly) {
    HopChoices hop;
    const Day around = D("2027-01-01") + Days{20 + 25 * place};
    if (Upto(3) == 0) {
      if (Upto(1) == 0) {
        hop.takes_working_days = Upto(8);
      } else {
        hop.takes = Days{Upto(15)};
      }
    } else {
      const int body_count = Upto(4) == 0 ? 3 : 1 + Upto(1);
      for (int i = 0; i < body_count; ++i) hop.bodies.push_back(NextBody(around, orderly));
    }
    if (Upto(2) == 0) hop.by = around + Days{10 + Upto(40)};
    if (Upto(4) == 0) hop.not_before = around - Days{10} + Days{Upto(30)};
    return hop;
  }

  HopChoices::BodyChoices NextBody(Day around, bool orderly) {
    HopChoices::BodyChoices body;
    const int count = Upto(9) == 0 ? 0 : 1 + Upto(3);
    for (int i = 0; i < count; ++i) {
      Carrier carrier;
      carrier.day = around + Days{Upto(50)};
      carrier.item_deadline = carrier.day - Days{orderly ? 10 : Upto(25)};
      carrier.hand_over = carrier.day + Days{orderly ? 7 : Upto(20)};
      body.meetings.push_back(carrier);
    }
    std::stable_sort(body.meetings.begin(), body.meetings.end(),
                     [](const Carrier& a, const Carrier& b) { return a.day < b.day; });
    for (std::size_t i = 0; i < body.meetings.size(); ++i) body.meetings[i].index = i;
    return body;
  }

  std::mt19937 random_;
};

// Tries every choice of a meeting for every body of every hop, with the contract's own words and
// nothing clever.
class BruteForce {
 public:
  explicit BruteForce(const Plan& plan) : plan_(plan) { Enter(0, plan.ready); }

  bool fits() const { return !earliest_.empty() || plan_.hops.empty(); }
  // The chosen indices, hop by hop, body by body.
  const std::vector<std::vector<std::size_t>>& earliest() const { return earliest_; }
  const std::vector<std::vector<std::size_t>>& latest() const { return latest_; }
  std::size_t stuck_at() const { return reached_; }
  Days gap() const { return gap_ ? *gap_ : Days{0}; }
  std::optional<Days> earlier() const { return earlier_; }

 private:
  // Every way to pass hop `at`, got on the day `gets`; all hops before are within their limits.
  void Enter(std::size_t at, Day gets) {
    if (at == plan_.hops.size()) {
      Compare();
      reached_ = at;
      return;
    }
    if (at > reached_ || at == 0) {
      reached_ = std::max(at, reached_);
      gap_.reset();
      earlier_.reset();
    }
    const HopChoices& hop = plan_.hops[at];
    if (hop.bodies.empty()) {
      Day done =
          hop.takes_working_days ? AddWorkingDays(gets, *hop.takes_working_days) : gets + hop.takes;
      if (hop.not_before) done = std::max(done, *hop.not_before);
      if (!hop.by || done <= *hop.by) {
        chosen_.emplace_back();
        Enter(at + 1, done);
        chosen_.pop_back();
      } else if (at == reached_) {
        TellGap(done - *hop.by);
        for (int days = 1; days < 400; ++days) {
          Day sooner = hop.takes_working_days
                           ? AddWorkingDays(gets - Days{days}, *hop.takes_working_days)
                           : gets - Days{days} + hop.takes;
          if (hop.not_before) sooner = std::max(sooner, *hop.not_before);
          if (sooner > *hop.by) continue;
          TellEarlier(Days{days});
          break;
        }
      }
      return;
    }
    chosen_.emplace_back();
    ChooseFor(at, 0, gets, Day::min(), Days{0}, Days{0}, false);
    chosen_.pop_back();
  }

  // `over`: by how much the choices made for this hop miss its `by`; `short_of`: how much too late
  // the report comes for them; `lost`: a choice that nothing in time was made of.
  void ChooseFor(std::size_t at, std::size_t body, Day gets, Day done, Days over, Days short_of,
                 bool before) {
    const HopChoices& hop = plan_.hops[at];
    if (body == hop.bodies.size()) {
      if (before) return;
      if (over == Days{0} && short_of == Days{0}) {
        Enter(at + 1, done);
        return;
      }
      if (at != reached_) return;
      if (short_of == Days{0}) TellGap(over);
      if (over == Days{0}) TellEarlier(short_of);
      return;
    }
    for (const Carrier& carrier : hop.bodies[body].meetings) {
      const Days late = std::max(Days{0}, gets - carrier.item_deadline);
      const Days past = hop.by ? std::max(Days{0}, carrier.day - *hop.by) : Days{0};
      const bool too_soon = hop.not_before && carrier.day < *hop.not_before;
      chosen_.back().push_back(carrier.index);
      ChooseFor(at, body + 1, gets, std::max(done, carrier.hand_over), std::max(over, past),
                std::max(short_of, late), before || too_soon);
      chosen_.back().pop_back();
    }
  }

  void TellGap(Days days) { gap_ = gap_ ? std::min(*gap_, days) : days; }
  void TellEarlier(Days days) { earlier_ = earlier_ ? std::min(*earlier_, days) : days; }

  const Carrier& CarrierOf(std::size_t hop, std::size_t body, std::size_t index) const {
    return plan_.hops[hop].bodies[body].meetings[index];
  }

  // The objective, hop by hop from the first: meeting day, then hand-over, then place in the list.
  std::vector<long> EarliestKey() const {
    std::vector<long> key;
    for (std::size_t hop = 0; hop < chosen_.size(); ++hop) {
      for (std::size_t body = 0; body < chosen_[hop].size(); ++body) {
        const Carrier& carrier = CarrierOf(hop, body, chosen_[hop][body]);
        key.push_back(carrier.day.time_since_epoch().count());
        key.push_back(carrier.hand_over.time_since_epoch().count());
        key.push_back(static_cast<long>(carrier.index));
      }
    }
    return key;
  }
  // From the last hop: meeting day, then item deadline, both as late as can be, then place.
  std::vector<long> LatestKey() const {
    std::vector<long> key;
    for (std::size_t hop = chosen_.size(); hop-- > 0;) {
      for (std::size_t body = 0; body < chosen_[hop].size(); ++body) {
        const Carrier& carrier = CarrierOf(hop, body, chosen_[hop][body]);
        key.push_back(-carrier.day.time_since_epoch().count());
        key.push_back(-carrier.item_deadline.time_since_epoch().count());
        key.push_back(static_cast<long>(carrier.index));
      }
    }
    return key;
  }
  // Only the meeting days, hop by hop in the order the preference asks.
  std::vector<long> DayKey(const std::vector<std::vector<std::size_t>>& chosen, bool latest) const {
    std::vector<long> key;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      const std::size_t hop = latest ? chosen.size() - 1 - i : i;
      for (std::size_t body = 0; body < chosen[hop].size(); ++body) {
        const long day = CarrierOf(hop, body, chosen[hop][body]).day.time_since_epoch().count();
        key.push_back(latest ? -day : day);
      }
    }
    return key;
  }

  void Compare() {
    const std::vector<long> early = EarliestKey();
    const std::vector<long> late = LatestKey();
    if (earliest_.empty() || early < earliest_key_) {
      earliest_ = chosen_;
      earliest_key_ = early;
    }
    if (latest_.empty() || late < latest_key_) {
      latest_ = chosen_;
      latest_key_ = late;
    }
    const std::vector<long> early_days = DayKey(chosen_, false);
    const std::vector<long> late_days = DayKey(chosen_, true);
    if (best_early_days_.empty() || early_days < best_early_days_) best_early_days_ = early_days;
    if (best_late_days_.empty() || late_days < best_late_days_) best_late_days_ = late_days;
  }

 public:
  // Among two meetings on a day the tie must never cost a day anywhere in the route.
  bool TiesCostNothing() const {
    return DayKey(earliest_, false) == best_early_days_ && DayKey(latest_, true) == best_late_days_;
  }

 private:
  const Plan& plan_;
  std::vector<std::vector<std::size_t>> chosen_;
  std::vector<std::vector<std::size_t>> earliest_, latest_;
  std::vector<long> earliest_key_, latest_key_, best_early_days_, best_late_days_;
  std::size_t reached_ = 0;
  std::optional<Days> gap_, earlier_;
};

std::vector<std::vector<std::size_t>> IndicesOf(const RouteFound& found) {
  std::vector<std::vector<std::size_t>> indices;
  for (const RouteFound::HopResult& hop : found.hops) {
    indices.emplace_back();
    for (const Carrier& carrier : hop.meetings) indices.back().push_back(carrier.index);
  }
  return indices;
}

// Every hop's `gets` and `done` follow from its meetings.
bool TimesHold(const Plan& plan, const RouteFound& found) {
  Day gets = plan.ready;
  for (std::size_t i = 0; i < found.hops.size(); ++i) {
    const RouteFound::HopResult& hop = found.hops[i];
    if (hop.gets != gets) return false;
    Day done = Day::min();
    for (const Carrier& carrier : hop.meetings) {
      if (carrier.item_deadline < gets) return false;
      done = std::max(done, carrier.hand_over);
    }
    if (!hop.meetings.empty() && hop.done != done) return false;
    gets = hop.done;
  }
  return true;
}

TEST(Route, EqualsBruteForceOnTenThousandPlans) {
  constexpr unsigned kSeed = 20271120;
  RandomPlans plans(kSeed);
  int fitting = 0;
  for (int i = 0; i < 10'000; ++i) {
    const Plan plan = plans.Next();
    const BruteForce truth(plan);
    const RouteFound early = FindRoute(plan.ready, plan.hops, RoutePreference::kEarliest);
    const RouteFound late = FindRoute(plan.ready, plan.hops, RoutePreference::kLatest);
    SCOPED_TRACE("plan " + std::to_string(i) + " of seed " + std::to_string(kSeed) + "\n" +
                 Describe(plan));
    ASSERT_EQ(truth.fits(), early.fits);
    ASSERT_EQ(truth.fits(), late.fits);
    ASSERT_TRUE(TimesHold(plan, early));
    ASSERT_TRUE(TimesHold(plan, late));
    if (truth.fits()) {
      ++fitting;
      ASSERT_EQ(truth.earliest(), IndicesOf(early));
      ASSERT_EQ(truth.latest(), IndicesOf(late));
      ASSERT_TRUE(truth.TiesCostNothing());
      continue;
    }
    for (const RouteFound& found : {early, late}) {
      ASSERT_EQ(truth.stuck_at(), found.stuck_at);
      ASSERT_EQ(truth.gap(), found.gap);
      ASSERT_EQ(truth.earlier(), found.earlier);
    }
  }
  EXPECT_GT(fitting, 3'000) << "the plans must try both sides";
  EXPECT_LT(fitting, 7'000) << "the plans must try both sides";
}

}  // namespace
}  // namespace rytm
