"""What a customer is found by, and what a typed search means.

Both sides go through the same folding, so that a search needs no rules of its own. Folding removes
case, accents and apostrophes, and writes ä and ae as a (ö and ü likewise, ß as ss): *Müller*,
*Mueller* and *Muller* are all ``muller``. The beginning of a text folds to the beginning of the
folded text, which is what searching while typing needs.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from desktop_app.core.entities import CustomerDraft
from desktop_app.core.phones import (
    PhoneKey,
    PhoneQuery,
    only_digits,
    phone_keys,
    query_digits,
    strip_invisible,
)
from desktop_app.core.phonetics import sound_code

PART_LENGTH: Final = 3
LONGEST_SEARCH: Final = 200
LONGEST_TYPED: Final = 1_000
MOST_WORDS: Final = 8

_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]")
_APOSTROPHES: Final = frozenset("'`’‘ʼ´′＇")
_SPELLED: Final = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "a", "œ": "o", "ı": "i"}
_WITH_E: Final = (("ae", "a"), ("oe", "o"), ("ue", "u"))
_BEFORE_E: Final = ("a", "o", "u")
_WORD: Final = re.compile(r"[^\W_]+")
_SOUNDING: Final = re.compile(r"[a-z]{3,}")
# One sound alone is that of *See*, *zzzz* and every tenth word: it says nothing.
_FEWEST_SOUNDS: Final = 2
SOUND_MARK: Final = "§"
"""What the code of a sound begins with, so that it is taken for no word."""


def fold(text: str) -> str:
    """``text`` as it is compared in a search; folding it again changes nothing."""
    if not text.isascii():
        text = _NOT_ASCII.sub(lambda found: fold_character(found[0]), text)
    text = text.lower()
    if "'" in text or "`" in text:
        text = text.replace("'", "").replace("`", "")
    for written, vowel in _WITH_E:
        while written in text:
            text = text.replace(written, vowel)
    return text


@lru_cache(maxsize=4_096)
def fold_character(character: str) -> str:
    """One character folded on its own: nothing, one character or several."""
    if character in _APOSTROPHES:
        return ""
    spread = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    kept = (part for part in spread if not unicodedata.category(part).startswith("M"))
    return "".join(_SPELLED.get(part, part) for part in kept).lower()


def words(text: str) -> list[str]:
    """The folded words of ``text`` in order: its runs of letters and digits."""
    return _WORD.findall(fold(text))


@lru_cache(maxsize=65_536)
def sound_token(word: str) -> str:
    """The token for how a folded word sounds.

    Empty for fewer than three letters or fewer than two sounds, a vowel at the beginning counted.
    """
    code = sound_code(word) if _SOUNDING.fullmatch(word) else ""
    return SOUND_MARK + code if len(code) >= _FEWEST_SOUNDS else ""


class IndexTerms(NamedTuple):
    """What the index keeps of one customer.

    ``tokens`` are the whole words and how the names sound, with spaces between them. ``parts`` is
    the whole of ``parts_of``.
    """

    tokens: str
    parts: str
    phones: tuple[PhoneKey, ...]


def index_terms(customer: CustomerDraft) -> IndexTerms:
    """Everything under which a customer is found but the exact number."""
    names, others, number, phones = _found_words(customer)
    return IndexTerms(
        tokens=f"{' '.join(names)} {' '.join(others)} {' '.join(map(sound_token, names))}",
        parts=_padded([*names, *others, *number, *phones]),
        phones=tuple([key for stored in customer.phones for key in phone_keys(stored)]),
    )


class Parts(NamedTuple):
    """The folded words of a customer's searchable fields, and the beginning of that: its names.

    There are two spaces before each word and one after the last. So a word that begins with
    ``mu`` is found by `` mu``, one that begins with ``m`` by two spaces and ``m``, and every other
    part of three characters by itself. First come the names and addresses, then the number; each
    telephone number is one word of digits.
    """

    whole: str
    names: str


def parts_of(customer: CustomerDraft) -> Parts:
    """What a customer is found by, as text that hits are made sure of in."""
    names, others, number, phones = _found_words(customer)
    whole = _padded([*names, *others, *number, *phones])
    named = sum(map(len, names)) + sum(map(len, others)) + 2 * (len(names) + len(others))
    return Parts(whole, whole[: named + 1] if named else "")


def beginnings(text: str) -> tuple[str, ...]:
    """The folded words of a typed text, each of which shall begin a word of a customer."""
    return tuple(dict.fromkeys(words(text[:LONGEST_SEARCH])))[:MOST_WORDS]


def has_beginnings(customer: CustomerDraft, wanted: Iterable[str]) -> bool:
    """Whether each of these begins a word that the customer is found by, or a telephone number."""
    whole = parts_of(customer).whole
    return all(f" {beginning}" in whole for beginning in wanted)


def _found_words(customer: CustomerDraft) -> tuple[list[str], list[str], list[str], list[str]]:
    """The words of the names, of the addresses, of the number, and the telephone numbers."""
    together = f"{customer.name} {customer.company}\n{_addresses(customer)}\n{customer.number}"
    names, others, number = map(_WORD.findall, fold(together).split("\n"))
    return names, others, number, [only_digits(stored) for stored in customer.phones]


def _addresses(customer: CustomerDraft) -> str:
    """The e-mail addresses, and the domains that are not part of one."""
    text = " ".join(customer.emails)
    for domain in customer.domains:
        if domain not in text:
            text += f" {domain}"
    return text


def _padded(found: list[str]) -> str:
    return f"  {'  '.join(found)} " if found else ""


@dataclass(frozen=True, slots=True)
class SearchTerms:
    """What a typed search means.

    ``typed`` is the text without surrounding space, ``numbers`` the spellings in which it may be a
    customer number, ``phone`` what it is as a telephone number. Words come once each, and the
    digits of what may be a telephone number are one word.
    """

    typed: str
    numbers: tuple[str, ...]
    phone: PhoneQuery | None
    words: tuple[str, ...]

    @property
    def sounds(self) -> tuple[str, ...]:
        """How the words sound; empty unless each of them says something by its sound."""
        tokens = tuple(dict.fromkeys(map(sound_token, self.words)))
        return () if "" in tokens else tokens


def search_terms(text: str) -> SearchTerms | None:
    """What ``text`` asks for; None where nothing can be found by it.

    Nothing in it is an operator. More than ``LONGEST_SEARCH`` characters or ``MOST_WORDS`` words
    are no search but something pasted by mistake.
    """
    if len(text) > LONGEST_TYPED:
        return None
    typed = " ".join(strip_invisible(text).split())
    if len(typed) > LONGEST_SEARCH or not typed.isprintable():
        return None
    phone = query_digits(typed)
    digits = only_digits(typed)
    found = tuple(dict.fromkeys([digits] if phone else words(typed)))
    if not found or len(found) > MOST_WORDS:
        return None
    spellings = [typed, typed.upper(), typed.lower()]
    if phone:
        spellings.append(digits)
    return SearchTerms(typed, tuple(dict.fromkeys(spellings)), phone, found)


def highlight(text: str, query: str) -> tuple[tuple[int, int], ...]:
    """Where ``text`` is met by the search ``query``: spans (start, end) in order, disjoint.

    Spans refer to the original text, though the folded one is longer or shorter: ``mul``, ``mue``
    and ``mull`` all mark the beginning of *Müller*. A word that begins nowhere in the text is
    marked inside. In telephone numbers the digits count, whatever stands between them.
    """
    terms = search_terms(query)
    if terms is None:
        return ()
    if terms.phone is not None:
        found = _digit_spans(text, (*terms.words, terms.phone.digits, terms.phone.national))
        if found:
            return found
    folded, origins = _fold_with_origins(text)
    spans = [
        (origins[start][0], origins[start + len(word) - 1][1])
        for word in terms.words
        for start in _occurrences(folded, word)
    ]
    return _joined(spans)


def _fold_with_origins(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The folded text and, for each of its characters, where it comes from in ``text``.

    What folding drops (accents, apostrophes, the e of an ue) belongs to the character before it.
    """
    folded = ""
    origins: list[tuple[int, int]] = []
    for place, character in enumerate(text):
        parts = fold(character)
        if folded.endswith(_BEFORE_E):
            parts = parts.lstrip("e")
        if origins and not parts:
            origins[-1] = (origins[-1][0], place + 1)
        folded += parts
        origins += [(place, place + 1)] * len(parts)
    return folded, origins


def _occurrences(folded: str, word: str) -> list[int]:
    """Where ``word`` begins a word, or else where it stands inside of words."""
    starts = [found.start() for found in _WORD.finditer(folded)]
    beginnings = [start for start in starts if folded.startswith(word, start)]
    if beginnings or len(word) < PART_LENGTH:
        return beginnings
    return [found.start() for found in re.finditer(re.escape(word), folded)]


def _digit_spans(text: str, needles: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """The first of some runs of digits that is in ``text``, with what stands between them."""
    places = [place for place, character in enumerate(text) if character.isdecimal()]
    digits = only_digits(text)
    for needle in filter(None, needles):
        start = digits.find(needle)
        if start >= 0:
            return ((places[start], places[start + len(needle) - 1] + 1),)
    return ()


def _joined(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
