#include <cmath>
#include <numbers>

#include "pages/cairo_pointers.h"
#include "pages/drawing.h"

namespace rytm {
namespace {

// Of "#12284c".
double Part(const std::string& colour, std::size_t at) {
  return std::stoi(colour.substr(at, 2), nullptr, 16) / 255.0;
}

void UseColour(cairo_t* context, const std::string& colour) {
  cairo_set_source_rgb(context, Part(colour, 1), Part(colour, 3), Part(colour, 5));
}

double Radians(double degrees) { return (degrees - 90) * std::numbers::pi / 180; }

struct PathPainter {
  cairo_t* context;
  void operator()(const MoveTo& part) const { cairo_move_to(context, part.to.x, part.to.y); }
  void operator()(const LineTo& part) const { cairo_line_to(context, part.to.x, part.to.y); }
  void operator()(const ArcTo& part) const {
    const auto draw = part.until > part.from ? cairo_arc : cairo_arc_negative;
    draw(context, part.centre.x, part.centre.y, part.radius, Radians(part.from),
         Radians(part.until));
  }
  void operator()(const ClosePath&) const { cairo_close_path(context); }
};

// Thin lines at 45 degrees across what is clipped.
void Hatch(cairo_t* context) {
  constexpr double kApart = 12.7;
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  cairo_clip_extents(context, &left, &top, &right, &bottom);
  const double height = bottom - top;
  cairo_set_source_rgba(context, 0.09, 0.145, 0.17, 0.35);
  cairo_set_line_width(context, 2.5);
  for (double x = std::floor((left - height) / kApart) * kApart; x < right; x += kApart) {
    cairo_move_to(context, x, bottom);
    cairo_line_to(context, x + height, top);
  }
  cairo_stroke(context);
}

struct MarkPainter {
  cairo_t* context;
  void operator()(const Shape& shape) const {
    cairo_new_path(context);
    for (const auto& part : shape.path) std::visit(PathPainter{context}, part);
    if (!shape.fill.empty()) {
      UseColour(context, shape.fill);
      cairo_fill_preserve(context);
    }
    if (shape.hatched) {
      cairo_save(context);
      const std::unique_ptr<cairo_path_t, Freer<cairo_path_t, cairo_path_destroy>> kept(
          cairo_copy_path(context));
      cairo_clip(context);
      Hatch(context);
      cairo_restore(context);
      cairo_append_path(context, kept.get());
    }
    if (!shape.line.empty()) {
      UseColour(context, shape.line);
      cairo_set_line_width(context, shape.line_width);
      cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke_preserve(context);
    }
    cairo_new_path(context);
  }
  void operator()(const Words& words) const {
    const PangoText text(pango_cairo_create_layout(context));
    auto* layout = static_cast<PangoLayout*>(text.get());
    const PangoFont font(pango_font_description_from_string(words.serif ? "Serif" : "Sans"));
    pango_font_description_set_absolute_size(font.get(), words.size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(),
                                      words.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout, font.get());
    pango_layout_set_text(layout, words.text.data(), static_cast<int>(words.text.size()));
    PangoRectangle extent;
    pango_layout_get_extents(layout, nullptr, &extent);
    const double width = static_cast<double>(extent.width) / PANGO_SCALE;
    const double baseline = static_cast<double>(pango_layout_get_baseline(layout)) / PANGO_SCALE;
    cairo_save(context);
    cairo_translate(context, words.at.x, words.at.y);
    cairo_rotate(context, words.turned * std::numbers::pi / 180);
    const double left = words.anchor == Words::Anchor::kStart    ? 0
                        : words.anchor == Words::Anchor::kMiddle ? -width / 2
                                                                 : -width;
    cairo_move_to(context, left, words.size * kCapitalHalf - baseline);
    UseColour(context, words.colour);
    pango_cairo_show_layout(context, layout);
    cairo_restore(context);
  }
};

}  // namespace

void Paint(cairo_t* context, const Drawing& drawing) {
  for (const Figure& figure : drawing.figures)
    for (const auto& mark : figure.marks) std::visit(MarkPainter{context}, mark);
}

Result<std::string> AsPng(const Drawing& drawing, double scale) {
  const CairoSurface surface(cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, static_cast<int>(std::ceil(drawing.width * scale)),
      static_cast<int>(std::ceil(drawing.height * scale))));
  const CairoContext context(cairo_create(surface.get()));
  cairo_set_source_rgb(context.get(), 1, 1, 1);
  cairo_paint(context.get());
  cairo_scale(context.get(), scale, scale);
  Paint(context.get(), drawing);
  std::string png;
  cairo_surface_write_to_png_stream(surface.get(), AppendTo, &png);
  if (const Result<Done> drawn = Drawn(context.get(), surface.get()); !drawn.ok())
    return drawn.error();
  return png;
}

}  // namespace rytm
