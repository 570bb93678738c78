"""Keys in turn: each is answered when what the one before it did is done.

Textual gives a key at once to what has the focus. Of two keys that come in one read, as when somebody types
fast or through a slow line, the second then goes to where one was before the first: `/` and a word would be
commands, `l"` would open the quotations of the view instead of the article's. So a key waits here until the
one before it has gone all its way up: the widget, those around it, the screen, the application, and a screen
it opened. Each has a queue of its own, in order, so a callback at the end of each is proof enough.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from time import monotonic
from typing import Any

from textual.app import App
from textual.events import Key, Paste
from textual.message_pump import MessagePump

LOOK = 0.05
"""Seconds between looks whether the queue that is waited for still runs: one that was closed calls nobody."""

LONGEST = 10.0
"""Seconds after which the next key no longer waits."""


class Turns:
    """What was typed and not answered yet; `answer` gives a key to what has the focus."""

    def __init__(self, app: App[Any], answer: Callable[[Key | Paste], Awaitable[None]]) -> None:
        self._app, self._answer = app, answer
        self._waiting: deque[Key | Paste] = deque()
        self._is_answering = False
        self._pumps: Sequence[MessagePump] = ()  # still to be gone through, the first is waited for
        self._then: Callable[[], object] = int
        self._step = 0
        self._begun = 0.0
        self._is_looking = False

    async def take(self, event: Key | Paste) -> None:
        """Answer a key now, or when its turn comes."""
        self._waiting.append(event)
        if not self._is_answering:
            await self._next()

    async def _next(self) -> None:
        self._is_answering = bool(self._waiting)
        if not self._is_answering:
            return
        event, screen = self._waiting.popleft(), self._app.screen
        target = self._app.focused or screen

        def all_the_way_up() -> None:
            opened = self._app.screen
            self._after([] if opened is screen else [opened, opened, self._app], self._call_next)

        self._begun = monotonic()
        try:
            await self._answer(event)
        finally:
            # Twice through a first queue: what the key itself sends there stands behind the first callback.
            self._after([target, *target.ancestors_with_self], all_the_way_up)
            if not self._is_looking:
                self._look()

    def _call_next(self) -> None:
        self._app.call_later(self._next)

    def _after(self, pumps: Sequence[MessagePump], then: Callable[[], object]) -> None:
        """Call `then` when what is in these queues by now is done, one queue after the other."""
        self._step += 1
        self._then = then
        for number, pump in enumerate(pumps):
            if pump.call_later(self._through, self._step):
                self._pumps = pumps[number:]
                return
        self._pumps = ()
        then()

    def _through(self, step: int) -> None:
        """A queue is done."""
        if step == self._step:
            self._after(self._pumps[1:], self._then)

    def _look(self) -> None:
        """Pass by a queue that was closed while it was waited for."""
        self._is_looking = bool(self._pumps)
        if not self._is_looking:
            return
        if not self._pumps[0].is_running or monotonic() - self._begun > LONGEST:
            self._after(self._pumps[1:], self._then)
        asyncio.get_running_loop().call_later(LOOK, self._look)
