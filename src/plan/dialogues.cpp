// Dialogues: beside meetings, inside them, or on a day of their own (DESIGN §3 Dialogues).
#include <algorithm>
#include <set>
#include <tuple>

#include "dates/holidays.h"
#include "dates/terms.h"
#include "plan/draft.h"

namespace rytm {
namespace {

constexpr TimeOfDay kDayEnds{24 * 60};
constexpr TimeOfDay kUsualStart{9 * 60};  // where neither the dialogue nor a meeting says when
constexpr int kNearDays = 10;             // how far a rule's own day may be moved to one that fits
constexpr Days kLongDelay{60};            // of a protected dialogue, before it is told (DESIGN §3)

struct ChosenMeeting {
  const DraftSeries* series = nullptr;
  const DraftMeeting* meeting = nullptr;
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
    for (const When& part : dialogue.when) {
      if (const auto* on = std::get_if<OnMeetings>(&part.rule))
        BookOnMeetings(dialogue, part, *on);
      else
        BookOwnDays(dialogue, part);
    }
  }

 private:
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

  void BookOnMeetings(const Dialogue& dialogue, const When& part, const OnMeetings& on) {
    const std::vector<ChosenMeeting> meetings = MeetingsFor(on);
    std::vector<BaseDay> bases;
    for (std::size_t i = 0; i < meetings.size(); ++i)
      bases.push_back({.index = i,
                       .day = meetings[i].meeting->day,
                       .extra = meetings[i].meeting->added,
                       .cancelled = meetings[i].meeting->cancelled,
                       .reserve = meetings[i].meeting->status == MeetingStatus::kReserve});
    When asked = part;
    if (on.which == OnMeetings::Which::kDecides) {
      OnMeetings every = on;  // those that decide are chosen above
      every.which = OnMeetings::Which::kEvery;
      every.n = 1;
      asked.rule = every;
    }
    const std::vector<NominalDay> days = DaysOf(asked, bases);
    const std::size_t compared = days.size() * days.size() + 64 * meetings.size();
    if (!draft_.work.TakeToCompare(compared, part.pointer)) return;
    for (const NominalDay& nominal : days) {
      const ChosenMeeting* chosen = Held(meetings, *nominal.base);
      if (chosen == nullptr) {
        // What is inside a meeting falls with it.
        if (on.place != OnMeetings::Place::kInside && draft_.window.Contains(nominal.day))
          NoDay(dialogue, nominal.day);
        continue;
      }
      const DraftMeeting& planned = *meetings[*nominal.base].meeting;
      const DraftMeeting& meeting = *chosen->meeting;
      const bool has_its_own = std::any_of(days.begin(), days.end(), [&](const NominalDay& other) {
        return &other != &nominal && meetings[*other.base].meeting == &meeting;
      });
      if (has_its_own || !booked_.insert({dialogue.id, meeting.id}).second) continue;
      if (dialogue.is_protected && meeting.day - planned.day >= kLongDelay &&
          draft_.window.Contains(meeting.day))
        Delayed(dialogue, planned.day, meeting);
      std::vector<Reason> why{GivenBy(part, nominal.day)};
      if (&meeting != &planned)
        why.push_back({.kind = Reason::Kind::kNextMeeting,
                       .pointer = part.pointer,
                       .from = planned.day,
                       .to = meeting.day});
      if (on.days != 0)
        BookNear(dialogue, part, nominal.day, meeting.day + Days{on.days}, kNearDays, std::nullopt,
                 dialogue.at.value_or(*meeting.form.at), std::move(why));
      else
        BookBeside(dialogue, part, on.place, nominal.day, meeting, std::move(why));
    }
  }

  // A dialogue is not lost with its meeting: it goes to the next one held, unless that has one.
  static const ChosenMeeting* Held(const std::vector<ChosenMeeting>& meetings, std::size_t index) {
    for (std::size_t i = index; i < meetings.size(); ++i)
      if (meetings[i].meeting->regular()) return &meetings[i];
    return nullptr;
  }

  Reason GivenBy(const When& part, Day day) const {
    return {.kind = Reason::Kind::kRule,
            .pointer = part.pointer,
            .to = day,
            .note = WhenInWords(part, &draft_.organisation)};
  }

