// Dialogue between elected representatives and officials: long gaps, and terms without a beginning,
// a middle or an end.
#include <algorithm>
#include <map>
#include <set>

#include "dates/deadline_law.h"
#include "dates/terms.h"
#include "plan/checking.h"
#include "plan/phrases.h"

namespace rytm {
namespace {

constexpr int kLongestGapMonths = 6;
constexpr Days kIntroductionBefore{60};  // a new body may meet for it before its term starts
constexpr int kIntroductionMonths = 12;  // of the term
constexpr int kReviewMonths = 9;         // on each side of the middle
constexpr int kHandoverMonths = 6;       // at the end of the term

struct HeldDialogue {
  const Item* item = nullptr;
  const Dialogue* dialogue = nullptr;
  bool of_term = false;
};

// Whether the dialogue belongs to the term, and does not just come back every year: a review of the
// half term is none of the yearly ones.
bool BelongsToTerm(const Dialogue& dialogue) {
  return std::any_of(dialogue.when.begin(), dialogue.when.end(), [](const When& part) {
    const auto* on = std::get_if<OnMeetings>(&part.rule);
    return std::holds_alternative<TermPoint>(part.rule) ||
           std::holds_alternative<DateList>(part.rule) ||
           (on != nullptr && on->which != OnMeetings::Which::kEvery &&
            on->of == OnMeetings::Of::kTerm);
  });
}

bool HasDialogues(BodyKind kind) {
  return kind == BodyKind::kCouncil || kind == BodyKind::kExecutiveBoard ||
         kind == BodyKind::kCommittee;
}

// The part of the window in which the body exists.
std::optional<DaySpan> SeenLife(const Body& body, DaySpan window) {
  const DaySpan life{std::max(window.first, body.from.value_or(window.first)),
                     std::min(window.last, body.until.value_or(window.last))};
  return life.first <= life.last ? std::optional(life) : std::nullopt;
}

bool Within(DaySpan inner, DaySpan outer) {
  return outer.Contains(inner.first) && outer.Contains(inner.last);
}

class DialogueChecks {
 public:
  DialogueChecks(const FindingFacts& facts, Findings& findings)
      : facts_(facts), findings_(findings) {
    for (const Dialogue& dialogue : facts.organisation.dialogues)
      dialogues_.emplace(dialogue.id, HeldDialogue{nullptr, &dialogue, BelongsToTerm(dialogue)});
    for (const Item& item : facts.plan.items) {
      if (item.kind == ItemKind::kMeeting && HeldAsPlanned(item)) meets_.insert(item.body);
      if (item.kind != ItemKind::kDialogue || !HeldAsPlanned(item)) continue;
      const auto found = dialogues_.find(item.origin);
      if (found == dialogues_.end()) continue;
      held_[item.body].push_back(found->second);
      held_[item.body].back().item = &item;
    }
  }

  void All() {
    for (const Body& body : facts_.organisation.bodies) {
      const std::optional<DaySpan> life = SeenLife(body, facts_.plan.window);
      if (!life || !HasDialogues(body.kind) || !meets_.contains(body.id)) continue;
      if (held_.empty()) return TellNone();
      Gaps(body, *life);
      if (held_.contains(body.id)) Terms(body, *life);
    }
  }

 private:
  // An organisation that plans no dialogues at all is told once.
  void TellNone() {
    if (AddMonthsByLaw(facts_.plan.window.first, kLongestGapMonths) > facts_.plan.window.last)
      return;
    findings_.push_back(
        {.check = "no-dialogues",
         .severity = Severity::kInfo,
         .items = {},
         .day = facts_.plan.window.first,
         .message = Text("Planen har inga dialoger mellan förtroendevalda och tjänstepersoner.",
                         "The plan has no dialogues between elected representatives and "
                         "officials."),
         .citation = "",
         .suggestion = Text("Börja med en introduktion och en stund för reflektion varje halvår.",
                            "Start with an introduction and some time for reflection every half "
                            "year.")});
  }

  const std::vector<HeldDialogue>& Held(const Body& body) const {
    static const std::vector<HeldDialogue> kNone;
    const auto found = held_.find(body.id);
    return found == held_.end() ? kNone : found->second;
  }

