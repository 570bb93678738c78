-- Feeds that were removed and may come back, people's counts without what is hidden, names found by their words,
-- and analyses that failed.

-- A removed feed stays a day, so that it can be taken back with all that was read, starred and tagged; then it
-- is deleted (store/bin.py). Its articles are hidden meanwhile.
ALTER TABLE feeds ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;  -- when, seconds; 0: it is followed
ALTER TABLE feeds ADD COLUMN every INTEGER NOT NULL DEFAULT 0;    -- seconds between two looks; 0: as for all feeds
-- 1: hidden since its feed was removed; 2: its feed was removed, and it was hidden before.
ALTER TABLE hidden ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;

DROP TRIGGER hidden_uncounted;
CREATE TRIGGER hidden_uncounted AFTER INSERT ON hidden BEGIN
    UPDATE counts SET number = number + 1 WHERE name = 'hidden' AND NOT new.removed;
    UPDATE counts SET number = number - (SELECT CASE counts.name WHEN 'all' THEN 1 WHEN 'unread' THEN unread
            WHEN 'starred' THEN starred ELSE local END FROM articles WHERE id = new.id)
        WHERE name IN ('all', 'unread', 'starred', 'local');
    UPDATE feeds SET total = total - 1, unread = unread - (SELECT unread FROM articles WHERE id = new.id)
        WHERE id = (SELECT feed_id FROM articles WHERE id = new.id);
    UPDATE tags SET articles = articles - 1
        WHERE id IN (SELECT tag_id FROM article_tags WHERE article_id = new.id);
    UPDATE people SET articles = people.articles - 1, mentions = people.mentions - m.times
        FROM mentions m WHERE m.article_id = new.id AND people.id = m.person_id;
    UPDATE people SET quotes = people.quotes - q.number
        FROM (SELECT person_id, count(*) AS number FROM quotes
              WHERE id BETWEEN new.id << 16 AND (new.id << 16) + 65535 GROUP BY person_id) q
        WHERE people.id = q.person_id;
END;
DROP TRIGGER hidden_counted;
CREATE TRIGGER hidden_counted AFTER DELETE ON hidden BEGIN
    UPDATE counts SET number = number - 1 WHERE name = 'hidden' AND NOT old.removed;
    UPDATE counts SET number = number + (SELECT CASE counts.name WHEN 'all' THEN 1 WHEN 'unread' THEN unread
            WHEN 'starred' THEN starred ELSE local END FROM articles WHERE id = old.id)
        WHERE name IN ('all', 'unread', 'starred', 'local');
    UPDATE feeds SET total = total + 1, unread = unread + (SELECT unread FROM articles WHERE id = old.id)
        WHERE id = (SELECT feed_id FROM articles WHERE id = old.id);
    UPDATE tags SET articles = articles + 1
        WHERE id IN (SELECT tag_id FROM article_tags WHERE article_id = old.id);
    UPDATE people SET articles = people.articles + 1, mentions = people.mentions + m.times
        FROM mentions m WHERE m.article_id = old.id AND people.id = m.person_id;
    UPDATE people SET quotes = people.quotes + q.number
        FROM (SELECT person_id, count(*) AS number FROM quotes
              WHERE id BETWEEN old.id << 16 AND (old.id << 16) + 65535 GROUP BY person_id) q
        WHERE people.id = q.person_id;
END;
CREATE TRIGGER hidden_removed AFTER UPDATE OF removed ON hidden WHEN (old.removed > 0) <> (new.removed > 0) BEGIN
    UPDATE counts SET number = number + (new.removed = 0) - (old.removed = 0) WHERE name = 'hidden';
END;

DROP TRIGGER mentions_counted;
CREATE TRIGGER mentions_counted AFTER INSERT ON mentions
    WHEN NOT EXISTS (SELECT 1 FROM hidden WHERE id = new.article_id) BEGIN
    UPDATE people SET articles = articles + 1, mentions = mentions + new.times WHERE id = new.person_id;
END;
DROP TRIGGER mentions_uncounted;
CREATE TRIGGER mentions_uncounted AFTER DELETE ON mentions
    WHEN NOT EXISTS (SELECT 1 FROM hidden WHERE id = old.article_id) BEGIN
    UPDATE people SET articles = articles - 1, mentions = mentions - old.times WHERE id = old.person_id;
END;
DROP TRIGGER quotes_counted;
CREATE TRIGGER quotes_counted AFTER INSERT ON quotes
    WHEN new.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM hidden WHERE id = new.id >> 16) BEGIN
    UPDATE people SET quotes = quotes + 1 WHERE id = new.person_id;
END;
DROP TRIGGER quotes_uncounted;
CREATE TRIGGER quotes_uncounted AFTER DELETE ON quotes
    WHEN old.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM hidden WHERE id = old.id >> 16) BEGIN
    UPDATE people SET quotes = quotes - 1 WHERE id = old.person_id;
END;
UPDATE people SET articles = people.articles - h.articles, mentions = people.mentions - h.mentions
    FROM (SELECT person_id, count(*) AS articles, sum(times) AS mentions FROM mentions
          WHERE article_id IN (SELECT id FROM hidden) GROUP BY person_id) h
    WHERE people.id = h.person_id;
UPDATE people SET quotes = people.quotes - q.number
    FROM (SELECT q.person_id, count(*) AS number FROM hidden h
          JOIN quotes q ON q.id BETWEEN h.id << 16 AND (h.id << 16) + 65535 GROUP BY 1) q
    WHERE people.id = q.person_id;

-- The words of the names, for finding people as one types.
CREATE VIRTUAL TABLE name_index USING fts5 (
    name, content='', contentless_delete=1, tokenize='ascii', prefix='1 2 3', detail='none'
);
INSERT INTO name_index (rowid, name) SELECT id, folded FROM people;
CREATE TRIGGER people_named AFTER INSERT ON people BEGIN
    INSERT INTO name_index (rowid, name) VALUES (new.id, new.folded);
END;

-- Articles that made the analysis fail: they count as analysed, with nothing found.
CREATE TABLE failures (
    id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    reason TEXT NOT NULL                  -- a sentence
);
