"""The two texts of an article: what its feed gives, and what its page has."""

import time
from enum import StrEnum
from threading import Event
from typing import NamedTuple

from tuinews.errors import SourceError
from tuinews.library.rooms import Rooms


class Text(StrEnum):
    """Whose text of an article is shown."""

    FEED = "feed"
    PAGE = "page"


class FullText(NamedTuple):
    """Which text is shown from now on; `share` is how much of the feed's a shorter page has, or 0."""

    shown: Text
    share: float = 0.0


class Texts(Rooms):
    """Both are kept, and either can be shown."""

    def full_text(self, article_id: int, *, stop: Event | None = None) -> FullText:
        """Show the text of an article's page in place of its feed's, or the other way round; both are kept.

        The page is fetched the first time. When it has less to read than the feed gave, it is kept but not
        shown, and the answer says so; asked again, it is shown. Raises SourceError when the article has no
        page, or it cannot be read.
        """
        from tuinews.store.versions import Kind

        if self.versions.show(article_id, Kind.FEED):
            return FullText(Text.FEED)
        if self.versions.show(article_id, Kind.PAGE):
            return FullText(Text.PAGE)
        article = self.articles.get(article_id)
        if article is None or not article.url.startswith(("http://", "https://")):
            raise SourceError("This article has no page on the web to read more from.")
        from tuinews.sources.page import fetch_page

        text, marks = fetch_page(
            article.url,
            stop or Event(),
            title=article.title,
            subscribed=self.feeds.get(article.feed_id).url,
            limits=self.limits,
        )
        self.versions.keep_page(article_id, text, marks, int(time.time()))
        if len(text) < len(article.text):
            return FullText(Text.FEED, len(text) / len(article.text))
        self.versions.show(article_id, Kind.PAGE)
        return FullText(Text.PAGE)

    def show_text(self, article_id: int, which: Text) -> None:
        """Show the text of an article's feed, or of its page, if it is kept and not shown."""
        from tuinews.store.versions import Kind

        self.versions.show(article_id, Kind(which))
