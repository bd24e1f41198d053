#include "app/mail_tick.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "app/invite.h"
#include "base/limits.h"
#include "edition/differences.h"
#include "reminders/letters.h"
#include "reminders/notices.h"
#include "store/invitation_store.h"
#include "store/mark_store.h"
#include "store/outbox.h"
#include "store/person_store.h"
#include "store/reply_store.h"
#include "store/untold_store.h"

namespace rytm {
namespace {

// What several publications since the last time did to each body, as one.
struct Told {
  std::vector<UntoldEdition> editions;
  std::vector<std::vector<Difference>> differences;
  std::vector<BodyNews> news;  // points into the differences
  std::string key;             // "ks:4,sn:7": never the same twice
};

Result<Told> LoadTold(Database& database) {
  Result<std::vector<UntoldEdition>> untold = database.untold().All();
  if (!untold.ok()) return untold.error();
  std::map<std::string, std::pair<int, int>> spans;  // body → first, last number
  for (const UntoldEdition& edition : untold.value()) {
    const auto [found, is_new] = spans.try_emplace(edition.body, edition.number, edition.number);
    if (!is_new) found->second.second = edition.number;
  }
  Told told;
  told.differences.reserve(spans.size());
  for (const auto& [body, span] : spans) {
    const Result<Edition> after = database.store().EditionOf(body, span.second);
    if (!after.ok()) return after.error();
    std::optional<Edition> before;
    if (span.first > 1) {
      Result<Edition> earlier = database.store().EditionOf(body, span.first - 1);
      if (!earlier.ok()) return earlier.error();
      before = std::move(earlier).value();
    }
    told.differences.push_back(Compare(before ? &*before : nullptr, after.value()));
    told.news.push_back(
        {.body = body, .name = after.value().body_name, .differences = told.differences.back()});
    told.key += (told.key.empty() ? "" : ",") + body + ":" + std::to_string(span.second);
  }
  told.editions = std::move(untold).value();
  return told;
}

// Those who can be written to.
std::vector<Correspondent> Reachable(const Readership& readership,
                                     const std::vector<std::string>& unreachable) {
  const std::set<std::string_view> not_these(unreachable.begin(), unreachable.end());
  std::vector<Correspondent> reachable;
  for (const Correspondent& one : readership.everybody)
    if (!one.person.address.empty() && !not_these.contains(one.person.id)) reachable.push_back(one);
  return reachable;
}

}  // namespace

// One run: what is due is worked out first, then kept in one transaction.
class MailTick::Making {
 public:
  Making(MailTick& tick, Instant now)
      : tick_(tick),
        database_(tick.database_),
        readership_(*tick.readership_),
        frame_{.organisation = *readership_.organisation,
               .templates = tick.templates_,
               .today = readership_.zone.LocalOf(now).day},
        editions_(readership_.Editions()),
        ways_in_(tick.randomness_, PublicUrlOf(tick.place_.public_url, *readership_.organisation),
                 now),
        now_(now) {}

  Result<MadeLetters> Run(Instant floor) {
    const Result<std::vector<std::string>> unreachable = database_.outbox().Unreachable();
    if (!unreachable.ok()) return unreachable.error();
    reachable_ = Reachable(readership_, unreachable.value());
    if (Result<Done> told = AddNotices(); !told.ok()) return told.error();
    if (Result<Done> reminded = AddReminders(floor); !reminded.ok()) return reminded.error();
    if (Result<Done> digested = AddDigests(floor); !digested.ok()) return digested.error();
    if (Result<Done> invited = AddInvitations(); !invited.ok()) return invited.error();
    const Result<Done> kept = database_.AllOrNothing([&] { return Keep(); });
    if (!kept.ok()) return kept.error();
    return made_;
  }

 private:
  Result<Done> AddNotices() {
    Result<Told> told = LoadTold(database_);
    if (!told.ok()) return told.error();
    told_ = std::move(told).value();
    for (const Notice& notice : NoticesOf(told_.news, reachable_, readership_.zone, now_)) {
      letters_.push_back(NoticeLetter(frame_, notice,
                                      "change/" + told_.key + "/" + notice.to->person.id,
                                      ways_in_.To(notice.to->person.id), now_));
      ++made_.notices;
    }
    return Done{};
  }

  // Those of the keys that nobody was told of.
  template <class Due>
  Result<std::vector<Due>> Fresh(const std::vector<Due>& due, Instant floor) {
    std::vector<std::string> keys;
    for (const Due& one : due) keys.push_back(one.Key());
    const Result<std::vector<std::string>> known = database_.outbox().Known(keys);
    if (!known.ok()) return known.error();
    const std::set<std::string_view> told(known.value().begin(), known.value().end());
    std::vector<Due> fresh;
    for (std::size_t i = 0; i < due.size(); ++i)
      if (due[i].due >= floor && !told.contains(keys[i])) fresh.push_back(due[i]);
    return fresh;
  }

