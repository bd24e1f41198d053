-- Who may come in, what they may do, and what they did.

-- People who log in. All other tables know a person by this id alone: erasing somebody empties one
-- row.
CREATE TABLE account (
  person        TEXT PRIMARY KEY,
  login         TEXT UNIQUE,       -- what one logs in with, in lower case; null: the person is erased
  name          TEXT NOT NULL,
  password_hash TEXT NOT NULL,     -- argon2id with its parameters; empty: nobody gets in
  must_change   INTEGER NOT NULL CHECK (must_change IN (0, 1)),
  disabled      INTEGER NOT NULL CHECK (disabled IN (0, 1)),
  totp_secret   BLOB,              -- RFC 6238; null: none
  totp_used     INTEGER NOT NULL,  -- the newest step (30 s since 1970) whose code was used
  created       TEXT NOT NULL      -- ISO 8601, UTC, as all instants here
) STRICT, WITHOUT ROWID;

CREATE TABLE role_grant (
  person TEXT NOT NULL REFERENCES account (person),
  role   TEXT NOT NULL CHECK (role IN ('administrator', 'planner', 'secretary', 'reader')),
  body   TEXT NOT NULL,            -- a body's id; empty: all bodies
  PRIMARY KEY (person, role, body)
) STRICT, WITHOUT ROWID;

-- A browser that logged in. The token is in its cookie and nowhere here.
CREATE TABLE login (
  token_hash   BLOB PRIMARY KEY,   -- BLAKE2b, 256 bits
  person       TEXT NOT NULL REFERENCES account (person),
  csrf_token   BLOB NOT NULL,
  second_step  INTEGER NOT NULL CHECK (second_step IN (0, 1)),  -- a code was given too
  totp_offer   BLOB,               -- a secret shown to the person and not yet confirmed by a code
  created      TEXT NOT NULL,
  last_seen    TEXT NOT NULL,
  expires      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX login_by_person ON login (person);

-- What programs log in with.
CREATE TABLE api_key (
  id         TEXT PRIMARY KEY,
  key_hash   BLOB NOT NULL UNIQUE, -- BLAKE2b, 256 bits
  label      TEXT NOT NULL,
  role       TEXT NOT NULL CHECK (role IN ('planner', 'secretary', 'reader')),
  bodies     TEXT NOT NULL,        -- body ids, space between; empty: all bodies
  created_by TEXT NOT NULL,        -- a person; empty: on the command line
  created    TEXT NOT NULL,
  expires    TEXT NOT NULL,
  revoked    TEXT,
  last_used  TEXT
) STRICT, WITHOUT ROWID;

-- Guesses at passwords and codes: until when those made so far weigh, and until when the key counts
-- as well known.
CREATE TABLE throttle (
  key        BLOB PRIMARY KEY,     -- a hash of account, source or both
  clear_at   TEXT NOT NULL,
  known_good TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What was done, by whom, on what. Ids only.
CREATE TABLE audit (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  made     TEXT NOT NULL,
  person   TEXT NOT NULL,          -- empty: nobody logged in
  via      TEXT NOT NULL,          -- web, command-line, key:…
  what     TEXT NOT NULL,
  subject  TEXT NOT NULL,          -- the id of what it was done on
  detail   TEXT NOT NULL,
  revision INTEGER REFERENCES revision (id)  -- that it led to
) STRICT;

CREATE TRIGGER audit_is_immutable BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
-- INSERT OR REPLACE would take a row away without asking the trigger above.
CREATE TRIGGER audit_is_not_replaced BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
