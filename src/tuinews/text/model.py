"""The trained model: a linear-chain conditional random field over stretches of capitalised words.

Only stretches that can hold a name are looked at (about one word in five), and the weights of a word's
own features are summed once per word and kept, so that no array library is needed for speed and the
model is ready a few milliseconds after it is opened.

Lafferty, McCallum and Pereira, "Conditional Random Fields" (2001). Trained by `tests/training`.
"""

import struct
import sys
from array import array
from functools import cache
from importlib.resources import files
from math import exp, log
from typing import Literal
from zlib import crc32

from tuinews.text.features import EDGE, OFFSETS, PLACES, alone, together, word_class
from tuinews.text.language import Language, language
from tuinews.text.lexicon import Lexicon, lexicon

LABELS = "OBIX"  # outside, a person's first word, a person's further word, part of another name
Four = tuple[float, float, float, float]
_KEPT = 8_000  # words whose sums are kept, for each offset; about 10 MB in all when full
SCALE = 512  # weights are kept as 16-bit numbers, this many to one
_HEADER = struct.Struct("<I16f")


class Model:
    """Weights by feature, transitions, and the sums kept for words already seen."""

    def __init__(self, data: bytes, lexicon: Lexicon, language: Language) -> None:
        """Read a model as `pack` wrote it."""
        count, *self._moves_log = _HEADER.unpack_from(data)
        self._moves = [exp(number) for number in self._moves_log]
        middle = _HEADER.size + 4 * count
        codes = _numbers("I", data[_HEADER.size : middle])
        self._index = dict(zip(codes, range(0, 4 * count, 4), strict=True))
        self._weights = _numbers("h", data[middle:])
        self._lexicon = lexicon
        self._language = language
        self._sums: dict[int, dict[str, Four]] = {offset: {} for offset in OFFSETS}
        self._classes: dict[str, str] = {}
        self._joint: dict[tuple[str, ...], Four] = {}
        self._places = {feature: self._sum([feature]) for feature in PLACES}

    def word_class(self, word: str) -> str:
        """The class of a word, see `features.word_class`; kept."""
        found = self._classes.get(word)
        if found is None:
            if len(self._classes) > _KEPT:
                self._classes.clear()
            found = self._classes[word] = word_class(word, self._lexicon, self._language)
        return found

    def scores(self, words: list[str], first: bytearray, run: tuple[int, int]) -> list[Four]:
        """For each token of a run, how much speaks for each label, the neighbours not yet considered."""
        start, end = run
        count = len(words)
        beside = [words[i] if 0 <= i < count else EDGE for i in range(start - 2, end + 2)]
        classes = [self.word_class(word) for word in beside]
        m2, m1, p0, p1, p2 = self._sums.values()
        size = self._places[f"L{min(end - start, 5)}"]
        found: list[Four] = []
        for i in range(2, end - start + 2):
            a, b, c, d, e = beside[i - 2 : i + 3]
            joint = tuple(classes[i - 2 : i + 3])
            # Written out: a sum over a zip of the seven takes half as long again in the hottest loop of all.
            a0, a1, a2, a3 = m2.get(a) or self._keep(a, -2)
            b0, b1, b2, b3 = m1.get(b) or self._keep(b, -1)
            c0, c1, c2, c3 = p0.get(c) or self._keep(c, 0)
            d0, d1, d2, d3 = p1.get(d) or self._keep(d, 1)
            e0, e1, e2, e3 = p2.get(e) or self._keep(e, 2)
            f0, f1, f2, f3 = self._joint.get(joint) or self._keep_joint(joint)
            g0, g1, g2, g3 = size
            if first[start + i - 2]:
                g0, g1, g2, g3 = _plus(size, self._places[f"F{first[start + i - 2]}"])
            found.append(
                (
                    a0 + b0 + c0 + d0 + e0 + f0 + g0,
                    a1 + b1 + c1 + d1 + e1 + f1 + g1,
                    a2 + b2 + c2 + d2 + e2 + f2 + g2,
                    a3 + b3 + c3 + d3 + e3 + f3 + g3,
                )
            )
        return found

    def _sum(self, features: list[str]) -> Four:
        """The weights of some features together. A feature is known by its CRC-32: among so few (some
        hundred thousand of four thousand million) a strange one is taken for a known one once in 40,000.
        """
        o = b = i = x = 0
        weights, index = self._weights, self._index
        for at in map(index.get, map(crc32, map(str.encode, features))):
            if at is not None:
                o += weights[at]
                b += weights[at + 1]
                i += weights[at + 2]
                x += weights[at + 3]
        return o / SCALE, b / SCALE, i / SCALE, x / SCALE

    def _keep(self, word: str, offset: int) -> Four:
        kept = self._sums[offset]
        if len(kept) > _KEPT:
            kept.clear()
        kept[word] = found = self._sum(alone(word, self.word_class(word), offset))
        return found

    def _keep_joint(self, joint: tuple[str, ...]) -> Four:
        if len(self._joint) > _KEPT:
            self._joint.clear()
        self._joint[joint] = found = self._sum(together(list(joint), 2))
        return found

    def best(self, scores: list[Four]) -> list[int]:
        """The likeliest labels of a run together, as indices into `LABELS` (Viterbi)."""
        moves = self._moves_log
        reached = scores[0]
        came: list[list[int]] = []
        for four in scores[1:]:
            steps = []
            totals = []
            for j in (0, 1, 2, 3):
                ways = [reached[0] + moves[j], reached[1] + moves[4 + j]]
                ways += [reached[2] + moves[8 + j], reached[3] + moves[12 + j]]
                total = max(ways)
                steps.append(ways.index(total))
                totals.append(total + four[j])
            came.append(steps)
            reached = (totals[0], totals[1], totals[2], totals[3])
        label = reached.index(max(reached))
        labels = [label]
        for steps in reversed(came):
            label = steps[label]
            labels.append(label)
        return labels[::-1]

    def chances(self, scores: list[Four]) -> list[Four]:
        """The probability of each label for each token: forward-backward, scaled at every step."""
        weights = [_exps(four) for four in scores]
        forward = [_scaled(weights[0])]
        for four in weights[1:]:
            forward.append(_scaled(_times(four, self._step(forward[-1]))))
        backward: list[Four] = [(1.0, 1.0, 1.0, 1.0)]
        for four in reversed(weights[1:]):
            backward.append(_scaled(self._step_back(_times(four, backward[-1]))))
        return [_scaled(_times(a, b)) for a, b in zip(forward, reversed(backward), strict=True)]

    def _step(self, v: Four) -> Four:
        m = self._moves
        a, b, c, d = v
        return (
            a * m[0] + b * m[4] + c * m[8] + d * m[12],
            a * m[1] + b * m[5] + c * m[9] + d * m[13],
            a * m[2] + b * m[6] + c * m[10] + d * m[14],
            a * m[3] + b * m[7] + c * m[11] + d * m[15],
        )

    def _step_back(self, v: Four) -> Four:
        m = self._moves
        a, b, c, d = v
        return (
            a * m[0] + b * m[1] + c * m[2] + d * m[3],
            a * m[4] + b * m[5] + c * m[6] + d * m[7],
            a * m[8] + b * m[9] + c * m[10] + d * m[11],
            a * m[12] + b * m[13] + c * m[14] + d * m[15],
        )


