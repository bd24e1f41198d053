#include "pages/difference_listing.h"

#include <array>
#include <string_view>

#include "base/text_json.h"

namespace rytm {
namespace {

constexpr std::array<std::string_view, 7> kKindWords{"new",     "moved",     "cancelled", "revived",
                                                     "changed", "confirmed", "gone"};
constexpr std::array<std::string_view, 3> kStatusWords{"confirmed", "tentative", "cancelled"};

}  // namespace

JsonObject EventTimeAsJson(const Event& event) {
  JsonObject json{{"day", FormatDay(event.day)},
                  {"status", kStatusWords.at(static_cast<std::size_t>(event.status))}};
  if (event.at) {
    json["at"] = FormatTimeOfDay(*event.at);
    json["lasts"] = FormatLength(event.lasts);
  }
  return json;
}

JsonArray DifferencesAsJson(const std::vector<Difference>& differences, const Text& body_name,
                            const ById* by_id) {
  JsonArray array;
  for (const Difference& difference : differences) {
    JsonObject json{
        {"kind", kKindWords.at(static_cast<std::size_t>(difference.kind))},
        {"uid", difference.uid},
        {"words", InBothLanguages({InWords(difference, body_name, Language::kSwedish),
                                   InWords(difference, body_name, Language::kEnglish)})}};
    if (difference.before) json["before"] = EventTimeAsJson(*difference.before);
    if (difference.after) json["after"] = EventTimeAsJson(*difference.after);
    if (const Text* reason = by_id == nullptr ? nullptr : ReasonBehind(difference, *by_id))
      json["reason"] = AsWritten(*reason);
    array.push_back(std::move(json));
  }
  return array;
}

const Text* ReasonBehind(const Difference& difference, const ById& by_id) {
  const Event& event = difference.latest();
  const Item* item = event.public_reason.empty() ? by_id.FindItem(event.id()) : nullptr;
  return item == nullptr || item->reason.empty() ? nullptr : &item->reason;
}

}  // namespace rytm