  void BookBeside(const Dialogue& dialogue, const When& part, OnMeetings::Place place, Day birth,
                  const DraftMeeting& meeting, std::vector<Reason> why) {
    const TimeOfDay start = *meeting.form.at;
    const TimeOfDay end = start + *meeting.form.lasts;
    Evening& evening = evenings_.try_emplace(meeting.id, Evening{start, end, end}).first->second;
    TimeOfDay at = start;
    Day day = place == OnMeetings::Place::kBefore ? meeting.day : meeting.last_day();
    if (place == OnMeetings::Place::kInside) {
      at = std::max(start, evening.closes - dialogue.lasts);
      evening.closes = at > start ? at : end;
    } else if (place == OnMeetings::Place::kAfter && evening.ends + dialogue.lasts <= kDayEnds) {
      at = evening.ends;
      evening.ends += dialogue.lasts;
    } else {
      if (evening.starts < dialogue.lasts) return NoDay(dialogue, meeting.day);
      day = meeting.day;
      evening.starts -= dialogue.lasts;
      at = evening.starts;
    }
    AddItem(dialogue, part, birth, day, at, &meeting, place == OnMeetings::Place::kInside,
            std::move(why));
  }

  std::vector<NominalDay> DaysOf(const When& part, const std::vector<BaseDay>& bases) {
    if (!draft_.work.Take(StepsOf(part, bases.size(), draft_.reach), part.pointer)) return {};
    Result<std::vector<NominalDay>> days =
        Expand(part, 0, body_, bases, draft_.organisation.deadlines, draft_.facts, draft_.reach);
    if (days.ok()) return std::move(days).value();
    draft_.problems.push_back(
        {.file = "", .pointer = part.pointer, .what = days.error().message, .instead = {}});
    return {};
  }

  void BookOwnDays(const Dialogue& dialogue, const When& part) {
    std::vector<BaseDay> bases;
    const auto* offset = std::get_if<Offset>(&part.rule);
    if (offset != nullptr)
      if (const auto found = draft_.series.find(offset->from); found != draft_.series.end())
        for (const DraftMeeting& meeting : found->second.meetings)
          bases.push_back({.index = bases.size(),
                           .day = meeting.day,
                           .extra = meeting.added,
                           .cancelled = meeting.cancelled,
                           .reserve = meeting.status == MeetingStatus::kReserve});
    const auto* term = std::get_if<TermPoint>(&part.rule);
    const int within = term != nullptr ? term->within_days : kNearDays;
    const std::optional<Weekday> weekday = term != nullptr ? term->weekday : std::nullopt;
    const TimeOfDay at = dialogue.at.value_or(kUsualStart);
    for (const NominalDay& nominal : DaysOf(part, bases)) {
      if (std::holds_alternative<DateList>(part.rule))
        AddItem(dialogue, part, nominal.day, nominal.day, at, nullptr, false,
                {GivenBy(part, nominal.day)});
      else
        BookNear(dialogue, part, nominal.day, nominal.day, within, weekday, at,
                 {GivenBy(part, nominal.day)});
    }
  }

  // On the day wanted, or the nearest one that fits.
  void BookNear(const Dialogue& dialogue, const When& part, Day birth, Day wanted, int within_days,
                const std::optional<Weekday>& weekday, TimeOfDay at, std::vector<Reason> why) {
    if (!draft_.work.Take(static_cast<std::size_t>(2 * within_days) + 1, part.pointer)) return;
    const std::optional<Day> day = FreeDayNear(wanted, within_days, weekday);
    if (day && *day != wanted)
      why.push_back({.kind = Reason::Kind::kNearestFree,
                     .pointer = part.pointer,
                     .from = wanted,
                     .to = *day});
    if (day)
      AddItem(dialogue, part, birth, *day, at, nullptr, false, std::move(why));
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

  void AddItem(const Dialogue& dialogue, const When& part, Day birth, Day day, TimeOfDay at,
               const DraftMeeting* meeting, bool inside, std::vector<Reason> why) {
    if (!Lives(body_, day) || !draft_.work.Take(Work::kItemSteps, part.pointer)) return;
    if (meeting == nullptr) busy_.insert(day);
    if (!draft_.window.Contains(day)) return;
    Item item;
    const std::string stem =
        draft_.organisation.id + "." + body_.id + "." + dialogue.id + "." + FormatDay(birth);
    item.id = stem;
    for (int copy = 2; !ids_.insert(item.id).second; ++copy)
      item.id = stem + "." + std::to_string(copy);
    item.kind = ItemKind::kDialogue;
    item.body = body_.id;
    item.origin = dialogue.id;
    item.day = day;
    item.at = at;
    item.lasts = inside ? std::min(dialogue.lasts, *meeting->form.lasts) : dialogue.lasts;
    item.title = dialogue.name;
    item.description = dialogue.participants;
    // A visit is somewhere else than the meeting room.
    const bool in_the_room = meeting != nullptr && dialogue.kind != DialogueKind::kVisit;
    item.place = dialogue.place.empty() && in_the_room ? *meeting->form.place : dialogue.place;
    item.guide = dialogue.guide;
    item.is_protected = dialogue.is_protected;
    item.levels = dialogue.levels;
    if (meeting != nullptr) item.parent = meeting->id;
    item.why = std::move(why);
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
  std::set<std::string> ids_;
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
