// What a mail says, before it is text and HTML: one shape for all of them, so that they read alike.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace rytm {

struct LetterLink {
  std::string words;
  std::string address;
};

struct LetterLine {
  enum class Weight { kPlain, kStrong, kGone };
  std::string words;
  Weight weight = Weight::kPlain;
};

// One thing that is told: a meeting, a change.
struct LetterBlock {
  std::string heading;
  std::vector<LetterLine> lines;
  std::vector<LetterLink> links{};
};

struct LetterContent {
  Language language = Language::kSwedish;
  std::string subject;
  std::string greeting{};
  std::vector<std::string> paragraphs{};  // before the blocks
  std::vector<LetterBlock> blocks{};
  std::vector<std::string> closing{};  // after them
  std::vector<std::string> small{};    // at the foot
  std::vector<LetterLink> foot_links{};
};

// "letter" → its mustache template.
using LetterTemplates = std::map<std::string, std::string_view, std::less<>>;

// Lines end with LF; addresses stand alone on their lines.
std::string AsPlainText(const LetterContent& content);
// A whole document of tables and plain styles, as mail programs want it; no images, no script,
// nothing fetched. `templates` must hold "letter".
std::string AsHtml(const LetterContent& content, const LetterTemplates& templates);

}  // namespace rytm
