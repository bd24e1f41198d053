#include "base/schema.h"

#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace rytm {
namespace {

JsonSchema Compiled(std::string_view text) {
  Result<JsonSchema> schema = JsonSchema::Compile(text);
  if (!schema.ok()) ADD_FAILURE() << schema.error().message.sv << "\n" << text;
  return std::move(schema).value();
}

Json Parsed(std::string_view text) {
  Result<Json> result = ParseJson(text, "test");
  EXPECT_TRUE(result.ok()) << text;
  return result.ok() ? std::move(result).value() : Json();
}

using Strings = std::vector<std::string>;

// One line a problem: "/pointer: what | instead", in Swedish.
Strings Told(const JsonSchema& schema, const Json& value) {
  Strings lines;
  for (const Problem& problem : schema.Check(value, "ekeby.json")) {
    EXPECT_EQ("ekeby.json", problem.file);
    EXPECT_FALSE(problem.what.en.empty()) << problem.what.sv;
    lines.push_back(problem.pointer + ": " + problem.what.sv +
                    (problem.instead.empty() ? "" : " | " + problem.instead.sv));
  }
  return lines;
}

Strings Told(std::string_view schema, std::string_view value) {
  return Told(Compiled(schema), Parsed(value));
}

TEST(JsonSchema, SaysEachKeywordInWords) {
  const struct {
    const char* schema;
    const char* value;
    Strings told;
  } cases[] = {
      {R"({"type": "string"})", "5", {": Här ska det stå en text, men det står talet 5."}},
      {R"({"type": "object"})",
       "[]",
       {": Här ska det stå ett objekt { … }, men det står en lista [ … ]."}},
      {R"({"type": "array"})",
       "{}",
       {": Här ska det stå en lista [ … ], men det står ett objekt { … }."}},
      {R"({"type": "boolean"})",
       "\"ja\"",
       {": Här ska det stå true eller false, men det står texten \"ja\"."}},
      {R"({"type": ["string", "null"]})",
       "true",
       {": Här ska det stå en text eller null, men det står true."}},
      {R"({"type": "integer", "minimum": 1, "maximum": 53})",
       "54",
       {": Här ska det stå ett heltal från 1 till 53, men det står talet 54."}},
      {R"({"type": "integer", "minimum": 1, "maximum": 53})",
       "\"8\"",
       {": Här ska det stå ett heltal från 1 till 53, men det står texten \"8\". | Skriv talet "
        "utan citattecken."}},
      {R"({"type": "integer", "minimum": 1})",
       "0",
       {": Här ska det stå ett heltal från 1, men det står talet 0."}},
      {R"({"type": "integer", "maximum": 9})",
       "10",
       {": Här ska det stå ett heltal, högst 9, men det står talet 10."}},
      {R"({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1})",
       "1",
       {": Talet ska vara mindre än 1; det är 1."}},
      {R"({"exclusiveMinimum": 0})", "0", {": Talet ska vara större än 0; det är 0."}},
      {R"({"enum": ["public", "closed"]})",
       "\"pubic\"",
       {": Ordet \"pubic\" går inte att använda här. | Menade du \"public\"?"}},
      {R"({"enum": ["public", "closed"]})",
       "3",
       {": Här ska det stå \"public\" eller \"closed\", men det står talet 3. | Det som går att "
        "skriva här: \"public\", \"closed\"."}},
      {R"({"enum": [1, 2]})", "3", {": Här ska det stå 1 eller 2, men det står talet 3."}},
      {R"({"const": true})", "false", {": Här ska det stå true, men det står false."}},
      {R"({"type": "string", "minLength": 1})", "\"\"", {": Texten är tom."}},
      {R"({"minLength": 3})",
       "\"åä\"",
       {": Textens längd i tecken ska vara minst 3; nu är det 2."}},
      {R"({"maxLength": 2})",
       "\"åäö\"",
       {": Textens längd i tecken får vara högst 2; nu är det 3."}},
      {R"({"type": "string", "pattern": "^[a-z]+$"})",
       "\"7\"",
       {": Här ska det stå en text, men det står texten \"7\". | Det ska följa mönstret "
        "^[a-z]+$."}},
      {R"({"pattern": "^[0-9]{2}:[0-9]{2}$", "examples": ["08:30"],
           "x-words": {"sv": "ett klockslag", "en": "a time"}})",
       "\"halv nio\"",
       {": Här ska det stå ett klockslag, men det står texten \"halv nio\". | Till exempel "
        "\"08:30\"."}},
      {R"({"pattern": "^[0-9]{2}:[0-9]{2}$", "x-words": {"sv": "ett klockslag", "en": "a time"}})",
       "\"8.30\"",
       {": Här ska det stå ett klockslag, men det står texten \"8.30\". | Skriv \"08:30\"."}},
      {R"({"type": "array", "minItems": 1})", "[]", {": Listan är tom."}},
      {R"({"minItems": 2})", "[1]", {": Antalet i listan ska vara minst 2; nu är det 1."}},
      {R"({"maxItems": 2})", "[1, 2, 3]", {": Antalet i listan får vara högst 2; nu är det 3."}},
      {R"({"uniqueItems": true})", "[5, 9, 5]", {"/2: 5 står redan i listan. | Ta bort den ena."}},
      {R"({"contains": {"type": "string"}})", "[1]", {": Listan ska innehålla en text."}},
      {R"({"items": {"type": "integer"}})",
       "[1, \"a\", 2, null]",
       {"/1: Här ska det stå ett heltal, men det står texten \"a\". | Skriv talet utan "
        "citattecken.",
        "/3: Här ska det stå ett heltal, men det står null (inget värde)."}},
      {R"({"items": [{"type": "string"}], "additionalItems": false})",
       "[1, 2]",
       {"/0: Här ska det stå en text, men det står talet 1.", "/1: Här får inget stå."}},
      {R"({"required": ["id", "name"], "properties": {"id": {"examples": ["kf"]}}})",
       "{}",
       {": Nyckeln \"id\" saknas. | Till exempel \"kf\".", ": Nyckeln \"name\" saknas."}},
      {R"({"properties": {"series": {}, "id": {}}, "additionalProperties": false})",
       "{\"id\": 1, \"serie\": 2}",
       {"/serie: Nyckeln \"serie\" finns inte här. | Menade du \"series\"?"}},
      {R"({"additionalProperties": {"type": "array"}})",
       "{\"a/b\": 1}",
       {"/a~1b: Här ska det stå en lista [ … ], men det står talet 1."}},
      {R"({"patternProperties": {"^x-": {"type": "string"}}, "additionalProperties": false})",
       "{\"x-a\": 1, \"y\": 2}",
       {"/x-a: Här ska det stå en text, men det står talet 1.",
        "/y: Nyckeln \"y\" finns inte här."}},
      {R"({"propertyNames": {"pattern": "^[a-z]+$", "x-words": {"sv": "ett id", "en": "an id"}}})",
       "{\"A\": 1}",
       {"/A: Nyckeln går inte att använda. Här ska det stå ett id, men det står texten \"A\". | "
        "Skriv \"a\"."}},
      {R"({"minProperties": 1})", "{}", {": Antalet nycklar ska vara minst 1; nu är det 0."}},
      {R"({"maxProperties": 1})",
       "{\"a\": 1, \"b\": 2}",
       {": Antalet nycklar får vara högst 1; nu är det 2."}},
      {R"({"dependencies": {"interval": ["anchor"]}})",
       "{\"interval\": 4}",
       {": Nyckeln \"anchor\" saknas: den behövs när \"interval\" finns."}},
      {R"({"dependencies": {"a": {"required": ["b"]}}})",
       "{\"a\": 4}",
       {": Nyckeln \"b\" saknas."}},
      {R"({"allOf": [{"required": ["a"]}, {"required": ["b"]}]})",
       "{}",
       {": Nyckeln \"a\" saknas.", ": Nyckeln \"b\" saknas."}},
      {R"({"not": {"const": "api"}})",
       "\"api\"",
       {": Just detta får inte stå här: texten \"api\"."}},
      {R"({"if": {"required": ["party"]}, "then": {"required": ["takes"]},
           "else": {"required": ["body"]}})",
       "{\"party\": 1}",
       {": Nyckeln \"takes\" saknas."}},
      {R"({"if": {"required": ["party"]}, "then": {"required": ["takes"]},
           "else": {"required": ["body"]}})",
       "{}",
       {": Nyckeln \"body\" saknas."}},
      {R"({"properties": {"a": false}})", "{\"a\": 1}", {"/a: Här får inget stå."}},
      {R"({"properties": {"at": {"$ref": "#/definitions/time"}},
           "definitions": {"time": {"$ref": "#/definitions/word"}, "word": {"type": "string"}}})",
       "{\"at\": 8}",
       {"/at: Här ska det stå en text, men det står talet 8."}},
      // Keywords the walk has no words for: valijson alone decides.
      {R"({"properties": {"n": {"multipleOf": 5}}})",
       "{\"n\": 7}",
       {"/n: Värdet här följer inte filens regler."}},
  };
  for (const auto& c : cases) EXPECT_EQ(c.told, Told(c.schema, c.value)) << c.schema << c.value;
}

