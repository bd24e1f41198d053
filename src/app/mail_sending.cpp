#include "app/mail_sending.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "app/bounces.h"
#include "store/person_store.h"

namespace rytm {
namespace {

constexpr std::chrono::minutes kMinute{1};

constexpr std::pair<const char*, std::pair<const char*, const char*>> kReasons[] = {
    {"no-address", {"adress saknas", "no address"}},
    {"left", {"uppdragen är slut", "no assignment any more"}},
    {"gone", {"personen finns inte", "no such person"}},
    {"restored", {"väntade i en säkerhetskopia", "waited in a backup"}},
    {"unreachable", {"adressen används inte längre", "the address is used no longer"}},
};

bool HasLeft(const Person& person, Day today) {
  if (person.assignments.empty()) return true;
  const std::optional<Day> last = LastDayOf(person);
  return last && *last < today;
}

// After so long as the number of tries asks for, but once more before it is stale.
Instant NextTry(const OutboxLetter& letter, Instant now) {
  const std::size_t tries =
      std::min(static_cast<std::size_t>(letter.tries), std::size(kLetterTries) - 1);
  const Instant next = now + kLetterTries[tries];
  const Instant last = letter.letter.stale - kLetterLastTry;
  return now < last && last < next ? last : next;
}

}  // namespace

MailHead HeadOf(const OutboxLetter& letter, const Person& person, const MailSettings& settings,
                Instant now) {
  return {.from = settings.from,
          .reply_to = settings.reply_to,
          .to = {person.name, person.address},
          .message_id = letter.message_id,
          .date = now};
}

Text AnswerInWords(const std::string& answer) {
  for (const auto& [word, text] : kReasons)
    if (answer == word) return {text.first, text.second};
  return Text(answer);
}

Result<SendReport> MailSending::SendDue(const std::function<bool()>& go_on) {
  SendReport report;
  if (Result<Done> tidied = Tidy(clock_.Now(), report); !tidied.ok()) return tidied.error();
  std::optional<Courier> courier;  // where there is something to send
  while (go_on() && !IsResting(clock_.Now())) {
    const Result<bool> paused = database_.outbox().Paused();
    if (!paused.ok()) return paused.error();
    if (paused.value()) break;
    const Result<std::vector<std::string>> unreachable = database_.outbox().Unreachable();
    if (!unreachable.ok()) return unreachable.error();
    unreachable_ = {unreachable.value().begin(), unreachable.value().end()};
    Result<std::vector<OutboxLetter>> due = database_.outbox().Due(clock_.Now(), kLettersAtOnce);
    if (!due.ok()) return due.error();
    if (due.value().empty()) break;
    if (!courier) courier.emplace(transport_);
    const Result<Done> sent = SendAll(std::move(due).value(), *courier, go_on, report);
    if (!sent.ok()) return sent.error();
  }
  return report;
}

Result<Done> MailSending::SendAll(std::vector<OutboxLetter> due, Courier& courier,
                                  const std::function<bool()>& go_on, SendReport& report) {
  for (OutboxLetter& letter : due) {
    const Instant now = clock_.Now();
    if (!go_on() || IsResting(now)) break;
    if (Result<Done> done = Handle(std::move(letter), now, courier, report); !done.ok())
      return done;
    if (!courier.IsFull()) continue;  // first something to do for it
    if (Result<Done> noted = NoteAll(courier.Take(), report); !noted.ok()) return noted;
  }
  return NoteAll(courier.TakeAll(), report);
}

Result<Done> MailSending::Tidy(Instant now, SendReport& report) {
  const Result<std::size_t> dropped = database_.outbox().DropStale(now);
  if (!dropped.ok()) return dropped.error();
  report.dropped += dropped.value();
  const Day today = zone_.LocalOf(now).day;
  if (tidied_on_ == today) return Done{};
  tidied_on_ = today;
  return database_.outbox().ForgetTexts(now - kLetterTextKept);
}

Result<Done> MailSending::Handle(OutboxLetter letter, Instant now, Courier& courier,
                                 SendReport& report) {
  const Result<std::optional<Person>> found = database_.people().Find(letter.letter.person);
  if (!found.ok()) return found.error();
  if (!found.value()) return Drop(letter, "gone", now, report);
  const Person& person = *found.value();
  if (HasLeft(person, zone_.LocalOf(now).day)) return Drop(letter, "left", now, report);
  if (person.address.empty()) return Drop(letter, "no-address", now, report);
  if (unreachable_.contains(person.id)) return Drop(letter, "unreachable", now, report);
  if (const std::optional<Instant> later = WaitFor(DomainOf(person.address), now))
    return database_.outbox().Postpone(letter.number, *later);
  Result<RenderedMail> mail = RenderMail(letter.letter, HeadOf(letter, person, settings_, now));
  if (mail.ok()) {
    courier.Give(std::move(letter), std::move(mail).value());
    return Done{};
  }
  ++report.failed;
  return database_.outbox().NoteEnd(letter.number, LetterState::kFailed, mail.error().message.sv,
                                    now);
}

// Together: making them durable takes longer than all else.
Result<Done> MailSending::NoteAll(const std::vector<DeliveredLetter>& letters, SendReport& report) {
  if (letters.empty()) return Done{};
  return database_.AllOrNothing([&]() -> Result<Done> {
    const Instant now = clock_.Now();  // sending may have taken a while
    for (const DeliveredLetter& one : letters) {
      Result<Done> noted = Note(one.letter, one.delivered, now, report);
      // Who was erased meanwhile took the letter along.
      if (!noted.ok() && noted.error().code != ErrorCode::kNotFound) return noted;
    }
    return Done{};
  });
}

Result<Done> MailSending::Note(const OutboxLetter& letter, const Delivered& delivered, Instant now,
                               SendReport& report) {
  Outbox& outbox = database_.outbox();
  switch (delivered.delivery) {
    case Delivery::kAccepted:
      ++report.sent;
      return outbox.NoteSent(letter.number, now);
    case Delivery::kTryAgain:
      ++report.to_try_again;
      return outbox.NoteTry(letter.number, NextTry(letter, now), delivered.answer);
    case Delivery::kRefused:
      ++report.failed;
      return outbox.NoteEnd(letter.number, LetterState::kFailed, delivered.answer, now);
    case Delivery::kBounced: {
      ++report.failed;
      Result<Done> ended =
          outbox.NoteEnd(letter.number, LetterState::kFailed, delivered.answer, now);
      return ended.ok() ? CountBounce(database_, letter.letter.person, now) : ended;
    }
    case Delivery::kNoRelay:
      report.relay_trouble = delivered.answer;
      rested_since_ = now;
      return Done{};
  }
  return Done{};
}

Result<Done> MailSending::Drop(const OutboxLetter& letter, const char* why, Instant now,
                               SendReport& report) {
  ++report.dropped;
  return database_.outbox().NoteEnd(letter.number, LetterState::kStale, why, now);
}

std::optional<Instant> MailSending::WaitFor(const std::string& domain, Instant now) {
  Pace& pace = paces_[domain];
  if (now < pace.since || pace.since + kMinute <= now) pace = {.since = now, .sent = 0};
  if (pace.sent >= settings_.per_domain_and_minute) return pace.since + kMinute;
  ++pace.sent;
  return std::nullopt;
}

// A clock that was put back ends the rest.
bool MailSending::IsResting(Instant now) const {
  return rested_since_ && *rested_since_ <= now && now < *rested_since_ + kRelayRest;
}

}  // namespace rytm
