// What the template offers and this organisation has no use for.
//
// A template speaks of all committees, of a social services committee, of a budget in June. What an
// organisation does not have goes quietly; what its own file says and nothing answers to is a
// mistake, and told by the checks.
#include <algorithm>
#include <set>

#include "organisation/check.h"

namespace rytm {
namespace {

class Dropper {
 public:
  Dropper(const Origins& origins, Organisation& organisation)
      : origins_(origins), organisation_(organisation) {}

  void Drop() {
    for (ExternalCalendar& external : organisation_.calendars.external) {
      const auto index = &external - organisation_.calendars.external.data();
      const std::string pointer = "/calendars/external/" + std::to_string(index);
      KeepBodies(external.shares_members_with, pointer + "/shares-members-with");
      KeepPlace(external.place, pointer + "/place");
    }
    DropReports();
    DropDialogues();
    for (Body& body : organisation_.bodies) DropFromBody(body);
    for (Chain& chain : organisation_.chains) DropSteps(chain);
  }

 private:
  bool FromTemplate(const std::string& pointer) const { return origins_.FromTemplate(pointer); }

  bool HasSeries(const SeriesRef& ref) const {
    const Body* body = organisation_.FindBody(ref.body);
    return body != nullptr && body->FindSeries(ref.series) != nullptr;
  }

  void KeepBodies(std::vector<std::string>& ids, const std::string& pointer) const {
    if (!FromTemplate(pointer)) return;
    std::erase_if(ids, [&](const std::string& id) { return !organisation_.FindBody(id); });
  }

  void KeepPlace(std::string& place, const std::string& pointer) const {
    if (FromTemplate(pointer) && !organisation_.FindPlace(place)) place.clear();
  }

  // Whether the template's words are all there was, and they mean nobody.
  bool MeansNobody(BodySelector& selector, const std::string& pointer) const {
    if (!FromTemplate(pointer + "/body") && !FromTemplate(pointer + "/bodies")) return false;
    std::erase_if(selector.bodies,
                  [&](const std::string& id) { return !organisation_.FindBody(id); });
    return Select(organisation_, selector).empty();
  }

  // A day the law sets for none of the hop's bodies.
  void KeepLimit(std::optional<Limit>& limit, const Hop& hop, const std::string& pointer) const {
    const LawDay* law = limit ? std::get_if<LawDay>(&limit->day) : nullptr;
    if (law == nullptr || !FromTemplate(pointer)) return;
    const Deadline* deadline = organisation_.FindDeadline(law->law);
    const std::vector<const Body*> bodies = Select(organisation_, hop.bodies);
    if (deadline == nullptr || bodies.empty()) return;
    const bool binds_any = std::any_of(bodies.begin(), bodies.end(), [&](const Body* body) {
      return std::find(deadline->kinds.begin(), deadline->kinds.end(), body->kind) !=
             deadline->kinds.end();
    });
    if (!binds_any) limit.reset();
  }

  void DropReports() {
    std::erase_if(organisation_.reports, [&](Report& report) {
      const bool had_bodies = HasBodies(report);
      std::erase_if(report.route, [&](Hop& hop) {
        return hop.party.empty() && MeansNobody(hop.bodies, hop.pointer);
      });
      for (Hop& hop : report.route) {
        KeepLimit(hop.by, hop, hop.pointer + "/by");
        KeepLimit(hop.not_before, hop, hop.pointer + "/not-before");
      }
      return FromTemplate(report.pointer) && had_bodies && !HasBodies(report);
    });
    for (Report& report : organisation_.reports) {
      if (FromTemplate(report.pointer + "/after") && !organisation_.FindReport(report.after)) {
        report.after.clear();
      }
    }
  }

  static bool HasBodies(const Report& report) {
    return std::any_of(report.route.begin(), report.route.end(),
                       [](const Hop& hop) { return hop.party.empty(); });
  }

  void DropDialogues() {
    std::erase_if(organisation_.dialogues, [&](Dialogue& dialogue) {
      if (MeansNobody(dialogue.bodies, dialogue.pointer)) return FromTemplate(dialogue.pointer);
      KeepPlace(dialogue.place, dialogue.pointer + "/place");
      const bool had_rule = !dialogue.when.empty();
      std::erase_if(dialogue.when, [&](const When& when) { return HangsOnNothing(when); });
      return had_rule && dialogue.when.empty();
    });
  }

  bool HangsOnNothing(const When& when) const {
    if (!FromTemplate(when.pointer)) return false;
    if (const auto* offset = std::get_if<Offset>(&when.rule)) return !HasSeries(offset->from);
    const auto* meetings = std::get_if<OnMeetings>(&when.rule);
    if (meetings == nullptr) return false;
    if (meetings->from && !HasSeries(*meetings->from)) return true;
    return meetings->which == OnMeetings::Which::kDecides &&
           !organisation_.FindReport(meetings->decides);
  }

  void DropFromBody(Body& body) const {
    if (FromTemplate(body.pointer + "/of") && !organisation_.FindBody(body.of)) body.of.clear();
    KeepBodies(body.succeeds, body.pointer + "/succeeds");
    KeepBodies(body.shares_members_with, body.pointer + "/shares-members-with");
    for (Series& series : body.series) {
      KeepBodies(series.with, series.pointer + "/with");
      KeepPlace(series.place, series.pointer + "/place");
      if (FromTemplate(series.pointer + "/avoid")) {
        std::erase_if(series.avoid, [&](const SeriesRef& ref) { return !HasSeries(ref); });
      }
      if (FromTemplate(series.pointer + "/variants")) {
        std::erase_if(series.variants, [&](const Variant& variant) {
          return variant.when == Variant::Case::kDecides &&
                 !organisation_.FindReport(variant.decides);
        });
      }
      if (!body.listed && FromTemplate(series.pointer + "/for"))
        series.levels.Remove(Level::kPublic);
    }
  }

  // Whether the reports the step waits for are all the template's, and none is there.
  bool WaitsForNothing(ChainStep& step) const {
    if (step.reports.empty() || !FromTemplate(step.pointer + "/reports")) return false;
    std::erase_if(step.reports,
                  [&](const std::string& id) { return !organisation_.FindReport(id); });
    return step.reports.empty();
  }

  // Steps that are meetings of a body not there or wait for a report not there, and those that
  // count from them.
  void DropSteps(Chain& chain) const {
    std::set<std::string> gone;
    std::erase_if(chain.steps, [&](ChainStep& step) {
      const bool drop = WaitsForNothing(step);
      if (drop) gone.insert(step.id);
      return drop;
    });
    std::size_t dropped = 1;
    while (dropped > 0) {
      dropped = std::erase_if(chain.steps, [&](const ChainStep& step) {
        const bool drop = FromTemplate(step.pointer) &&
                          (gone.contains(step.from) ||
                           (!step.meeting_of.empty() && !organisation_.FindBody(step.meeting_of)));
        if (drop) gone.insert(step.id);
        return drop;
      });
    }
    for (ChainStep& step : chain.steps) KeepPlace(step.place, step.pointer + "/place");
  }

  const Origins& origins_;
  Organisation& organisation_;
};

}  // namespace

void DropUnused(const Origins& origins, Organisation& organisation) {
  Dropper(origins, organisation).Drop();
}

}  // namespace rytm
