// Files nobody meant well with, and good files with one thing spoiled: always a clean answer.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>

#include "base/json.h"
#include "base/text_check.h"
#include "tests/organisation/rule_files.h"

namespace rytm {
namespace {

using testing::InWords;
using testing::ReadText;
using testing::RuleFilesFromDisk;
using testing::SourceDir;

constexpr const char* kHead =
    R"({"organisation": {"id": "ekeby", "name": "Ekeby", "host": "ekeby.example"},
        "window": {"from": "2027-01-01", "until": "2030-12-31"}, )";

// What every refusal owes its reader.
void ExpectWellTold(const Error& error, const std::string& name) {
  ASSERT_FALSE(error.problems.empty()) << name;
  EXPECT_LE(error.problems.size(), kProblemsMax) << name;
  for (const Problem& problem : error.problems) {
    EXPECT_FALSE(problem.file.empty()) << name;
    EXPECT_FALSE(problem.what.sv.empty()) << name;
    EXPECT_FALSE(problem.what.en.empty()) << name;
    EXPECT_EQ(std::nullopt, FindInvalidUtf8(problem.what.sv + problem.instead.sv)) << name;
    EXPECT_LT(problem.what.sv.size(), 1000u) << name;
  }
}

class Hostile : public ::testing::Test {
 protected:
  // Guides have nothing to do with this, and take time.
  Hostile() { files_.files().guides.resize(1); }

  void ExpectRefused(const std::string& text, const std::string& name) {
    const Result<Organisation> read = files_.Read("file.json", text);
    ASSERT_FALSE(read.ok()) << name;
    ExpectWellTold(read.error(), name);
  }

