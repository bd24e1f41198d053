// Mail, for those who look after it: how it stands, what was sent, stopping it for a while.
#include "app/mail_desk.h"
#include "server/api/handlers.h"
#include "server/api/page.h"

namespace rytm {
namespace {

JsonObject AsJson(const MailStatus& status) {
  JsonObject json{{"paused", status.paused}};
  for (std::size_t i = 0; i < kLetterStateWords.size(); ++i) {
    const auto found = status.amounts.find(static_cast<LetterState>(i));
    json[kLetterStateWords.at(i)] = found == status.amounts.end() ? 0 : found->second;
  }
  json["unreachable"] = JsonArray(status.unreachable.begin(), status.unreachable.end());
  return json;
}

JsonObject AsJson(const OutboxLetter& letter, Language language) {
  JsonObject json{{"number", letter.number},
                  {"kind", LetterKindWord(letter.letter.kind)},
                  {"person", letter.letter.person},
                  {"state", LetterStateWord(letter.state)},
                  {"urgent", letter.letter.urgent},
                  {"tries", letter.tries},
                  {"made", FormatInstant(letter.made)},
                  {"subject", letter.letter.subject}};
  if (letter.ended)
    json["ended"] = FormatInstant(*letter.ended);
  else
    json["next-try"] = FormatInstant(letter.next_try);
  if (!letter.last_answer.empty()) json["answer"] = AnswerInWords(letter.last_answer).In(language);
  return json;
}

Result<Reply> Status(Call& call) {
  const Result<MailStatus> status = StatusOfMail(call.database(), call.actor);
  if (!status.ok()) return status.error();
  return Reply{.json = AsJson(status.value())};
}

Result<Reply> Pause(Call& call, bool paused) {
  if (const auto planned = call.Plan(); !planned.ok()) return planned.error();
  const Result<Done> done = PauseMail(call.database(), call.actor, paused, call.now);
  if (!done.ok()) return done.error();
  return Status(call);
}

}  // namespace

Result<Reply> GetMail(Call& call) {
  if (const auto planned = call.Plan(); !planned.ok()) return planned.error();
  return Status(call);
}

Result<Reply> ListLetters(Call& call) {
  if (const auto planned = call.Plan(); !planned.ok()) return planned.error();
  const Result<NewestFirst> asked = NewestFirst::Asked(call);
  if (!asked.ok()) return asked.error();
  const Result<std::vector<OutboxLetter>> letters =
      NewestLetters(call.database(), call.actor, asked.value().limit + 1, asked.value().before);
  if (!letters.ok()) return letters.error();
  return asked.value().Of<OutboxLetter>(
      call, letters.value(), [](const OutboxLetter& letter) { return letter.number; },
      [&](const OutboxLetter& letter) { return AsJson(letter, call.language); });
}

Result<Reply> PauseLetters(Call& call) { return Pause(call, true); }
Result<Reply> ResumeLetters(Call& call) { return Pause(call, false); }

}  // namespace rytm
