-- Whom the year concerns. All other tables know a person by the id alone: erasing somebody empties
-- one row.
CREATE TABLE person (
  id       TEXT PRIMARY KEY,
  name     TEXT NOT NULL,
  address  TEXT UNIQUE,               -- of e-mail, in lower case; null: none
  language TEXT NOT NULL CHECK (language IN ('sv', 'en')),
  hidden   INTEGER NOT NULL CHECK (hidden IN (0, 1)),  -- protected identity
  created  TEXT NOT NULL,             -- ISO 8601, UTC
  erased   TEXT                       -- then name and address are empty
) STRICT, WITHOUT ROWID;

CREATE TABLE assignment (
  person      TEXT NOT NULL REFERENCES person (id),
  body        TEXT NOT NULL,
  post        TEXT NOT NULL CHECK (post IN ('chair', 'vice-chair', 'member', 'substitute',
                'staff-representative', 'secretary', 'director', 'case-officer', 'auditor',
                'group-leader', 'union-representative')),
  party       TEXT NOT NULL,
  party_order INTEGER NOT NULL CHECK (party_order >= 0),
  unit        TEXT NOT NULL,
  function    TEXT NOT NULL,
  first_day   TEXT NOT NULL,
  last_day    TEXT,                   -- null: for the time being
  PRIMARY KEY (person, body, post, first_day)
) STRICT, WITHOUT ROWID;

-- Counts what changes in the tables of people, so that who keeps them in memory knows when to look
-- again.
CREATE TABLE people_revision (
  one    INTEGER PRIMARY KEY CHECK (one = 1),
  number INTEGER NOT NULL
) STRICT;
INSERT INTO people_revision VALUES (1, 1);
