// A document on paper: headings, paragraphs, tables and drawings, one under another, page by page,
// with a structure that screen readers know (PDF 32000-1 §14.8). HTML is the main version; this is
// what is printed, sent and filed.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "pages/drawing.h"

namespace rytm {

class PdfDocument {
 public:
  enum class Paper { kA4, kA4Lying, kA3Lying };
  // `footer`: on each page, before its number.
  PdfDocument(Paper paper, const std::string& title, std::string footer);
  ~PdfDocument();
  PdfDocument(const PdfDocument&) = delete;
  PdfDocument& operator=(const PdfDocument&) = delete;

  void Heading(const std::string& words);     // of the document
  void Subheading(const std::string& words);  // of a part; never alone at the foot of a page
  void Paragraph(const std::string& words);

  struct Column {
    std::string heading;
    double share = 1;  // of the width, beside the other columns'
  };
  // The headings stand on each page anew, and no row is split unless it is higher than a page.
  // `points`: the size of the letters.
  void Table(const std::vector<Column>& columns, const std::vector<std::vector<std::string>>& rows,
             double points = 9);

  // The largest letters, 9 points at most and 4.5 at least, with which the table stays on what is
  // left of the page, with room for some lines under it.
  double SizeThatFits(const std::vector<Column>& columns,
                      const std::vector<std::vector<std::string>>& rows) const;

  // As large as fits on what is left of the page, or on one of its own where little is left.
  void Picture(const Drawing& drawing);
  void NextPage();

  // The bytes. Call once, last. kUnavailable: the machine has no font.
  Result<std::string> Finish();

 private:
  class Pages;
  const std::unique_ptr<Pages> pages_;
};

}  // namespace rytm
