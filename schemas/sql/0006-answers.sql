-- Answers to writes with an Idempotency-Key, for a day: who asks again is told the same.
CREATE TABLE kept_answer (
  key          BLOB PRIMARY KEY,   -- a hash of who asked, for what, and the key
  request_hash BLOB NOT NULL,      -- of what was asked
  status       INTEGER NOT NULL,
  fields       TEXT NOT NULL,      -- header fields
  body         TEXT NOT NULL,
  made         TEXT NOT NULL       -- ISO 8601, UTC
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_answer_by_age ON kept_answer (made);
