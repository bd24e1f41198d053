#include "pages/pdf_document.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "pages/cairo_pointers.h"

namespace rytm {
namespace {

// In points, 72 an inch.
constexpr double kMargin = 34;  // 12 mm
constexpr double kFooter = 22;
constexpr double kCellGap = 6;
constexpr double kRowGap = 4;

struct Size {
  double width = 0;
  double height = 0;
};

Size SizeOf(PdfDocument::Paper paper) {
  switch (paper) {
    case PdfDocument::Paper::kA4:
      return {595, 842};
    case PdfDocument::Paper::kA4Lying:
      return {842, 595};
    case PdfDocument::Paper::kA3Lying:
      return {1191, 842};
  }
  return {};
}

struct Font {
  double points = 10;
  bool bold = false;
  bool serif = false;
  bool to_the_right = false;
};

// Cairo 1.16 has no word for the language; it writes the catalog last of all objects, so that
// nothing but the table of objects moves when the language is put in (PDF 32000-1 §14.9.2).
std::string WithLanguage(std::string pdf, Language language) {
  constexpr std::string_view kCatalog = "<< /Type /Catalog\n";
  constexpr std::string_view kTableAt = "startxref\n";
  const std::string entry = std::string("   /Lang (") +
                            (language == Language::kSwedish ? "sv" : "en") +
                            ")\n   /ViewerPreferences << /DisplayDocTitle true >>\n";
  const std::size_t catalog = pdf.rfind(kCatalog);
  const std::size_t table_at = pdf.rfind(kTableAt);
  if (catalog == std::string::npos || table_at == std::string::npos) return pdf;
  const std::size_t table = pdf.rfind("\nxref\n", table_at) + 1;
  pdf.replace(table_at, std::string::npos,
              std::string(kTableAt) + std::to_string(table + entry.size()) + "\n%%EOF\n");
  pdf.insert(catalog + kCatalog.size(), entry);
  return pdf;
}

std::vector<std::string> HeadingsOf(const std::vector<PdfDocument::Column>& columns) {
  std::vector<std::string> headings;
  for (const PdfDocument::Column& column : columns) headings.push_back(column.heading);
  return headings;
}

}  // namespace

class PdfDocument::Pages {
 public:
  // `in_all`: how many pages there will be.
  Pages(const About& about, int in_all)
      : about_(about),
        in_all_(in_all),
        size_(SizeOf(about.paper)),
        surface_(cairo_pdf_surface_create_for_stream(AppendTo, &bytes_, size_.width, size_.height)),
        context_(cairo_create(surface_.get())) {
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, about.title.c_str());
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                   FormatDay(about.made).c_str());
    document_.emplace(context_.get(), "Document");
  }

  double Width() const { return size_.width - 2 * kMargin; }
  double Left() const { return Bottom() - y_; }
  bool IsAtTop() const { return y_ == kMargin; }
  cairo_t* context() const { return context_.get(); }
  void Down(double points) { y_ += points; }
  void MakeRoomFor(double height) {
    if (height > Left() && !IsAtTop()) NextPage();
  }

  void NextPage() {
    EndPage();
    y_ = kMargin;
  }

  double HeightOf(const std::string& words, const Font& font, double width) const {
    const PangoText text = Laid(words, font, width);
    int height = 0;
    pango_layout_get_size(static_cast<PangoLayout*>(text.get()), nullptr, &height);
    return static_cast<double>(height) / PANGO_SCALE;
  }

  void Show(const std::string& words, const Font& font, double x, double width) const {
    const PangoText text = Laid(words, font, width);
    cairo_move_to(context_.get(), x, y_);
    pango_cairo_show_layout(context_.get(), static_cast<PangoLayout*>(text.get()));
  }

  void Line(double thick) const {
    cairo_set_line_width(context_.get(), thick);
    cairo_move_to(context_.get(), kMargin, y_ - kRowGap / 2);
    cairo_line_to(context_.get(), size_.width - kMargin, y_ - kRowGap / 2);
    cairo_stroke(context_.get());
  }

  void Text(const char* tag, const std::string& words, const Font& font, double before) {
    const double height = HeightOf(words, font, Width());
    MakeRoomFor(before + height);
    if (!IsAtTop()) y_ += before;
    const PdfTag part(context_.get(), tag);
    Show(words, font, kMargin, Width());
    y_ += height + kRowGap;
  }

  void ListLine(const std::string& words, const Font& font) {
    constexpr double kIndent = 12;
    const double height = HeightOf(words, font, Width() - kIndent);
    MakeRoomFor(height);
    const PdfTag line(context_.get(), "LI");
    {
      const PdfTag mark(context_.get(), "Lbl");
      Show("•", font, kMargin, kIndent);
    }
    const PdfTag body(context_.get(), "LBody");
    Show(words, font, kMargin + kIndent, Width() - kIndent);
    y_ += height + kRowGap;
  }

  // Without the gap behind each.
  std::vector<double> WidthsOf(const std::vector<Column>& columns) const {
    double shares = 0;
    for (const Column& column : columns) shares += column.share;
    std::vector<double> widths;
    for (const Column& column : columns)
      widths.push_back(Width() * column.share / shares - kCellGap);
    return widths;
  }

  // Of a row of a table.
  double HeightOf(const std::vector<std::string>& cells, const Font& font,
                  const std::vector<double>& widths) const {
    double height = 0;
    for (std::size_t i = 0; i < cells.size(); ++i)
      height = std::max(height, HeightOf(cells[i], font, widths[i]));
    return height;
  }

  // `height`: of the highest of its cells.
  void Row(bool is_heading, const std::vector<std::string>& cells, const Font& font,
           const std::vector<double>& widths, double height) {
    const PdfTag row(context_.get(), "TR");
    double x = kMargin;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const PdfTag cell(context_.get(), is_heading || i == 0 ? "TH" : "TD");
      Show(cells[i], font, x, widths[i]);
      x += widths[i] + kCellGap;
    }
    y_ += height + kRowGap;
  }

  void Table(const std::vector<Column>& columns, const Rows& rows, double points);
  double SizeThatFits(const std::vector<Column>& columns, const Rows& rows, double largest) const;
  void Picture(const Drawing& drawing);

  Result<std::string> Finish() {
    EndPage();
    document_.reset();
    cairo_surface_finish(surface_.get());
    if (const Result<Done> drawn = Drawn(context_.get(), surface_.get()); !drawn.ok())
      return drawn.error();
    return WithLanguage(bytes_, about_.language);
  }
  int count() const { return count_; }

 private:
  double Bottom() const { return size_.height - kMargin - kFooter; }

  PangoText Laid(const std::string& words, const Font& font, double width) const {
    PangoText text(pango_cairo_create_layout(context_.get()));
    auto* layout = static_cast<PangoLayout*>(text.get());
    const PangoFont description(pango_font_description_from_string(font.serif ? "Serif" : "Sans"));
    pango_font_description_set_absolute_size(description.get(),
                                             font.points * about_.larger * PANGO_SCALE);
    if (font.bold) pango_font_description_set_weight(description.get(), PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(layout, description.get());
    pango_layout_set_width(layout, static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    if (font.to_the_right) pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT);
    pango_layout_set_text(layout, words.data(), static_cast<int>(words.size()));
    // Hyphens stand where the text has soft ones, not where a line happens to end.
    const std::unique_ptr<PangoAttrList, Freer<PangoAttrList, pango_attr_list_unref>> attributes(
        pango_attr_list_new());
    pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(FALSE));
    if (words.find("\u00AD") == std::string::npos)
      pango_layout_set_attributes(layout, attributes.get());
    return text;
  }

  // The footer is no part of what is read aloud.
  void EndPage() {
    constexpr double kNumberWidth = 90;
    const double width = kNumberWidth * about_.larger;
    const double kept = y_;
    const bool swedish = about_.language == Language::kSwedish;
    y_ = size_.height - kMargin - kFooter / 2;
    Show(about_.footer, {.points = 8}, kMargin, Width() - width);
    Show((swedish ? "Sida " : "Page ") + std::to_string(++count_) + (swedish ? " av " : " of ") +
             std::to_string(in_all_),
         {.points = 8, .to_the_right = true}, size_.width - kMargin - width, width);
    y_ = kept;
    cairo_show_page(context_.get());
  }

  const About& about_;
  const int in_all_;
  const Size size_;
  std::string bytes_;
  const CairoSurface surface_;
  const CairoContext context_;
  std::optional<PdfTag> document_;
  double y_ = kMargin;
  int count_ = 0;
};

