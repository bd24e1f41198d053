// Contrast of the style sheet's colours, by day and by night (WCAG 2.2, 1.4.3 and 1.4.11).
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <string>

namespace rytm {
namespace {

std::string StyleSheet() {
  std::ifstream file(std::string(RYTM_SOURCE_DIR) + "/src/pages/style/public.css");
  return {std::istreambuf_iterator<char>(file), {}};
}

using Colours = std::map<std::string, std::string>;

// The colours set in the part of the sheet.
Colours ColoursIn(const std::string& css) {
  Colours colours;
  const std::regex colour("--([a-z0-9-]+): #([0-9a-f]{6});");
  for (std::sregex_iterator it(css.begin(), css.end(), colour), end; it != end; ++it)
    colours[(*it)[1]] = (*it)[2];
  return colours;
}

// WCAG 2.2, relative luminance.
double Luminance(const std::string& hex) {
  const auto linear = [&](std::size_t at) {
    const double part = std::stoi(hex.substr(at, 2), nullptr, 16) / 255.0;
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(0) + 0.7152 * linear(2) + 0.0722 * linear(4);
}

double Contrast(const std::string& a, const std::string& b) {
  const double x = Luminance(a);
  const double y = Luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

struct Pair {
  const char* front;
  const char* back;
  double least;
};

constexpr double kText = 4.5;
constexpr double kPart = 3.0;  // borders of controls, drawings

constexpr Pair kPairs[] = {
    {"ink", "paper", kText},
    {"ink", "sunken", kText},
    {"ink", "accent-soft", kText},
    {"ink-2", "paper", kText},
    {"ink-2", "sunken", kText},
    {"ink-2", "accent-soft", kText},
    {"accent", "paper", kText},
    {"accent", "sunken", kText},
    {"accent", "accent-soft", kText},
    {"accent-strong", "paper", kText},
    {"accent-strong", "sunken", kText},
    {"on-accent", "accent", kText},
    {"on-accent", "accent-strong", kText},
    {"red", "paper", kText},
    {"red", "sunken", kText},
    {"red", "accent-soft", kText},
    {"moved", "paper", kText},
    {"moved", "sunken", kText},
    {"moved", "accent-soft", kText},
    {"control", "paper", kPart},
    {"control", "sunken", kPart},
    {"council", "paper", kPart},
    {"board", "paper", kPart},
    {"committee", "paper", kPart},
};

TEST(ContrastTest, IsEnoughByDayAndByNight) {
  const std::string css = StyleSheet();
  const std::size_t night = css.find("prefers-color-scheme: dark");
  ASSERT_NE(night, std::string::npos);
  const Colours day_colours = ColoursIn(css.substr(0, night));
  const Colours night_colours = ColoursIn(css.substr(night));
  ASSERT_EQ(day_colours.size(), night_colours.size());
  for (const Colours& colours : {day_colours, night_colours})
    for (const Pair& pair : kPairs)
      EXPECT_GE(Contrast(colours.at(pair.front), colours.at(pair.back)), pair.least)
          << pair.front << " on " << pair.back;
}

TEST(ContrastTest, IsCountedAsTheStandardDoes) {
  EXPECT_NEAR(Contrast("000000", "ffffff"), 21.0, 0.01);
  EXPECT_NEAR(Contrast("777777", "ffffff"), 4.48, 0.01);
}

}  // namespace
}  // namespace rytm
