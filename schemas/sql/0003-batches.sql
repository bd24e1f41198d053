-- Identity and what people change: slots, the log of adjustments, and the batches they are saved in.

-- One saved change. Its revision is of the kind 'rules': what is planned changed.
CREATE TABLE batch (
  number       INTEGER PRIMARY KEY AUTOINCREMENT,
  revision     INTEGER NOT NULL REFERENCES revision (id),
  made         TEXT NOT NULL,              -- ISO 8601, UTC
  author       TEXT NOT NULL,              -- person id; empty: the command line
  author_role  TEXT NOT NULL,
  what_sv      TEXT NOT NULL,
  what_en      TEXT NOT NULL,
  rules_before INTEGER,                    -- the rules' revision it replaced; null: it changed none
  undoes       INTEGER REFERENCES batch (number)
) STRICT;

-- Every slot there has ever been; an id is never given twice.
CREATE TABLE slot (
  id            TEXT PRIMARY KEY,
  body          TEXT NOT NULL,
  series        TEXT NOT NULL,
  nominal       TEXT NOT NULL,
  base          TEXT NOT NULL,
  extra         INTEGER NOT NULL,
  dropped       INTEGER NOT NULL,
  late          TEXT,
  exceptions    TEXT NOT NULL,             -- days, space between
  day           TEXT NOT NULL,
  name_sv       TEXT NOT NULL,
  name_en       TEXT NOT NULL,
  at_minutes    INTEGER NOT NULL,          -- since midnight
  lasts_minutes INTEGER NOT NULL,
  days          INTEGER NOT NULL,
  place         TEXT NOT NULL,
  chain         TEXT NOT NULL,
  frozen_from   TEXT
) STRICT, WITHOUT ROWID;

CREATE TRIGGER slot_stays BEFORE DELETE ON slot
BEGIN SELECT RAISE(ABORT, 'slots are kept for ever'); END;

-- What a slot was before a batch, for its undoing; `born`: nothing, the batch made it.
CREATE TABLE slot_before (
  batch         INTEGER NOT NULL REFERENCES batch (number),
  id            TEXT NOT NULL,
  born          INTEGER NOT NULL,
  body          TEXT NOT NULL,
  series        TEXT NOT NULL,
  nominal       TEXT NOT NULL,
  base          TEXT NOT NULL,
  extra         INTEGER NOT NULL,
  dropped       INTEGER NOT NULL,
  late          TEXT,
  exceptions    TEXT NOT NULL,
  day           TEXT NOT NULL,
  name_sv       TEXT NOT NULL,
  name_en       TEXT NOT NULL,
  at_minutes    INTEGER NOT NULL,
  lasts_minutes INTEGER NOT NULL,
  days          INTEGER NOT NULL,
  place         TEXT NOT NULL,
  chain         TEXT NOT NULL,
  frozen_from   TEXT,
  PRIMARY KEY (batch, id)
) STRICT, WITHOUT ROWID;

-- The log. What an adjustment sets is one JSON object, so that a new thing to set needs no column.
CREATE TABLE adjustment (
  number           INTEGER PRIMARY KEY AUTOINCREMENT,
  batch            INTEGER NOT NULL REFERENCES batch (number),
  slot             TEXT NOT NULL,
  step             TEXT NOT NULL,
  sets             TEXT NOT NULL CHECK (json_valid(sets)),
  reason_kind      TEXT NOT NULL,
  reason_sv        TEXT NOT NULL,
  reason_en        TEXT NOT NULL,
  public_reason_sv TEXT NOT NULL,
  public_reason_en TEXT NOT NULL,
  rule_day         TEXT NOT NULL
) STRICT;

CREATE INDEX adjustment_of_slot ON adjustment (slot);
CREATE TRIGGER adjustment_is_immutable BEFORE UPDATE ON adjustment
BEGIN SELECT RAISE(ABORT, 'the log of adjustments is only added to'); END;
CREATE TRIGGER adjustment_stays BEFORE DELETE ON adjustment
BEGIN SELECT RAISE(ABORT, 'the log of adjustments is only added to'); END;
CREATE TRIGGER batch_is_immutable BEFORE UPDATE ON batch
BEGIN SELECT RAISE(ABORT, 'the log of batches is only added to'); END;
CREATE TRIGGER batch_stays BEFORE DELETE ON batch
BEGIN SELECT RAISE(ABORT, 'the log of batches is only added to'); END;
