"""`tuinews analyze`, run as a script would run it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

TEXT = (
    "The ferry is late.\r\n\r\n“We are sorry,” said Ada Brook, the harbour master. 🚢 “So am I,” Brook added."
)


def analyze(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "tuinews", "analyze", *arguments],
        input=given,
        capture_output=True,
        check=False,
        timeout=60,
    )


def lines(output: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def test_json_gives_the_text_back_with_offsets_into_exactly_it() -> None:
    ended = analyze("-", "--json", given=TEXT.encode())
    assert ended.returncode == 0, ended.stderr
    answer = json.loads(ended.stdout)
    assert answer["text"] == TEXT
    for quote in answer["quotes"]:
        assert TEXT[quote["start"] : quote["end"]] == quote["text"]
    assert [(quote["text"], quote["speaker"]) for quote in answer["quotes"]] == [
        ("“We are sorry,”", "Ada Brook"),
        ("“So am I,”", "Ada Brook"),
    ]
    (brook,) = answer["people"]
    assert brook["name"] == "Ada Brook"
    assert [mention["text"] for mention in brook["mentions"]] == ["Ada Brook", "Brook"]


def test_a_file_is_read_and_told_in_words(tmp_path: Path) -> None:
    file = tmp_path / "ferry.txt"
    file.write_text(TEXT, encoding="utf-8", newline="")
    ended = analyze(str(file))
    assert "Ada Brook: “We are sorry,”" in ended.stdout.decode()


def test_a_missing_file_is_one_sentence() -> None:
    ended = analyze("nowhere.txt", "--json")
    assert ended.returncode == 1
    assert ended.stderr.decode().count("\n") == 1
    assert "nowhere.txt" in ended.stderr.decode()


def test_jsonl_answers_every_line_in_order_and_survives_bad_ones() -> None:
    given = [
        json.dumps({"id": "a", "text": TEXT}),
        "this is not JSON",
        json.dumps({"id": 2, "text": ""}),
        json.dumps({"id": "last", "text": "Nobody speaks."}),
    ]
    ended = analyze("--jsonl", given="\n".join(given).encode())
    answers = lines(ended.stdout)
    assert [answer.get("id") for answer in answers] == ["a", None, 2, "last"]
    assert "error" in answers[1]
    assert len(answers[0]["quotes"]) == 2


def test_jsonl_answers_a_line_before_the_next_is_asked() -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "tuinews", "analyze", "--jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    with child:
        for number in range(3):
            child.stdin.write(json.dumps({"id": number, "text": TEXT}).encode() + b"\n")
            child.stdin.flush()
            assert json.loads(child.stdout.readline())["id"] == number
        child.stdin.close()
    assert child.returncode == 0
