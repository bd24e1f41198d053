// Dialogues: beside meetings, inside them, or on a day of their own (DESIGN §3 Dialogues).
#include <algorithm>
#include <set>
#include <tuple>

#include "dates/holidays.h"
#include "dates/terms.h"
#include "plan/draft.h"

namespace rytm {
namespace {

constexpr TimeOfDay kUsualStart{9 * 60};  // where neither the dialogue nor a meeting says when
constexpr int kNearDays = 10;             // how far a rule's own day may be moved to one that fits
constexpr Days kLongDelay{60};            // of a protected dialogue, before it is told (DESIGN §3)

struct ChosenMeeting {
  const DraftSeries* series = nullptr;
  const DraftMeeting* meeting = nullptr;
};

// What one part of a dialogue's rule gives.
struct PartDays {
  const When* part = nullptr;
  std::vector<ChosenMeeting> meetings;  // NominalDay::base counts these
  std::vector<NominalDay> days;
  std::vector<Assigned::One> slots;  // one for each day

  const OnMeetings* on() const { return std::get_if<OnMeetings>(&part->rule); }
  std::string BaseOf(std::size_t day) const {
    return days[day].base ? meetings[*days[day].base].meeting->id : std::string();
  }
};

// One talk about to be put into the plan.
struct Booking {
  const When* part = nullptr;
  Assigned::One slot;
  Day nominal{};
  std::string base;
};

// One body's dialogues of all kinds: they share its meetings' evenings and its free days.
class BodyDialogues {
 public:
  BodyDialogues(Draft& draft, const Body& body) : draft_(draft), body_(body) {
    for (auto found = draft.series.lower_bound({body.id, ""});
         found != draft.series.end() && found->first.body == body.id; ++found)
      for (const DraftMeeting& meeting : found->second.meetings)
        for (Day day = meeting.day; !meeting.cancelled && day <= meeting.last_day(); day += Days{1})
          busy_.insert(day);
  }

  void Book(const Dialogue& dialogue) {
    std::vector<PartDays> parts;
    for (const When& part : dialogue.when) parts.push_back(DaysOf(part));
    const std::vector<const Slot*> kept = AssignSlots(dialogue, parts);
    for (const PartDays& part : parts) {
      if (part.on() != nullptr)
        BookOnMeetings(dialogue, part);
      else
        BookOwnDays(dialogue, part);
    }
    for (const Slot* slot : kept)
      AsItWas(dialogue,
              {.part = &dialogue.when.front(),
               .slot = {slot->id, slot, true, slot->late},
               .nominal = slot->nominal,
               .base = slot->base},
              {});
  }

 private:
  // Frozen slots that the rules do not give any more are returned.
  std::vector<const Slot*> AssignSlots(const Dialogue& dialogue, std::vector<PartDays>& parts) {
    std::vector<std::pair<PartDays*, std::size_t>> in_order;
    for (PartDays& part : parts)
      for (std::size_t i = 0; i < part.days.size(); ++i) in_order.emplace_back(&part, i);
    std::stable_sort(in_order.begin(), in_order.end(), [](const auto& a, const auto& b) {
      return a.first->days[a.second].day < b.first->days[b.second].day;
    });
    std::vector<RuleDay> days;
    for (const auto& [part, i] : in_order)
      days.push_back(
          {.nominal = part->days[i].day, .day = part->days[i].day, .base = part->BaseOf(i)});
    Assigned assigned = draft_.slots.Assign({body_.id, dialogue.id}, days);
    for (std::size_t k = 0; k < in_order.size(); ++k)
      in_order[k].first->slots[in_order[k].second] = std::move(assigned.days[k]);
    return std::move(assigned.kept);
  }

  PartDays DaysOf(const When& part) {
    PartDays of{.part = &part, .meetings = {}, .days = {}, .slots = {}};
    When asked = part;
    if (const auto* on = of.on()) {
      of.meetings = MeetingsFor(*on);
      if (on->which == OnMeetings::Which::kDecides) {
        OnMeetings every = *on;  // those that decide are chosen already
        every.which = OnMeetings::Which::kEvery;
        every.n = 1;
        asked.rule = every;
      }
    } else if (const auto* offset = std::get_if<Offset>(&part.rule)) {
      if (const auto found = draft_.series.find(offset->from); found != draft_.series.end())
        for (const DraftMeeting& meeting : found->second.meetings)
          of.meetings.push_back({&found->second, &meeting});
    }
    std::vector<BaseDay> bases;
    for (std::size_t i = 0; i < of.meetings.size(); ++i)
      bases.push_back({.index = i,
                       .day = of.meetings[i].meeting->day,
                       .extra = of.meetings[i].meeting->added,
                       .cancelled = of.meetings[i].meeting->cancelled,
                       .reserve = of.meetings[i].meeting->status == MeetingStatus::kReserve});
    if (!draft_.work.Take(StepsOf(asked, bases.size(), draft_.reach), part.pointer)) return of;
    Result<std::vector<NominalDay>> days =
        Expand(asked, 0, body_, bases, draft_.organisation.deadlines, draft_.facts, draft_.reach);
    if (days.ok())
      of.days = std::move(days).value();
    else
      draft_.problems.push_back(
          {.file = "", .pointer = part.pointer, .what = days.error().message, .instead = {}});
    of.slots.resize(of.days.size());
    return of;
  }

