#include "app/decided_file.h"

#include <algorithm>
#include <string>

#include "base/decode_text.h"
#include "base/fold.h"

namespace rytm {
namespace {

// What other files begin with, and what to do instead.
struct OtherFile {
  std::string_view begins;
  std::string_view sv;
  std::string_view en;
};
constexpr OtherFile kOtherFiles[] = {
    {"PK\x03\x04", "Filen är en arbetsbok eller ett dokument. Spara den som CSV i Excel.",
     "The file is a workbook or a document. Save it as CSV in Excel."},
    {"\xD0\xCF\x11\xE0", "Filen är en äldre arbetsbok. Spara den som CSV i Excel.",
     "The file is an older workbook. Save it as CSV in Excel."},
    {"%PDF", "Filen är en PDF. Kopiera tabellens text till en textfil.",
     "The file is a PDF. Copy the table's text into a text file."},
    {"\x1F\x8B", "Filen är packad. Packa upp den först.",
     "The file is compressed. Unpack it first."},
    {"<", "Filen är en webbsida. Kopiera tabellen till Excel och spara som CSV.",
     "The file is a web page. Copy the table into Excel and save it as CSV."},
    {"{", "Filen är en regelfil. Läs in den utan --plan.",
     "The file is a rule file. Import it without --plan."}};

std::string_view WithoutBlanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

Result<Done> RefuseOtherFiles(std::string_view text) {
  const std::string_view begin = WithoutBlanks(text);
  for (const OtherFile& other : kOtherFiles) {
    if (begin.starts_with(other.begins))
      return Error{ErrorCode::kBadInput, Text(std::string(other.sv), std::string(other.en)), {}};
  }
  return Done{};
}

}  // namespace

Result<DecidedPlan> ReadDecidedFile(std::string_view bytes, const Organisation& organisation,
                                    const DecidedPlanOptions& options) {
  const Result<Done> known = RefuseOtherFiles(bytes);
  if (!known.ok()) return known.error();
  const Result<std::string> text = DecodeText(bytes);
  if (!text.ok()) return text.error();
  const Result<Done> decoded = RefuseOtherFiles(text.value());
  if (!decoded.ok()) return decoded.error();
  return ReadDecidedPlan(text.value(), organisation, options);
}

}  // namespace rytm
