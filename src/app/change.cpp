#include "app/change.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "plan/change_in_words.h"
#include "plan/check_adjustments.h"

namespace rytm {
namespace {

Error NoSuchSeries(const SeriesRef& ref, const std::string& pointer) {
  const std::string name = ref.body + "/" + ref.series;
  return Refuse(ErrorCode::kNotFound,
                Text("Det finns inga möten som heter " + name + ".",
                     "There are no meetings called " + name + "."),
                {{.file = "",
                  .pointer = pointer,
                  .what = Text("Okänd serie: " + name, "Unknown series: " + name),
                  .instead = {}}});
}

const Series* FindSeries(const Organisation& organisation, const SeriesRef& ref) {
  const Body* body = organisation.FindBody(ref.body);
  return body == nullptr ? nullptr : body->FindSeries(ref.series);
}

std::string NewExtraId(const Organisation& organisation, const ExtraMeeting& extra,
                       const std::vector<Slot>& slots) {
  const std::string stem =
      organisation.id + "." + extra.series.body + ".extra." + FormatDay(extra.day);
  std::string id = stem;
  const auto taken = [&] {
    return std::any_of(slots.begin(), slots.end(), [&](const Slot& slot) { return slot.id == id; });
  };
  for (int copy = 2; taken(); ++copy) id = stem + "." + std::to_string(copy);
  return id;
}

Slot SlotFor(const ExtraMeeting& extra, const Series& series, std::string id, Day today) {
  Slot slot;
  slot.id = std::move(id);
  slot.series = extra.series;
  slot.nominal = extra.day;
  slot.extra = true;
  slot.late = today;
  slot.day = extra.day;
  slot.form = series.form();
  return slot;
}

// What a change gives: the plan after it, and what is to be stored for it.
struct Outcome {
  WhatIf what_if;
  Change change;
  Planned after;  // but for its revision
};

// A proposal on its way to a plan.
class Working {
 public:
  Working(const Planned& planned, const Author& author, Instant now, Day today)
      : planned_(planned), author_(author), now_(now), today_(today) {
    state_.slots = planned.plan.slots;
    state_.adjustments = planned.state.adjustments;
  }

  Result<Done> Take(const Proposal& proposal) {
    fresh_ = proposal.adjustments;
    at_ = proposal.at;
    at_.resize(fresh_.size());
    for (const SeriesFrom& from : proposal.series) {
      if (FindSeries(*planned_.organisation, from.series) == nullptr)
        return NoSuchSeries(from.series, from.at.slot);
      AddEach(from);
    }
    for (const ExtraMeeting& extra : proposal.extras) {
      const Series* series = FindSeries(*planned_.organisation, extra.series);
      if (series == nullptr) return NoSuchSeries(extra.series, extra.at.slot);
      AddExtra(extra, *series);
    }
    return Done{};
  }

  Result<Outcome> WorkOut() {
    Plan checked = planned_.plan;
    checked.slots = state_.slots;
    Result<std::vector<Adjustment>> adjustments =
        CheckAdjustments(*planned_.organisation, checked, std::move(fresh_));
    if (!adjustments.ok()) return AsAsked(adjustments.error());
    Outcome outcome;
    outcome.change.adjustments = std::move(adjustments).value();
    Number(outcome.change.adjustments);
    state_.adjustments.insert(state_.adjustments.end(), outcome.change.adjustments.begin(),
                              outcome.change.adjustments.end());
    std::sort(state_.slots.begin(), state_.slots.end(),
              [](const Slot& a, const Slot& b) { return a.id < b.id; });
    Result<Plan> plan = CurrentPlan(*planned_.organisation, *planned_.editions, now_, state_);
    if (!plan.ok()) return plan.error();
    outcome.what_if = CompareByItem(planned_.plan, plan.value());
    outcome.change.slots = ChangedSlots(planned_.state.slots, plan.value().slots);
    outcome.after = {
        .of = planned_.of,
        .today = today_,
        .organisation = planned_.organisation,
        .editions = planned_.editions,
        .state = {.slots = plan.value().slots, .adjustments = std::move(state_.adjustments)},
        .next_adjustment = planned_.next_adjustment + std::ssize(outcome.change.adjustments),
        .adoptions = planned_.adoptions,
        .acceptances = planned_.acceptances,
        .plan = std::move(plan).value()};
    MarkAccepted(outcome.after.acceptances, outcome.after.plan);
    return outcome;
  }

 private:
  void AddEach(const SeriesFrom& from) {
    for (const Slot& slot : state_.slots) {
      const bool meant = slot.series == from.series && !slot.dropped && slot.day >= from.from &&
                         (!from.until || slot.day <= *from.until);
      if (!meant) continue;
      fresh_.push_back(from.sets);
      fresh_.back().slot = slot.id;
      at_.push_back(from.at);
    }
  }

