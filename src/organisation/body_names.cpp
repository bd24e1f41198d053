#include "organisation/body_names.h"

#include "base/fold.h"
#include "base/nearest_word.h"

namespace rytm {
namespace {

constexpr std::size_t kNameBytesMax = 200;

// "Kommunstyrelsens sammanträden 2027" is about the body all the same.
constexpr std::string_view kMeetingWords[] = {"sammantraden",
                                              "sammantrade",
                                              "sammantradesdagar",
                                              "sammantradesdatum",
                                              "sammantradestider",
                                              "motesdagar",
                                              "motestider",
                                              "moten",
                                              "mote",
                                              "meetings",
                                              "meeting"};

}  // namespace

BodyNames::BodyNames(const Organisation& organisation) {
  for (const Body& body : organisation.bodies) {
    for (const std::string_view name :
         {std::string_view(body.name.sv), std::string_view(body.name.en),
          std::string_view(body.short_name), std::string_view(body.id)}) {
      const std::string key = FoldedLetters(name);
      if (key.empty()) continue;
      const auto [known, is_new] = by_key_.emplace(key, &body);
      if (!is_new && known->second != &body) known->second = nullptr;
    }
    if (!body.name.sv.empty()) names_.emplace_back(body.name.sv);
    names_.emplace_back(body.short_name.empty() ? body.id : body.short_name);
  }
}

const Body* BodyNames::FindKey(const std::string& key) const {
  const auto find = [&](const std::string& wanted) {
    const auto found = by_key_.find(wanted);
    return found == by_key_.end() ? nullptr : found->second;
  };
  if (const Body* body = find(key)) return body;
  if (const Body* body = find(key + "s")) return body;
  return key.ends_with('s') ? find(key.substr(0, key.size() - 1)) : nullptr;
}

const Body* BodyNames::Find(std::string_view text) const {
  if (text.size() > kNameBytesMax) return nullptr;
  const std::string key = FoldedLetters(text);
  if (key.empty()) return nullptr;
  if (const Body* body = FindKey(key)) return body;
  for (const std::string_view word : kMeetingWords) {
    if (!key.ends_with(word)) continue;
    if (const Body* body = FindKey(key.substr(0, key.size() - word.size()))) return body;
  }
  const std::size_t open = text.find('(');
  if (open == std::string_view::npos) return nullptr;
  if (const Body* body = Find(text.substr(0, open))) return body;
  const std::size_t close = text.find(')', open);
  return close == std::string_view::npos ? nullptr : Find(text.substr(open + 1, close - open - 1));
}

Text BodyNames::DidYouMeanBody(std::string_view text) const { return DidYouMean(text, names_); }

}  // namespace rytm
