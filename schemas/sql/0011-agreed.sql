-- What those who met in a dialogue agreed to take along to the next one. Nothing of who said what.
CREATE TABLE agreed (
  slot    TEXT PRIMARY KEY,  -- the dialogue's
  lines   TEXT NOT NULL,     -- a line feed between
  author  TEXT NOT NULL,     -- who wrote it down: an id; empty: nobody logged in
  written TEXT NOT NULL      -- ISO 8601, UTC
) STRICT, WITHOUT ROWID;
