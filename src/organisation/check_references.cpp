// What a rule file refers to must be there.
#include <algorithm>

#include "base/json_words.h"
#include "base/nearest_word.h"
#include "organisation/check.h"

namespace rytm {
namespace {

// The ids of one sort of thing. With one missing, nobody knows which references meant it.
class KnownIds {
 public:
  template <class Things>
  explicit KnownIds(const Things& things, bool complete = true) : complete_(complete) {
    for (const auto& thing : things) {
      complete_ = complete_ && !thing.id.empty();
      ids_.push_back(thing.id);
    }
  }
  const std::vector<std::string_view>& ids() const { return ids_; }
  bool Lacks(std::string_view id) const {
    return complete_ && !id.empty() && std::find(ids_.begin(), ids_.end(), id) == ids_.end();
  }
  bool complete() const { return complete_; }

 private:
  std::vector<std::string_view> ids_;
  bool complete_;
};

class ReferenceCheck {
 public:
  explicit ReferenceCheck(const Checker& checker)
      : checker_(checker),
        organisation_(checker.organisation()),
        bodies_(organisation_.bodies, !organisation_.bodies.empty()),
        places_(organisation_.places),
        chains_(organisation_.chains),
        reports_(organisation_.reports) {}

  void Check() const {
    for (std::size_t i = 0; i < organisation_.calendars.external.size(); ++i) {
      const ExternalCalendar& external = organisation_.calendars.external[i];
      const std::string pointer = "/calendars/external/" + std::to_string(i);
      CheckBodies(external.shares_members_with, "", pointer, "shares-members-with");
      CheckPlace(external.place, pointer + "/place");
    }
    for (const Body& body : organisation_.bodies) CheckBody(body);
    for (const Chain& chain : organisation_.chains) {
      for (const ChainStep& step : chain.steps) CheckStep(step, chain);
    }
    for (const Report& report : organisation_.reports) CheckReport(report);
    for (const Dialogue& dialogue : organisation_.dialogues) CheckDialogue(dialogue);
  }

 private:
  void CheckKnown(const KnownIds& known, const std::string& id, const std::string& pointer,
                  const Text& none_called) const {
    if (!known.Lacks(id)) return;
    checker_.Tell(
        pointer, {none_called.sv + " " + Quoted(id) + ".", none_called.en + " " + Quoted(id) + "."},
        DidYouMean(id, known.ids()));
  }
  void CheckBodyId(const std::string& id, const std::string& pointer) const {
    CheckKnown(bodies_, id, pointer, {"Det finns inget organ", "There is no body"});
  }
  void CheckPlace(const std::string& id, const std::string& pointer) const {
    CheckKnown(places_, id, pointer, {"Det finns ingen plats", "There is no place"});
  }
  void CheckChain(const std::string& id, const std::string& pointer) const {
    CheckKnown(chains_, id, pointer, {"Det finns ingen kedja", "There is no chain"});
  }
  void CheckReportId(const std::string& id, const std::string& pointer) const {
    CheckKnown(reports_, id, pointer, {"Det finns ingen rapport", "There is no report"});
  }

  // Ids under a key that may hold one or a list; `self` must not be among them.
  void CheckBodies(const std::vector<std::string>& ids, const std::string& self,
                   const std::string& pointer, std::string_view key) const {
    for (const std::string& id : ids) {
      const std::string place = checker_.Find(pointer, key, id);
      CheckBodyId(id, place);
      if (!self.empty() && id == self) {
        checker_.Tell(place, {"Organet nämner sig självt.", "The body names itself."},
                      {"Ta bort " + Quoted(self) + ".", "Take " + Quoted(self) + " away."});
      }
    }
  }

  void CheckSeriesRef(const SeriesRef& ref, const std::string& pointer) const {
    CheckBodyId(ref.body, pointer);
    const Body* body = organisation_.FindBody(ref.body);
    if (body == nullptr || ref.series.empty()) return;
    const KnownIds series(body->series);
    CheckKnown(series, ref.series, pointer,
               {Quoted(ref.body) + " har inga möten som heter",
                Quoted(ref.body) + " has no meetings called"});
  }

  void CheckWhen(const When& when) const {
    if (const auto* offset = std::get_if<Offset>(&when.rule)) {
      CheckSeriesRef(offset->from, when.pointer + "/from");
    } else if (const auto* meetings = std::get_if<OnMeetings>(&when.rule)) {
      if (meetings->from) CheckSeriesRef(*meetings->from, when.pointer + "/from");
      CheckReportId(meetings->decides, when.pointer + "/report");
    } else if (const auto* list = std::get_if<DateList>(&when.rule)) {
      CheckPlace(list->form.place.value_or(""), when.pointer + "/place");
    }
  }

