#include "app/own_pages.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "app/actor.h"
#include "app/mail_choices.h"
#include "app/meeting_marks.h"
#include "base/limits.h"
#include "edition/seen_as.h"
#include "organisation/people_check.h"
#include "pages/duty_list.h"
#include "reminders/letters.h"
#include "store/mark_store.h"
#include "store/person_store.h"
#include "store/way_in_store.h"

namespace rytm {
namespace {

constexpr std::string_view kReminderFields = "kind";

std::string_view FieldOf(const FormFields& form, std::string_view name) {
  for (const auto& [key, value] : form)
    if (key == name) return value;
  return {};
}

bool HasField(const FormFields& form, std::string_view name, std::string_view value) {
  return std::any_of(form.begin(), form.end(), [&](const auto& field) {
    return field.first == name && field.second == value;
  });
}

// "ledamot", "ordförande och ledamot": as what the person is concerned.
Text PostsIn(const Person& person, const Event& event) {
  Text posts;
  for (const Assignment& assignment : person.assignments) {
    if (!event.IsOf(assignment.body) || !assignment.Holds(event.day)) continue;
    if (!posts.empty()) posts = posts + Text(", ");
    posts = posts + PostInWords(assignment.post);
  }
  return posts;
}

OwnMeeting MeetingOf(const Readership& readership, const Person& person, const Event& event,
                     const SeenAs& seen_as, Day today) {
  const UidAndPerson mark{event.uid, person.id};
  return {.event = &event,
          .level = seen_as.level,
          .posts = PostsIn(person, event),
          .substitute = seen_as.substitute,
          .called = readership.marks.called.contains(mark),
          .absent = readership.marks.absent.contains(mark),
          .answers = seen_as.elected && event.day >= today};
}

// Everything to come that takes the person's time.
std::vector<OwnMeeting> MeetingsOf(const Readership& readership, const Person& person, Day today) {
  std::vector<OwnMeeting> meetings;
  for (const Edition& edition : *readership.editions)
    for (const Event& event : edition.events) {
      const bool told = event.day >= today && IsInvitedTo(event) && !event.dropped_on;
      const std::optional<SeenAs> seen_as = told ? SeenAsBy(event, person, today) : std::nullopt;
      if (seen_as) meetings.push_back(MeetingOf(readership, person, event, *seen_as, today));
    }
  std::sort(meetings.begin(), meetings.end(), [](const OwnMeeting& a, const OwnMeeting& b) {
    return std::tie(a.event->day, a.event->at, a.event->uid) <
           std::tie(b.event->day, b.event->at, b.event->uid);
  });
  return meetings;
}

OwnChoices FormOf(const MailChoices& choices) {
  OwnChoices form;
  for (std::size_t i = 0; i < kReminderKindWords.size(); ++i)
    form.reminders.at(i) = choices.reminders.Has(static_cast<ReminderKind>(i));
  form.mails = choices.digest              ? OwnChoices::Mails::kWeekly
               : choices.reminders.empty() ? OwnChoices::Mails::kNone
                                           : OwnChoices::Mails::kSingle;
  form.changes = choices.changes;
  form.invitations = choices.invitations;
  form.at = choices.at;
  form.quiet_from = choices.quiet_from;
  form.quiet_until = choices.quiet_until;
  return form;
}

MailChoices ChoicesFrom(const FormFields& form, const MailChoices& before) {
  MailChoices choices = before;
  choices.digest = FieldOf(form, "mails") == "weekly";
  choices.reminders = {};
  if (FieldOf(form, "mails") != "none")
    for (std::size_t i = 0; i < kReminderKindWords.size(); ++i)
      choices.reminders.Set(static_cast<ReminderKind>(i),
                            HasField(form, kReminderFields, kReminderKindWords[i]));
  choices.changes = FieldOf(form, "changes") == "yes";
  choices.invitations = FieldOf(form, "delivery") == "invitations";
  choices.at = ParseTimeOfDay(FieldOf(form, "at")).value_or(before.at);
  choices.quiet_from = ParseTimeOfDay(FieldOf(form, "quiet-from")).value_or(before.quiet_from);
  choices.quiet_until = ParseTimeOfDay(FieldOf(form, "quiet-until")).value_or(before.quiet_until);
  return choices;
}

Text FetchedInWords(const FeedLink& link, Instant now) {
  if (!link.fetched) return {"Inte hämtad än.", "Not fetched yet."};
  const std::string client(WordFor(kFeedClientWords, link.fetched->client));
  const auto days = std::chrono::duration_cast<Days>(now - link.fetched->at).count();
  const bool other = link.fetched->client == FeedClient::kOther;
  const Text by = other ? Text(".") : Text(" av " + client + ".", " by " + client + ".");
  if (days < 1) return Text("Hämtad det senaste dygnet", "Fetched within the last day") + by;
  return Text("Hämtad för " + std::to_string(days) + " dygn sedan",
              "Fetched " + std::to_string(days) + " days ago") +
         by;
}

}  // namespace

// Who came in, by which link.
struct OwnPages::Visit {
  std::string token;
  WayIn way_in;
  std::shared_ptr<const Readership> readership;
  const Correspondent* who = nullptr;
  Day today{};

