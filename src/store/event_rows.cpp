#include "store/event_rows.h"

#include <array>

#include "store/columns.h"

namespace rytm {
namespace {

constexpr std::array kEventColumns{"uid",
                                   "kind",
                                   "body",
                                   "origin",
                                   "joint_with",
                                   "day",
                                   "at_minutes",
                                   "lasts_minutes",
                                   "title_sv",
                                   "title_en",
                                   "description_sv",
                                   "description_en",
                                   "public_description_sv",
                                   "public_description_en",
                                   "place_sv",
                                   "place_en",
                                   "place_access_sv",
                                   "place_access_en",
                                   "link",
                                   "open",
                                   "mode",
                                   "webcast",
                                   "reserve",
                                   "status",
                                   "first_day",
                                   "first_at_minutes",
                                   "public_reason_sv",
                                   "public_reason_en",
                                   "parent_uid",
                                   "levels",
                                   "sequence",
                                   "created",
                                   "modified_public",
                                   "modified_member",
                                   "modified_management",
                                   "modified_official",
                                   "modified_secretariat",
                                   "dropped_on"};

int BitsOf(Levels levels) {
  int bits = 0;
  for (int level = 0; level < kLevelCount; ++level)
    if (levels.Has(static_cast<Level>(level))) bits |= 1 << level;
  return bits;
}

Levels LevelsOf(int bits) {
  Levels levels;
  for (int level = 0; level < kLevelCount; ++level)
    if ((bits & (1 << level)) != 0) levels.Add(static_cast<Level>(level));
  return levels;
}

}  // namespace

const std::string& EventColumns() {
  static const std::string columns = [] {
    std::string all;
    for (const char* column : kEventColumns) all += (all.empty() ? "" : ", ") + std::string(column);
    return all;
  }();
  return columns;
}

const std::string& InsertEventSql() {
  static const std::string sql = [] {
    std::string marks = "?, ?";
    for (std::size_t i = 0; i < kEventColumns.size(); ++i) marks += ", ?";
    return "INSERT INTO event (" + EventColumns() + ", edition_body, edition_number) VALUES (" +
           marks + ")";
  }();
  return sql;
}

void BindEvent(SQLite::Statement& insert, const Edition& edition, const Event& event) {
  Binder row(insert);
  row.Put(event.uid);
  row.PutWord(event.kind);
  row.Put(event.body);
  row.Put(event.origin);
  row.Put(JoinIds(event.with));
  row.Put(event.day);
  row.Put(event.at);
  row.Put(event.lasts);
  row.Put(event.title);
  row.Put(event.description);
  row.Put(event.public_description);
  row.Put(event.place);
  row.Put(event.place_access);
  row.Put(event.link);
  row.PutWord(event.open);
  row.PutWord(event.mode);
  row.PutWord(event.webcast);
  row.PutWord(event.reserve);
  row.PutWord(event.status);
  row.Put(event.first_day);
  row.Put(event.first_at);
  row.Put(event.public_reason);
  row.Put(event.parent_uid);
  row.Put(BitsOf(event.levels));
  row.Put(event.sequence);
  row.Put(event.created);
  for (const Instant modified : event.modified) row.Put(modified);
  row.Put(event.dropped_on);
  row.Put(edition.body);
  row.Put(edition.number);
}

Event ReadEvent(SQLite::Statement& statement) {
  Row row(statement);
  Event event;
  event.uid = row.String();
  event.kind = row.Word<EventKind>();
  event.body = row.String();
  event.origin = row.String();
  event.with = SplitIds(row.String());
  event.day = row.DayValue();
  event.at = row.TimeOrNone();
  event.lasts = Minutes{row.Number()};
  event.title = row.TwoTexts();
  event.description = row.TwoTexts();
  event.public_description = row.TwoTexts();
  event.place = row.TwoTexts();
  event.place_access = row.TwoTexts();
  event.link = row.String();
  event.open = row.Word<Openness>();
  event.mode = row.Word<Mode>();
  event.webcast = row.Number() != 0;
  event.reserve = row.Number() != 0;
  event.status = row.Word<EventStatus>();
  event.first_day = row.DayOrNone();
  event.first_at = row.TimeOrNone();
  event.public_reason = row.TwoTexts();
  event.parent_uid = row.String();
  event.levels = LevelsOf(row.Number());
  event.sequence = row.Number();
  event.created = row.InstantValue();
  for (Instant& modified : event.modified) modified = row.InstantValue();
  event.dropped_on = row.DayOrNone();
  return event;
}

const std::string& InsertStepSql() {
  static const std::string sql =
      "INSERT INTO event_step (edition_body, edition_number, uid, position, name_sv, name_en, day, "
      "at_minutes, levels) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
  return sql;
}

void BindStep(SQLite::Statement& insert, const Edition& edition, const Event& event,
              std::size_t position) {
  const ChainDay& step = event.chain[position];
  Binder row(insert);
  row.Put(edition.body);
  row.Put(edition.number);
  row.Put(event.uid);
  row.Put(static_cast<int>(position));
  row.Put(step.name);
  row.Put(step.day);
  row.Put(step.at);
  row.Put(BitsOf(step.levels));
}

const std::string& SelectStepsSql() {
  static const std::string sql =
      "SELECT uid, name_sv, name_en, day, at_minutes, levels FROM event_step WHERE edition_body = "
      "? AND edition_number = ? "
      "ORDER BY uid, position";
  return sql;
}

ChainDay ReadStep(SQLite::Statement& statement) {
  Row row(statement, /*first=*/1);
  ChainDay step;
  step.name = row.TwoTexts();
  step.day = row.DayValue();
  step.at = row.TimeOrNone();
  step.levels = LevelsOf(row.Number());
  return step;
}

}  // namespace rytm
