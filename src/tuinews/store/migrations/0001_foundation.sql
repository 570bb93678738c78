-- The shelves. Made for a million articles on one file:
-- * an article's id is its date (seconds since 1970, times 10000, plus a number within the second), so the order
--   of rowids is the order of dates in every table and every index, and "newest first" is a walk, never a sort;
-- * `articles` holds what lists are chosen by and nothing else (about 30 bytes a row), so that even a question
--   without an index reads 30 MB, not 4 GB; titles and bodies lie apart and are read by id;
-- * counts are kept by triggers, never computed.

CREATE TABLE feeds (
    id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice: the index of words knows feeds by number
    url TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    folder TEXT NOT NULL DEFAULT '',
    site TEXT NOT NULL DEFAULT '',
    unread INTEGER NOT NULL DEFAULT 0,
    total INTEGER NOT NULL DEFAULT 0,
    checked INTEGER NOT NULL DEFAULT 0,
    due INTEGER NOT NULL DEFAULT 0,
    error TEXT NOT NULL DEFAULT '',
    failures INTEGER NOT NULL DEFAULT 0,
    etag TEXT NOT NULL DEFAULT '',
    last_modified TEXT NOT NULL DEFAULT '',
    digest TEXT NOT NULL DEFAULT '',      -- of the last answer, to know the same again
    full INTEGER NOT NULL DEFAULT 0       -- 1: articles are fetched whole from their pages
);

CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    feed_id INTEGER NOT NULL REFERENCES feeds (id),
    added INTEGER NOT NULL,               -- when this library first saw it, seconds
    unread INTEGER NOT NULL DEFAULT 1,
    starred INTEGER NOT NULL DEFAULT 0,
    local INTEGER NOT NULL DEFAULT 0,     -- 1: from a file or folder of this machine
    words INTEGER NOT NULL DEFAULT 0,
    quotes INTEGER NOT NULL DEFAULT 0,    -- somebody's speech only
    analysed INTEGER NOT NULL DEFAULT 0,  -- version of the analysis kept, 0: none
    position INTEGER NOT NULL DEFAULT 0,  -- where the reader stopped, in code points
    changed INTEGER NOT NULL DEFAULT 0    -- when its source last changed its title or text, seconds; 0: never
);
CREATE INDEX articles_by_feed ON articles (feed_id);
CREATE INDEX articles_unread ON articles (unread) WHERE unread = 1;
CREATE INDEX articles_unread_by_feed ON articles (feed_id) WHERE unread = 1;
CREATE INDEX articles_starred ON articles (starred) WHERE starred = 1;
CREATE INDEX articles_local ON articles (local) WHERE local = 1;
CREATE INDEX articles_by_analysis ON articles (analysed);

CREATE TABLE heads (
    id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    feed_id INTEGER NOT NULL,
    guid TEXT NOT NULL,                   -- http as https: feeds move
    title TEXT NOT NULL,
    url TEXT NOT NULL,
    author TEXT NOT NULL,
    language TEXT NOT NULL,
    digest BLOB NOT NULL,                 -- of all the source gave: tells an edited article from the same again
    UNIQUE (feed_id, guid)
);

CREATE TABLE bodies (
    id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    extras BLOB NOT NULL                  -- marks and enclosures, as JSON
);

-- The other texts of an article: what it said before it was changed (`earlier`), what its feed (`feed`) or its
-- page (`page`) has while the other is shown.
CREATE TABLE versions (
    id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    kept INTEGER NOT NULL,                -- since when, seconds
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    extras BLOB NOT NULL,
    PRIMARY KEY (id, kind)
);

-- What an article is recognised by when all its names have changed, and its copies in other feeds are found by:
-- hashes of its page and of parts of its text (tuinews.text.likeness). About 60 bytes an article.
CREATE TABLE traces (
    trace INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (trace, article_id)
) WITHOUT ROWID;

-- Articles that lists show within another article's row: the same story from another feed.
CREATE TABLE copies (
    id INTEGER PRIMARY KEY,
    original INTEGER NOT NULL
);
CREATE INDEX copies_by_original ON copies (original);

