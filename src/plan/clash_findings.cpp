// Clashes: the same people, or the same room, at the same time; meetings of other organisations on
// the same day; a series that meets twice on one day.
#include <algorithm>
#include <tuple>

#include "base/limits.h"
#include "base/words.h"
#include "plan/checking.h"
#include "plan/phrases.h"

namespace rytm {
namespace {

// One meeting or dialogue on one day.
struct Occupied {
  Minutes start{};  // from the first day of all
  Minutes end{};
  Day day{};
  const Item* item = nullptr;
  std::vector<std::size_t> bodies;  // its own and those it is joint with
};

// Who sits with whom: a body with its parent and with those it names, in either direction.
class SharedMembers {
 public:
  explicit SharedMembers(const Organisation& organisation) {
    for (const Body& body : organisation.bodies) index_.emplace(body.id, index_.size());
    shared_.assign(index_.size() * index_.size(), false);
    for (const Body& body : organisation.bodies) {
      Share(body.id, body.id);
      Share(body.id, body.of);
      for (const std::string& other : body.shares_members_with) Share(body.id, other);
    }
  }

  std::vector<std::size_t> BodiesOf(const Item& item) const {
    std::vector<std::size_t> bodies;
    Add(item.body, bodies);
    for (const std::string& body : item.with) Add(body, bodies);
    return bodies;
  }

  bool Share(const std::vector<std::size_t>& left, const std::vector<std::size_t>& right) const {
    for (const std::size_t a : left)
      for (const std::size_t b : right)
        if (shared_[a * index_.size() + b]) return true;
    return false;
  }

 private:
  void Add(std::string_view id, std::vector<std::size_t>& bodies) const {
    if (const auto found = index_.find(id); found != index_.end()) bodies.push_back(found->second);
  }

  void Share(std::string_view one, std::string_view other) {
    const auto a = index_.find(one);
    const auto b = index_.find(other);
    if (a == index_.end() || b == index_.end()) return;
    shared_[a->second * index_.size() + b->second] = true;
    shared_[b->second * index_.size() + a->second] = true;
  }

  std::unordered_map<std::string_view, std::size_t> index_;
  std::vector<bool> shared_;
};

bool IsMeeting(const Item& item) { return item.kind == ItemKind::kMeeting; }

bool SameSeries(const Item& a, const Item& b) {
  return IsMeeting(a) && IsMeeting(b) && a.body == b.body && a.origin == b.origin;
}

// A dialogue inside its meeting, or two beside the same one: booked together, no clash.
bool BelongTogether(const Item& a, const Item& b) {
  return a.parent == b.id || b.parent == a.id || (!a.parent.empty() && a.parent == b.parent);
}

class ClashChecks {
 public:
  ClashChecks(const FindingFacts& facts, Findings& findings)
      : facts_(facts), members_(facts.organisation), findings_(findings) {
    for (const Item& item : facts.plan.items) Occupy(item);
    std::sort(occupied_.begin(), occupied_.end(), [](const Occupied& left, const Occupied& right) {
      return std::tie(left.start, left.item->id) < std::tie(right.start, right.item->id);
    });
  }

  // Sweep over time: only what goes on when something starts is compared with it.
  void SameTime() {
    std::vector<const Occupied*> going_on;
    for (const Occupied& next : occupied_) {
      std::erase_if(going_on, [&](const Occupied* other) { return other->end <= next.start; });
      for (const Occupied* other : going_on)
        if (MayCompare(*other, next.bodies.size())) Compare(*other, next);
      going_on.push_back(&next);
    }
  }

  // A date of somebody else's has no time: the same day counts.
  void OtherOrganisations() {
    for (const ExternalCalendar& calendar : facts_.organisation.calendars.external) {
      std::vector<std::size_t> bodies;
      Item external;
      external.with = calendar.shares_members_with;
      bodies = members_.BodiesOf(external);
      for (const Day day : calendar.dates) CompareWithExternal(calendar, bodies, day);
    }
  }

  void TwiceTheSameDay() {
    std::vector<const Item*> meetings;
    for (const Item& item : facts_.plan.items)
      if (IsMeeting(item) && HeldAsPlanned(item)) meetings.push_back(&item);
    std::sort(meetings.begin(), meetings.end(), [](const Item* a, const Item* b) {
      return std::tie(a->body, a->origin, a->day, a->id) <
             std::tie(b->body, b->origin, b->day, b->id);
    });
    for (std::size_t i = 1; i < meetings.size(); ++i)
      if (SameSeries(*meetings[i - 1], *meetings[i]) &&
          meetings[i]->day <= meetings[i - 1]->last_day())
        TellTwice(*meetings[i - 1], *meetings[i]);
  }