  RuleFilesFromDisk files_;
};

TEST_F(Hostile, WhatIsNoRuleFileAtAll) {
  const std::pair<const char*, std::string> texts[] = {
      {"empty", ""},
      {"one byte", "{"},
      {"null", "null"},
      {"a number", "7"},
      {"a text", "\"ekeby\""},
      {"an empty list", "[]"},
      {"an empty object", "{}"},
      {"HTML", "<!DOCTYPE html><html><body>Logga in</body></html>"},
      {"Latin-1", "{\"organisation\": {\"name\": \"S\xf6rby\"}}"},
      {"UTF-16", std::string("{\0\"\0o\0", 6)},
      {"NUL in a text", std::string("{\"a\": \"\0\"}", 9)},
      {"a lone surrogate", "{\"organisation\": {\"name\": \"\\ud800\"}}"},
      {"nested 100 000 deep", std::string(100'000, '[')},
      {"the same key twice", "{\"bodies\": [], \"bodies\": []}"},
      {"numbers beyond all", "{\"window\": 1e999}"},
  };
  for (const auto& [name, text] : texts) ExpectRefused(text, name);
}

TEST_F(Hostile, FiftyMegabytesAreTooLarge) {
  const std::string text = "{\"bodies\": \"" + std::string(50'000'000, 'x') + "\"}";
  const Result<Organisation> read = files_.Read("file.json", text);
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(ErrorCode::kTooLarge, read.error().code);
}

std::string Repeat(std::size_t count, const std::function<std::string(std::size_t)>& one) {
  std::string list;
  for (std::size_t i = 0; i < count; ++i) list += (i == 0 ? "" : ",") + one(i);
  return list;
}

// Within the file's size, but more of one thing than any organisation has.
TEST_F(Hostile, TooMuchOfOneThing) {
  const auto number = [](std::size_t i) { return std::to_string(i); };
  const std::string body = R"({"id": "kf", "kind": "council", "name": "KF", "series": [)";
  const std::string series = R"({"id": "meeting", "at": "18:00", "lasts": "PT3H", "when": )";
  const std::pair<const char*, std::string> texts[] = {
      {"bodies", "\"bodies\": [" +
                     Repeat(20'000,
                            [&](std::size_t i) {
                              return R"({"id": "b)" + number(i) +
                                     R"(", "kind": "committee", "name": "N"})";
                            }) +
                     "]"},
      {"series",
       "\"bodies\": [" + body +
           Repeat(10'000, [&](std::size_t i) { return R"({"id": "s)" + number(i) + R"("})"; }) +
           "]}]"},
      {"dates", "\"bodies\": [" + body + series + R"({"dates": [)" +
                    Repeat(100'000, [](std::size_t) { return "\"2027-02-03\""; }) + "]}}]}]"},
      {"parts", "\"bodies\": [" + body + series + "[" +
                    Repeat(30'000,
                           [](std::size_t) {
                             return R"({"rrule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"})";
                           }) +
                    "]}]}]"},
      {"a rule of a megabyte", "\"bodies\": [" + body + series + R"({"rrule": "FREQ=DAILY;BYDAY=)" +
                                   Repeat(300'000, [](std::size_t) { return "MO"; }) + "\"}}]}]"},
      {"steps, each before another", R"("bodies": [], "chains": {"board": [)" +
                                         Repeat(30'000,
                                                [&](std::size_t i) {
                                                  return R"({"id": "s)" + number(i) +
                                                         R"(", "before": "s0"})";
                                                }) +
                                         "]}"},
      {"chains", R"("bodies": [], "chains": {)" +
                     Repeat(20'000, [&](std::size_t i) { return "\"c" + number(i) + "\": []"; }) +
                     "}"},
      {"reports", R"("bodies": [], "reports": [)" +
                      Repeat(30'000,
                             [&](std::size_t i) {
                               return R"({"id": "r)" + number(i) + R"(", "after": "r)" +
                                      number(i + 1) + "\"}";
                             }) +
                      "]"},
      {"an id of a megabyte", "\"bodies\": [{\"id\": \"" + std::string(1'000'000, 'a') + "\"}]"},
      {"a name of a megabyte", R"("bodies": [{"id": "kf", "kind": "council", "name": ")" +
                                   std::string(1'000'000, 'a') + "\"}]"},
      {"a key of a megabyte", "\"" + std::string(1'000'000, 'a') + "\": 1, \"bodies\": []"},
  };
  for (const auto& [name, text] : texts) {
    ASSERT_LT(text.size(), kRuleFileBytesMax) << name;
    ExpectRefused(kHead + text + "}", name);
  }
}

// The longest ring that fits: each body counts from the next, the last from the first.
TEST_F(Hostile, ARingOfAllBodies) {
  const std::string bodies = Repeat(kBodiesMax, [](std::size_t i) {
    const std::string next = std::to_string((i + 1) % kBodiesMax);
    return R"({"id": "b)" + std::to_string(i) +
           R"(", "kind": "committee", "name": "N", "series": [{"id": "meeting",
      "at": "13:00", "lasts": "PT3H", "when": {"from": "b)" +
           next + R"(/meeting", "days": -1}}]})";
  });
  const Result<Organisation> read =
      files_.Read("file.json", kHead + ("\"bodies\": [" + bodies) + "]}");
  ASSERT_FALSE(read.ok());
  ASSERT_EQ(1u, read.error().problems.size());
  EXPECT_EQ("/bodies/0/series/0/when/from", read.error().problems[0].pointer);
  EXPECT_THAT(read.error().problems[0].what.sv, ::testing::HasSubstr("b0/meeting → b1/meeting → "));
}

// --- one thing spoiled --------------------------------------------------------------------------

void EachValue(Json& value, const std::function<void(Json&)>& visit) {
  visit(value);
  if (JsonObject* object = value.if_object()) {
    for (auto& member : *object) EachValue(member.value(), visit);
  } else if (JsonArray* list = value.if_array()) {
    for (Json& element : *list) EachValue(element, visit);
  }
}

const std::vector<Json>& Spoilt() {
  static const std::vector<Json> values{nullptr,
                                        true,
                                        7,
                                        -1.5,
                                        "x",
                                        "",
                                        JsonArray{},
                                        JsonObject{},
                                        JsonArray{JsonArray{}},
                                        JsonObject{{"id", "x"}},
                                        "2027-02-03"};
  return values;
}

class SpoiltFile : public Hostile {
 protected:
  SpoiltFile() {
    files_.AddTemplateFile(SourceDir() / "tests/organisation/cases/test@1.json");
    good_ = ParseJson(ReadText(SourceDir() / "tests/organisation/cases/ekeby.json"), "").value();
    good_.get_object()["template"] = "test@1";
    good_.at("dialogues").get_array().resize(1);
  }

