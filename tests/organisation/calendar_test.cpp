// What stands in calendar/ must read without a word of complaint.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "base/json.h"
#include "base/json_reader.h"
#include "organisation/read_parts.h"
#include "tests/organisation/rule_files.h"

namespace rytm {
namespace {

using testing::InWords;
using testing::ReadText;
using testing::RuleFilesFromDisk;
using testing::SourceDir;
namespace fs = std::filesystem;

std::vector<fs::path> JsonFilesIn(const fs::path& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(SourceDir() / folder)) {
    if (entry.path().extension() == ".json") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

class Calendar : public ::testing::Test {
 protected:
  Calendar() {
    for (const fs::path& path : JsonFilesIn("calendar/templates")) files_.AddTemplateFile(path);
  }
  RuleFilesFromDisk files_;
};

TEST_F(Calendar, EveryRuleFileReads) {
  for (const char* folder : {"calendar/demo", "calendar/published"}) {
    const std::vector<fs::path> paths = JsonFilesIn(folder);
    EXPECT_FALSE(paths.empty()) << folder;
    for (const fs::path& path : paths) {
      const Result<Organisation> read = files_.Read(path.filename().string(), ReadText(path));
      EXPECT_TRUE(read.ok()) << InWords(read.error());
    }
  }
}

// [{"id": "kf"}, {"id": "ks"}, …]: all that the template knows.
std::string EveryBodyOf(const fs::path& path) {
  const Result<Json> json = ParseJson(ReadText(path), path.filename().string());
  JsonArray bodies;
  for (const Json& body : json.value().at("bodies").as_array()) {
    bodies.push_back(JsonObject{{"id", body.at("id")}});
  }
  return WriteJsonCompact(bodies);
}

std::string FileOf(const std::string& template_name, const std::string& bodies) {
  return R"({"organisation": {"id": "ekeby", "name": "Ekeby", "host": "ekeby.example"},
    "template": ")" +
         template_name + R"(", "window": {"from": "2026-10-15", "until": "2030-12-31"},
    "bodies": )" +
         bodies + "}";
}

TEST_F(Calendar, EveryTemplateReadsWithAllItsBodies) {
  for (const fs::path& path : JsonFilesIn("calendar/templates")) {
    const Result<Organisation> read =
        files_.Read("ekeby.json", FileOf(path.stem().string(), EveryBodyOf(path)));
    ASSERT_TRUE(read.ok()) << InWords(read.error());
    EXPECT_FALSE(read.value().dialogues.empty());
  }
}

// A template speaks of bodies that not everybody has.
TEST_F(Calendar, EveryTemplateReadsWithTheFirstOfItsBodiesAlone) {
  for (const fs::path& path : JsonFilesIn("calendar/templates")) {
    const Result<Json> json = ParseJson(ReadText(path), path.filename().string());
    const Json& first = json.value().at("bodies").as_array().at(0);
    const Json only = JsonArray{JsonObject{{"id", first.at("id")}}};
    const Result<Organisation> read =
        files_.Read("ekeby.json", FileOf(path.stem().string(), WriteJsonCompact(only)));
    ASSERT_TRUE(read.ok()) << InWords(read.error());
    EXPECT_EQ(1u, read.value().bodies.size());
  }
}

// What the template says of a room holds until the file says how it is.
TEST_F(Calendar, EveryTemplateHasRoomsWithTheirAccessForTheFileToSayOtherwise) {
  for (const fs::path& path : JsonFilesIn("calendar/templates")) {
    std::string file = FileOf(path.stem().string(), EveryBodyOf(path));
    file.insert(file.rfind('}'), R"(, "places": [{"id": "council-chamber", "address": "Torget 1",
      "access": {"sv": "Hiss", "en": "Lift"}}, {"id": "logen", "name": "Logen"}])");
    const Result<Organisation> read = files_.Read("ekeby.json", file);
    ASSERT_TRUE(read.ok()) << InWords(read.error());
    const Place* council = read.value().FindPlace("council-chamber");
    const Place* committee = read.value().FindPlace("committee-room");
    ASSERT_TRUE(council != nullptr && committee != nullptr && read.value().FindPlace("logen"));
    EXPECT_EQ(Text("Fullmäktigesalen", "Council Chamber"), council->name);
    EXPECT_EQ(Text("Hiss", "Lift"), council->access);
    EXPECT_NE(std::string::npos, committee->access.sv.find("hörslinga"));
    EXPECT_NE(std::string::npos, committee->access.en.find("hearing loop"));
  }
}

// An organisation says what differs, and a secretary can keep it in view.
TEST_F(Calendar, EveryRuleFileIsUnderOneHundredAndFiftyLines) {
  for (const char* folder : {"calendar/demo", "calendar/published"}) {
    for (const fs::path& path : JsonFilesIn(folder)) {
      const std::string text = ReadText(path);
      EXPECT_LT(std::count(text.begin(), text.end(), '\n'), 150) << path;
    }
  }
}

TEST_F(Calendar, EveryGuideOfADialogueFillsItsTime) {
  for (const fs::path& path : JsonFilesIn("calendar/templates")) {
    const Result<Organisation> read =
        files_.Read("ekeby.json", FileOf(path.stem().string(), EveryBodyOf(path)));
    ASSERT_TRUE(read.ok()) << InWords(read.error());
    for (const Dialogue& dialogue : read.value().dialogues) {
      const auto guide = read.value().guides.find(dialogue.guide);
      ASSERT_NE(guide, read.value().guides.end()) << dialogue.id << " has no guide";
      Minutes minutes{0};
      for (const GuideStep& step : guide->second.steps) minutes += step.lasts;
      EXPECT_EQ(minutes.count(), dialogue.lasts.count()) << dialogue.id;
    }
  }
}

