#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <memory>

#include "base/words.h"
#include "pages/duty_list.h"
#include "pages/duty_times.h"

namespace rytm {
namespace {

// A4 in points.
constexpr double kWidth = 595;
constexpr double kHeight = 842;
constexpr double kMargin = 56;
constexpr double kTimeColumn = 150;
constexpr double kBodyColumn = 265;
constexpr double kPostColumn = 455;

template <class Thing, auto Free>
struct Freer {
  void operator()(Thing* thing) const { Free(thing); }
};
using Surface = std::unique_ptr<cairo_surface_t, Freer<cairo_surface_t, cairo_surface_destroy>>;
using Context = std::unique_ptr<cairo_t, Freer<cairo_t, cairo_destroy>>;
using Font =
    std::unique_ptr<PangoFontDescription, Freer<PangoFontDescription, pango_font_description_free>>;
struct Layout {
  explicit Layout(cairo_t* context) : layout(pango_cairo_create_layout(context)) {}
  ~Layout() { g_object_unref(layout); }
  Layout(const Layout&) = delete;
  Layout& operator=(const Layout&) = delete;
  PangoLayout* layout;
};

cairo_status_t Append(void* out, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

// A part of the document's structure, for screen readers (PDF 32000-1 §14.8.4).
class Tag {
 public:
  Tag(cairo_t* context, const char* name) : context_(context), name_(name) {
    cairo_tag_begin(context_, name_, nullptr);
  }
  ~Tag() { cairo_tag_end(context_, name_); }
  Tag(const Tag&) = delete;
  Tag& operator=(const Tag&) = delete;

 private:
  cairo_t* context_;
  const char* name_;
};

class Writer {
 public:
  Writer(cairo_t* context, const DutyList& list) : context_(context), list_(list) {}

  void Write() {
    const Tag document(context_, "Document");
    const bool swedish = list_.language == Language::kSwedish;
    Line("H1", (swedish ? "Förtroendeuppdrag: " : "Political duties: ") + list_.name,
         "Sans Bold 16");
    Line("P",
         list_.organisation.In(list_.language) + ", " +
             DateInWords(list_.period.first, list_.language) + " – " +
             DateInWords(list_.period.last, list_.language),
         "Sans 10");
    if (list_.travel.count() > 0)
      Line("P",
           (swedish ? "Tiderna räknar in resa åt vardera hållet: "
                    : "The times include travel each way: ") +
               LengthInWords(list_.travel, list_.language),
           "Sans 10");
    y_ += 10;
    WriteTable(swedish);
  }

 private:
  void WriteTable(bool swedish) {
    const Tag table(context_, "Table");
    Row("TH",
        {swedish ? "Dag" : "Day", swedish ? "Tid" : "Time", swedish ? "Organ" : "Body",
         swedish ? "Uppdrag" : "Assignment"},
        "Sans Bold 9");
    for (const Duty& duty : list_.duties)
      Row("TD",
          {ShortDayWithYear(duty.day, list_.language), TimesInWords(list_, duty),
           duty.body.In(list_.language), duty.post.In(list_.language)},
          "Sans 9");
  }

  void Line(const char* tag, const std::string& words, const char* font) {
    const Tag part(context_, tag);
    y_ += Show(words, font, kMargin, kWidth - 2 * kMargin) + 4;
  }

  void Row(const char* tag, const std::vector<std::string>& cells, const char* font) {
    constexpr double kColumns[] = {kMargin, kTimeColumn, kBodyColumn, kPostColumn,
                                   kWidth - kMargin + 8};
    if (y_ > kHeight - kMargin - 30) {
      cairo_show_page(context_);
      y_ = kMargin;
    }
    const Tag row(context_, "TR");
    double height = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const Tag cell(context_, tag);
      height =
          std::max(height, Show(cells[i], font, kColumns[i], kColumns[i + 1] - kColumns[i] - 8));
    }
    y_ += height + 5;
  }

  // Its height.
  double Show(const std::string& words, const char* font, double x, double width) {
    const Layout text(context_);
    const Font description(pango_font_description_from_string(font));
    pango_layout_set_font_description(text.layout, description.get());
    pango_layout_set_width(text.layout, static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(text.layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_text(text.layout, words.data(), static_cast<int>(words.size()));
    cairo_move_to(context_, x, y_);
    pango_cairo_show_layout(context_, text.layout);
    int height = 0;
    pango_layout_get_size(text.layout, nullptr, &height);
    return static_cast<double>(height) / PANGO_SCALE;
  }

  cairo_t* context_;
  const DutyList& list_;
  double y_ = kMargin;
};

}  // namespace

Result<std::string> DutyListAsPdf(const DutyList& list) {
  std::string pdf;
  const Surface surface(cairo_pdf_surface_create_for_stream(Append, &pdf, kWidth, kHeight));
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE,
                                 ("Rytm: " + list.name).c_str());
  const Context context(cairo_create(surface.get()));
  Writer(context.get(), list).Write();
  cairo_show_page(context.get());
  cairo_surface_finish(surface.get());
  if (cairo_status(context.get()) != CAIRO_STATUS_SUCCESS ||
      cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
    return Error{.code = ErrorCode::kUnavailable,
                 .message = Text("Det gick inte att skriva PDF: saknas ett typsnitt på servern?",
                                 "The PDF could not be written: does the server lack a font?"),
                 .problems = {}};
  return pdf;
}

}  // namespace rytm
