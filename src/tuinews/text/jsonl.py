"""The analysis over streams, one JSON object an article; also the child process that reads a library."""

import json
from typing import Any, TextIO

from tuinews.model import Analysis, QuoteKind
from tuinews.text.analysis import analyse


def analyze_json(text: str, language: str = "") -> dict[str, Any]:
    """The analysis of one text: `text`, `quotes`, `other` and `people`, offsets in code points."""
    return {"text": text, **plain(text, analyse(text, language))}


def analyze_jsonl(stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    """Answer each line `{"id", "text"}` (and `language`, if known) with one line, in order, flushed at once.

    A line that is no such object, or an article that makes the analysis fail, is answered with an
    `error` (and nothing found in it), told on `stderr` by its id, and the loop goes on. The exit status
    is 1 if there was any, else 0.
    """
    status = 0
    for number, line in enumerate(stdin, 1):
        if not line.strip():
            continue
        answer = _answer(line)
        if "error" in answer:
            status = 1
            who = f" ({answer['id']})" if answer["id"] is not None else ""
            print(f"tuinews: line {number}{who}: {answer['error']}", file=stderr, flush=True)
        stdout.write(json.dumps(answer, ensure_ascii=False, separators=(",", ":")) + "\n")
        stdout.flush()
    return status


def _answer(line: str) -> dict[str, Any]:
    """The answer to one line of input."""
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as error:
        return {"id": None, "error": f"not a line of JSON: {error}"}
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        identity = asked.get("id") if isinstance(asked, dict) else None
        return {"id": identity, "error": 'expected an object {"id": ..., "text": "..."}'}
    language = asked.get("language", "")
    text = asked["text"]
    try:
        found = analyse(text, language if isinstance(language, str) else "")
    except Exception as bug:  # noqa: BLE001 # a bug met by one article must not cost all that follow theirs
        complaint = f"the analysis failed ({type(bug).__name__}: {bug}); please report this article"
        return {"id": asked.get("id"), "error": complaint, **plain(text, Analysis())}
    return {"id": asked.get("id"), **plain(text, found)}


def plain(text: str, found: Analysis) -> dict[str, Any]:
    """Return an analysis as plain values: `quotes` is speech, `other` what is quoted but nobody's words."""
    quotes = [
        {
            "start": quote.start,
            "end": quote.end,
            "text": text[quote.start : quote.end],
            "speaker": quote.speaker,
            "kind": str(quote.kind),
            "confidence": round(quote.confidence, 2),
        }
        for quote in found.quotes
    ]
    return {
        "quotes": [quote for quote in quotes if quote["kind"] != QuoteKind.OTHER],
        "other": [quote for quote in quotes if quote["kind"] == QuoteKind.OTHER],
        "people": [
            {
                "name": person.name,
                "key": person.key,
                "mentions": [
                    {"start": span.start, "end": span.end, "text": text[span.start : span.end]}
                    for span in person.mentions
                ],
            }
            for person in found.people
        ],
    }


if __name__ == "__main__":
    import sys

    sys.exit(analyze_jsonl(sys.stdin, sys.stdout, sys.stderr))