class Guides : public ::testing::TestWithParam<fs::path> {
 protected:
  Guides() : text_(ReadText(GetParam())) {
    const Result<Json> json = ParseJson(text_, GetParam().filename().string());
    std::vector<Problem> problems;
    if (json.ok()) guide_ = ReadGuide(JsonReader(json.value(), "guide", problems));
    EXPECT_TRUE(json.ok() && problems.empty());
  }
  std::vector<Text> EveryText() const {
    std::vector<Text> texts{guide_.title, guide_.purpose, guide_.leads, guide_.close};
    texts.insert(texts.end(), guide_.prepare.begin(), guide_.prepare.end());
    for (const GuideStep& step : guide_.steps) texts.push_back(step.question);
    return texts;
  }

  std::string text_;
  Guide guide_;
};

TEST_P(Guides, AreWholeInBothLanguages) {
  for (const Text& text : EveryText()) {
    EXPECT_FALSE(text.sv.empty()) << text.en;
    EXPECT_FALSE(text.en.empty()) << text.sv;
    EXPECT_TRUE(text.sv != text.en || text.sv == "Lunch") << text.sv;
  }
}

// Do the elected know enough to take responsibility and decide?
TEST_P(Guides, HoldTheCentralQuestion) {
  EXPECT_NE(text_.find("ta ansvar"), std::string::npos);
  EXPECT_NE(text_.find("take responsibility"), std::string::npos);
}

// One page each.
TEST_P(Guides, FitOnOnePage) {
  constexpr std::size_t kPageCharacters = 2500;
  std::size_t sv = 0;
  std::size_t en = 0;
  for (const Text& text : EveryText()) {
    sv += text.sv.size();
    en += text.en.size();
  }
  EXPECT_LT(sv, kPageCharacters);
  EXPECT_LT(en, kPageCharacters);
}

// Alone, in pairs, all together, three things to take with us, thanks.
TEST_P(Guides, OfFortyFiveMinutesHaveTheUsualSteps) {
  std::vector<long> minutes;
  for (const GuideStep& step : guide_.steps) minutes.push_back(step.lasts.count());
  EXPECT_EQ(guide_.steps.front().form, GuideStep::Form::kAlone);
  if (std::accumulate(minutes.begin(), minutes.end(), 0L) == 45) {
    EXPECT_EQ(minutes, (std::vector<long>{3, 10, 20, 10, 2}));
  }
}

INSTANTIATE_TEST_SUITE_P(Calendar, Guides, ::testing::ValuesIn(JsonFilesIn("calendar/guides")),
                         [](const auto& one) {
                           std::string name = one.param.stem().string();
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

TEST_F(Calendar, EveryDeadlineOfTheLawHasItsProof) {
  const Result<Organisation> read =
      files_.Read("tibro.json", ReadText(SourceDir() / "calendar/published/tibro-bun-2023.json"));
  ASSERT_TRUE(read.ok()) << InWords(read.error());
  const std::vector<Deadline>& deadlines = read.value().deadlines;
  EXPECT_GE(deadlines.size(), 20u);
  for (const Deadline& deadline : deadlines) {
    EXPECT_NE(std::string::npos, deadline.citation.find("§")) << deadline.id;
    EXPECT_NE(std::string::npos, deadline.source.find("läst ")) << deadline.id;
    EXPECT_FALSE(deadline.name.en.empty()) << deadline.id;
    const bool company = deadline.id.starts_with("ABL");
    for (const BodyKind kind : deadline.kinds) {
      EXPECT_EQ(company, kind == BodyKind::kCompanyBoard)
          << deadline.id << ": company boards have the Companies Act and nothing of the others";
    }
  }
}

struct LawCase {
  const char* id;
  const char* day;  // "--11-30"; "days -7"; "months 2"
  bool election_years_only;
};

TEST_F(Calendar, TheDaysOfTheLawAreTheseToo) {
  const Result<Organisation> read =
      files_.Read("tibro.json", ReadText(SourceDir() / "calendar/published/tibro-bun-2023.json"));
  ASSERT_TRUE(read.ok());
  const LawCase cases[] = {
      {"KL 5:13", "days -7", false},       {"KL 5:15", "days -7", false},
      {"KL 5:24", "--06-30", false},       {"KL 5:69", "days 14", false},
      {"KL 6:35", "days 14", false},       {"KL 8:12", "days 2", false},
      {"KL 11:8", "--10-31", false},       {"KL 11:10", "--11-30", false},
      {"KL 11:10 valår", "--10-15", true}, {"KL 11:11", "--12-31", false},
      {"KL 11:16", "months 2", false},     {"KL 11:20", "--04-15", false},
      {"KL 13:5", "days 21", false},       {"KL 4:31", "--06-30", false},
      {"ABL 7:10", "--06-30", false},      {"KL 5:7", "--02-28", true},
      {"PBL 3:23", "months 24", false},    {"SFS 1965:269 3 a", "days 1", false}};
  for (const LawCase& one : cases) {
    const Deadline* deadline = read.value().FindDeadline(one.id);
    ASSERT_NE(nullptr, deadline) << one.id;
    std::string day;
    if (deadline->days) day = "days " + std::to_string(*deadline->days);
    if (deadline->months) day = "months " + std::to_string(*deadline->months);
    if (deadline->day) day = "-" + FormatDay(Day{date::year{2027} / *deadline->day}).substr(4);
    EXPECT_EQ(one.day, day) << one.id;
    EXPECT_EQ(one.election_years_only, deadline->election_years_only) << one.id;
  }
}

}  // namespace
}  // namespace rytm
