// Ids that clash: with the paths of the server, or with each other.
#include <algorithm>
#include <iterator>
#include <set>

#include "base/json_words.h"
#include "organisation/check.h"
#include "organisation/read_parts.h"

namespace rytm {
namespace {

// The first words of paths (DESIGN §8), and what stands beside bodies in them. Some more than are
// used today, so that no calendar address has to change the day they are.
constexpr std::string_view kReservedIds[] = {"accessibility",  "all",     "api",       "app",
                                             "arshjul",        "assets",  "calendar",  "en",
                                             "events",         "extra",   "favicon",   "feed",
                                             "feeds",          "healthz", "help",      "login",
                                             "logout",         "metrics", "my",        "person",
                                             "prenumerera",    "readyz",  "robots",    "sitemap",
                                             "static",         "style",   "subscribe", "sv",
                                             "tillganglighet", "wheel"};

// Slots that people add stand in this series of each body (DESIGN §4).
constexpr std::string_view kExtraSeries = "extra";

void CheckReserved(const Checker& checker, const std::string& id, const std::string& pointer) {
  if (std::find(std::begin(kReservedIds), std::end(kReservedIds), id) == std::end(kReservedIds)) {
    return;
  }
  checker.Tell(pointer + "/id",
               {"Ordet " + Quoted(id) + " är upptaget: Rytm använder det i sina adresser.",
                "The word " + Quoted(id) + " is taken: Rytm uses it in its addresses."},
               {"Välj ett annat id.", "Choose another id."});
}

void CheckDialogue(const Checker& checker, const Dialogue& dialogue) {
  if (dialogue.id.empty()) return;
  if (dialogue.id == kExtraSeries) CheckReserved(checker, dialogue.id, dialogue.pointer);
  for (const Body* body : Select(checker.organisation(), dialogue.bodies)) {
    if (body->FindSeries(dialogue.id) == nullptr) continue;
    checker.Tell(dialogue.pointer + "/id",
                 {Quoted(body->id) + " har redan möten som heter " + Quoted(dialogue.id) + ".",
                  Quoted(body->id) + " has meetings called " + Quoted(dialogue.id) + " already."},
                 {"Ge dialogen ett annat id.", "Give the dialogue another id."});
    return;
  }
}

void CheckRoute(const Checker& checker, const Report& report) {
  std::set<std::string> ids;
  for (const Hop& hop : report.route) {
    if (ids.insert(hop.id).second) continue;
    checker.Tell(hop.pointer,
                 {"Två led har samma id: " + Quoted(hop.id) + ".",
                  "Two hops have the same id: " + Quoted(hop.id) + "."},
                 {"Ge ledet ett eget id, eller inget alls.",
                  "Give the hop an id of its own, or none at all."});
  }
}

}  // namespace

void CheckIds(const Checker& checker) {
  const Organisation& organisation = checker.organisation();
  CheckReserved(checker, organisation.id, "/organisation");
  for (const Body& body : organisation.bodies) {
    CheckReserved(checker, body.id, body.pointer);
    for (const Series& series : body.series) {
      if (series.id == kExtraSeries) CheckReserved(checker, series.id, series.pointer);
    }
  }
  for (const Chain& chain : organisation.chains) {
    if (chain.id != kNoChain) continue;
    checker.Tell("/chains/" + chain.id,
                 {"En kedja kan inte heta \"none\": det betyder ingen kedja.",
                  "A chain cannot be called \"none\": that means no chain."},
                 {"Välj ett annat id.", "Choose another id."});
  }
  for (const Report& report : organisation.reports) CheckRoute(checker, report);
  for (const Dialogue& dialogue : organisation.dialogues) CheckDialogue(checker, dialogue);
}

}  // namespace rytm
