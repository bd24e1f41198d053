// What the law says of reports: budget, annual report, discharge, interim report. Which report is
// which is told by the law its hops name, or by its id from the templates, so that an organisation
// that changed the days is still checked.
#include <algorithm>
#include <array>

#include "dates/deadline_law.h"
#include "dates/terms.h"
#include "plan/checking.h"
#include "plan/periods.h"
#include "plan/phrases.h"

namespace rytm {
namespace {

const LawDay* LawOf(const Hop& hop) { return hop.by ? std::get_if<LawDay>(&hop.by->day) : nullptr; }

bool NamesLaw(const Report& report, std::string_view law) {
  return std::any_of(report.route.begin(), report.route.end(), [&](const Hop& hop) {
    const LawDay* named = LawOf(hop);
    return named != nullptr && named->law == law;
  });
}

bool IsCalled(const Report& report, std::string_view beginning) {
  return std::string_view(report.id).substr(0, beginning.size()) == beginning;
}

bool IsAnnualReport(const Report& report) {
  return NamesLaw(report, "KL 11:20") || IsCalled(report, "annual-report");
}
bool IsDischarge(const Report& report) {
  return NamesLaw(report, "KL 5:24") || IsCalled(report, "discharge");
}
bool IsInterimReport(const Report& report) {
  return NamesLaw(report, "KL 11:16") || IsCalled(report, "interim-report");
}

// LKBR 13:1: at least half and at most two thirds of the year.
bool IsInterimPeriodEnd(Day end) {
  const date::month_day day{CivilOf(end).month(), CivilOf(end).day()};
  return date::June / 30 <= day && day <= date::August / 31;
}

bool GivesInterimPeriod(const Report& report) {
  switch (report.period) {
    case Report::Period::kYearToDate:
      return date::June / 30 <= *report.period_until && *report.period_until <= date::August / 31;
    case Report::Period::kTertial:
    case Report::Period::kQuarter:
    case Report::Period::kMonth:
      return true;  // one of the year's parts ends there
    case Report::Period::kYear:
    case Report::Period::kTerm:
      return false;
  }
  return false;
}

// A meeting of the report, shown in the plan.
struct Stop {
  const RoutedReport::HopMeeting* hop = nullptr;
  const Item* meeting = nullptr;
  const Body* body = nullptr;
  const Deadline* law = nullptr;
};

class ReportLaw {
 public:
  ReportLaw(const FindingFacts& facts, Findings& findings) : facts_(facts), findings_(findings) {}

  void Check(const RoutedReport& routed) {
    if (!Reliable(routed)) return;
    if (IsBudget(*routed.report)) {
      Budget(routed);
      Proposal(routed);
    }
    if (IsAnnualReport(*routed.report)) Annual(routed);
    if (IsDischarge(*routed.report)) Discharge(routed);
    if (IsInterimReport(*routed.report)) Interim(routed);
  }

  void InterimPeriod() {
    const RoutedReport* first = nullptr;
    for (const RoutedReport& routed : facts_.reports) {
      if (!IsInterimReport(*routed.report)) continue;
      if (GivesInterimPeriod(*routed.report)) return;  // one is enough
      if (first == nullptr && Reliable(routed) && LastStop(routed, "KL 11:16")) first = &routed;
    }
    if (first == nullptr) return;
    const Stop stop = *LastStop(*first, "KL 11:16");
    findings_.push_back(
        {.check = "interim-period",
         .severity = Severity::kError,
         .items = {stop.hop->hop_item},
         .day = stop.meeting->day,
         .message = first->name + Text(" slutar ", " ends on ") +
                    DayWithYear(first->period_days.last) +
                    Text(". En delårsrapport ska omfatta minst hälften och högst två tredjedelar "
                         "av året.",
                         ". An interim report must cover at least half and at most two thirds of "
                         "the year."),
         .citation = "LKBR 13:1",
         .suggestion = Text("Låt en delårsrapport sluta 30 juni, 31 juli eller 31 augusti.",
                            "Let one interim report end on 30 June, 31 July or 31 August.")});
  }

 private:
  // A route that does not fit and began before the window may only be late because the plan does
  // not show the meetings before it.
  bool Reliable(const RoutedReport& routed) const {
    const Period period{.id = routed.period, .days = routed.period_days, .name = {}};
    return routed.found.fits || ReadyDay(*routed.report, period) >= facts_.plan.window.first;
  }