  // "/adjustments/3/set/day" → "/changes/1/set/day": where it stands in the request.
  Error AsAsked(Error error) const {
    constexpr std::string_view kBegins = "/adjustments/";
    for (Problem& problem : error.problems) {
      std::string_view rest = problem.pointer;
      if (!rest.starts_with(kBegins)) continue;
      rest.remove_prefix(kBegins.size());
      std::size_t index = 0;
      const auto [end, trouble] = std::from_chars(rest.data(), rest.data() + rest.size(), index);
      if (trouble != std::errc() || at_[index].change.empty()) continue;
      rest = rest.substr(static_cast<std::size_t>(end - rest.data()));
      problem.pointer = rest == "/slot" ? at_[index].slot : at_[index].change + std::string(rest);
    }
    return error;
  }

  // As the store will.
  void Number(std::vector<Adjustment>& adjustments) const {
    std::int64_t number = planned_.next_adjustment;
    for (Adjustment& adjustment : adjustments) {
      adjustment.number = number++;
      adjustment.author = author_.person;
      adjustment.author_role = author_.role;
      adjustment.made = now_;
    }
  }

  void AddExtra(const ExtraMeeting& extra, const Series& series) {
    const std::string id = NewExtraId(*planned_.organisation, extra, state_.slots);
    state_.slots.push_back(SlotFor(extra, series, id, today_));
    Adjustment sets = extra.sets;
    sets.slot = id;
    fresh_.push_back(std::move(sets));
    at_.push_back(extra.at);
  }

  const Planned& planned_;
  const Author& author_;
  Instant now_;
  Day today_;
  PlanState state_;
  std::vector<Adjustment> fresh_;
  std::vector<AskedAt> at_;  // of each of these
};

Result<Outcome> WorkOut(const Planned& planned, const Proposal& proposal, const Author& author,
                        Instant now) {
  if (proposal.adjustments.empty() && proposal.series.empty() && proposal.extras.empty())
    return Refuse(ErrorCode::kBadInput,
                  Text("Det finns inget att ändra.", "There is nothing to change."));
  const Result<Day> today = TodayOf(*planned.organisation, now);
  if (!today.ok()) return today.error();
  Working working(planned, author, now, today.value());
  const Result<Done> taken = working.Take(proposal);
  if (!taken.ok()) return taken.error();
  return working.WorkOut();
}

}  // namespace

Result<WhatIf> PreviewChange(const Planned& planned, const Proposal& proposal, Instant now) {
  Result<Outcome> outcome = WorkOut(planned, proposal, {}, now);
  if (!outcome.ok()) return outcome.error();
  return std::move(outcome.value().what_if);
}

Result<WhatIf> PreviewWithoutReport(const Planned& planned, std::string_view report, Instant now) {
  Organisation without = *planned.organisation;
  if (std::erase_if(without.reports, [&](const Report& one) { return one.id == report; }) == 0)
    return Refuse(ErrorCode::kNotFound,
                  Text("Det finns ingen sådan rapport.", "There is no such report."));
  for (Report& one : without.reports)
    if (one.after == report) one.after.clear();
  const Result<Plan> plan = CurrentPlan(without, *planned.editions, now, planned.state);
  if (!plan.ok()) return plan.error();
  return CompareByItem(planned.plan, plan.value());
}

Result<SavedChange> SaveChange(Database& database, const Planned& planned, const Proposal& proposal,
                               const Author& author, Instant now) {
  Result<Outcome> outcome = WorkOut(planned, proposal, author, now);
  if (!outcome.ok()) return outcome.error();
  auto [what_if, change, after] = std::move(outcome).value();
  const Result<Batch> saved = database.batches().Save(
      {.made = now,
       .author = author.person,
       .author_role = author.role,
       .what = ChangeInWords(*planned.organisation, planned.plan, change.adjustments, what_if)},
      change, planned.revision());
  if (!saved.ok()) return saved.error();
  after.of.any = saved.value().revision;
  return SavedChange{saved.value(), std::move(what_if),
                     std::make_shared<const Planned>(std::move(after))};
}

Result<SavedChange> UndoChange(Database& database, const Planned& planned, std::int64_t number,
                               const Author& author, Instant now) {
  const std::string which = std::to_string(number);
  const Batch by{.made = now,
                 .author = author.person,
                 .author_role = author.role,
                 .what = Text("Ångrade ändring " + which, "Undid change " + which)};
  const Result<Batch> undone = database.batches().Undo(number, by, planned.revision());
  if (!undone.ok()) return undone.error();
  Result<Planned> after = LoadPlanned(database, now, &planned);
  if (!after.ok()) return after.error();
  WhatIf what_if = CompareByItem(planned.plan, after.value().plan);
  return SavedChange{undone.value(), std::move(what_if),
                     std::make_shared<const Planned>(std::move(after).value())};
}

}  // namespace rytm
