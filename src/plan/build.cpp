#include "plan/build.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "base/limits.h"
#include "dates/terms.h"
#include "dates/zone.h"
#include "plan/checking.h"
#include "plan/draft.h"
#include "plan/findings.h"
#include "plan/periods.h"

namespace rytm {

const DatedStep* DraftMeeting::FindStep(std::string_view step_id) const {
  for (const DatedStep& step : steps)
    if (step.step->id == step_id) return &step;
  return nullptr;
}

namespace {

template <class DraftType, class SeriesType>
std::vector<SeriesType*> OrdinarySeries(DraftType& draft, std::string_view body) {
  std::vector<SeriesType*> all;
  for (auto found = draft.series.lower_bound({std::string(body), ""});
       found != draft.series.end() && found->first.body == body; ++found) {
    if (found->first.series == "meeting") return {&found->second};
    all.push_back(&found->second);
  }
  return all;
}

constexpr Days kReachAfter{400};  // far enough for a report to find its way out

bool AsksForFirstOfTerm(const Organisation& organisation, const Body& body) {
  const auto first_of_term = [](const When& part) {
    const auto* on = std::get_if<OnMeetings>(&part.rule);
    return on != nullptr && on->which == OnMeetings::Which::kFirst &&
           on->of == OnMeetings::Of::kTerm;
  };
  const auto in_series = [&](const Series& series) {
    return std::any_of(series.when.begin(), series.when.end(), first_of_term) ||
           std::any_of(series.variants.begin(), series.variants.end(), [](const Variant& variant) {
             return variant.when == Variant::Case::kFirstOfTerm;
           });
  };
  const auto in_dialogue = [&](const Dialogue& dialogue) {
    if (std::none_of(dialogue.when.begin(), dialogue.when.end(), first_of_term)) return false;
    const std::vector<const Body*> bodies = Select(organisation, dialogue.bodies);
    return std::find(bodies.begin(), bodies.end(), &body) != bodies.end();
  };
  return std::any_of(body.series.begin(), body.series.end(), in_series) ||
         std::any_of(organisation.dialogues.begin(), organisation.dialogues.end(), in_dialogue);
}

// From the year before, so that what is counted, moved or on its way from there is seen; from the
// term's first year where a rule asks which meeting is its first, or a report is the term's.
DaySpan ReachOf(const Organisation& organisation, DaySpan window) {
  int first_year = YearOf(window.first) - 1;
  const auto from_term = [&](date::month_day start) {
    first_year = std::min(first_year, YearOf(TermOf(start, window.first).first));
  };
  for (const Body& body : organisation.bodies)
    if (AsksForFirstOfTerm(organisation, body)) from_term(body.term_start);
  for (const Report& report : organisation.reports)
    if (report.period == Report::Period::kTerm) from_term(TermStart(report, organisation));
  return {std::max(kFirstDay, MakeDay(first_year, 1, 1)),
          std::min(kLastDay, window.last + kReachAfter)};
}

// Takes from the draft the words and reasons that the item keeps, as StepItem does: they are asked
// for no more.
Item MeetingItem(const DraftSeries& series, DraftMeeting& meeting) {
  Item item;
  item.id = meeting.id;
  item.kind = ItemKind::kMeeting;
  item.body = series.body->id;
  item.origin = series.series->id;
  item.with = series.series->with;
  item.day = meeting.day;
  item.days = *meeting.form.days;
  item.at = meeting.form.at;
  item.lasts = *meeting.form.lasts;
  item.title = std::move(*meeting.form.name);
  item.place = *meeting.form.place;
  item.link = meeting.link;
  item.webcast = series.series->webcast;
  item.mode = meeting.mode;
  item.open = meeting.open;
  item.status = meeting.status;
  item.cancelled = meeting.cancelled;
  item.added = meeting.added;
  item.reason = std::move(meeting.reason);
  item.public_reason = std::move(meeting.public_reason);
  if (meeting.change != nullptr) item.note = meeting.change->note;
  item.moved_from = meeting.moved_from;
  item.business = std::move(meeting.business);
  item.levels = series.series->levels;
  item.why = std::move(meeting.why);
  return item;
}

Item StepItem(const Organisation& organisation, const DraftSeries& series,
              const DraftMeeting& meeting, DatedStep& dated) {
  const ChainStep& step = *dated.step;
  Item item;
  item.id = meeting.id + "." + step.id;
  item.kind = ItemKind::kStep;
  item.body = series.body->id;
  item.origin = step.id;
  item.day = dated.day;
  item.at = step.at;
  item.lasts = step.lasts;
  item.title = step.name;
  item.place = step.place;
  item.status = meeting.status;
  item.added = meeting.added;
  item.past_when_added = meeting.late && dated.day < *meeting.late;
  item.parent = meeting.id;
  if (!step.law.empty() &&
      Binding(organisation, step.law, series.body->kind, meeting.day) != nullptr)
    item.law = step.law;
  item.levels = step.levels;
  item.why = std::move(dated.why);
  return item;
}

// When people heard of a meeting that came after the rest, or hear of it now: nobody could take a
// step that was past by then.
std::optional<Day> HeardOf(const DraftMeeting& meeting, const BuildOptions& options) {
  if (!meeting.added && !meeting.late) return std::nullopt;
  const auto told = options.told.find(meeting.id);
  return told != options.told.end() ? std::optional(told->second) : options.today;
}

void CollectMeetings(Draft& draft, const BuildOptions& options) {
  std::size_t most = draft.items.size();
  for (const auto& [ref, series] : draft.series)
    for (const DraftMeeting& meeting : series.meetings)
      if (draft.window.Contains(meeting.day)) most += 1 + meeting.steps.size();
  draft.items.reserve(most);
  for (auto& [ref, series] : draft.series) {
    for (DraftMeeting& meeting : series.meetings) {
      const bool shown = draft.window.Contains(meeting.day);
      if (shown || meeting.slot != nullptr) draft.slots.Put(SlotOf(series, meeting));
      if (!shown || (meeting.change != nullptr && meeting.change->released)) continue;
      Item item = MeetingItem(series, meeting);
      const std::optional<Day> heard = HeardOf(meeting, options);
      draft.items.push_back(std::move(item));
      for (DatedStep& dated : meeting.steps) {
        if (!dated.meeting.empty()) continue;
        Item step = StepItem(draft.organisation, series, meeting, dated);
        step.past_when_added |= heard && step.day < *heard;
        draft.items.push_back(std::move(step));
      }
      draft.findings.insert(draft.findings.end(), meeting.chain_findings.begin(),
                            meeting.chain_findings.end());
    }
  }
}

// The exception that gave the start, else the rule.
std::string PointerOf(const Item& item) {
  for (auto reason = item.why.rbegin(); reason != item.why.rend(); ++reason)
    if (reason->kind == Reason::Kind::kException) return reason->pointer;
  return item.why.empty() ? "" : item.why.front().pointer;
}

// Feeds go on all the same: the next publication writes its times in UTC (DESIGN §6).
Finding TimeZoneTextMisfit(const Draft& draft) {
  const std::string& zone = draft.organisation.zone;
  return {.check = "time-zone-text",
          .severity = Severity::kWarning,
          .items = {},
          .day = draft.window.first,
          .message = Text("Kalenderflödenas sommartid stämmer inte längre med tidszonen " + zone +
                              " under planens tid. Nästa publicering skriver klockslagen i UTC.",
                          "The summer time of the calendar feeds no longer agrees with the zone " +
                              zone + " over the plan. The next publication writes times in UTC."),
          .citation = "",
          .suggestion = Text("Uppgradera Rytm. Om det redan är gjort: se efter att serverns tzdata "
                             "är aktuell.",
                             "Upgrade Rytm. If that is done: see that the server's tzdata is up "
                             "to date.")};
}

// A start the clocks skip or show twice would mean two things in two calendars (DESIGN §10).
void CheckClock(Draft& draft) {
  constexpr TimeOfDay kChangesEnd{4 *
                                  60};  // European clocks change between 01:00 and 03:00 local time
  const Result<Zone> zone = Zone::Find(draft.organisation.zone);
  if (!zone.ok()) {
    draft.problems.push_back(
        {.file = "", .pointer = "/organisation/zone", .what = zone.error().message, .instead = {}});
    return;
  }
  if (!zone.value().FitsOurTimeZoneText(draft.organisation.window))
    draft.findings.push_back(TimeZoneTextMisfit(draft));
  for (const Item& item : draft.items) {
    if (!item.at || *item.at > kChangesEnd) continue;
    const Result<Instant> start = zone.value().InstantOf(item.day, *item.at);
    if (!start.ok())
      draft.problems.push_back(
          {.file = "", .pointer = PointerOf(item), .what = start.error().message, .instead = {}});
  }
}

// Items are big: their order is worked out first, then each is moved to its place.
void SortByTime(std::vector<Item>& items) {
  std::vector<std::size_t> order(items.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(items[a].day, items[a].at, items[a].id) <
           std::tie(items[b].day, items[b].at, items[b].id);
  });
  for (std::size_t to = 0; to < order.size(); ++to) {
    std::size_t from = order[to];
    while (from < to) from = order[from];  // what stood there was swapped to there
    if (from != to) std::swap(items[to], items[from]);
  }
}

}  // namespace

