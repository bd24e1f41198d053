#include "base/json.h"

#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <string>
#include <vector>

namespace rytm {
namespace {

std::string Times(std::size_t n, std::string_view text) {
  std::string repeated;
  repeated.reserve(n * text.size());
  for (std::size_t i = 0; i < n; ++i) repeated += text;
  return repeated;
}

// The only problem of a text that is no JSON.
Problem OnlyProblem(std::string_view text) {
  const Result<Json> result = ParseJson(text, "ekeby.json");
  EXPECT_FALSE(result.ok()) << text;
  if (result.ok()) return {};
  EXPECT_EQ(1U, result.error().problems.size()) << text;
  EXPECT_FALSE(result.error().message.en.empty());
  if (result.error().problems.empty()) return {};
  EXPECT_EQ("ekeby.json", result.error().problems[0].file);
  return result.error().problems[0];
}

TEST(Json, ReadsEveryKindOfValue) {
  const Result<Json> result = ParseJson(
      "{\"text\": \"Räfsa\\n\\u00e5\\ud83d\\ude00\", \"n\": -12, \"big\": 18446744073709551615,\n"
      " \"half\": 0.5, \"yes\": true, \"no\": false, \"none\": null, \"list\": [1, [], {}]}",
      "");
  ASSERT_TRUE(result.ok());
  const JsonObject& object = result.value().as_object();
  EXPECT_EQ("Räfsa\nå😀", object.at("text").as_string());
  EXPECT_EQ(-12, object.at("n").as_int64());
  EXPECT_EQ(18446744073709551615U, object.at("big").as_uint64());
  EXPECT_EQ(0.5, object.at("half").as_double());
  EXPECT_TRUE(object.at("yes").as_bool());
  EXPECT_FALSE(object.at("no").as_bool());
  EXPECT_TRUE(object.at("none").is_null());
  EXPECT_EQ(3U, object.at("list").as_array().size());
}

TEST(Json, KeepsTheOrderOfTheKeys) {
  const Result<Json> result = ParseJson(R"({"ö": 1, "a": 2, "m": 3, "b": 4})", "");
  ASSERT_TRUE(result.ok());
  std::string keys;
  for (const auto& member : result.value().as_object()) keys += member.key();
  EXPECT_EQ("öamb", keys);
}

TEST(Json, SkipsAByteOrderMarkAtTheStartOnly) {
  EXPECT_TRUE(ParseJson("\xEF\xBB\xBF{\"a\": 1}", "").ok());
  EXPECT_EQ("line 1, column 2", OnlyProblem("[\xEF\xBB\xBF 1]").pointer);
  EXPECT_EQ("line 1, column 1", OnlyProblem("\xEF\xBB\xBF\xEF\xBB\xBF 1").pointer);
  // Places are counted without it.
  EXPECT_EQ("line 1, column 1", OnlyProblem("\xEF\xBB\xBF]").pointer);
}

TEST(Json, SaysWhereAndWhyATextIsNotJson) {
  const struct {
    std::string text;
    std::string place;
    std::string what;
  } cases[] = {
      {"", "line 1, column 1", "Här finns ingen JSON: texten är tom."},
      {" \n ", "line 2, column 2", "Här finns ingen JSON: texten är tom."},
      {"{\n \"a\": [1, 2\n", "line 3, column 1",
       "Filen slutar för tidigt: [ på rad 2 stängs aldrig."},
      {"{\"a\": 1", "line 1, column 8", "Filen slutar för tidigt: { på rad 1 stängs aldrig."},
      {"tru", "line 1, column 4", "Filen slutar mitt i ett värde."},
      {"{\"at\": \"13:30}", "line 1, column 8", "Texten som börjar här (rad 1) slutar aldrig."},
      {"[1, 2,\n]", "line 1, column 6", "Det står ett komma efter det sista, före ]."},
      {"{\"a\": 1,}", "line 1, column 8", "Det står ett komma efter det sista, före }."},
      {"[1,,2]", "line 1, column 4",
       "Här står ett komma för mycket, eller så saknas något före det."},
      {"{,}", "line 1, column 2", "Här står ett komma för mycket, eller så saknas något före det."},
      {"{\"å\": \"ö\"\n \"b\": 2}", "line 1, column 9", "Här saknas ett komma efter det som står."},
      {"[{} {}]", "line 1, column 3", "Här saknas ett komma efter det som står."},
      {"{\"a\" 1}", "line 1, column 6", "Här saknas ett kolon mellan nyckeln och dess värde."},
      {"{\"a\": }", "line 1, column 7", "Här saknas ett värde före }."},
      {"{\"a\": [1}", "line 1, column 9", "Här står }, men det som är öppet är [ från rad 1."},
      {"[1]]", "line 1, column 4", "] stänger något som aldrig öppnades."},
      {"[1] [2]", "line 1, column 5", "Här borde filen vara slut, men det står mer."},
      {"{id: 1}", "line 1, column 2", "Nyckeln id ska stå inom citattecken."},
      {"{1: 1}", "line 1, column 2",
       "Här väntades en nyckel inom citattecken, men det står \"1\"."},
      {"{\"a\": WE}", "line 1, column 7", "Ordet WE ska stå inom citattecken."},
      {"[True]", "line 1, column 2", "Ordet True skrivs med små bokstäver."},
      {"{'a': 1}", "line 1, column 2", "Citattecknet ' går inte att använda i JSON."},
      {"{“a”: 1}", "line 1, column 2", "Citattecknet “ går inte att använda i JSON."},
      {"[1, // ett\n2]", "line 1, column 5", "JSON har inga kommentarer."},
      {"/* från */ {}", "line 1, column 1", "JSON har inga kommentarer."},
      {"# ett\n{}", "line 1, column 1", "JSON har inga kommentarer."},
      {"[NaN]", "line 1, column 2", "NaN är inget tal som går att räkna med."},
      {"[Infinity]", "line 1, column 2", "Infinity är inget tal som går att räkna med."},
      {"[-Infinity]", "line 1, column 3", "Så skrivs inte ett tal i JSON."},
      {"[+1]", "line 1, column 2", "Så skrivs inte ett tal i JSON."},
      {"[.5]", "line 1, column 2", "Så skrivs inte ett tal i JSON."},
      {"[1.]", "line 1, column 4", "Så skrivs inte ett tal i JSON."},
      {"[1e999]", "line 1, column 2", "Talet här är för stort."},
      {"[1e99999999999]", "line 1, column 2", "Talet här är för stort."},
      {"[0830]", "line 1, column 2",
       "Ett tal får inte börja med 0: datum och klockslag skrivs som text, inom citattecken."},
      {"{\"at\": 13:30}", "line 1, column 10",
       "Ett datum eller klockslag är en text och ska stå inom citattecken."},
      {"{\"from\": 2027-02-03}", "line 1, column 14",
       "Ett datum eller klockslag är en text och ska stå inom citattecken."},
      {"[\"ett\ntvå\"]", "line 1, column 6",
       "Raden slutar mitt i en text. Saknas ett citattecken (\")?"},
      {"[\"a\tb\"]", "line 1, column 4",
       "Här står ett styrtecken (till exempel tabb) inne i en text."},
      {"[\"C:\\mapp\"]", "line 1, column 5", "\\m betyder ingenting i JSON."},
      {"[\"\\u12g4\"]", "line 1, column 3",
       "Efter \\u ska det stå fyra siffror eller bokstäver a–f."},
      {"[\"\\ud800\"]", "line 1, column 3",
       "Här står ett halvt tecken: \\ud800–\\udfff hör ihop två och två."},
      {"[\"\\udc00\"]", "line 1, column 3",
       "Här står ett halvt tecken: \\ud800–\\udfff hör ihop två och två."},
      {"[\"\\ud800\\u0041\"]", "line 1, column 3",
       "Här står ett halvt tecken: \\ud800–\\udfff hör ihop två och två."},
      {"{\"\\uD800\": 1}", "line 1, column 3",
       "Här står ett halvt tecken: \\ud800–\\udfff hör ihop två och två."},
      {"[\u00A01]", "line 1, column 2",
       "Här står ett hårt blanksteg eller ett annat tecken som inte syns."},
      {std::string("[1]\0", 4), "line 1, column 4", "Här borde filen vara slut, men det står mer."},
  };
  for (const auto& c : cases) {
    const Problem problem = OnlyProblem(c.text);
    EXPECT_EQ(c.place, problem.pointer) << c.text;
    EXPECT_EQ(c.what, problem.what.sv) << c.text;
    EXPECT_FALSE(problem.what.en.empty()) << c.text;
  }
}

TEST(Json, SaysWhatWouldBeRight) {
  EXPECT_EQ("Ta bort kommat.", OnlyProblem("[1,]").instead.sv);
  EXPECT_EQ("\"id\"", OnlyProblem("{id: 1}").instead.sv);
  EXPECT_EQ("true", OnlyProblem("[TRUE]").instead.sv);
  EXPECT_EQ("Till exempel \"2027-02-03\" eller \"08:30\".", OnlyProblem("[08:30]").instead.sv);
  EXPECT_EQ("Stäng med ] först.", OnlyProblem("{\"a\": [1}").instead.sv);
}

TEST(Json, RefusesAKeyThatStandsTwice) {
  const Result<Json> result = ParseJson(
      "{\n"
      "  \"id\": \"kf\", \"name\": {\"sv\": \"a\", \"sv\": \"b\"},\n"
      "  \"note\": \"\\\"id\\\": 1\",\n"
      "  \"\\u0069d\": \"ks\",\n"
      "  \"id\": \"bun\"\n"
      "}",
      "ekeby.json");
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(ErrorCode::kBadInput, result.error().code);
  const std::vector<Problem>& problems = result.error().problems;
  ASSERT_EQ(3U, problems.size());
  EXPECT_EQ("line 2, column 35", problems[0].pointer);
  EXPECT_EQ("Nyckeln \"sv\" står redan på rad 2, i samma objekt.", problems[0].what.sv);
  EXPECT_EQ("line 4, column 3", problems[1].pointer);
  EXPECT_EQ("Nyckeln \"id\" står redan på rad 2, i samma objekt.", problems[1].what.sv);
  EXPECT_EQ("line 5, column 3", problems[2].pointer);
  EXPECT_EQ("Nyckeln \"id\" står redan på rad 4, i samma objekt.", problems[2].what.sv);
}

TEST(Json, TheSameKeyMayStandInDifferentObjects) {
  EXPECT_TRUE(ParseJson(R"([{"id": 1}, {"id": 1, "of": {"id": 2}}])", "").ok());
}

TEST(Json, RefusesInvalidUtf8AtItsByte) {
  const Problem problem = OnlyProblem("{\"namn\":\n \"N\xE4mnd\"}");
  EXPECT_EQ("line 2, column 4", problem.pointer);
  EXPECT_EQ("Tecknet här är inte UTF-8 (byte 12 från början).", problem.what.sv);
  EXPECT_EQ("Spara filen som UTF-8, inte som ANSI, Windows-1252 eller Latin-1.",
            problem.instead.sv);
}

TEST(Json, RefusesInvalidUtf8AtEveryPosition) {
  const std::string right = "{\"å\": [\"ö\", 12, true], \"b\": null}";
  ASSERT_TRUE(ParseJson(right, "").ok());
  // A byte that never stands in UTF-8, a lone continuation, an overlong slash, a surrogate, over
  // U+10FFFF.
  for (const std::string bad :
       {"\xFF", "\x80", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xC3"}) {
    for (std::size_t at = 0; at <= right.size(); ++at) {
      const std::string text = right.substr(0, at) + bad + right.substr(at);
      const Result<Json> result = ParseJson(text, "");
      EXPECT_FALSE(result.ok()) << bad << " at " << at;
    }
  }
}

TEST(Json, KnowsAFileSavedAsUtf16) {
  EXPECT_EQ("Filen är sparad som UTF-16.", OnlyProblem(std::string("\xFF\xFE{\0", 4)).what.sv);
  EXPECT_EQ("Filen är sparad som UTF-16.", OnlyProblem(std::string("\xFE\xFF\0{", 4)).what.sv);
}

TEST(Json, RefusesTooManyBytesBeforeReadingThem) {
  const std::string text(50 * 1024 * 1024, '[');
  const Result<Json> result = ParseJson(text, "ekeby.json");
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(ErrorCode::kTooLarge, result.error().code);
  EXPECT_EQ("ekeby.json är för stor: 52\u00A0428\u00A0800 byte. Gränsen är 2\u00A0097\u00A0152.",
            result.error().message.sv);
  EXPECT_EQ("ekeby.json is too large: 52,428,800 bytes. The limit is 2,097,152.",
            result.error().message.en);
  ASSERT_EQ(1U, result.error().problems.size());
}

TEST(Json, HoldsTheByteLimitExactly) {
  EXPECT_TRUE(ParseJson("[1234]", "", 6).ok());
  EXPECT_FALSE(ParseJson("[1234]", "", 5).ok());
}

TEST(Json, HoldsTheDepthLimitExactly) {
  const std::string deepest = Times(kJsonDepthMax, "[") + Times(kJsonDepthMax, "]");
  EXPECT_TRUE(ParseJson(deepest, "").ok());
  EXPECT_EQ("Listor och objekt ligger i varandra i mer än 32 nivåer.",
            OnlyProblem("[" + deepest + "]").what.sv);
}

TEST(Json, RefusesAHundredThousandNestedLists) {
  EXPECT_EQ("line 1, column 33", OnlyProblem(Times(100'000, "[")).pointer);
  EXPECT_EQ("Listor och objekt ligger i varandra i mer än 32 nivåer.",
            OnlyProblem(Times(100'000, "{\"a\":")).what.sv);
}

TEST(Json, HoldsTheLimitOfKeysExactly) {
  std::string members;
  for (std::size_t i = 0; i < kJsonMembersMax; ++i) members += "\"" + std::to_string(i) + "\":0,";
  members.pop_back();
  EXPECT_TRUE(ParseJson("{" + members + "}", "").ok());
  EXPECT_EQ("Objektet har mer än 4\u00A0000 nycklar.",
            OnlyProblem("{" + members + ",\"x\":0}").what.sv);
}

TEST(Json, TellsAtMostSoManyRepeatedKeys) {
  const Result<Json> result = ParseJson("{\"a\":0" + Times(3000, ",\"a\":0") + "}", "");
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(kProblemsMax, result.error().problems.size());
}

TEST(Json, EveryBeginningOfAFileIsRefusedAndExplained) {
  const std::string text =
      "{\"bodies\": [{\"id\": \"kf\", \"name\": {\"sv\": \"Fullmäktige \\u00e5\"},\n"
      "\"n\": -1.5e3, \"open\": true, \"of\": null}]}";
  ASSERT_TRUE(ParseJson(text, "").ok());
  for (std::size_t length = 0; length < text.size(); ++length) {
    const Problem problem = OnlyProblem(std::string_view(text).substr(0, length));
    EXPECT_FALSE(problem.what.sv.empty()) << length;
    EXPECT_EQ(0U, problem.pointer.find("line ")) << length;
  }
}

TEST(Json, EveryByteLostIsReadOrExplained) {
  const std::string text =
      "{\"b\": [{\"id\": \"kf\"}, {\"n\": -1.5e3}, \"\\u00e5\\n\", true, null, [], {}, 10]}";
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const std::string_view other : {"", "\"", "{", "]", ",", ":", "0", "x", "\\", "\n", "ö"}) {
      const std::string changed = text.substr(0, at) + std::string(other) + text.substr(at + 1);
      const Result<Json> result = ParseJson(changed, "");
      if (result.ok()) continue;
      ASSERT_FALSE(result.error().problems.empty()) << changed;
      EXPECT_FALSE(result.error().problems[0].what.sv.empty()) << changed;
    }
  }
}

TEST(JsonPointer, EscapesAsRfc6901Says) {
  EXPECT_EQ("", JsonPointer().ToString());
  EXPECT_EQ("/bodies/3/id", (JsonPointer() / "bodies" / 3U / "id").ToString());
  EXPECT_EQ("/a~1b/m~0n/~01/", (JsonPointer() / "a/b" / "m~n" / "~1" / "").ToString());
  EXPECT_EQ("/åäö", (JsonPointer() / "åäö").ToString());
}

TEST(JsonPointer, FindsItsValueInTheDocument) {
  const Json json = ParseJson(R"({"a/b": [{"m~n": 7}]})", "").value();
  const JsonPointer pointer = JsonPointer() / "a/b" / 0U / "m~n";
  EXPECT_EQ(7, json.at_pointer(pointer.ToString()).as_int64());
}

TEST(SortInFileOrder, FollowsTheFileAndLeavesOtherFilesAlone) {
  const Json json =
      ParseJson(R"({"z": 1, "list": [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, {"b": 1, "a": 2}], "a": 3})", "")
          .value();
  std::vector<Problem> problems;
  for (const char* pointer :
       {"/a", "/list/10/a", "/list/2", "/list/10/missing", "/z", "/list/10/b", "", "/missing"}) {
    problems.push_back({"mine", pointer, Text("x"), {}});
  }
  problems.insert(problems.begin() + 2, {"other", "/b", Text("y"), {}});
  SortInFileOrder(json, "mine", problems);
  std::vector<std::string> order;
  for (const Problem& problem : problems) order.push_back(problem.pointer);
  EXPECT_EQ((std::vector<std::string>{"", "/missing", "/b", "/z", "/list/2", "/list/10/missing",
                                      "/list/10/b", "/list/10/a", "/a"}),
            order);
}

}  // namespace
}  // namespace rytm