 private:
  void Occupy(const Item& item) {
    if (!IsMeeting(item) && item.kind != ItemKind::kDialogue) return;
    if (!item.at || !HeldAsPlanned(item) || InsideItsMeeting(item)) return;
    for (int i = 0; i < item.days; ++i) {
      const Minutes start = Minutes(item.day + Days{i} - Day{}) + *item.at;
      occupied_.push_back({.start = start,
                           .end = start + item.lasts,
                           .day = item.day + Days{i},
                           .item = &item,
                           .bodies = members_.BodiesOf(item)});
    }
  }

  // Ten minutes of a meeting take no time of their own.
  bool InsideItsMeeting(const Item& item) const {
    const Item* meeting = facts_.by_id.FindItem(item.parent);
    return meeting != nullptr && meeting->at && meeting->day <= item.day &&
           item.day <= meeting->last_day() && *meeting->at <= *item.at &&
           *item.at + item.lasts <= *meeting->at + meeting->lasts;
  }

  // Whether there is work left for one more comparison with so many bodies, and room for its
  // finding.
  bool MayCompare(const Occupied& occupied, std::size_t with_bodies) {
    const Body* body = facts_.by_id.FindBody(occupied.item->body);
    return findings_.size() <= kFindingsMax &&
           facts_.work.TakeToCompare(occupied.bodies.size() * with_bodies,
                                     body != nullptr ? body->pointer : "");
  }

  void Compare(const Occupied& left, const Occupied& right) {
    const Item& a = *left.item;
    const Item& b = *right.item;
    const bool same_people = members_.Share(left.bodies, right.bodies);
    const bool same_place = !a.place.empty() && a.place == b.place;
    if (!same_people && !same_place) return;
    if (&a == &b || SameSeries(a, b) || BelongTogether(a, b)) return;
    TellClash(left, right, same_people, same_place);
  }

  // "Kommunstyrelsen", "Reflektion för Kommunstyrelsen".
  Text NameOf(const Item& item) const {
    const Body* body = facts_.by_id.FindBody(item.body);
    const Text name = body != nullptr ? body->name : Text(item.body);
    return IsMeeting(item) ? name : item.title + Text(" för ", " for ") + name;
  }

  static Text Hours(const Item& item) {
    return {" " + ClockSpan(*item.at, item.lasts, Language::kSwedish),
            " " + ClockSpan(*item.at, item.lasts, Language::kEnglish)};
  }

  void TellClash(const Occupied& left, const Occupied& right, bool same_people, bool same_place) {
    const Item& a = *left.item;
    const Item& b = *right.item;
    Text why;
    if (same_people)
      why = a.body == b.body ? Text("det är samma ledamöter", "they are the same members")
                             : Text("de har gemensamma ledamöter", "they share members");
    if (same_people && same_place) why = why + Text(", och ", ", and ");
    if (same_place)
      why = why + Text("båda är i ", "both are in ") + facts_.organisation.NameOfPlace(a.place);
    const Occupied& moves = GivesWay(left, right);
    const std::optional<Day> free = FreeDay(moves);
    findings_.push_back({.check = same_people ? "shared-members" : "shared-place",
                         .severity = Severity::kWarning,
                         .items = {a.id, b.id},
                         .day = right.day,
                         .message = NameOf(a) + Text(" ") + DayWithYear(right.day) + Hours(a) +
                                    Text(" krockar med ", " clashes with ") + NameOf(b) + Hours(b) +
                                    Text(": ") + why + Text("."),
                         .citation = "",
                         .suggestion = Suggestion(*moves.item, same_people, free),
                         .fix = MoveOf(facts_, *moves.item, free)});
  }

  Text Suggestion(const Item& moves, bool same_people, std::optional<Day> free) const {
    if (same_people && free)
      return Text("Flytta ett av dem, till exempel ", "Move one of them, for instance ") +
             NameOf(moves) + Text(" till ", " to ") + DayWithYear(*free) +
             Text(", eller byt tid.", ", or change its time.");
    if (same_people)
      return {"Flytta ett av dem, eller byt tid.", "Move one of them, or change its time."};
    if (free)
      return Text("Boka en annan lokal till ett av dem, eller flytta till exempel ",
                  "Book another room for one of them, or move for instance ") +
             NameOf(moves) + Text(" till ", " to ") + DayWithYear(*free) + Text(".");
    return {"Boka en annan lokal till ett av dem, eller byt tid.",
            "Book another room for one of them, or change its time."};
  }

