#include "organisation/check.h"

namespace rytm {
namespace {

class Pointing {
 public:
  Pointing(const Origins& origins, const std::string& template_file)
      : origins_(origins), template_file_(template_file) {}

  template <class Things>
  void EachOf(Things& things) const {
    for (auto& thing : things) Into(thing.pointer);
  }
  void Into(std::string& pointer) const {
    const Origin origin = origins_.Of(pointer);
    pointer = origin.from_template ? template_file_ + "#" + origin.pointer : origin.pointer;
  }

 private:
  const Origins& origins_;
  const std::string& template_file_;
};

}  // namespace

void PointIntoFiles(const Origins& origins, const std::string& template_file,
                    Organisation& organisation) {
  const Pointing point(origins, template_file);
  point.EachOf(organisation.calendars.school_breaks);
  point.EachOf(organisation.calendars.recesses);
  point.EachOf(organisation.bodies);
  for (Body& body : organisation.bodies) {
    point.EachOf(body.series);
    for (Series& series : body.series) {
      point.EachOf(series.when);
      point.EachOf(series.exceptions);
    }
  }
  for (Chain& chain : organisation.chains) point.EachOf(chain.steps);
  point.EachOf(organisation.reports);
  for (Report& report : organisation.reports) point.EachOf(report.route);
  point.EachOf(organisation.dialogues);
  for (Dialogue& dialogue : organisation.dialogues) point.EachOf(dialogue.when);
}

void CheckOrganisation(const Origins&, Organisation&, std::vector<Problem>&) {}

}  // namespace rytm
