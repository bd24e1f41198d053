#include "app/mail_in.h"

#include "app/bounces.h"
#include "app/tokens.h"
#include "feeds/read_reply.h"
#include "mail/address.h"
#include "mail/incoming.h"
#include "store/person_store.h"
#include "store/reply_store.h"

namespace rytm {
namespace {

// The first of the tags that is one of ours.
Result<std::optional<ReplyTag>> KnownTag(ReplyStore& replies,
                                         const std::vector<std::string>& tags) {
  for (const std::string& tag : tags) {
    Result<std::optional<ReplyTag>> known = replies.FindTag(HashOf(tag));
    if (!known.ok() || known.value()) return known;
  }
  return std::optional<ReplyTag>();
}

Result<MailTaken> TakeReply(Database& database, const ReplyTag& tag, const InvitationAnswer& answer,
                            Instant now) {
  const std::optional<Intention> intention = IntentionNamed(answer.answer);
  if (!intention || answer.uid != tag.uid) return MailTaken::kIgnored;
  const Result<std::optional<Person>> person = database.people().Find(tag.person);
  if (!person.ok()) return person.error();
  if (!person.value() || person.value()->address != answer.attendee) return MailTaken::kIgnored;
  const Result<std::optional<int>> newest = database.replies().NewestSequence(tag.person, tag.uid);
  if (!newest.ok()) return newest.error();
  if (answer.sequence < newest.value().value_or(0)) return MailTaken::kIgnored;
  const Result<Done> noted = database.replies().NoteReply(
      {.person = tag.person, .uid = tag.uid, .answer = *intention, .answered = now});
  if (!noted.ok()) return noted.error();
  return MailTaken::kReply;
}

Result<MailTaken> Take(Database& database, const IncomingMail& mail, Instant now) {
  const Result<std::optional<ReplyTag>> tag = KnownTag(database.replies(), mail.tags);
  if (!tag.ok()) return tag.error();
  if (!tag.value()) return MailTaken::kIgnored;
  if (mail.bounced) {
    const Result<Done> counted = CountBounce(database, tag.value()->person, now);
    if (!counted.ok()) return counted.error();
    return MailTaken::kBounce;
  }
  const std::optional<InvitationAnswer> answer =
      mail.answered_by_itself ? std::nullopt : ReadInvitationAnswer(mail.calendar);
  return answer ? TakeReply(database, *tag.value(), *answer, now)
                : Result<MailTaken>(MailTaken::kIgnored);
}

}  // namespace

Result<MailTaken> TakeMail(Database& database, std::string_view bytes, std::string_view recipient,
                           Instant now) {
  Result<IncomingMail> mail = ReadIncomingMail(bytes);
  if (!mail.ok()) return MailTaken::kIgnored;
  if (const std::optional<std::string> tag = TagOf(recipient)) mail.value().tags = {*tag};
  MailTaken taken = MailTaken::kIgnored;
  const Result<Done> done = database.AllOrNothing([&]() -> Result<Done> {
    const Result<MailTaken> result = Take(database, mail.value(), now);
    if (!result.ok()) return result.error();
    taken = result.value();
    return Done{};
  });
  if (!done.ok()) return done.error();
  return taken;
}

}  // namespace rytm
