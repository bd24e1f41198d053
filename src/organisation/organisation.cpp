#include "organisation/organisation.h"

#include <algorithm>
#include <string_view>

#include "organisation/rule_words.h"

namespace rytm {
namespace {

template <class Things>
auto FindById(const Things& things, std::string_view id) -> const typename Things::value_type* {
  const auto found =
      std::find_if(things.begin(), things.end(), [&](const auto& thing) { return thing.id == id; });
  return found == things.end() ? nullptr : &*found;
}

template <class Value>
bool Contains(const std::vector<Value>& values, const Value& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

}  // namespace

Text KindInWords(BodyKind kind) {
  switch (kind) {
    case BodyKind::kCouncil:
      return {"fullmäktige", "council"};
    case BodyKind::kExecutiveBoard:
      return {"styrelse", "executive board"};
    case BodyKind::kCommittee:
      return {"nämnd", "committee"};
    case BodyKind::kSubcommittee:
      return {"utskott", "subcommittee"};
    case BodyKind::kPresidium:
      return {"presidium", "presidium"};
    case BodyKind::kPreparatoryGroup:
      return {"beredningsgrupp", "preparatory group"};
    case BodyKind::kCompanyBoard:
      return {"bolagsstyrelse", "company board"};
    case BodyKind::kPartyGroup:
      return {"partigrupp", "party group"};
  }
  return {};
}

const Series* Body::FindSeries(std::string_view series_id) const {
  return FindById(series, series_id);
}

const ChainStep* Chain::FindStep(std::string_view step_id) const {
  return FindById(steps, step_id);
}

MeetingForm Series::form() const {
  return {.name = name, .at = at, .lasts = lasts, .days = days, .place = place, .chain = chain};
}

const Body* Organisation::FindBody(std::string_view body_id) const {
  return FindById(bodies, body_id);
}

const Place* Organisation::FindPlace(std::string_view place_id) const {
  return FindById(places, place_id);
}

Text Organisation::NameOfPlace(std::string_view place_id) const {
  const Place* place = FindPlace(place_id);
  return place == nullptr ? Text(std::string(place_id)) : place->name;
}

const Chain* Organisation::FindChain(std::string_view chain_id) const {
  return FindById(chains, chain_id);
}

const Report* Organisation::FindReport(std::string_view report_id) const {
  return FindById(reports, report_id);
}

const Deadline* Organisation::FindDeadline(std::string_view deadline_id) const {
  return FindById(deadlines, deadline_id);
}

std::vector<const Body*> Select(const Organisation& organisation, const BodySelector& selector) {
  std::vector<const Body*> selected;
  for (const Body& body : organisation.bodies) {
    if (Contains(selector.bodies, body.id) || Contains(selector.kinds, body.kind)) {
      selected.push_back(&body);
    }
  }
  return selected;
}

}  // namespace rytm
