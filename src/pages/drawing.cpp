#include "pages/drawing.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <numbers>

namespace rytm {
namespace {

constexpr std::string_view kSans = "Source Sans 3, Segoe UI, system-ui, sans-serif";
constexpr std::string_view kSerif = "Source Serif 4, Georgia, serif";

std::string Number(double value) {
  std::array<char, 64> text{};
  const auto [end, error] =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 1);
  assert(error == std::errc());
  std::string number(text.data(), end);
  if (number.ends_with(".0")) number.resize(number.size() - 2);
  return number == "-0" ? "0" : number;
}

std::string Escaped(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      default:
        // XML 1.0 §2.2 has no place for the other control characters.
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') escaped += c;
    }
  }
  return escaped;
}

std::string Attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + Escaped(value) + "\"";
}

struct PathWriter {
  std::string& out;
  void operator()(const MoveTo& part) const {
    out += "M" + Number(part.to.x) + " " + Number(part.to.y);
  }
  void operator()(const LineTo& part) const {
    out += "L" + Number(part.to.x) + " " + Number(part.to.y);
  }
  void operator()(const ArcTo& part) const {
    const Point end = PointAt(part.centre, part.until, part.radius);
    const std::string radius = Number(part.radius);
    out += "A" + radius + " " + radius + " 0 " +
           (std::abs(part.until - part.from) > 180 ? "1 " : "0 ") +
           (part.until > part.from ? "1 " : "0 ") + Number(end.x) + " " + Number(end.y);
  }
  void operator()(const ClosePath&) const { out += "Z"; }
};

struct MarkWriter {
  std::string& out;
  void operator()(const Shape& shape) const {
    std::string path;
    for (const auto& part : shape.path) std::visit(PathWriter{path}, part);
    const std::string data = Attribute("d", path);
    if (!shape.fill.empty() || !shape.line.empty()) {
      out += "<path" + data + Attribute("fill", shape.fill.empty() ? "none" : shape.fill);
      if (!shape.line.empty())
        out += Attribute("stroke", shape.line) +
               Attribute("stroke-width", Number(shape.line_width)) +
               Attribute("stroke-linejoin", "round");
      out += "/>";
    }
    if (shape.hatched) out += "<path" + data + Attribute("fill", "url(#hatch)") + "/>";
  }
  void operator()(const Words& words) const {
    out += "<text";
    if (words.turned != 0)
      out += Attribute("transform", "translate(" + Number(words.at.x) + " " + Number(words.at.y) +
                                        ") rotate(" + Number(words.turned) + ")") +
             Attribute("y", Number(words.size * kCapitalHalf));
    else
      out += Attribute("x", Number(words.at.x)) +
             Attribute("y", Number(words.at.y + words.size * kCapitalHalf));
    out += Attribute("font-size", Number(words.size)) + Attribute("fill", words.colour);
    if (words.anchor == Words::Anchor::kMiddle) out += Attribute("text-anchor", "middle");
    if (words.anchor == Words::Anchor::kEnd) out += Attribute("text-anchor", "end");
    if (words.bold) out += Attribute("font-weight", "600");
    if (words.serif) out += Attribute("font-family", kSerif);
    out += ">" + Escaped(words.text) + "</text>";
  }
};

}  // namespace

Point PointAt(Point centre, double angle, double radius) {
  const double turned = (angle - 90) * std::numbers::pi / 180;
  return {centre.x + radius * std::cos(turned), centre.y + radius * std::sin(turned)};
}

Path Circle(Point centre, double radius) {
  return {MoveTo{PointAt(centre, 0, radius)}, ArcTo{centre, radius, 0, 180},
          ArcTo{centre, radius, 180, 360}, ClosePath{}};
}

Path Polygon(const std::vector<Point>& corners) {
  Path path;
  for (const Point& corner : corners) {
    if (path.empty())
      path.emplace_back(MoveTo{corner});
    else
      path.emplace_back(LineTo{corner});
  }
  path.emplace_back(ClosePath{});
  return path;
}

std::string AsSvg(const Drawing& drawing) {
  // Links inside an image are not found by screen readers.
  const bool leads = std::any_of(drawing.figures.begin(), drawing.figures.end(),
                                 [](const Figure& figure) { return !figure.address.empty(); });
  std::string svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\"" +
      Attribute("viewBox", Number(drawing.corner.x) + " " + Number(drawing.corner.y) + " " +
                               Number(drawing.width) + " " + Number(drawing.height)) +
      Attribute("lang", drawing.language) + Attribute("font-family", kSans) +
      Attribute("role", leads ? "group" : "img") +
      " aria-labelledby=\"drawing-title\" aria-describedby=\"drawing-description\">";
  svg += "<title id=\"drawing-title\">" + Escaped(drawing.title) +
         "</title><desc id=\"drawing-description\">" + Escaped(drawing.description) + "</desc>";
  svg +=
      "<defs><pattern id=\"hatch\" width=\"9\" height=\"9\" patternUnits=\"userSpaceOnUse\" "
      "patternTransform=\"rotate(45)\"><path d=\"M0 0V9\" stroke=\"#17252b\" "
      "stroke-opacity=\".35\" stroke-width=\"2.5\"/></pattern></defs>";
  for (const Figure& figure : drawing.figures) {
    if (!figure.address.empty()) svg += "<a" + Attribute("href", figure.address) + ">";
    svg += "<g>";
    if (!figure.title.empty()) svg += "<title>" + Escaped(figure.title) + "</title>";
    for (const auto& mark : figure.marks) std::visit(MarkWriter{svg}, mark);
    svg += figure.address.empty() ? "</g>" : "</g></a>";
    svg += "\n";
  }
  return svg + "</svg>\n";
}

}  // namespace rytm
