"""Generated wire reports: capital headings, tables of results, scorers, datelines; shapes, not words."""

from tests.training.corpus import Span
from tests.training.invent import Inventor

COUNTRIES = [
    "Australia",
    "Brazil",
    "Canada",
    "Sweden",
    "Germany",
    "France",
    "Italy",
    "Spain",
    "Russia",
    "Poland",
    "Kenya",
    "Japan",
    "China",
    "India",
]
PEOPLES = [
    "Australian",
    "Brazilian",
    "Canadian",
    "Swedish",
    "German",
    "French",
    "Italian",
    "Spanish",
    "Russian",
    "Kenyan",
    "Japanese",
]
CLUBS = "Rovers United City Wanderers Rangers Athletic County Town Tigers Lions Bears Eagles Hawks".split()  # noqa: SIM905
SPORTS = "SOCCER TENNIS CRICKET GOLF RUGBY BASEBALL BASKETBALL HOCKEY ATHLETICS CYCLING SKIING".split()  # noqa: SIM905
FIRMS = "Holdings Inc Corp Ltd Group Plc Bank Airlines Industries Motors Steel".split()  # noqa: SIM905
# N a full name, n a surname, S one in capitals, I an initial and a surname, C a country, Y one in capitals,
# J a people, P a place, U one in capitals, T a team, O a firm, G a sport, 1 a digit, 2 two, x a score.
HEADINGS = """{G} - {U} BEAT {U} {x} .|{G} - {S} LEADS AFTER SECOND ROUND .|{G} - {S} CENTURY LIFTS {Y} .
{G} - {S} , {S} REACH FINAL .|{G} - RESULTS OF WORLD CUP EVENTS .|{G} - {S} OUT OF {Y} TEAM .
{G} - {S} RETIRES AFTER KNEE INJURY .|{G} - LEADING MONEY WINNERS ON TOUR .|{U} STOCKS END HIGHER ."""
ROWS = """{N} ( {C} ) beat {N} ( {C} ) {x} {x}|{1}. {N} ( {C} ) {2}.{2} metres|{1}. {N} , {C} , 3:{2}
2{2} {N} ( {C} ) 6{1} 7{1} 6{1}|{T} {1} {T} {1}|{T} {1} ( {n} 12th minute , {n} {2} ) {T} {1} ( {n} {2} ) .
Scorers : {N} ( {2}th minute ) , {n} ( {2} )|{U} {1} {U} {1}|{U} AT {U}|{I} c {n} b {n} {2}|{I} not out {2}
Bowling : {n} 10-1-{2}-{1} , {n} 9-0-{2}-0|{C} : {N} ( captain ) , {N} , {N} , {N} .|{N} , {T} , {2} points
Did not bat : {N} , {N} , {n}|Winning pitcher : {n} ( 4-{1} ) .|{T} {2} {2} .4{2} {1}|Tries : {n} , {n} ."""
SENTENCES = """{C} 's {N} won the {J} Open , beating {N} of {C} {x} .|{N} scored twice as {T} beat {T} {x} .
In {P} , {N} hit a homer and {N} pitched seven innings .|{T} coach {N} said {n} had a knee injury .
{J} Foreign Minister {N} met {J} President {N} in {P} .|{O} said it had named {N} as chief executive .
{O} shares rose {2} cents in {P} .|Top seed {N} crushed {N} {x} .|{J} driver {N} was ahead of {n} .
{N} ( R-{P} ) said the bill was dead .|Sen. {N} , D-{P} , and Rep. {N} backed the bill .
Mr. {n} and Mrs. {n} declined to comment .|The {n} campaign said {N} would speak in {P} .|By {N}
Image : {N} .|-- {P} newsroom +44 171 {2}|Reporting by {N} ; editing by {N}|{U} , {C} 1996-08-2{1}"""


class Report:
    """A report in the making: the text, its names, and who has appeared."""

    def __init__(self, inventor: Inventor, spaced: bool) -> None:
        self.inventor = inventor
        self.spaced = spaced
        self.text = ""
        self.spans: list[Span] = []
        self.cast: list[tuple[list[str], int]] = []

    def line(self, template: str) -> None:
        """Write one line, its signs parted from the words or not."""
        if not self.spaced:
            for sign in (".", ",", ":", ";", ")", "'s"):
                template = template.replace(f" {sign}", sign)
            template = template.replace("( ", "(")
        for piece in template.replace("{", "}{").split("}"):
            if piece.startswith("{"):
                word, kind = self._word(piece[1])
                if kind:
                    self.spans.append((len(self.text), len(self.text) + len(word), kind))
                self.text += word
            else:
                self.text += piece
        self.text += "\n"

    def _word(self, sign: str) -> tuple[str, str]:
        pick, inventor = self.inventor.random, self.inventor
        if sign in "NnSI":
            if sign == "N" or not self.cast or pick.random() < 0.4:
                self.cast.append(inventor.name())
            parts, surname = self.cast[-1] if sign == "N" else pick.choice(self.cast)
            forms = {"n": parts[surname], "S": parts[surname].upper(), "I": f"{parts[0][0]}. {parts[-1]}"}
            return forms.get(sign, " ".join(parts)), "P"
        place = inventor.word("place")
        words = {"C": pick.choice(COUNTRIES), "J": pick.choice(PEOPLES), "P": place, "U": place.upper()}
        words |= {
            "T": f"{place} {pick.choice(CLUBS)}",
            "O": f"{inventor.word('family')} {pick.choice(FIRMS)}",
        }
        words["Y"] = words["C"].upper()
        if sign in words:
            return words[sign], "X"
        score = f"{pick.randint(0, 7)}-{pick.randint(0, 7)}"
        plain = {
            "G": pick.choice(SPORTS),
            "1": str(pick.randint(1, 9)),
            "2": str(pick.randint(10, 99)),
            "x": score,
        }
        return plain[sign], ""


def report(inventor: Inventor) -> tuple[str, list[Span]]:
    """One report: a heading and some rows and sentences."""
    pick = inventor.random
    made = Report(inventor, pick.random() < 0.5)
    made.line(pick.choice(HEADINGS.replace("\n", "|").split("|")))
    for _ in range(pick.randint(3, 10)):
        rows = pick.random() < 0.55
        template = pick.choice((ROWS if rows else SENTENCES).replace("\n", "|").split("|"))
        for _ in range(pick.randint(1, 5) if rows else 1):
            made.line(template)
    return made.text, made.spans
