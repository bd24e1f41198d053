// What cairo and pango own, freed with its scope. Private to this room.
#pragma once

#include <pango/pangocairo.h>

#include <memory>
#include <string>

#include "base/result.h"
#include "pages/drawing.h"

namespace rytm {

template <class Thing, auto Free>
struct Freer {
  void operator()(Thing* thing) const { Free(thing); }
};
using CairoSurface =
    std::unique_ptr<cairo_surface_t, Freer<cairo_surface_t, cairo_surface_destroy>>;
using CairoContext = std::unique_ptr<cairo_t, Freer<cairo_t, cairo_destroy>>;
using CairoPattern =
    std::unique_ptr<cairo_pattern_t, Freer<cairo_pattern_t, cairo_pattern_destroy>>;
using PangoFont =
    std::unique_ptr<PangoFontDescription, Freer<PangoFontDescription, pango_font_description_free>>;
using PangoText = std::unique_ptr<PangoLayout, Freer<void, g_object_unref>>;

// A cairo_write_func_t: `out` is a std::string.
cairo_status_t AppendTo(void* out, const unsigned char* data, unsigned int length);

// Fails unless all that was drawn got there.
Result<Done> Drawn(cairo_t* context, cairo_surface_t* surface);

// In the drawing's own units, from where the context's origin is.
void Paint(cairo_t* context, const Drawing& drawing);

// A part of a PDF's structure, for screen readers (PDF 32000-1 §14.8.4).
class PdfTag {
 public:
  PdfTag(cairo_t* context, const char* name) : context_(context), name_(name) {
    cairo_tag_begin(context_, name_, nullptr);
  }
  ~PdfTag() { cairo_tag_end(context_, name_); }
  PdfTag(const PdfTag&) = delete;
  PdfTag& operator=(const PdfTag&) = delete;

 private:
  cairo_t* context_;
  const char* name_;
};

}  // namespace rytm
