-- What people said against what the program found, kept apart from it and laid over it. id follows from all it says (Correction.cs), so that the same correction
-- is one in every ledger; made: ISO in UTC; body: the correction as JSON (CorrectionJson.cs). Nothing in it is ever changed or taken out: undoing is an entry of its own.
CREATE TABLE correction (
  id   TEXT PRIMARY KEY,
  made TEXT NOT NULL,
  body TEXT NOT NULL
) WITHOUT ROWID;
CREATE TRIGGER correction_stays BEFORE UPDATE ON correction BEGIN SELECT raise(ABORT, 'corrections are only ever added'); END;
CREATE TRIGGER correction_remains BEFORE DELETE ON correction BEGIN SELECT raise(ABORT, 'corrections are only ever added'); END;

-- The correction that an entry's row is written by; null where it is as it was found.
ALTER TABLE statement ADD COLUMN corrected TEXT;
ALTER TABLE figure ADD COLUMN corrected TEXT;
