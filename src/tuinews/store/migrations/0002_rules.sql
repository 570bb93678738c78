-- Rules, hidden articles, and since when a feed fails.

-- Done to each article that comes or changes, in the order of `place`.
CREATE TABLE rules (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    place INTEGER NOT NULL,
    sought TEXT NOT NULL,
    read INTEGER NOT NULL DEFAULT 0,
    star INTEGER NOT NULL DEFAULT 0,
    hide INTEGER NOT NULL DEFAULT 0,
    notify INTEGER NOT NULL DEFAULT 0,
    tag TEXT NOT NULL DEFAULT '',
    active INTEGER NOT NULL DEFAULT 1,
    caught INTEGER NOT NULL DEFAULT 0     -- articles it has matched
);
-- Articles that came and are not analysed yet: rules about people and quotations look at them then.
CREATE TABLE awaited (id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE);

-- Articles in no list and no count but those of `is:hidden`. Never a copy, nor the original of one: an article
-- leaves its story when it is hidden, and `story` is one it may come back to, 0 for none.
CREATE TABLE hidden (
    id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    story INTEGER NOT NULL DEFAULT 0
);
INSERT INTO counts VALUES ('hidden', 0);

ALTER TABLE feeds ADD COLUMN failing_since INTEGER NOT NULL DEFAULT 0;  -- seconds, 0: it does not, or unknown

CREATE TRIGGER hidden_uncounted AFTER INSERT ON hidden BEGIN
    UPDATE counts SET number = number + 1 WHERE name = 'hidden';
    UPDATE counts SET number = number - (SELECT CASE counts.name WHEN 'all' THEN 1 WHEN 'unread' THEN unread
            WHEN 'starred' THEN starred ELSE local END FROM articles WHERE id = new.id)
        WHERE name IN ('all', 'unread', 'starred', 'local');
    UPDATE feeds SET total = total - 1, unread = unread - (SELECT unread FROM articles WHERE id = new.id)
        WHERE id = (SELECT feed_id FROM articles WHERE id = new.id);
    UPDATE tags SET articles = articles - 1
        WHERE id IN (SELECT tag_id FROM article_tags WHERE article_id = new.id);
END;
CREATE TRIGGER hidden_counted AFTER DELETE ON hidden BEGIN
    UPDATE counts SET number = number - 1 WHERE name = 'hidden';
    UPDATE counts SET number = number + (SELECT CASE counts.name WHEN 'all' THEN 1 WHEN 'unread' THEN unread
            WHEN 'starred' THEN starred ELSE local END FROM articles WHERE id = old.id)
        WHERE name IN ('all', 'unread', 'starred', 'local');
    UPDATE feeds SET total = total + 1, unread = unread + (SELECT unread FROM articles WHERE id = old.id)
        WHERE id = (SELECT feed_id FROM articles WHERE id = old.id);
    UPDATE tags SET articles = articles + 1
        WHERE id IN (SELECT tag_id FROM article_tags WHERE article_id = old.id);
END;

DROP TRIGGER articles_read;
CREATE TRIGGER articles_read AFTER UPDATE OF unread ON articles
    WHEN old.unread <> new.unread AND NOT EXISTS (SELECT 1 FROM hidden WHERE id = new.id) BEGIN
    UPDATE feeds SET unread = unread + new.unread - old.unread WHERE id = new.feed_id;
    UPDATE counts SET number = number + new.unread - old.unread WHERE name = 'unread'
        AND NOT EXISTS (SELECT 1 FROM copies WHERE id = new.id);
END;
DROP TRIGGER articles_starred;
CREATE TRIGGER articles_starred AFTER UPDATE OF starred ON articles WHEN old.starred <> new.starred BEGIN
    DELETE FROM copies WHERE id = new.id AND new.starred;
    UPDATE counts SET number = number + new.starred - old.starred WHERE name = 'starred'
        AND NOT EXISTS (SELECT 1 FROM hidden WHERE id = new.id);
END;
DROP TRIGGER copies_parted;
CREATE TRIGGER copies_parted BEFORE DELETE ON articles BEGIN
    DELETE FROM hidden WHERE id = old.id;
    DELETE FROM copies WHERE id = old.id;
    UPDATE copies SET original = (SELECT min(id) FROM copies WHERE original = old.id)
        WHERE original = old.id AND id <> (SELECT min(id) FROM copies WHERE original = old.id);
    DELETE FROM copies WHERE original = old.id;
END;
DROP TRIGGER tags_counted;
CREATE TRIGGER tags_counted AFTER INSERT ON article_tags
    WHEN NOT EXISTS (SELECT 1 FROM hidden WHERE id = new.article_id) BEGIN
    UPDATE tags SET articles = articles + 1 WHERE id = new.tag_id;
END;
DROP TRIGGER tags_uncounted;
CREATE TRIGGER tags_uncounted AFTER DELETE ON article_tags
    WHEN NOT EXISTS (SELECT 1 FROM hidden WHERE id = old.article_id) BEGIN
    UPDATE tags SET articles = articles - 1 WHERE id = old.tag_id;
END;
