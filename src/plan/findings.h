// Findings: what a person should look at, one file for each family. Each check is a function of the
// plan as built; none changes a date. Law is told only to the kinds of body it binds.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "cycle/expand.h"
#include "cycle/route.h"
#include "organisation/organisation.h"
#include "plan/plan.h"
#include "plan/work.h"

namespace rytm {

// A report's way as Build found it: what the families about reports look at.
struct RoutedReport {
  const Report* report = nullptr;
  std::string period;  // "2027"
  DaySpan period_days{};
  Text name;  // "Årsredovisning 2026"
  RouteFound found;
  struct HopMeeting {
    std::size_t hop = 0;  // index into report->route
    std::string body;
    std::string item;      // the meeting's item id
    std::string hop_item;  // the hop's own item id
  };
  std::vector<HopMeeting> meetings;
};

// Items and bodies by id. Plan::Find and Organisation::FindBody look through everything: too slow
// for checks that ask about each item.
class ById {
 public:
  ById(const Organisation& organisation, const Plan& plan);
  const Item* FindItem(std::string_view id) const;
  const Body* FindBody(std::string_view id) const;

 private:
  std::unordered_map<std::string_view, const Item*> items_;
  std::unordered_map<std::string_view, const Body*> bodies_;
};

// What the checks see.
struct FindingFacts {
  const Organisation& organisation;
  const Plan& plan;  // items are complete and sorted
  ById by_id;
  const DayFacts& days;
  const std::vector<RoutedReport>& reports;
  std::optional<Day> today;
  const PublishedDays& published;
  Work& work;  // for checks that compare everything with everything
};

using Findings = std::vector<Finding>;
void FindDayTrouble(const FindingFacts& facts, Findings& findings);       // day_findings.cpp
void FindClashes(const FindingFacts& facts, Findings& findings);          // clash_findings.cpp
void FindLawTrouble(const FindingFacts& facts, Findings& findings);       // law_findings.cpp
void FindReportTrouble(const FindingFacts& facts, Findings& findings);    // report_findings.cpp
void FindDialogueTrouble(const FindingFacts& facts, Findings& findings);  // dialogue_findings.cpp
void FindLoadTrouble(const FindingFacts& facts, Findings& findings);      // load_findings.cpp

// All families, and what was noticed while building; sorted by day, severity, key; each key once.
// kTooLarge: more than kFindingsMax.
Result<Findings> FindAll(const FindingFacts& facts, Findings noticed);

}  // namespace rytm
