-- How often frequent words stand in which article, in columns: what relevance is reckoned from (store/blocks.py).
-- Derived from the texts in the background, and true at any moment: an article whose words were indexed or taken
-- out since is in `loose`, written in the same transaction, and what a block says of it does not count.
CREATE TABLE frequent (number INTEGER PRIMARY KEY, term TEXT NOT NULL UNIQUE);
CREATE TABLE blocks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    changed INTEGER NOT NULL DEFAULT 0,   -- goes up when an article of it is struck out
    ids BLOB NOT NULL,                    -- of its articles, ascending, 8 bytes each
    lengths BLOB NOT NULL                 -- their words as the index counts them, 4 bytes each; 0: struck out
);
CREATE TABLE occurrences (
    id INTEGER PRIMARY KEY,               -- number of the term * 2^24 + the block
    number INTEGER NOT NULL,              -- articles of the block that have it
    body BLOB NOT NULL,                   -- how often each has it, one or two bytes each, packed
    title BLOB NOT NULL                   -- the same of titles; empty: in none
);
CREATE TABLE loose (
    turn INTEGER PRIMARY KEY AUTOINCREMENT,
    id INTEGER NOT NULL UNIQUE
);
INSERT INTO loose (id) SELECT id FROM articles;