  std::vector<ChosenMeeting> MeetingsFor(const OnMeetings& on) const {
    std::vector<ChosenMeeting> meetings;
    const auto add = [&](const DraftSeries& series) {
      for (const DraftMeeting& meeting : series.meetings) meetings.push_back({&series, &meeting});
    };
    if (on.from) {
      if (const auto found = draft_.series.find(*on.from); found != draft_.series.end())
        add(found->second);
    } else {
      for (const DraftSeries* series : std::as_const(draft_).OrdinarySeriesOf(body_.id))
        add(*series);
    }
    if (on.which == OnMeetings::Which::kDecides)
      std::erase_if(meetings, [&](const ChosenMeeting& chosen) {
        const auto& business = chosen.meeting->business;
        return std::none_of(business.begin(), business.end(),
                            [&](const Business& b) { return b.decides && b.report == on.decides; });
      });
    std::sort(meetings.begin(), meetings.end(), [](const ChosenMeeting& a, const ChosenMeeting& b) {
      return std::tie(a.meeting->day, a.meeting->id) < std::tie(b.meeting->day, b.meeting->id);
    });
    return meetings;
  }

  void BookOnMeetings(const Dialogue& dialogue, const PartDays& part) {
    const OnMeetings& on = *part.on();
    const std::size_t compared = part.days.size() * part.days.size() + 64 * part.meetings.size();
    if (!draft_.work.TakeToCompare(compared, part.part->pointer)) return;
    for (std::size_t i = 0; i < part.days.size(); ++i) {
      const NominalDay& nominal = part.days[i];
      if (part.slots[i].id.empty()) continue;
      const Booking booking{part.part, part.slots[i], nominal.day, part.BaseOf(i)};
      if (booking.slot.frozen) {
        AsItWas(dialogue, booking, part.meetings);
        continue;
      }
      const ChosenMeeting* chosen = Held(part.meetings, *nominal.base);
      if (chosen == nullptr) {
        // What is inside a meeting falls with it.
        if (on.place != OnMeetings::Place::kInside && draft_.window.Contains(nominal.day))
          NoDay(dialogue, nominal.day);
        continue;
      }
      const DraftMeeting& meeting = *chosen->meeting;
      const bool has_its_own =
          std::any_of(part.days.begin(), part.days.end(), [&](const NominalDay& other) {
            return &other != &nominal && part.meetings[*other.base].meeting == &meeting;
          });
      if (has_its_own || !booked_.insert({dialogue.id, meeting.id}).second) continue;
      if (dialogue.is_protected && meeting.day - nominal.day >= kLongDelay &&
          draft_.window.Contains(meeting.day))
        Delayed(dialogue, part.meetings[*nominal.base].meeting->day, meeting);
      if (on.days != 0)
        BookNear(dialogue, booking, meeting.day + Days{on.days}, kNearDays, std::nullopt,
                 dialogue.at.value_or(*meeting.form.at));
      else
        BookBeside(dialogue, booking, on.place, meeting);
    }
  }

  // A dialogue is not lost with its meeting: it goes to the next one held, unless that has one.
  static const ChosenMeeting* Held(const std::vector<ChosenMeeting>& meetings, std::size_t index) {
    for (std::size_t i = index; i < meetings.size(); ++i)
      if (meetings[i].meeting->regular()) return &meetings[i];
    return nullptr;
  }

