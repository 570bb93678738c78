"""How fast the analysis is and what memory it takes, on one core: `python -m tests.benchmarks.analysis`.

Everything is measured through `tuinews analyze --jsonl` in a process of its own: the cold first result (one
article, with starting), words a second over generated articles less that, and hostile texts with the growth
from half the text to the whole. Medians of five; memory is the peak of the process.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.text.goldfile import articles
from tests.text.hostile import MAKERS

RUNS = 5
COPIES = 40  # of each English gold article, about 350,000 words in all
MEGABYTE = 1_000_000


def invented(text: str, names: set[str], source: random.Random) -> str:
    """The text with its names and one word in twelve exchanged for words that nobody has seen."""
    others: dict[str, str] = {}
    words = text.split(" ")
    for i, word in enumerate(words):
        if (word in names or source.random() < 1 / 12) and word.isalpha():
            made = "".join(
                source.choice(("ba", "ke", "li", "mo", "ru", "sten", "dor", "va")) for _ in range(3)
            )
            words[i] = others.setdefault(word, made.capitalize() if word[0].isupper() else made)
    return " ".join(words)


def corpus() -> list[str]:
    """The lines of the articles, no two alike."""
    source = random.Random(7)
    english = [article for article in articles() if article.language == "en"]
    return [
        json.dumps({"id": n, "text": invented(a.text, set(" ".join(a.persons).split()), source)})
        for n, a in enumerate(english * COPIES)
    ]


def run(lines: list[str]) -> tuple[float, float]:
    """Seconds and peak memory in megabytes of one process that analyses these lines."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as asked, Path(os.devnull).open("w") as nowhere:
        asked.write("\n".join(lines) + "\n")
        asked.seek(0)
        begun = time.perf_counter()
        child = subprocess.Popen(
            [sys.executable, "-m", "tuinews", "analyze", "--jsonl"], stdin=asked, stdout=nowhere
        )
        _, _, usage = os.wait4(child.pid, 0)
        child.returncode = 0
        return time.perf_counter() - begun, usage.ru_maxrss / 1024


def median(lines: list[str]) -> tuple[float, float]:
    """The medians of some runs."""
    seconds, memory = zip(*(run(lines) for _ in range(RUNS)), strict=True)
    return statistics.median(seconds), statistics.median(memory)


def main() -> None:
    """Measure and print."""
    lines = corpus()
    words = sum(len(json.loads(line)["text"].split()) for line in lines)
    first, least = median(lines[:1])
    whole, most = median(lines)
    print(f"first result, cold  {first:.2f} s, {least:.0f} MB")
    print(f"{words:,} words      {words / (whole - first):,.0f} words a second, {most:.0f} MB")
    for kind, make in MAKERS.items():
        count = round(MEGABYTE / (len(make(1000)) / 1000))
        half, _ = median([json.dumps({"id": 1, "text": make(count // 2), "language": "en"})])
        full, memory = median([json.dumps({"id": 1, "text": make(count), "language": "en"})])
        growth = (full - first) / (half - first)
        print(f"{kind:22} {full - first:6.2f} s a MB, {memory:4.0f} MB, twice the text {growth:.1f} times")


if __name__ == "__main__":
    main()
