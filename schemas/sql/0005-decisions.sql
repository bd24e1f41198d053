-- What people decide beside the plan: decisions on a body's dates, and findings they accept.

-- A log: a later row takes an earlier one's place.
CREATE TABLE adoption (
  number      INTEGER PRIMARY KEY AUTOINCREMENT,
  revision    INTEGER NOT NULL REFERENCES revision (id),
  body        TEXT NOT NULL,
  first_day   TEXT NOT NULL,
  last_day    TEXT NOT NULL,
  kind        TEXT NOT NULL CHECK (kind IN ('proposed', 'adopted', 'amended', 'corrected', 'withdrawn')),
  decided_by  TEXT NOT NULL,          -- a body or a function, never a name
  decided_on  TEXT,
  paragraph   TEXT NOT NULL,
  case_number TEXT NOT NULL,
  replaces    INTEGER REFERENCES adoption (number),
  author      TEXT NOT NULL,          -- person id; empty: the command line
  made        TEXT NOT NULL           -- ISO 8601, UTC
) STRICT;

-- The decisions in force when an edition was published.
CREATE TABLE edition_adoption (
  edition_body   TEXT NOT NULL,
  edition_number INTEGER NOT NULL,
  adoption       INTEGER NOT NULL REFERENCES adoption (number),
  PRIMARY KEY (edition_body, edition_number, adoption),
  FOREIGN KEY (edition_body, edition_number) REFERENCES edition (body, number)
) STRICT, WITHOUT ROWID;

ALTER TABLE edition ADD COLUMN author TEXT NOT NULL DEFAULT '';  -- person id; empty: the command line
ALTER TABLE edition ADD COLUMN returns_to INTEGER;               -- the number of the edition it says the same as

-- A log too: the latest row of a key is the one that counts.
CREATE TABLE acceptance (
  number      INTEGER PRIMARY KEY AUTOINCREMENT,
  revision    INTEGER NOT NULL REFERENCES revision (id),
  finding     TEXT NOT NULL,          -- its key
  facts       TEXT NOT NULL,          -- what it was about: other facts, and it is told again
  withdrawn   INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  reason      TEXT NOT NULL,
  author      TEXT NOT NULL,
  author_role TEXT NOT NULL,
  made        TEXT NOT NULL
) STRICT;
CREATE INDEX acceptance_of_finding ON acceptance (finding);

CREATE TRIGGER adoption_is_immutable BEFORE UPDATE ON adoption
BEGIN SELECT RAISE(ABORT, 'the log of decisions is only added to'); END;
CREATE TRIGGER adoption_stays BEFORE DELETE ON adoption
BEGIN SELECT RAISE(ABORT, 'the log of decisions is only added to'); END;
CREATE TRIGGER adoption_is_not_replaced BEFORE INSERT ON adoption
WHEN EXISTS (SELECT 1 FROM adoption WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'the log of decisions is only added to'); END;
CREATE TRIGGER edition_adoption_is_immutable BEFORE UPDATE ON edition_adoption
BEGIN SELECT RAISE(ABORT, 'editions are immutable'); END;
CREATE TRIGGER edition_adoption_stays BEFORE DELETE ON edition_adoption
BEGIN SELECT RAISE(ABORT, 'editions are immutable'); END;
CREATE TRIGGER acceptance_is_immutable BEFORE UPDATE ON acceptance
BEGIN SELECT RAISE(ABORT, 'the log of accepted findings is only added to'); END;
CREATE TRIGGER acceptance_stays BEFORE DELETE ON acceptance
BEGIN SELECT RAISE(ABORT, 'the log of accepted findings is only added to'); END;
CREATE TRIGGER acceptance_is_not_replaced BEFORE INSERT ON acceptance
WHEN EXISTS (SELECT 1 FROM acceptance WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'the log of accepted findings is only added to'); END;
