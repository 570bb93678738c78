import re
import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from tuinews.text.fold import fold, fold_with_offsets, spaced, words


def test_case_accents_and_width_are_one() -> None:
    for forms in ("Müller MULLER muller", "Ёлка елка", "ＡＢＣ abc", "Łódź lodz", "straße STRASSE", "Ǿ ø o"):
        assert len(set(map(fold, forms.split()))) == 1, forms


def test_marks_that_spell_are_kept() -> None:
    assert fold("がく") == "がく"
    assert fold("हिन्दी") == "हिन्दी"
    assert fold("한국") == "한국"


def test_arabic_and_hebrew_points_are_dropped() -> None:
    assert fold("كَتَبَ") == "كتب"
    assert fold("שָׁלוֹם") == "שלום"


def test_words_are_parted_as_the_index_parts_them() -> None:
    assert words("The mayor's “Über-plan”, 3.5%…") == ["the", "mayor", "s", "uber", "plan", "3", "5"]
    assert words("東京 news") == ["東", "京", "news"]
    assert words("!?— 🙂 _") == []


@given(st.text(st.characters(exclude_categories=[])))
def test_words_are_runs_of_letters_and_digits_and_of_what_is_not_ascii(text: str) -> None:
    assert words(text) == re.findall(r"[0-9a-z\x80-\U0010ffff]+", spaced(text))


def test_no_character_folds_to_one_that_folds_to_another() -> None:
    characters = map(chr, [*range(0xD800), *range(0xE000, sys.maxunicode + 1)])
    assert [one for one in characters if fold(fold(one)) != fold(one)] == []


@given(st.text(min_size=30))
def test_a_text_is_folded_as_its_characters_are(text: str) -> None:
    assert fold(text) == "".join(map(fold, text))


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert words(fold(text)) == words(text)


@given(st.text())
def test_case_never_matters_to_words(text: str) -> None:
    assert words(text.casefold()) == words(text)


@given(st.text(alphabet=st.characters(codec="latin-1")))
def test_composed_or_not_is_one(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(st.text())
def test_every_folded_place_knows_where_it_came_from(text: str) -> None:
    folded, offsets = fold_with_offsets(text)
    places = range(len(text) + 1) if offsets is None else offsets
    assert len(places) == len(folded) + 1
    assert folded == fold(text)
    assert list(places) == sorted(places)
    for number, place in enumerate(places[:-1]):
        assert folded[number] in fold(text[place])
