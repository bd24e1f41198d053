#include "app/import_plan.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "app/decided_departures.h"
#include "app/decided_file.h"
#include "app/decided_places.h"
#include "app/offer_rules.h"
#include "app/rule_file_edit.h"
#include "app/rules.h"
#include "base/limits.h"
#include "base/text_json.h"
#include "base/words.h"
#include "organisation/decided_series.h"
#include "organisation/rule_words.h"
#include "plan/build.h"

namespace rytm {
namespace {

const Text& Reason() {
  static const Text reason("Enligt beslutad plan", "According to the decided plan");
  return reason;
}

JsonObject ExceptionOn(std::string_view key, Day day) { return {{key, FormatDay(day)}}; }

Json WithReason(JsonObject exception) {
  exception["reason"] = InBothLanguages(Reason());
  return exception;
}

// How one body's plan is written into its series.
struct Writing {
  BodyPlan* plan = nullptr;
  JsonArray exceptions;      // those that the plan adds
  std::map<Day, Day> named;  // a meeting's day → the day by which exceptions name it
};

class PlanImporter {
 public:
  PlanImporter(std::string_view plan_name, std::string_view rule_file_name,
               const ImportPlanOptions& options, Organisation organisation, std::string rule_file)
      : plan_name_(plan_name),
        rule_file_name_(rule_file_name),
        options_(options),
        organisation_(std::move(organisation)),
        edit_(std::string(rule_file_name), std::move(rule_file)) {}

  Result<PlanImport> Run(std::string_view bytes) {
    Result<DecidedPlan> read =
        ReadDecidedFile(bytes, organisation_, {options_.reading, options_.from, options_.until},
                        CalendarGuard(options_.program));
    if (!read.ok()) return InFile(read.error());
    import_.read = std::move(read).value();
    import_.as_rules = options_.rules;
    if (!FindPeriod()) {
      if (!CollectProblems()) return NoMeeting();
      return std::move(import_);
    }
    for (DecidedRow& row : import_.read.rows) CheckRow(row);
    if (CollectProblems()) return std::move(import_);
    GroupByBody();
    const Result<Done> written = Write();
    if (!written.ok()) return written.error();
    import_.rule_file = edit_.text();
    return std::move(import_);
  }

 private:
  Error InFile(Error error) const {
    for (Problem& problem : error.problems)
      if (problem.file.empty()) problem.file = plan_name_;
    return error;
  }

  Error NoMeeting() const {
    return {ErrorCode::kBadInput,
            {"Det finns inga sammanträdesdagar i filen " + plan_name_ + ".",
             "There are no meeting days in the file " + plan_name_ + "."},
            {}};
  }

  // Told problems of rows, with the name of the file.
  bool CollectProblems() {
    for (DecidedRow& row : import_.read.rows) {
      for (Problem& problem : row.problems) {
        problem.file = plan_name_;
        if (import_.problems.size() < kProblemsMax) import_.problems.push_back(problem);
      }
    }
    return !import_.problems.empty();
  }

  // False: no row has a meeting.
  bool FindPeriod() {
    std::optional<DaySpan> days;
    for (const DecidedRow& row : import_.read.rows) {
      for (const DecidedMeeting& meeting : row.meetings) {
        if (!days) days = DaySpan{meeting.day, meeting.day};
        days->first = std::min(days->first, meeting.day);
        days->last = std::max(days->last, meeting.day + Days{meeting.days - 1});
      }
    }
    if (!days) return false;
    DaySpan& period = import_.period;
    period.first = options_.from.value_or(MakeDay(YearOf(days->first), 1, 1));
    period.last = options_.until.value_or(MakeDay(YearOf(days->last), 12, 31));
    period.first = std::max(period.first, organisation_.window.first);
    if (organisation_.window.last < days->last) import_.window_until = period.last;
    return true;
  }

  // --- rows against the rule file

  void CheckRow(DecidedRow& row) {
    for (DecidedMeeting& meeting : row.meetings) {
      if (const std::optional<Text> wrong = WrongWithDay(meeting)) Tell(row, *wrong, {});
      if (SeriesOf(*organisation_.FindBody(meeting.body)) == nullptr) {
        Tell(row,
             {meeting.body + " har ingen serie \"meeting\" att sätta dagarna i.",
              meeting.body + " has no series \"meeting\" to put the days in."},
             {"Lägg till den i " + rule_file_name_ + ", med \"at\" och \"lasts\".",
              "Add it to " + rule_file_name_ + ", with \"at\" and \"lasts\"."});
      }
      if (meeting.place.empty()) continue;
      const PlaceFound place = places_.Find(organisation_, meeting.place);
      if (!place.instead.empty()) {
        Tell(row,
             {"Det finns ingen plats \"" + meeting.place + "\".",
              "There is no place \"" + meeting.place + "\"."},
             place.instead);
      }
      meeting.place = place.id;
    }
  }

