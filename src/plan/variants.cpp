// Variants: meetings that differ, known once the reports are routed. Same identity, another name,
// time or chain. And steps that only hang on meetings with certain reports.
//
// Reports were routed by the series' own chain; a variant whose hand-in day comes earlier is told
// as a finding by the report family.
#include <algorithm>

#include "dates/terms.h"
#include "plan/draft.h"

namespace rytm {
namespace {

bool Decides(const DraftMeeting& meeting, const std::string& report) {
  return std::any_of(
      meeting.business.begin(), meeting.business.end(),
      [&](const Business& business) { return business.decides && business.report == report; });
}

// Whether no other meeting held as planned in the same stretch (year or term) lies before, or
// after, this one.
template <class SameStretch, class Before>
bool Outermost(const DraftSeries& series, const DraftMeeting& meeting, SameStretch same,
               Before before) {
  return meeting.regular() && std::none_of(series.meetings.begin(), series.meetings.end(),
                                           [&](const DraftMeeting& other) {
                                             return other.regular() && same(other.day) &&
                                                    before(other.day, meeting.day);
                                           });
}

bool Fits(const DraftSeries& series, const DraftMeeting& meeting, const Variant& variant) {
  const auto same_year = [&](Day day) { return YearOf(day) == YearOf(meeting.day); };
  const auto same_term = [&, term = TermOf(series.body->term_start, meeting.day)](Day day) {
    return term.Contains(day);
  };
  const auto earlier = [](Day other, Day day) { return other < day; };
  const auto later = [](Day other, Day day) { return other > day; };
  switch (variant.when) {
    case Variant::Case::kDecides:
      return Decides(meeting, variant.decides);
    case Variant::Case::kFirstOfTerm:
      return MayBeginTerm(*series.body, meeting.day) &&
             Outermost(series, meeting, same_term, earlier);
    case Variant::Case::kFirstOfYear:
      return Outermost(series, meeting, same_year, earlier);
    case Variant::Case::kLastOfYear:
      return Outermost(series, meeting, same_year, later);
    case Variant::Case::kMonths:
      return std::find(variant.months.begin(), variant.months.end(),
                       static_cast<unsigned>(CivilOf(meeting.day).month())) != variant.months.end();
  }
  return false;
}

// Whether a step of its chain hangs on what the meeting deals with.
bool WaitsForReports(const Draft& draft, const DraftMeeting& meeting) {
  if (meeting.business.empty()) return false;
  const Chain* chain = draft.organisation.FindChain(*meeting.form.chain);
  return chain != nullptr &&
         std::any_of(chain->steps.begin(), chain->steps.end(),
                     [](const ChainStep& step) { return !step.reports.empty(); });
}

}  // namespace

void ArrangeVariants(Draft& draft) {
  for (auto& [ref, series] : draft.series) {
    const auto& variants = series.series->variants;
    const std::size_t compared = variants.size() * (series.meetings.size() + 1);
    for (DraftMeeting& meeting : series.meetings) {
      if (!draft.work.TakeToCompare(compared, series.series->pointer)) return;
      const auto fits = std::find_if(
          variants.begin(), variants.end(),
          [&, &series = series](const Variant& v) { return Fits(series, meeting, v); });
      if (fits != variants.end()) {
        meeting.variant = &*fits;
        ApplyForms(*series.series, meeting);
      }
      if (meeting.variant != nullptr || WaitsForReports(draft, meeting))
        ArrangeChain(draft, series, meeting);
    }
  }
}

}  // namespace rytm
