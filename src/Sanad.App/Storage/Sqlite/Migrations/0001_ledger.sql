-- A ledger keeps what was read (texts, whole and unchanged) and what is needed to find it again. What a story's page shows is
-- worked out from the kept texts; statement and figure rows are only there to be searched.

CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- The summary columns are null until they are worked out; stale = 1 says that articles came since.
CREATE TABLE story (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  stale     INTEGER NOT NULL DEFAULT 1,
  title     TEXT,
  articles  INTEGER NOT NULL DEFAULT 0,
  outlets   INTEGER,
  origins   INTEGER,
  first     TEXT,
  last      TEXT,
  languages TEXT
);
CREATE INDEX story_stale ON story (stale) WHERE stale = 1;

-- address: the URL or file under which the same article is found again; features: what the matcher compares.
CREATE TABLE article (
  id       INTEGER PRIMARY KEY,
  story    INTEGER NOT NULL REFERENCES story (id),
  source   TEXT NOT NULL UNIQUE,
  address  TEXT UNIQUE,
  newest   INTEGER,
  features BLOB NOT NULL
);
CREATE INDEX article_story ON article (story);

-- day: of publication, inferred where none is printed; added: the day it was added, where the ledger's keeper lives.
CREATE TABLE version (
  id        INTEGER PRIMARY KEY,
  article   INTEGER NOT NULL REFERENCES article (id),
  number    INTEGER NOT NULL,
  hash      TEXT NOT NULL,
  text      TEXT NOT NULL,
  url       TEXT,
  outlet    TEXT,
  title     TEXT,
  published TEXT,
  language  TEXT NOT NULL,
  day       TEXT,
  added     TEXT NOT NULL,
  UNIQUE (article, number)
);
CREATE INDEX version_hash ON version (hash);

-- recent: numbers of the articles that hold the feature, newest last, 8 bytes each, bounded; holders: how many there are in all.
CREATE TABLE feature (
  name    TEXT PRIMARY KEY,
  holders INTEGER NOT NULL,
  recent  BLOB NOT NULL
) WITHOUT ROWID;

-- Of the newest version of each article. spans: start,end;start,end in UTF-16 code units of the text.
CREATE TABLE statement (
  id         INTEGER PRIMARY KEY,
  version    INTEGER NOT NULL REFERENCES version (id),
  name       TEXT NOT NULL,
  speaker    TEXT,
  party      TEXT,
  role       TEXT,
  act        TEXT NOT NULL,
  kind       TEXT NOT NULL,
  day        TEXT,
  spans      TEXT NOT NULL,
  confidence REAL NOT NULL
);
CREATE INDEX statement_version ON statement (version);
CREATE INDEX statement_day ON statement (day);

CREATE TABLE figure (
  id      INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES version (id),
  name    TEXT NOT NULL,
  low     REAL,
  high    REAL,
  bound   TEXT NOT NULL,
  unit    TEXT,
  what    TEXT,
  place   TEXT,
  speaker TEXT,
  day     TEXT,
  spans   TEXT NOT NULL
);
CREATE INDEX figure_version ON figure (version);

-- Rows are numbered as those of version, statement and figure; the words themselves are only kept there.
CREATE VIRTUAL TABLE article_words USING fts5 (title, text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE statement_words USING fts5 (content, speaker, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE figure_words USING fts5 (words, what, place, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');

-- The change feed, written in the transaction of the article it tells of. kind: added, changed, joined, revised, denied.
CREATE TABLE change (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  day     TEXT NOT NULL,
  kind    TEXT NOT NULL,
  story   INTEGER NOT NULL REFERENCES story (id),
  version INTEGER NOT NULL REFERENCES version (id),
  entry   TEXT,
  text    TEXT NOT NULL,
  spans   TEXT
);
CREATE INDEX change_day ON change (day);
