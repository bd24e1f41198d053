#include "app/rule_file_edit.h"

#include <algorithm>
#include <cassert>
#include <optional>
#include <utility>

#include "app/rules.h"
#include "base/json_edit.h"

namespace rytm {
namespace {

// Where in a list of things with ids the one stands; nullopt: nowhere.
std::optional<std::size_t> IndexOf(const Json* list, std::string_view id) {
  if (list == nullptr) return std::nullopt;
  const JsonArray& things = list->as_array();
  const auto found = std::find_if(things.begin(), things.end(), [&](const Json& thing) {
    return thing.as_object().at("id").as_string() == id;
  });
  if (found == things.end()) return std::nullopt;
  return static_cast<std::size_t>(found - things.begin());
}

// A list that begins with all that another holds.
bool Begins(const Json& list, const Json& with) {
  if (!list.is_array() || !with.is_array()) return false;
  const JsonArray& all = list.get_array();
  const JsonArray& first = with.get_array();
  return all.size() >= first.size() && std::equal(first.begin(), first.end(), all.begin());
}

std::string Index(std::size_t index) { return "/" + std::to_string(index); }

}  // namespace

RuleFileEdit::RuleFileEdit(std::string name, std::string text)
    : name_(std::move(name)), text_(std::move(text)), merged_(MergedRules(name_, text_)) {}

const JsonObject& RuleFileEdit::Series(const SeriesRef& series) const {
  const Json& bodies = merged_.at("bodies");
  const Json& all = bodies.at(*IndexOf(&bodies, series.body)).at("series");
  return all.at(*IndexOf(&all, series.series)).as_object();
}

void RuleFileEdit::Set(const std::string& pointer, const Json& value) {
  std::optional<std::string> edited = SetJson(text_, pointer, value);
  assert(edited);  // only places that the text has are asked for
  if (edited) text_ = *std::move(edited);
}

void RuleFileEdit::SetSeries(const SeriesRef& series, std::string_view key, const Json& value) {
  const Json file = ParseJson(text_, name_).value();
  const Json& bodies = file.at("bodies");
  const std::size_t body = *IndexOf(&bodies, series.body);
  const std::string place = "/bodies" + Index(body) + "/series";
  const Json* all = bodies.at(body).as_object().if_contains("series");
  if (const std::optional<std::size_t> index = IndexOf(all, series.series)) {
    const std::string pointer = place + Index(*index) + "/" + std::string(key);
    const Json* old = all->at(*index).as_object().if_contains(key);
    if (old == nullptr || !Begins(value, *old)) return Set(pointer, value);
    for (std::size_t i = old->get_array().size(); i < value.get_array().size(); ++i)
      Set(pointer + "/-", value.get_array()[i]);
    return;
  }
  const JsonObject fresh{{"id", series.series}, {key, value}};
  if (all != nullptr) return Set(place + "/-", fresh);
  Set(place, JsonArray{fresh});
}

void RuleFileEdit::AddPlace(const std::string& id, const std::string& name) {
  const JsonObject place{{"id", id}, {"name", name}};
  const bool has_places = ParseJson(text_, name_).value().as_object().contains("places");
  if (has_places) return Set("/places/-", place);
  Set("/places", JsonArray{place});
}

void RuleFileEdit::SetWindowUntil(Day day) { Set("/window/until", Json(FormatDay(day))); }

}  // namespace rytm
