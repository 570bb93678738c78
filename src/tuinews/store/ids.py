"""How numbers are given, so that the order of numbers is the order of dates everywhere."""

import apsw

PER_SECOND = 10_000  # articles: seconds of publication * 10,000 + a number within the second
PER_ARTICLE = 1 << 16  # quotations: number of the article * 65,536 + a number within the article


def quote_range(article_id: int) -> tuple[int, int]:
    """Return the first and last number that a quotation of an article can have."""
    return article_id * PER_ARTICLE, article_id * PER_ARTICLE + PER_ARTICLE - 1


def new_id(db: apsw.Connection, published: int | None, now: int) -> int:
    """Return the next free id of the second of publication, or of the nearest earlier one that has any.

    A date before 1970 or after `now` is a mistake, and counts as none: then it is `now`.
    """
    second = published if published is not None and 0 <= published <= now else now
    while second >= 0:
        first, last = second * PER_SECOND, second * PER_SECOND + PER_SECOND - 1
        highest = db.execute("SELECT max(id) FROM articles WHERE id BETWEEN ? AND ?", (first, last)).get
        if highest is None:
            return first
        if highest < last:
            return int(highest) + 1
        second -= 1
    return new_id(db, now, now)
