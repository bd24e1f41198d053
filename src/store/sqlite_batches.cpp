#include <limits>

#include "base/json.h"
#include "plan/adjustment_json.h"
#include "store/slot_rows.h"
#include "store/sqlite_stores.h"

namespace rytm {
namespace {

constexpr const char* kStanding =
    "batch.number NOT IN (SELECT undoes FROM batch WHERE undoes IS NOT NULL)";

class SqliteBatches final : public BatchStore {
 public:
  SqliteBatches(Connection& connection, Store& rules)
      : connection_(connection), database_(connection.sqlite), rules_(rules) {}

  Result<std::vector<Slot>> Slots() override {
    return Guarded(connection_, [&]() -> Result<std::vector<Slot>> {
      SQLite::Statement rows(database_, "SELECT " + SlotColumns() + " FROM slot ORDER BY id");
      std::vector<Slot> slots;
      while (rows.executeStep()) {
        Row row(rows);
        slots.push_back(ReadSlot(row));
      }
      return slots;
    });
  }

  Result<std::vector<Adjustment>> Adjustments() override {
    return Guarded(connection_, [&]() -> Result<std::vector<Adjustment>> {
      SQLite::Statement rows(database_, SelectAdjustments() + "WHERE " + kStanding + InOrder());
      return ReadAll(rows);
    });
  }

  Result<std::int64_t> NextAdjustment() override {
    return Guarded(connection_, [&]() -> Result<std::int64_t> {
      SQLite::Statement row(database_,
                            "SELECT 1 + (SELECT seq FROM sqlite_sequence WHERE name = "
                            "'adjustment')");
      row.executeStep();
      return row.getColumn(0).isNull() ? 1 : row.getColumn(0).getInt64();
    });
  }

  Result<std::vector<Adjustment>> AdjustmentsOf(const std::string& slot) override {
    return Guarded(connection_, [&]() -> Result<std::vector<Adjustment>> {
      SQLite::Statement rows(database_, SelectAdjustments() + "WHERE slot = ?" + InOrder());
      rows.bind(1, slot);
      return ReadAll(rows);
    });
  }

  Result<std::vector<Adjustment>> AdjustmentsIn(std::int64_t batch) override {
    return Guarded(connection_, [&]() -> Result<std::vector<Adjustment>> {
      SQLite::Statement rows(database_, SelectAdjustments() + "WHERE batch = ?" + InOrder());
      rows.bind(1, batch);
      return ReadAll(rows);
    });
  }

  Result<std::vector<Batch>> Batches(std::optional<std::int64_t> before,
                                     std::size_t count) override {
    return Guarded(connection_, [&]() -> Result<std::vector<Batch>> {
      SQLite::Statement rows(
          database_,
          "SELECT number, revision, made, author, author_role, what_sv, what_en, undoes, (SELECT "
          "number FROM batch AS later WHERE later.undoes = batch.number) FROM batch WHERE number < "
          "? ORDER BY number DESC LIMIT ?");
      rows.bind(1, before.value_or(std::numeric_limits<std::int64_t>::max()));
      rows.bind(2, static_cast<std::int64_t>(count));
      std::vector<Batch> batches;
      while (rows.executeStep()) batches.push_back(ReadBatch(rows));
      return batches;
    });
  }

  Result<Batch> Save(const Batch& batch, const Change& change, Revision seen) override {
    return Guarded(connection_, [&]() -> Result<Batch> {
      Transaction transaction(connection_);
      if (NewestRevision(connection_) != seen) return ChangedMeanwhile();
      std::optional<Revision> rules_before;
      Batch saved = batch;
      if (change.rules) {
        rules_before = RulesInForce();
        const Result<Revision> revision = rules_.SaveRules(*change.rules);
        if (!revision.ok()) return revision.error();
        saved.revision = revision.value();
      } else {
        saved.revision = NewRevision(connection_, batch.made, "rules");
      }
      Insert(saved, rules_before);
      for (const Slot& slot : change.slots) {
        RememberBefore(saved.number, slot);
        PutSlot(slot);
      }
      for (const Adjustment& adjustment : change.adjustments)
        InsertAdjustment(saved.number, adjustment);
      transaction.Commit();
      return saved;
    });
  }

  Result<Batch> Undo(std::int64_t number, const Batch& by, Revision seen) override {
    return Guarded(connection_, [&]() -> Result<Batch> {
      Transaction transaction(connection_);
      if (NewestRevision(connection_) != seen) return ChangedMeanwhile();
      SQLite::Statement latest(database_, std::string("SELECT number, rules_before FROM batch ") +
                                              "WHERE undoes IS NULL AND " + kStanding +
                                              " ORDER BY number DESC LIMIT 1");
      const bool any = latest.executeStep();
      if (!any || latest.getColumn(0).getInt64() != number) return NotTheLatest(number);
      std::optional<Revision> rules_before;
      Batch saved = by;
      saved.undoes = number;
      saved.revision = NewRevision(connection_, by.made, "rules");
      if (!latest.getColumn(1).isNull()) {
        rules_before = RulesInForce();
        CopyRules(latest.getColumn(1).getInt64(), saved.revision);
      }
      Insert(saved, rules_before);
      TakeBackSlots(number);
      transaction.Commit();
      return saved;
    });
  }

