-- The first form of the store: rules in force, editions, feeds as they are served.

-- Every commit that changes what is planned or published takes the next revision.
CREATE TABLE revision (
  id   INTEGER PRIMARY KEY AUTOINCREMENT,
  made TEXT NOT NULL,              -- ISO 8601, UTC
  what TEXT NOT NULL CHECK (what IN ('rules', 'publication'))
) STRICT;

-- A rule file with every text it leaned on when it was imported.
CREATE TABLE rules_text (
  revision INTEGER NOT NULL REFERENCES revision (id),
  position INTEGER NOT NULL,
  kind     TEXT NOT NULL CHECK (kind IN ('organisation', 'template', 'guide', 'deadlines')),
  name     TEXT NOT NULL,
  text     TEXT NOT NULL,
  PRIMARY KEY (revision, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE edition (
  body         TEXT NOT NULL,
  number       INTEGER NOT NULL CHECK (number >= 1),
  revision     INTEGER NOT NULL REFERENCES revision (id),
  organisation TEXT NOT NULL,
  body_name_sv TEXT NOT NULL,
  body_name_en TEXT NOT NULL,
  published    TEXT NOT NULL,
  until        TEXT NOT NULL,
  note_sv      TEXT NOT NULL,
  note_en      TEXT NOT NULL,
  PRIMARY KEY (body, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  edition_body          TEXT NOT NULL,
  edition_number        INTEGER NOT NULL,
  uid                   TEXT NOT NULL,
  kind                  INTEGER NOT NULL,
  body                  TEXT NOT NULL,
  origin                TEXT NOT NULL,
  joint_with            TEXT NOT NULL,     -- body ids, space between
  day                   TEXT NOT NULL,
  at_minutes            INTEGER,           -- since midnight; null: the whole day
  lasts_minutes         INTEGER NOT NULL,
  title_sv              TEXT NOT NULL,
  title_en              TEXT NOT NULL,
  description_sv        TEXT NOT NULL,
  description_en        TEXT NOT NULL,
  public_description_sv TEXT NOT NULL,
  public_description_en TEXT NOT NULL,
  place_sv              TEXT NOT NULL,
  place_en              TEXT NOT NULL,
  place_access_sv       TEXT NOT NULL,
  place_access_en       TEXT NOT NULL,
  link                  TEXT NOT NULL,
  open                  INTEGER NOT NULL,
  mode                  INTEGER NOT NULL,
  webcast               INTEGER NOT NULL,
  reserve               INTEGER NOT NULL,
  status                INTEGER NOT NULL,
  first_day             TEXT,
  first_at_minutes      INTEGER,
  public_reason_sv      TEXT NOT NULL,
  public_reason_en      TEXT NOT NULL,
  parent_uid            TEXT NOT NULL,
  levels                INTEGER NOT NULL,  -- a bit each: public, member, management, official, secretariat
  sequence              INTEGER NOT NULL CHECK (sequence >= 0),
  created               TEXT NOT NULL,
  modified_public       TEXT NOT NULL,
  modified_member       TEXT NOT NULL,
  modified_management   TEXT NOT NULL,
  modified_official     TEXT NOT NULL,
  modified_secretariat  TEXT NOT NULL,
  dropped_on            TEXT,
  PRIMARY KEY (edition_body, edition_number, uid),
  FOREIGN KEY (edition_body, edition_number) REFERENCES edition (body, number)
) STRICT, WITHOUT ROWID;

-- The steps before and after a meeting, as its description tells them to those who may know.
CREATE TABLE event_step (
  edition_body   TEXT NOT NULL,
  edition_number INTEGER NOT NULL,
  uid            TEXT NOT NULL,
  position       INTEGER NOT NULL,
  name_sv        TEXT NOT NULL,
  name_en        TEXT NOT NULL,
  day            TEXT NOT NULL,
  at_minutes     INTEGER,
  levels         INTEGER NOT NULL,
  PRIMARY KEY (edition_body, edition_number, uid, position),
  FOREIGN KEY (edition_body, edition_number, uid) REFERENCES event (edition_body, edition_number, uid)
) STRICT, WITHOUT ROWID;

-- What subscribers get, byte for byte, until the next publication.
CREATE TABLE feed (
  path          TEXT PRIMARY KEY,
  revision      INTEGER NOT NULL REFERENCES revision (id),
  etag          TEXT NOT NULL,
  last_modified TEXT NOT NULL,
  body          BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER edition_is_immutable BEFORE UPDATE ON edition
BEGIN SELECT RAISE(ABORT, 'editions are immutable'); END;
CREATE TRIGGER edition_stays BEFORE DELETE ON edition
BEGIN SELECT RAISE(ABORT, 'editions are immutable'); END;
CREATE TRIGGER event_is_immutable BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'editions are immutable'); END;
CREATE TRIGGER event_stays BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'editions are immutable'); END;
CREATE TRIGGER event_step_is_immutable BEFORE UPDATE ON event_step
BEGIN SELECT RAISE(ABORT, 'editions are immutable'); END;
CREATE TRIGGER event_step_stays BEFORE DELETE ON event_step
BEGIN SELECT RAISE(ABORT, 'editions are immutable'); END;
