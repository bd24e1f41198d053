// Batches: a change previewed, saved as one, undone as one.
#include "app/news.h"
#include "app/proposal.h"
#include "server/api/access.h"
#include "server/api/handlers.h"
#include "server/api/page.h"
#include "server/api/saved.h"
#include "server/api/seen.h"

namespace rytm {
namespace {

// kNotFound: there is none.
Result<Batch> FindBatch(const Call& call, std::int64_t number) {
  const Result<std::vector<Batch>> found = call.database().batches().Batches(number + 1, 1);
  if (!found.ok()) return found.error();
  if (found.value().empty() || found.value().front().number != number) return NotHere();
  return found.value().front();
}

// What its revision brought; none of what nobody is told of.
Result<std::optional<RevisionNews>> NewsOf(const Call& call, const Batch& batch) {
  Result<std::vector<RevisionNews>> news = NewsSince(call.database(), batch.revision - 1, 1);
  if (!news.ok()) return news.error();
  if (news.value().empty()) return std::optional<RevisionNews>();
  return std::optional(std::move(news.value().front()));
}

// In words for these eyes: those of a change in bodies they do not see would tell them of it.
Result<Batch> AsSeen(const Call& call, Batch batch) {
  if (call.Sees("")) return batch;
  const Result<std::optional<RevisionNews>> news = NewsOf(call, batch);
  if (!news.ok()) return news.error();
  if (!news.value()) return batch;
  const std::optional<RevisionNews> seen = NewsFor(call.actor, *news.value());
  batch.what = seen ? seen->what : Text("En ändring i andra organ.", "A change in other bodies.");
  return batch;
}

// Whose slots a proposal is about: each with its place in the request.
class ProposalBodies {
 public:
  ProposalBodies(const Call& call, const Planned& planned) : call_(call), planned_(planned) {}

  void Slot(const std::string& id, const AskedAt& at) {
    const rytm::Slot* slot = planned_.plan.FindSlot(id);
    Body(slot == nullptr ? "" : slot->series.body, at);
  }

  // `body` empty: there is none.
  void Body(const std::string& body, const AskedAt& at) {
    if (body.empty() || planned_.organisation->FindBody(body) == nullptr || !call_.Sees(body))
      missing_.push_back({.file = "",
                          .pointer = at.slot,
                          .what = Text("Det finns inget möte " + at.named + ".",
                                       "There is no meeting " + at.named + "."),
                          .instead = {}});
    else if (!call_.May(Action::kAdjust, body))
      refused_.push_back(
          {.file = "",
           .pointer = at.slot,
           .what = Text("Du får inte ändra i " + body + ".", "You may not change " + body + "."),
           .instead = {}});
  }

  Result<Done> Verdict() && {
    if (!missing_.empty()) {
      return Refuse(
          ErrorCode::kNotFound,
          Text("Det finns inget sådant möte eller samtal.", "There is no such meeting or talk."),
          std::move(missing_));
    }
    if (refused_.empty()) return Done{};
    Error error = Require({}, Action::kAdjust).error();
    error.problems = std::move(refused_);
    return error;
  }

