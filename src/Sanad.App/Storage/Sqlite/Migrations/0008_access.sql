-- Who may ask a served ledger from elsewhere, or correct it over HTTP. Of a token only its hash is kept (SHA-256 of the whole secret, which is random and so needs no salt). scopes: parted by blanks;
-- times are seconds since 1970; expires, revoked: null where it does not, was not.
CREATE TABLE token (
  id      TEXT PRIMARY KEY,
  name    TEXT NOT NULL,
  hash    TEXT NOT NULL UNIQUE,
  scopes  TEXT NOT NULL,
  made    INTEGER NOT NULL,
  expires INTEGER,
  revoked INTEGER
) WITHOUT ROWID;
