-- What the reading of a page gave beside its text, as JSON: parts, byline, update, paths (see KeptReading.cs). Null for plain texts, whose lines are told apart
-- anew each time.
ALTER TABLE version ADD COLUMN reading TEXT;