  std::optional<Text> WrongWithDay(const DecidedMeeting& meeting) const {
    const std::string day = FormatDay(meeting.day);
    const DaySpan& period = import_.period;
    if (meeting.day < organisation_.window.first) {
      const std::string first = FormatDay(organisation_.window.first);
      return Text(day + " är före " + first + ", där regelfilen börjar.",
                  day + " is before " + first + ", where the rule file begins.");
    }
    if (!period.Contains(meeting.day)) {
      const std::string span = FormatDay(period.first) + "–" + FormatDay(period.last);
      return Text(day + " är utanför " + span + ", som planen ska gälla.",
                  day + " is outside " + span + ", which the plan is to be for.");
    }
    const Body& body = *organisation_.FindBody(meeting.body);
    if ((body.from && meeting.day < *body.from) || (body.until && *body.until < meeting.day))
      return Text(body.id + " finns inte den " + day + ".",
                  body.id + " does not exist on " + day + ".");
    return std::nullopt;
  }

  static void Tell(DecidedRow& row, Text what, Text instead) {
    row.problems.push_back({.file = "",
                            .pointer = "line " + std::to_string(row.line),
                            .what = std::move(what),
                            .instead = std::move(instead)});
  }

  static const Series* SeriesOf(const Body& body) {
    if (const Series* meeting = body.FindSeries("meeting")) return meeting;
    return body.series.size() == 1 ? &body.series.front() : nullptr;
  }

  void GroupByBody() {
    for (const Body& body : organisation_.bodies) {
      BodyPlan plan;
      for (const DecidedRow& row : import_.read.rows)
        for (const DecidedMeeting& meeting : row.meetings)
          if (meeting.body == body.id) plan.meetings.push_back(meeting);
      if (plan.meetings.empty()) continue;
      std::sort(plan.meetings.begin(), plan.meetings.end(),
                [](const auto& a, const auto& b) { return a.day < b.day; });
      plan.series = {body.id, SeriesOf(body)->id};
      plan.name = body.name;
      import_.bodies.push_back(std::move(plan));
    }
  }

  // --- writing

  Result<Done> Write() {
    if (import_.window_until) edit_.SetWindowUntil(*import_.window_until);
    for (const auto& [id, name] : places_.added()) {
      edit_.AddPlace(id, name);
      import_.places.push_back(name);
    }
    const Result<Plan> before = PlanOf(edit_.text());
    if (!before.ok()) return before.error();
    OfferRules(organisation_, before.value(), import_.period, import_.bodies);
    for (BodyPlan& plan : import_.bodies) WriteDays(plan);
    // Times and places last: a variant may have given a meeting its own.
    RuleFileEdit days_only = edit_;
    for (const Writing& writing : writings_) WriteExceptions(writing, days_only);
    const Result<Plan> dated = PlanOf(days_only.text());
    if (!dated.ok()) return dated.error();
    for (Writing& writing : writings_) {
      WriteForms(writing, before.value(), dated.value());
      WriteExceptions(writing, edit_);
    }
    const Result<Plan> after = PlanOf(edit_.text());
    if (!after.ok()) return after.error();
    return Verify(after.value());
  }

  Result<Plan> PlanOf(const std::string& text) const {
    const Result<Organisation> organisation = ReadRules(rule_file_name_, text);
    if (!organisation.ok()) return organisation.error();
    return Build(organisation.value());
  }

  void WriteDays(BodyPlan& plan) {
    Writing writing{.plan = &plan, .exceptions = {}, .named = {}};
    for (const DecidedMeeting& meeting : plan.meetings)
      writing.named.emplace(meeting.day, meeting.day);
    const DaySpan& period = import_.period;
    const Json& old = edit_.Series(plan.series).at("when");
    if (!options_.rules || !plan.offer) {
      DateList list{.dates = {}, .decided = true, .form = CommonForm(plan)};
      for (const DecidedMeeting& meeting : plan.meetings) list.dates.push_back(meeting.day);
      const When decided{
          .from = period.first, .until = period.last, .rule = std::move(list), .pointer = {}};
      edit_.SetSeries(plan.series, "when", SpliceWhen(old, period, decided, false));
    } else {
      AddChanges(plan.offer->changes, writing);
      if (!plan.offer->in_force) {
        When rule = plan.offer->when.front();
        rule.from = period.first;
        edit_.SetSeries(plan.series, "when", SpliceWhen(old, period, rule, true));
      }
    }
    for (const DecidedMeeting& meeting : plan.meetings) AddMarks(meeting, writing);
    writings_.push_back(std::move(writing));
  }

  // What the plan says of every meeting, as it says it of most: the others get an exception.
  static MeetingForm CommonForm(const BodyPlan& plan) {
    MeetingForm form;
    form.at = MostCommon<TimeOfDay>(plan, [](const auto& meeting) { return meeting.at; });
    form.lasts = MostCommon<Minutes>(plan, [](const auto& meeting) { return meeting.lasts; });
    form.place = MostCommon<std::string>(plan, [](const auto& meeting) {
      return meeting.place.empty() ? std::nullopt : std::optional(meeting.place);
    });
    return form;
  }

