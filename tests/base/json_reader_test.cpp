#include "base/json_reader.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

namespace rytm {
namespace {

enum class Kind { kCouncil, kBoard, kCommittee };
constexpr JsonWord<Kind> kKinds[] = {{"council", Kind::kCouncil},
                                     {"executive-board", Kind::kBoard},
                                     {"committee", Kind::kCommittee}};

Json Parsed(std::string_view text) {
  Result<Json> result = ParseJson(text, "test");
  EXPECT_TRUE(result.ok()) << text;
  return result.ok() ? std::move(result).value() : Json();
}

// What a reading tells, one line a problem: "/pointer: what | instead", in Swedish.
std::vector<std::string> Told(std::string_view text,
                              const std::function<void(const JsonReader&)>& read) {
  const Json json = Parsed(text);
  std::vector<Problem> problems;
  read(JsonReader(json, "test", problems));
  SortInFileOrder(json, "test", problems);
  std::vector<std::string> lines;
  for (const Problem& problem : problems) {
    EXPECT_EQ("test", problem.file);
    EXPECT_FALSE(problem.what.en.empty()) << problem.what.sv;
    lines.push_back(problem.pointer + ": " + problem.what.sv +
                    (problem.instead.empty() ? "" : " | " + problem.instead.sv));
  }
  return lines;
}

using Strings = std::vector<std::string>;

TEST(JsonReader, ReadsABody) {
  const Json json = Parsed(R"({
    "id": "bun", "kind": "committee", "name": {"sv": "Barn- och utbildningsnämnden", "en": "Children"},
    "short": "BUN", "from": "2027-01-01", "term": "--01-01", "at": "13:00", "lasts": "PT4H",
    "weekday": "WE", "every": 4, "listed": true, "weeks": [5, 9], "dates": ["2027-02-03"],
    "shares": ["kf", "ks"], "kinds": ["council", "executive-board"],
    "series": [{"id": "meeting"}], "when": {"id": "part"}, "chains": {"b": {}, "a": {}}
  })");
  std::vector<Problem> problems;
  const JsonReader body(json, "ekeby.json", problems);
  EXPECT_EQ("bun", body.ReadId("id"));
  EXPECT_EQ(Kind::kCommittee, body.ReadWord("kind", kKinds));
  EXPECT_EQ((Text{"Barn- och utbildningsnämnden", "Children"}), body.ReadText("name"));
  EXPECT_EQ(Text{"BUN"}, body.ReadText("short"));
  EXPECT_EQ("BUN", body.ReadString("short"));
  EXPECT_EQ(MakeDay(2027, 1, 1), body.ReadDay("from"));
  EXPECT_EQ((date::January / 1), body.ReadMonthDay("term"));
  EXPECT_EQ(TimeOfDay{13 * 60}, body.ReadTimeOfDay("at"));
  EXPECT_EQ(Minutes{240}, body.ReadLength("lasts"));
  EXPECT_EQ(date::Wednesday, body.ReadWeekday("weekday"));
  EXPECT_EQ(4, body.ReadInt("every", 1, 52));
  EXPECT_TRUE(body.ReadBool("listed"));
  EXPECT_EQ((std::vector<int>{5, 9}), body.OptionalInts("weeks", 1, 53));
  EXPECT_EQ((std::vector<Day>{MakeDay(2027, 2, 3)}), body.OptionalDays("dates"));
  EXPECT_EQ((std::vector<std::string>{"kf", "ks"}), body.OptionalIds("shares"));
  EXPECT_EQ((std::vector<Kind>{Kind::kCouncil, Kind::kBoard}), body.OptionalWords("kinds", kKinds));

