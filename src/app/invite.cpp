#include "app/invite.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "app/feed_scope.h"
#include "base/limits.h"
#include "edition/seen_as.h"
#include "feeds/invitation.h"
#include "mail/address.h"
#include "reminders/letters.h"

namespace rytm {
namespace {

constexpr std::size_t kReplyTagBytes = 16;

class Inviting {
 public:
  Inviting(const Readership& readership, const LetterTemplates& templates, const MailPlace& place,
           WaysIn& ways_in, Randomness& randomness, Instant now)
      : readership_(readership),
        frame_{.organisation = *readership.organisation,
               .templates = templates,
               .today = readership.zone.LocalOf(now).day},
        place_(place),
        ways_in_(ways_in),
        randomness_(randomness),
        now_(now),
        swedish_(FeedScopeOf(frame_.organisation, frame_.organisation.window, Language::kSwedish)),
        english_(FeedScopeOf(frame_.organisation, frame_.organisation.window, Language::kEnglish)) {
  }

  void To(const Correspondent& to, std::map<std::string_view, const SentInvitation*> held) {
    if (to.person.address.empty()) return;
    if (to.choices.invitations)
      for (const Edition& edition : *readership_.editions)
        for (const Event& event : edition.events) {
          const std::optional<SeenAs> seen_as = Comes(event, to);
          if (!seen_as) continue;
          const auto found = held.find(event.uid);
          Request(to, event, *seen_as, found == held.end() ? nullptr : found->second);
          if (found != held.end()) held.erase(found);
        }
    for (const auto& [uid, sent] : held) TakeBack(to, *sent);
  }

  std::vector<InvitationToSend> Take() { return std::move(to_send_); }

 private:
  // Whether the event should stand in the person's own calendar.
  std::optional<SeenAs> Comes(const Event& event, const Correspondent& to) const {
    const bool ahead =
        event.day >= frame_.today && event.day <= frame_.today + Days{kInvitedDaysAhead};
    if (!ahead || !IsInvitedTo(event) || event.status != EventStatus::kConfirmed || event.reserve)
      return std::nullopt;
    std::optional<SeenAs> seen_as = SeenAsBy(event, to.person, frame_.today);
    const UidAndPerson mark{event.uid, to.person.id};
    const bool uncalled =
        seen_as && seen_as->substitute && !readership_.marks.called.contains(mark);
    if (uncalled || readership_.marks.absent.contains(mark)) return std::nullopt;
    return seen_as;
  }

  void Request(const Correspondent& to, const Event& event, const SeenAs& seen_as,
               const SentInvitation* before) {
    SentInvitation next{.uid = event.uid, .person = to.person.id, .day = event.day};
    next.reply_tag = before == nullptr ? NewTag() : before->reply_tag;
    // What it says, whatever its number and stamp.
    next.said =
        HashOf(RenderInvitation(event, ScopeOf(to, seen_as), InvitedBy(to, next.reply_tag)));
    if (before != nullptr && !before->cancelled && before->said == next.said) return;
    next.sequence =
        before == nullptr ? event.sequence : std::max(event.sequence, before->sequence + 1);
    const bool is_new = before == nullptr || before->cancelled;
    Send(to, event, seen_as, is_new ? InvitationNews::kNew : InvitationNews::kChanged,
         Invited::Method::kRequest, std::move(next));
  }

  // The meeting is cancelled, or no longer this person's. What has begun stands.
  void TakeBack(const Correspondent& to, const SentInvitation& sent) {
    if (sent.cancelled || sent.day < frame_.today) return;
    const Event* event = readership_.FindEvent(sent.uid);
    if (event == nullptr) return;
    SentInvitation next = sent;
    next.sequence = std::max(event->sequence, sent.sequence + 1);
    next.cancelled = true;
    next.day = event->day;
    const bool cancelled = event->status == EventStatus::kCancelled;
    const SeenAs seen_as = SeenAsBy(*event, to.person, frame_.today).value_or(SeenAs{});
    Send(to, *event, seen_as, cancelled ? InvitationNews::kCancelled : InvitationNews::kRemoved,
         cancelled ? Invited::Method::kCancel : Invited::Method::kRemove, std::move(next));
  }

  FeedScope ScopeOf(const Correspondent& to, const SeenAs& seen_as) const {
    FeedScope scope = to.person.language == Language::kEnglish ? english_ : swedish_;
    scope.level = seen_as.level;
    return scope;
  }

  Invited InvitedBy(const Correspondent& to, const std::string& tag) const {
    Invited invited;
    invited.organizer_name = readership_.organisation->name.In(to.person.language);
    invited.organizer_address = WithTag(place_.organizer_address, tag);
    invited.attendee_name = to.person.hidden ? to.person.address : to.person.name;
    invited.attendee_address = to.person.address;
    return invited;
  }

  void Send(const Correspondent& to, const Event& event, const SeenAs& seen_as, InvitationNews news,
            Invited::Method method, SentInvitation next) {
    Invited invited = InvitedBy(to, next.reply_tag);
    invited.method = method;
    invited.sequence = next.sequence;
    invited.stamp = now_;
    const std::string key = "invitation/" + next.uid + "/" + next.person + "/" +
                            std::to_string(next.sequence) + "/" + std::string(MethodOf(invited));
    Letter letter =
        InvitationLetter(frame_, to, event, seen_as, news, key, ways_in_.To(to.person.id));
    letter.calendar = RenderInvitation(event, ScopeOf(to, seen_as), invited);
    letter.method = MethodOf(invited);
    letter.reply_tag = next.reply_tag;
    const Result<Instant> start = readership_.zone.InstantOf(event.day, *event.at);
    letter.due = now_;
    letter.stale = start.ok() ? start.value() : readership_.zone.StartOfDay(event.day + Days{1});
    letter.urgent = news != InvitationNews::kNew && letter.stale <= now_ + kUrgentBefore;
    to_send_.push_back({std::move(next), std::move(letter)});
  }

  std::string NewTag() { return Base32(randomness_.Bytes(kReplyTagBytes)); }

  const Readership& readership_;
  LetterFrame frame_;
  const MailPlace& place_;
  WaysIn& ways_in_;
  Randomness& randomness_;
  Instant now_;
  const FeedScope swedish_;
  const FeedScope english_;
  std::vector<InvitationToSend> to_send_;
};

}  // namespace

std::vector<InvitationToSend> InvitationsToSend(const Readership& readership,
                                                const std::vector<SentInvitation>& sent,
                                                const LetterTemplates& templates,
                                                const MailPlace& place, WaysIn& ways_in,
                                                Randomness& randomness, Instant now) {
  if (place.organizer_address.find('@') == std::string::npos) return {};
  std::map<std::string_view, std::map<std::string_view, const SentInvitation*>> by_person;
  for (const SentInvitation& one : sent) by_person[one.person].emplace(one.uid, &one);
  Inviting inviting(readership, templates, place, ways_in, randomness, now);
  for (const Correspondent& to : readership.everybody) {
    const auto held = by_person.find(to.person.id);
    if (!to.choices.invitations && held == by_person.end()) continue;
    inviting.To(to, held == by_person.end() ? decltype(held->second){} : held->second);
  }
  return inviting.Take();
}

}  // namespace rytm