  void Gaps(const Body& body, DaySpan life) {
    Day since = life.first;
    const Item* last = nullptr;
    for (const HeldDialogue& held : Held(body)) {
      if (AddMonthsByLaw(since, kLongestGapMonths) < held.item->day)
        TellGap(body, last, {since, held.item->day}, held.item);
      since = held.item->day;
      last = held.item;
    }
    if (AddMonthsByLaw(since, kLongestGapMonths) < life.last)
      TellGap(body, last, {since, life.last}, nullptr);
  }

  void TellGap(const Body& body, const Item* before, DaySpan gap, const Item* after) {
    Finding finding{
        .check = "long-without-dialogue",
        .severity = Severity::kInfo,
        .items = {},
        .day = gap.first,
        .message = body.name + Text(" har ingen dialog mellan ", " has no dialogue between ") +
                   DayWithYear(gap.first) + Text(" och ", " and ") + DayWithYear(gap.last) +
                   Text(", mer än ett halvår.", ", more than half a year."),
        .citation = "",
        .suggestion = Text("Boka en stund för reflektion i anslutning till ett möte.",
                           "Book some time for reflection beside a meeting.")};
    if (before != nullptr) finding.items.push_back(before->id);
    if (after != nullptr) finding.items.push_back(after->id);
    if (finding.items.empty()) finding.items.push_back(body.id);
    findings_.push_back(std::move(finding));
  }

  bool HasIn(const Body& body, DialogueKind kind, DaySpan span) const {
    const auto& held = Held(body);
    return std::any_of(held.begin(), held.end(), [&](const HeldDialogue& one) {
      return one.of_term && one.dialogue->kind == kind && span.Contains(one.item->day);
    });
  }

  void Terms(const Body& body, DaySpan life) {
    for (DaySpan term = TermOf(body.term_start, life.first); term.first <= life.last;
         term = TermOf(body.term_start, term.last + Days{1}))
      Term(body, term, life);
  }

  // Asked only where the plan shows the whole time in which it could be held.
  void Term(const Body& body, DaySpan term, DaySpan life) {
    const DaySpan beginning{term.first, AddMonthsByLaw(term.first, kIntroductionMonths)};
    const Day middle = MiddleOf(term);
    const DaySpan around{AddMonthsByLaw(middle, -kReviewMonths),
                         AddMonthsByLaw(middle, kReviewMonths)};
    const DaySpan ending{AddMonthsByLaw(term.last, -kHandoverMonths), term.last};
    if (Within(beginning, life) && !HasIn(body, DialogueKind::kIntroduction,
                                          {beginning.first - kIntroductionBefore, beginning.last}))
      TellTerm(body, term, "introduction", beginning.first,
               Text("introduktion under sitt första år", "introduction in its first year"));
    if (body.kind == BodyKind::kCouncil) return;  // its term begins and ends with the election
    if (Within(around, life) && !HasIn(body, DialogueKind::kReview, around))
      TellTerm(body, term, "review", middle,
               Text("halvtidsöversyn mitt i perioden", "review in the middle of it"));
    if (Within(ending, life) && !HasIn(body, DialogueKind::kHandover, ending))
      TellTerm(body, term, "handover", ending.first,
               Text("överlämning under sitt sista halvår", "handover in its last half year"));
  }

  void TellTerm(const Body& body, DaySpan term, const std::string& what, Day day,
                const Text& missing) {
    findings_.push_back(
        {.check = "term-without-" + what,
         .severity = Severity::kInfo,
         .items = {body.id + "/" + what + " " + FormatDay(term.first)},
         .day = day,
         .message = body.name + Text(": mandatperioden från ", ": the term from ") +
                    DayWithYear(term.first) + Text(" har ingen ", " has no ") + missing + Text("."),
         .citation = "",
         .suggestion = Text("Lägg in en dialog av det slaget.", "Add a dialogue of that kind.")});
  }

  const FindingFacts& facts_;
  Findings& findings_;
  std::map<std::string_view, HeldDialogue> dialogues_;  // by id, not held yet
  std::set<std::string_view> meets_;
  std::map<std::string_view, std::vector<HeldDialogue>> held_;  // of each body, by day
};

}  // namespace

void FindDialogueTrouble(const FindingFacts& facts, Findings& findings) {
  DialogueChecks(facts, findings).All();
}

}  // namespace rytm
