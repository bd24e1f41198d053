#include "base/json_edit.h"

#include <gtest/gtest.h>

namespace rytm {
namespace {

struct Edit {
  const char* text;
  const char* pointer;
  const char* value;
  const char* edited;
};

TEST(JsonEdit, ChangesOneValueAndNothingElse) {
  for (const Edit& c : std::initializer_list<Edit>{
           {R"({"a": 1})", "/a", "2", R"({"a": 2})"},
           {R"({ "a":1 , "b" : [ 1,2 ] })", "/b/1", "\"x\"", R"({ "a":1 , "b" : [ 1,"x" ] })"},
           {R"({"a": {"b": "}\"{", "c": [[], {}]}, "d": 1e3})", "/d", "true",
            R"({"a": {"b": "}\"{", "c": [[], {}]}, "d": true})"},
           {R"({"a~b/c": 1, "é": 2})", "/a~0b~1c", "9", R"({"a~b/c": 9, "é": 2})"},
           {R"({"\u00e9": 2})", "/é", "3", R"({"\u00e9": 3})"},
           {"\xEF\xBB\xBF{\"a\": 1}\n", "/a", "2", "\xEF\xBB\xBF{\"a\": 2}\n"},
           {"[0, 1]", "/0", "[]", "[[], 1]"},
           {"{\n  \"a\": 1\n}\n", "/b", "2", "{\n  \"a\": 1,\n  \"b\": 2\n}\n"},
           {"{}", "/a", "1", "{\n  \"a\": 1\n}"},
           {"{\n  \"a\": [\n    1\n  ]\n}", "/a/-", "2", "{\n  \"a\": [\n    1,\n    2\n  ]\n}"},
           {"{\n  \"a\": []\n}", "/a/-", "2", "{\n  \"a\": [\n    2\n  ]\n}"}}) {
    const auto edited = SetJson(c.text, c.pointer, ParseJson(c.value, "").value());
    ASSERT_TRUE(edited) << c.text << " " << c.pointer;
    EXPECT_EQ(c.edited, *edited);
    EXPECT_TRUE(ParseJson(*edited, "").ok()) << *edited;
  }
}

TEST(JsonEdit, IndentsWhatTakesSeveralLines) {
  const std::string text = "{\n  \"bodies\": [\n    {\"id\": \"kf\"}\n  ]\n}\n";
  JsonArray dates;
  for (int day = 10; day < 20; ++day) dates.push_back(Json("2027-01-" + std::to_string(day)));
  const auto edited = SetJson(text, "/bodies/0/dates", dates);
  ASSERT_TRUE(edited);
  EXPECT_EQ(
      "{\n  \"bodies\": [\n    {\"id\": \"kf\",\n"
      "      \"dates\": [\n"
      "        \"2027-01-10\", \"2027-01-11\", \"2027-01-12\", \"2027-01-13\", \"2027-01-14\", "
      "\"2027-01-15\", \"2027-01-16\",\n"
      "        \"2027-01-17\", \"2027-01-18\", \"2027-01-19\"\n"
      "      ]\n    }\n  ]\n}\n",
      *edited);
}

TEST(JsonEdit, AddsAnElementBeforeTheOneThatIsThere) {
  for (const Edit& c : std::initializer_list<Edit>{
           {"[1, 2]", "/0", "0", "[0, 1, 2]"},
           {"[1,2]", "/1", "0", "[1,0, 2]"},
           {"{\n  \"a\": [\n    1,\n    2\n  ]\n}", "/a/1", "[]",
            "{\n  \"a\": [\n    1,\n    [],\n    2\n  ]\n}"},
           {"{\n  \"a\": [\n    1, 2\n  ]\n}", "/a/1", "0", "{\n  \"a\": [\n    1, 0, 2\n  ]\n}"},
           {"[1]", "/-", "2", "[1,\n  2\n]"},
           {"{\"a\": 1}", "/a", "2", "{\"a\": 2}"}}) {
    const auto edited = AddJson(c.text, c.pointer, ParseJson(c.value, "").value());
    ASSERT_TRUE(edited) << c.text << " " << c.pointer;
    EXPECT_EQ(c.edited, *edited);
    EXPECT_TRUE(ParseJson(*edited, "").ok()) << *edited;
  }
}

struct Removal {
  const char* text;
  const char* pointer;
  const char* left;
};

TEST(JsonEdit, TakesOneThingAwayWithItsComma) {
  for (const Removal& c : std::initializer_list<Removal>{
           {"[1, 2, 3]", "/0", "[2, 3]"},
           {"[1, 2, 3]", "/1", "[1, 3]"},
           {"[1, 2, 3]", "/2", "[1, 2]"},
           {"[1 , 2 ]", "/1", "[1 ]"},
           {"[ 1 ]", "/0", "[]"},
           {"\xEF\xBB\xBF[[], {}]\n", "/1", "\xEF\xBB\xBF[[]]\n"},
           {R"({"a": 1, "b": 2})", "/a", R"({"b": 2})"},
           {R"({"a": 1, "b": 2})", "/b", R"({"a": 1})"},
           {R"({"a": {"b": "},"}})", "/a/b", R"({"a": {}})"},
           {R"({"a~b/c": ",", "é": 2})", "/a~0b~1c", R"({"é": 2})"},
           {"{\n  \"a\": 1,\n\n  \"b\": [\n    2\n  ],\n  \"c\": 3\n}\n", "/b",
            "{\n  \"a\": 1,\n\n  \"c\": 3\n}\n"},
           {"{\n  \"a\": 1,\n  \"b\": 2\n}\n", "/b", "{\n  \"a\": 1\n}\n"},
           {"{\n  \"a\": [\n    1\n  ]\n}", "/a/0", "{\n  \"a\": []\n}"}}) {
    const auto left = RemoveJson(c.text, c.pointer);
    ASSERT_TRUE(left) << c.text << " " << c.pointer;
    EXPECT_EQ(c.left, *left);
    EXPECT_TRUE(ParseJson(*left, "").ok()) << *left;
  }
}

TEST(JsonEdit, WhatIsAddedAndTakenAwayLeavesTheTextAsItWas) {
  const std::string text = "{\n  \"a\": [\n    {\"id\": \"x\"},\n    {\"id\": \"y\"}\n  ]\n}\n";
  for (const char* pointer : {"/a/0", "/a/1", "/b"}) {
    const auto more = AddJson(text, pointer, Json("new"));
    ASSERT_TRUE(more) << pointer;
    EXPECT_EQ(text, RemoveJson(*more, pointer)) << pointer;
  }
}

TEST(JsonEdit, RefusesPlacesThatAreNotThere) {
  for (const char* pointer : {"", "/b", "/a/b", "/l/2", "/l/-", "/l/x"})
    EXPECT_FALSE(RemoveJson(R"({"a": 1, "l": [1, 2]})", pointer)) << pointer;
  for (const char* pointer : {"/b/c", "/l/3", "/l/x"})
    EXPECT_FALSE(AddJson(R"({"a": 1, "l": [1, 2]})", pointer, Json(1))) << pointer;
  for (const char* pointer : {"/b/c", "/a/b", "/l/2", "/l/x", "/l/-/a", "/l/00"})
    EXPECT_FALSE(SetJson(R"({"a": 1, "l": [1, 2]})", pointer, Json(1))) << pointer;
}

}  // namespace
}  // namespace rytm
