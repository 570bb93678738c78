"""Generated wire reports: capital headings, tables of results, scorers, datelines; shapes, not words."""

from tests.training import shapes
from tests.training.corpus import Span
from tests.training.invent import Inventor

_KNOWN = 0.6  # how often a surname is that of somebody who has appeared


def _printed(template: str) -> str:
    """A line without the blanks between words and signs."""
    for sign in (".", ",", ":", ";", ")", "'s"):
        template = template.replace(f" {sign}", sign)
    return template.replace("( ", "(").replace('" ', '"', 1).replace(' "', '"', 1)


class Report:
    """A report in the making: the text, its names, and who has appeared."""

    def __init__(self, inventor: Inventor, spaced: bool) -> None:
        self.inventor = inventor
        self.spaced = spaced
        self.text = ""
        self.spans: list[Span] = []
        self.cast: list[tuple[list[str], int]] = []
        self.ship = inventor.word("given")

    def line(self, template: str) -> None:
        """Write one line, its signs parted from the words or not."""
        if not self.spaced:
            for sign in (".", ",", ":", ";", ")", "'s"):
                template = template.replace(f" {sign}", sign)
            template = (
                template.replace("( ", "(").replace('" ', '"', 1).replace(' , "', ',"').replace(' "', '"', 1)
            )
        for piece in template.replace("{", "}{").split("}"):
            if piece.startswith("{"):
                word, kind = self._person(piece[1]) or self._other(piece[1]) or (self._plain(piece[1]), "")
                if kind:
                    self.spans.append((len(self.text), len(self.text) + len(word), kind))
                self.text += word
            else:
                self.text += piece
        self.text += "\n"

    def _person(self, sign: str) -> tuple[str, str] | None:
        pick = self.inventor.random
        if sign not in "NMngSI":
            return None
        if sign in "NM" or not self.cast or pick.random() > _KNOWN:
            self.cast.append(self.inventor.name())
        parts, surname = self.cast[-1] if sign in "NM" else pick.choice(self.cast)
        whole = " ".join(parts)
        forms = {
            "M": whole.upper(),
            "n": parts[surname],
            "g": parts[0] if surname and "." not in parts[0] else whole,
            "S": parts[surname].upper(),
            "I": f"{parts[0][0]}. {parts[-1]}" if surname else whole,
        }
        return forms.get(sign, whole), "P"

    def _other(self, sign: str) -> tuple[str, str] | None:
        """A name of what is no person."""
        pick, inventor = self.inventor.random, self.inventor
        place = inventor.word("place")
        surname = (
            pick.choice(self.cast)[0][-1] if self.cast and pick.random() < 0.2 else inventor.word("family")
        )
        english = inventor.word("english family")
        words = {
            "C": pick.choice(shapes.OTHERS["countries"]),
            "J": pick.choice(shapes.OTHERS["peoples"]),
            "P": place,
            "U": place.upper(),
            "T": place if pick.random() < 0.4 else f"{place} {pick.choice(shapes.OTHERS['clubs'])}",
            "O": f"{pick.choice((surname, english, place))} {pick.choice(shapes.OTHERS['firms'])}",
            "B": f"{english}{pick.choice((' ', ' ', ' & ', ' and '))}{inventor.word('english family')}",
            "V": f"{inventor.word('english given')} {english}" if pick.random() < 0.6 else self.ship,
            "v": self.ship,
        }
        words["Y"] = words["C"].upper()
        honoured = pick.choice((surname, english, " ".join(inventor.name()[0]), place))
        words["Z"] = f"{honoured} {pick.choice(shapes.OTHERS['things'])}"
        return (words[sign], "X") if sign in words else None

    def _plain(self, sign: str) -> str:
        """A sport, a day, a month, a number."""
        pick = self.inventor.random
        plain = {
            "G": pick.choice(shapes.OTHERS["sports"]),
            "D": pick.choice(shapes.OTHERS["days"]),
            "m": pick.choice(shapes.OTHERS["months"]),
            "1": str(pick.randint(1, 9)),
            "2": str(pick.randint(10, 99)),
            "t": f"{pick.randint(1, 9)}:{pick.randint(10, 59)}.{pick.randint(10, 99)}",
            "x": f"{pick.randint(0, 7)}-{pick.randint(0, 7)}",
        }
        return plain[sign]


def report(inventor: Inventor) -> tuple[str, list[Span]]:
    """One report: a heading, perhaps a byline and a dateline, then rows and sentences."""
    pick = inventor.random
    made = Report(inventor, pick.random() < 0.5)
    made.line(pick.choice(shapes.LINES["headings"]))
    if pick.random() < 0.3:
        made.line("{N}")
    if pick.random() < 0.7:
        made.line(pick.choice(shapes.LINES["datelines"]))
    for _ in range(pick.randint(3, 10)):
        rows = pick.random() < 0.5
        template = pick.choice(shapes.LINES["rows" if rows else "sentences"])
        for _ in range(pick.randint(1, 5) if rows else 1):
            made.line(template)
    return made.text, made.spans