TEST(JsonSchema, SaysNothingOfWhatIsRight) {
  const std::pair<const char*, const char*> cases[] = {
      {R"({"type": "integer", "minimum": 1, "maximum": 53})", "53"},
      {R"({"enum": ["public", "closed"]})", "\"closed\""},
      {R"({"maxLength": 3})", "\"åäö\""},
      {R"({"maxLength": 3})", "12345"},
      {R"({"pattern": "^a"})", "[]"},
      {R"({"required": ["id"]})", "\"no object\""},
      {R"({"uniqueItems": true})", "[1, 2, \"1\"]"},
      {R"({"not": {"const": "api"}})", "\"kf\""},
      {R"({"if": {"required": ["party"]}, "then": {"required": ["takes"]}})", "{}"},
      {R"({"oneOf": [{"type": "string"}, {"type": "integer"}]})", "5"},
      {"{}", "null"},
      {"true", "null"},
  };
  for (const auto& [schema, value] : cases) {
    EXPECT_EQ(Strings{}, Told(schema, value)) << schema << value;
  }
}

// The rules of `when`, cut down: several shapes told apart by a key of their own, or a list of
// them.
constexpr const char* kWhen = R"({
  "anyOf": [
    {"$ref": "#/definitions/part"},
    {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/part"}}
  ],
  "definitions": {
    "part": {"anyOf": [
      {"$ref": "#/definitions/recurrence"}, {"$ref": "#/definitions/offset"},
      {"$ref": "#/definitions/weeks"}
    ]},
    "recurrence": {
      "type": "object", "required": ["rrule"], "additionalProperties": false,
      "properties": {"rrule": {"type": "string"}, "anchor": {"$ref": "#/definitions/day"},
                     "from": {"$ref": "#/definitions/day"}}
    },
    "offset": {
      "type": "object", "required": ["from"], "additionalProperties": false,
      "properties": {"from": {"type": "string", "pattern": "^[a-z-]+/[a-z-]+$"},
                     "weeks": {"type": "integer"}, "weekday": {"enum": ["MO", "TU", "WE"]}}
    },
    "weeks": {
      "type": "object", "required": ["weeks", "weekday"], "additionalProperties": false,
      "properties": {"weeks": {"type": "array", "items": {"type": "integer", "maximum": 53}},
                     "weekday": {"enum": ["MO", "TU", "WE"]},
                     "from": {"$ref": "#/definitions/day"}}
    },
    "day": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "x-words": {"sv": "ett datum", "en": "a date"}}
  }
})";

