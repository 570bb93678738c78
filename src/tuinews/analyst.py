"""The analysis that runs beside the reader, in a child process of its own.

The child is `tuinews analyze --jsonl`: one line of JSON in, one out. A process and not a thread,
since a thread that computes makes the interface's event loop late (7 ms at p95 with one busy
thread), and a plain subprocess and not a pool, since a pool's start-up fails inside a running
Textual application. It ends by itself when its standard input closes, however the parent ends.
"""

import json
import os
import subprocess
import sys
from contextlib import suppress
from threading import Lock
from typing import Any

from tuinews.errors import AnalysisError, AnalystError
from tuinews.model import Analysis, Person, Quote, QuoteKind, Span

_COMMAND = (sys.executable, "-m", "tuinews", "analyze", "--jsonl")


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

        Raises AnalysisError when the child reports a failure or dies over this text, and AnalystError
        when no child can be started: then no article is to blame.
        """
        question = {"id": 0, "text": text, "language": language}
        with self._lock:
            answer = self._ask(question)
            if answer is None and self._ask({"id": 0, "text": ""}) is None and not self._closed:
                raise AnalystError(f"The analysis cannot be started: {_reason()}.")
        if answer is None:
            raise AnalysisError("the analysis ended in the middle of it")
        return read_analysis(json.loads(answer))

    def _ask(self, question: dict[str, Any]) -> bytes | None:
        """Return the child's answer, None if it ended without one."""
        if self._closed:
            raise AnalysisError("the library is closed")
        try:
            if self._child is None or self._child.poll() is not None:
                self._child = subprocess.Popen(
                    _COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
                )
                _give_way(self._child.pid)
            assert self._child.stdin is not None
            assert self._child.stdout is not None
            self._child.stdin.write(json.dumps(question).encode() + b"\n")
            self._child.stdin.flush()
            answer = self._child.stdout.readline()
        except OSError:
            answer = b""
        if answer.endswith(b"\n"):
            return answer
        self._end()
        return None

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


def _give_way(pid: int) -> None:
    """Let the reader itself go first where there are fewer processors than there is to do."""
    if hasattr(os, "setpriority"):  # not on Windows
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, pid, 10)


def _reason() -> str:
    """Why the child ends at once: the last error that it writes to standard error."""
    try:
        tried = subprocess.run(_COMMAND, input=b"", capture_output=True, timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    lines = [line for line in tried.stderr.decode(errors="replace").splitlines() if "Error: " in line]
    return lines[-1].rstrip(".") if lines else f"it ends at once, with status {tried.returncode}"


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
