"""Spelling alphabets: the words by which letters are told apart on a bad line."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

SPACE = "space"
"""The word of a space, which a window replaces by its own language's."""


class Alphabet(StrEnum):
    """The alphabets a caller may use."""

    DIN_5009 = "din-5009"
    OLDER_GERMAN = "older-german"
    ICAO = "icao"


@dataclass(frozen=True, slots=True)
class SpelledCharacter:
    """One character and the word that is said for it; neither appears in a ``repr``."""

    character: str = field(repr=False)
    word: str = field(repr=False)


_GERMAN_DIGITS = "null eins zwei drei vier fünf sechs sieben acht neun"
_ENGLISH_DIGITS = "zero one two three four five six seven eight nine"

# DIN 5009:2022-06, annex: town names
_DIN_5009 = """
    Aachen Berlin Chemnitz Düsseldorf Essen Frankfurt Goslar Hamburg Ingelheim Jena Köln Leipzig
    München Nürnberg Offenbach Potsdam Quickborn Rostock Salzwedel Tübingen Unna Völklingen
    Wuppertal Xanten Ypsilon Zwickau
"""
# DIN 5009:1996-12, withdrawn, and still what most callers say
_OLDER_GERMAN = """
    Anton Berta Cäsar Dora Emil Friedrich Gustav Heinrich Ida Julius Kaufmann Ludwig Martha Nordpol
    Otto Paula Quelle Richard Samuel Theodor Ulrich Viktor Wilhelm Xanthippe Ypsilon Zacharias
"""
# ICAO Annex 10, volume II, chapter 5
_ICAO = """
    Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar
    Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu
"""


def _words(letters: str, digits: str, others: Mapping[str, str]) -> Mapping[str, str]:
    by_letter = dict(zip("abcdefghijklmnopqrstuvwxyz", letters.split(), strict=True))
    by_digit = dict(zip("0123456789", digits.split(), strict=True))
    return MappingProxyType({**by_letter, **others, **by_digit})


_ALPHABETS: Mapping[Alphabet, Mapping[str, str]] = MappingProxyType(
    {
        Alphabet.DIN_5009: _words(
            _DIN_5009,
            _GERMAN_DIGITS,
            {
                "ä": "Umlaut Aachen",
                "ö": "Umlaut Offenbach",
                "ü": "Umlaut Unna",
                "ß": "Eszett",
            },
        ),
        Alphabet.OLDER_GERMAN: _words(
            _OLDER_GERMAN,
            _GERMAN_DIGITS,
            {
                "ä": "Ärger",
                "ö": "Ökonom",
                "ü": "Übermut",
                "ß": "Eszett",
                "ch": "Charlotte",
                "sch": "Schule",
            },
        ),
        # ICAO has no umlauts; they are spelled as the letters that count as the same.
        Alphabet.ICAO: _words(
            _ICAO,
            _ENGLISH_DIGITS,
            {
                "ä": "Alfa Echo",
                "ö": "Oscar Echo",
                "ü": "Uniform Echo",
                "ß": "Sierra Sierra",
            },
        ),
    }
)
_DIGITS = frozenset("0123456789")


def spell(text: str, alphabet: Alphabet) -> tuple[SpelledCharacter, ...]:
    """Each character of ``text`` with its word, one for one.

    Capitals get the same word, for they do not matter. What the alphabet has no word for gets its
    Unicode name in lower case, a space thus ``SPACE``.
    """
    words = _ALPHABETS[alphabet]
    composed = unicodedata.normalize("NFC", text)
    return tuple(
        SpelledCharacter(character, words.get(character.lower()) or _name(character))
        for character in composed
    )


def table(alphabet: Alphabet) -> tuple[SpelledCharacter, ...]:
    """The letters for looking up: A to Z, then umlauts, ß and groups of letters; no digits."""
    return tuple(
        SpelledCharacter(letter if letter == "ß" else letter.capitalize(), word)
        for letter, word in _ALPHABETS[alphabet].items()
        if letter not in _DIGITS and not (alphabet is Alphabet.ICAO and letter > "z")
    )


def _name(character: str) -> str:
    return unicodedata.name(character, f"U+{ord(character):04X}").lower()
