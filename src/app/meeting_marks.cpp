#include "app/meeting_marks.h"

#include <algorithm>
#include <tuple>

#include "edition/seen_as.h"
#include "store/mark_store.h"
#include "store/person_store.h"

namespace rytm {
namespace {

const Assignment* PostIn(const Person& person, const Event& event, Post post) {
  for (const Assignment& assignment : person.assignments)
    if (assignment.post == post && event.IsOf(assignment.body) && assignment.Holds(event.day))
      return &assignment;
  return nullptr;
}

std::string PartyOf(const Person& person, const Event& event) {
  for (const Assignment& assignment : person.assignments)
    if (assignment.body == event.body && assignment.Holds(event.day) && !assignment.party.empty())
      return assignment.party;
  return {};
}

bool IsAhead(const Event& event, Day today) {
  return event.day >= today && event.status != EventStatus::kCancelled && IsInvitedTo(event);
}

std::optional<Error> WhyNot(const Readership& readership, const NewMark& mark, Day today) {
  const std::optional<SeenAs> seen_as = SeenAsBy(*mark.event, *mark.person, today);
  if (!seen_as || !seen_as->elected || !IsAhead(*mark.event, today))
    return Refuse(ErrorCode::kRefused,
                  {"Det här är inte ett möte där personen väntas, eller så är det över.",
                   "This is no meeting where the person is expected, or it is over."});
  const bool calls = mark.note == MeetingNote::kCalled || mark.note == MeetingNote::kNotCalled;
  if (calls && !seen_as->substitute)
    return Refuse(ErrorCode::kRefused,
                  {"Bara ersättare kallas: personen har en egen plats.",
                   "Only substitutes are called: the person has a seat of their own."});
  const bool absent = readership.marks.absent.contains({mark.event->uid, mark.person->id});
  if (mark.note == MeetingNote::kCalled && absent)
    return Refuse(ErrorCode::kRefused, {"Personen har sagt att det inte går att komma.",
                                        "The person has said that they cannot come."});
  return std::nullopt;
}

Result<bool> Set(MarkStore& marks, const NewMark& mark, Instant now) {
  const std::string& uid = mark.event->uid;
  const std::string& person = mark.person->id;
  switch (mark.note) {
    case MeetingNote::kAbsent:
      return marks.SetAbsent(uid, person, now);
    case MeetingNote::kPresent:
      return marks.SetPresent(uid, person);
    case MeetingNote::kCalled:
      return marks.SetCalled(uid, person, mark.author, now);
    case MeetingNote::kNotCalled:
      break;
  }
  return marks.SetNotCalled(uid, person);
}

std::vector<Letter> LettersOf(const Readership& readership, const NewMark& mark, WaysIn& ways_in,
                              Day today, Instant now) {
  const Event& event = *mark.event;
  const Person& person = *mark.person;
  const LetterTemplates templates = EmbeddedLetterTemplates();
  const LetterFrame frame{
      .organisation = *readership.organisation, .templates = templates, .today = today};
  const std::string rest = "/" + event.uid + "/" + person.id + "/" + FormatInstant(now);
  std::vector<Letter> letters{NotedLetter(
      frame, person, event, *SeenAsBy(event, person, today), mark.note,
      "noted/" + std::to_string(static_cast<int>(mark.note)) + rest, ways_in.To(person.id), now)};
  if (mark.note == MeetingNote::kAbsent) {
    const std::vector<const Person*> substitutes = SubstitutesFor(readership, event, person);
    for (const Correspondent& one : readership.everybody)
      if (PostIn(one.person, event, Post::kSecretary) != nullptr)
        letters.push_back(AbsenceLetter(frame, one.person, event, person, substitutes,
                                        "absence" + rest + "/" + one.person.id, now));
  }
  std::erase_if(letters, [&](const Letter& letter) {
    const Correspondent* to = readership.Find(letter.person);
    return to == nullptr || to->person.address.empty();
  });
  return letters;
}

void SortByName(std::vector<MarkedPerson>& people) {
  std::sort(people.begin(), people.end(), [](const MarkedPerson& a, const MarkedPerson& b) {
    return std::tie(a.person->name, a.person->id) < std::tie(b.person->name, b.person->id);
  });
}

}  // namespace

std::vector<const Person*> SubstitutesFor(const Readership& readership, const Event& event,
                                          const Person& person) {
  struct Next {
    bool of_other_party;
    std::string_view party;
    int order;
    const Person* who;
  };
  const std::string party = PartyOf(person, event);
  std::vector<Next> all;
  for (const Correspondent& one : readership.everybody) {
    const Assignment* substitute = PostIn(one.person, event, Post::kSubstitute);
    const bool absent = readership.marks.absent.contains({event.uid, one.person.id});
    if (substitute != nullptr && !absent && one.person.id != person.id)
      all.push_back(
          {substitute->party != party, substitute->party, substitute->order, &one.person});
  }
  std::sort(all.begin(), all.end(), [](const Next& a, const Next& b) {
    return std::tie(a.of_other_party, a.party, a.order, a.who->name) <
           std::tie(b.of_other_party, b.party, b.order, b.who->name);
  });
  std::vector<const Person*> substitutes;
  for (const Next& next : all) substitutes.push_back(next.who);
  return substitutes;
}

Result<bool> NoteMark(Database& database, const Readership& readership, const NewMark& mark,
                      WaysIn& ways_in, Instant now) {
  const Day today = readership.zone.LocalOf(now).day;
  if (std::optional<Error> why = WhyNot(readership, mark, today)) return *std::move(why);
  const std::vector<Letter> letters = LettersOf(readership, mark, ways_in, today, now);
  bool changed = false;
  const Result<Done> kept = database.AllOrNothing([&]() -> Result<Done> {
    const Result<bool> set = Set(database.marks(), mark, now);
    if (!set.ok()) return set.error();
    changed = set.value();
    if (!changed) return Done{};
    Result<Done> told = KeepLetters(database, *readership.organisation, letters, ways_in, now);
    return told.ok() ? database.people().NoteChange() : told;
  });
  if (!kept.ok()) return kept.error();
  return changed;
}

Result<bool> NotePapersOut(Database& database, const Readership& readership, const Event& event,
                           bool out, const std::string& author, Instant now) {
  if (event.kind != EventKind::kMeeting || !IsAhead(event, readership.zone.LocalOf(now).day))
    return Refuse(ErrorCode::kRefused, {"Handlingar gäller ett möte som ska hållas.",
                                        "Papers are of a meeting that is to be held."});
  bool changed = false;
  const Result<Done> kept = database.AllOrNothing([&]() -> Result<Done> {
    const Result<bool> set = out ? database.marks().SetPapersOut(event.uid, author, now)
                                 : database.marks().TakeBackPapers(event.uid);
    if (!set.ok()) return set.error();
    changed = set.value();
    return changed ? database.people().NoteChange() : Result<Done>(Done{});
  });
  if (!kept.ok()) return kept.error();
  return changed;
}

Result<MeetingPeople> PeopleOf(Database& database, const Readership& readership,
                               const Event& event) {
  MeetingPeople people;
  const MeetingMarks& marks = readership.marks;
  if (const auto out = marks.papers_out.find(event.uid); out != marks.papers_out.end())
    people.papers_out = out->second;
  for (const Correspondent& one : readership.everybody) {
    const UidAndPerson mark{event.uid, one.person.id};
    if (marks.absent.contains(mark))
      people.absent.push_back(
          {.person = &one.person, .substitutes = SubstitutesFor(readership, event, one.person)});
    if (marks.called.contains(mark)) people.called.push_back({.person = &one.person});
  }
  SortByName(people.absent);
  SortByName(people.called);
  Result<std::vector<InvitationReply>> replies = database.replies().RepliesTo(event.uid);
  if (!replies.ok()) return replies.error();
  people.intentions = std::move(replies).value();
  return people;
}

}  // namespace rytm
