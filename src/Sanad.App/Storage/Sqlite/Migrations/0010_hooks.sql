-- Who is told of changes over HTTP (webhooks). secret: kept as it is, since each message is signed with it; story, kinds: what it is told of, kinds parted by blanks, null for all; made, rests: seconds
-- since 1970; rests: it is left alone until then, after failures that came one after the other; ended: why it is told nothing more, null while it is.
CREATE TABLE hook (
  id       TEXT PRIMARY KEY,
  url      TEXT NOT NULL,
  secret   TEXT NOT NULL,
  story    INTEGER,
  kinds    TEXT,
  made     INTEGER NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  rests    INTEGER NOT NULL DEFAULT 0,
  ended    TEXT
) WITHOUT ROWID;

-- The outbox: one row for each change that a hook is to be told of, written in the transaction of the change (HookOutbox.cs). state: waiting, delivered or dead; due: when it is tried
-- next, 0 for at once; tried: when it was last; status: what the other side answered, null where it did not.
CREATE TABLE delivery (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  hook   TEXT NOT NULL REFERENCES hook (id) ON DELETE CASCADE,
  change INTEGER NOT NULL REFERENCES change (id),
  state  TEXT NOT NULL DEFAULT 'waiting',
  tries  INTEGER NOT NULL DEFAULT 0,
  due    INTEGER NOT NULL DEFAULT 0,
  tried  INTEGER,
  status INTEGER,
  error  TEXT,
  UNIQUE (hook, change)
);
CREATE INDEX delivery_waiting ON delivery (due) WHERE state = 'waiting';
CREATE INDEX delivery_change ON delivery (change);

-- seen: the newest version of its articles when the story was last read as a whole: what came since may move its figures.
ALTER TABLE story ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;
UPDATE story SET seen = (SELECT coalesce(max(id), 0) FROM version);
