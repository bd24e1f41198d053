-- Mail on its way. No name and no address is in these tables: they are looked up when it is sent.
CREATE TABLE letter (
  number      INTEGER PRIMARY KEY,
  kind        TEXT NOT NULL,
  person      TEXT NOT NULL,       -- an id
  language    TEXT NOT NULL CHECK (language IN ('sv', 'en')),
  urgent      INTEGER NOT NULL CHECK (urgent IN (0, 1)),
  thread      TEXT NOT NULL,       -- a UID; empty: it stands alone
  message_id  TEXT NOT NULL UNIQUE,
  state       TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'failed', 'stale')),
  tries       INTEGER NOT NULL,
  made        TEXT NOT NULL,       -- ISO 8601, UTC, like all times here
  due         TEXT NOT NULL,
  stale       TEXT NOT NULL,
  next_try    TEXT NOT NULL,
  ended       TEXT,
  last_answer TEXT NOT NULL,
  CHECK ((state = 'waiting') = (ended IS NULL))
) STRICT;
CREATE INDEX letter_waiting ON letter (urgent DESC, number) WHERE state = 'waiting';
CREATE INDEX letter_of_thread ON letter (person, thread, number)
  WHERE state = 'waiting' AND thread <> '';
CREATE INDEX letter_ended ON letter (ended) WHERE ended IS NOT NULL;
CREATE INDEX letter_of_person ON letter (person);

-- What it says; gone a month after its end, and with the person.
CREATE TABLE letter_text (
  letter      INTEGER PRIMARY KEY REFERENCES letter (number),
  subject     TEXT NOT NULL,
  text        TEXT NOT NULL,
  html        TEXT NOT NULL,
  calendar    TEXT NOT NULL,
  method      TEXT NOT NULL,
  reply_tag   TEXT NOT NULL,       -- a secret, empty once the letter has ended ...
  unsubscribe TEXT NOT NULL        -- ... and so is this
) STRICT;

-- What was ever told: never again.
CREATE TABLE letter_key (
  key    TEXT PRIMARY KEY,
  letter INTEGER NOT NULL REFERENCES letter (number)
) STRICT, WITHOUT ROWID;
CREATE INDEX letter_key_of_letter ON letter_key (letter);

CREATE TABLE mail_state (
  one    INTEGER PRIMARY KEY CHECK (one = 1),
  paused INTEGER NOT NULL CHECK (paused IN (0, 1)),
  floor  TEXT                      -- nothing due before it is made
) STRICT;
INSERT INTO mail_state VALUES (1, 0, NULL);

-- How often the person's address was refused for good.
CREATE TABLE bounce (
  person TEXT PRIMARY KEY,
  count  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Where answers to an invitation come to, and of whom: rytm+TAG@….
CREATE TABLE reply_tag (
  hash     BLOB PRIMARY KEY,       -- of the tag
  person   TEXT NOT NULL,
  uid      TEXT NOT NULL,          -- of the event; empty: the tag tells of bounces alone
  sequence INTEGER NOT NULL        -- of the event, in the invitation that the tag was made for
) STRICT, WITHOUT ROWID;
CREATE INDEX reply_tag_of_event ON reply_tag (uid, person);

-- What people said they mean to do. An intention: no attendance, never counted.
CREATE TABLE invitation_reply (
  person   TEXT NOT NULL,
  uid      TEXT NOT NULL,
  answer   TEXT NOT NULL CHECK (answer IN ('accepted', 'declined', 'tentative')),
  answered TEXT NOT NULL,
  PRIMARY KEY (uid, person)
) STRICT, WITHOUT ROWID;

-- A new address has refused nothing yet.
CREATE TRIGGER person_with_new_address AFTER UPDATE OF address ON person
WHEN OLD.address IS NOT NEW.address
BEGIN DELETE FROM bounce WHERE person = NEW.id; END;

-- Nothing of what was said to or by a person outlasts their erasure.
CREATE TRIGGER person_erased AFTER UPDATE OF erased ON person
WHEN NEW.erased IS NOT NULL
BEGIN
  DELETE FROM letter_text WHERE letter IN (SELECT number FROM letter WHERE person = NEW.id);
  UPDATE letter SET state = 'stale', ended = NEW.erased
    WHERE person = NEW.id AND state = 'waiting';
  DELETE FROM reply_tag WHERE person = NEW.id;
  DELETE FROM invitation_reply WHERE person = NEW.id;
END;