CREATE TABLE tags (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,                   -- as first given
    folded TEXT NOT NULL UNIQUE,
    articles INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE article_tags (
    tag_id INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    PRIMARY KEY (tag_id, article_id)
) WITHOUT ROWID;
CREATE INDEX article_tags_by_article ON article_tags (article_id);

-- Who said what.
CREATE TABLE analyses (
    id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    data BLOB NOT NULL                    -- the whole analysis as JSON
);

-- What the user knows better: who `key` really is, everywhere or (`article_id`) in one article only. An empty
-- target is nobody. Kept by keys, not by rows, so that they hold for analyses still to come.
CREATE TABLE corrections (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    article_id INTEGER NOT NULL DEFAULT 0,
    target TEXT NOT NULL,
    name TEXT NOT NULL,                   -- what the target is called
    UNIQUE (key, article_id)
);
-- Articles whose people and quotations are to be written anew from their analysis, after a correction.
CREATE TABLE outdated (article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE);
-- Which correction changed what is known of which article: what taking it back concerns.
CREATE TABLE corrected (
    correction_id INTEGER NOT NULL REFERENCES corrections (id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    PRIMARY KEY (correction_id, article_id)
) WITHOUT ROWID;
CREATE INDEX corrected_by_article ON corrected (article_id);

CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,             -- the normalised full name
    name TEXT NOT NULL,                   -- as first seen
    folded TEXT NOT NULL,
    articles INTEGER NOT NULL DEFAULT 0,
    quotes INTEGER NOT NULL DEFAULT 0,
    mentions INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX people_by_articles ON people (articles);
CREATE INDEX people_by_quotes ON people (quotes);

CREATE TABLE mentions (
    person_id INTEGER NOT NULL REFERENCES people (id),
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    times INTEGER NOT NULL,               -- how often in the article, under any form of the name
    PRIMARY KEY (person_id, article_id)
) WITHOUT ROWID;
CREATE INDEX mentions_by_article ON mentions (article_id);

CREATE TABLE quotes (
    id INTEGER PRIMARY KEY,               -- article's id * 65536 + its number there: newest first here too
    person_id INTEGER REFERENCES people (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    kind TEXT NOT NULL,
    speaker TEXT NOT NULL                 -- as named in its article, '' if nobody is
);
CREATE INDEX quotes_by_person ON quotes (person_id) WHERE person_id IS NOT NULL;

-- The words. Contentless: the text is in `bodies` already. The text that goes in is folded by us (tuinews.text.fold),
-- so 'ascii', the fastest tokenizer, is enough. `facts` holds what is known of an article as words of their own
-- kind, each behind a circled letter that no folded text contains (store/words.py).
-- Prefixes: measured at 30,000 articles of 600 words, first 200 hits of a prefix of 1 / 2 / 3 / 4 / 5 letters:
--   '2 3'      34 / 0.2 / 0.2 / 2.2 / 0.3 ms, 8.1 KB an article, 0.41 ms to write
--   '1 2 3'   0.2 / 0.2 / 0.1 / 2.4 / 0.3 ms, 8.9 KB,            0.50 ms
--   '1 2 3 4' 0.3 / 0.2 / 0.3 / 0.2 / 0.4 ms, 11.7 KB,           0.82 ms
-- Without an index for its length a prefix costs in proportion to the library: at a million, one letter a second,
-- four letters 80 ms. So all four; from five letters on, few enough words begin so.
CREATE VIRTUAL TABLE article_index USING fts5 (
    title, body, facts, content='', contentless_delete=1, tokenize='ascii', prefix='1 2 3 4'
);
CREATE VIRTUAL TABLE quote_index USING fts5 (
    text, speaker, content='', contentless_delete=1, tokenize='ascii', prefix='1 2 3'
);
-- Rows gathered in memory before they are written out: 16 MB instead of 1 takes a third off the time to write.
INSERT INTO article_index (article_index, rank) VALUES ('hashsize', 16777216);

-- Kept counts: `all`, `unread`, `starred`, `local`, and one of each feed.
CREATE TABLE counts (name TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO counts VALUES ('all', 0), ('unread', 0), ('starred', 0), ('local', 0);

-- A copy counts in its feed, and not in the lists of all feeds. Starred, it has a row of its own.
CREATE TRIGGER articles_counted AFTER INSERT ON articles BEGIN
    UPDATE feeds SET total = total + 1, unread = unread + new.unread WHERE id = new.feed_id;
    UPDATE counts SET number = number + 1 WHERE name = 'all';
    UPDATE counts SET number = number + 1 WHERE name = 'unread' AND new.unread;
    UPDATE counts SET number = number + 1 WHERE name = 'starred' AND new.starred;
    UPDATE counts SET number = number + 1 WHERE name = 'local' AND new.local;
END;
CREATE TRIGGER articles_uncounted AFTER DELETE ON articles BEGIN
    UPDATE feeds SET total = total - 1, unread = unread - old.unread WHERE id = old.feed_id;
    UPDATE counts SET number = number - 1 WHERE name = 'all';
    UPDATE counts SET number = number - 1 WHERE name = 'unread' AND old.unread;
    UPDATE counts SET number = number - 1 WHERE name = 'starred' AND old.starred;
    UPDATE counts SET number = number - 1 WHERE name = 'local' AND old.local;
END;
CREATE TRIGGER articles_read AFTER UPDATE OF unread ON articles WHEN old.unread <> new.unread BEGIN
    UPDATE feeds SET unread = unread + new.unread - old.unread WHERE id = new.feed_id;
    UPDATE counts SET number = number + new.unread - old.unread WHERE name = 'unread'
        AND NOT EXISTS (SELECT 1 FROM copies WHERE id = new.id);
END;
CREATE TRIGGER copies_uncounted AFTER INSERT ON copies BEGIN
    UPDATE counts SET number = number - 1 WHERE name = 'all';
    UPDATE counts SET number = number - (SELECT unread FROM articles WHERE id = new.id) WHERE name = 'unread';
END;
CREATE TRIGGER copies_counted AFTER DELETE ON copies BEGIN
    UPDATE counts SET number = number + 1 WHERE name = 'all';
    UPDATE counts SET number = number + (SELECT unread FROM articles WHERE id = old.id) WHERE name = 'unread';
END;
-- The first of an article's copies takes its place.
CREATE TRIGGER copies_parted BEFORE DELETE ON articles BEGIN
    DELETE FROM copies WHERE id = old.id;
    UPDATE copies SET original = (SELECT min(id) FROM copies WHERE original = old.id)
        WHERE original = old.id AND id <> (SELECT min(id) FROM copies WHERE original = old.id);
    DELETE FROM copies WHERE original = old.id;
END;
CREATE TRIGGER articles_starred AFTER UPDATE OF starred ON articles WHEN old.starred <> new.starred BEGIN
    DELETE FROM copies WHERE id = new.id AND new.starred;
    UPDATE counts SET number = number + new.starred - old.starred WHERE name = 'starred';
END;
CREATE TRIGGER tags_counted AFTER INSERT ON article_tags BEGIN
    UPDATE tags SET articles = articles + 1 WHERE id = new.tag_id;
END;
CREATE TRIGGER tags_uncounted AFTER DELETE ON article_tags BEGIN
    UPDATE tags SET articles = articles - 1 WHERE id = old.tag_id;
END;
CREATE TRIGGER mentions_counted AFTER INSERT ON mentions BEGIN
    UPDATE people SET articles = articles + 1, mentions = mentions + new.times WHERE id = new.person_id;
END;
CREATE TRIGGER mentions_uncounted AFTER DELETE ON mentions BEGIN
    UPDATE people SET articles = articles - 1, mentions = mentions - old.times WHERE id = old.person_id;
END;
CREATE TRIGGER quotes_counted AFTER INSERT ON quotes WHEN new.person_id IS NOT NULL BEGIN
    UPDATE people SET quotes = quotes + 1 WHERE id = new.person_id;
END;
CREATE TRIGGER quotes_uncounted AFTER DELETE ON quotes WHEN old.person_id IS NOT NULL BEGIN
    UPDATE people SET quotes = quotes - 1 WHERE id = old.person_id;
END;

-- What was forgotten for its age, and is not to come back while its feed still lists it.
CREATE TABLE forgotten (
    feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    guid TEXT NOT NULL,
    PRIMARY KEY (feed_id, guid)
) WITHOUT ROWID;

-- Searches kept under a name, as they were typed.
CREATE TABLE saved (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    sought TEXT NOT NULL,
    unread INTEGER                        -- NULL: to be counted anew
);

-- Searches made, the latest with the highest number.
CREATE TABLE searches (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    sought TEXT NOT NULL UNIQUE
);

-- Upkeep: when it was last done (`tended`, seconds), and the rules of what is forgotten (`days`, `per_feed`).
CREATE TABLE upkeep (name TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
