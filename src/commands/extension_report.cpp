#include "commands/extension_report.h"

#include <algorithm>
#include <cmath>

#include "base/words.h"
#include "commands/import_report.h"
#include "commands/plan_report.h"
#include "pages/plan_listing.h"
#include "pages/what_if_listing.h"

namespace rytm {
namespace {

constexpr std::size_t kDayWidth = 21;  // "tors 30 april 2027", and room

class Table {
 public:
  Table(const Extension& extension, Language language)
      : extension_(extension), language_(language) {}

  std::string Write() {
    text_ = In({"Planen förlängs till ", "The plan is extended to "}) +
            FormatDay(extension_.added.last) + ".\n";
    for (const ExtendedSeries& series : extension_.series) AddSeries(series);
    AddWhatElse();
    return std::move(text_);
  }

 private:
  std::string In(const Text& text) const { return text.In(language_); }

  std::string DayOrNone(const std::optional<Day>& day) const {
    return day ? ShortDayWithYear(*day, language_) : "–";
  }

  void AddSeries(const ExtendedSeries& series) {
    text_ += "\n" + In(series.body) + ", " + In(series.name) + "\n";
    for (const YearPair& pair : series.pairs) {
      text_ += "  " + Padded(DayOrNone(pair.before), kDayWidth) + DayOrNone(pair.after) + "\n";
    }
    if (series.decided > 0) AddDecided(series);
  }

  void AddDecided(const ExtendedSeries& series) {
    const bool has_next = std::any_of(series.pairs.begin(), series.pairs.end(),
                                      [](const YearPair& pair) { return pair.after.has_value(); });
    if (extension_.as_rules && series.offer) {
      text_ += "  " + In({"Ny regel: ", "New rule: "}) + In(series.offer->words) + "\n";
      return;
    }
    text_ += "  " +
             In(has_next ? Text("Årets dagar är bestämda; nästa års ges av regeln efter dem.",
                                "This year's days were decided; the rule after them gives "
                                "the next year's.")
                         : Text("Årets dagar är bestämda, och ingen regel ger nästa års.",
                                "This year's days were decided, and no rule gives the next "
                                "year's.")) +
             "\n";
    if (!series.offer) {
      text_ += "  " +
               In({"Ingen regel passar dem: läs in nästa års plan med rytm import --plan.",
                   "No rule fits them: read in next year's plan with rytm import --plan."}) +
               "\n";
      return;
    }
    const double share = 100 * ShareByRule(series.offer->changes.size(), series.decided);
    text_ += "  " + In({"En regel passar årets dagar: ", "A rule fits this year's days: "}) +
             In(series.offer->words) + " (" + std::to_string(std::lround(share)) + " %). " +
             In({"Ta den med --rules.", "Take it with --rules."}) + "\n";
  }

  // What is planned already and becomes otherwise, and what to look at; the new year stands above.
  void AddWhatElse() {
    const WhatIf& what_if = extension_.report.what_if;
    std::vector<ItemChange> changes = what_if.items;
    const std::size_t fresh = std::erase_if(changes, [](const ItemChange& change) {
      return change.kind == ItemChange::Kind::kAppears;
    });
    text_ +=
        "\n" + In({"Nya poster: ", "New items: "}) + std::to_string(fresh) + ". " +
        In(changes.empty() ? Text("Det som redan är planerat står som det stod.",
                                  "What is planned already stays as it was.")
                           : Text("I det som redan är planerat:", "In what is planned already:")) +
        "\n";
    for (const ItemChange& change : changes)
      text_ += InWords(change, extension_.report.organisation, language_) + "\n";
    if (what_if.appear.empty()) return;
    text_ += In({"Nytt att se över:\n", "New to look at:\n"}) +
             FindingsAsTable(what_if.appear, language_);
  }

  const Extension& extension_;
  Language language_;
  std::string text_;
};

JsonObject AsJson(const YearPair& pair) {
  JsonObject json;
  if (pair.before) json["before"] = FormatDay(*pair.before);
  if (pair.after) json["after"] = FormatDay(*pair.after);
  return json;
}

}  // namespace

std::string ExtensionAsTable(const Extension& extension, Language language) {
  return Table(extension, language).Write();
}

JsonObject ExtensionAsJson(const Extension& extension) {
  JsonArray all;
  for (const ExtendedSeries& series : extension.series) {
    JsonArray pairs;
    for (const YearPair& pair : series.pairs) pairs.push_back(AsJson(pair));
    JsonObject one{{"series", series.series.body + "/" + series.series.series},
                   {"days", std::move(pairs)},
                   {"decided", series.decided}};
    if (series.offer) one["offer"] = RuleOfferAsJson(*series.offer);
    all.push_back(std::move(one));
  }
  return {{"from", FormatDay(extension.added.first)},
          {"until", FormatDay(extension.added.last)},
          {"as-rules", extension.as_rules},
          {"series", std::move(all)},
          {"import", ImportAsJson(extension.report)}};
}

}  // namespace rytm