  void BookBeside(const Dialogue& dialogue, const Booking& booking, OnMeetings::Place place,
                  const DraftMeeting& meeting) {
    const TimeOfDay start = *meeting.form.at;
    const TimeOfDay end = start + *meeting.form.lasts;
    Evening& evening = evenings_.try_emplace(meeting.id, Evening{start, end, end}).first->second;
    TimeOfDay at = start;
    Day day = place == OnMeetings::Place::kBefore ? meeting.day : meeting.last_day();
    if (place == OnMeetings::Place::kInside) {
      at = std::max(start, evening.closes - dialogue.lasts);
      evening.closes = at > start ? at : end;
    } else if (place == OnMeetings::Place::kAfter && evening.ends + dialogue.lasts <= kWholeDay) {
      at = evening.ends;
      evening.ends += dialogue.lasts;
    } else {
      if (evening.starts < dialogue.lasts) return NoDay(dialogue, meeting.day);
      day = meeting.day;
      evening.starts -= dialogue.lasts;
      at = evening.starts;
    }
    AddItem(dialogue, booking, day, at, &meeting, place == OnMeetings::Place::kInside);
  }

  void BookOwnDays(const Dialogue& dialogue, const PartDays& part) {
    const auto* term = std::get_if<TermPoint>(&part.part->rule);
    const int within = term != nullptr ? term->within_days : kNearDays;
    const std::optional<Weekday> weekday = term != nullptr ? term->weekday : std::nullopt;
    const TimeOfDay at = dialogue.at.value_or(kUsualStart);
    for (std::size_t i = 0; i < part.days.size(); ++i) {
      if (part.slots[i].id.empty()) continue;
      const Day wanted = part.days[i].day;
      const Booking booking{part.part, part.slots[i], wanted, part.BaseOf(i)};
      if (booking.slot.frozen)
        AsItWas(dialogue, booking, {});
      else if (std::holds_alternative<DateList>(part.part->rule))
        AddItem(dialogue, booking, wanted, at, nullptr, false);
      else
        BookNear(dialogue, booking, wanted, within, weekday, at);
    }
  }

  // On the day wanted, or the nearest one that fits.
  void BookNear(const Dialogue& dialogue, const Booking& booking, Day wanted, int within_days,
                const std::optional<Weekday>& weekday, TimeOfDay at) {
    if (!draft_.work.Take(static_cast<std::size_t>(2 * within_days) + 1, booking.part->pointer))
      return;
    const std::optional<Day> day = FreeDayNear(wanted, within_days, weekday);
    if (day)
      AddItem(dialogue, booking, *day, at, nullptr, false);
    else if (draft_.window.Contains(wanted))
      NoDay(dialogue, wanted);
  }

  bool Free(Day day, const std::optional<Weekday>& weekday) const {
    if ((weekday && WeekdayOf(day) != *weekday) || !IsWorkingDay(day) || !Lives(body_, day))
      return false;
    if (EveOf(day) != EveKind::kNone || draft_.facts.Recess(day) || draft_.facts.SchoolBreak(day))
      return false;
    if (IsElectionYear(YearOf(day)) && ElectionWeek(YearOf(day)).Contains(day)) return false;
    return !busy_.contains(day);
  }

  // The nearest day that fits; of two as near, the later: more time to prepare.
  std::optional<Day> FreeDayNear(Day wanted, int within_days,
                                 const std::optional<Weekday>& weekday) const {
    for (int away = 0; away <= within_days; ++away) {
      if (Free(wanted + Days{away}, weekday)) return wanted + Days{away};
      if (Free(wanted - Days{away}, weekday)) return wanted - Days{away};
    }
    return std::nullopt;
  }

  // What has been held, or is pinned, stays as it was.
  void AsItWas(const Dialogue& dialogue, const Booking& booking,
               const std::vector<ChosenMeeting>& meetings) {
    const Slot& slot = *booking.slot.slot;
    const auto beside =
        std::find_if(meetings.begin(), meetings.end(), [&](const ChosenMeeting& chosen) {
          return chosen.meeting->day <= slot.day && slot.day <= chosen.meeting->last_day();
        });
    Put(dialogue, booking, slot.day, slot.form,
        beside == meetings.end() ? nullptr : beside->meeting);
  }

  void AddItem(const Dialogue& dialogue, const Booking& booking, Day day, TimeOfDay at,
               const DraftMeeting* meeting, bool inside) {
    if (!Lives(body_, day) || !draft_.work.Take(Work::kItemSteps, booking.part->pointer)) return;
    // A visit is somewhere else than the meeting room.
    const bool in_the_room = meeting != nullptr && dialogue.kind != DialogueKind::kVisit;
    MeetingForm form;
    form.name = dialogue.name;
    form.at = at;
    form.lasts = inside ? std::min(dialogue.lasts, *meeting->form.lasts) : dialogue.lasts;
    form.days = 1;
    form.place = dialogue.place.empty() && in_the_room ? *meeting->form.place : dialogue.place;
    form.chain = "";
    Put(dialogue, booking, day, form, meeting);
  }