TEST(JsonSchema, TellsTheProblemsOfTheShapeThatWasMeant) {
  const struct {
    const char* value;
    Strings told;
  } cases[] = {
      {R"({"rrule": "FREQ=MONTHLY"})", {}},
      {R"([{"from": "kf/meeting", "weeks": -2, "weekday": "WE"}, {"weeks": [5], "weekday": "MO"}])",
       {}},
      {R"({"rrule": "FREQ=WEEKLY", "anchr": "2027-01-20"})",
       {"/anchr: Nyckeln \"anchr\" finns inte här. | Menade du \"anchor\"?"}},
      {R"({"rrule": "FREQ=WEEKLY", "anchor": "20 januari"})",
       {"/anchor: Här ska det stå ett datum, men det står texten \"20 januari\"."}},
      {R"({"from": "kf/meeting", "weeks": -2, "weekday": "onsdag"})",
       {"/weekday: Ordet \"onsdag\" går inte att använda här. | Skriv \"WE\"."}},
      {R"({"from": "kf", "weeks": -2, "weekday": "WE"})",
       {"/from: Här ska det stå en text, men det står texten \"kf\". | Det ska följa mönstret "
        "^[a-z-]+/[a-z-]+$."}},
      {R"({"weeks": [5, 60], "weekday": "TU"})",
       {"/weeks/1: Här ska det stå ett heltal, högst 53, men det står talet 60."}},
      {R"({"weeks": [5, 6]})", {": Nyckeln \"weekday\" saknas."}},
      {R"({"from": "2027-01-01", "weeks": [5], "wekday": "TU"})",
       {": Nyckeln \"weekday\" saknas.",
        "/wekday: Nyckeln \"wekday\" finns inte här. | Menade du \"weekday\"?"}},
      {R"({"rule": "FREQ=WEEKLY"})",
       {": En av nycklarna \"rrule\", \"from\", \"weeks\" eller \"weekday\" saknas.",
        "/rule: Nyckeln \"rule\" finns inte här. | Menade du \"rrule\"?"}},
      {"{}", {": En av nycklarna \"rrule\", \"from\", \"weeks\" eller \"weekday\" saknas."}},
      {"[]", {": Listan är tom."}},
      {R"([{"rrule": "FREQ=WEEKLY"}, {"rrule": 5}])",
       {"/1/rrule: Här ska det stå en text, men det står talet 5."}},
      {"\"varje onsdag\"",
       {": Här ska det stå ett objekt { … } eller en lista [ … ], men det står texten \"varje "
        "onsdag\"."}},
  };
  const JsonSchema schema = Compiled(kWhen);
  for (const auto& c : cases) EXPECT_EQ(c.told, Told(schema, Parsed(c.value))) << c.value;
}

