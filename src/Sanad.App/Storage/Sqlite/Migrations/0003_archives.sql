-- How far each web archive has been read: all articles before the position are kept. An archive is known again by its path, its size in bytes and a hash of its
-- first bytes. file, position, within: which of the files in a WACZ, the byte in it, and the byte within a gzip member (ArchivePosition.cs).
CREATE TABLE archive (
  path     TEXT PRIMARY KEY,
  size     INTEGER NOT NULL,
  head     TEXT NOT NULL,
  file     INTEGER NOT NULL,
  position INTEGER NOT NULL,
  within   INTEGER NOT NULL,
  finished INTEGER NOT NULL
) WITHOUT ROWID;

-- When a version was fetched, in UTC, where that is known: versions are numbered in this order, in whatever order archives come.
ALTER TABLE version ADD COLUMN fetched TEXT;
