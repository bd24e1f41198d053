// What is noted about a meeting beside the plan: papers that are out, who cannot come, which
// substitutes are called. And which mails people get.
#include "app/mail_choices.h"
#include "app/meeting_marks.h"
#include "server/api/handlers.h"

namespace rytm {
namespace {

struct Asked {
  std::shared_ptr<const Readership> readership;
  const Event* event = nullptr;
};

// A published meeting of a body whose people the actor manages.
Result<Asked> MeetingAsked(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  Result<std::shared_ptr<const Readership>> loaded = call.Readers();
  if (!loaded.ok()) return loaded.error();
  Asked asked{.readership = std::move(loaded).value()};
  asked.event =
      asked.readership->FindEvent(call.Part("slot") + "@" + asked.readership->organisation->host);
  if (asked.event == nullptr || !call.Sees(asked.event->body)) return NotHere();
  const Result<Done> may = Require(call.actor, Action::kManagePeople, asked.event->body);
  if (!may.ok()) return may.error();
  return asked;
}

JsonObject AsJson(const Call& call, const Person& person) {
  return {{"person", person.id}, {"name", NameForOthers(person).In(call.language)}};
}

Result<Reply> PeopleReply(Call& call, const Asked& asked) {
  const Result<MeetingPeople> people = PeopleOf(call.database(), *asked.readership, *asked.event);
  if (!people.ok()) return people.error();
  JsonObject json;
  json["uid"] = asked.event->uid;
  if (people.value().papers_out) json["papers-out"] = FormatInstant(*people.value().papers_out);
  JsonArray absent;
  for (const MarkedPerson& one : people.value().absent) {
    JsonObject of_one = AsJson(call, *one.person);
    JsonArray substitutes;
    for (const Person* substitute : one.substitutes)
      substitutes.push_back(AsJson(call, *substitute));
    of_one["substitutes"] = std::move(substitutes);
    absent.push_back(std::move(of_one));
  }
  json["absent"] = std::move(absent);
  JsonArray called;
  for (const MarkedPerson& one : people.value().called) called.push_back(AsJson(call, *one.person));
  json["called"] = std::move(called);
  JsonArray intentions;
  for (const InvitationReply& reply : people.value().intentions)
    if (const Correspondent* who = asked.readership->Find(reply.person)) {
      JsonObject of_one = AsJson(call, who->person);
      of_one["answer"] = IntentionWord(reply.answer);
      intentions.push_back(std::move(of_one));
    }
  json["intentions"] = std::move(intentions);
  return Reply{.json = std::move(json)};
}

// As it is once something was noted.
Result<Reply> NotedReply(Call& call, const Result<bool>& noted, const std::string& what) {
  if (!noted.ok()) return noted.error();
  const Result<Asked> asked = MeetingAsked(call);
  if (!asked.ok()) return asked.error();
  Result<Reply> reply = PeopleReply(call, asked.value());
  if (reply.ok() && noted.value())
    reply.value().noted = Noted{.what = what, .subject = asked.value().event->uid};
  return reply;
}

Result<Reply> NotePapers(Call& call, bool out) {
  const Result<Asked> asked = MeetingAsked(call);
  if (!asked.ok()) return asked.error();
  return NotedReply(call,
                    NotePapersOut(call.database(), *asked.value().readership, *asked.value().event,
                                  out, call.actor.person, call.now),
                    out ? "papers-out" : "papers-taken-back");
}

Result<Reply> NoteOf(Call& call, MeetingNote note, const std::string& what) {
  const Result<Asked> asked = MeetingAsked(call);
  if (!asked.ok()) return asked.error();
  const Correspondent* who = asked.value().readership->Find(call.Part("person"));
  if (who == nullptr) return NotHere();
  WaysIn ways_in(call.desk.randomness,
                 PublicUrlOf(call.settings.public_url, *asked.value().readership->organisation),
                 call.now);
  return NotedReply(call,
                    NoteMark(call.database(), *asked.value().readership,
                             {.event = asked.value().event,
                              .person = &who->person,
                              .note = note,
                              .author = call.actor.person},
                             ways_in, call.now),
                    what);
}

// The usual ones are the whole organisation's, a person's those of who manages them.
Result<Done> MayChoose(Call& call, const std::string& whose) {
  if (const auto planned = call.Plan(); !planned.ok()) return planned.error();
  if (whose == kElected || whose == kOfficials) return Require(call.actor, Action::kManagePeople);
  const Result<Person> person = call.desk.people.Find(call.actor, whose);
  return person.ok() ? Result<Done>(Done{}) : Result<Done>(person.error());
}

}  // namespace

Result<Reply> GetMeetingPeople(Call& call) {
  const Result<Asked> asked = MeetingAsked(call);
  if (!asked.ok()) return asked.error();
  return PeopleReply(call, asked.value());
}

Result<Reply> SetPapersOut(Call& call) { return NotePapers(call, true); }
Result<Reply> TakeBackPapers(Call& call) { return NotePapers(call, false); }
Result<Reply> SetAbsent(Call& call) { return NoteOf(call, MeetingNote::kAbsent, "absence-noted"); }
Result<Reply> SetPresent(Call& call) {
  return NoteOf(call, MeetingNote::kPresent, "absence-taken-back");
}
Result<Reply> CallSubstitute(Call& call) {
  return NoteOf(call, MeetingNote::kCalled, "substitute-called");
}
Result<Reply> ReleaseSubstitute(Call& call) {
  return NoteOf(call, MeetingNote::kNotCalled, "substitute-released");
}

Result<Reply> GetMailChoices(Call& call) {
  const std::string& whose = call.Part("whose");
  if (const Result<Done> may = MayChoose(call, whose); !may.ok()) return may.error();
  const Result<MailChoices> choices = MailChoicesOf(call.database(), whose);
  if (!choices.ok()) return choices.error();
  return Reply{.json = ChoicesAsJson(choices.value())};
}

Result<Reply> SetMailChoices(Call& call) {
  const std::string& whose = call.Part("whose");
  if (const Result<Done> may = MayChoose(call, whose); !may.ok()) return may.error();
  const Result<MailChoices> before = MailChoicesOf(call.database(), whose);
  if (!before.ok()) return before.error();
  const Result<MailChoices> choices =
      call.ReadBody([&](const JsonReader& body) { return ReadChoices(body, before.value()); });
  if (!choices.ok()) return choices.error();
  const Result<Done> set =
      SetMailChoices(call.database(), call.actor, whose, choices.value(), call.now);
  if (!set.ok()) return set.error();
  return Reply{.json = ChoicesAsJson(choices.value())};
}

}  // namespace rytm
