#include "pages/pdf_document.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <optional>

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
};

std::vector<std::string> HeadingsOf(const std::vector<PdfDocument::Column>& columns) {
  std::vector<std::string> headings;
  for (const PdfDocument::Column& column : columns) headings.push_back(column.heading);
  return headings;
}

}  // namespace

class PdfDocument::Pages {
 public:
  Pages(Paper paper, const std::string& title, std::string footer)
      : size_(SizeOf(paper)),
        footer_(std::move(footer)),
        surface_(cairo_pdf_surface_create_for_stream(AppendTo, &bytes_, size_.width, size_.height)),
        context_(cairo_create(surface_.get())) {
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
    document_.emplace(context_.get(), "Document");
  }

  double Width() const { return size_.width - 2 * kMargin; }
  double Left() const { return Bottom() - y_; }
  bool IsAtTop() const { return y_ == kMargin; }
  cairo_t* context() const { return context_.get(); }
  double y() const { return y_; }
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
  void Row(const char* tag, const std::vector<std::string>& cells, const Font& font,
           const std::vector<double>& widths, double height) {
    const PdfTag row(context_.get(), "TR");
    double x = kMargin;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const PdfTag cell(context_.get(), tag);
      Show(cells[i], font, x, widths[i]);
      x += widths[i] + kCellGap;
    }
    y_ += height + kRowGap;
  }

  Result<std::string> Finish() {
    EndPage();
    document_.reset();
    cairo_surface_finish(surface_.get());
    if (const Result<Done> drawn = Drawn(context_.get(), surface_.get()); !drawn.ok())
      return drawn.error();
    return bytes_;
  }

 private:
  double Bottom() const { return size_.height - kMargin - kFooter; }

  PangoText Laid(const std::string& words, const Font& font, double width) const {
    PangoText text(pango_cairo_create_layout(context_.get()));
    auto* layout = static_cast<PangoLayout*>(text.get());
    const PangoFont description(pango_font_description_from_string(font.serif ? "Serif" : "Sans"));
    pango_font_description_set_absolute_size(description.get(), font.points * PANGO_SCALE);
    if (font.bold) pango_font_description_set_weight(description.get(), PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(layout, description.get());
    pango_layout_set_width(layout, static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
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
    const double kept = y_;
    y_ = size_.height - kMargin - kFooter / 2;
    Show(footer_, {.points = 8}, kMargin, Width() * 0.85);
    const std::string number = std::to_string(++page_);
    Show(number, {.points = 8}, size_.width - kMargin - 20, 20);
    y_ = kept;
    cairo_show_page(context_.get());
  }

  const Size size_;
  const std::string footer_;
  std::string bytes_;
  const CairoSurface surface_;
  const CairoContext context_;
  std::optional<PdfTag> document_;
  double y_ = kMargin;
  int page_ = 0;
};

PdfDocument::PdfDocument(Paper paper, const std::string& title, std::string footer)
    : pages_(std::make_unique<Pages>(paper, title, std::move(footer))) {}

PdfDocument::~PdfDocument() = default;

void PdfDocument::Heading(const std::string& words) {
  pages_->Text("H1", words, {.points = 18, .bold = true, .serif = true}, 0);
}

void PdfDocument::Subheading(const std::string& words) {
  constexpr double kRowsBelow = 40;
  pages_->MakeRoomFor(12 + 16 + kRowsBelow);
  pages_->Text("H2", words, {.points = 13, .bold = true, .serif = true}, 12);
}

void PdfDocument::Paragraph(const std::string& words) {
  pages_->Text("P", words, {.points = 10}, 2);
}

double PdfDocument::SizeThatFits(const std::vector<Column>& columns,
                                 const std::vector<std::vector<std::string>>& rows) const {
  constexpr double kLargest = 9;
  constexpr double kSmallest = 4.5;
  constexpr double kStep = 0.25;
  constexpr double kParagraphs = 90;
  const std::vector<double> widths = pages_->WidthsOf(columns);
  for (double points = kLargest; points > kSmallest; points -= kStep) {
    double height = kRowGap + kParagraphs +
                    pages_->HeightOf(HeadingsOf(columns), {.points = points, .bold = true}, widths);
    for (const std::vector<std::string>& cells : rows)
      height += kRowGap + pages_->HeightOf(cells, {.points = points}, widths);
    if (height + kRowGap <= pages_->Left()) return points;
  }
  return kSmallest;
}

void PdfDocument::Table(const std::vector<Column>& columns,
                        const std::vector<std::vector<std::string>>& rows, double points) {
  const std::vector<double> widths = pages_->WidthsOf(columns);
  const std::vector<std::string> headings = HeadingsOf(columns);
  const Font heading{.points = points, .bold = true};
  const Font plain{.points = points};
  const double heading_height = pages_->HeightOf(headings, heading, widths);
  const PdfTag table(pages_->context(), "Table");
  const auto show_headings = [&] {
    pages_->Down(kRowGap);
    pages_->Line(1.2);
    pages_->Row("TH", headings, heading, widths, heading_height);
  };
  const double first = rows.empty() ? 0 : pages_->HeightOf(rows.front(), plain, widths);
  pages_->MakeRoomFor(heading_height + first + 2 * kRowGap);
  show_headings();
  for (const std::vector<std::string>& cells : rows) {
    const double height = pages_->HeightOf(cells, plain, widths);
    if (height > pages_->Left() && !pages_->IsAtTop()) {
      pages_->NextPage();
      show_headings();
    }
    pages_->Line(0.4);
    pages_->Row("TD", cells, plain, widths, height);
  }
}

void PdfDocument::Picture(const Drawing& drawing) {
  constexpr double kLeftMin = 200;
  if (pages_->Left() < kLeftMin) pages_->NextPage();
  const double scale = std::min(pages_->Width() / drawing.width, pages_->Left() / drawing.height);
  const PdfTag figure(pages_->context(), "Figure");
  cairo_save(pages_->context());
  cairo_translate(pages_->context(), kMargin + (pages_->Width() - drawing.width * scale) / 2,
                  pages_->y());
  cairo_scale(pages_->context(), scale, scale);
  Paint(pages_->context(), drawing);
  cairo_restore(pages_->context());
  pages_->Down(drawing.height * scale);
}

void PdfDocument::NextPage() {
  if (!pages_->IsAtTop()) pages_->NextPage();
}

Result<std::string> PdfDocument::Finish() { return pages_->Finish(); }

}  // namespace rytm
