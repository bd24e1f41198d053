#include "pages/what_if_listing.h"

#include <array>
#include <utility>

#include "base/text_json.h"
#include "base/words.h"
#include "organisation/rule_words.h"
#include "pages/plan_json.h"
#include "pages/plan_listing.h"

namespace rytm {
namespace {

struct ChangeWords {
  std::string_view word;
  Text words;
};

const ChangeWords& WordsFor(ItemChange::Kind kind) {
  static const ChangeWords words[] = {{"appears", {"Ny", "New"}},
                                      {"disappears", {"Borta", "Gone"}},
                                      {"moves", {"Flyttas", "Moves"}},
                                      {"cancelled", {"Ställs in", "Cancelled"}},
                                      {"revived", {"Återupptas", "Revived"}},
                                      {"changes", {"Ändras", "Changes"}}};
  return words[static_cast<std::size_t>(kind)];
}

std::string TimeInWords(const Item& item, Language language) {
  std::string time = ShortDayWithYear(item.day, language);
  if (item.at) time += " " + ClockSpan(*item.at, item.lasts, language);
  return time;
}

JsonObject TimeAsJson(const Item& item) {
  JsonObject time{{"day", FormatDay(item.day)}};
  if (item.at) {
    time["at"] = FormatTimeOfDay(*item.at);
    time["lasts"] = FormatLength(item.lasts);
  }
  return time;
}

JsonObject AsJson(const ItemChange& change) {
  const Item& item = change.item();
  JsonObject json{{"id", item.id},
                  {"change", WordsFor(change.kind).word},
                  {"kind", WordFor(kItemKindWords, item.kind)},
                  {"body", item.body},
                  {"origin", item.origin},
                  {"title", InBothLanguages(item.title)}};
  if (!item.parent.empty()) json["parent"] = item.parent;
  if (change.kind != ItemChange::Kind::kAppears) json["before"] = TimeAsJson(change.before);
  if (change.kind == ItemChange::Kind::kDisappears) return json;
  json["after"] = TimeAsJson(change.after);
  JsonArray why;
  for (const Reason& reason : change.after.why)
    why.push_back(InBothLanguages(
        {InWords(reason, Language::kSwedish), InWords(reason, Language::kEnglish)}));
  json["why"] = std::move(why);
  return json;
}

}  // namespace

std::string InWords(const ItemChange& change, const Organisation& organisation, Language language) {
  const Item& item = change.item();
  const Body* body = organisation.FindBody(item.body);
  std::string line = WordsFor(change.kind).words.In(language) + ": ";
  if (body != nullptr) line += body->name.In(language) + ", ";
  line += item.title.In(language) + ": ";
  if (change.kind == ItemChange::Kind::kMoves) line += TimeInWords(change.before, language) + " → ";
  line += TimeInWords(item, language);
  const bool tells = change.kind == ItemChange::Kind::kMoves && !item.why.empty();
  return tells ? line + " (" + InWords(item.why.back(), language) + ")" : line;
}

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, kLevelCount> kReaders{
    {{"allmänheten", "the public"},
     {"ledamöterna", "its members"},
     {"ledningen", "management"},
     {"tjänstepersonerna", "officials"},
     {"kansliet", "the secretariat"}}};

// "Berör Kommunstyrelsen: allmänheten, ledamöterna, …".
std::string ToldAsTable(const Organisation& organisation, const WhatIf& what_if,
                        Language language) {
  const bool swedish = language == Language::kSwedish;
  std::string table;
  for (const auto& [id, levels] : ToldOf(what_if)) {
    const Body* body = organisation.FindBody(id);
    table += (swedish ? "Berör " : "Concerns ") + (body == nullptr ? id : body->name.In(language));
    std::string_view separator = ": ";
    for (std::size_t level = 0; level < kReaders.size(); ++level) {
      if (!levels.Has(static_cast<Level>(level))) continue;
      table += separator;
      table += swedish ? kReaders[level].first : kReaders[level].second;
      separator = ", ";
    }
    table += "\n";
  }
  return table;
}

JsonArray ToldAsJson(const WhatIf& what_if) {
  JsonArray told;
  for (const auto& [body, levels] : ToldOf(what_if))
    told.push_back(JsonObject{{"body", body}, {"levels", LevelsAsJson(levels)}});
  return told;
}

}  // namespace

std::string WhatIfAsTable(const Organisation& organisation, const WhatIf& what_if,
                          Language language) {
  const bool swedish = language == Language::kSwedish;
  std::string table;
  for (const ItemChange& change : what_if.items)
    table += InWords(change, organisation, language) + "\n";
  if (what_if.items.empty()) table += swedish ? "Ingenting ändras.\n" : "Nothing changes.\n";
  for (const Item& notice : what_if.notices)
    table += (swedish ? "Ny dag för kallelse: " : "New day for the notice: ") +
             ShortDayWithYear(notice.day, language) + ", " + notice.title.In(language) + "\n";
  table += ToldAsTable(organisation, what_if, language);
  if (!what_if.appear.empty())
    table += (swedish ? "Nytt att se över:\n" : "New to look at:\n") +
             FindingsAsTable(what_if.appear, language);
  if (!what_if.disappear.empty())
    table += (swedish ? "Inte längre att se över:\n" : "No longer to look at:\n") +
             FindingsAsTable(what_if.disappear, language);
  return table;
}

JsonObject WhatIfJson(const WhatIf& what_if) {
  JsonArray items;
  for (const ItemChange& change : what_if.items) items.push_back(AsJson(change));
  JsonArray notices;
  for (const Item& notice : what_if.notices)
    notices.push_back(JsonObject{{"id", notice.id}, {"day", FormatDay(notice.day)}});
  const auto findings = [](const std::vector<Finding>& all) {
    JsonArray list;
    for (const Finding& finding : all)
      list.push_back(JsonObject{{"key", finding.key()},
                                {"check", finding.check},
                                {"day", FormatDay(finding.day)},
                                {"message", InBothLanguages(finding.message)}});
    return list;
  };
  return {{"items", std::move(items)},
          {"findings", JsonObject{{"appear", findings(what_if.appear)},
                                  {"disappear", findings(what_if.disappear)}}},
          {"bodies", JsonArray(what_if.bodies.begin(), what_if.bodies.end())},
          {"told", ToldAsJson(what_if)},
          {"notices", std::move(notices)}};
}

std::string WhatIfAsJson(const WhatIf& what_if) { return WriteJson(WhatIfJson(what_if)); }

}  // namespace rytm