TEST(JsonSchema, TellsApartByAConstant) {
  constexpr const char* kSchema = R"({"oneOf": [
    {"type": "object", "required": ["kind", "a"],
     "properties": {"kind": {"const": "first"}, "a": {"type": "string"}}},
    {"type": "object", "required": ["kind", "b"],
     "properties": {"kind": {"const": "second"}, "b": {"type": "integer"}}}
  ]})";
  EXPECT_EQ((Strings{"/b: Här ska det stå ett heltal, men det står texten \"x\". | Skriv talet "
                     "utan citattecken."}),
            Told(kSchema, R"({"kind": "second", "a": "there too", "b": "x"})"));
}

TEST(JsonSchema, WhatFitsTwoShapesOfOneIsRefused) {
  constexpr const char* kSchema =
      R"({"oneOf": [{"required": ["dates"]}, {"required": ["rrule"]}]})";
  EXPECT_EQ((Strings{": Detta går att läsa på mer än ett sätt. | Behåll bara det ena."}),
            Told(kSchema, R"({"dates": [], "rrule": ""})"));
  EXPECT_EQ(Strings{}, Told(kSchema, R"({"dates": []})"));
}

TEST(JsonSchema, UsesTheWordsOfAChoice) {
  constexpr const char* kSchema = R"({
    "x-words": {"sv": "en text, eller en på vardera språket", "en": "a text, or one in each"},
    "anyOf": [{"type": "string", "minLength": 1}, {"type": "object", "required": ["sv"]}]
  })";
  EXPECT_EQ((Strings{": Här ska det stå en text, eller en på vardera språket, men det står talet "
                     "5."}),
            Told(kSchema, "5"));
  EXPECT_EQ((Strings{": Texten är tom."}), Told(kSchema, "\"\""));
  EXPECT_EQ((Strings{": Nyckeln \"sv\" saknas."}), Told(kSchema, "{}"));
}

TEST(JsonSchema, TellsEverythingInFileOrder) {
  const JsonSchema schema = Compiled(
      R"({"type": "object", "required": ["id"], "additionalProperties": false,
          "properties": {"a": {"type": "string"}, "b": {"items": {"type": "string"}}, "id": {}}})");
  EXPECT_EQ((Strings{": Nyckeln \"id\" saknas.",
                     "/x: Nyckeln \"x\" finns inte här. | Det som går att skriva här: \"a\", "
                     "\"b\", \"id\".",
                     "/b/1: Här ska det stå en text, men det står talet 1.",
                     "/b/10: Här ska det stå en text, men det står talet 2.",
                     "/a: Här ska det stå en text, men det står talet 3."}),
            Told(schema, Parsed(R"({"x": 0, "b": ["", 1, "", "", "", "", "", "", "", "", 2],
                                   "a": 3})")));
}

