"""Many feeds at once: one thread waits for all servers, the caller's thread reads what they sent.

    caller --feeds--> [thread: one event loop, bounded at once and per host] --answers--> caller: parse, yield

Waiting is what a server costs, and an event loop waits for any number of them; parsing is what an answer
costs, and more threads would not make it faster.
"""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Coroutine, Iterator
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TypeVar

from tuinews.errors import SourceError
from tuinews.limits import DEFAULT_LIMITS, Limits
from tuinews.model import Failed, Feed, Fetched
from tuinews.sources.address import host_name, shown
from tuinews.sources.answer import Answer
from tuinews.sources.http import Client
from tuinews.sources.web import ask, understand

# How soon a stop is noticed, in seconds.
_GLANCE = 0.05

T = TypeVar("T")
Answers = SimpleQueue[tuple[Feed, Answer | Failed]]


def fetch_web(
    feeds: list[Feed],
    stop: Event,
    limits: Limits = DEFAULT_LIMITS,
    trusted: frozenset[str] = frozenset(),
) -> Iterator[tuple[Feed, Fetched | Failed]]:
    """Yield each feed with its result as they come; end soon after `stop` is set, leaving the rest out.

    Besides the hosts of these feeds, the `trusted` ones may be in a private network.
    """
    trusted |= {host_name(feed.url) for feed in feeds}
    answers: Answers = SimpleQueue()
    halt = Event()
    asked = feeds, answers, stop, halt, limits, trusted
    thread = Thread(target=_run, args=asked, name="tuinews-fetch", daemon=True)
    thread.start()
    try:
        yield from _read(len(feeds), answers, stop, limits)
    finally:
        halt.set()
        thread.join()


def fetch_alone(
    url: str, accept: str, stop: Event, subscribed: str, limits: Limits = DEFAULT_LIMITS
) -> Answer:
    """Return what one address named by a feed answers; raise SourceError when it cannot be had.

    `subscribed` is the address of that feed: its host may be in a private network.
    """

    async def get() -> Answer:
        async with Client(limits, trusted_with(subscribed)) as client:
            return await client.get(url, {"accept": accept})

    answer = until_stopped(get, stop)
    require_ok(url, answer.status)
    return answer


def trusted_with(subscribed: str) -> frozenset[str]:
    """Return the host of a feed's address, as a client trusts hosts; none for what is no web address."""
    return frozenset({host_name(subscribed)} - {""})


def require_ok(url: str, status: int) -> None:
    """Raise SourceError for an answer with any status but 200."""
    if status != 200:
        raise SourceError(f"{shown(url)} answers with an error ({status}).")


def until_stopped(make: Callable[[], Coroutine[None, None, T]], stop: Event) -> T:
    """Return what the coroutine returns; raise SourceError soon after `stop` is set. Blocks this thread."""

    async def watch() -> T:
        task = asyncio.create_task(make())
        while not task.done():
            if stop.is_set():
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
                raise SourceError("It was stopped.")
            await asyncio.wait({task}, timeout=_GLANCE)
        return task.result()

    return asyncio.run(watch())


def _read(
    expected: int, answers: Answers, stop: Event, limits: Limits
) -> Iterator[tuple[Feed, Fetched | Failed]]:
    while expected and not stop.is_set():
        try:
            feed, answer = answers.get(timeout=_GLANCE)
        except Empty:
            continue
        expected -= 1
        yield feed, answer if isinstance(answer, Failed) else understand(feed, answer, limits)


def _run(
    feeds: list[Feed], answers: Answers, stop: Event, halt: Event, limits: Limits, trusted: frozenset[str]
) -> None:
    asyncio.run(_ask_all(feeds, answers, stop, halt, Client(limits, trusted)))


async def _ask_all(feeds: list[Feed], answers: Answers, stop: Event, halt: Event, pool: Client) -> None:
    limits = pool.limits
    at_once = asyncio.Semaphore(limits.at_once)
    of_host: dict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(limits.per_host))
    async with pool as client:

        async def one(feed: Feed) -> None:
            # First the host, then the place: a queue for one slow host must not hold places others could use.
            async with of_host[host_name(feed.url)], at_once:
                answers.put((feed, await ask(client, feed)))

        tasks = {asyncio.create_task(one(feed)) for feed in feeds}
        while tasks and not (stop.is_set() or halt.is_set()):
            done, tasks = await asyncio.wait(tasks, timeout=_GLANCE)
            for task in done:
                task.result()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
