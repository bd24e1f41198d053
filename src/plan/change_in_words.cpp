#include "plan/change_in_words.h"

#include <algorithm>
#include <set>

#include "base/words.h"
#include "plan/phrases.h"

namespace rytm {
namespace {

constexpr std::size_t kNamedMax = 3;  // bodies named in one line

Text OfTime(const Adjustment& asked) {
  if (!asked.form.at) return {};
  return {"fick tiden kl. " + ClockTime(*asked.form.at, Language::kSwedish),
          "now starts at " + ClockTime(*asked.form.at, Language::kEnglish)};
}

Text OfLength(const Adjustment& asked) {
  if (!asked.form.lasts) return {};
  return {"fick längden " + LengthInWords(*asked.form.lasts, Language::kSwedish),
          "now lasts " + LengthInWords(*asked.form.lasts, Language::kEnglish)};
}

Text OfPlace(const Organisation& organisation, const Adjustment& asked) {
  if (!asked.form.place) return {};
  if (asked.form.place->empty()) return {"fick platsen borttagen", "lost its place"};
  return Text("fick platsen ", "now meets in ") + organisation.NameOfPlace(*asked.form.place);
}

Text OfLink(const Adjustment& asked) {
  if (!asked.link) return {};
  return asked.link->empty() ? Text("fick möteslänken borttagen", "lost its link")
                             : Text("fick en möteslänk", "got a link");
}

Text OfBeingHeld(const Adjustment& asked) {
  if (asked.cancelled)
    return *asked.cancelled ? Text("ställdes in", "was cancelled")
                            : Text("blir av igen", "is held again");
  if (asked.released)
    return *asked.released ? Text("släpptes", "was released")
                           : Text("reserverades", "was reserved");
  return {};
}

Text OfRules(const Adjustment& asked) {
  if (asked.as_ruled) return {"följer reglerna igen", "follows the rules again"};
  if (asked.pinned)
    return *asked.pinned ? Text("ligger fast", "stays fixed")
                         : Text("ligger inte längre fast", "is no longer fixed");
  return {};
}

// What was done to it, as what follows its name; the same of one meeting and of several.
Text Deeds(const Organisation& organisation, const Adjustment& asked) {
  std::vector<Text> deeds{
      asked.day ? Text("flyttades till ", "moved to ") + DayWithYear(*asked.day) : Text(),
      OfTime(asked),
      OfLength(asked),
      OfPlace(organisation, asked),
      OfLink(asked),
      asked.mode ? Text("fick ändrad mötesform", "got another form of meeting") : Text(),
      asked.open ? Text("fick ändrad öppenhet", "got another openness") : Text(),
      asked.status ? Text("fick ändrad status", "got another status") : Text(),
      asked.form.name ? Text("fick namnet ", "is now called ") + *asked.form.name : Text(),
      OfBeingHeld(asked),
      OfRules(asked),
      asked.note ? Text("fick en anteckning", "got a note") : Text()};
  std::erase_if(deeds, [](const Text& deed) { return deed.empty(); });
  return deeds.empty() ? Text("ändrades", "changed") : InOneBreath(deeds);
}

class Telling {
 public:
  Telling(const Organisation& organisation, const Plan& before, const WhatIf& what_if)
      : organisation_(organisation), before_(before), what_if_(what_if) {}

  Text One(const Adjustment& asked) const {
    const Item* item = Find(asked.slot);
    const Body* body = organisation_.FindBody(BodyOf(asked));
    if (item == nullptr || body == nullptr) return Text(asked.slot + " ") + Deed(asked);
    const bool talk = item->kind == ItemKind::kDialogue;
    const Text name = talk ? item->title + Text(" för ", " for ") + NameOfMeeting(*body, item->day)
                           : NameOfMeeting(*body, item->day);
    if (asked.step.empty()) return name + Text(" ") + Deed(asked);
    const Item* step = Find(asked.slot + "." + asked.step);
    return name + Text(": ") + (step == nullptr ? Text(asked.step) : step->title) + Text(" ") +
           Deed(asked);
  }

  Text Several(const std::vector<Adjustment>& asked) const {
    std::vector<Text> names;
    std::set<std::string> bodies;
    for (const Adjustment& one : asked) {
      const Body* body = organisation_.FindBody(BodyOf(one));
      if (body != nullptr && bodies.insert(body->id).second) names.push_back(body->name);
    }
    if (names.size() > kNamedMax) {
      const std::string others = std::to_string(names.size() - kNamedMax + 1);
      names.resize(kNamedMax - 1);
      names.emplace_back(others + " organ till", others + " more bodies");
    }
    const std::string count = std::to_string(asked.size());
    const Text first = Deed(asked.front());
    const bool alike = std::all_of(asked.begin(), asked.end(), [&](const Adjustment& one) {
      return one.step == asked.front().step && Deed(one) == first;
    });
    const bool meetings = std::all_of(asked.begin(), asked.end(), [&](const Adjustment& one) {
      const Item* item = Find(one.slot);
      return one.step.empty() && item != nullptr && item->kind == ItemKind::kMeeting;
    });
    return InOneBreath(names) + Text(": " + count, ": " + count) +
           (meetings ? Text(" möten ", " meetings ") : Text(" datum ", " dates ")) +
           (alike ? first : Text("ändrades", "changed"));
  }

  // What nobody asked for, and what came with it.
  std::size_t Followed(const std::vector<Adjustment>& asked) const {
    std::set<std::string> ids;
    for (const Adjustment& one : asked)
      ids.insert(one.step.empty() ? one.slot : one.slot + "." + one.step);
    return static_cast<std::size_t>(
        std::count_if(what_if_.items.begin(), what_if_.items.end(),
                      [&](const ItemChange& change) { return !ids.contains(change.item().id); }));
  }

 private:
  const Item* Find(const std::string& id) const {
    if (const Item* item = before_.Find(id)) return item;
    const auto came = std::find_if(what_if_.items.begin(), what_if_.items.end(),
                                   [&](const ItemChange& one) { return one.item().id == id; });
    return came == what_if_.items.end() ? nullptr : &came->item();
  }

  std::string BodyOf(const Adjustment& asked) const {
    const Item* item = Find(asked.slot);
    return item == nullptr ? "" : item->body;
  }

  Text Deed(const Adjustment& asked) const {
    const bool born = before_.FindSlot(asked.slot) == nullptr;
    return born ? Text("lades till", "was added") : Deeds(organisation_, asked);
  }

  const Organisation& organisation_;
  const Plan& before_;
  const WhatIf& what_if_;
};

}  // namespace

Text ChangeInWords(const Organisation& organisation, const Plan& before,
                   const std::vector<Adjustment>& asked, const WhatIf& what_if) {
  const Telling telling(organisation, before, what_if);
  const Text told = asked.size() == 1 ? telling.One(asked.front()) : telling.Several(asked);
  const std::size_t followed = telling.Followed(asked);
  if (followed == 0) return told + Text(".");
  const std::string count = std::to_string(followed);
  return told + (followed == 1 ? Text("; ett datum till ändrades.", "; one more date changed.")
                               : Text("; " + count + " datum till ändrades.",
                                      "; " + count + " more dates changed."));
}

}  // namespace rytm
