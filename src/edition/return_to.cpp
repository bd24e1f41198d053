#include "edition/return_to.h"

#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/limits.h"
#include "edition/next_edition.h"

namespace rytm {

std::optional<Edition> ReturnTo(const Edition& earlier, const Edition& latest,
                                const ReturnRequest& request) {
  std::unordered_map<std::string_view, const Event*> told;
  for (const Event& event : latest.events) told.emplace(event.uid, &event);
  NextEdition next({.organisation = latest.organisation,
                    .body = latest.body,
                    .body_name = latest.body_name,
                    .published = request.now,
                    .until = earlier.until,
                    .note = request.note,
                    .author = request.author,
                    .returns_to = earlier.number,
                    .adoptions = InForce(request.adoptions, latest.body)},
                   &latest, request.today);
  for (const Event& event : earlier.events) {
    const auto found = told.find(event.uid);
    const Event* now = found == told.end() ? nullptr : found->second;
    // Nothing moves into the past, and what has been stays as it was.
    if (event.day >= request.today && (now == nullptr || now->day >= request.today))
      next.Put(event);
    else if (now != nullptr)
      next.Put(*now);
  }
  return next.Close({.first = request.today, .last = kLastDay});
}

}  // namespace rytm
