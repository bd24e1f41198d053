// Plans as people keep them: cases/plans/NAME.csv or .txt, and how it is read in NAME.read.
//
// RYTM_UPDATE=1 writes the .read anew and fails; read the difference before it is kept.
#include "organisation/decided_plan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "base/limits.h"
#include "tests/organisation/rule_files.h"

namespace rytm {
namespace {

using testing::ReadText;
using testing::SourceDir;
namespace fs = std::filesystem;

Organisation Sample() {
  Organisation organisation;
  const auto add = [&](const char* id, const char* short_name, const char* name) {
    Body body;
    body.id = id;
    body.short_name = short_name;
    body.name = Text(name);
    organisation.bodies.push_back(std::move(body));
  };
  add("kf", "KF", "Kommunfullmäktige");
  add("ks", "KS", "Kommunstyrelsen");
  add("ksau", "KSAU", "Kommunstyrelsens arbetsutskott");
  add("von", "VON", "Vård- och omsorgsnämnden");
  add("on", "ON", "Omsorgsnämnden");
  return organisation;
}

std::string Shown(const DecidedMeeting& meeting) {
  std::string text = meeting.body + " " + FormatDay(meeting.day);
  if (meeting.days > 1) text += " " + std::to_string(meeting.days) + " dagar";
  if (meeting.at) text += " " + FormatTimeOfDay(*meeting.at);
  if (meeting.lasts) text += " " + FormatLength(*meeting.lasts);
  if (meeting.status == MeetingStatus::kReserve) text += " reserv";
  if (meeting.cancelled) text += " inställt";
  if (!meeting.place.empty()) text += " i " + meeting.place;
  return text;
}

std::string Shown(const Problem& problem) {
  EXPECT_FALSE(problem.what.en.empty()) << problem.what.sv;
  return problem.pointer + ": " + problem.what.sv +
         (problem.instead.sv.empty() ? "" : "\n      → " + problem.instead.sv);
}

std::string Read(const std::string& text, const DecidedPlanOptions& options = {}) {
  const Result<DecidedPlan> plan = ReadDecidedPlan(text, Sample(), options);
  if (!plan.ok()) {
    std::string shown = "vägrad: " + plan.error().message.sv + "\n";
    for (const Problem& problem : plan.error().problems) shown += "    ! " + Shown(problem) + "\n";
    return shown;
  }
  std::string shown = plan.value().reading.sv + "\n";
  for (const DecidedRow& row : plan.value().rows) {
    shown += std::to_string(row.line) + "  " + row.text + "\n";
    for (const DecidedMeeting& meeting : row.meetings) shown += "    " + Shown(meeting) + "\n";
    for (const Problem& problem : row.problems) shown += "    ! " + Shown(problem) + "\n";
    if (!row.note.empty()) shown += "    (" + row.note.sv + ")\n";
    EXPECT_TRUE(row.meetings.empty() || row.problems.empty()) << "half a row: " << row.text;
    EXPECT_FALSE(row.meetings.empty() && row.problems.empty() && row.note.empty())
        << "left out without a word: " << row.text;
  }
  return shown;
}

const fs::path& Cases() {
  static const fs::path cases = SourceDir() / "tests/organisation/cases/plans";
  return cases;
}

std::vector<std::string> Plans() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(Cases()))
    if (entry.path().extension() != ".read") names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

class WrittenPlan : public ::testing::TestWithParam<std::string> {};

TEST_P(WrittenPlan, IsReadRowByRow) {
  const fs::path file = Cases() / GetParam();
  const std::string shown = Read(ReadText(file));
  fs::path expected = file;
  expected.replace_extension(".read");
  if (std::getenv("RYTM_UPDATE") != nullptr) {
    std::ofstream(expected, std::ios::binary) << shown;
    FAIL() << "wrote " << expected;
  }
  EXPECT_EQ(ReadText(expected), shown);
}

std::string TestName(const ::testing::TestParamInfo<std::string>& info) {
  std::string name = info.param.substr(0, info.param.find('.'));
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Case, WrittenPlan, ::testing::ValuesIn(Plans()), TestName);

TEST(DecidedPlan, TakesYearAndBodyFromTheOptions) {
  EXPECT_EQ("lista\n1  13 jan, 3 feb\n    ks 2027-01-13\n    ks 2027-02-03\n",
            Read("13 jan, 3 feb\n", {.year = 2027, .body = "ks"}));
}

TEST(DecidedPlan, LeavesOutOtherBodiesWhenAsked) {
  EXPECT_EQ(
      "lista\n1  Trafiknämnden: 13 jan\n    (Organet finns inte i organisationen: "
      "\"Trafiknämnden\".)\n2  KS: 13 jan\n    ks 2027-01-13\n",
      Read("Trafiknämnden: 13 jan\nKS: 13 jan",
           {.year = 2027, .body = {}, .known_bodies_only = true}));
}

TEST(DecidedPlan, RefusesTooMuch) {
  std::string rows = "Organ;Datum\n";
  for (std::size_t i = 0; i < kPlanRowsMax; ++i) rows += "KS;2027-02-03\n";
  EXPECT_TRUE(Read(rows).starts_with("vägrad: Tabellen har fler än")) << Read(rows).substr(0, 80);
  const std::string line = "KS: " + std::string(kTextBytesMax, '1');
  EXPECT_NE(std::string::npos, Read(line).find("Raden är längre än 4096 byte.")) << Read(line);
}

}  // namespace
}  // namespace rytm
