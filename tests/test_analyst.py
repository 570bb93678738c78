"""The child process that analyses: answers, failures, and a crash."""

import os
import signal
from pathlib import Path

import pytest

from tuinews.analyst import Analyst, read_analysis
from tuinews.errors import AnalysisError, AnalystError
from tuinews.model import QuoteKind, Span

TEXT = "“We are sorry,” said Ada Brook."


def test_the_child_gives_what_the_model_holds() -> None:
    analyst = Analyst()
    try:
        analysis = analyst.analyse(TEXT)
    finally:
        analyst.close()
    (quote,) = analysis.quotes
    assert (TEXT[quote.start : quote.end], quote.kind) == ("“We are sorry,”", QuoteKind.SPEECH)
    (brook,) = analysis.people
    assert quote.speaker == brook.name == "Ada Brook"
    assert brook.key
    assert brook.mentions == (Span(TEXT.index("Ada"), len(TEXT) - 1),)


def test_a_crash_costs_one_article_at_most() -> None:
    analyst = Analyst()
    try:
        before = analyst.analyse(TEXT)
        assert analyst.pid is not None
        os.kill(analyst.pid, signal.SIGKILL)
        try:
            after = analyst.analyse(TEXT)
        except AnalysisError:
            after = analyst.analyse(TEXT)
        assert after == before
    finally:
        analyst.close()


def test_an_analysis_that_cannot_start_is_no_fault_of_the_article(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PYTHONHOME", str(tmp_path))  # a Python without its library ends at once
    analyst = Analyst()
    try:
        with pytest.raises(AnalystError, match=r"cannot be started: .*encodings"):
            analyst.analyse(TEXT)
        monkeypatch.undo()
        assert analyst.analyse(TEXT).people
    finally:
        analyst.close()


def test_an_error_the_child_reports_is_told() -> None:
    with pytest.raises(AnalysisError, match="too long"):
        read_analysis({"id": 1, "error": "too long"})


def test_a_closed_analyst_refuses() -> None:
    analyst = Analyst()
    analyst.close()
    with pytest.raises(AnalysisError):
        analyst.analyse(TEXT)
