#include "plan/adjustment_json.h"

#include "base/text_json.h"
#include "organisation/rule_words.h"

namespace rytm {

JsonObject WriteSets(const Adjustment& adjustment) {
  JsonObject sets;
  if (adjustment.day) sets["day"] = FormatDay(*adjustment.day);
  if (adjustment.form.at) sets["at"] = FormatTimeOfDay(*adjustment.form.at);
  if (adjustment.form.lasts) sets["lasts"] = FormatLength(*adjustment.form.lasts);
  if (adjustment.form.place) sets["place"] = *adjustment.form.place;
  if (adjustment.form.name) sets["name"] = AsWritten(*adjustment.form.name);
  if (adjustment.link) sets["link"] = *adjustment.link;
  if (adjustment.mode) sets["mode"] = WordFor(kModeWords, *adjustment.mode);
  if (adjustment.open) sets["open"] = WordFor(kOpennessWords, *adjustment.open);
  if (adjustment.status) sets["status"] = WordFor(kMeetingStatusWords, *adjustment.status);
  if (adjustment.cancelled) sets["cancelled"] = *adjustment.cancelled;
  if (adjustment.released) sets["released"] = *adjustment.released;
  if (adjustment.pinned) sets["pinned"] = *adjustment.pinned;
  if (adjustment.note) sets["note"] = AsWritten(*adjustment.note);
  if (adjustment.as_ruled) sets["as-ruled"] = true;
  return sets;
}

void ReadSets(const JsonReader& reader, Adjustment& adjustment) {
  adjustment.day = reader.OptionalDay("day");
  adjustment.form.at = reader.OptionalTimeOfDay("at");
  adjustment.form.lasts = reader.OptionalLength("lasts");
  adjustment.form.place = reader.OptionalString("place");
  adjustment.form.name = reader.OptionalText("name");
  adjustment.link = reader.OptionalString("link");
  adjustment.mode = reader.OptionalWord("mode", kModeWords);
  adjustment.open = reader.OptionalWord("open", kOpennessWords);
  adjustment.status = reader.OptionalWord("status", kMeetingStatusWords);
  adjustment.cancelled = reader.OptionalBool("cancelled");
  adjustment.released = reader.OptionalBool("released");
  adjustment.pinned = reader.OptionalBool("pinned");
  adjustment.note = reader.OptionalText("note", Lines::kMany);
  adjustment.as_ruled = reader.OptionalBool("as-ruled").value_or(false);
  reader.OnlyKeys({"day", "at", "lasts", "place", "name", "link", "mode", "open", "status",
                   "cancelled", "released", "pinned", "note", "as-ruled"});
}

}  // namespace rytm