  // The last meeting, shown in the plan, of a body that the law binds.
  std::optional<Stop> LastStop(const RoutedReport& routed, std::string_view law) const {
    for (std::size_t i = routed.meetings.size(); i-- > 0;) {
      const RoutedReport::HopMeeting& hop = routed.meetings[i];
      const Body* body = facts_.by_id.FindBody(hop.body);
      const Item* meeting = facts_.by_id.FindItem(hop.item);
      if (body == nullptr || meeting == nullptr) continue;
      const Deadline* deadline = Binding(facts_.organisation, law, body->kind, meeting->day);
      if (deadline != nullptr) return Stop{&hop, meeting, body, deadline};
    }
    return std::nullopt;
  }

  static Day InYear(int year, date::month_day day) { return Day{date::year{year} / day}; }

  // The conditions that a board gives for the budget are no proposal to the council.
  bool GoesToCouncil(const RoutedReport& routed) const {
    const std::vector<const Body*> bodies =
        Select(facts_.organisation, routed.report->route.back().bodies);
    return std::any_of(bodies.begin(), bodies.end(),
                       [](const Body* body) { return body->kind == BodyKind::kCouncil; });
  }

  // The year in which a budget is decided.
  static int BudgetYear(const RoutedReport& routed, const Stop& stop) {
    return routed.report->before_period ? YearOf(routed.period_days.first) - 1
                                        : YearOf(stop.meeting->day);
  }

  // The law's day, or that of the exception to it where the organisation names that.
  Day LastDay(const RoutedReport& routed, const Stop& stop, std::string_view exception,
              int year) const {
    const LawDay* named = LawOf(routed.report->route[stop.hop->hop]);
    const Deadline* other = named != nullptr && named->law == exception
                                ? facts_.organisation.FindDeadline(exception)
                                : nullptr;
    return InYear(year, other != nullptr && other->day ? *other->day : *stop.law->day);
  }

  void Tell(const std::string& check, const RoutedReport& routed, const Stop& stop,
            const Text& rule, const std::string& citation, Text suggestion) {
    findings_.push_back({.check = check,
                         .severity = Severity::kError,
                         .items = {stop.hop->hop_item},
                         .day = stop.meeting->day,
                         .message = routed.name + Text(" tas upp av ", " is taken up by ") +
                                    NameOfMeeting(*stop.body, stop.meeting->day) + rule,
                         .citation = citation,
                         .suggestion = std::move(suggestion)});
  }

  static Text TooLate(const Stop& stop, Day last, const Text& rule) {
    return Text(", ") + CountedDays(stop.meeting->day - last) + Text(" för sent. ", " too late. ") +
           rule;
  }

  static Text MeetBy(Day last) {
    return Text("Ta upp den på ett möte senast ", "Take it up at a meeting on or before ") +
           DayWithYear(last) + Text(".");
  }

  void Budget(const RoutedReport& routed) {
    const std::optional<Stop> stop = LastStop(routed, "KL 11:10");
    if (!stop || !stop->law->day) return;
    const int year = BudgetYear(routed, *stop);
    const Day last = LastDay(routed, *stop, "KL 11:11", year);
    if (stop->meeting->day > last)
      Tell("budget-late", routed, *stop,
           TooLate(*stop, last,
                   Text("Fullmäktige ska fastställa den före utgången av november.",
                        "The council must set it before the end of November.")),
           stop->law->id,
           MeetBy(last) + Text(" Finns särskilda skäl får budgeten vänta till december, men "
                               "skattesatsen ska ändå bestämmas i november.",
                               " For special reasons the budget may wait until December, but the "
                               "tax rate must still be set in November."));
    if (!IsElectionYear(year)) return;
    const Day term = CouncilTerm(MakeDay(year, 12, 31)).first;
    if (stop->meeting->day < term && stop->meeting->day >= MakeDay(year, 1, 1))
      Tell("budget-outgoing-council", routed, *stop,
           Text(". Under ett valår ska den fastställas av de nyvalda, som tillträder ",
                ". In an election year it must be set by those newly elected, who take their "
                "seats on ") +
               DayWithYear(term) + Text("."),
           stop->law->id,
           Text("Ta upp den på ett möte mellan ", "Take it up at a meeting between ") +
               DayWithYear(term) + Text(" och ", " and ") + DayWithYear(last) + Text("."));
  }