def _exps(four: Four) -> Four:
    top = max(four)
    return exp(four[0] - top), exp(four[1] - top), exp(four[2] - top), exp(four[3] - top)


def _plus(u: Four, v: Four) -> Four:
    return u[0] + v[0], u[1] + v[1], u[2] + v[2], u[3] + v[3]


def _times(u: Four, v: Four) -> Four:
    return u[0] * v[0], u[1] * v[1], u[2] * v[2], u[3] * v[3]


def _scaled(four: Four) -> Four:
    total = four[0] + four[1] + four[2] + four[3]
    return four[0] / total, four[1] / total, four[2] / total, four[3] / total


def odds(four: Four, limit: float = 6.0) -> float:
    """The log odds that a token belongs to a person's name, between -limit and limit."""
    inside = four[1] + four[2]
    low = exp(-limit)
    return log(max(inside, low) / max(1.0 - inside, low))


def _numbers(kind: Literal["I", "h"], data: bytes) -> "array[int]":
    found = array(kind, data)
    if sys.byteorder == "big":
        found.byteswap()
    return found


def pack(moves: list[float], weights: dict[str, list[float]]) -> bytes:
    """A model as bytes: the 16 transitions, the features' sorted CRC-32 codes, four 16-bit weights each."""
    by_code = {crc32(feature.encode()): four for feature, four in weights.items()}
    codes = sorted(by_code)
    numbers = [max(-32768, min(32767, round(n * SCALE))) for code in codes for n in by_code[code]]
    header = _HEADER.pack(len(codes), *moves)
    return header + struct.pack(f"<{len(codes)}I", *codes) + struct.pack(f"<{len(numbers)}h", *numbers)


@cache
def model(code: str) -> Model | None:
    """The trained model of a language, by its code, or None where there is none."""
    path = files("tuinews.text") / "data" / f"{code}.model"
    if not code or not path.is_file():
        return None
    return Model(path.read_bytes(), lexicon(), language(code))