  // What is not protected, then the meeting of the smaller body, then the later one.
  const Occupied& GivesWay(const Occupied& left, const Occupied& right) const {
    const auto weight = [&](const Occupied& one) {
      const Body* body = facts_.by_id.FindBody(one.item->body);
      return std::pair(!one.item->is_protected, body == nullptr ? BodyKind() : body->kind);
    };
    return weight(left) > weight(right) ? left : right;
  }

  // The nearest day on which neither its people nor its room have anything else at that time.
  std::optional<Day> FreeDay(const Occupied& moves) {
    if (++free_days_ > kFreeDaysMax) return std::nullopt;
    return NearestDay(facts_, *moves.item, [&](Day day) {
      const Minutes start = moves.start + Minutes(day - moves.day);
      const Minutes end = start + (moves.end - moves.start);
      auto other = std::lower_bound(
          occupied_.begin(), occupied_.end(), start - kWholeDay,
          [](const Occupied& occupied, Minutes time) { return occupied.start < time; });
      for (; other != occupied_.end() && other->start < end; ++other) {
        if (other->end <= start || other->item == moves.item) continue;
        if (members_.Share(other->bodies, moves.bodies)) return false;
        if (!moves.item->place.empty() && other->item->place == moves.item->place) return false;
      }
      return true;
    });
  }

  void CompareWithExternal(const ExternalCalendar& calendar, const std::vector<std::size_t>& bodies,
                           Day day) {
    const Minutes midnight{day - Day{}};
    auto found = std::lower_bound(
        occupied_.begin(), occupied_.end(), midnight,
        [](const Occupied& occupied, Minutes time) { return occupied.start < time; });
    for (; found != occupied_.end() && found->start < midnight + kWholeDay; ++found) {
      const Item& item = *found->item;
      if (!IsMeeting(item) || !MayCompare(*found, bodies.size())) continue;
      const bool same_people = members_.Share(found->bodies, bodies);
      const bool same_place = !calendar.place.empty() && calendar.place == item.place;
      if (same_people || same_place) TellExternal(calendar, day, item, same_people);
    }
  }

  void TellExternal(const ExternalCalendar& calendar, Day day, const Item& item, bool same_people) {
    const Body* body = facts_.by_id.FindBody(item.body);
    if (body == nullptr) return;
    findings_.push_back(
        {.check = "other-organisation",
         .severity = Severity::kWarning,
         .items = {item.id, "external/" + calendar.id + " " + FormatDay(day)},
         .day = day,
         .message = NameOfMeeting(*body, day) +
                    Text(" är samma dag som ", " is on the same day as ") + calendar.name +
                    Text(": ") +
                    (same_people ? Text("de har gemensamma ledamöter", "they share members")
                                 : Text("båda är i ", "both are in ") +
                                       facts_.organisation.NameOfPlace(item.place)) +
                    Text("."),
         .citation = "",
         .suggestion = Text("Kontrollera tiderna, och flytta mötet om de krockar.",
                            "Check the times, and move the meeting if they clash.")});
  }

  void TellTwice(const Item& first, const Item& second) {
    const Body* body = facts_.by_id.FindBody(first.body);
    if (body == nullptr) return;
    findings_.push_back(
        {.check = "twice-the-same-day",
         .severity = Severity::kWarning,
         .items = {first.id, second.id},
         .day = second.day,
         .message = body->name + Text(" möts två gånger ", " meets twice on ") +
                    DayWithYear(second.day) + Text(",") + Hours(first) + Text(" och", " and") +
                    Hours(second) + Text("."),
         .citation = "",
         .suggestion = Text("Ställ in eller flytta det ena.", "Cancel or move one of them.")});
  }

  static constexpr int kFreeDaysMax = 200;  // looked for in one plan

  const FindingFacts& facts_;
  int free_days_ = 0;
  SharedMembers members_;
  Findings& findings_;
  std::vector<Occupied> occupied_;
};

}  // namespace

void FindClashes(const FindingFacts& facts, Findings& findings) {
  ClashChecks checks(facts, findings);
  checks.SameTime();
  checks.OtherOrganisations();
  checks.TwiceTheSameDay();
}

}  // namespace rytm
