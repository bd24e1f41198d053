#include "app/verify.h"

#include <stdexcept>
#include <unordered_set>

#include "app/etag.h"
#include "app/planned.h"
#include "app/public_feeds.h"
#include "app/rules.h"

namespace rytm {
namespace {

// "ekeby.ks.meeting.2027-05-19.day2" → "ekeby.ks.meeting.2027-05-19".
std::string_view SlotOf(std::string_view event) {
  const std::size_t last = event.find_last_not_of("0123456789");
  const std::string_view without = event.substr(0, last == std::string_view::npos ? 0 : last + 1);
  constexpr std::string_view kDay = ".day";
  if (without.size() == event.size() || !without.ends_with(kDay)) return event;
  return without.substr(0, without.size() - kDay.size());
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
        if (has_slot && !slots.contains(SlotOf(event.id())))
          Tell(Text("Publicerat utan tillfälle: ", "Published without a slot: ") + Text(event.uid));
      }
  }

  void LookAtFeeds(const Planned& planned) {
    const Revision last = planned.of.publication;
    if (last == 0) return;
    const Text untold("Flödena går inte att pröva", "The feeds cannot be looked at");
    const Result<std::vector<StoredFeed>> stored = database_.store().Feeds();
    if (!stored.ok()) return TellOf(untold, stored.error());
    const Result<std::optional<Instant>> made = database_.store().MadeAt(last);
    if (!made.ok()) return TellOf(untold, made.error());
    const Result<std::shared_ptr<const Organisation>> organisation = PublishedBy(planned, last);
    if (!organisation.ok()) return TellOf(untold, organisation.error());
    for (const StoredFeed& feed : stored.value())
      if (feed.etag != EtagOf(feed.body))
        Tell(Text("Flödets ETag är inte dess innehålls: ",
                  "The feed's ETag is not its content's: ") +
             Text(feed.path));
    const Result<std::vector<StoredFeed>> differing = ChangedFeeds(
        *organisation.value(), *planned.editions, stored.value(), made.value().value_or(now_));
    if (!differing.ok()) return TellOf(untold, differing.error());
    for (const StoredFeed& feed : differing.value())
      Tell(Text("Flödet är ett annat än vad utgåvorna ger: ",
                "The feed is another than the editions give: ") +
           Text(feed.path));
  }

  // The rules in force at the last publication, which may be others than those of now.
  Result<std::shared_ptr<const Organisation>> PublishedBy(const Planned& planned, Revision last) {
    if (planned.of.rules <= last) return planned.organisation;
    const Result<std::optional<StoredRules>> rules = database_.store().RulesAt(last);
    if (!rules.ok()) return rules.error();
    if (!rules.value())
      return Refuse(ErrorCode::kNotFound, Text("Publiceringens regler saknas.",
                                               "The rules of the publication are missing."));
    Result<Organisation> organisation = ReadStoredRules(*rules.value());
    if (!organisation.ok()) return organisation.error();
    return std::make_shared<const Organisation>(std::move(organisation).value());
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
