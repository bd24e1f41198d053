// The plan while it is built: series with their meetings, and what was noticed on the way. Private
// to this room.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cycle/expand.h"
#include "organisation/organisation.h"
#include "plan/findings.h"
#include "plan/phrases.h"
#include "plan/plan.h"
#include "plan/slot_book.h"
#include "plan/work.h"

namespace rytm {

// A step of a meeting's chain with its day worked out.
struct DatedStep {
  const ChainStep* step = nullptr;
  Day day{};
  std::string meeting;   // meeting-of: the id of the other body's meeting; empty: a step of our own
  bool by_hand = false;  // an exception or a person set the day
  std::vector<Reason> why;
};

struct DraftMeeting {
  std::string id;
  Day nominal{};                       // the rule's own day, or the day added
  std::string base;                    // what its rule hangs on: Slot::base
  Day policy_day{};                    // after policies, before exceptions: what exceptions name
  const Slot* slot = nullptr;          // stored before; nullptr: born now
  bool frozen = false;                 // stays what the slot says it was
  const SlotChange* change = nullptr;  // by people; nullptr: none
  std::optional<Day> late;             // born on this day, later than its series
  Day day{};
  MeetingForm form;  // every field set
  MeetingStatus status = MeetingStatus::kRegular;
  bool added = false;
  bool cancelled = false;
  std::optional<Day> moved_from;
  std::optional<Finding> policy_finding;  // gone once an exception moves or cancels the meeting
  std::string cancelled_base;  // the id of the cancelled meeting it is counted from, or empty
  Text reason;
  Text public_reason;
  const Variant* variant = nullptr;
  const MeetingForm* form_of_dates =
      nullptr;            // of the list its day stands in; wins over the variant
  MeetingForm rule_form;  // of the series, the variant and the list of dates
  std::string link;
  Mode mode = Mode::kOnSite;
  Openness open = Openness::kClosed;
  std::vector<Day> exceptions;                    // days by which exceptions named it
  std::vector<const Exception*> form_exceptions;  // win over the variant
  std::vector<const Exception*> step_exceptions;
  std::vector<DatedStep> steps;
  std::vector<Finding> chain_findings;  // about the steps; worked out anew with them
  std::vector<Business> business;
  std::vector<Reason> why;

  Day last_day() const { return day + Days{*form.days - 1}; }
  // Held as planned: reports may go there, dialogues may hang on it.
  bool regular() const { return !cancelled && status != MeetingStatus::kReserve; }
  const DatedStep* FindStep(std::string_view id) const;
};

struct DraftSeries {
  const Body* body = nullptr;
  const Series* series = nullptr;
  std::vector<DraftMeeting> meetings;  // sorted by day, id
};

struct Draft {
  const Organisation& organisation;
  DaySpan window;  // what the plan shows
  DaySpan reach;   // what is worked out: a year or more around it, so that counts and routes see
                   // their neighbours
  DayFacts facts;
  SlotBook slots;
  std::map<SeriesRef, DraftSeries> series;
  std::vector<RoutedReport> reports;
  std::vector<Item> items;        // hops, feedback, dialogues; meetings and steps come last
  std::vector<Finding> findings;  // noticed while building
  std::vector<Problem> problems;  // what no plan can hold
  Work work;

  // The series that reports go through and dialogues hang on: "meeting", or all if a body has none
  // by that id.
  std::vector<const DraftSeries*> OrdinarySeriesOf(std::string_view body) const;
  std::vector<DraftSeries*> OrdinarySeriesOf(std::string_view body);
};

// The stages, in order.
void ArrangeMeetings(Draft& draft);   // meetings.cpp: every series in dependency order
void ArrangeChains(Draft& draft);     // chains.cpp: the steps of every meeting
void ArrangeReports(Draft& draft);    // reports.cpp: routes, hops, feedback, business of meetings
void ArrangeVariants(Draft& draft);   // variants.cpp: what differs, and its chain
void ArrangeDialogues(Draft& draft);  // dialogues.cpp

// What people changed on the series' meetings, over the rules and the exceptions. adjust.cpp.
void ApplyAdjustments(Draft& draft, DraftSeries& series);

// "flyttat från … till … av sekreteraren: …". adjust.cpp.
Reason WhyAdjusted(const Adjustment& adjustment, Day from, Day to);

// The slot that the meeting is, as the rules made it. adjust.cpp.
Slot SlotOf(const DraftSeries& series, const DraftMeeting& meeting);

// What people changed on a dialogue. adjust.cpp.
void Adjust(Draft& draft, const Body& body, const SlotChange& change, Item& dialogue);

// Adjustments whose meeting is gone. After everything else. adjust.cpp.
void TellOfLostAdjustments(Draft& draft);

// The meeting's form from the series, its variant, its exceptions and its adjustments, the later
// winning.
void ApplyForms(const Series& series, DraftMeeting& meeting);
// Works out one meeting's steps anew.
void ArrangeChain(Draft& draft, const DraftSeries& series, DraftMeeting& meeting);

}  // namespace rytm
