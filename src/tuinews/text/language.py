"""What is known of a language, read from its TOML file; and which language a text is in."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_FOLDER = files("tuinews.text") / "languages"


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language file; all lower case. `code` is "" for a language without a file."""

    code: str = ""
    stopwords: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    elisions: frozenset[str] = frozenset()
    incises: frozenset[str] = frozenset()
    cues: frozenset[str] = frozenset()
    strong: frozenset[str] = frozenset()
    attributions: tuple[tuple[str, ...], ...] = ()
    relays: tuple[tuple[str, ...], ...] = ()
    auxiliaries: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    bindings: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    male_titles: frozenset[str] = frozenset()
    female_titles: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    suffixes: frozenset[str] = frozenset()
    honours: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()
    male_pronouns: frozenset[str] = frozenset()
    female_pronouns: frozenset[str] = frozenset()
    plural_pronouns: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    not_names: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()


@cache
def language(code: str) -> Language:
    """The language of a BCP 47 tag, by its first part; an empty `Language` if there is no file for it."""
    code = code.partition("-")[0].lower()
    path = _FOLDER / f"{code}.toml"
    if not code.isalpha() or not path.is_file():
        return Language()
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    values: dict[str, object] = {"code": code}
    for section in (table, table["marks"], table["speech"], table["people"]):
        for key, value in section.items():
            if isinstance(value, str) and key != "name":
                values[key] = frozenset(value.split())
            elif isinstance(value, list):
                values[key] = tuple(tuple(phrase.split()) for phrase in value)
    return Language(**values)  # type: ignore[arg-type] # every key of a file is a field: tests check it
