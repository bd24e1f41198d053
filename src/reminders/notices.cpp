#include "reminders/notices.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>

#include "base/limits.h"
#include "edition/seen.h"
#include "reminders/moments.h"

namespace rytm {
namespace {

using Kind = Difference::Kind;

// A date kept free and let go again is nothing to write about, nor the second day of a meeting.
bool IsQuiet(const Difference& difference) {
  const Event& event = difference.latest();
  if (IsLaterDay(event) || event.reserve) return true;
  const bool was_told = difference.before && difference.before->status != EventStatus::kCancelled;
  return !was_told && event.status == EventStatus::kCancelled;
}

bool IsAhead(const Difference& difference, Day today) {
  return (difference.before && difference.before->day >= today) ||
         (difference.after && difference.after->day >= today);
}

bool BeginsSoon(const Difference& difference, const Zone& zone, Instant now) {
  const auto soon = [&](const std::optional<Event>& event) {
    if (!event || !event->at) return false;
    const Instant start = MomentOf(zone, event->day, *event->at);
    return now <= start && start <= now + kUrgentBefore;
  };
  return soon(difference.before) || soon(difference.after);
}

// Whoever is invited gets a new invitation instead.
bool ComesAsInvitation(const Event& event, Day today) {
  return IsInvitedTo(event) && event.day <= today + Days{kInvitedDaysAhead};
}

// Somebody whose meetings move, first; then what is new.
int RankOf(const Difference& difference) { return difference.kind == Kind::kNew ? 1 : 0; }

std::set<std::string_view> BodiesOf(const BodyNews& news) {
  std::set<std::string_view> bodies{news.body};
  for (const Difference& difference : news.differences)
    for (const std::string& body : difference.latest().with) bodies.insert(body);
  return bodies;
}

bool SitsInOneOf(const Person& person, const std::set<std::string_view>& bodies) {
  return std::any_of(
      person.assignments.begin(), person.assignments.end(),
      [&](const Assignment& assignment) { return bodies.contains(assignment.body); });
}

// The notice of one person, grown difference by difference.
class NoticeWriter {
 public:
  NoticeWriter(const Correspondent& to, const Zone& zone, Instant now)
      : to_(to), zone_(zone), now_(now), today_(zone.LocalOf(now).day) {}

  void Add(const BodyNews& news) {
    Notice::Part part{.news = &news, .items = {}, .confirmed = 0};
    for (const Difference& difference : news.differences) {
      if (IsQuiet(difference) || !IsAhead(difference, today_)) continue;
      const Event& event = difference.latest();
      std::optional<SeenAs> seen_as = SeenAsBy(event, to_.person, today_);
      if (!seen_as && difference.before) seen_as = SeenAsBy(*difference.before, to_.person, today_);
      if (!seen_as || (IsDeadline(event) && seen_as->elected)) continue;
      if (to_.choices.invitations && ComesAsInvitation(event, today_)) continue;
      if (!IsSeenAt(difference, seen_as->level) || !told_.insert(difference.uid).second) continue;
      if (difference.kind == Kind::kConfirmed) {
        ++part.confirmed;
        continue;
      }
      notice_.urgent |= BeginsSoon(difference, zone_, now_);
      part.items.push_back({&difference, *seen_as});
    }
    if (part.items.empty() && part.confirmed == 0) return;
    std::stable_sort(part.items.begin(), part.items.end(), [](const auto& a, const auto& b) {
      return RankOf(*a.difference) < RankOf(*b.difference);
    });
    notice_.parts.push_back(std::move(part));
  }

  std::optional<Notice> Take() {
    if (notice_.parts.empty() || (!to_.choices.changes && !notice_.urgent)) return std::nullopt;
    notice_.to = &to_;
    notice_.due = notice_.urgent ? now_ : OutsideQuietHours(to_.choices, zone_, now_);
    return std::move(notice_);
  }

 private:
  const Correspondent& to_;
  const Zone& zone_;
  Instant now_;
  Day today_;
  Notice notice_;
  std::set<std::string_view> told_;  // UIDs
};

}  // namespace

bool IsSeenAt(const Difference& difference, Level level) {
  if (difference.kind != Kind::kChanged) return true;
  const Event& before = *difference.before;
  const Event& after = *difference.after;
  if (std::tie(before.day, before.at, before.lasts, before.status) !=
      std::tie(after.day, after.at, after.lasts, after.status))
    return true;
  return SeenBy(before, level) != SeenBy(after, level);
}

std::vector<Notice> NoticesOf(std::span<const BodyNews> news,
                              std::span<const Correspondent> correspondents, const Zone& zone,
                              Instant now) {
  std::vector<std::set<std::string_view>> bodies;  // that each of the news concerns
  for (const BodyNews& of_body : news) bodies.push_back(BodiesOf(of_body));
  std::vector<Notice> notices;
  for (const Correspondent& correspondent : correspondents) {
    NoticeWriter writer(correspondent, zone, now);
    for (std::size_t i = 0; i < news.size(); ++i)
      if (SitsInOneOf(correspondent.person, bodies[i])) writer.Add(news[i]);
    if (std::optional<Notice> notice = writer.Take()) notices.push_back(*std::move(notice));
  }
  return notices;
}

}  // namespace rytm
