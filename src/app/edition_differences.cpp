#include "app/edition_differences.h"

#include <algorithm>
#include <utility>

#include "app/rules.h"
#include "edition/freeze.h"

namespace rytm {

Result<EditionsApart> DiffEditions(Database& database, const Planned& planned,
                                   const EditionsAsked& asked, Instant now) {
  const auto latest =
      std::find_if(planned.editions->begin(), planned.editions->end(),
                   [&](const Edition& edition) { return edition.body == asked.body; });
  const bool published = latest != planned.editions->end();
  const Result<Done> known = RequireBodies(*planned.organisation, {asked.body});
  if (!known.ok() && !published) return known.error();
  std::optional<Edition> from;
  if (asked.from) {
    Result<Edition> edition = database.store().EditionOf(asked.body, *asked.from);
    if (!edition.ok()) return edition.error();
    from = std::move(edition).value();
  } else if (published) {
    from = *latest;
  }
  std::optional<Edition> to;
  if (asked.to) {
    Result<Edition> edition = database.store().EditionOf(asked.body, *asked.to);
    if (!edition.ok()) return edition.error();
    to = std::move(edition).value();
  } else {
    // As the latest was published: what would be told of the days it told of.
    std::vector<Edition> next =
        Freeze(*planned.organisation, planned.plan, *planned.editions,
               {.bodies = {asked.body},
                .until = published ? latest->until : planned.organisation->window.last,
                .now = now,
                .note = {},
                .adoptions = planned.adoptions});
    to = next.empty() ? *latest : std::move(next.front());
  }
  return EditionsApart{.body = asked.body,
                       .name = to->body_name,
                       .from = from ? std::optional(from->number) : std::nullopt,
                       .to = asked.to,
                       .differences = Compare(from ? &*from : nullptr, *to)};
}

}  // namespace rytm
