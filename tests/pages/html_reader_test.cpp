// The reader that other tests trust must see what is wrong.
#include "tests/pages/html_reader.h"

#include <gmock/gmock.h>

namespace rytm {
namespace {

using testing::Contains;
using testing::IsEmpty;

TEST(HtmlReaderTest, SeesTagsTextsAndAttributes) {
  const Html html = ReadHtml(
      "<!doctype html>\n<html lang=\"sv\"><p class=\"a\">1 &lt; 2 <b>&amp;</b></p>"
      "<input readonly value=\"&quot;\"></html>");
  EXPECT_THAT(html.problems, IsEmpty());
  ASSERT_EQ(html.tags.size(), 4U);
  EXPECT_EQ(html.tags[1].text, "1 < 2 &");
  EXPECT_EQ(html.tags[1].At("class"), "a");
  EXPECT_TRUE(html.tags[2].IsInside("p"));
  EXPECT_TRUE(html.tags[3].Has("readonly"));
  EXPECT_EQ(html.tags[3].At("value"), "\"");
}

TEST(HtmlReaderTest, ReadsNoTagsInTheTextOfAScript) {
  const Html html = ReadHtml("<p><script type=\"a\">{\"b\": \"<i> & \"}</script><b>c</b></p>");
  EXPECT_THAT(html.problems, IsEmpty());
  ASSERT_EQ(html.tags.size(), 3U);
  EXPECT_EQ(html.tags[1].text, "{\"b\": \"<i> & \"}");
}

struct BrokenPage {
  const char* html;
  const char* problem;
};

class BrokenPageTest : public testing::TestWithParam<BrokenPage> {};

TEST_P(BrokenPageTest, IsSeen) {
  EXPECT_THAT(ReadHtml(GetParam().html).problems, Contains(GetParam().problem));
}

INSTANTIATE_TEST_SUITE_P(
    Table, BrokenPageTest,
    testing::Values(BrokenPage{"<html><p></html>", "closed but not open: html"},
                    BrokenPage{"<html>", "not closed: html"},
                    BrokenPage{"<p id=\"a\"></p><b id=\"a\"></b>", "id twice: a"},
                    BrokenPage{"<p class=a></p>", "value without quotes: class"},
                    BrokenPage{"<p>Lind & Co</p>", "a & that stands for nothing, before:  Co"},
                    BrokenPage{"<p a=\"1\" a=\"2\"></p>", "twice in p: a"}));

}  // namespace
}  // namespace rytm