TEST(JsonSchema, StopsTellingAtTheLimit) {
  JsonArray numbers;
  for (std::size_t i = 0; i < 50'000; ++i) numbers.push_back(7);
  const JsonSchema schema = Compiled(R"({"items": {"anyOf": [{"type": "string"}, {"const": 8}]}})");
  EXPECT_EQ(kProblemsMax, schema.Check(Json(numbers), "").size());
}

TEST(JsonSchema, RefusesATextThatWouldExhaustARegularExpression) {
  const JsonSchema schema = Compiled(R"({"properties": {"id": {"pattern": "^([a-z]|-)*$"}}})");
  JsonObject object;
  object["id"] = std::string(1'000'000, 'a');
  EXPECT_EQ((Strings{"/id: Texten är för lång: 1\u00A0000\u00A0000 byte. Gränsen är 4\u00A0096."}),
            Told(schema, Json(object)));
  object["id"] = std::string(kTextBytesMax, 'a');
  EXPECT_EQ(Strings{}, Told(schema, Json(object)));
  JsonObject long_key;
  long_key[std::string(1'000'000, 'k')] = 1;
  EXPECT_EQ((Strings{": Texten är för lång: 1\u00A0000\u00A0000 byte. Gränsen är 4\u00A0096."}),
            Told(schema, Json(long_key)));
}

TEST(JsonSchema, FormatIsAskedOfEverything) {
  // valijson asks "format" of a number too, against the draft: a schema should say "type" beside
  // it.
  const JsonSchema schema = Compiled(R"({"properties": {"d": {"format": "date"}}})");
  EXPECT_EQ(Strings{}, Told(schema, Parsed(R"({"d": "2027-02-03"})")));
  const Strings plain = {"/d: Värdet här följer inte filens regler."};
  EXPECT_EQ(plain, Told(schema, Parsed(R"({"d": "3 februari"})")));
  EXPECT_EQ(plain, Told(schema, Parsed(R"({"d": 5})")));
}

TEST(JsonSchema, IsRefusedWhenItIsNone) {
  EXPECT_FALSE(JsonSchema::Compile("{").ok());
  EXPECT_FALSE(JsonSchema::Compile("[]").ok());
  EXPECT_FALSE(JsonSchema::Compile(R"({"type": "strng"})").ok());
  EXPECT_FALSE(JsonSchema::Compile(R"({"pattern": "(["})").ok());
  EXPECT_FALSE(JsonSchema::Compile(R"({"patternProperties": {"([": {}}})").ok());
  EXPECT_FALSE(JsonSchema::Compile(R"({"$ref": "https://example.com/schema.json"})").ok());
  EXPECT_FALSE(JsonSchema::Compile(R"({"$ref": "#/definitions/missing"})").ok());
}

// Takes a valid value and breaks it in places, from a seed.
Json Broken(Json value, std::mt19937& random) {
  static const char* const kOthers[] = {"null",           "0",      "-3",   "\"\"",
                                        "\"x\"",          "[]",     "{}",   "[[1]]",
                                        "{\"rrule\": 1}", "\"WE\"", "true", "1.5"};
  const auto pick = [&random](std::size_t below) { return random() % below; };
  if (pick(6) == 0) return Parsed(kOthers[pick(std::size(kOthers))]);
  if (auto* array = value.if_array()) {
    for (Json& element : *array) element = Broken(element, random);
  } else if (auto* object = value.if_object()) {
    for (auto& member : *object) member.value() = Broken(member.value(), random);
    if (!object->empty() && pick(4) == 0) object->erase(object->begin());
    if (pick(4) == 0) (*object)["extra"] = 1;
  }
  return value;
}

// The explanation never says less than valijson (it would show as the plain words) nor more.
TEST(JsonSchema, ExplainsWhateverIsInvalid) {
  const JsonSchema schema = Compiled(kWhen);
  const Json right = Parsed(R"([
    {"rrule": "FREQ=WEEKLY", "anchor": "2027-01-20", "from": "2027-01-01"},
    {"from": "kf/meeting", "weeks": -2, "weekday": "WE"},
    {"weeks": [5, 9, 14], "weekday": "TU", "from": "2027-01-01"}
  ])");
  ASSERT_EQ(Strings{}, Told(schema, right));
  std::mt19937 random(2027);
  int invalid = 0;
  for (int i = 0; i < 600; ++i) {
    const Json broken = Broken(right, random);
    for (const Problem& problem : schema.Check(broken, "")) {
      ++invalid;
      ASSERT_NE("Värdet här följer inte filens regler.", problem.what.sv) << WriteJson(broken);
    }
  }
  EXPECT_GT(invalid, 300);
}

}  // namespace
}  // namespace rytm
