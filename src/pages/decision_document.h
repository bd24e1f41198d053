// What a body decides its dates by, as a document for the agenda and the archive: the decision, the
// dates, what differs from what is published, what there is to look at. The workplace's page with
// the same content (src/web/pages/decision.ts) is the main version.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "edition/adoption.h"
#include "edition/differences.h"
#include "pages/pdf_document.h"
#include "plan/findings.h"

namespace rytm {

struct DecisionOptions {
  DaySpan period{};
  Language language = Language::kSwedish;
  Day today{};
  std::string heard{};  // who was heard on the dates; empty: not told
  bool reports = false;
  bool dialogues = false;
};

// One body's, in words.
struct BodyDecision {
  std::string name;
  std::vector<std::string> decisions{};  // "Beslutad av …"; none: it is proposed
  PdfDocument::Rows meetings{};          // day, time, place, to note
  std::optional<int> edition{};          // that it is compared with; none: nothing was published
  std::vector<std::string> differences{};
  std::size_t following = 0;  // differences of what only hangs on a meeting
  std::vector<std::string> findings{};
  std::vector<std::string> reports{};
  std::vector<std::string> dialogues{};
};

// `by_id`: of the plan. `differences`: of the plan from the edition.
BodyDecision DecisionOf(const Organisation& organisation, const Plan& plan, const ById& by_id,
                        const Body& body, std::span<const Adoption> adoptions,
                        std::optional<int> edition, const std::vector<Difference>& differences,
                        const DecisionOptions& options);

// Each body's begins on a page of its own. Errors as PdfDocument's.
Result<std::string> DecisionAsPdf(const Text& organisation, const std::vector<BodyDecision>& bodies,
                                  const DecisionOptions& options);

}  // namespace rytm
