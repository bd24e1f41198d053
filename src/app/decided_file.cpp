#include "app/decided_file.h"

#include <algorithm>
#include <string>

#include "app/calendar_plan.h"
#include "base/decode_text.h"
#include "base/fold.h"
#include "base/limits.h"

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

constexpr std::string_view kCalendarBegins = "begin:vcalendar";

Result<Done> RefuseOtherFiles(std::string_view text) {
  const std::string_view begin = Trimmed(text);
  for (const OtherFile& other : kOtherFiles) {
    if (begin.starts_with(other.begins))
      return Error{ErrorCode::kBadInput, Text(std::string(other.sv), std::string(other.en)), {}};
  }
  return Done{};
}

// A fold may stand within a character: a calendar is known before it is decoded, unless it has to
// be.
bool IsCalendar(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return Folded(Trimmed(text).substr(0, kCalendarBegins.size())) == kCalendarBegins;
}

Result<DecidedPlan> ReadCalendarPlan(std::string_view bytes, const Organisation& organisation,
                                     const DecidedFileOptions& options,
                                     const CalendarGuard& guard) {
  const DaySpan window = organisation.window;
  const Result<CalendarTimes> times =
      guard.Read(bytes, {organisation.zone, options.until.value_or(window.last)});
  if (!times.ok()) return times.error();
  return PlanOfCalendar(times.value(), organisation, options.reading,
                        {options.from.value_or(window.first), options.until.value_or(kLastDay)});
}

}  // namespace

Result<DecidedPlan> ReadDecidedFile(std::string_view bytes, const Organisation& organisation,
                                    const DecidedFileOptions& options, const CalendarGuard& guard) {
  if (IsCalendar(bytes)) return ReadCalendarPlan(bytes, organisation, options, guard);
  const Result<Done> known = RefuseOtherFiles(bytes);
  if (!known.ok()) return known.error();
  const Result<std::string> text = DecodeText(bytes);
  if (!text.ok()) return text.error();
  const Result<Done> decoded = RefuseOtherFiles(text.value());
  if (!decoded.ok()) return decoded.error();
  if (IsCalendar(text.value())) return ReadCalendarPlan(bytes, organisation, options, guard);
  return ReadDecidedPlan(text.value(), organisation, options.reading);
}

}  // namespace rytm
