"""The part of the main screen that follows, drops and refreshes sources."""

from collections.abc import Callable, Sequence

from textual import on, work
from textual.worker import Worker, get_current_worker

from tuinews.errors import AnalysisError, TuinewsError
from tuinews.model import Feed, FeedKind
from tuinews.plural import counted
from tuinews.ui.messages import Answered, Refreshed, Studied, Subscribed
from tuinews.ui.screens.finding import Finding
from tuinews.ui.sources import EVERYTHING, of_feed


class Gathering(Finding):
    """Failures are told where one reads, and stop nothing."""

    DUE = 300.0
    """Seconds between looks for sources whose time has come."""

    SETTLED, TENDED = 60.0, 3600.0
    """Seconds until the library is looked after first, and between looks whether it is due again."""

    _asked_for = False  # whether the refresh under way, if any, was asked for by a key
    _refreshing: Worker[None] | None = None

    notice = ""
    """What a rule told of last."""

    @property
    def is_noticed(self) -> bool:
        """Whether what a rule told of stands in the status line still."""
        return bool(self.notice) and self.status.said == self.notice

    def action_refresh_one(self) -> None:
        """Look for news in the source of the article under the cursor."""
        feed = self._feed()
        if feed is not None:
            self.begin_refresh([feed.id], f"Refreshing {feed.title}…")

    def action_refresh_all(self) -> None:
        """Look for news everywhere."""
        self.begin_refresh(None, "Refreshing…")

    def refresh_due(self) -> None:
        """Look for news, quietly, where its time has come; a refresh that is under way goes on instead."""
        if self._refreshing is None or self._refreshing.is_finished:
            self._refreshing = self._refresh(None, due_only=True)

    def begin_refresh(self, feed_ids: list[int] | None, sentence: str) -> None:
        """Look for news in these feeds (all when None), telling each answer."""
        if self._asked_for:
            self.tell("Still refreshing")
            return
        self._asked_for = True
        self.tell(sentence)
        self._refreshing = self._refresh(feed_ids, due_only=False)

    @work(thread=True, exclusive=True, group="refresh", exit_on_error=True)
    def _refresh(self, feed_ids: list[int] | None, *, due_only: bool) -> None:
        stop = get_current_worker().cancelled_event
        new = changed = 0
        failed: list[str] = []
        try:
            answers = self.library.refresh(feed_ids, due_only=due_only, stop=stop)
            for done, answer in enumerate(answers, 1):
                reason = getattr(answer, "reason", "")
                # Unasked, only what was never read is worth a warning: the list of sources shows the others.
                if reason and not (due_only and answer.feed.checked):
                    failed.append(reason)
                new += getattr(answer, "new", 0)
                changed += getattr(answer, "changed", 0)
                if not due_only:
                    self.post_message(Answered(answer.feed.title or answer.feed.url, done, reason))
        except TuinewsError as error:  # the library itself: a full disk, say
            failed.append(str(error))
        if not stop.is_set():
            self.post_message(Refreshed(new, changed, tuple(failed), quiet=due_only))

    @on(Answered)
    def _answered(self, event: Answered) -> None:
        self.tell(event.error or f"Refreshing… {event.done} done, {event.title}", warning=bool(event.error))

    @on(Refreshed)
    def _refreshed(self, event: Refreshed) -> None:
        if not event.quiet:
            self._asked_for = False
        news = f"{event.new:,} new" if event.new else "Nothing new"
        if event.failed:
            more = f" (and {len(event.failed) - 1} more failed)" if len(event.failed) > 1 else ""
            before = f"{news} · " if event.new else ""
            self.tell(f"{before}{event.failed[0]}{more}", warning=True)
        elif not event.quiet:
            self.tell(news)
        elif event.new and self.headlines.ids and not self.is_noticed:
            self.tell(f"{news} since last time")
        elif not self.headlines.ids and not self.is_noticed:
            self.tell()
        if event.new or event.changed or event.failed or not event.quiet:  # one may answer again
            self.recount()
        if event.new or event.changed or event.failed:
            self.find(keep=True)
        self._tell_caught()
        self._study_waiting()

    def _tell_caught(self) -> None:
        """Tell of what rules caught: it stays in the status line until a key has something to tell."""
        caught = self.library.caught()
        changed = [done for done in caught if done.changes]
        if changed:
            number = len({article for done in changed for ids in done[2:6] for article in ids})
            what = counted(number, "article")
            revert = self.library.rules.revert
            self.undoing.happened(
                f"What rules did to {what} is undone",
                lambda: self.change(
                    lambda: [revert(done) for done in reversed(changed)], lambda _: self.show_anew()
                ),
            )
            self.show_anew()
        late = [done.rule.sought for done in caught if done.late]
        if late:
            self.tell(f"The rule {late[0]} took too long and has not looked at all that came", warning=True)
        told = [article for done in caught if done.notify for article in done.ids]
        for headline in self.library.articles.headlines(told[:1]):
            more = f" (and {len(told) - 1:,} more)" if len(told) > 1 else ""
            self.notice = f"{headline.source}: {headline.title}{more}"
            self.tell(self.notice)
            self.alert(self.notice)

    def show_anew(self) -> None:
        """The state of many articles changed at once: show it."""
        self.headlines.forget()
        self.recount()
        self.find(keep=True)

    @work(thread=True, exclusive=True, group="waiting", exit_on_error=True)
    def _study_waiting(self) -> None:
        """Index and analyse what is stored and is not yet, so that words, people and quotations are found."""
        stop = get_current_worker().cancelled_event
        if self.library.search.catch_up(stop) and not stop.is_set():
            self.app.call_from_thread(self._rearranged)
        done, error = 0, ""
        try:
            for result in self.library.analyse_pending(stop):
                done += 1
                if isinstance(result, AnalysisError):
                    error = str(result)
        except TuinewsError as failure:
            error = str(failure)
        if not stop.is_set():
            self.post_message(Studied(done, error))

    def study_again(self, ids: Sequence[int]) -> None:
        """Analyse articles once more that made the analysis fail."""
        self.change(lambda: self.library.people.retry(ids), lambda _: self._study_waiting())

    @on(Studied)
    def _studied(self, event: Studied) -> None:
        if event.error:
            self.tell(event.error, warning=True)
        if event.done and self.sought:
            self.find(keep=True)
        self._tell_caught()
        self.recount()

    @work(thread=True, exclusive=True, group="upkeep", exit_on_error=True)
    def tend(self) -> None:
        """Look after the library where it is due: once a day."""
        try:
            forgotten = self.library.upkeep.tend(get_current_worker().cancelled_event)
        except TuinewsError:  # in use by another instance, say: in an hour again
            return
        if forgotten:
            self.app.call_from_thread(self._rearranged)

    def _rearranged(self) -> None:
        """Articles went, or into the rows of others: show it."""
        self.recount()
        self.find(keep=True)

    def action_add(self) -> None:
        """Ask for a source and follow it; where nothing stays, say what does."""
        if self.library.is_passing:
            self.tell("This goes when you leave. `tuinews add` follows for good")
            return
        from tuinews.ui.screens.prompt import Prompt

        self.app.push_screen(
            Prompt("Follow a feed, a site, a file or a folder: address or path", "https://…"), self._add
        )

    def _add(self, source: str | None) -> None:
        if source:
            self.tell(f"Reading {source}…")
            self._subscribe(source)

    @work(thread=True, group="subscribe", exit_on_error=True)
    def _subscribe(self, source: str) -> None:
        before = {feed.id for feed in self.library.feeds.all()}
        try:
            feed = self.library.subscribe(source, stop=get_current_worker().cancelled_event)
        except TuinewsError as error:
            self.post_message(Subscribed(source, error=str(error)))
        else:
            is_new = feed.id not in before
            self.post_message(Subscribed(feed.title or feed.url, of_feed(feed), is_new=is_new))

    @on(Subscribed)
    def _subscribed(self, event: Subscribed) -> None:
        if event.error:
            self.tell(event.error, warning=True)
            return
        if event.is_new:
            feed = self.library.feeds.get(event.source.feed_id)
            self.undoing.did(f"No longer following {event.title}", lambda: self._drop(feed, lambda: None))
        self.tell(f"Following {event.title}")
        self.view, self.source = "all", event.source
        self.show_view()
        self.recount()
        self.find()
        self._study_waiting()

    def action_remove(self) -> None:
        """Ask, then stop following the source of the article under the cursor."""
        feed = self._feed()
        if feed is not None:
            self.ask_removal(feed)

    def ask_removal(self, feed: Feed) -> None:
        """Ask, then stop following a feed."""
        from tuinews.ui.screens.prompt import Confirm

        if feed.kind is FeedKind.SAMPLE:
            self.tell("The samples go when you follow a source of your own: press a")
            return
        what = f" and remove its {counted(feed.total, 'article')}" if feed.total else ""
        self.app.push_screen(
            Confirm(f"Stop following “{feed.title}”{what}?"),
            lambda sure: self._drop(feed, lambda: self._tell_dropped(feed)) if sure else None,
        )

    def _drop(self, feed: Feed, then: Callable[[], object]) -> None:
        """Stop following a feed, and show what is left."""

        def dropped(_: object) -> None:
            if self.source.feed_id == feed.id:
                self.source = EVERYTHING
                self.show_view()
            then()
            self.show_anew()
            if any(kept.kind is FeedKind.SAMPLE for kept in self.library.feeds.all()):
                self.refresh_due()  # the samples are back, and still to be read

        self.change(lambda: self.library.unsubscribe(feed.id), dropped)

    def _tell_dropped(self, feed: Feed) -> None:
        title = feed.title or feed.url
        self.undoing.did(
            f"Following {title} again",
            lambda: self.change(lambda: self.library.resubscribe(feed.id), lambda _: self.show_anew()),
        )
        self.tell(f"No longer following {title} · u undoes it")

    def _feed(self) -> Feed | None:
        """The source of the article under the cursor."""
        lines = self.headlines
        headline = lines.headline(lines.cursor) if lines.ids else None
        return self.library.feeds.get(headline.feed_id) if headline else None
