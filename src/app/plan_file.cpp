#include "app/plan_file.h"

#include "app/current_plan.h"
#include "app/feed_scope.h"
#include "app/rules.h"
#include "edition/freeze.h"
#include "feeds/render.h"
#include "feeds/select.h"

namespace rytm {

namespace {

Error Outside(DaySpan window, DaySpan whole) {
  Error error =
      Refuse(ErrorCode::kBadInput,
             Text("Filen planerar " + FormatDay(whole.first) + "–" + FormatDay(whole.last) +
                      "; första och sista dag ska ligga däremellan.",
                  "The file plans " + FormatDay(whole.first) + " to " + FormatDay(whole.last) +
                      "; the first and the last day must lie between."));
  for (const Day day : {window.first, window.last})
    if (!whole.Contains(day))
      error.problems.push_back(
          {.file = "",
           .pointer = "",
           .what = Text(FormatDay(day) + " ligger utanför.", FormatDay(day) + " lies outside."),
           .instead = {}});
  if (window.first > window.last)
    error.problems.push_back(
        {.file = "",
         .pointer = "",
         .what = Text(FormatDay(window.last) + " kommer före " + FormatDay(window.first) + ".",
                      FormatDay(window.last) + " comes before " + FormatDay(window.first) + "."),
         .instead = {}});
  return error;
}

}  // namespace

Result<PlanFile> ReadPlanFile(std::string_view name, std::string_view text, Instant now,
                              std::optional<Day> from, std::optional<Day> until) {
  Result<Organisation> organisation = ReadRules(name, text);
  if (!organisation.ok()) return organisation.error();
  const DaySpan whole = organisation.value().window;
  const DaySpan window{from.value_or(whole.first), until.value_or(whole.last)};
  if (window.first > window.last || !whole.Contains(window.first) || !whole.Contains(window.last))
    return Outside(window, whole);
  Result<Plan> plan = CurrentPlan(organisation.value(), {}, now, {}, window);
  if (!plan.ok()) {
    Error error = plan.error();
    for (Problem& problem : error.problems)
      if (problem.file.empty()) problem.file = name;
    return error;
  }
  return PlanFile{std::move(organisation).value(), std::move(plan).value()};
}

std::string PlanAsFeed(const PlanFile& file, const PlanFeedOptions& options) {
  const std::vector<Edition> editions =
      Freeze(file.organisation, file.plan, {},
             {.bodies = {}, .until = file.plan.window.last, .now = options.stamp, .note = {}});
  std::vector<std::string> bodies;
  if (!options.body.empty()) bodies.push_back(options.body);
  FeedScope scope = FeedScopeOf(file.organisation, file.plan.window, options.language);
  scope.level = options.level;
  scope.name = file.organisation.name;
  scope.published = options.stamp;
  return RenderFeed(SelectForFeed(editions, options.level, bodies, file.plan.window.first), scope);
}

}  // namespace rytm
