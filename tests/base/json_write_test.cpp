#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <limits>
#include <random>
#include <sstream>
#include <string>

#include "base/json.h"

namespace rytm {
namespace {

Json Parsed(std::string_view text) {
  Result<Json> result = ParseJson(text, "test");
  EXPECT_TRUE(result.ok()) << text;
  return result.ok() ? std::move(result).value() : Json();
}

TEST(WriteJson, WritesAFileAsPeopleWould) {
  const std::string text = R"({
  "organisation": {"id": "ekeby", "name": {"sv": "Ekeby kommun", "en": "Ekeby Municipality"}},
  "window": {"from": "2026-10-15", "until": "2030-12-31"},
  "empty": [],
  "nothing": {},
  "bodies": [
    {
      "id": "kf",
      "name": {"sv": "Kommunfullmäktige", "en": "Municipal Council"},
      "series": [
        {
          "id": "meeting",
          "when": {"rrule": "FREQ=MONTHLY;BYDAY=-1MO;BYMONTH=1,2,3,4,5,6,8,9,10,11"},
          "at": "18:30",
          "lasts": "PT3H",
          "weeks": [5, 9, 14, 18, 22, 27, 31, 36, 40, 44, 49],
          "share": 0.5,
          "webcast": true,
          "of": null
        }
      ]
    },
    {"id": "ks", "kind": "executive-board"}
  ]
}
)";
  EXPECT_EQ(text, WriteJson(Parsed(text)));
}

TEST(WriteJson, FillsTheLinesOfALongList) {
  std::string dates = "{\"dates\": [";
  for (int day = 10; day < 30; ++day) dates += "\"2027-01-" + std::to_string(day) + "\",";
  dates.back() = ']';
  EXPECT_EQ(
      "{\n  \"dates\": [\n"
      "    \"2027-01-10\", \"2027-01-11\", \"2027-01-12\", \"2027-01-13\", \"2027-01-14\", "
      "\"2027-01-15\",\n"
      "    \"2027-01-16\", \"2027-01-17\", \"2027-01-18\", \"2027-01-19\", \"2027-01-20\", "
      "\"2027-01-21\",\n"
      "    \"2027-01-22\", \"2027-01-23\", \"2027-01-24\", \"2027-01-25\", \"2027-01-26\", "
      "\"2027-01-27\",\n"
      "    \"2027-01-28\", \"2027-01-29\"\n"
      "  ]\n}\n",
      WriteJson(Parsed(dates + "}")));
}

TEST(WriteJson, HasNoLineOverAHundredColumnsThatCouldBeBroken) {
  for (std::size_t length = 40; length < 60; ++length) {
    JsonObject inner;
    inner["first"] = std::string(length, 'x');
    inner["second"] = std::string(30, 'y');
    JsonObject outer;
    outer["å"] = inner;
    outer["b"] = 1;
    std::istringstream lines(WriteJson(Json(outer)));
    for (std::string line; std::getline(lines, line);) {
      EXPECT_LE(line.size(), 101U) << line;  // å has two bytes
    }
  }
}

TEST(WriteJson, EscapesOnlyWhatMustBe) {
  const Json json = Parsed(R"(["\"\\\/\b\f\n\r\t\u0001\u001f", "åäö😀\u2028\u007f"])");
  EXPECT_EQ("[\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\", \"åäö😀\u2028\x7F\"]\n", WriteJson(json));
}

TEST(WriteJson, WritesScalarsAlone) {
  EXPECT_EQ("null\n", WriteJson(Json()));
  EXPECT_EQ("-7\n", WriteJson(Json(-7)));
  EXPECT_EQ("[]\n", WriteJson(Json(JsonArray())));
  EXPECT_EQ("{}\n", WriteJson(Json(JsonObject())));
  EXPECT_EQ("{\"a\": 1}\n", WriteJson(Parsed("{\"a\":1}")));
}

TEST(WriteJson, ADoubleStaysADouble) {
  EXPECT_EQ("3.0", WriteJsonCompact(Json(3.0)));
  EXPECT_EQ("-0.0", WriteJsonCompact(Json(-0.0)));
  EXPECT_EQ("0.1", WriteJsonCompact(Json(0.1)));
  EXPECT_EQ("1e+300", WriteJsonCompact(Json(1e300)));
}

TEST(WriteJsonCompact, HasNoBlanks) {
  EXPECT_EQ(R"({"a":[1,{"b":"c d"}],"e":null})",
            WriteJsonCompact(Parsed(R"({ "a": [1, {"b": "c d"}], "e": null })")));
}

// Values of every shape, from a seed: each run of the test sees the same.
class RandomJson {
 public:
  explicit RandomJson(unsigned seed) : random_(seed) {}

  Json Value(int depth) {
    switch (Pick(depth > 0 ? 8 : 6)) {
      case 0:
        return nullptr;
      case 1:
        return Pick(2) == 0;
      case 2:
        return static_cast<std::int64_t>(random_());
      case 3:
        return std::numeric_limits<std::uint64_t>::max() - random_() % 1000;
      case 4:
        return Double();
      case 5:
        return Json(String());
      case 6: {
        JsonArray array;
        for (std::uint64_t n = Pick(6); n > 0; --n) array.push_back(Value(depth - 1));
        return array;
      }
      default: {
        JsonObject object;
        for (std::uint64_t n = Pick(6); n > 0; --n) object[String()] = Value(depth - 1);
        return object;
      }
    }
  }

 private:
  std::uint64_t Pick(std::uint64_t below) { return random_() % below; }

  double Double() {
    for (;;) {
      const std::uint64_t bits = random_();
      double number = 0;
      static_assert(sizeof(bits) == sizeof(number));
      std::memcpy(&number, &bits, sizeof(bits));
      if (std::isfinite(number)) return number;
    }
  }

  std::string String() {
    static const std::string kPieces[] = {"a",  "Z",  "å",      "ö",    "😀",    "\"", "\\",
                                          "/",  "\n", "\t",     "\x01", "\x7F", " ",  "{",
                                          "},", ":",  "\u2028", "~",    "0",    "é"};
    std::string text;
    for (std::uint64_t n = Pick(12); n > 0; --n) text += kPieces[Pick(std::size(kPieces))];
    return text;
  }

  std::mt19937_64 random_;
};

TEST(WriteJson, IsReadBackAsItWas) {
  for (unsigned seed = 0; seed < 2000; ++seed) {
    const Json json = RandomJson(seed).Value(5);
    const std::string pretty = WriteJson(json);
    const std::string compact = WriteJsonCompact(json);
    const Result<Json> from_pretty = ParseJson(pretty, "");
    const Result<Json> from_compact = ParseJson(compact, "");
    ASSERT_TRUE(from_pretty.ok()) << pretty;
    ASSERT_TRUE(from_compact.ok()) << compact;
    ASSERT_EQ(json, from_pretty.value()) << pretty;
    ASSERT_EQ(json, from_compact.value()) << compact;
    // The order of the keys too, which == does not look at.
    ASSERT_EQ(compact, WriteJsonCompact(from_pretty.value()));
    ASSERT_EQ(pretty, WriteJson(from_compact.value()));
  }
}

}  // namespace
}  // namespace rytm
