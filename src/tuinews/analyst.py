"""The analysis that runs beside the reader, in a child process of its own.

The child is `tuinews analyze --jsonl`: one line of JSON in, one out. A process and not a thread,
since a thread that computes makes the interface's event loop late (7 ms at p95 with one busy
thread), and a plain subprocess and not a pool, since a pool's start-up fails inside a running
Textual application. It ends by itself when its standard input closes, however the parent ends.
"""

import json
import subprocess
import sys
from contextlib import suppress
from threading import Lock
from typing import Any

from tuinews.errors import AnalysisError
from tuinews.model import Analysis, Person, Quote, QuoteKind, Span


class Analyst:
    """One child process, started at the first text and started anew after a crash; safe to share."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The process id of the child, None while there is none."""
        return self._child.pid if self._child is not None else None

    def analyse(self, text: str, language: str = "") -> Analysis:
        """Return the analysis of `text`; blocks until it is done.

        Raises AnalysisError when the child reports a failure or dies over this text.
        """
        question = json.dumps({"id": 0, "text": text, "language": language}).encode() + b"\n"
        with self._lock:
            try:
                answer = self._ask(question)
            except OSError as error:
                self._end()
                raise AnalysisError(f"The analysis ended unexpectedly: {error}.") from error
        if not answer.endswith(b"\n"):
            raise AnalysisError("The analysis ended in the middle of an article; the article is skipped.")
        return read_analysis(json.loads(answer))

    def _ask(self, question: bytes) -> bytes:
        if self._closed:
            raise AnalysisError("The library is closed.")
        if self._child is None or self._child.poll() is not None:
            self._child = subprocess.Popen(
                [sys.executable, "-m", "tuinews", "analyze", "--jsonl"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._child.stdin.write(question)
        self._child.stdin.flush()
        answer = self._child.stdout.readline()
        if not answer.endswith(b"\n"):
            self._end()
        return answer

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was not yet written has nobody to go to
                    pipe.close()
        child.wait()

    def close(self) -> None:
        """End the child at once; an analysis under way in another thread fails with AnalysisError."""
        self._closed = True
        child = self._child
        if child is not None:
            child.kill()
        with self._lock:
            self._end()


def read_analysis(answer: dict[str, Any]) -> Analysis:
    """Read one line of `tuinews analyze --jsonl` back; raises AnalysisError when it reports an error."""
    if "error" in answer:
        raise AnalysisError(str(answer["error"]))
    quotes = sorted(answer["quotes"] + answer["other"], key=lambda quote: (quote["start"], -quote["end"]))
    return Analysis(
        quotes=tuple(
            Quote(
                quote["start"],
                quote["end"],
                QuoteKind(quote["kind"]),
                quote["speaker"],
                quote["confidence"],
            )
            for quote in quotes
        ),
        people=tuple(
            Person(
                person["name"],
                tuple(Span(mention["start"], mention["end"]) for mention in person["mentions"]),
                person["key"],
            )
            for person in answer["people"]
        ),
    )
