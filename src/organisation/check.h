// What the parts of a rule file say of each other: all that can be known without a calendar. For
// rule_file.cpp.
//
// Problems are at places of the merged document, as are the `pointer`s of the organisation. What
// had no id when it was read has an empty one; references that might have meant it are not told.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "organisation/merge_template.h"
#include "organisation/organisation.h"

namespace rytm {

// README `when`: meetings are chosen among a body's own series of this id, unless the rule names
// another.
inline constexpr std::string_view kMainSeries = "meeting";

// What every check needs, and how it tells what it found.
class Checker {
 public:
  Checker(const Organisation& organisation, const Merged& merged, std::vector<Problem>& problems)
      : organisation_(organisation), merged_(merged), problems_(&problems) {}

  const Organisation& organisation() const { return organisation_; }
  bool FromTemplate(std::string_view pointer) const {
    return merged_.origins.FromTemplate(pointer);
  }
  bool Has(const std::string& pointer) const;
  // Where `word` stands under the key, which holds one word or several.
  std::string Find(const std::string& pointer, std::string_view key, std::string_view word) const;
  void Tell(std::string pointer, Text what, Text instead = {}) const;
  // Whether something has been told at this place or below.
  bool HasTold(const std::string& pointer) const;

 private:
  const Organisation& organisation_;
  const Merged& merged_;
  std::vector<Problem>* problems_;
};

// Takes away what the template offers and this organisation has no use for: hops and dialogues of
// bodies it does not have, steps that are meetings of such bodies, days the law sets for others.
void DropUnused(const Origins& origins, Organisation& organisation);

void CheckIds(const Checker& checker);         // reserved words, ids that must differ
void CheckReferences(const Checker& checker);  // bodies, places, chains, series, reports, guides
void CheckLaws(const Checker& checker);   // deadlines: known, of the right sort, binding the body
void CheckRings(const Checker& checker);  // what counts from itself in the end
void CheckTimes(
    const Checker& checker);  // midnight, the order of steps, exceptions against each other

// Makes every `pointer` of the organisation one into the user's file, or
// "sweden-municipality@1#/chains/council/0".
void PointIntoFiles(const Origins& origins, const std::string& template_file,
                    Organisation& organisation);

}  // namespace rytm