  // Meetings are chosen among a series that one of the bodies at least must have.
  void CheckMainSeries(const When& when, const std::vector<const Body*>& bodies) const {
    const auto* meetings = std::get_if<OnMeetings>(&when.rule);
    if (meetings == nullptr || meetings->from || bodies.empty()) return;
    if (checker_.FromTemplate(when.pointer)) return;
    for (const Body* body : bodies) {
      if (body->FindSeries(kMainSeries) != nullptr || !KnownIds(body->series).complete()) return;
    }
    const std::string body = Quoted(bodies.front()->id);
    checker_.Tell(when.pointer + "/meeting",
                  {body + " har inga möten som heter \"meeting\" att välja bland.",
                   body + " has no meetings called \"meeting\" to choose among."},
                  {"Skriv vilka möten som menas, till exempel \"from\": \"kf/meeting\".",
                   "Write which meetings are meant, for example \"from\": \"kf/meeting\"."});
  }

  void CheckBody(const Body& body) const {
    CheckBodyId(body.of, body.pointer + "/of");
    CheckBodies(body.succeeds, body.id, body.pointer, "succeeds");
    CheckBodies(body.shares_members_with, body.id, body.pointer, "shares-members-with");
    for (const Series& series : body.series) CheckSeries(series, body);
  }

  void CheckSeries(const Series& series, const Body& body) const {
    CheckPlace(series.place, series.pointer + "/place");
    CheckChain(series.chain, series.pointer + "/chain");
    CheckBodies(series.with, body.id, series.pointer, "with");
    for (const SeriesRef& other : series.avoid) {
      const std::string name = other.body + "/" + other.series;
      CheckSeriesRef(other, checker_.Find(series.pointer, "avoid", name));
    }
    if (!series.avoid.empty() && !series.AnswerTo(Condition::kOtherBody)) {
      checker_.Tell(series.pointer + "/avoid",
                    {"Det framgår inte vad som ska ske när dagarna krockar.",
                     "It does not say what is to happen when the days clash."},
                    {"Skriv till exempel \"on\": {\"other-body\": \"week-later\"}.",
                     "Write, for example, \"on\": {\"other-body\": \"week-later\"}."});
    }
    if (series.levels.Has(Level::kPublic) && !body.listed) {
      checker_.Tell(series.pointer + "/for",
                    {"Mötena ska synas för alla, men organet har ingen offentlig sida.",
                     "The meetings are for the public, but the body has no public page."},
                    {"Skriv \"listed\": true vid organet, eller ta bort \"public\".",
                     "Write \"listed\": true at the body, or take \"public\" away."});
    }
    for (const When& when : series.when) {
      CheckWhen(when);
      CheckMainSeries(when, {&body});
      const auto* meetings = std::get_if<OnMeetings>(&when.rule);
      if (meetings != nullptr && meetings->which == OnMeetings::Which::kDecides) {
        checker_.Tell(
            when.pointer + "/meeting",
            {"Vilket möte som beslutar om en rapport följer av mötena, så möten kan inte "
             "räknas från det.",
             "Which meeting decides a report follows from the meetings, so meetings cannot "
             "be counted from it."},
            {"Det går bara för dialoger.", "Only dialogues can."});
      }
    }
    CheckForms(series);
  }

  void CheckForms(const Series& series) const {
    for (std::size_t i = 0; i < series.variants.size(); ++i) {
      const Variant& variant = series.variants[i];
      const std::string pointer = series.pointer + "/variants/" + std::to_string(i);
      CheckReportId(variant.decides, pointer + "/when/decides");
      CheckPlace(variant.form.place.value_or(""), pointer + "/place");
      CheckChain(variant.form.chain.value_or(""), pointer + "/chain");
    }
    for (const Exception& exception : series.exceptions) {
      const bool moves = exception.kind == Exception::Kind::kMove;
      CheckPlace(exception.form.place.value_or(""),
                 exception.pointer + (moves ? "/move/place" : "/place"));
      if (exception.kind == Exception::Kind::kStep) CheckStepName(exception, series);
    }
  }