double PdfDocument::Pages::SizeThatFits(const std::vector<Column>& columns, const Rows& rows,
                                        double largest) const {
  constexpr double kSmallest = 4.5;
  constexpr double kStep = 0.25;
  constexpr double kParagraphs = 90;
  const std::vector<double> widths = WidthsOf(columns);
  for (double points = largest; points > kSmallest; points -= kStep) {
    double height = kRowGap + kParagraphs +
                    HeightOf(HeadingsOf(columns), {.points = points, .bold = true}, widths);
    for (const std::vector<std::string>& cells : rows)
      height += kRowGap + HeightOf(cells, {.points = points}, widths);
    if (height + kRowGap <= Left()) return points;
  }
  return kSmallest;
}

void PdfDocument::Pages::Table(const std::vector<Column>& columns, const Rows& rows,
                               double points) {
  const std::vector<double> widths = WidthsOf(columns);
  const std::vector<std::string> headings = HeadingsOf(columns);
  const Font heading{.points = points, .bold = true};
  const Font plain{.points = points};
  const double heading_height = HeightOf(headings, heading, widths);
  const PdfTag table(context_.get(), "Table");
  const auto show_headings = [&] {
    Down(kRowGap);
    Line(1.2);
    Row(true, headings, heading, widths, heading_height);
  };
  const double first = rows.empty() ? 0 : HeightOf(rows.front(), plain, widths);
  MakeRoomFor(heading_height + first + 2 * kRowGap);
  show_headings();
  for (const std::vector<std::string>& cells : rows) {
    const double height = HeightOf(cells, plain, widths);
    if (height > Left() && !IsAtTop()) {
      NextPage();
      show_headings();
    }
    Line(0.4);
    Row(false, cells, plain, widths, height);
  }
}

