#include "commands/plan_file.h"

namespace rytm {

Option AddPlanFile(Command command, PlanFileOptions& options) {
  const Option file = command.AddOption("file", options.path, "regelfilen / the rule file");
  command.AddOption("--from", options.from, "första dag / first day");
  command.AddOption("--until", options.until, "sista dag / last day");
  return file;
}

Result<PlanFile> ReadPlanFile(const CommandContext& context, const PlanFileOptions& options,
                              Instant now) {
  std::optional<Day> from;
  std::optional<Day> until;
  if (!options.from.empty()) {
    const Result<Day> day = DayOption("--from", options.from);
    if (!day.ok()) return day.error();
    from = day.value();
  }
  if (!options.until.empty()) {
    const Result<Day> day = DayOption("--until", options.until);
    if (!day.ok()) return day.error();
    until = day.value();
  }
  const Result<std::string> text = ReadRuleFile(context, options.path);
  if (!text.ok()) return text.error();
  return ReadPlanFile(options.path, text.value(), now, from, until);
}

}  // namespace rytm
