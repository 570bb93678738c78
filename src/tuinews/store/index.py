"""What waits to be written to the indexes of words until its transaction ends.

FTS5 gathers new rows in memory and writes them out as a segment each time a row comes whose number is not
higher than the last: newest first, or stored and then analysed, that is a segment for each article, and
merging them is what costs (measured: 2.6 ms an article, against 1.2 ms in the order of their numbers). An
article that is stored and analysed in one transaction is written once.

Why FTS5 and not tantivy, an engine of its own (0.27, built and asked on the same 100,000 articles, ms):

                                   FTS5            tantivy
    best first, with the number    4 to 26 (1)     0.2 to 1.6    (a word in 5 to 100 % of the articles)
    newest first                   0.1 to 0.2      0.2 to 2.2
    one, two letters               0.1             57 to 102, 8 to 28
    four, five letters             0.1, up to 4    6, 0.9
    phrase of two common words     7               41
    word in one feed               0.1 to 0.3      0.3
    an article, on disk            13.5 KB         1.6 KB
    an article, indexed            0.9 ms          0.3 ms

(1) with the columns of frequent words (`blocks.py`, 0.9 KB an article), one to three words, each in up to all
articles. Over a million, with the columns of these repeated, 16 to 125 on a busy machine, where FTS5 alone
takes up to 1.5 s, and tantivy 205 for a phrase.

What is asked at every key is newest first, and there FTS5 is as fast or faster at any length of the last word
(at a million 38 ms at p95 over 200 searches, tests/benchmarks/scale.py). tantivy ranks faster and is smaller,
but is a second store: it knows nothing of read, starred and tagged articles, which are here a join in one
statement; `said:` with `quote:` in one quotation needs a second index there too. The hard cases, built:
* kill -9 within 50 ms of the start of a commit, 20 times: all that was committed was there each time, the
  300 articles of the commit under way were lost, the index opened in 25 ms; a third of its files were left
  over until collected. Here one transaction holds article and index; there, a journal of what the index has
  seen would be ours to write and to test.
* two processes: the second writer is refused (`LockBusy`) for as long as the first one lives, where SQLite's
  waits its turn. Two instances that both refresh would have to pass articles to each other.
* one Han character inside a run is not found, with either of its tokenizers for text: a run is one word.
  Parted by us (`text.fold`), as for FTS5, it is.
Built with a writer's heap of 100 MB it took 216 MB; this program has 62 MB with a million articles, and some
30 more once it has ranked them (NumPy 17, what `Blocks` keeps 13).
"""

from dataclasses import dataclass, field

import apsw

from tuinews.store.ids import quote_range
from tuinews.text.fold import spaced

MOST = 4096  # articles that wait, at about 4 KB each


def article_row(title: str, body: list[str], facts: str) -> tuple[str, str, str]:
    """Return what the index is given for an article of these words: title, body and facts."""
    return spaced(title), " ".join(body), facts


@dataclass(slots=True)
class Index:
    """The rows that wait, by number; the last one put for a number counts."""

    articles: dict[int, tuple[str, str, str]] = field(default_factory=dict)
    quotes: dict[int, tuple[str, str]] = field(default_factory=dict)

    def put_article(
        self, db: apsw.Connection, article_id: int, title: str, body: list[str], facts: str
    ) -> None:
        """Index an article of these words, in place of what was indexed for it."""
        self.articles[article_id] = article_row(title, body, facts)
        if len(self.articles) >= MOST:
            self.write(db)

    def tell_article(self, article_id: int, facts: str) -> bool:
        """Index other facts with the words that wait for an article; False if none do."""
        waiting = self.articles.get(article_id)
        if waiting is None:
            return False
        self.articles[article_id] = (*waiting[:2], facts)
        return True

    def put_quote(self, quote_id: int, text: str, speaker: str) -> None:
        """Index a quotation."""
        self.quotes[quote_id] = spaced(text), speaker

    def forget_article(self, db: apsw.Connection, article_id: int) -> None:
        """Take an article and its quotations out."""
        self.articles.pop(article_id, None)
        db.execute("DELETE FROM article_index WHERE rowid = ?", (article_id,))
        _loosen(db, [article_id])
        self.forget_quotes(db, article_id)

    def forget_quotes(self, db: apsw.Connection, article_id: int) -> None:
        """Take the quotations of an article out, which are still in the table `quotes`."""
        rows = db.execute("SELECT id FROM quotes WHERE id BETWEEN ? AND ?", quote_range(article_id))
        for quote_id in [row[0] for row in rows]:
            self.quotes.pop(quote_id, None)
            db.execute("DELETE FROM quote_index WHERE rowid = ?", (quote_id,))

    def write(self, db: apsw.Connection) -> None:
        """Write what waits, in the order of numbers; part of the transaction that is about to end."""
        db.executemany(
            "INSERT OR REPLACE INTO article_index (rowid, title, body, facts) VALUES (?, ?, ?, ?)",
            ((number, *texts) for number, texts in sorted(self.articles.items())),
        )
        _loosen(db, sorted(self.articles))
        db.executemany(
            "INSERT OR REPLACE INTO quote_index (rowid, text, speaker) VALUES (?, ?, ?)",
            ((number, *texts) for number, texts in sorted(self.quotes.items())),
        )
        self.clear()

    def clear(self) -> None:
        """Forget what waits: it is written, or its transaction failed."""
        self.articles.clear()
        self.quotes.clear()


def _loosen(db: apsw.Connection, ids: list[int]) -> None:
    """Note that what `blocks.py` keeps of these articles holds no longer."""
    db.executemany("INSERT OR REPLACE INTO loose (id) VALUES (?)", ((article_id,) for article_id in ids))
