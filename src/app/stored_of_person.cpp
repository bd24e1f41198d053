// What is stored of one person, gathered from every store that knows people by their id.
#include <algorithm>
#include <utility>

#include "app/feed_link_json.h"
#include "app/people.h"
#include "app/person_json.h"
#include "app/ways_in.h"
#include "base/limits.h"
#include "reminders/choices.h"
#include "store/choice_store.h"
#include "store/feed_link_store.h"
#include "store/invitation_store.h"
#include "store/mark_store.h"
#include "store/outbox.h"
#include "store/reply_store.h"

namespace rytm {
namespace {

JsonArray MeetingsOf(const std::set<UidAndPerson>& marks, const std::string& person) {
  JsonArray uids;
  for (const auto& [uid, who] : marks)
    if (who == person) uids.push_back(Json(uid));
  return uids;
}

// Each part adds itself to `json`, or says what is in the way.
class StoredParts {
 public:
  StoredParts(Database& database, const std::string& person, Instant now, JsonObject& json)
      : database_(database), person_(person), now_(now), json_(json) {}

  Result<Done> AddFeedLinks() {
    const Result<std::vector<FeedLink>> links = database_.feed_links().Of(person_);
    if (!links.ok()) return links.error();
    JsonArray array;
    for (const FeedLink& link : links.value()) {
      JsonObject json = AsJson(link, now_);
      if (link.revoked) json["revoked"] = FormatInstant(*link.revoked);
      if (link.fetched) {
        json["fetched"] = FormatInstant(link.fetched->at);
        json["client"] = WordFor(kFeedClientWords, link.fetched->client);
      }
      array.push_back(std::move(json));
    }
    json_["feed-links"] = std::move(array);
    return Done{};
  }

  Result<Done> AddChoices() {
    const Result<StoredChoices> choices = database_.choices().All();
    if (!choices.ok()) return choices.error();
    const auto own = choices.value().own.find(person_);
    if (own != choices.value().own.end()) json_["mail-choices"] = ChoicesAsJson(own->second);
    return Done{};
  }

  Result<Done> AddMarks() {
    const Result<MeetingMarks> marks = database_.marks().All();
    if (!marks.ok()) return marks.error();
    json_["absences"] = MeetingsOf(marks.value().absent, person_);
    json_["called-to"] = MeetingsOf(marks.value().called, person_);
    return Done{};
  }

  Result<Done> AddInvitations() {
    const Result<std::vector<SentInvitation>> sent = database_.invitations().All();
    if (!sent.ok()) return sent.error();
    JsonArray array;
    for (const SentInvitation& one : sent.value()) {
      if (one.person != person_) continue;
      const Result<std::vector<InvitationReply>> replies = database_.replies().RepliesTo(one.uid);
      if (!replies.ok()) return replies.error();
      JsonObject json{{"uid", one.uid}, {"cancelled", one.cancelled}};
      for (const InvitationReply& reply : replies.value())
        if (reply.person == person_) json["answer"] = IntentionWord(reply.answer);
      array.push_back(std::move(json));
    }
    json_["invitations"] = std::move(array);
    return Done{};
  }

  Result<Done> AddLetters() {
    JsonArray array;
    for (std::optional<std::int64_t> before;;) {
      const Result<std::vector<OutboxLetter>> some =
          database_.outbox().Newest(kPageItemsMax, before);
      if (!some.ok()) return some.error();
      for (const OutboxLetter& one : some.value()) {
        before = one.number;
        if (one.letter.person == person_)
          array.push_back(JsonObject{{"made", FormatInstant(one.made)},
                                     {"state", LetterStateWord(one.state)},
                                     {"subject", one.letter.subject},
                                     {"text", WithoutWaysIn(one.letter.text)}});
      }
      if (some.value().size() < kPageItemsMax) break;
    }
    json_["letters"] = std::move(array);
    return Done{};
  }

 private:
  Database& database_;
  const std::string& person_;
  const Instant now_;
  JsonObject& json_;
};

}  // namespace

Result<JsonObject> People::StoredOf(const Actor& actor, const std::string& id) {
  const Result<Person> person = Find(actor, id);
  if (!person.ok()) return person.error();
  JsonObject json = AsJson(person.value());
  StoredParts parts(database_, id, clock_.Now(), json);
  for (const auto add :
       {&StoredParts::AddFeedLinks, &StoredParts::AddChoices, &StoredParts::AddMarks,
        &StoredParts::AddInvitations, &StoredParts::AddLetters})
    if (Result<Done> added = (parts.*add)(); !added.ok()) return added.error();
  return json;
}

}  // namespace rytm