  const std::vector<JsonReader> series = body.ReadArray("series");
  ASSERT_EQ(1U, series.size());
  EXPECT_EQ("/series/0", series[0].pointer());
  EXPECT_EQ("meeting", series[0].ReadId("id"));
  const std::vector<JsonReader> parts = body.ReadOneOrMany("when");
  ASSERT_EQ(1U, parts.size());
  EXPECT_EQ("/when", parts[0].pointer());
  EXPECT_EQ("/when/id", parts[0].PointerTo("id"));
  ASSERT_TRUE(body.ReadObject("chains").has_value());
  const auto chains = body.ReadObject("chains")->Members();
  ASSERT_EQ(2U, chains.size());
  EXPECT_EQ("b", chains[0].first);  // the order of the file
  EXPECT_EQ("/chains/a", chains[1].second.pointer());
  EXPECT_TRUE(problems.empty()) << problems[0].what.sv;
}

TEST(JsonReader, WhatMayBeMissingIsNoProblem) {
  const Json json = Parsed("{}");
  std::vector<Problem> problems;
  const JsonReader reader(json, "", problems);
  EXPECT_FALSE(reader.Has("x"));
  EXPECT_EQ(std::nullopt, reader.OptionalString("x"));
  EXPECT_EQ(std::nullopt, reader.OptionalId("x"));
  EXPECT_EQ(std::nullopt, reader.OptionalText("x"));
  EXPECT_EQ(std::nullopt, reader.OptionalDay("x"));
  EXPECT_EQ(std::nullopt, reader.OptionalMonthDay("x"));
  EXPECT_EQ(std::nullopt, reader.OptionalTimeOfDay("x"));
  EXPECT_EQ(std::nullopt, reader.OptionalLength("x"));
  EXPECT_EQ(std::nullopt, reader.OptionalWeekday("x"));
  EXPECT_EQ(std::nullopt, reader.OptionalInt("x", 0, 9));
  EXPECT_EQ(std::nullopt, reader.OptionalBool("x"));
  EXPECT_EQ(std::nullopt, reader.OptionalWord("x", kKinds));
  EXPECT_FALSE(reader.OptionalObject("x").has_value());
  EXPECT_TRUE(reader.OptionalArray("x").empty());
  EXPECT_TRUE(reader.OptionalOneOrMany("x").empty());
  EXPECT_TRUE(reader.OptionalIds("x").empty());
  EXPECT_TRUE(reader.OptionalDays("x").empty());
  EXPECT_TRUE(reader.OptionalInts("x", 0, 9).empty());
  EXPECT_TRUE(reader.OptionalWords("x", kKinds).empty());
  EXPECT_TRUE(problems.empty());
}

TEST(JsonReader, WhatMustBeThereIsAProblemEach) {
  const auto told = Told(R"({"bodies": [{}]})", [](const JsonReader& reader) {
    for (const JsonReader& body : reader.ReadArray("bodies")) {
      EXPECT_EQ("", body.ReadId("id"));
      EXPECT_EQ("", body.ReadString("s"));
      EXPECT_TRUE(body.ReadText("t").empty());
      body.ReadDay("d");
      body.ReadMonthDay("m");
      body.ReadTimeOfDay("h");
      body.ReadLength("l");
      body.ReadWeekday("w");
      EXPECT_EQ(3, body.ReadInt("i", 3, 5));
      EXPECT_FALSE(body.ReadBool("b"));
      EXPECT_EQ(Kind::kCouncil, body.ReadWord("k", kKinds));
      EXPECT_FALSE(body.ReadObject("o").has_value());
      EXPECT_TRUE(body.ReadArray("a").empty());
      EXPECT_TRUE(body.ReadOneOrMany("n").empty());
    }
  });
  Strings expected;
  for (const char* key : {"id", "s", "t", "d", "m", "h", "l", "w", "i", "b", "k", "o", "a", "n"}) {
    expected.push_back("/bodies/0: Nyckeln \"" + std::string(key) + "\" saknas.");
  }
  EXPECT_EQ(expected, told);
}

TEST(JsonReader, NullIsNotMissing) {
  EXPECT_EQ((Strings{"/x: Här ska det stå ett datum, men det står null (inget värde). | "
                     "Skriv år, månad och dag, till exempel \"2027-02-03\"."}),
            Told(R"({"x": null})", [](const JsonReader& r) { r.OptionalDay("x"); }));
}

struct BadCase {
  std::string value;
  std::string told;
};

void ExpectTold(const std::vector<BadCase>& cases,
                const std::function<void(const JsonReader&)>& read) {
  for (const BadCase& c : cases) {
    EXPECT_EQ((Strings{"/x: " + c.told}), Told("{\"x\": " + c.value + "}", read)) << c.value;
  }
}

TEST(JsonReader, SaysWhatIsWrongWithADay) {
  const std::string write = " | Skriv år, månad och dag, till exempel \"2027-02-03\".";
  ExpectTold(
      {
          {"\"2027-02-30\"",
           "Den 30 februari 2027 finns inte: månaden har 28 dagar. | Skriv \"2027-02-28\"."},
          {"\"2028-02-30\"",
           "Den 30 februari 2028 finns inte: månaden har 29 dagar. | Skriv \"2028-02-29\"."},
          {"\"2027-04-31\"",
           "Den 31 april 2027 finns inte: månaden har 30 dagar. | Skriv \"2027-04-30\"."},
          {"\"2027-04-00\"",
           "Den 0 april 2027 finns inte: månaden har 30 dagar. | Skriv \"2027-04-01\"."},
          {"\"2027-13-01\"", "Det finns ingen månad 13." + write},
          {"\"2027-00-01\"", "Det finns ingen månad 0." + write},
          {"\"2038-01-01\"",
           "2038-01-01 ligger utanför 1996-01-01–2037-12-31. | Rytm planerar till och med "
           "2037-12-31: efter det är sommartiden inte känd."},
          {"\"1995-12-31\"", "1995-12-31 ligger utanför 1996-01-01–2037-12-31."},
          {"\"2027-2-3\"",
           "Här ska det stå ett datum, men det står texten \"2027-2-3\". | Skriv \"2027-02-03\"."},
          {"\"20270203\"",
           "Här ska det stå ett datum, men det står texten \"20270203\". | Skriv \"2027-02-03\"."},
          {"\"3 februari\"",
           "Här ska det stå ett datum, men det står texten \"3 februari\"." + write},
          {"20270203", "Här ska det stå ett datum, men det står talet 20270203." + write},
          {"[\"2027-02-03\"]", "Här ska det stå ett datum, men det står en lista [ … ]." + write},
      },
      [](const JsonReader& r) { r.ReadDay("x"); });
}

TEST(JsonReader, ADayMayHaveAnotherSpan) {
  const DaySpan span{MakeDay(1950, 1, 1), MakeDay(1959, 12, 31)};
  EXPECT_TRUE(Told(R"({"x": "1953-01-01"})", [&](const JsonReader& r) {
                EXPECT_EQ(MakeDay(1953, 1, 1), r.ReadDay("x", span));
              }).empty());
  EXPECT_EQ((Strings{"/x: 2038-01-01 ligger utanför 1950-01-01–1959-12-31."}),
            Told(R"({"x": "2038-01-01"})", [&](const JsonReader& r) { r.ReadDay("x", span); }));
}

TEST(JsonReader, SaysWhatIsWrongWithADayOfTheYear) {
  const std::string write = " | Skriv månad och dag, till exempel \"--10-15\" för den 15 oktober.";
  ExpectTold(
      {
          {"\"--02-29\"",
           "Den 29 februari finns bara under skottår. | Skriv \"--02-28\" eller \"--03-01\"."},
          {"\"--04-31\"", "\"--04-31\" är ingen dag på året." + write},
          {"\"--13-01\"", "\"--13-01\" är ingen dag på året." + write},
          {"\"10-15\"",
           "Här ska det stå en dag på året, men det står texten \"10-15\". | Skriv \"--10-15\"."},
          {"\"15 oktober\"",
           "Här ska det stå en dag på året, men det står texten \"15 oktober\"." + write},
      },
      [](const JsonReader& r) { r.ReadMonthDay("x"); });
}

TEST(JsonReader, SaysWhatIsWrongWithATimeALengthAndAWeekday) {
  const std::string time = "Här ska det stå ett klockslag, men det står ";
  ExpectTold(
      {
          {"\"18.30\"", time + "texten \"18.30\". | Skriv \"18:30\"."},
          {"\"9:00\"", time + "texten \"9:00\". | Skriv \"09:00\"."},
          {"\"13:30:00\"", time + "texten \"13:30:00\". | Skriv \"13:30\"."},
          {"\"13\"", time + "texten \"13\". | Skriv \"13:00\"."},
          {"\"24:00\"",
           time + "texten \"24:00\". | Skriv timmar och minuter, till exempel \"08:30\"."},
          {"13.5", time + "talet 13.5. | Skriv timmar och minuter, till exempel \"08:30\"."},
      },
      [](const JsonReader& r) { r.ReadTimeOfDay("x"); });
  const std::string length = "Här ska det stå en längd i tid, men det står ";
  ExpectTold(
      {
          {"180", length + "talet 180. | Skriv \"PT3H\"."},
          {"45", length + "talet 45. | Skriv \"PT45M\"."},
          {"\"03:00\"", length + "texten \"03:00\". | Skriv \"PT3H\"."},
          {"\"3 timmar\"",
           length + "texten \"3 timmar\". | Skriv till exempel \"PT3H\" (tre timmar) eller "
                    "\"PT1H30M\"."},
      },
      [](const JsonReader& r) { r.ReadLength("x"); });
  const std::string weekday = "Här ska det stå en veckodag, men det står ";
  ExpectTold(
      {
          {"\"onsdag\"", weekday + "texten \"onsdag\". | Skriv \"WE\"."},
          {"\"ON\"", weekday + "texten \"ON\". | Skriv \"WE\"."},
          {"\"we\"", weekday + "texten \"we\". | Skriv \"WE\"."},
          {"\"Thursday\"", weekday + "texten \"Thursday\". | Skriv \"TH\"."},
          {"\"3WE\"", weekday + "texten \"3WE\". | Skriv MO, TU, WE, TH, FR, SA eller SU."},
          {"3", weekday + "talet 3. | Skriv MO, TU, WE, TH, FR, SA eller SU."},
      },
      [](const JsonReader& r) { r.ReadWeekday("x"); });
}

TEST(JsonReader, SaysWhatIsWrongWithANumberAndATruth) {
  const std::string number = "Här ska det stå ett heltal från 1 till 53, men det står ";
  ExpectTold(
      {
          {"0", number + "talet 0."},
          {"54", number + "talet 54."},
          {"99999999999", number + "talet 99999999999."},
          {"18446744073709551615", number + "talet 18446744073709551615."},
          {"8.0", number + "talet 8.0. | Skriv ett tal utan decimaler."},
          {"\"8\"", number + "texten \"8\". | Skriv talet utan citattecken."},
          {"\"åtta\"", number + "texten \"åtta\"."},
          {"true", number + "true."},
      },
      [](const JsonReader& r) { r.ReadInt("x", 1, 53); });
  ExpectTold({{"\"true\"",
               "Här ska det stå true eller false, men det står texten \"true\". | Skriv true "
               "eller false utan citattecken."},
              {"1", "Här ska det stå true eller false, men det står talet 1."}},
             [](const JsonReader& r) { r.ReadBool("x"); });
}

TEST(JsonReader, SaysWhatIsWrongWithAnId) {
  const std::string id =
      "Ett id har bara små bokstäver a–z, siffror och bindestreck däremellan, högst 40 tecken; det "
      "står ";
  ExpectTold(
      {
          {"\"Stora salen\"", id + "\"Stora salen\". | Skriv \"stora-salen\"."},
          {"\"Närlunda Ö\"", id + "\"Närlunda Ö\". | Skriv \"narlunda-o\"."},
          {"\"-kf\"", id + "\"-kf\". | Skriv \"kf\"."},
          {"\"kf/meeting\"", id + "\"kf/meeting\". | Skriv \"kf-meeting\"."},
          {"\"\"", id + "\"\". | Skriv \"stora-salen\"."},
          {"7", "Här ska det stå en text, men det står talet 7."},
      },
      [](const JsonReader& r) { r.ReadId("x"); });
  EXPECT_TRUE(Told("{\"x\": \"" + std::string(kIdBytesMax, 'a') + "\"}", [](const JsonReader& r) {
                r.ReadId("x");
              }).empty());
  EXPECT_EQ(1U,
            Told("{\"x\": \"" + std::string(kIdBytesMax + 1, 'a') + "\"}", [](const JsonReader& r) {
              r.ReadId("x");
            }).size());
}

TEST(JsonReader, SaysWhatIsWrongWithAWord) {
  ExpectTold(
      {
          {"\"counsil\"", "Ordet \"counsil\" går inte att använda här. | Menade du \"council\"?"},
          {"\"Committee\"",
           "Ordet \"Committee\" går inte att använda här. | Menade du \"committee\"?"},
          {"\"nämnd\"",
           "Ordet \"nämnd\" går inte att använda här. | Det som går att skriva här: \"council\", "
           "\"executive-board\", \"committee\"."},
          {"4",
           "Här ska det stå en text, men det står talet 4. | Det som går att skriva här: "
           "\"council\", \"executive-board\", \"committee\"."},
      },
      [](const JsonReader& r) { r.ReadWord("x", kKinds); });
}

TEST(JsonReader, SaysWhatIsWrongWithAText) {
  EXPECT_EQ((Strings{"/x: Nyckeln \"sv\" saknas.",
                     "/x/se: Nyckeln \"se\" finns inte här. | Det som "
                     "går att skriva här: \"sv\", \"en\"."}),
            Told(R"({"x": {"se": "Sportlov"}})", [](const JsonReader& r) { r.ReadText("x"); }));
  EXPECT_EQ((Strings{"/x/sv: Texten är tom."}),
            Told(R"({"x": {"sv": " ", "en": "a"}})", [](const JsonReader& r) { r.ReadText("x"); }));
  ExpectTold({{"5",
               "Här ska det stå en text, men det står talet 5. | Skriv \"…\", eller {\"sv\": "
               "\"…\", \"en\": \"…\"}."},
              {"\"\"", "Texten är tom."},
              {"\"" + std::string(kTextBytesMax + 1, 'a') + "\"",
               "Texten är för lång: 4\u00A0097 byte. Gränsen är 4\u00A0096."}},
             [](const JsonReader& r) { r.ReadText("x"); });
}

TEST(JsonReader, MakesTextsSafe) {
  const Json json = Parsed(R"({"x": "A\u0308rende\u202e\n2\u0000", "y": {"sv": "a\r\nb"}})");
  std::vector<Problem> problems;
  const JsonReader reader(json, "", problems);
  EXPECT_EQ("Ärende 2", reader.ReadString("x"));
  EXPECT_EQ("Ärende\n2", reader.ReadString("x", Lines::kMany));
  EXPECT_EQ("a b", reader.ReadText("y").sv);
  EXPECT_EQ("a\nb", reader.ReadText("y", Lines::kMany).sv);
  EXPECT_TRUE(problems.empty());
}

TEST(JsonReader, HoldsTheLengthOfLists) {
  const auto read = [](const JsonReader& r) { EXPECT_TRUE(r.ReadArray("x", {2, 3}).size() < 2); };
  ExpectTold({{"[1]", "Listan är för kort: 1. Den ska ha minst 2."},
              {"[1, 2, 3, 4]", "Listan är för lång: 4. Gränsen är 3."},
              {"{}", "Här ska det stå en lista [ … ], men det står ett objekt { … }."}},
             read);
  EXPECT_EQ((Strings{"/x: Listan är för kort: 0. Den ska ha minst 1."}),
            Told(R"({"x": []})", [](const JsonReader& r) { r.ReadOneOrMany("x"); }));
}

TEST(JsonReader, LeavesOutWrongElementsAndTellsThem) {
  const auto told = Told(
      R"({"days": ["2027-02-03", "2027-02-31", "2027-03-03"], "ids": ["kf", 1], "weeks": [5, 60]})",
      [](const JsonReader& r) {
        EXPECT_EQ((std::vector<Day>{MakeDay(2027, 2, 3), MakeDay(2027, 3, 3)}),
                  r.OptionalDays("days"));
        EXPECT_EQ((std::vector<std::string>{"kf"}), r.OptionalIds("ids"));
        EXPECT_EQ((std::vector<int>{5}), r.OptionalInts("weeks", 1, 53));
      });
  ASSERT_EQ(3U, told.size());
  EXPECT_EQ(0U, told[0].find("/days/1: Den 31 februari 2027 finns inte"));
  EXPECT_EQ(0U, told[1].find("/ids/1: "));
  EXPECT_EQ(0U, told[2].find("/weeks/1: "));
}

TEST(JsonReader, TellsKeysItDoesNotKnow) {
  EXPECT_EQ((Strings{"/a~1b: Nyckeln \"a/b\" finns inte här. | Det som går att skriva här: \"id\", "
                     "\"series\".",
                     "/serie: Nyckeln \"serie\" finns inte här. | Menade du \"series\"?"}),
            Told(R"({"id": 1, "a/b": 2, "serie": []})", [](const JsonReader& r) {
              r.OnlyKeys({"id", "series"});
            }));
}

TEST(JsonReader, WhatIsNoObjectIsToldOnce) {
  EXPECT_EQ((Strings{"/x/0: Här ska det stå ett objekt { … }, men det står talet 1."}),
            Told(R"({"x": [1]})", [](const JsonReader& r) {
              for (const JsonReader& element : r.ReadArray("x")) {
                if (!element.ExpectObject()) continue;
                element.ReadId("id");
              }
            }));
  EXPECT_EQ((Strings{"/x: Här ska det stå ett objekt { … }, men det står en lista [ … ]."}),
            Told(R"({"x": []})",
                 [](const JsonReader& r) { EXPECT_FALSE(r.ReadObject("x").has_value()); }));
}

TEST(JsonReader, TellsTheProblemsOfOthersAtTheirPlaces) {
  EXPECT_EQ((Strings{"/b: två", "/b/c: tre", "/a: ett | rätt"}),
            Told(R"({"b": {"c": 1}, "a": 2})", [](const JsonReader& r) {
              r.AddAt("a", {"ett", "one"}, {"rätt", "right"});
              r.ReadObject("b")->Add({"två", "two"});
              r.ReadObject("b")->AddAt("c", {"tre", "three"});
            }));
}

TEST(JsonReader, StopsTellingAtTheLimit) {
  std::string days = "[0";
  for (std::size_t i = 0; i < 2 * kProblemsMax; ++i) days += ",0";
  EXPECT_EQ(kProblemsMax, Told(days + "]", [](const JsonReader& r) {
                            for (const JsonReader& day : r.Elements()) day.AsDay();
                          }).size());
}

TEST(JsonReader, QuotesOnlyTheBeginningOfALongText) {
  const std::string text = "\"" + std::string(1'000'000, 'x') + "\"";
  const auto told = Told("{\"x\": " + text + "}", [](const JsonReader& r) { r.ReadDay("x"); });
  ASSERT_EQ(1U, told.size());
  EXPECT_LT(told[0].size(), 250U);
}

}  // namespace
}  // namespace rytm