  template <class Value, class Said>
  static std::optional<Value> MostCommon(const BodyPlan& plan, const Said& said) {
    std::map<Value, std::size_t> counts;
    for (const DecidedMeeting& meeting : plan.meetings) {
      const std::optional<Value> value = said(meeting);
      if (!value) return std::nullopt;
      ++counts[*value];
    }
    return std::max_element(counts.begin(), counts.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
  }

  static void AddChanges(const std::vector<DayChange>& changes, Writing& writing) {
    for (const DayChange& change : changes) {
      JsonObject exception =
          ExceptionOn(change.from ? "on" : "add", change.from.value_or(*change.to));
      if (change.from && change.to) {
        exception["move"] = JsonObject{{"day", FormatDay(*change.to)}};
        writing.named[*change.to] = *change.from;
      } else if (change.from) {
        exception["cancel"] = true;
      }
      writing.exceptions.push_back(WithReason(std::move(exception)));
    }
  }

  static void AddMarks(const DecidedMeeting& meeting, Writing& writing) {
    const Day on = writing.named.at(meeting.day);
    if (meeting.cancelled) {
      JsonObject exception = ExceptionOn("on", on);
      exception["cancel"] = true;
      writing.exceptions.push_back(WithReason(std::move(exception)));
    }
    if (meeting.status != MeetingStatus::kRegular) {
      JsonObject exception = ExceptionOn("on", on);
      exception["status"] = WordFor(kMeetingStatusWords, meeting.status);
      writing.exceptions.push_back(WithReason(std::move(exception)));
    }
  }

  void WriteExceptions(const Writing& writing, RuleFileEdit& edit) const {
    std::vector<Day> days;
    for (const auto& [day, named] : writing.named) days.push_back(named);
    std::sort(days.begin(), days.end());
    const Json* old = edit.Series(writing.plan->series).if_contains("exceptions");
    const JsonArray none;
    const JsonArray& exceptions = old == nullptr ? none : old->as_array();
    JsonArray spliced = SpliceExceptions(exceptions, import_.period, days, writing.exceptions);
    if (old == nullptr && spliced.empty()) return;
    edit.SetSeries(writing.plan->series, "exceptions", std::move(spliced));
  }

  // --- times, places and lengths

  // What all meetings have otherwise is the series' own, where it has no meetings but these;
  // else each meeting gets an exception.
  void WriteForms(Writing& writing, const Plan& before, const Plan& dated) {
    const BodyPlan& plan = *writing.plan;
    std::vector<std::pair<Day, JsonObject>> forms;
    for (const DecidedMeeting& meeting : plan.meetings) {
      const auto item = std::find_if(dated.items.begin(), dated.items.end(), [&](const Item& one) {
        return IsMeetingOf(one, plan.series) && one.day == meeting.day;
      });
      if (item == dated.items.end()) continue;  // Verify tells
      JsonObject form = FormOtherThan(*item, meeting);
      if (!form.empty()) forms.emplace_back(meeting.day, std::move(form));
    }
    if (forms.empty()) return;
    const bool alike = forms.size() == plan.meetings.size() &&
                       std::all_of(forms.begin(), forms.end(), [&](const auto& one) {
                         return one.second == forms.front().second;
                       });
    const bool alone =
        std::none_of(before.items.begin(), before.items.end(), [&](const Item& item) {
          return IsMeetingOf(item, plan.series) && !import_.period.Contains(item.day);
        });
    if (alike && alone) {
      for (const auto& [key, value] : forms.front().second)
        edit_.SetSeries(plan.series, std::string_view(key), value);
      return;
    }
    for (auto& [day, form] : forms) {
      JsonObject exception = ExceptionOn("on", writing.named.at(day));
      for (const auto& [key, value] : form) exception[key] = value;
      writing.exceptions.push_back(WithReason(std::move(exception)));
    }
  }

  // --- proof

  Result<Done> Verify(const Plan& plan) const {
    Error error{ErrorCode::kRefused,
                {"Reglerna i " + rule_file_name_ + " går inte att få att ge planen exakt.",
                 "The rules in " + rule_file_name_ + " cannot be made to give the plan exactly."},
                {}};
    for (Text& departure : DeparturesFrom(import_.bodies, import_.period, plan))
      error.problems.push_back(
          {.file = plan_name_, .pointer = "", .what = std::move(departure), .instead = {}});
    if (error.problems.empty()) return Done{};
    return error;
  }

  const std::string plan_name_;
  const std::string rule_file_name_;
  const ImportPlanOptions& options_;
  const Organisation organisation_;
  RuleFileEdit edit_;
  DecidedPlaces places_;
  std::vector<Writing> writings_;
  PlanImport import_;
};

}  // namespace

Result<PlanImport> ImportPlan(std::string_view plan_name, std::string_view plan,
                              std::string_view rule_file_name, std::string_view rule_file,
                              const ImportPlanOptions& options) {
  Result<Organisation> organisation = ReadRules(rule_file_name, rule_file);
  if (!organisation.ok()) return organisation.error();
  if (!options.reading.body.empty()) {
    const Result<Done> known = RequireBodies(organisation.value(), {options.reading.body});
    if (!known.ok()) return known.error();
  }
  return PlanImporter(plan_name, rule_file_name, options, std::move(organisation).value(),
                      std::string(rule_file))
      .Run(plan);
}

}  // namespace rytm