  // One mail for each person, whatever is due at once.
  Result<Done> AddReminders(Instant floor) {
    const Result<std::vector<Reminder>> fresh = Fresh(
        DueReminders(editions_, reachable_, readership_.marks, readership_.zone, now_), floor);
    if (!fresh.ok()) return fresh.error();
    const std::vector<Reminder>& due = fresh.value();
    for (std::size_t begin = 0, end = 0; begin < due.size(); begin = end) {
      while (end < due.size() && due[end].to == due[begin].to) ++end;
      letters_.push_back(ReminderLetter(frame_, {&due[begin], end - begin}, readership_.marks,
                                        ways_in_.To(due[begin].to->person.id)));
      ++made_.reminders;
    }
    return Done{};
  }

  Result<Done> AddDigests(Instant floor) {
    const Result<std::vector<Digest>> fresh =
        Fresh(DueDigests(editions_, reachable_, readership_.marks, readership_.zone, now_), floor);
    if (!fresh.ok()) return fresh.error();
    for (const Digest& digest : fresh.value()) {
      letters_.push_back(
          DigestLetter(frame_, digest, readership_.marks, ways_in_.To(digest.to->person.id)));
      ++made_.digests;
    }
    return Done{};
  }

  // What people's calendars should hold follows from who they are and what is published by today.
  Result<Done> AddInvitations() {
    if (tick_.invited_for_ == tick_.readership_ && tick_.invited_on_ == frame_.today) return Done{};
    const Result<std::vector<SentInvitation>> sent = database_.invitations().All();
    if (!sent.ok()) return sent.error();
    invitations_ = InvitationsToSend(readership_, sent.value(), tick_.templates_, tick_.place_,
                                     ways_in_, tick_.randomness_, now_);
    for (const InvitationToSend& one : invitations_) letters_.push_back(one.letter);
    made_.invitations = invitations_.size();
    return Done{};
  }

  Result<Done> Keep() {
    Result<Done> kept = KeepLetters(database_, frame_.organisation, letters_, ways_in_, now_);
    if (!kept.ok()) return kept;
    for (const InvitationToSend& one : invitations_) {
      const SentInvitation& invitation = one.invitation;
      if (Result<Done> put = database_.invitations().Put(invitation); !put.ok()) return put;
      Result<Done> tagged = database_.replies().AddTag(
          HashOf(invitation.reply_tag),
          {.person = invitation.person, .uid = invitation.uid, .sequence = invitation.sequence});
      if (!tagged.ok()) return tagged;
    }
    if (!invitations_.empty())  // people's feeds leave out what they are invited to
      if (Result<Done> noted = database_.people().NoteChange(); !noted.ok()) return noted;
    return database_.untold().Drop(told_.editions);
  }

  MailTick& tick_;
  Database& database_;
  const Readership& readership_;
  LetterFrame frame_;
  std::vector<const Edition*> editions_;
  std::vector<Correspondent> reachable_;
  WaysIn ways_in_;
  Instant now_;
  Told told_;
  std::vector<Letter> letters_;
  std::vector<InvitationToSend> invitations_;
  MadeLetters made_;
};

Result<Done> BeginMail(Database& database, Instant now) {
  return database.AllOrNothing([&]() -> Result<Done> {
    const Result<std::vector<UntoldEdition>> untold = database.untold().All();
    if (!untold.ok()) return untold.error();
    if (Result<Done> dropped = database.untold().Drop(untold.value()); !dropped.ok())
      return dropped;
    return database.outbox().SetFloor(now);
  });
}

Result<MadeLetters> MailTick::Run(Instant now) {
  const Result<std::optional<Instant>> floor = database_.outbox().Floor();
  if (!floor.ok()) return floor.error();
  if (!floor.value()) {
    if (Result<Done> begun = BeginMail(database_, now); !begun.ok()) return begun.error();
  }
  Result<std::shared_ptr<const Readership>> readership = LoadReadership(database_, readership_);
  if (!readership.ok()) return readership.error();
  readership_ = std::move(readership).value();
  Result<MadeLetters> made = Making(*this, now).Run(floor.value().value_or(now));
  if (made.ok()) {
    invited_for_ = readership_;
    invited_on_ = readership_->zone.LocalOf(now).day;
  }
  return made;
}

Result<std::vector<LetterPreview>> PreviewNotices(Database& database, const Readership& readership,
                                                  const Publication& publication, Instant now) {
  std::vector<BodyNews> news;
  for (const PublishedBody& body : publication.bodies)
    news.push_back({.body = body.body, .name = body.name, .differences = body.differences});
  const Result<std::vector<std::string>> unreachable = database.outbox().Unreachable();
  if (!unreachable.ok()) return unreachable.error();
  const std::vector<Correspondent> reachable = Reachable(readership, unreachable.value());
  const LetterTemplates templates = EmbeddedLetterTemplates();
  const LetterFrame frame{.organisation = *readership.organisation,
                          .templates = templates,
                          .today = readership.zone.LocalOf(now).day};
  std::vector<LetterPreview> previews;
  for (const Notice& notice : NoticesOf(news, reachable, readership.zone, now))
    previews.push_back({.person = notice.to->person.id,
                        .name = NameForOthers(notice.to->person),
                        .letter = NoticeLetter(frame, notice, "preview", {}, now)});
  return previews;
}

}  // namespace rytm
