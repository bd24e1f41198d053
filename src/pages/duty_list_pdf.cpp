#include <utility>

#include "base/words.h"
#include "pages/duty_list.h"
#include "pages/duty_times.h"
#include "pages/pdf_document.h"

namespace rytm {

Result<std::string> DutyListAsPdf(const DutyList& list) {
  const Language language = list.language;
  const bool swedish = language == Language::kSwedish;
  const std::string period =
      DateInWords(list.period.first, language) + " – " + DateInWords(list.period.last, language);
  PdfDocument document({.title = "Rytm: " + list.name,
                        .footer = list.organisation.In(language) + ", " + period,
                        .language = language,
                        .made = list.made});
  document.Heading((swedish ? "Förtroendeuppdrag: " : "Political duties: ") + list.name);
  document.Paragraph(list.organisation.In(language) + ", " + period);
  if (list.travel.count() > 0)
    document.Paragraph((swedish ? "Tiderna räknar in resa åt vardera hållet: "
                                : "The times include travel each way: ") +
                       LengthInWords(list.travel, language));
  std::vector<std::vector<std::string>> rows;
  rows.reserve(list.duties.size());
  for (const Duty& duty : list.duties)
    rows.push_back({ShortDayWithYear(duty.day, language), TimesInWords(list, duty),
                    duty.body.In(language), duty.post.In(language)});
  document.Table({{swedish ? "Dag" : "Day", 9},
                  {swedish ? "Tid" : "Time", 11},
                  {swedish ? "Organ" : "Body", 18},
                  {swedish ? "Uppdrag" : "Assignment", 9}},
                 std::move(rows));
  return document.Finish();
}

}  // namespace rytm
