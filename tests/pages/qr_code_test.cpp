// The code as modules. That cameras read it, and that it says what it should, is tested in a
// browser (tests/e2e/pages.test.mjs) with a reader of others.
#include "pages/qr_code.h"

#include <gmock/gmock.h>

#include <regex>
#include <vector>

#include "tests/golden/expect_golden.h"
#include "tests/pages/html_reader.h"

namespace rytm {
namespace {

// "#" for dark, "." for light, the quiet zone too.
std::vector<std::string> ModulesOf(const std::string& svg) {
  const Html html = ReadHtml(svg);
  std::size_t side = 0;
  EXPECT_EQ(std::sscanf(html.All("svg").at(0)->At("viewBox").c_str(), "0 0 %zu", &side), 1);
  std::vector<std::string> modules(side, std::string(side, '.'));
  const std::string path = html.All("path").at(1)->At("d");
  const std::regex run(R"(M(\d+) (\d+)h(\d+)v1h-(\d+)z)");
  std::size_t read = 0;
  for (std::sregex_iterator it(path.begin(), path.end(), run), end; it != end; ++it) {
    read += static_cast<std::size_t>(it->length());
    EXPECT_EQ((*it)[3], (*it)[4]);
    const std::size_t length = std::stoul((*it)[3]);
    modules.at(std::stoul((*it)[2])).replace(std::stoul((*it)[1]), length, length, '#');
  }
  EXPECT_EQ(read, path.size()) << "a part of the path is something else";
  return modules;
}

TEST(QrCodeTest, IsDrawnAsBefore) {
  const std::optional<std::string> svg =
      QrCodeAsSvg("https://rytm.ekeby.example/ekeby/ks/prenumerera", "QR-kod till den här sidan");
  ASSERT_TRUE(svg);
  std::string modules;
  for (const std::string& row : ModulesOf(*svg)) modules += row + "\n";
  ExpectGolden("pages/qr_code.txt", modules);
}

TEST(QrCodeTest, HasItsThreeCornersAndAQuietZone) {
  for (const std::size_t bytes : {1U, 100U, 2331U}) {
    const std::vector<std::string> modules =
        ModulesOf(QrCodeAsSvg(std::string(bytes, 'x'), "x").value_or(""));
    const std::size_t side = modules.size();
    for (const auto& [row, column] :
         {std::pair<std::size_t, std::size_t>{4, 4}, {4, side - 11}, {side - 11, 4}}) {
      EXPECT_EQ(modules[row].substr(column, 7), "#######") << bytes;
      EXPECT_EQ(modules[row + 3].substr(column, 7), "#.###.#") << bytes;
    }
    for (std::size_t i = 0; i < side; ++i) {
      EXPECT_EQ(modules[i].substr(0, 4) + modules[i].substr(side - 4), "........") << bytes;
      for (const std::size_t edge : {i % 4, side - 1 - i % 4})
        EXPECT_EQ(modules[edge].find('#'), std::string::npos) << bytes;
    }
  }
}

TEST(QrCodeTest, SaysWhatItIsToThoseWhoDoNotSeeIt) {
  const Html html = ReadHtml(QrCodeAsSvg("x", "<b>\"Kod\" & mer</b>").value_or(""));
  EXPECT_THAT(html.problems, testing::IsEmpty());
  const Tag* svg = html.All("svg").at(0);
  EXPECT_EQ(svg->At("role"), "img");
  EXPECT_EQ(svg->At("aria-labelledby"), html.All("title").at(0)->At("id"));
  EXPECT_EQ(html.All("title").at(0)->text, "<b>\"Kod\" & mer</b>");
}

TEST(QrCodeTest, RefusesWhatDoesNotFit) {
  EXPECT_EQ(QrCodeAsSvg("", "x"), std::nullopt);
  EXPECT_EQ(QrCodeAsSvg(std::string(2332, 'x'), "x"), std::nullopt);
  EXPECT_EQ(QrCodeAsSvg(std::string(1'000'000, 'x'), "x"), std::nullopt);
}

}  // namespace
}  // namespace rytm
