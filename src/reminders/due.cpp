#include "reminders/due.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "base/limits.h"
#include "dates/iso_week.h"
#include "reminders/moments.h"

namespace rytm {
namespace {

constexpr std::string_view kNoticeStep = "notice";
// When the day of the papers has passed for those who would have said that they are out.
constexpr TimeOfDay kPapersByPlanAt{16 * 60};
constexpr TimeOfDay kDigestAt{12 * 60};  // on Friday, for the week after
constexpr TimeOfDay kMorningAt{7 * 60};
constexpr int kWeekDays = 7;

bool IsMeeting(const Event& event) { return event.kind == EventKind::kMeeting; }
bool Stands(const Event& event) {
  return event.status != EventStatus::kCancelled && !event.reserve && !IsLaterDay(event);
}

using Concern = std::pair<const Correspondent*, SeenAs>;

// Who sits in which body, found once.
class Sitting {
 public:
  Sitting(std::span<const Correspondent> correspondents, Day today) : today_(today) {
    for (const Correspondent& correspondent : correspondents)
      for (const Assignment& assignment : correspondent.person.assignments) {
        auto& of_body = by_body_[assignment.body];
        if (of_body.empty() || of_body.back() != &correspondent) of_body.push_back(&correspondent);
      }
  }

  // Each person once.
  std::vector<Concern> ConcernedBy(const Event& event) const {
    std::vector<Concern> concerned;
    const auto add = [&](const std::string& body) {
      const auto found = by_body_.find(body);
      if (found == by_body_.end()) return;
      for (const Correspondent* correspondent : found->second)
        if (const auto seen_as = SeenAsBy(event, correspondent->person, today_))
          concerned.emplace_back(correspondent, *seen_as);
    };
    add(event.body);
    for (const std::string& body : event.with) add(body);
    std::sort(concerned.begin(), concerned.end(),
              [](const Concern& a, const Concern& b) { return a.first < b.first; });
    concerned.erase(
        std::unique(concerned.begin(), concerned.end(),
                    [](const Concern& a, const Concern& b) { return a.first == b.first; }),
        concerned.end());
    return concerned;
  }

 private:
  Day today_;
  std::unordered_map<std::string_view, std::vector<const Correspondent*>> by_body_;
};

// When it begins; what lasts the whole day is worth telling until its end.
Instant StartOf(const Event& event, const Zone& zone) {
  return event.at ? MomentOf(zone, event.day, *event.at) : zone.StartOfDay(event.day + Days{1});
}

// The reminders of one event to one person, each until the next.
class Reminders {
 public:
  Reminders(const Event& event, const Correspondent& to, SeenAs seen_as, const Zone& zone)
      : event_(event), to_(to), seen_as_(seen_as), zone_(zone), start_(StartOf(event, zone)) {}

  void Add(ReminderKind kind, int days_before) {
    if (!to_.choices.reminders.Has(kind)) return;
    const TimeOfDay at = kind == ReminderKind::kMorning ? kMorningAt : to_.choices.at;
    Add(kind, MomentOf(zone_, event_.day - Days{days_before}, OutsideQuietHours(to_.choices, at)));
  }

  void AddPapers(Instant since, bool by_plan) {
    if (!to_.choices.reminders.Has(ReminderKind::kPapers)) return;
    Reminder papers =
        Of(ReminderKind::kPapers, OutsideQuietHours(to_.choices, zone_, since), start_);
    papers.by_plan = by_plan;
    papers_ = papers;
  }

  // Of those due and not stale at `now`.
  void Take(Instant now, std::vector<Reminder>& due) const {
    const auto is_due = [&](const Reminder& reminder) {
      return to_.person.created <= reminder.due && reminder.due <= now && now < reminder.stale;
    };
    const Instant told = event_.modified.at(static_cast<std::size_t>(seen_as_.level));
    for (const Reminder& reminder : before_)
      if (is_due(reminder) && told <= reminder.due) due.push_back(reminder);
    if (papers_ && is_due(*papers_)) due.push_back(*papers_);
  }

 private:
  Reminder Of(ReminderKind kind, Instant due, Instant stale) const {
    return {.kind = kind,
            .event = &event_,
            .to = &to_,
            .seen_as = seen_as_,
            .by_plan = false,
            .due = due,
            .stale = stale};
  }

  // In order of time: the one before is stale once this one is due.
  void Add(ReminderKind kind, Instant due) {
    if (due >= start_) return;
    if (!before_.empty()) before_.back().stale = due;
    before_.push_back(Of(kind, due, start_));
  }

