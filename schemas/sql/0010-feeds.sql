-- Links to private calendars. The token in the link is nowhere, nor the address of who fetched.
CREATE TABLE feed_link (
  id          TEXT PRIMARY KEY,
  token_hash  BLOB NOT NULL UNIQUE,
  name        TEXT NOT NULL,      -- "telefon"; empty once the person is erased
  kind        TEXT NOT NULL CHECK (kind IN ('person', 'role', 'custom')),
  person      TEXT NOT NULL,      -- an id; empty: nobody's
  bodies      TEXT NOT NULL,      -- ids, a space between
  kinds       TEXT NOT NULL,      -- of events, a space between; empty: all
  level       TEXT NOT NULL CHECK (level IN ('public', 'member', 'management', 'official',
                'secretariat')),
  language    TEXT NOT NULL CHECK (language IN ('sv', 'en')),
  cancelled   INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
  alarm       INTEGER CHECK (alarm >= 0),  -- minutes before; null: none
  months_back INTEGER NOT NULL CHECK (months_back >= 0),
  created_by  TEXT NOT NULL,      -- an id
  created     TEXT NOT NULL,      -- ISO 8601, UTC
  revoked     TEXT,
  fetched     TEXT,               -- the last time
  client      TEXT                -- the family of program that fetched
) STRICT, WITHOUT ROWID;
CREATE INDEX feed_link_of_person ON feed_link (person, created);

-- Nobody's calendar goes on after their erasure.
CREATE TRIGGER person_erased_with_feeds AFTER UPDATE OF erased ON person
WHEN NEW.erased IS NOT NULL
BEGIN
  UPDATE feed_link SET name = '', fetched = NULL, client = NULL,
    revoked = coalesce(revoked, NEW.erased) WHERE person = NEW.id;
END;
