"""Kölner Phonetik gives the codes that are published for it."""

import pytest

from desktop_app.core.phonetics import sound_code

PUBLISHED = {
    "Müller-Lüdenscheidt": "65752682",
    "Wikipedia": "3412",
    "Breschnew": "17863",
    "Meier": "67",
    "Maier": "67",
    "Mayr": "67",
    "Schmidt": "862",
    "Schmitt": "862",
    "Schmid": "862",
    "Müller": "657",
    "Mueller": "657",
    "Philipp": "351",
    "Heinz": "068",
    "Xaver": "4837",
    "Christian": "47826",
    "Celine": "856",
    "Axel": "0485",
    "Fuchs": "348",
    "Aux": "048",
    "Schulz": "858",
    "Scholz": "858",
    "Tzatziki": "884",
    "Bäcker": "147",
    "Cxaver": "4837",
    "Hannover": "0637",
    "Ätna": "026",
    "Großmann": "47866",
}


@pytest.mark.parametrize(("word", "code"), PUBLISHED.items())
def test_known_words_have_their_codes(word: str, code: str) -> None:
    """Rules by neighbour, repetitions and vowels all come up in these words."""
    assert sound_code(word) == code


@pytest.mark.parametrize("word", ["", "123", "–", "Ж"])
def test_what_has_no_letters_has_no_code(word: str) -> None:
    """Nothing sounds like a number or a dash."""
    assert sound_code(word) == ""


def test_a_silent_letter_alone_has_no_code() -> None:
    """H is passed over."""
    assert sound_code("h") == ""