 private:
  const Call& call_;
  const Planned& planned_;
  std::vector<Problem> missing_;
  std::vector<Problem> refused_;
};

Result<Proposal> ProposalIn(const Call& call, const Planned& planned) {
  Result<Json> body = call.Body();
  if (!body.ok()) return body.error();
  Result<Proposal> proposal = ReadProposal(body.value(), planned.plan);
  if (!proposal.ok()) return proposal;
  ProposalBodies bodies(call, planned);
  const Proposal& asked = proposal.value();
  for (std::size_t i = 0; i < asked.adjustments.size(); ++i)
    bodies.Slot(asked.adjustments[i].slot, asked.at[i]);
  for (const SeriesFrom& one : asked.series) bodies.Body(one.series.body, one.at);
  for (const ExtraMeeting& one : asked.extras) bodies.Body(one.series.body, one.at);
  const Result<Done> verdict = std::move(bodies).Verdict();
  if (!verdict.ok()) return verdict.error();
  return proposal;
}

// Whoever may ask for a change may take it back: what followed of itself follows back.
Result<Done> MayTakeBack(const Call& call, const Planned& planned, const Batch& batch) {
  const Result<std::optional<RevisionNews>> news = NewsOf(call, batch);
  if (!news.ok()) return news.error();
  if (news.value() && news.value()->kind == RevisionNews::Kind::kRules)
    return Require(call.actor, Action::kChangeRules);
  const Result<std::vector<Adjustment>> asked =
      call.database().batches().AdjustmentsIn(batch.number);
  if (!asked.ok()) return asked.error();
  for (const Adjustment& one : asked.value()) {
    const Slot* slot = planned.plan.FindSlot(one.slot);
    const Result<Done> may =
        Require(call.actor, Action::kAdjust, slot == nullptr ? "" : slot->series.body);
    if (!may.ok()) return may.error();
  }
  return Done{};
}

}  // namespace

Result<Reply> ListBatches(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Result<NewestFirst> asked = NewestFirst::Asked(call);
  if (!asked.ok()) return asked.error();
  const Result<std::vector<Batch>> batches =
      call.database().batches().Batches(asked.value().before, asked.value().limit + 1);
  if (!batches.ok()) return batches.error();
  std::vector<Batch> seen;
  for (const Batch& batch : batches.value()) {
    Result<Batch> one = AsSeen(call, batch);
    if (!one.ok()) return one.error();
    seen.push_back(std::move(one).value());
  }
  Reply reply = asked.value().Of<Batch>(
      call, seen, [](const Batch& batch) { return batch.number; },
      [](const Batch& batch) { return AsJson(batch); });
  reply.revision = planned.value()->revision();
  return reply;
}

Result<Reply> GetBatch(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const std::optional<std::int64_t> number = call.Number("batch");
  if (!number) return NotHere();
  const Result<Batch> batch = FindBatch(call, *number);
  if (!batch.ok()) return batch.error();
  const Result<Batch> seen = AsSeen(call, batch.value());
  if (!seen.ok()) return seen.error();
  return call.With(AsJson(seen.value()), *planned.value());
}

Result<Reply> PreviewBatch(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Result<Proposal> proposal = ProposalIn(call, *planned.value());
  if (!proposal.ok()) return proposal.error();
  const Result<WhatIf> what_if = PreviewChange(*planned.value(), proposal.value(), call.now);
  if (!what_if.ok()) return what_if.error();
  return PreviewReply(call, *planned.value(), what_if.value());
}

Result<Reply> SaveBatch(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Result<Proposal> proposal = ProposalIn(call, *planned.value());
  if (!proposal.ok()) return proposal.error();
  const Result<SavedChange> saved = SaveChange(call.database(), *planned.value(), proposal.value(),
                                               call.AuthorOf(Action::kAdjust), call.now);
  if (!saved.ok()) return saved.error();
  Reply reply =
      SavedReply(call, *planned.value(), saved.value().batch, saved.value().what_if, "batch-saved");
  reply.after = saved.value().after;
  return reply;
}

Result<Reply> UndoBatch(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const std::optional<std::int64_t> number = call.Number("batch");
  if (!number) return NotHere();
  const Result<Batch> batch = FindBatch(call, *number);
  if (!batch.ok()) return batch.error();
  const Result<Done> may = MayTakeBack(call, *planned.value(), batch.value());
  if (!may.ok()) return may.error();
  const Result<SavedChange> undone = UndoChange(call.database(), *planned.value(), *number,
                                                call.AuthorOf(Action::kAdjust), call.now);
  if (!undone.ok()) return undone.error();
  Reply reply = SavedReply(call, *planned.value(), undone.value().batch, undone.value().what_if,
                           "batch-undone");
  reply.after = undone.value().after;
  return reply;
}

}  // namespace rytm
