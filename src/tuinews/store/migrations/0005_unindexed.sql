-- Articles that are stored and shown, and whose words and likeness to others are still to be worked out
-- (store/pending.py). Written in the transaction that stores them, so that none is forgotten.
CREATE TABLE unindexed (id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE);
