#include "organisation/check.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"

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

 private:
  void Into(std::string& pointer) const {
    const Origin origin = origins_.Of(pointer);
    pointer = origin.from_template ? template_file_ + "#" + origin.pointer : origin.pointer;
  }

  const Origins& origins_;
  const std::string& template_file_;
};

}  // namespace

bool Checker::Has(const std::string& pointer) const {
  boost::system::error_code error;
  return merged_.json.find_pointer(pointer, error) != nullptr;
}

std::string Checker::Find(const std::string& pointer, std::string_view key,
                          std::string_view word) const {
  std::string place = pointer + "/" + std::string(key);
  boost::system::error_code error;
  const Json* value = merged_.json.find_pointer(place, error);
  const JsonArray* list = value == nullptr ? nullptr : value->if_array();
  if (list == nullptr) return place;
  for (std::size_t i = 0; i < list->size(); ++i) {
    const auto* text = (*list)[i].if_string();
    if (text != nullptr && std::string_view(*text) == word) {
      return place + "/" + std::to_string(i);
    }
  }
  return place;
}

void Checker::Tell(std::string pointer, Text what, Text instead) const {
  if (problems_->size() >= kProblemsMax) return;
  problems_->push_back({"", std::move(pointer), std::move(what), std::move(instead)});
}

bool Checker::HasTold(const std::string& pointer) const {
  return std::any_of(problems_->begin(), problems_->end(), [&](const Problem& problem) {
    return problem.pointer == pointer || problem.pointer.starts_with(pointer + "/");
  });
}

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

}  // namespace rytm
