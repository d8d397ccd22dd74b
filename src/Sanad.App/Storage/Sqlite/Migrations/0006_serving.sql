-- For the pages of a ledger that is served: all that a party said, what changed in one story, which outlets there are.
CREATE INDEX statement_party ON statement (party);
CREATE INDEX change_version ON change (version);
CREATE INDEX version_outlet ON version (outlet);
