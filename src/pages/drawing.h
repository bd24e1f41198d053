// A picture as values, on a plane with x to the right and y down: written as SVG, painted as PNG or
// into a PDF (pdf_document.h). All three show the same.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/result.h"

namespace rytm {

struct Point {
  double x = 0;
  double y = 0;
};

// Angles in degrees, clockwise from twelve o'clock.
Point PointAt(Point centre, double angle, double radius);

struct MoveTo {
  Point to;
};
struct LineTo {
  Point to;
};
// From where the path is to `until`, which lies as far from the centre as where it is.
struct ArcTo {
  Point centre;
  double radius = 0;
  double from = 0;   // degrees
  double until = 0;  // beyond `from`: clockwise; before it: the other way. Less than a full turn.
};
struct ClosePath {};
using Path = std::vector<std::variant<MoveTo, LineTo, ArcTo, ClosePath>>;

Path Circle(Point centre, double radius);
Path Polygon(const std::vector<Point>& corners);

// Colours as "#12284c"; empty: none.
struct Shape {
  Path path;
  std::string fill{};
  std::string line{};
  double line_width = 1;
  bool hatched = false;  // thin slanting lines over the fill: readable without colour
};

inline constexpr double kCapitalHalf = 0.35;  // half a capital letter's height, of the size

struct Words {
  enum class Anchor { kStart, kMiddle, kEnd };
  Point at;  // of the anchor, halfway up a capital letter
  std::string text;
  double size = 16;
  std::string colour = "#17252b";
  Anchor anchor = Anchor::kMiddle;
  bool bold = false;
  bool serif = false;
  double turned = 0;  // degrees clockwise, around `at`
};

// Marks that belong together: what a reader is told when pointing at them, and where they lead.
struct Figure {
  std::string title{};    // plain text; empty: decoration
  std::string address{};  // a link; empty: none
  std::vector<std::variant<Shape, Words>> marks{};
};

struct Drawing {
  Point corner{};  // left and above; what is beyond the edges is not seen
  double width = 0;
  double height = 0;
  std::string title;
  std::string description;  // what it shows, for those who do not see it
  std::string language;     // "sv"
  std::vector<Figure> figures{};
};

// Whole, with its namespace; without scripts and styles, so that it may stand inside a page too.
std::string AsSvg(const Drawing& drawing);

// `scale` pixels a unit. kUnavailable: the machine has no font, or no memory.
Result<std::string> AsPng(const Drawing& drawing, double scale);

}  // namespace rytm
