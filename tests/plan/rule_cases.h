// The rule files in cases/build, read and built, and a plan as the lines its tables are written in.
#pragma once

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "plan/build.h"
#include "tests/organisation/rule_files.h"

namespace rytm::testing {

inline std::filesystem::path BuildCases() { return SourceDir() / "tests/plan/cases/build"; }

inline Organisation ReadRules(const std::string& name, const std::string& text) {
  static const RuleFilesFromDisk files;
  const Result<Organisation> read = files.Read(name, text);
  if (read.ok()) return read.value();
  ADD_FAILURE() << InWords(read.error());
  return {};
}

inline Organisation ReadBuildCase(const std::string& name) {
  return ReadRules(name + ".json", ReadText(BuildCases() / (name + ".json")));
}

inline Organisation ReadDemo() {
  RuleFilesFromDisk files;
  files.AddTemplateFile(SourceDir() / "calendar/templates/sweden-municipality@1.json");
  const Result<Organisation> read =
      files.Read("organisation.json", ReadText(SourceDir() / "calendar/demo/organisation.json"));
  if (read.ok()) return read.value();
  ADD_FAILURE() << InWords(read.error());
  return {};
}

inline Plan BuildCase(const Organisation& organisation, const BuildOptions& options = {},
                      const PlanState& state = {}) {
  const Result<Plan> plan = Build(organisation, options, state);
  if (plan.ok()) return plan.value();
  ADD_FAILURE() << InWords(plan.error());
  return {};
}

inline std::string TimeOf(const Item& item) {
  if (!item.at) return "";
  return " " + FormatTimeOfDay(*item.at) + "-" + FormatTimeOfDay(*item.at + item.lasts);
}

// What is out of the ordinary: "inställt, från 2027-02-03, @hemgarden, med ks".
inline std::string MarksOf(const Item& item) {
  std::string marks;
  const auto add = [&](const std::string& mark) { marks += (marks.empty() ? "" : ", ") + mark; };
  if (item.cancelled) add("inställt");
  if (item.status == MeetingStatus::kReserve) add("reserv");
  if (item.status == MeetingStatus::kIfNeeded) add("vid behov");
  if (item.added) add("tillagt");
  if (item.past_when_added) add("redan passerat");
  if (item.moved_from) add("från " + FormatDay(*item.moved_from));
  if (!item.place.empty()) add("@" + item.place);
  for (const std::string& body : item.with) add("med " + body);
  for (const Business& business : item.business)
    add(business.report + " " + business.period + (business.decides ? " beslut" : ""));
  return marks;
}

// What Build notices itself; the families of findings have tables of their own.
inline bool NoticedWhileBuilding(const Finding& finding) {
  static const std::set<std::string, std::less<>> checks = {"base-cancelled",
                                                            "chain-order",
                                                            "dialogue-delayed",
                                                            "dialogue-without-day",
                                                            "exception-without-meeting",
                                                            "exception-without-step",
                                                            "policy-gave-up",
                                                            "policy-warning",
                                                            "step-meeting-missing"};
  return checks.contains(finding.check);
}

inline std::vector<std::string> ListOf(const Plan& plan) {
  std::vector<std::string> lines;
  for (const Item& item : plan.items) {
    std::string line = FormatDay(item.day);
    if (item.days > 1) line += " +" + std::to_string(item.days - 1);
    line += TimeOf(item) + " | " + item.id.substr(item.id.find('.') + 1) + " | " + item.title.sv;
    const std::string marks = MarksOf(item);
    lines.push_back(marks.empty() ? line : line + " | " + marks);
  }
  for (const Finding& finding : plan.findings)
    if (NoticedWhileBuilding(finding))
      lines.push_back("! " + finding.check + " | " + FormatDay(finding.day));
  return lines;
}

inline void ExpectSaysWhy(const Item& item) {
  EXPECT_FALSE(item.why.empty()) << item.id;
  for (const Reason& reason : item.why) {
    const std::string swedish = rytm::InWords(reason, Language::kSwedish);
    EXPECT_FALSE(swedish.empty()) << item.id;
    EXPECT_NE(swedish, rytm::InWords(reason, Language::kEnglish)) << item.id;
    EXPECT_FALSE(reason.pointer.empty()) << item.id << ": " << swedish;
  }
}

}  // namespace rytm::testing