  // Puts each value in the place of each value of the good file, every `step`-th time.
  int SpoilEach(std::size_t step) {
    int reads = 0;
    std::size_t turn = 0;
    EachValue(good_, [&](Json& place) {
      for (const Json& spoilt : Spoilt()) {
        if (turn++ % step != 0) continue;
        const Json right = place;
        place = spoilt;
        const Result<Organisation> read = files_.Read("file.json", WriteJsonCompact(good_));
        if (!read.ok()) ExpectWellTold(read.error(), WriteJsonCompact(right));
        place = right;
        ++reads;
      }
    });
    return reads;
  }

  Json good_;
};

TEST_F(SpoiltFile, GetsACleanAnswer) { EXPECT_GT(SpoilEach(71), 40); }

// The schema stands before the reader, but the reader must not lean on it.
TEST_F(SpoiltFile, GetsACleanAnswerFromTheReaderAlone) {
  constexpr const char* kAnything = R"({"definitions": {}})";
  files_.files().schemas = {kAnything, kAnything, kAnything, kAnything};
  EXPECT_GT(SpoilEach(9), 400);
}

TEST_F(SpoiltFile, LosingAKeyGetsACleanAnswer) {
  constexpr const char* kAnything = R"({"definitions": {}})";
  files_.files().schemas = {kAnything, kAnything, kAnything, kAnything};
  EachValue(good_, [&](Json& place) {
    if (!place.is_object()) return;
    const JsonObject whole = place.get_object();
    for (const auto& member : whole) {
      place.get_object().erase(member.key());
      const Result<Organisation> read = files_.Read("file.json", WriteJsonCompact(good_));
      if (!read.ok()) ExpectWellTold(read.error(), std::string(member.key()));
      place = whole;
    }
  });
}

// --- order --------------------------------------------------------------------------------------

std::string Describe(const Organisation& organisation) {
  std::vector<std::string> lines;
  for (const Body& body : organisation.bodies) {
    std::string line = body.id + " " + body.name.sv + " of " + body.of +
                       FormatDay(Day{date::year{2027} / body.term_start});
    for (const Series& series : body.series) {
      line += " " + series.id + " " + series.chain + std::to_string(series.when.size()) +
              std::to_string(series.exceptions.size()) + FormatTimeOfDay(series.at);
    }
    lines.push_back(line);
  }
  for (const Chain& chain : organisation.chains) {
    std::string line = chain.id;
    for (const ChainStep& step : chain.steps)
      line += " " + step.id + std::to_string(step.offset.days);
    lines.push_back(line);
  }
  for (const Report& report : organisation.reports) {
    std::string line = report.id + " after " + report.after;
    for (const Hop& hop : report.route) line += " " + hop.id + hop.party.sv;
    lines.push_back(line);
  }
  for (const Dialogue& dialogue : organisation.dialogues) lines.push_back(dialogue.id);
  std::sort(lines.begin(), lines.end());
  std::string all;
  for (const std::string& line : lines) all += line + "\n";
  return all;
}

TEST_F(Hostile, TheOrderOfBodiesAndReportsMeansNothing) {
  Json file = ParseJson(ReadText(SourceDir() / "tests/organisation/cases/ekeby.json"), "").value();
  for (Json& dialogue : file.at("dialogues").get_array()) dialogue.get_object().erase("guide");
  const Result<Organisation> first = files_.Read("file.json", WriteJson(file));
  ASSERT_TRUE(first.ok()) << InWords(first.error());
  std::mt19937 random(20270203);
  for (int i = 0; i < 10; ++i) {
    for (const char* key : {"bodies", "reports", "dialogues", "places"}) {
      JsonArray& list = file.at(key).get_array();
      std::shuffle(list.begin(), list.end(), random);
    }
    const Result<Organisation> read = files_.Read("file.json", WriteJson(file));
    ASSERT_TRUE(read.ok()) << InWords(read.error());
    EXPECT_EQ(Describe(first.value()), Describe(read.value()));
  }
}

}  // namespace
}  // namespace rytm
