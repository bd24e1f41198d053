#include "commands/plan_file.h"

#include <filesystem>

#include "app/rules.h"
#include "commands/command.h"
#include "plan/build.h"

namespace rytm {
namespace {

Result<DaySpan> WindowOf(const Organisation& organisation, const PlanFileOptions& options) {
  DaySpan window = organisation.window;
  if (!options.from.empty()) {
    const Result<Day> from = DayOption("--from", options.from);
    if (!from.ok()) return from.error();
    window.first = from.value();
  }
  if (!options.until.empty()) {
    const Result<Day> until = DayOption("--until", options.until);
    if (!until.ok()) return until.error();
    window.last = until.value();
  }
  const DaySpan& whole = organisation.window;
  if (window.first > window.last || !whole.Contains(window.first) || !whole.Contains(window.last))
    return Error{
        .code = ErrorCode::kBadInput,
        .message = Text("Filen planerar " + FormatDay(whole.first) + "–" + FormatDay(whole.last) +
                            "; --from och --until ska ligga däremellan.",
                        "The file plans " + FormatDay(whole.first) + " to " +
                            FormatDay(whole.last) + "; --from and --until must lie between."),
        .problems = {}};
  return window;
}

}  // namespace

void AddPlanFile(CLI::App& command, PlanFileOptions& options) {
  command.add_option("file", options.path, "regelfilen / the rule file")->required();
  command.add_option("--from", options.from, "första dag / first day");
  command.add_option("--until", options.until, "sista dag / last day");
}

Result<PlanFile> ReadPlanFile(const PlanFileOptions& options) {
  const Result<std::string> text = ReadWholeFile(options.path);
  if (!text.ok()) return text.error();
  Result<Organisation> organisation = ReadRules(options.path, text.value());
  if (!organisation.ok()) return organisation.error();
  const Result<DaySpan> window = WindowOf(organisation.value(), options);
  if (!window.ok()) return window.error();
  Result<Plan> plan =
      Build(organisation.value(), {.window = window.value(), .today = std::nullopt});
  if (!plan.ok()) {
    Error error = plan.error();
    for (Problem& problem : error.problems)
      if (problem.file.empty()) problem.file = options.path;
    return error;
  }
  return PlanFile{std::move(organisation).value(), std::move(plan).value()};
}

}  // namespace rytm
