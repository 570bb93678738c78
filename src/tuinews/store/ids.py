"""How numbers are given, so that the order of numbers is the order of dates everywhere."""

PER_SECOND = 10_000  # articles: seconds of publication * 10,000 + a number within the second
PER_ARTICLE = 1 << 16  # quotations: number of the article * 65,536 + a number within the article


def quote_range(article_id: int) -> tuple[int, int]:
    """Return the first and last number that a quotation of an article can have."""
    return article_id * PER_ARTICLE, article_id * PER_ARTICLE + PER_ARTICLE - 1
