#include "edition/seen.h"

#include "base/limits.h"
#include "base/words.h"

namespace rytm {
namespace {

Shown ShownOf(const Event& event, Level level) {
  return ShownTo(level, event.open == Openness::kClosed);
}

// A blank line between the parts of what began at `start`.
void BeginPart(std::size_t start, std::string& out) {
  if (out.size() > start) out += "\n\n";
}

void AppendChain(const Event& event, Level level, Language language, std::size_t start,
                 std::string& out) {
  bool first = true;
  for (const ChainDay& step : event.chain) {
    if (!step.levels.Has(level)) continue;
    if (first) {
      BeginPart(start, out);
      out += language == Language::kSwedish ? "Före och efter mötet:"
                                            : "Before and after the meeting:";
    }
    first = false;
    out.append("\n– ").append(step.name.In(language)).append(": ");
    out += ShortDay(step.day, language);
    if (!step.at) continue;
    out += language == Language::kSwedish ? " kl. " : " ";
    out += ClockTime(*step.at, language);
  }
}

}  // namespace

void AppendDescription(const Event& event, Level level, Language language, std::string& out) {
  const Shown shown = ShownOf(event, level);
  const std::size_t start = out.size();
  out += (shown.papers ? event.description : event.public_description).In(language);
  if (shown.papers) AppendChain(event, level, language, start, out);
  const Text& access = AccessSeenBy(event, level);
  if (access.empty()) return;
  BeginPart(start, out);
  out += language == Language::kSwedish ? "Tillgänglighet: " : "Access: ";
  out += access.In(language);
}

const Text& PlaceSeenBy(const Event& event, Level level) {
  static const Text kNowhere;
  return ShownOf(event, level).place ? event.place : kNowhere;
}

const Text& AccessSeenBy(const Event& event, Level level) {
  static const Text kNone;
  const bool stands = event.status != EventStatus::kCancelled;  // else nobody needs to find the way
  return stands && ShownOf(event, level).place ? event.place_access : kNone;
}

const std::string& LinkSeenBy(const Event& event, Level level) {
  static const std::string kNone;
  return ShownOf(event, level).link ? event.link : kNone;
}

std::optional<SeenEvent> SeenBy(const Event& event, Level level) {
  if (!event.levels.Has(level)) return std::nullopt;
  SeenEvent seen{.title = event.title,
                 .description = {},
                 .place = PlaceSeenBy(event, level),
                 .link = LinkSeenBy(event, level)};
  AppendDescription(event, level, Language::kSwedish, seen.description.sv);
  AppendDescription(event, level, Language::kEnglish, seen.description.en);
  return seen;
}

std::optional<Day> ToldUntil(const Event& event) {
  if (event.status != EventStatus::kCancelled) return std::nullopt;
  if (event.dropped_on) return *event.dropped_on + Days{kDroppedKeptDays};
  return event.day + Days{kCancelledKeptDays};
}

}  // namespace rytm
