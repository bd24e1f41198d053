// Days the law sets: known, of the sort that is asked for, and binding the body they are asked of.
#include <algorithm>

#include "base/json_words.h"
#include "base/nearest_word.h"
#include "organisation/check.h"
#include "organisation/rule_words.h"

namespace rytm {
namespace {

bool Binds(const Deadline& deadline, BodyKind kind) {
  return std::find(deadline.kinds.begin(), deadline.kinds.end(), kind) != deadline.kinds.end();
}

class LawCheck {
 public:
  explicit LawCheck(const Checker& checker)
      : checker_(checker), organisation_(checker.organisation()) {}

  void Check() const {
    for (const Body& body : organisation_.bodies) {
      for (const Series& series : body.series) {
        CheckWhen(series.when, {&body});
        CheckChains(series, body);
      }
    }
    for (const Chain& chain : organisation_.chains) {
      for (const ChainStep& step : chain.steps) {
        CheckKnown(step.law, LawPointer(step));
      }
    }
    for (const Report& report : organisation_.reports) {
      for (const Hop& hop : report.route) {
        if (hop.by) CheckLimit(*hop.by, hop, report, hop.pointer + "/by/law");
        if (hop.not_before)
          CheckLimit(*hop.not_before, hop, report, hop.pointer + "/not-before/law");
      }
    }
    for (const Dialogue& dialogue : organisation_.dialogues) {
      CheckWhen(dialogue.when, Select(organisation_, dialogue.bodies));
    }
  }

 private:
  const Deadline* CheckKnown(const std::string& law, const std::string& pointer) const {
    const Deadline* deadline = organisation_.FindDeadline(law);
    if (deadline != nullptr || law.empty()) return deadline;
    std::vector<std::string_view> known;
    for (const Deadline& one : organisation_.deadlines) known.push_back(one.id);
    checker_.Tell(pointer,
                  {"Lagregeln " + Quoted(law) + " finns inte i deadlines.json.",
                   "The rule of law " + Quoted(law) + " is not in deadlines.json."},
                  DidYouMean(law, known));
    return nullptr;
  }

  std::string LawPointer(const ChainStep& step) const {
    const std::string own = step.pointer + "/law";
    return checker_.Has(own) ? own : step.pointer + "/latest/law";
  }

  static Text KindsBound(const Deadline& deadline) {
    Text kinds;
    for (const BodyKind kind : deadline.kinds)
      kinds = kinds.empty() ? KindInWords(kind) : kinds + Text(", ") + KindInWords(kind);
    return kinds;
  }

  // A chain says law to every body whose meetings it hangs on.
  void CheckChains(const Series& series, const Body& body) const {
    CheckChain(series.chain, series.pointer + "/chain", body);
    for (std::size_t i = 0; i < series.variants.size(); ++i) {
      const std::string pointer = series.pointer + "/variants/" + std::to_string(i) + "/chain";
      CheckChain(series.variants[i].form.chain.value_or(""), pointer, body);
    }
  }

  // Told where the chain was chosen; where the template chose it, where the law was written.
  void CheckChain(const std::string& id, const std::string& chosen, const Body& body) const {
    const Chain* chain = organisation_.FindChain(id);
    if (chain == nullptr) return;
    for (const ChainStep& step : chain->steps) {
      const Deadline* deadline = organisation_.FindDeadline(step.law);
      if (deadline == nullptr || Binds(*deadline, body.kind)) continue;
      const Text kinds = KindsBound(*deadline);
      checker_.Tell(checker_.FromTemplate(chosen) ? LawPointer(step) : chosen,
                    {"Kedjan " + Quoted(id) + " nämner " + step.law + ", som inte gäller för " +
                         Quoted(body.id) + ", som är " + KindInWords(body.kind).sv + ".",
                     "The chain " + Quoted(id) + " names " + step.law + ", which does not bind " +
                         Quoted(body.id) + ", a " + KindInWords(body.kind).en + "."},
                    {"Regeln gäller " + kinds.sv + ". Ge organet en egen kedja.",
                     "The rule binds: " + kinds.en + ". Give the body a chain of its own."});
      return;  // one word of the chain is enough to see that it is another's
    }
  }

  void CheckBinds(const Deadline& deadline, const std::vector<const Body*>& bodies,
                  const std::string& pointer) const {
    for (const Body* body : bodies) {
      if (Binds(deadline, body->kind)) continue;
      const Text kinds = KindsBound(deadline);
      checker_.Tell(pointer,
                    {deadline.id + " gäller inte för " + Quoted(body->id) + ", som är " +
                         KindInWords(body->kind).sv + ".",
                     deadline.id + " does not bind " + Quoted(body->id) + ", a " +
                         KindInWords(body->kind).en + "."},
                    {"Regeln gäller " + kinds.sv + ". Skriv en egen dag i stället.",
                     "The rule binds: " + kinds.en + ". Write a day of your own instead."});
      return;
    }
  }

  void CheckWhen(const std::vector<When>& parts, const std::vector<const Body*>& bodies) const {
    for (const When& when : parts) {
      const auto* law = std::get_if<LawDay>(&when.rule);
      if (law == nullptr) continue;
      const std::string pointer = when.pointer + "/law";
      const Deadline* deadline = CheckKnown(law->law, pointer);
      if (deadline == nullptr) continue;
      if (!deadline->day) {
        checker_.Tell(pointer, {deadline->id + " är ingen dag på året.",
                                deadline->id + " is no day of the year."});
      }
      CheckBinds(*deadline, bodies, pointer);
    }
  }

  void CheckLimit(const Limit& limit, const Hop& hop, const Report& report,
                  const std::string& pointer) const {
    const auto* law = std::get_if<LawDay>(&limit.day);
    if (law == nullptr) return;
    const Deadline* deadline = CheckKnown(law->law, pointer);
    if (deadline == nullptr) return;
    if (deadline->after_election && report.period != Report::Period::kTerm) {
      checker_.Tell(
          pointer,
          {deadline->id + " räknas från valet, men rapporten gäller inte mandatperioden.",
           deadline->id + " counts from the election, but the report is not the term's."},
          {"Skriv \"period\": \"term\" i rapporten.", "Write \"period\": \"term\" in the report."});
    } else if (!deadline->day && !deadline->months) {
      checker_.Tell(
          pointer,
          {deadline->id + " räknar dagar från ett möte och kan inte vara en sista dag här.",
           deadline->id + " counts days from a meeting and cannot be a last day here."});
    } else if (deadline->months && !deadline->after_election && report.before_period) {
      checker_.Tell(
          pointer,
          {deadline->id + " räknas efter periodens slut, men rapporten ska bli klar före den.",
           deadline->id + " counts after the period's end, but the report is due before it."});
    }
    if (hop.party.empty()) CheckBinds(*deadline, Select(organisation_, hop.bodies), pointer);
  }

  const Checker& checker_;
  const Organisation& organisation_;
};

}  // namespace

void CheckLaws(const Checker& checker) { LawCheck(checker).Check(); }

}  // namespace rytm
