// A small fictional municipality and a plan made by hand, so that what Freeze and Render do can be
// told without the rules.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "edition/edition.h"
#include "edition/freeze.h"
#include "organisation/organisation.h"
#include "plan/plan.h"

namespace rytm {

inline constexpr Levels kEverybody = {Level::kPublic, Level::kMember, Level::kManagement,
                                      Level::kOfficial, Level::kSecretariat};
inline constexpr Levels kInside = {Level::kMember, Level::kManagement, Level::kOfficial,
                                   Level::kSecretariat};

Instant At(std::string_view text);  // "2026-11-23T14:02:00Z"
Day On(std::string_view text);      // "2027-04-21"
TimeOfDay Clock(std::string_view text);

// Bodies: kf (council), ks (board), son (committee), all listed; son-presidium, bolag (company
// board), not listed. Places: stora-salen (with access and address), rum-2. Guide: reflection.
// Window 2027.
Organisation Ekeby();

Item Meeting(const std::string& body, std::string_view day, std::string_view at,
             Minutes lasts = Minutes{180});
Item Step(const Item& meeting, const std::string& id, const Text& name, std::string_view day,
          Levels levels);

// Sorted as Build sorts. The window is 2027.
Plan PlanOf(std::vector<Item> items);

// Publications of one organisation, one after another, each following on the latest editions.
class Publications {
 public:
  explicit Publications(Organisation organisation) : organisation_(std::move(organisation)) {}

  // Publishes these bodies, or every one, and gives the editions made.
  std::vector<Edition> Publish(const std::vector<Item>& items, std::string_view now,
                               std::string_view until = "2027-12-31",
                               std::vector<std::string> bodies = {});
  const std::vector<Edition>& latest() const { return latest_; }
  const Edition& LatestOf(std::string_view body) const;
  // The event as last published; fails the test when it is not there.
  Event Find(std::string_view uid) const;
  bool Has(std::string_view uid) const;
  std::vector<const Event*> All() const;
  Organisation& organisation() { return organisation_; }
  // What is on record, and what is told of the rest, from the next publication on.
  void Decide(std::vector<Adoption> log) { adoptions_ = std::move(log); }
  void TellUndecided(Undecided undecided) { undecided_ = undecided; }

 private:
  Organisation organisation_;
  std::vector<Edition> latest_;
  std::vector<Adoption> adoptions_;
  Undecided undecided_ = Undecided::kTentative;
};

}  // namespace rytm
