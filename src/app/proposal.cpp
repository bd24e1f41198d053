#include "app/proposal.h"

#include "base/json_reader.h"
#include "base/limits.h"
#include "plan/adjustment_json.h"

namespace rytm {
namespace {

class ProposalReader {
 public:
  explicit ProposalReader(const Plan& plan) : plan_(plan) {}

  Result<Proposal> Read(const Json& json) {
    const JsonReader reader(json, "", problems_);
    if (reader.ExpectObject()) {
      for (const JsonReader& change : reader.ReadArray("changes", {1, kListItemsMax}))
        if (change.ExpectObject()) ReadChange(change);
      reader.OnlyKeys({"changes"});
    }
    if (problems_.empty()) return std::move(proposal_);
    if (missing_ == problems_.size())
      return Refuse(
          ErrorCode::kNotFound,
          Text("Det finns inget sådant möte eller samtal.", "There is no such meeting or talk."),
          std::move(problems_));
    return Refuse(ErrorCode::kBadInput,
                  Text("Ändringen går inte att läsa.", "The change cannot be read."),
                  std::move(problems_));
  }

 private:
  void ReadChange(const JsonReader& change) {
    Adjustment sets;
    if (const auto set = change.OptionalObject("set")) ReadSets(*set, sets);
    sets.step = change.OptionalString("step").value_or("");
    sets.reason_kind = change.OptionalString("reason-kind").value_or("");
    sets.reason = change.OptionalText("reason").value_or(Text());
    sets.public_reason = change.OptionalText("public-reason").value_or(Text());
    change.OnlyKeys({"slots", "series", "from", "until", "add", "step", "set", "reason-kind",
                     "reason", "public-reason"});
    if (change.Has("series")) return ReadSeries(change, sets);
    NotWith(change, "slots", {"from", "until", "add"});
    for (const JsonReader& slot : change.ReadArray("slots", {1, kListItemsMax})) {
      const std::optional<std::string> text = slot.AsString();
      if (!text) continue;
      sets.slot = SlotNamed(slot, *text);
      proposal_.adjustments.push_back(sets);
      proposal_.at.push_back({change.pointer(), slot.pointer(), *text});
    }
  }

  // What says nothing of this kind of change is refused, or it would be lost without a word.
  static void NotWith(const JsonReader& change, const std::string& kind,
                      std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys)
      if (change.Has(key))
        change.AddAt(key, Text("\"" + std::string(key) + "\" går inte ihop med \"" + kind + "\".",
                               "\"" + std::string(key) + "\" does not go with \"" + kind + "\"."));
  }

  void ReadSeries(const JsonReader& change, const Adjustment& sets) {
    const std::string named = change.ReadString("series");
    const SeriesRef series = SeriesNamed(*change.Find("series"), named);
    const AskedAt at{change.pointer(), change.PointerTo("series"), named};
    NotWith(change, "series", {"slots"});
    if (change.Has("add")) {
      NotWith(change, "add", {"from", "until", "step"});
      proposal_.extras.push_back({series, change.ReadDay("add"), sets, at});
      return;
    }
    const Day from = change.ReadDay("from");
    proposal_.series.push_back({series, from, change.OptionalDay("until"), sets, at});
    if (sets.day)
      change.AddAt("set",
                   Text("Alla möten kan inte flyttas till samma dag.",
                        "All meetings cannot be moved to one day."),
                   Text("Flytta dem var för sig, eller ändra regeln.",
                        "Move them one by one, or change the rule."));
  }

  static SeriesRef SeriesNamed(const JsonReader& place, const std::string& text) {
    const std::size_t slash = text.find('/');
    if (slash != std::string::npos && slash > 0 && slash + 1 < text.size())
      return {text.substr(0, slash), text.substr(slash + 1)};
    place.Add(
        Text("\"" + text + "\" pekar inte ut några möten.", "\"" + text + "\" names no meetings."),
        Text("Skriv organ/serie, till exempel ks/meeting.",
             "Write body/series, such as ks/meeting."));
    return {};
  }

  std::string SlotNamed(const JsonReader& place, const std::string& text) {
    const std::size_t at = text.find('@');
    if (at == std::string::npos) return text;
    const SeriesRef series = SeriesNamed(place, text.substr(0, at));
    const std::optional<Day> day = ParseDay(text.substr(at + 1));
    for (const Slot& slot : plan_.slots) {
      if (slot.series != series || slot.dropped) continue;
      const Item* item = plan_.Find(slot.id);
      if (day && item != nullptr && item->day == *day) return slot.id;
    }
    if (series.body.empty()) return {};
    ++missing_;
    place.Add(Text("Det finns inget möte " + text + ".", "There is no meeting " + text + "."),
              Text("Ange dagen så som mötet står i planen, till exempel ks/meeting@2027-05-19.",
                   "Name the day as the meeting stands in the plan, such as "
                   "ks/meeting@2027-05-19."));
    return {};
  }

  const Plan& plan_;
  Proposal proposal_;
  std::vector<Problem> problems_;
  std::size_t missing_ = 0;  // of them: of meetings that are not there
};

}  // namespace

Result<Proposal> ReadProposal(const Json& json, const Plan& plan) {
  return ProposalReader(plan).Read(json);
}

}  // namespace rytm
