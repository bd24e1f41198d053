#include "app/decided_places.h"

#include "base/fold.h"
#include "base/limits.h"
#include "base/nearest_word.h"

namespace rytm {
namespace {

// "Stora salen, kommunhuset" → "stora-salen-kommunhuset".
std::string AsId(const std::string& name) {
  std::string id;
  for (const char c : Folded(name)) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter) id += c;
    if (!letter && !id.empty() && id.back() != '-') id += '-';
    if (id.size() == kIdBytesMax) break;
  }
  while (id.ends_with('-')) id.pop_back();
  return id.empty() ? "plats" : id;
}

}  // namespace

PlaceFound DecidedPlaces::Find(const Organisation& organisation, const std::string& name) {
  const std::string letters = FoldedLetters(name);
  std::vector<std::string_view> known;
  for (const Place& place : organisation.places) {
    if (place.id == name || FoldedLetters(place.name.sv) == letters ||
        FoldedLetters(place.name.en) == letters)
      return {place.id, {}};
    known.emplace_back(place.name.sv);
  }
  for (const auto& [id, added] : added_)
    if (FoldedLetters(added) == letters) return {id, {}};
  if (NearestWord(name, known)) return {{}, DidYouMean(name, known)};
  std::string id = AsId(name);
  const std::string stem = id.substr(0, kIdBytesMax - 3);
  for (int copy = 2; organisation.FindPlace(id) != nullptr || added_.contains(id); ++copy)
    id = stem + "-" + std::to_string(copy);
  added_.emplace(id, name);
  return {id, {}};
}

}  // namespace rytm
