// Times of day and the order of things, as far as they can be known without a calendar.
#include <algorithm>
#include <map>
#include <tuple>

#include "base/json_words.h"
#include "base/words.h"
#include "organisation/check.h"

namespace rytm {
namespace {

void CheckMidnight(const Checker& checker, TimeOfDay at, Minutes lasts,
                   const std::string& pointer) {
  if (at + lasts <= kWholeDay) return;
  checker.Tell(
      pointer,
      {"Mötet börjar kl. " + ClockTime(at, Language::kSwedish) + " och varar " +
           LengthInWords(lasts, Language::kSwedish) + ": det går över midnatt.",
       "The meeting begins at " + ClockTime(at, Language::kEnglish) + " and lasts " +
           LengthInWords(lasts, Language::kEnglish) + ": it passes midnight."},
      {"Ett möte slutar senast kl. 24.00. Skriv \"days\" om det fortsätter nästa dag.",
       "A meeting ends at 24:00 at the latest. Write \"days\" if it goes on the next day."});
}

// A list of dates, a variant or an exception on top of the series.
void CheckForm(const Checker& checker, const Series& series, const MeetingForm& form,
               const std::string& pointer) {
  if (!form.at && !form.lasts) return;
  const bool already_told = series.at + series.lasts > kWholeDay;
  if (already_told && (!form.at || !form.lasts)) return;
  CheckMidnight(checker, form.at.value_or(series.at), form.lasts.value_or(series.lasts),
                pointer + (form.lasts ? "/lasts" : "/at"));
}

// What two exceptions on one day would both decide: whether and when the meeting is, its form, its
// status, a step.
int Decides(Exception::Kind kind) {
  return kind == Exception::Kind::kCancel ? static_cast<int>(Exception::Kind::kMove)
                                          : static_cast<int>(kind);
}

void CheckExceptions(const Checker& checker, const Series& series) {
  std::map<std::tuple<int, Day, std::string>, const Exception*> seen;
  for (const Exception& exception : series.exceptions) {
    const bool moves = exception.kind == Exception::Kind::kMove;
    CheckForm(checker, series, exception.form, exception.pointer + (moves ? "/move" : ""));
    if (exception.on == Day{}) continue;
    const auto [other, is_new] =
        seen.emplace(std::tuple(Decides(exception.kind), exception.on, exception.step), &exception);
    if (is_new) continue;
    const std::string day = FormatDay(exception.on);
    checker.Tell(exception.pointer,
                 {"Ett annat undantag säger redan något om " + day + ".",
                  "Another exception says something about " + day + " already."},
                 {"Behåll ett av dem.", "Keep one of them."});
  }
}

// Days from the meeting that a step may come to lie on, working days counted at their narrowest and
// widest.
struct Reach {
  int min = 0;
  int max = 0;
};

// Working days with their weekends and holidays: never more calendar days than this.
int CalendarDaysAtMost(int working_days) {
  constexpr int kHolidaysAtMost = 12;
  return 2 * working_days + (working_days < 0 ? -kHolidaysAtMost : kHolidaysAtMost);
}

Reach ReachOf(ChainStep::Span span) {
  if (!span.working) return {span.days, span.days};
  const int far = CalendarDaysAtMost(span.days);
  return {std::min(span.days, far), std::max(span.days, far)};
}

std::optional<Reach> ReachFromMeeting(const Chain& chain, const ChainStep& step) {
  Reach reach = ReachOf(step.offset);
  const ChainStep* at = &step;
  for (std::size_t hops = 0; !at->from.empty(); ++hops) {
    at = chain.FindStep(at->from);
    if (at == nullptr || hops > chain.steps.size() || !at->meeting_of.empty() ||
        at->meeting_of_own) {
      return std::nullopt;
    }
    const Reach more = ReachOf(at->offset);
    reach = {reach.min + more.min, reach.max + more.max};
  }
  return reach;
}

void CheckOrder(const Checker& checker, const Chain& chain) {
  const ChainStep* before = nullptr;
  Reach before_reach;
  for (const ChainStep& step : chain.steps) {
    if (!step.meeting_of.empty() || step.meeting_of_own) continue;
    if (checker.HasTold(step.pointer)) continue;  // who knows what it was to be
    const std::optional<Reach> reach = ReachFromMeeting(chain, step);
    if (!reach) continue;
    if (before != nullptr && before_reach.min > reach->max) {
      checker.Tell(step.pointer,
                   {"Stegen ska stå i tidsordning, men " + Quoted(step.id) + " kommer före " +
                        Quoted(before->id) + ".",
                    "Steps stand in the order of time, but " + Quoted(step.id) + " comes before " +
                        Quoted(before->id) + "."},
                   {"Flytta det, eller skriv \"before\": " + Quoted(before->id) + ".",
                    "Move it, or write \"before\": " + Quoted(before->id) + "."});
    } else {
      before = &step;
      before_reach = *reach;
    }
  }
}

void CheckStep(const Checker& checker, const ChainStep& step) {
  if (step.at) CheckMidnight(checker, *step.at, step.lasts, step.pointer + "/lasts");
  if (step.latest && ReachOf(*step.latest).max < ReachOf(step.offset).min) {
    checker.Tell(step.pointer + "/latest", {"Sista dagen ligger före stegets egen dag.",
                                            "The last day is before the step's own day."});
  }
}

}  // namespace

void CheckTimes(const Checker& checker) {
  const Organisation& organisation = checker.organisation();
  for (const Body& body : organisation.bodies) {
    for (const Series& series : body.series) {
      CheckMidnight(checker, series.at, series.lasts, series.pointer + "/lasts");
      for (const When& part : series.when)
        if (const auto* list = std::get_if<DateList>(&part.rule))
          CheckForm(checker, series, list->form, part.pointer);
      for (std::size_t i = 0; i < series.variants.size(); ++i) {
        CheckForm(checker, series, series.variants[i].form,
                  series.pointer + "/variants/" + std::to_string(i));
      }
      CheckExceptions(checker, series);
    }
  }
  for (const Chain& chain : organisation.chains) {
    CheckOrder(checker, chain);
    for (const ChainStep& step : chain.steps) CheckStep(checker, step);
  }
  for (const Dialogue& dialogue : organisation.dialogues) {
    if (dialogue.at)
      CheckMidnight(checker, *dialogue.at, dialogue.lasts, dialogue.pointer + "/lasts");
  }
}

}  // namespace rytm
