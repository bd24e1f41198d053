// What counts from itself in the end: meetings, reports, steps, bodies. The ring is named.
#include <algorithm>
#include <map>

#include "organisation/check.h"

namespace rytm {
namespace {

// Things that wait for each other, by name. Each is told once, in one ring that it stands in.
class Waiting {
 public:
  // `pointer`: where it says so.
  void Add(const std::string& name) {
    if (index_.emplace(name, names_.size()).second) {
      names_.push_back(name);
      edges_.emplace_back();
    }
  }
  void Add(const std::string& name, const std::string& waits_for, std::string pointer) {
    Add(name);
    Add(waits_for);
    edges_[index_.at(name)].push_back({index_.at(waits_for), std::move(pointer)});
  }

  void TellRings(const Checker& checker, const Text& what, const Text& instead) {
    state_.assign(names_.size(), State::kNew);
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (state_[i] == State::kNew) Visit(i, checker, what, instead);
    }
  }

 private:
  enum class State { kNew, kOnTheWay, kDone };
  struct Edge {
    std::size_t to;
    std::string pointer;
  };

  // Depth first without recursion: a hostile file can chain thousands of series.
  void Visit(std::size_t start, const Checker& checker, const Text& what, const Text& instead) {
    std::vector<std::pair<std::size_t, std::size_t>> way{{start, 0}};  // node, next edge
    state_[start] = State::kOnTheWay;
    while (!way.empty()) {
      auto& [node, next] = way.back();
      if (next == edges_[node].size()) {
        state_[node] = State::kDone;
        way.pop_back();
        continue;
      }
      const Edge& edge = edges_[node][next++];
      if (state_[edge.to] == State::kNew) {
        state_[edge.to] = State::kOnTheWay;
        way.emplace_back(edge.to, 0);
      } else if (state_[edge.to] == State::kOnTheWay) {
        TellRing(way, edge, checker, what, instead);
      }
    }
  }

  void TellRing(const std::vector<std::pair<std::size_t, std::size_t>>& way, const Edge& closing,
                const Checker& checker, const Text& what, const Text& instead) const {
    const auto first = std::find_if(way.begin(), way.end(),
                                    [&](const auto& step) { return step.first == closing.to; });
    std::string ring;
    for (auto step = first; step != way.end(); ++step) ring += names_[step->first] + " → ";
    ring += names_[closing.to];
    // Where the ring begins: the edge that its first thing was left by.
    const Edge& leaving = edges_[first->first][first->second - 1];
    checker.Tell(leaving.pointer, {what.sv + ": " + ring + ".", what.en + ": " + ring + "."},
                 instead);
  }

  std::vector<std::string> names_;
  std::vector<std::vector<Edge>> edges_;
  std::map<std::string, std::size_t, std::less<>> index_;
  std::vector<State> state_;
};

std::string Name(const SeriesRef& ref) { return ref.body + "/" + ref.series; }

void AddWhen(const When& when, const std::string& body, const std::string& name, Waiting& waiting) {
  if (const auto* offset = std::get_if<Offset>(&when.rule)) {
    waiting.Add(name, Name(offset->from), when.pointer + "/from");
  } else if (const auto* meetings = std::get_if<OnMeetings>(&when.rule)) {
    const SeriesRef from = meetings->from.value_or(SeriesRef{body, std::string(kMainSeries)});
    waiting.Add(name, Name(from), when.pointer + (meetings->from ? "/from" : "/meeting"));
  }
}

void CheckSeriesRings(const Checker& checker) {
  Waiting waiting;
  for (const Body& body : checker.organisation().bodies) {
    for (const Series& series : body.series) {
      const std::string name = Name({body.id, series.id});
      waiting.Add(name);
      for (const When& when : series.when) AddWhen(when, body.id, name, waiting);
      for (const SeriesRef& other : series.avoid) {
        waiting.Add(name, Name(other), checker.Find(series.pointer, "avoid", Name(other)));
      }
    }
  }
  waiting.TellRings(
      checker,
      {"De här mötena räknas från eller undviker varandra i en ring",
       "These meetings count from or avoid each other in a ring"},
      {"Låt ett av dem ha en egen regel.", "Let one of them have a rule of its own."});
}

void CheckBodyRings(const Checker& checker) {
  Waiting parents;
  Waiting predecessors;
  for (const Body& body : checker.organisation().bodies) {
    if (!body.of.empty()) parents.Add(body.id, body.of, body.pointer + "/of");
    for (const std::string& earlier : body.succeeds) {
      if (earlier == body.id) continue;  // told with the references
      predecessors.Add(body.id, earlier, checker.Find(body.pointer, "succeeds", earlier));
    }
  }
  parents.TellRings(
      checker,
      {"De här organen hör till varandra i en ring", "These bodies belong to each other in a ring"},
      {"Ett organ hör till det som har utsett det.",
       "A body belongs to the one that appointed it."});
  predecessors.TellRings(
      checker,
      {"De här organen efterträder varandra i en ring",
       "These bodies succeed each other in a ring"},
      {"\"succeeds\" nämner det äldre organet.", "\"succeeds\" names the older body."});
}

}  // namespace

void CheckRings(const Checker& checker) {
  CheckSeriesRings(checker);
  CheckBodyRings(checker);
  Waiting reports;
  for (const Report& report : checker.organisation().reports) {
    if (!report.after.empty()) reports.Add(report.id, report.after, report.pointer + "/after");
  }
  reports.TellRings(checker,
                    {"De här rapporterna väntar på varandra i en ring",
                     "These reports wait for each other in a ring"},
                    {"Ta bort \"after\" från en av dem.", "Take \"after\" away from one of them."});
  for (const Chain& chain : checker.organisation().chains) {
    Waiting steps;
    for (const ChainStep& step : chain.steps) {
      if (!step.from.empty()) steps.Add(step.id, step.from, step.pointer + "/from");
    }
    steps.TellRings(checker,
                    {"De här stegen räknas från varandra i en ring",
                     "These steps count from each other in a ring"},
                    {"Räkna ett av dem från mötet: ta bort \"from\".",
                     "Count one of them from the meeting: take \"from\" away."});
  }
}

}  // namespace rytm
