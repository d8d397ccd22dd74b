-- Pages that were fetched into the ledger, so that the next time they are asked for only if they have changed. url: as it was asked
-- for; address: where it was found, behind redirects; etag and modified: as the server wrote them.
CREATE TABLE fetched (
  url      TEXT PRIMARY KEY,
  address  TEXT NOT NULL,
  etag     TEXT,
  modified TEXT
) WITHOUT ROWID;

-- Feeds and sitemaps that are watched. Times are seconds since 1970, spans are seconds. every: what the keeper asked for, else
-- null; rhythm: what it has come to by itself; due: when it is looked at next; looked: the last time without failure; failures: one after the other, 0 after a success;
-- error: the last one's reason; brought: articles that came by it in all; address, etag, modified: as in fetched.
CREATE TABLE watch (
  id       INTEGER PRIMARY KEY,
  url      TEXT NOT NULL UNIQUE,
  every    INTEGER,
  rhythm   INTEGER NOT NULL,
  due      INTEGER NOT NULL,
  looked   INTEGER,
  failures INTEGER NOT NULL DEFAULT 0,
  error    TEXT,
  brought  INTEGER NOT NULL DEFAULT 0,
  address  TEXT,
  etag     TEXT,
  modified TEXT
);

-- Links of a watched list that need no more looking at: their articles are kept, were passed over or given up. link: a hash of the address
-- (SHA-256, its first 64 bits); failures: how often it could not be read, null once it is done with.
CREATE TABLE watch_link (
  watch    INTEGER NOT NULL REFERENCES watch (id) ON DELETE CASCADE,
  link     INTEGER NOT NULL,
  failures INTEGER,
  PRIMARY KEY (watch, link)
) WITHOUT ROWID;
