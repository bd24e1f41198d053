-- What people choose and say: which mails they want, that they cannot come; and what secretaries
-- note about meetings beside the plan.

-- In place of what the organisation has as usual, which are the rows 'elected' and 'officials'.
CREATE TABLE mail_choice (
  whose   TEXT PRIMARY KEY,           -- a person, or one of the two
  choices TEXT NOT NULL               -- JSON, as the API has it
) STRICT, WITHOUT ROWID;

CREATE TABLE papers_out (
  uid    TEXT PRIMARY KEY,            -- of the meeting
  said   TEXT NOT NULL,               -- ISO 8601, UTC, like all times here
  author TEXT NOT NULL                -- who said so
) STRICT, WITHOUT ROWID;

-- Who cannot come, until the minutes are approved. Never a reason, never counted.
CREATE TABLE absence (
  uid    TEXT NOT NULL,
  person TEXT NOT NULL,
  said   TEXT NOT NULL,
  PRIMARY KEY (uid, person)
) STRICT, WITHOUT ROWID;

-- Substitutes who are to come.
CREATE TABLE called (
  uid    TEXT NOT NULL,
  person TEXT NOT NULL,
  said   TEXT NOT NULL,
  author TEXT NOT NULL,
  PRIMARY KEY (uid, person)
) STRICT, WITHOUT ROWID;

-- Links in mails: who has one gets in, to what it is for, until it expires.
CREATE TABLE way_in (
  hash    BLOB PRIMARY KEY,           -- of the token
  person  TEXT NOT NULL,
  kind    TEXT NOT NULL CHECK (kind IN ('event', 'choices', 'everything')),
  uid     TEXT NOT NULL,              -- of the event; empty where it is for none
  expires TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX way_in_by_person ON way_in (person);

-- The meetings that stand in people's own calendars because we invited them.
CREATE TABLE invitation (
  uid       TEXT NOT NULL,
  person    TEXT NOT NULL,
  day       TEXT NOT NULL,            -- of the meeting, as they were told
  sequence  INTEGER NOT NULL,         -- that they were told
  cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
  said      BLOB NOT NULL,            -- a hash of what they were told
  reply_tag TEXT NOT NULL,            -- of the address that answers come to, the same for life
  PRIMARY KEY (uid, person)
) STRICT, WITHOUT ROWID;

-- Editions whose readers have not been told yet what changed.
CREATE TABLE untold_edition (
  body   TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (body, number),
  FOREIGN KEY (body, number) REFERENCES edition (body, number)
) STRICT, WITHOUT ROWID;

-- Nothing that somebody chose or said outlasts their erasure.
CREATE TRIGGER person_erased_chooses_nothing AFTER UPDATE OF erased ON person
WHEN NEW.erased IS NOT NULL
BEGIN
  DELETE FROM mail_choice WHERE whose = NEW.id;
  DELETE FROM absence WHERE person = NEW.id;
  DELETE FROM called WHERE person = NEW.id;
  DELETE FROM way_in WHERE person = NEW.id;
  DELETE FROM invitation WHERE person = NEW.id;
END;