  void Put(const Dialogue& dialogue, const Booking& booking, Day day, const MeetingForm& form,
           const DraftMeeting* meeting) {
    const SlotChange* change = draft_.slots.ChangeOf(booking.slot.id);
    const Day shown = change != nullptr ? change->day.value_or(day) : day;
    if (meeting == nullptr) busy_.insert(shown);
    if (draft_.window.Contains(shown) || booking.slot.slot != nullptr)
      draft_.slots.Put({.id = booking.slot.id,
                        .series = {body_.id, dialogue.id},
                        .nominal = booking.nominal,
                        .base = booking.base,
                        .late = booking.slot.late,
                        .exceptions = {},
                        .day = day,
                        .form = form,
                        .frozen_from = std::nullopt});
    if (!draft_.window.Contains(shown)) return;
    Item item;
    item.id = booking.slot.id;
    item.kind = ItemKind::kDialogue;
    item.body = body_.id;
    item.origin = dialogue.id;
    item.day = day;
    item.at = form.at;
    item.lasts = *form.lasts;
    item.title = *form.name;
    item.description = dialogue.participants;
    item.place = *form.place;
    item.guide = dialogue.guide;
    item.is_protected = dialogue.is_protected;
    item.levels = dialogue.levels;
    if (meeting != nullptr) item.parent = meeting->id;
    item.why.push_back({.kind = Reason::Kind::kRule,
                        .pointer = booking.part->pointer,
                        .from = booking.nominal,
                        .to = day,
                        .note = WhenInWords(*booking.part, &draft_.organisation)});
    if (change != nullptr) Adjust(draft_, body_, *change, item);
    draft_.items.push_back(std::move(item));
  }

  void Delayed(const Dialogue& dialogue, Day planned, const DraftMeeting& meeting) {
    draft_.findings.push_back(
        {.check = "dialogue-delayed",
         .severity = Severity::kWarning,
         .items = {body_.id + "/" + dialogue.id + " " + FormatDay(planned), meeting.id},
         .day = meeting.day,
         .message = dialogue.name + Text(" för ", " for ") + NameOfMeeting(body_, planned) +
                    Text(" flyttas till ", " moves to ") + DayWithYear(meeting.day) +
                    Text(", eftersom mötet är inställt: ", ", as the meeting is cancelled: ") +
                    CountedDays(meeting.day - planned) + Text(" senare.", " later."),
         .citation = "",
         .suggestion =
             Text("Boka den på en egen dag tidigare.", "Book it earlier, on a day of its own.")});
  }

  void NoDay(const Dialogue& dialogue, Day wanted) {
    draft_.findings.push_back(
        {.check = "dialogue-without-day",
         .severity = Severity::kWarning,
         .items = {body_.id + "/" + dialogue.id + " " + FormatDay(wanted)},
         .day = wanted,
         .message = dialogue.name + Text(" för ", " for ") + body_.name +
                    Text(" får ingen dag nära ", " finds no day near ") + DayWithYear(wanted) +
                    Text("."),
         .citation = "",
         .suggestion = Text("Ge dialogen ett större spann av dagar, eller en egen dag.",
                            "Give the dialogue a wider span of days, or a day of its own.")});
  }

  struct Evening {
    TimeOfDay starts;  // what comes before the meeting ends here
    TimeOfDay closes;  // what comes inside it ends here
    TimeOfDay ends;    // what comes after it starts here
  };

  Draft& draft_;
  const Body& body_;
  std::map<std::string, Evening> evenings_;
  std::set<Day> busy_;  // a meeting, or a dialogue beside none
  std::set<std::pair<std::string, std::string>>
      booked_;  // dialogue, meeting: one of each is enough
};

}  // namespace

void ArrangeDialogues(Draft& draft) {
  std::vector<const Dialogue*> dialogues;
  for (const Dialogue& dialogue : draft.organisation.dialogues) dialogues.push_back(&dialogue);
  std::sort(dialogues.begin(), dialogues.end(),
            [](const Dialogue* a, const Dialogue* b) { return a->id < b->id; });
  std::map<std::string, BodyDialogues> bodies;
  for (const Body& body : draft.organisation.bodies) bodies.try_emplace(body.id, draft, body);
  for (const Dialogue* dialogue : dialogues)
    for (const Body* body : Select(draft.organisation, dialogue->bodies))
      bodies.at(body->id).Book(*dialogue);
}

}  // namespace rytm
