-- Starting again from a backup, and what may never be replaced.

-- Subscribers have seen later numbers than a backup knows of: from a restore on, no SEQUENCE is lower than its floor.
CREATE TABLE restore (
  revision INTEGER PRIMARY KEY REFERENCES revision (id),
  floor    INTEGER NOT NULL CHECK (floor >= 0)  -- seconds since 2026-01-01 UTC
) STRICT;

-- INSERT OR REPLACE would take a row away without asking the triggers on DELETE.
CREATE TRIGGER edition_is_not_replaced BEFORE INSERT ON edition
WHEN EXISTS (SELECT 1 FROM edition WHERE body = NEW.body AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'editions are immutable'); END;
CREATE TRIGGER event_is_not_replaced BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE edition_body = NEW.edition_body
             AND edition_number = NEW.edition_number AND uid = NEW.uid)
BEGIN SELECT RAISE(ABORT, 'editions are immutable'); END;
CREATE TRIGGER event_step_is_not_replaced BEFORE INSERT ON event_step
WHEN EXISTS (SELECT 1 FROM event_step WHERE edition_body = NEW.edition_body
             AND edition_number = NEW.edition_number AND uid = NEW.uid AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'editions are immutable'); END;
CREATE TRIGGER batch_is_not_replaced BEFORE INSERT ON batch
WHEN EXISTS (SELECT 1 FROM batch WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'the log of batches is only added to'); END;
CREATE TRIGGER adjustment_is_not_replaced BEFORE INSERT ON adjustment
WHEN EXISTS (SELECT 1 FROM adjustment WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'the log of adjustments is only added to'); END;
