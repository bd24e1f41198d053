#include "app/verify.h"

#include <algorithm>
#include <stdexcept>
#include <unordered_set>

#include "app/etag.h"
#include "app/planned.h"
#include "app/public_feeds.h"
#include "app/rules.h"

namespace rytm {
namespace {

// "ekeby.ks.meeting.2027-05-19.day2@ekeby.example" → "ekeby.ks.meeting.2027-05-19".
std::string_view SlotOf(std::string_view uid) {
  const std::string_view id = uid.substr(0, uid.find('@'));
  const std::size_t day = id.rfind(".day");
  return day == std::string_view::npos ? id : id.substr(0, day);
}

class Verification {
 public:
  Verification(Database& database, Instant now) : database_(database), now_(now) {}

  Result<VerifyReport> Run() {
    Result<StoredAmounts> amounts = database_.upkeep().Amounts();
    if (!amounts.ok()) return amounts.error();
    report_.amounts = amounts.value();
    Result<std::vector<Text>> faults = database_.upkeep().Faults();
    if (!faults.ok()) return faults.error();
    report_.faults = std::move(faults).value();
    try {
      LookAtThePlan();
    } catch (const std::runtime_error& unreadable) {  // a value that we cannot have written
      Tell(Text("Databasen innehåller något som inte är Rytms: ",
                "The database holds something that is not Rytm's: ") +
           Text(unreadable.what()));
    }
    return std::move(report_);
  }

 private:
  void Tell(Text fault) { report_.faults.push_back(std::move(fault)); }

  void TellOf(const Text& what, const Error& error) {
    Tell(what + Text(": ") + error.message);
    for (const Problem& problem : error.problems)
      Tell(Text("  " + problem.file + " " + problem.pointer + " ") + problem.what);
  }

  void LookAtThePlan() {
    const Result<Planned> planned = LoadPlanned(database_, now_);
    if (!planned.ok())
      return TellOf(Text("Planen går inte att räkna fram", "The plan cannot be worked out"),
                    planned.error());
    LookForSlots(planned.value());
    LookAtFeeds(planned.value());
  }

  void LookForSlots(const Planned& planned) {
    std::unordered_set<std::string_view> slots;
    for (const Slot& slot : planned.state.slots) slots.insert(slot.id);
    for (const Edition& edition : *planned.editions)
      for (const Event& event : edition.events) {
        const bool has_slot =
            event.kind == EventKind::kMeeting || event.kind == EventKind::kDialogue;
        if (has_slot && !slots.contains(SlotOf(event.uid)))
          Tell(Text("Publicerat utan tillfälle: ", "Published without a slot: ") + Text(event.uid));
      }
  }

  // The rules may be others by now than those of the last publication.
  void LookAtFeeds(const Planned& planned) {
    const Revision last = planned.of.publication;
    if (last == 0) return;
    const Result<std::vector<StoredFeed>> stored = database_.store().Feeds();
    const Result<std::optional<StoredRules>> rules = database_.store().RulesAt(last);
    const Result<std::optional<Instant>> made = database_.store().MadeAt(last);
    const Text feeds("Flödena går inte att pröva", "The feeds cannot be looked at");
    if (!stored.ok()) return TellOf(feeds, stored.error());
    if (!rules.ok()) return TellOf(feeds, rules.error());
    if (!made.ok()) return TellOf(feeds, made.error());
    if (!rules.value() || !made.value())
      return Tell(feeds + Text(": publiceringens regler saknas.",
                               ": the rules of the publication are missing."));
    const Result<Organisation> organisation = ReadStoredRules(*rules.value());
    if (!organisation.ok()) return TellOf(feeds, organisation.error());
    for (const StoredFeed& feed : stored.value())
      if (feed.etag != EtagOf(feed.body))
        Tell(Text("Flödets ETag är inte dess innehålls: ",
                  "The feed's ETag is not its content's: ") +
             Text(feed.path));
    const Result<std::vector<StoredFeed>> differing =
        ChangedFeeds(organisation.value(), *planned.editions, stored.value(), *made.value());
    if (!differing.ok()) return TellOf(feeds, differing.error());
    for (const StoredFeed& feed : differing.value())
      Tell(Text("Flödet är ett annat än vad utgåvorna ger: ",
                "The feed is another than the editions give: ") +
           Text(feed.path));
  }

  Database& database_;
  Instant now_;
  VerifyReport report_;
};

}  // namespace

Result<VerifyReport> VerifyData(Database& database, Instant now) {
  Result<VerifyReport> report = VerifyReport();
  const Result<Done> looked = database.AllOrNothing([&]() -> Result<Done> {
    report = Verification(database, now).Run();
    return Done{};
  });
  if (!looked.ok()) return looked.error();
  return report;
}

}  // namespace rytm