  void Proposal(const RoutedReport& routed) {
    const std::optional<Stop> stop = LastStop(routed, "KL 11:8");
    if (!stop || !stop->law->day || !GoesToCouncil(routed)) return;
    const Day last = LastDay(routed, *stop, "KL 11:8 november", BudgetYear(routed, *stop));
    if (stop->meeting->day > last)
      Tell("budget-proposal-late", routed, *stop,
           TooLate(*stop, last,
                   Text("Styrelsen ska lämna sitt förslag före utgången av oktober.",
                        "The board must make its proposal before the end of October.")),
           stop->law->id,
           MeetBy(last) + Text(" Finns särskilda skäl får budgetförslaget vänta till november, "
                               "men styrelsen ska ändå föreslå skattesatsen i oktober.",
                               " For special reasons the budget proposal may wait until November, "
                               "but the board must still propose the tax rate in October."));
  }

  void Annual(const RoutedReport& routed) {
    const std::optional<Stop> stop = LastStop(routed, "KL 11:20");
    if (!stop || !stop->law->day) return;
    const Day last = LastDayByLaw(InYear(YearOf(routed.period_days.last) + 1, *stop->law->day));
    if (stop->meeting->day > last)
      Tell("annual-report-late", routed, *stop,
           TooLate(*stop, last,
                   Text("Årsredovisningen ska lämnas till fullmäktige och revisorerna senast den "
                        "15 april.",
                        "The annual report must reach the council and the auditors by 15 April.")),
           stop->law->id, MeetBy(last));
  }

  void Discharge(const RoutedReport& routed) {
    const std::optional<Stop> stop = LastStop(routed, "KL 5:24");
    if (!stop || !stop->law->day) return;
    const Day last = InYear(YearOf(routed.period_days.last) + 1, *stop->law->day);
    if (stop->meeting->day > last)
      Tell("discharge-late", routed, *stop,
           TooLate(*stop, last,
                   Text("Fullmäktige ska besluta om ansvarsfrihet före utgången av juni.",
                        "The council must decide on discharge before the end of June.")),
           stop->law->id, MeetBy(last));
    const std::optional<Day> approved = ApprovalOf(routed);
    if (approved && stop->meeting->day < *approved)
      Tell("discharge-before-approval", routed, *stop,
           Text(", men årsredovisningen godkänns först ",
                ", but the annual report is not approved until ") +
               DayWithYear(*approved) +
               Text(". Den ska godkännas innan fullmäktige beslutar om ansvarsfrihet.",
                    ". It must be approved before the council decides on discharge."),
           "KL 11:21",
           Text("Godkänn årsredovisningen först, samma dag går bra.",
                "Approve the annual report first; the same day is fine."));
  }

  // The day the council approves the annual report of the same period; none if it is the same
  // report.
  std::optional<Day> ApprovalOf(const RoutedReport& discharge) const {
    for (const RoutedReport& routed : facts_.reports) {
      if (!IsAnnualReport(*routed.report) || routed.report == discharge.report ||
          routed.period_days != discharge.period_days)
        continue;
      if (const std::optional<Stop> stop = LastStop(routed, "KL 5:24")) return stop->meeting->day;
    }
    return std::nullopt;
  }

  void Interim(const RoutedReport& routed) {
    if (!IsInterimPeriodEnd(routed.period_days.last)) return;
    const std::optional<Stop> stop = LastStop(routed, "KL 11:16");
    if (!stop) return;
    const Day last = InterimReportDeadline(routed.period_days.last).last;
    if (stop->meeting->day > last)
      Tell("interim-report-late", routed, *stop,
           TooLate(*stop, last,
                   Text("Delårsrapporten ska lämnas inom två månader från periodens slut.",
                        "The interim report must be handed over within two months of its period's "
                        "end.")),
           stop->law->id, MeetBy(last));
  }

  const FindingFacts& facts_;
  Findings& findings_;
};

}  // namespace

bool IsBudget(const Report& report) {
  return NamesLaw(report, "KL 11:10") || NamesLaw(report, "KL 11:11") ||
         (report.before_period && IsCalled(report, "budget"));
}

void FindReportLawTrouble(const FindingFacts& facts, Findings& findings) {
  ReportLaw law(facts, findings);
  for (const RoutedReport& routed : facts.reports) law.Check(routed);
  law.InterimPeriod();
}

}  // namespace rytm