void PdfDocument::Pages::Picture(const Drawing& drawing) {
  constexpr double kLeftMin = 200;
  if (Left() < kLeftMin) NextPage();
  const double scale = std::min(Width() / drawing.width, Left() / drawing.height);
  const PdfTag figure(context_.get(), "Figure");
  cairo_save(context_.get());
  cairo_translate(context_.get(), kMargin + (Width() - drawing.width * scale) / 2, y_);
  cairo_scale(context_.get(), scale, scale);
  Paint(context_.get(), drawing);
  cairo_restore(context_.get());
  Down(drawing.height * scale);
}

PdfDocument::PdfDocument(About about) : about_(std::move(about)) {}

void PdfDocument::Heading(std::string words) {
  parts_.emplace_back([words = std::move(words)](Pages& pages) {
    pages.Text("H1", words, {.points = 18, .bold = true, .serif = true}, 0);
  });
}

void PdfDocument::Subheading(std::string words) {
  parts_.emplace_back([words = std::move(words)](Pages& pages) {
    constexpr double kRowsBelow = 40;
    pages.MakeRoomFor(12 + 16 + kRowsBelow);
    pages.Text("H2", words, {.points = 13, .bold = true, .serif = true}, 12);
  });
}

void PdfDocument::Paragraph(std::string words) {
  parts_.emplace_back(
      [words = std::move(words)](Pages& pages) { pages.Text("P", words, {.points = 10}, 2); });
}

void PdfDocument::List(std::vector<std::string> lines) {
  parts_.emplace_back([lines = std::move(lines)](Pages& pages) {
    const PdfTag list(pages.context(), "L");
    for (const std::string& line : lines) pages.ListLine(line, {.points = 10});
  });
}

void PdfDocument::Table(std::vector<Column> columns, Rows rows, double points) {
  parts_.emplace_back([columns = std::move(columns), rows = std::move(rows), points](Pages& pages) {
    pages.Table(columns, rows, points);
  });
}

void PdfDocument::TableOnThePage(std::vector<Column> columns, Rows rows, double largest) {
  parts_.emplace_back(
      [columns = std::move(columns), rows = std::move(rows), largest](Pages& pages) {
        pages.Table(columns, rows, pages.SizeThatFits(columns, rows, largest));
      });
}

void PdfDocument::Picture(Drawing drawing) {
  parts_.emplace_back([drawing = std::move(drawing)](Pages& pages) { pages.Picture(drawing); });
}

void PdfDocument::NextPage() {
  parts_.emplace_back([](Pages& pages) {
    if (!pages.IsAtTop()) pages.NextPage();
  });
}

Result<std::string> PdfDocument::Finish() const {
  Pages counted(about_, 0);
  for (const auto& draw : parts_) draw(counted);
  if (Result<std::string> bytes = counted.Finish(); !bytes.ok()) return bytes;
  Pages pages(about_, counted.count());
  for (const auto& draw : parts_) draw(pages);
  return pages.Finish();
}

}  // namespace rytm