std::vector<const DraftSeries*> Draft::OrdinarySeriesOf(std::string_view body) const {
  return OrdinarySeries<const Draft, const DraftSeries>(*this, body);
}

std::vector<DraftSeries*> Draft::OrdinarySeriesOf(std::string_view body) {
  return OrdinarySeries<Draft, DraftSeries>(*this, body);
}

std::string Finding::key() const {
  std::string key = check;
  for (const std::string& item : items) key += " " + item;
  return key;
}

bool IsNews(const Item& meeting, const PublishedDays& published) {
  const auto told = published.find(meeting.id);
  if (told != published.end()) return told->second != meeting.day;
  return meeting.added || meeting.moved_from.has_value();
}

const Item* Plan::Find(std::string_view id) const {
  const auto found =
      std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

const Slot* Plan::FindSlot(std::string_view id) const {
  const auto found =
      std::lower_bound(slots.begin(), slots.end(), id,
                       [](const Slot& slot, std::string_view wanted) { return slot.id < wanted; });
  return found == slots.end() || found->id != id ? nullptr : &*found;
}

Result<Plan> Build(const Organisation& organisation, const BuildOptions& options,
                   const PlanState& state) {
  const DaySpan window = options.window.value_or(organisation.window);
  const DaySpan reach = ReachOf(organisation, window);
  Draft draft{.organisation = organisation,
              .window = window,
              .reach = reach,
              .facts = DayFacts(organisation.calendars,
                                {reach.first - kReachAfter, reach.last + kReachAfter}),
              .slots = SlotBook(organisation.id, window, options.today, options.untold, state.slots,
                                state.adjustments),
              .series = {},
              .reports = {},
              .items = {},
              .findings = {},
              .problems = {},
              .work = {}};
  for (const auto arrange :
       {ArrangeMeetings, ArrangeChains, ArrangeReports, ArrangeVariants, ArrangeDialogues}) {
    arrange(draft);
    if (draft.work.used_up()) return draft.work.Refusal();
  }
  CollectMeetings(draft, options);
  TellOfLostAdjustments(draft);
  CheckClock(draft);
  if (!draft.problems.empty())
    return Refuse(ErrorCode::kBadInput,
                  Text("Reglerna ger dagar eller tider som inte går att använda.",
                       "The rules give days or times that cannot be used."),
                  std::move(draft.problems));
  Plan plan{.window = window,
            .items = std::move(draft.items),
            .findings = {},
            .slots = draft.slots.Close()};
  SortByTime(plan.items);
  Result<Findings> findings = FindAll({.organisation = organisation,
                                       .plan = plan,
                                       .by_id = ById(organisation, plan),
                                       .days = draft.facts,
                                       .reports = draft.reports,
                                       .today = options.today,
                                       .published = options.published,
                                       .work = draft.work},
                                      std::move(draft.findings));
  if (!findings.ok()) return findings.error();
  plan.findings = std::move(findings).value();
  return plan;
}

}  // namespace rytm
