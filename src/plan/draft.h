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
#include "plan/work.h"

namespace rytm {

// A step of a meeting's chain with its day worked out.
struct DatedStep {
  const ChainStep* step = nullptr;
  Day day{};
  std::string meeting;  // meeting-of: the id of the other body's meeting; empty: a step of our own
  bool by_exception = false;
  std::vector<Reason> why;
};

struct DraftMeeting {
  std::string id;
  Day birth{};       // the rule's own day, or the day added: stands in the id
  Day policy_day{};  // after policies, before exceptions: what exceptions name
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

// The meeting's form from the series, its variant and its exceptions, the later winning.
void ApplyForms(const Series& series, DraftMeeting& meeting);
// Works out one meeting's steps anew.
void ArrangeChain(Draft& draft, const DraftSeries& series, DraftMeeting& meeting);

}  // namespace rytm
