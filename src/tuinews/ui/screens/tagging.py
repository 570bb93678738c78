"""The part of the main screen that gives articles tags and takes them away."""

from array import array

from tuinews.ui.screens.marking import Marking


class Tagging(Marking):
    """A tag that the article has is taken away, one that it has not is given."""

    def action_tag(self) -> None:
        """Ask for a tag of the article under the cursor; the tags there are complete what is typed."""
        article = self.current_article(otherwise="")
        if article is None:
            return
        from tuinews.ui.screens.prompt import Prompt

        has = " ".join(f"#{tag}" for tag in article.tags)
        asked = f"Tagged {has}: another one, or one of them to take away" if has else "A tag for this article"
        known = [tag.name for tag in self.library.tags.all()]
        self.app.push_screen(
            Prompt(asked, "harbour", options=known),
            lambda name: self._tag(article.id, name) if name else None,
        )

    def _tag(self, article_id: int, name: str) -> None:
        name = name.strip().removeprefix("#").strip()
        tags = self.library.tags
        if not name:
            return

        def flip() -> "tuple[array[int], bool]":
            given = tags.give([article_id], name)
            return (given, True) if given else (tags.take([article_id], name), False)

        def flipped(done: "tuple[array[int], bool]") -> None:
            changed, given = done
            make, sentence = (tags.take, "taken away again") if given else (tags.give, "given again")
            self.undoing.did(
                f"#{name} {sentence}", lambda: self.change(lambda: make(changed, name), self._retagged)
            )
            self._retagged(changed)
            self.tell(f"Tagged #{name} · u undoes it" if given else f"#{name} taken away · u undoes it")

        self.change(flip, flipped)

    def _retagged(self, ids: "array[int]") -> None:
        """Show the tags that these articles have now."""
        reader = self.reader
        if reader.article is not None and reader.article.id in ids:
            stored = self.library.articles.get(reader.article.id)
            reader.article = reader.article._replace(tags=stored.tags if stored else ())
            reader.watch_measure()
        self.repaint(ids)
