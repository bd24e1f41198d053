#include "app/tidy.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/people.h"
#include "base/limits.h"
#include "store/invitation_store.h"
#include "store/mark_store.h"
#include "store/person_store.h"
#include "store/way_in_store.h"

namespace rytm {
namespace {

constexpr std::string_view kMinutesStep = "minutes";

// The meetings among `marked` whose marks may go: their `until` has passed, or nobody knows them.
template <class Until>
std::vector<std::string> Over(const std::set<std::string>& marked, const Readership& readership,
                              Day today, const Until& until) {
  std::vector<std::string> over;
  for (const std::string& uid : marked) {
    const Event* event = readership.FindEvent(uid);
    if (event == nullptr || until(*event) < today) over.push_back(uid);
  }
  return over;
}

// When its minutes are approved by the plan, or at the latest kAbsenceKeptDays after it.
Day AbsencesUntil(const Event& meeting, const Readership& readership) {
  Day until = meeting.day + Days{kAbsenceKeptDays};
  for (const Edition& edition : *readership.editions)
    for (const Event& event : edition.events)
      if (event.parent_uid == meeting.uid && event.origin == kMinutesStep)
        until = std::min(until, event.day - Days{1});
  return std::max(until, meeting.day);
}

std::set<std::string> UidsOf(const std::set<UidAndPerson>& marks) {
  std::set<std::string> uids;
  for (const auto& [uid, person] : marks) uids.insert(uid);
  return uids;
}

}  // namespace

Result<Done> TidyUp(Database& database, const Readership& readership, Instant now) {
  const Day today = readership.zone.LocalOf(now).day;
  std::set<std::string> with_papers;
  for (const auto& [uid, since] : readership.marks.papers_out) with_papers.insert(uid);
  const auto days_after = [](int days) {
    return [days](const Event& event) { return event.day + Days{days}; };
  };
  const std::vector<std::string> absences =
      Over(UidsOf(readership.marks.absent), readership, today,
           [&](const Event& event) { return AbsencesUntil(event, readership); });
  const std::vector<std::string> papers =
      Over(with_papers, readership, today, days_after(kPapersKeptDays));
  const std::vector<std::string> called =
      Over(UidsOf(readership.marks.called), readership, today, days_after(kCalledKeptDays));
  return database.AllOrNothing([&]() -> Result<Done> {
    MarkStore& marks = database.marks();
    if (Result<Done> done = marks.Drop(Mark::kAbsence, absences); !done.ok()) return done;
    if (Result<Done> done = marks.Drop(Mark::kPapersOut, papers); !done.ok()) return done;
    if (Result<Done> done = marks.Drop(Mark::kCalled, called); !done.ok()) return done;
    if (Result<Done> done = database.ways_in().DropExpired(now); !done.ok()) return done;
    Result<Done> done = database.invitations().DropBefore(today - Days{kInvitationKeptDays});
    if (!done.ok()) return done;
    const Result<std::size_t> erased = EraseThoseLongGone(database, today, now);
    if (!erased.ok()) return erased.error();
    const bool changed = !absences.empty() || !papers.empty() || !called.empty();
    return changed ? database.people().NoteChange() : Result<Done>(Done{});
  });
}

}  // namespace rytm