  const Person& person() const { return who->person; }
  bool everything() const { return way_in.kind == WayIn::Kind::kEverything; }
};

Result<std::optional<OwnPages::Visit>> OwnPages::Enter(std::string_view token) {
  const Instant now = clock_.Now();
  Result<std::shared_ptr<const Readership>> loaded = LoadReadership(database_, readership_);
  if (!loaded.ok()) return loaded.error();
  readership_ = std::move(loaded).value();
  Result<std::optional<WayIn>> way_in = database_.ways_in().Find(HashOf(token), now);
  if (!way_in.ok()) return way_in.error();
  if (!way_in.value()) return std::optional<Visit>();
  Visit visit{.token = std::string(token),
              .way_in = *std::move(way_in).value(),
              .readership = readership_,
              .today = readership_->zone.LocalOf(now).day};
  visit.who = readership_->Find(visit.way_in.person);
  if (visit.who == nullptr) return std::optional<Visit>();
  return std::optional(std::move(visit));
}

std::string OwnPages::Url() const { return PublicUrlOf(public_url_, *readership_->organisation); }

OwnAnswer OwnPages::NotHere(const Readership& readership) const {
  return {.status = 404,
          .body = RenderNoOwnPage(*readership.organisation, templates_, Language::kSwedish)};
}

Result<OwnAnswer> OwnPages::Show(const Visit& visit, Text said, std::string new_feed) {
  const Person& person = visit.person();
  OwnPage page{*visit.readership->organisation};
  page.today = visit.today;
  page.language = person.language;
  page.base_url = Url();
  page.address = std::string(kOwnPages) + visit.token;
  page.said = std::move(said);
  page.official = std::none_of(person.assignments.begin(), person.assignments.end(),
                               [](const Assignment& one) { return IsElected(one.post); });
  page.choices = FormOf(visit.who->choices);
  if (const Event* event = visit.readership->FindEvent(visit.way_in.uid))
    if (const std::optional<SeenAs> seen_as = SeenAsBy(*event, person, visit.today))
      page.meeting = MeetingOf(*visit.readership, person, *event, *seen_as, visit.today);
  page.everything = visit.everything();
  if (!page.everything) return OwnAnswer{.body = RenderOwnPage(page, templates_)};
  page.name = person.name;
  page.mail_address = person.address;
  page.meetings = MeetingsOf(*visit.readership, person, visit.today);
  page.new_feed = std::move(new_feed);
  const Result<std::vector<FeedLink>> links =
      FeedLinks(database_, clock_, randomness_).Own(person.id);
  if (!links.ok()) return links.error();
  for (const FeedLink& link : links.value())
    page.feeds.push_back(
        {.id = link.id, .name = link.name, .fetched = FetchedInWords(link, clock_.Now())});
  return OwnAnswer{.body = RenderOwnPage(page, templates_)};
}

Result<OwnAnswer> OwnPages::Get(std::string_view token, std::string_view what,
                                const FormFields& query) {
  const Result<std::optional<Visit>> visit = Enter(token);
  if (!visit.ok()) return visit.error();
  if (!visit.value()) return NotHere(*readership_);
  if (what.empty()) return Show(*visit.value(), {});
  const bool list = what == "list.csv" || what == "list.pdf";
  if (!list || !visit.value()->everything()) return NotHere(*readership_);
  return List(*visit.value(), query, what == "list.pdf");
}

Result<OwnAnswer> OwnPages::List(const Visit& visit, const FormFields& query, bool pdf) {
  constexpr int kTravelMinutesMax = 300;
  const Day from = ParseDay(FieldOf(query, "from")).value_or(visit.today);
  const Day until = ParseDay(FieldOf(query, "until")).value_or(visit.today + Days{183});
  if (until < from || until - from > Days{kWindowDaysMax})
    return Show(visit, {"Perioden slutar innan den börjar, eller är för lång.",
                        "The period ends before it begins, or is too long."});
  int travel = 0;
  const std::string_view minutes = FieldOf(query, "travel");
  std::from_chars(minutes.data(), minutes.data() + minutes.size(), travel);
  const Person& person = visit.person();
  DutyList list{.name = person.name,
                .organisation = visit.readership->organisation->name,
                .period = {from, until},
                .travel = Minutes{std::clamp(travel, 0, kTravelMinutesMax)},
                .language = person.language,
                .made = visit.today};
  for (const OwnMeeting& meeting : MeetingsOf(*visit.readership, person, from)) {
    const Event& event = *meeting.event;
    const bool due = event.day <= until && event.status != EventStatus::kCancelled &&
                     !event.reserve && meeting.answers && (!meeting.substitute || meeting.called);
    if (!due) continue;
    const Body* body = visit.readership->organisation->FindBody(event.body);
    list.duties.push_back({.day = event.day,
                           .at = event.at,
                           .lasts = event.lasts,
                           .body = body == nullptr ? event.title : body->name,
                           .post = meeting.posts});
  }
  if (!pdf)
    return OwnAnswer{.type = "text/csv", .body = DutyListAsCsv(list), .file_name = "uppdrag.csv"};
  Result<std::string> written = DutyListAsPdf(list);
  if (!written.ok()) return written.error();
  return OwnAnswer{
      .type = "application/pdf", .body = std::move(written).value(), .file_name = "uppdrag.pdf"};
}

Result<OwnAnswer> OwnPages::Post(std::string_view token, std::string_view what,
                                 const FormFields& form) {
  const Result<std::optional<Visit>> entered = Enter(token);
  if (!entered.ok()) return entered.error();
  if (!entered.value()) return NotHere(*readership_);
  const Visit& visit = *entered.value();
  Result<Text> said = Error{};
  std::string new_feed;
  if (what == "absent" || what == "present") {
    said = SayAbsent(visit, std::string(FieldOf(form, "uid")), what == "absent");
  } else if (what == "choices") {
    said = Choose(visit, form);
  } else if (what == "stop") {
    said = Stop(visit);
  } else if (what == "link") {
    said = MailLink(visit);
  } else if (what == "feed" && visit.everything()) {
    const Result<MadeFeedLink> made =
        FeedLinks(database_, clock_, randomness_)
            .MakeOwn(visit.person().id, {.name = std::string(FieldOf(form, "name")),
                                         .choice = {.person = visit.person().id,
                                                    .language = visit.person().language}});
    if (made.ok()) new_feed = Url() + FeedPathOf(made.value().token);
    said = made.ok() ? Result<Text>(Text("Länken är klar.", "The link is ready."))
                     : Result<Text>(made.error());
  } else if (what == "revoke" && visit.everything()) {
    const Result<Done> revoked =
        FeedLinks(database_, clock_, randomness_)
            .RevokeOwn(visit.person().id, std::string(FieldOf(form, "id")));
    said = revoked.ok() ? Result<Text>(Text("Länken är borttagen.", "The link is removed."))
                        : Result<Text>(revoked.error());
  } else if (what == "address" && visit.everything()) {
    said = ChangeAddress(visit, FieldOf(form, "address"));
  } else {
    return NotHere(*readership_);
  }
  if (!said.ok() && said.error().code == ErrorCode::kUnavailable) return said.error();
  const Result<std::optional<Visit>> again = Enter(token);  // as it is now
  if (!again.ok()) return again.error();
  if (!again.value()) return NotHere(*readership_);
  return Show(*again.value(), said.ok() ? said.value() : said.error().message, std::move(new_feed));
}

Result<Text> OwnPages::SayAbsent(const Visit& visit, const std::string& uid, bool absent) {
  const bool allowed = visit.everything() || uid == visit.way_in.uid;
  const Event* event = allowed ? visit.readership->FindEvent(uid) : nullptr;
  if (event == nullptr)
    return Refuse(ErrorCode::kNotFound,
                  Text("Mötet finns inte längre.", "The meeting is there no longer."));
  WaysIn ways_in(randomness_, Url(), clock_.Now());
  const Result<bool> changed =
      NoteMark(database_, *visit.readership,
               {.event = event,
                .person = &visit.person(),
                .note = absent ? MeetingNote::kAbsent : MeetingNote::kPresent},
               ways_in, clock_.Now());
  if (!changed.ok()) return changed.error();
  return absent ? Text("Tack, vi har noterat att du inte kan komma.",
                       "Thank you, we have noted that you cannot come.")
                : Text("Tack, vi har noterat att du kan komma.",
                       "Thank you, we have noted that you can come.");
}

Result<Text> OwnPages::Choose(const Visit& visit, const FormFields& form) {
  const Language language =
      FieldOf(form, "language") == "en" ? Language::kEnglish : Language::kSwedish;
  if (language != visit.person().language) {
    Person person = visit.person();
    person.language = language;
    if (Result<Done> saved = SaveOwn(person, "language"); !saved.ok()) return saved.error();
  }
  const Result<Done> saved =
      ChooseMails(database_, visit.person().id, ChoicesFrom(form, visit.who->choices));
  if (!saved.ok()) return saved.error();
  return Text("Sparat.", "Saved.");
}

Result<Done> OwnPages::SaveOwn(const Person& person, std::string what) {
  return database_.AllOrNothing([&]() -> Result<Done> {
    if (Result<Done> saved = database_.people().Save(person); !saved.ok()) return saved;
    return database_.audit().Append(EntryOf({.person = person.id, .via = "own-page", .grants = {}},
                                            clock_.Now(), "person-changed", person.id,
                                            std::move(what)));
  });
}

Result<Text> OwnPages::Stop(const Visit& visit) {
  const Result<Done> saved = ChooseMails(database_, visit.person().id, NoMail(visit.who->choices));
  if (!saved.ok()) return saved.error();
  return Text("Du får inga fler påminnelser och besked, bara det som är brådskande.",
              "You get no more reminders and notices, only what is urgent.");
}

// The link that goes to the new address shows whether it works; this page works on meanwhile.
Result<Text> OwnPages::ChangeAddress(const Visit& visit, std::string_view address) {
  std::optional<Error> wrong;
  Person person = visit.person();
  person.address = AcceptAddress(address, [&](const Text& what, const Text& instead) {
    wrong = Refuse(ErrorCode::kBadInput, what + Text(" ") + instead);
  });
  if (wrong) return *wrong;
  if (person.address.empty())
    return Refuse(ErrorCode::kBadInput,
                  Text("Skriv en e-postadress.", "Write an address of e-mail."));
  if (Result<Done> saved = SaveOwn(person, "address"); !saved.ok()) return saved.error();
  Result<std::optional<Visit>> at_new = Enter(visit.token);
  if (!at_new.ok()) return at_new.error();
  Result<Text> mailed = MailLink(at_new.value().value_or(visit));
  if (!mailed.ok()) return mailed;
  return Text("Adressen är ändrad. Vi har mejlat en länk dit: kom den inte fram, ändra igen.",
              "The address is changed. We have mailed a link to it: if it does not come, change it "
              "again.");
}

Result<Text> OwnPages::MailLink(const Visit& visit) {
  const Instant now = clock_.Now();
  if (Url().empty())
    return Refuse(ErrorCode::kRefused,
                  Text("Servern vet inte sin egen adress: säg till sekreteraren.",
                       "The server does not know its own address: tell the secretary."));
  WaysIn ways_in(randomness_, Url(), now);
  const LetterTemplates templates = EmbeddedLetterTemplates();
  const LetterFrame frame{.organisation = *visit.readership->organisation,
                          .templates = templates,
                          .today = visit.today};
  // One for each quarter of an hour: pressing the button again sends no flood.
  using QuarterHours = std::chrono::duration<int, std::ratio<900>>;
  const std::string key = "way-in/" + visit.person().id + "/" +
                          Base32(HashOf(visit.person().address)) + "/" +
                          FormatInstant(date::floor<QuarterHours>(now));
  const Letter letter =
      WayInLetter(frame, visit.person(), ways_in.Fresh(visit.person().id), key, now);
  const Result<Done> kept = database_.AllOrNothing(
      [&] { return KeepLetters(database_, frame.organisation, {letter}, ways_in, now); });
  if (!kept.ok()) return kept.error();
  return Text("Vi har mejlat dig en länk. Den gäller i en timme.",
              "We have mailed you a link. It works for an hour.");
}

}  // namespace rytm
