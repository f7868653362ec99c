"""Spelling alphabets."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.spelling import SPACE, Alphabet, SpelledCharacter, spell, table


def words(text: str, alphabet: Alphabet) -> list[str]:
    return [spelled.word for spelled in spell(text, alphabet)]


@pytest.mark.parametrize(
    ("alphabet", "expected"),
    [
        (Alphabet.DIN_5009, ["Aachen", "Hamburg", SPACE, "Umlaut Aachen", "Eszett", "vier"]),
        (Alphabet.OLDER_GERMAN, ["Anton", "Heinrich", SPACE, "Ärger", "Eszett", "vier"]),
        (Alphabet.ICAO, ["Alfa", "Hotel", SPACE, "Alfa Echo", "Sierra Sierra", "four"]),
    ],
)
def test_a_password_is_spelled(alphabet: Alphabet, expected: list[str]) -> None:
    """Letters, space, umlaut, ß and digit have their words, capitals or not."""
    assert words("Ah äß4", alphabet) == expected
    assert words("aH Äẞ4", alphabet) == expected


def test_din_5009_has_its_umlauts() -> None:
    """DIN 5009:2022 names umlauts after the towns of their letters."""
    assert words("äöü", Alphabet.DIN_5009) == ["Umlaut Aachen", "Umlaut Offenbach", "Umlaut Unna"]


def test_a_decomposed_umlaut_is_one_character() -> None:
    """A letter and its combining mark are one tile."""
    assert spell("u\u0308", Alphabet.OLDER_GERMAN) == (SpelledCharacter("ü", "Übermut"),)


def test_other_characters_have_their_unicode_name() -> None:
    """What no alphabet has a word for is named; what has no name, by its number."""
    assert words("é-\u0007", Alphabet.DIN_5009) == [
        "latin small letter e with acute",
        "hyphen-minus",
        "u+0007",
    ]


@pytest.mark.parametrize(
    ("alphabet", "last"),
    [
        (Alphabet.DIN_5009, ["Z", "Ä", "Ö", "Ü", "ß"]),
        (Alphabet.OLDER_GERMAN, ["Z", "Ä", "Ö", "Ü", "ß", "Ch", "Sch"]),
        (Alphabet.ICAO, ["Z"]),
    ],
)
def test_the_table_is_in_order(alphabet: Alphabet, last: list[str]) -> None:
    """A to Z first, then what the alphabet has beyond; every word begins with its letter."""
    rows = table(alphabet)
    assert [row.character for row in rows[:25]] == list("ABCDEFGHIJKLMNOPQRSTUVWXY")
    assert [row.character for row in rows[25:]] == last
    assert all(row.word.startswith(row.character) for row in rows[:26])


@given(st.text(), st.sampled_from(Alphabet))
def test_every_text_can_be_spelled(text: str, alphabet: Alphabet) -> None:
    """One word for each character of the composed text, never an empty one."""
    spelled = spell(text, alphabet)
    assert "".join(s.character for s in spelled) == unicodedata.normalize("NFC", text)
    assert all(s.word for s in spelled)


def test_a_spelled_password_is_not_shown_by_repr() -> None:
    """The strip's content cannot reach a log by way of repr."""
    assert repr(spell("x", Alphabet.ICAO)[0]) == "SpelledCharacter()"