  // The step may be of the series' own chain or of a variant's.
  void CheckStepName(const Exception& exception, const Series& series) const {
    std::vector<ChainStep> steps;
    std::vector<std::string> chains{series.chain};
    for (const Variant& variant : series.variants) {
      if (variant.form.chain) chains.push_back(*variant.form.chain);
    }
    for (const std::string& id : chains) {
      const Chain* chain = organisation_.FindChain(id);
      if (chain == nullptr && !id.empty()) return;
      if (chain != nullptr) steps.insert(steps.end(), chain->steps.begin(), chain->steps.end());
    }
    CheckKnown(KnownIds(steps), exception.step, exception.pointer + "/step",
               {"Mötena har inget steg", "The meetings have no step"});
  }

  void CheckStep(const ChainStep& step, const Chain& chain) const {
    CheckPlace(step.place, step.pointer + "/place");
    CheckBodyId(step.meeting_of, step.pointer + "/meeting-of");
    for (const std::string& report : step.reports)
      CheckReportId(report, checker_.Find(step.pointer, "reports", report));
    const KnownIds steps(chain.steps);
    if (!steps.Lacks(step.from)) return;
    const bool inherited = checker_.FromTemplate(step.pointer + "/from");
    const std::string off = "{\"id\": " + Quoted(step.id) + ", \"off\": true}";
    checker_.Tell(step.pointer + "/from",
                  {"Det finns inget steg " + Quoted(step.from) + " att räkna från.",
                   "There is no step " + Quoted(step.from) + " to count from."},
                  inherited ? Text{"Ta bort det här steget också: " + off + ".",
                                   "Take this step away too: " + off + "."}
                            : DidYouMean(step.from, steps.ids()));
  }

  void CheckSelector(const BodySelector& selector, const std::string& pointer) const {
    if (!bodies_.complete()) return;
    bool told = false;
    for (const std::string& id : selector.bodies) {
      if (!bodies_.Lacks(id)) continue;
      const std::string single = pointer + "/body";
      CheckBodyId(id, checker_.Has(single) ? single : checker_.Find(pointer, "bodies", id));
      told = true;
    }
    if (told || selector.kinds.empty() || !Select(organisation_, selector).empty()) return;
    checker_.Tell(
        pointer + "/bodies",
        {"Det finns inget organ av det slaget.", "There is no body of that kind."},
        {"Ta bort det, eller lägg till ett sådant organ.", "Take it away, or add such a body."});
  }

  void CheckReport(const Report& report) const {
    CheckReportId(report.after, report.pointer + "/after");
    for (const Hop& hop : report.route) {
      if (hop.party.empty()) CheckSelector(hop.bodies, hop.pointer);
    }
    const std::string route = report.pointer + "/route";
    if (report.route.empty() && checker_.Has(route) && checker_.FromTemplate(route)) {
      checker_.Tell(report.pointer,
                    {"Mallens väg för rapporten går bara genom organ som inte finns.",
                     "The template's route of the report goes through bodies that are not there."},
                    {"Skriv en egen \"route\", eller ta bort rapporten.",
                     "Write a \"route\" of your own, or take the report away."});
    }
  }

  void CheckDialogue(const Dialogue& dialogue) const {
    CheckSelector(dialogue.bodies, dialogue.pointer);
    CheckPlace(dialogue.place, dialogue.pointer + "/place");
    for (const When& when : dialogue.when) {
      CheckWhen(when);
      CheckMainSeries(when, Select(organisation_, dialogue.bodies));
    }
    const std::string levels = dialogue.pointer + "/for";
    if (dialogue.kind == DialogueKind::kCheckIn && checker_.Has(levels) &&
        !checker_.FromTemplate(levels)) {
      checker_.Tell(levels,
                    {"En avstämning mellan ordförande och chef syns bara för de två.",
                     "A check-in of chair and director is seen by the two only."},
                    {"Ta bort \"for\".", "Take \"for\" away."});
    }
    if (dialogue.guide.empty() || organisation_.guides.contains(dialogue.guide)) return;
    std::vector<std::string_view> known;
    for (const auto& [id, guide] : organisation_.guides) known.push_back(id);
    checker_.Tell(dialogue.pointer + "/guide",
                  {"Det finns ingen samtalsguide " + Quoted(dialogue.guide) + ".",
                   "There is no guide " + Quoted(dialogue.guide) + "."},
                  DidYouMean(dialogue.guide, known));
  }

  const Checker& checker_;
  const Organisation& organisation_;
  KnownIds bodies_;
  KnownIds places_;
  KnownIds chains_;
  KnownIds reports_;
};

}  // namespace

void CheckReferences(const Checker& checker) { ReferenceCheck(checker).Check(); }

}  // namespace rytm
