"""The stream of analyses: in order, a line for a line, and never stopped by one bad article."""

import io
import json
import subprocess
import sys

import pytest

from tuinews.model import Analysis
from tuinews.text.analysis import analyse
from tuinews.text.jsonl import analyze_json, analyze_jsonl

TEXT = "Ruth Okafor opened the bridge. “It will stand,” said Okafor. The '90s are over."


def answers(lines: str) -> tuple[int, list[dict[str, object]], str]:
    out, err = io.StringIO(), io.StringIO()
    status = analyze_jsonl(io.StringIO(lines), out, err)
    return status, [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue()


def test_one_answer_a_line_in_order() -> None:
    status, found, err = answers("".join(json.dumps({"id": n, "text": TEXT}) + "\n" for n in range(3)))
    assert status == 0
    assert err == ""
    assert [answer["id"] for answer in found] == [0, 1, 2]
    assert found[0]["quotes"] == found[2]["quotes"]


def test_bad_lines_are_answered_and_passed_over() -> None:
    bad = ["nonsense", "[]", '{"id": 7}', '{"id": 8, "text": 5}', "[" * 100_000]
    status, found, err = answers("\n".join([*bad, json.dumps({"id": 9, "text": TEXT})]) + "\n")
    assert status == 1
    assert [("error" in answer) for answer in found] == [True] * 5 + [False]
    assert [answer["id"] for answer in found] == [None, None, 7, 8, None, 9]
    assert len(err.splitlines()) == 5


def test_a_bug_met_by_one_article_costs_only_that_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def frail(text: str, language: str = "") -> Analysis:
        if "Okafor" not in text:
            raise ValueError("a bug")
        return analyse(text, language)

    monkeypatch.setattr("tuinews.text.jsonl.analyse", frail)
    articles = [{"id": "a", "text": TEXT}, {"id": "b", "text": "No."}, {"id": "c", "text": TEXT}]
    status, found, err = answers("".join(json.dumps(article) + "\n" for article in articles))
    assert status == 1
    assert [answer["id"] for answer in found] == ["a", "b", "c"]
    assert found[0]["quotes"] == found[2]["quotes"] != []
    assert "ValueError" in str(found[1]["error"])
    assert found[1]["quotes"] == found[1]["people"] == []
    assert "line 2 (b)" in err


def test_offsets_are_code_points_of_the_given_text() -> None:
    text = "🜚🜚 " + TEXT
    found = analyze_json(text)
    assert found["text"] == text
    (quote,) = found["quotes"]
    assert text[quote["start"] : quote["end"]] == quote["text"] == "“It will stand,”"
    assert quote["speaker"] == "Ruth Okafor"
    for person in found["people"]:
        for mention in person["mentions"]:
            assert text[mention["start"] : mention["end"]] == mention["text"]


def test_every_answer_is_flushed_at_once() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tuinews.text.jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as child:
        assert child.stdin
        assert child.stdout
        for n in range(2):
            child.stdin.write(json.dumps({"id": n, "text": TEXT}) + "\n")
            child.stdin.flush()
            assert json.loads(child.stdout.readline())["id"] == n
        child.stdin.close()
        assert child.wait() == 0
