"""Names by form alone, in languages without a model: each case lists all that should be found."""

import pytest

from tuinews.text.language import language
from tuinews.text.names import names
from tuinews.text.tokens import tokenize

CASES = [
    (
        "de",
        "Der Mannschaftskapitän Quinto Tessar lobte die Halle. „Gut“, sagte Tessar.",
        "Quinto Tessar|Tessar",
    ),
    ("de", "Das Rathaus am Marktplatz bleibt ein Ort der Begegnung.", ""),
    ("de", "Frau Petra Vollbrecht kam. Vor der Tür stand Vollbrechts Hund.", "Petra Vollbrecht|Vollbrechts"),
    ("fr", "Le maire, Paul Varenne, est parti à Clairval. Varenne dort.", "Paul Varenne|Varenne"),
    ("nl", "Jan van der Wold sprak. Van der Wold is boos.", "Jan van der Wold|Van der Wold"),
    ("it", "A Montelupo la sindaca Carla Bruni-Sante ha parlato.", "Carla Bruni-Sante"),
    ("es", "La alcaldesa Carmen Ruiz Peña habló en San Telmo. Ruiz calló.", "Carmen Ruiz Peña|Ruiz"),
    ("pt", "Ana dos Reis chegou. Alguém viu Reis em Lisboa.", "Ana dos Reis|Reis"),
    ("sv", "Ägaren Anna Lindfors log. Anna Lindfors åkte till Malmö.", "Anna Lindfors|Anna Lindfors"),
    ("pl", "Poeta Jan Zawada milczał. Zdaniem Zawady wygrał.", "Jan Zawada|Zawady"),
    ("ru", "Критик Анна Ветрова молчала. По словам Ветровой, зал пуст.", "Анна Ветрова|Ветровой"),
]


@pytest.mark.parametrize(("code", "text", "expected"), CASES)
def test_names_are_found_by_form(code: str, text: str, expected: str) -> None:
    tongue = language(code)
    tokens = tokenize(text, tongue.abbreviations)
    found = [text[tokens.starts[n.first] : tokens.end(n.last - 1)] for n in names(tokens, tongue)]
    assert "|".join(found) == expected