  const Event& event_;
  const Correspondent& to_;
  SeenAs seen_as_;
  const Zone& zone_;
  Instant start_;
  std::vector<Reminder> before_;
  std::optional<Reminder> papers_;
};

// When the papers of a meeting are out: as somebody said, or at the end of the day the plan has for
// it.
struct Papers {
  Instant since{};
  bool by_plan = true;
};

using PapersByMeeting = std::unordered_map<std::string_view, Papers>;

PapersByMeeting PapersOf(std::span<const Edition* const> editions, const MeetingMarks& marks,
                         const Zone& zone) {
  PapersByMeeting papers;
  for (const Edition* edition : editions)
    for (const Event& event : edition->events)
      if (event.kind == EventKind::kStep && event.origin == kNoticeStep && Stands(event))
        papers[event.parent_uid] = {MomentOf(zone, event.day, kPapersByPlanAt), true};
  for (const auto& [uid, since] : marks.papers_out) papers[uid] = {since, false};
  return papers;
}

void AddRemindersOf(const Event& event, const Concern& concern, const PapersByMeeting& papers,
                    const Zone& zone, Instant now, std::vector<Reminder>& due) {
  Reminders reminders(event, *concern.first, concern.second, zone);
  if (IsMeeting(event)) {
    reminders.Add(ReminderKind::kWeekBefore, kWeekDays);
    reminders.Add(ReminderKind::kDayBefore, 1);
    reminders.Add(ReminderKind::kMorning, 0);
    const auto found = papers.find(event.uid);
    if (found != papers.end()) reminders.AddPapers(found->second.since, found->second.by_plan);
  } else if (event.kind == EventKind::kDialogue) {
    reminders.Add(ReminderKind::kDialogue, kDialogueReminderDays);
  } else if (IsDeadline(event) && !concern.second.elected) {
    reminders.Add(ReminderKind::kDeadline, kDeadlineReminderDays);
  }
  reminders.Take(now, due);
}

bool ComesTo(const Event& event, const Correspondent& to, const MeetingMarks& marks) {
  return !marks.absent.contains({event.uid, to.person.id});
}

// The day itself if it is one, else the next.
Day MondayFrom(Day day) { return day + (date::Monday - WeekdayOf(day)); }

}  // namespace

std::string StartInKey(const Event& event) {
  return FormatDay(event.day) + (event.at ? "T" + FormatTimeOfDay(*event.at) : "");
}

std::string Reminder::Key() const {
  return "reminder/" + event->uid + "/" +
         std::string(kReminderKindWords.at(static_cast<std::size_t>(kind))) + "/" + to->person.id +
         "/" + StartInKey(*event);
}

std::string Digest::Key() const {
  const IsoWeek week = IsoWeekOf(monday);
  return "digest/" + std::to_string(week.year) + "-W" + std::to_string(week.week) + "/" +
         to->person.id;
}

bool IsDeadline(const Event& event) {
  return event.kind == EventKind::kStep || event.kind == EventKind::kHop ||
         event.kind == EventKind::kFeedback;
}

bool IsInvitedTo(const Event& event) {
  return (event.kind == EventKind::kMeeting || event.kind == EventKind::kDialogue) && event.at;
}

bool IsLaterDay(const Event& event) {
  const std::string_view id = event.id();
  const std::size_t dot = id.rfind('.');
  const std::string_view last = dot == std::string_view::npos ? "" : id.substr(dot + 1);
  return last.starts_with("day") && last.size() > 3 &&
         last.find_first_not_of("0123456789", 3) == std::string_view::npos;
}

std::vector<Reminder> DueReminders(std::span<const Edition* const> editions,
                                   std::span<const Correspondent> correspondents,
                                   const MeetingMarks& marks, const Zone& zone, Instant now) {
  const Day today = zone.LocalOf(now).day;
  const Sitting sitting(correspondents, today);
  const PapersByMeeting papers = PapersOf(editions, marks, zone);
  std::vector<Reminder> due;
  for (const Edition* edition : editions)
    for (const Event& event : edition->events) {
      // Papers are out long before; everything else is near.
      const bool near = event.day >= today && event.day <= today + Days{kWeekDays};
      const bool papers_out = IsMeeting(event) && event.day >= today && papers.contains(event.uid);
      if ((!near && !papers_out) || !Stands(event)) continue;
      for (const Concern& concern : sitting.ConcernedBy(event))
        if (!concern.first->choices.digest && ComesTo(event, *concern.first, marks))
          AddRemindersOf(event, concern, papers, zone, now, due);
    }
  std::sort(due.begin(), due.end(), [](const Reminder& a, const Reminder& b) {
    return std::tie(a.to, a.event->day, a.event->at, a.event->uid, a.kind) <
           std::tie(b.to, b.event->day, b.event->at, b.event->uid, b.kind);
  });
  return due;
}

std::vector<Digest> DueDigests(std::span<const Edition* const> editions,
                               std::span<const Correspondent> correspondents,
                               const MeetingMarks& marks, const Zone& zone, Instant now) {
  const Day today = zone.LocalOf(now).day;
  const Day monday = MondayFrom(today);
  const Instant due = MomentOf(zone, monday - Days{3}, kDigestAt);
  if (now < due) return {};
  std::map<const Correspondent*, Digest> by_person;
  const Sitting sitting(correspondents, today);
  for (const Edition* edition : editions)
    for (const Event& event : edition->events) {
      if (event.day < monday || event.day >= monday + Days{kWeekDays} || !Stands(event)) continue;
      for (const auto& [to, seen_as] : sitting.ConcernedBy(event)) {
        const bool wanted = to->choices.digest && ComesTo(event, *to, marks);
        if (!wanted || (IsDeadline(event) && seen_as.elected)) continue;
        Digest& digest = by_person[to];
        digest.to = to;
        digest.events.emplace_back(&event, seen_as);
      }
    }
  std::vector<Digest> digests;
  for (auto& [to, digest] : by_person) {
    std::sort(digest.events.begin(), digest.events.end(), [](const auto& a, const auto& b) {
      return std::tie(a.first->day, a.first->at, a.first->uid) <
             std::tie(b.first->day, b.first->at, b.first->uid);
    });
    digest.monday = monday;
    digest.due = due;
    digest.stale = zone.StartOfDay(monday + Days{1});
    digests.push_back(std::move(digest));
  }
  return digests;
}

}  // namespace rytm
