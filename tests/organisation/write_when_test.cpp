#include "organisation/write_when.h"

#include <gtest/gtest.h>

#include "base/json_reader.h"
#include "organisation/read_parts.h"

namespace rytm {
namespace {

TEST(WriteWhen, IsReadBackAsItWas) {
  for (
      const char* text :
      {R"({"rrule":"FREQ=MONTHLY;BYDAY=3WE"})",
       R"({"rrule":"FREQ=WEEKLY;INTERVAL=4;BYDAY=WE","anchor":"2027-01-20"})",
       R"({"rrule":"FREQ=WEEKLY;INTERVAL=4;BYDAY=WE","anchor":"2027-01-20",)"
       R"("restart":[{"after":"recess","iso-week":34},{"iso-week":45}],"from":"2027-01-01"})",
       R"({"from":"kf/meeting","weeks":-2,"weekday":"WE","since":"2027-01-01","until":"2027-12-31"})",
       R"({"from":"kf/meeting","days":-14})",
       R"({"from":"kf/meeting","working-days":-10,"extras":true})",
       R"({"weeks":[5,9,14],"weekday":"TU","from":"2027-01-01"})",
       R"({"dates":["2027-02-03","2027-03-10"]})",
       R"({"dates":["2027-02-03"],"decided":true,"at":"13:00","lasts":"PT3H","place":"salen"})",
       R"({"dates":["2027-02-03"],"decided":true,"from":"2027-01-01","until":"2027-12-31"})"}) {
    const Json file = ParseJson(std::string(R"({"when":)") + text + "}", "when.json").value();
    std::vector<Problem> problems;
    const std::vector<When> parts = ReadWhen(JsonReader(file, "when.json", problems));
    ASSERT_TRUE(problems.empty()) << text << ": " << problems[0].what.sv;
    ASSERT_EQ(1U, parts.size());
    EXPECT_EQ(text, WriteJsonCompact(WriteWhen(parts[0])));
  }
}

}  // namespace
}  // namespace rytm
