#include "organisation/decided_plan.h"

#include "base/csv.h"
#include "base/fold.h"
#include "base/limits.h"
#include "organisation/plan_reader.h"

namespace rytm {
namespace {

// Two blanks or more between words, as in text copied from a printed table.
std::string BlanksAsTabs(std::string_view text) {
  std::string tabbed;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && text[end] == ' ') ++end;
    if (end - at < 2) {
      tabbed += text[at++];
      continue;
    }
    if (!tabbed.empty() && tabbed.back() != '\n') tabbed += '\t';
    at = end;
  }
  return tabbed;
}

struct Separator {
  char sign;
  Text reading;
};

Text TableWith(std::string_view sv, std::string_view en) {
  return {"tabell med " + std::string(sv), "a table with " + std::string(en)};
}

// A table whose quotes are broken is still a table, and that must be told.
bool WasMeant(char separator, std::string_view text) {
  const std::string_view first_line = text.substr(0, text.find('\n'));
  return first_line.find(separator) != std::string_view::npos;
}

}  // namespace

Result<DecidedPlan> ReadDecidedPlan(std::string_view text, const Organisation& organisation,
                                    const DecidedPlanOptions& options) {
  if (Trimmed(text).empty())
    return Error{ErrorCode::kBadInput, {"Filen är tom.", "The file is empty."}, {}};
  PlanReader reader(organisation, options);
  const auto table = [&](const std::vector<CsvRow>& rows, const Text& reading,
                         bool counted_blanks) {
    reader.ReadTable(rows, counted_blanks);
    return DecidedPlan{std::move(reader).Rows(), reading};
  };
  for (const Separator& separator : {Separator{'\t', TableWith("tabbar", "tabs")},
                                     Separator{';', TableWith("semikolon", "semicolons")},
                                     Separator{'|', TableWith("lodstreck", "vertical bars")},
                                     Separator{',', TableWith("komman", "commas")}}) {
    const Result<std::vector<CsvRow>> rows = ReadCsv(text, separator.sign, kPlanRowsMax);
    if (!rows.ok()) {
      if (rows.error().code == ErrorCode::kTooLarge || WasMeant(separator.sign, text))
        return rows.error();
    } else if (reader.HasHeading(rows.value())) {
      return table(rows.value(), separator.reading, false);
    }
  }
  const Result<std::vector<CsvRow>> aligned = ReadCsv(BlanksAsTabs(text), '\t', kPlanRowsMax);
  if (aligned.ok() && reader.HasHeading(aligned.value()))
    return table(aligned.value(), TableWith("blanksteg", "blanks"), true);
  reader.ReadLines(text);
  return DecidedPlan{std::move(reader).Rows(), {"lista", "a list"}};
}

}  // namespace rytm
