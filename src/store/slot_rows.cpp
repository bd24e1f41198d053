#include "store/slot_rows.h"

#include "base/json_reader.h"
#include "plan/adjustment_json.h"

namespace rytm {
namespace {

std::string JoinDays(const std::vector<Day>& days) {
  std::vector<std::string> texts;
  texts.reserve(days.size());
  for (const Day day : days) texts.push_back(FormatDay(day));
  return JoinIds(texts);
}

std::vector<Day> SplitDays(const std::string& joined) {
  std::vector<Day> days;
  for (const std::string& text : SplitIds(joined)) days.push_back(Stored(ParseDay(text)));
  return days;
}

}  // namespace

const std::string& SlotColumns() {
  static const std::string columns =
      "id, body, series, nominal, base, extra, dropped, late, exceptions, day, name_sv, name_en, "
      "at_minutes, lasts_minutes, days, place, chain, frozen_from";
  return columns;
}

const std::string& SlotMarks() {
  static const std::string marks = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";
  return marks;
}

void BindSlot(Binder& row, const Slot& slot) {
  row.Put(slot.id);
  row.Put(slot.series.body);
  row.Put(slot.series.series);
  row.Put(slot.nominal);
  row.Put(slot.base);
  row.PutWord(slot.extra);
  row.PutWord(slot.dropped);
  row.Put(slot.late);
  row.Put(JoinDays(slot.exceptions));
  row.Put(slot.day);
  row.Put(slot.form.name.value_or(Text()));
  row.Put(slot.form.at.value_or(TimeOfDay{}));
  row.Put(slot.form.lasts.value_or(Minutes{}));
  row.Put(slot.form.days.value_or(1));
  row.Put(slot.form.place.value_or(""));
  row.Put(slot.form.chain.value_or(""));
  row.Put(slot.frozen_from);
}

Slot ReadSlot(Row& row) {
  Slot slot;
  slot.id = row.String();
  slot.series.body = row.String();
  slot.series.series = row.String();
  slot.nominal = row.DayValue();
  slot.base = row.String();
  slot.extra = row.Number() != 0;
  slot.dropped = row.Number() != 0;
  slot.late = row.DayOrNone();
  slot.exceptions = SplitDays(row.String());
  slot.day = row.DayValue();
  slot.form.name = row.TwoTexts();
  slot.form.at = TimeOfDay{row.Number()};
  slot.form.lasts = Minutes{row.Number()};
  slot.form.days = row.Number();
  slot.form.place = row.String();
  slot.form.chain = row.String();
  slot.frozen_from = row.DayOrNone();
  return slot;
}

const std::string& AdjustmentColumns() {
  static const std::string columns =
      "adjustment.number, slot, step, sets, reason_kind, reason_sv, reason_en, public_reason_sv, "
      "public_reason_en, rule_day, batch.author, batch.author_role, batch.made";
  return columns;
}

Adjustment ReadAdjustment(Row& row) {
  Adjustment adjustment;
  adjustment.number = row.Number();
  adjustment.slot = row.String();
  adjustment.step = row.String();
  std::vector<Problem> problems;
  const Result<Json> sets = ParseJson(row.String(), "adjustment");
  if (!sets.ok()) throw std::runtime_error("the store holds an adjustment that is no JSON");
  ReadSets(JsonReader(sets.value(), "adjustment", problems), adjustment);
  if (!problems.empty()) throw std::runtime_error("the store holds an adjustment of another form");
  adjustment.reason_kind = row.String();
  adjustment.reason = row.TwoTexts();
  adjustment.public_reason = row.TwoTexts();
  adjustment.rule_day = row.DayValue();
  adjustment.author = row.String();
  adjustment.author_role = row.String();
  adjustment.made = row.InstantValue();
  return adjustment;
}

}  // namespace rytm
