-- What this ledger is called where its entries are told to others: ids in feeds must be its own and stay.
INSERT OR IGNORE INTO meta VALUES ('id', lower(hex(randomblob(16))));
