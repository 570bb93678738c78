"""Names that nobody bears: family-first ones, initials, particles, and invented words among them."""

import random
from importlib.resources import files

from tests.training.corpus import Span

INITIALS = "ABCDEFGHJKLMNPRSTW"
PARTICLES = ("van", "de", "von", "van der", "de la", "bin", "al", "Al", "Van", "De", "el", "da", "ben")
PREFIXES = ("al-", "Al-", "El-", "O'", "Mc", "Mac", "D'")
CHINESE = "Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Zhu Guo Lin Gao Luo Zheng Liang Xie".split()  # noqa: SIM905
CHINESE_GIVEN = [
    "Xiao",
    "Jian",
    "Hui",
    "Ming",
    "Wei",
    "Hong",
    "Ping",
    "Guo",
    "Dong",
    "Jun",
    "Yong",
    "Qiang",
    "Hua",
    "Mei",
    "Ling",
    "Fang",
    "Tao",
    "Bo",
    "Zhi",
]
KOREAN = "Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Yoo Hong".split()  # noqa: SIM905
KOREAN_GIVEN = "Jae Min Sung Hyun Ji Young Soo Jin Ho Kyung Hee Woo Jong Dong Sang Chul Seung Eun Mi".split()  # noqa: SIM905
VIETNAMESE = "Nguyen Tran Le Pham Hoang Huynh Phan Vu Vo Dang Bui Do Ho Ngo Duong".split()  # noqa: SIM905
VIETNAMESE_GIVEN = "Van Thi Minh Duc Hai Anh Thanh Quang Tuan Hung Lan Huong Phuc Dung Linh Nam".split()  # noqa: SIM905


class Inventor:
    """Draws names with one random source; the words come from the lexicon of the package."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.words: dict[str, list[str]] = {"given": [], "family": [], "place": []}
        lexicon = files("tuinews.text") / "data" / "lexicon.txt"
        for entry in lexicon.read_text(encoding="utf-8").split():
            word, sign, flags = entry.partition("=")
            if sign and len(word) > 2 and not set(flags) & set("cq"):
                kind = "place" if set(flags) <= set("pP") else "" if "p" in flags else "family"
                kind = "given" if kind == "family" and set(flags) & set("mf") else kind
                if kind:
                    self.words[kind].append(word)

    def word(self, kind: str) -> str:
        """A word of the lexicon, or in one case of six the halves of two."""
        pick, pool = self.random, self.words[kind]
        if kind == "place" or pick.random() < 0.84:
            return pick.choice(pool)
        front, back = pick.choice(pool), pick.choice(pool)
        return front[: max(2, len(front) // 2)] + back[len(back) // 2 :]

    def name(self) -> tuple[list[str], int]:
        """The parts of a full name, and which of them is the surname."""
        pick = self.random
        if pick.random() < 0.1:
            return self._family_first(), 0
        given, family, way = [self.word("given")], self.word("family"), pick.random()
        if way < 0.06:
            given.append(f"{pick.choice(INITIALS)}.")
        elif way < 0.1:
            given = [f"{pick.choice(INITIALS)}."]
        elif way < 0.14:
            given.append(self.word("given"))
        elif way < 0.17:
            family = f"{pick.choice(PARTICLES)} {family}"
        elif way < 0.19:
            family = pick.choice(PREFIXES) + family
        elif way < 0.215:
            family = f"{family}-{self.word('family')}"
        return [*given, family], len(given)

    def _family_first(self) -> list[str]:
        pick, way = self.random, self.random.random()
        if way < 0.4:
            second = pick.choice(CHINESE_GIVEN).lower() if pick.random() < 0.6 else ""
            return [pick.choice(CHINESE), pick.choice(CHINESE_GIVEN) + second]
        if way < 0.8:
            one, two = pick.choice(KOREAN_GIVEN), pick.choice(KOREAN_GIVEN)
            forms = ([f"{one}-{two.lower()}"], [one, two], [f"{one}-{two}"], [one + two.lower()])
            return [pick.choice(KOREAN), *pick.choices(forms, (45, 30, 10, 15))[0]]
        return [pick.choice(VIETNAMESE), pick.choice(VIETNAMESE_GIVEN), pick.choice(VIETNAMESE_GIVEN)]

    def rename(self, text: str, spans: list[Span]) -> tuple[str, list[Span]]:
        """The same text with every person under another name, the same one throughout."""
        names: dict[str, tuple[list[str], int]] = {}
        out, found, last = "", list[Span](), 0
        for start, end, kind in sorted(spans):
            if start < last:
                continue
            out += text[last:start]
            word, last = text[start:end], end
            if kind == "P" and word[0].isupper() and all(c.isalnum() or c in " .'’-" for c in word):
                parts, surname = names.setdefault(word.split()[-1], self.name())
                word = " ".join(parts) if " " in word else parts[surname]
            found.append((len(out), len(out) + len(word), kind))
            out += word
        return out + text[last:], found
