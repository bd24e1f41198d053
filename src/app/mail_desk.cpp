#include "app/mail_desk.h"

#include "app/rules.h"
#include "store/person_store.h"

namespace rytm {
namespace {

Error NoLetter(std::int64_t number) {
  const std::string letter = std::to_string(number);
  return Refuse(ErrorCode::kNotFound,
                Text("Mejl " + letter + " finns inte, eller så är dess text eller person borta.",
                     "Mail " + letter + " is not there, or its text or person is gone."));
}

Result<MailSettings> UsualSettings(Database& database) {
  const Result<Organisation> organisation = OrganisationInForce(database.store());
  if (!organisation.ok()) return organisation.error();
  const std::string address = "rytm@" + organisation.value().host;
  return MailSettings{.from = {organisation.value().name.sv, address}, .reply_to = address};
}

Letter TrialLetter(Language language) {
  Letter letter;
  letter.language = language;
  if (language == Language::kEnglish) {
    letter.subject = "A trial mail from Rytm";
    letter.text = "Hello!\n\nThis mail shows that Rytm can send mail: å, ä and ö read well.\n";
  } else {
    letter.subject = "Ett provmejl från Rytm";
    letter.text =
        "Hej!\n\nDet här mejlet visar att Rytm kan skicka mejl: å, ä och ö går att läsa.\n";
  }
  return letter;
}

}  // namespace

Result<MailStatus> StatusOfMail(Database& database, const Actor& actor) {
  if (const Result<Done> may = Require(actor, Action::kManageMail); !may.ok()) return may.error();
  const Result<bool> paused = database.outbox().Paused();
  if (!paused.ok()) return paused.error();
  Result<std::map<LetterState, std::size_t>> amounts = database.outbox().Amounts();
  if (!amounts.ok()) return amounts.error();
  Result<std::vector<std::string>> unreachable = database.outbox().Unreachable();
  if (!unreachable.ok()) return unreachable.error();
  return MailStatus{.paused = paused.value(),
                    .amounts = std::move(amounts).value(),
                    .unreachable = std::move(unreachable).value()};
}

Result<std::vector<OutboxLetter>> NewestLetters(Database& database, const Actor& actor,
                                                std::size_t count,
                                                std::optional<std::int64_t> before) {
  if (const Result<Done> may = Require(actor, Action::kManageMail); !may.ok()) return may.error();
  return database.outbox().Newest(count, before);
}

Result<Done> PauseMail(Database& database, const Actor& actor, bool paused, Instant now) {
  if (Result<Done> may = Require(actor, Action::kManageMail); !may.ok()) return may;
  return database.AllOrNothing([&]() -> Result<Done> {
    const Result<bool> before = database.outbox().Paused();
    if (!before.ok()) return before.error();
    if (before.value() == paused) return Done{};
    if (Result<Done> set = database.outbox().SetPaused(paused); !set.ok()) return set;
    return database.audit().Append(
        EntryOf(actor, now, paused ? "mail-paused" : "mail-resumed", ""));
  });
}

Result<RenderedMail> PreviewLetter(Database& database, std::int64_t number,
                                   const std::optional<MailSettings>& settings, Instant now) {
  const Result<std::optional<OutboxLetter>> letter = database.outbox().Find(number);
  if (!letter.ok()) return letter.error();
  if (!letter.value() || letter.value()->letter.text.empty()) return NoLetter(number);
  const Result<std::optional<Person>> person =
      database.people().Find(letter.value()->letter.person);
  if (!person.ok()) return person.error();
  if (!person.value()) return NoLetter(number);
  const Result<MailSettings> from =
      settings ? Result<MailSettings>(*settings) : UsualSettings(database);
  if (!from.ok()) return from.error();
  return RenderMail(letter.value()->letter, HeadOf(*letter.value(), *person.value(), from.value(),
                                                   letter.value()->ended.value_or(now)));
}

Result<MailTrial> TryMail(const MailConfiguration& configuration, const std::string& address,
                          Language language, Instant now) {
  if (const Result<Done> fits = CheckSmtp(configuration.smtp); !fits.ok()) return fits.error();
  const MailSettings& sending = configuration.sending;
  const Result<RenderedMail> mail =
      RenderMail(TrialLetter(language),
                 {.from = sending.from,
                  .reply_to = sending.reply_to,
                  .to = {"", address},
                  .message_id = "trial." + std::to_string(now.time_since_epoch().count()) + "@" +
                                DomainOf(sending.from.address),
                  .date = now});
  if (!mail.ok()) return mail.error();
  SmtpTransport transport(configuration.smtp);
  MailTrial trial{.delivered = transport.Send(mail.value()), .dialogue = {}};
  trial.dialogue = transport.dialogue();
  return trial;
}

}  // namespace rytm