 private:
  static std::string SelectAdjustments() {
    return "SELECT " + AdjustmentColumns() +
           " FROM adjustment JOIN batch ON batch.number = adjustment.batch ";
  }
  static std::string InOrder() { return " ORDER BY adjustment.number"; }

  static std::vector<Adjustment> ReadAll(SQLite::Statement& rows) {
    std::vector<Adjustment> adjustments;
    while (rows.executeStep()) {
      Row row(rows);
      adjustments.push_back(ReadAdjustment(row));
    }
    return adjustments;
  }

  static Batch ReadBatch(SQLite::Statement& rows) {
    Batch batch{.number = rows.getColumn(0).getInt64(),
                .revision = rows.getColumn(1).getInt64(),
                .made = Stored(ParseInstant(rows.getColumn(2).getString())),
                .author = rows.getColumn(3).getString(),
                .author_role = rows.getColumn(4).getString(),
                .what = {rows.getColumn(5).getString(), rows.getColumn(6).getString()}};
    if (!rows.getColumn(7).isNull()) batch.undoes = rows.getColumn(7).getInt64();
    if (!rows.getColumn(8).isNull()) batch.undone_by = rows.getColumn(8).getInt64();
    return batch;
  }

  Error NotTheLatest(std::int64_t number) {
    SQLite::Statement found(database_, "SELECT 1 FROM batch WHERE number = ?");
    found.bind(1, number);
    if (!found.executeStep())
      return Refuse(ErrorCode::kNotFound, Text("Det finns ingen ändring med det numret.",
                                               "There is no change with that number."));
    return Refuse(ErrorCode::kConflict,
                  Text("Bara den senaste ändringen går att ångra. Ångra de senare först.",
                       "Only the latest change can be undone. Undo the later ones first."));
  }

  Revision RulesInForce() {
    return database_.execAndGet("SELECT coalesce(max(revision), 0) FROM rules_text").getInt64();
  }

  void CopyRules(Revision from, Revision to) {
    SQLite::Statement copy(database_,
                           "INSERT INTO rules_text (revision, position, kind, name, text) SELECT "
                           "?, position, kind, name, text FROM rules_text WHERE revision = ?");
    copy.bind(1, to);
    copy.bind(2, from);
    copy.exec();
  }

  void Insert(Batch& batch, std::optional<Revision> rules_before) {
    SQLite::Statement insert(database_,
                             "INSERT INTO batch (revision, made, author, author_role, what_sv, "
                             "what_en, rules_before, undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, batch.revision);
    insert.bind(2, FormatInstant(batch.made));
    insert.bind(3, batch.author);
    insert.bind(4, batch.author_role);
    insert.bind(5, batch.what.sv);
    insert.bind(6, batch.what.en);
    if (rules_before) insert.bind(7, *rules_before);
    if (batch.undoes) insert.bind(8, *batch.undoes);
    insert.exec();
    batch.number = database_.getLastInsertRowid();
  }

  void RememberBefore(std::int64_t batch, const Slot& slot) {
    SQLite::Statement before(database_, "INSERT INTO slot_before (batch, born, " + SlotColumns() +
                                            ") SELECT ?, 0, " + SlotColumns() +
                                            " FROM slot WHERE id = ?");
    before.bind(1, batch);
    before.bind(2, slot.id);
    if (before.exec() > 0) return;
    SQLite::Statement born(database_, "INSERT INTO slot_before (batch, born, " + SlotColumns() +
                                          ") VALUES (?, 1, " + SlotMarks() + ")");
    born.bind(1, batch);
    Binder row(born, 1);
    BindSlot(row, slot);
    born.exec();
  }

  void PutSlot(const Slot& slot) {
    SQLite::Statement put(database_, "INSERT OR REPLACE INTO slot (" + SlotColumns() +
                                         ") VALUES (" + SlotMarks() + ")");
    Binder row(put);
    BindSlot(row, slot);
    put.exec();
  }

  void InsertAdjustment(std::int64_t batch, const Adjustment& adjustment) {
    SQLite::Statement insert(
        database_,
        "INSERT INTO adjustment (batch, slot, step, sets, reason_kind, reason_sv, reason_en, "
        "public_reason_sv, public_reason_en, rule_day) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, batch);
    Binder row(insert, 1);
    row.Put(adjustment.slot);
    row.Put(adjustment.step);
    row.Put(WriteJsonCompact(WriteSets(adjustment)));
    row.Put(adjustment.reason_kind);
    row.Put(adjustment.reason);
    row.Put(adjustment.public_reason);
    row.Put(adjustment.rule_day);
    insert.exec();
  }

  void TakeBackSlots(std::int64_t batch) {
    SQLite::Statement back(database_, "INSERT OR REPLACE INTO slot (" + SlotColumns() +
                                          ") SELECT " + SlotColumns() +
                                          " FROM slot_before WHERE batch = ? AND born = 0");
    back.bind(1, batch);
    back.exec();
    SQLite::Statement drop(database_,
                           "UPDATE slot SET dropped = 1 WHERE id IN (SELECT id FROM slot_before "
                           "WHERE batch = ? AND born = 1)");
    drop.bind(1, batch);
    drop.exec();
  }

  Connection& connection_;
  SQLite::Database& database_;  // of the connection
  Store& rules_;
};

}  // namespace

std::unique_ptr<BatchStore> MakeBatches(Connection& connection, Store& rules) {
  return std::make_unique<SqliteBatches>(connection, rules);
}

}  // namespace rytm
