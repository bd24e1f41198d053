// A document on paper: headings, paragraphs, tables and drawings, one under another, page by page,
// with a title, a language and a structure that screen readers know (PDF 32000-1 §14.8). HTML is
// the main version; this is what is printed, sent and filed.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/result.h"
#include "base/text.h"
#include "pages/drawing.h"

namespace rytm {

class PdfDocument {
 public:
  enum class Paper { kA4, kA4Lying, kA3Lying };
  struct About {
    Paper paper = Paper::kA4;
    std::string title{};
    std::string footer{};  // on each page, before "Sida 1 av 3"
    Language language = Language::kSwedish;
    Day made{};         // told by the file itself; the same document has the same bytes
    double larger = 1;  // all letters, for large print
  };
  explicit PdfDocument(About about);

  void Heading(std::string words);     // of the document
  void Subheading(std::string words);  // of a part; never alone at the foot of a page
  void Paragraph(std::string words);
  void List(std::vector<std::string> lines);

  struct Column {
    std::string heading;
    double share = 1;  // of the width, beside the other columns'
  };
  using Rows = std::vector<std::vector<std::string>>;
  // The headings stand on each page anew, and no row is split unless it is higher than a page. The
  // first cell of a row is its heading. `points`: the size of the letters.
  void Table(std::vector<Column> columns, Rows rows, double points = 9);

  // With the largest letters, from `largest` down to 4.5 points, with which it stays on what is
  // left of the page, with room for some lines under it.
  void TableOnThePage(std::vector<Column> columns, Rows rows, double largest = 9);

  // As large as fits on what is left of the page, or on one of its own where little is left.
  void Picture(Drawing drawing);
  void NextPage();

  // The bytes. kUnavailable: the machine has no font.
  Result<std::string> Finish() const;

 private:
  class Pages;
  const About about_;
  std::vector<std::function<void(Pages&)>> parts_;  // drawn once their pages are counted
};

}  // namespace rytm
