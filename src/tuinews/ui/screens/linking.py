"""The part of the main screen that leads out of an article: its own address and the links in it."""

from textual import on

from tuinews.model import MarkKind
from tuinews.ui.messages import HintsLeft, LinkPicked
from tuinews.ui.screens.marking import Marking


class Linking(Marking):
    """Only web and mail addresses are opened, each in the user's own browser."""

    def links(self) -> list[tuple[str, str]]:
        """The links of the article shown in their order, each address once: its words and the address."""
        article = self.reader.article
        found: dict[str, str] = {}
        for mark in article.marks if article else ():
            if mark.kind is MarkKind.LINK:
                words = " ".join(article.text[mark.start : mark.end].split()) if article else ""
                found.setdefault(mark.value, words or mark.value)
        return [(words, url) for url, words in found.items()]

    def open_link(self, url: str) -> str:
        """Open an address; return what came of it."""
        from tuinews.ui.browser import open_address

        return open_address(self.app, url)

    def action_open(self, *, mark: bool = True) -> None:
        """Open the article's page, which is reading it."""
        article = self.current_article()
        if article is None:
            return
        if mark:
            self._mark_opened(article.id)
        self.tell(self.open_link(article.url))

    def action_open_unread(self) -> None:
        """Open the article's page and leave it unread."""
        self.action_open(mark=False)

    def action_copy_link(self) -> None:
        """Copy the article's address."""
        none = "This article has no address"
        article = self.current_article(none)
        if article is None:
            return
        if not article.url:
            self.tell(none)
            return
        self.app.copy_to_clipboard(article.url)
        self.tell(f"Copied {article.url}")

    def action_link(self, number: int) -> None:
        """Open a link of the article by its number."""
        links = self.links()
        if number <= len(links):
            self.tell(self.open_link(links[number - 1][1]))
        else:
            self.tell(f"There is no link {number} here; L lists them" if links else "No links here")

    def action_hints(self) -> None:
        """Show letters over the links in sight."""
        if self.reader.hint():
            self.tell("Type the letters of a link to open it · Esc leaves")
        else:
            self.tell("No links in sight; L lists all of the article" if self.links() else "No links here")

    @on(HintsLeft)
    def _hints_left(self) -> None:
        self.tell("No link opened")

    def action_links(self) -> None:
        """List the links of the article."""
        links = self.links()
        if not links:
            self.tell("No links here")
            return
        from tuinews.ui.screens.links import Links

        self.app.push_screen(Links(self, links))

    @on(LinkPicked)
    def _picked_link(self, event: LinkPicked) -> None:
        self.tell(self.open_link(event.url))
