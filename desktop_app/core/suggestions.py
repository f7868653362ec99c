"""Telephone passwords that are easy to say: one word and two digits, drawn at random.

**Words** come from lists made for passphrases: German from dys2p's (BSD-3-Clause), English from
the EFF's (CC BY 3.0 US), both as the package xkcdpass brings them. Kept are words of 4 to 8 plain
letters that a listener writes as they are said, without number words and without what is
unsuitable.

**Digits** are distinct by ear. Of the pairs that are mixed up on the telephone only one is used:
in German 2 and not 3 (a 2 can be said as "zwo"), in English 5 and not 9. There is no 0 ("null",
"oh"), no first digit 1 (thirteen or thirty, fünfzehn or fünfzig) and no digit twice.

**Suggestions shown together** differ in the first letter, in the sound code of every word, and in
their digits also when those are swapped (German says the second digit first).
"""

import re
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType

from desktop_app.core import password_rules, unsuitable_words
from desktop_app.core.entities import CustomerDraft
from desktop_app.core.phonetics import sound_code
from desktop_app.core.policy import Policy
from desktop_app.core.secret import Secret

MOST_AT_ONCE = 8

_SHORTEST_WORD = 4
_LONGEST_WORD = 8
_DIGITS = 2


@dataclass(frozen=True, slots=True)
class _Language:
    lists: tuple[str, ...]
    unclear: re.Pattern[str]
    unsuitable: frozenset[str]
    tens: str
    units: str


_GERMAN = _Language(
    lists=("ger-short", "ger-long"),
    unclear=re.compile(
        # written in more than one way, a number word, or an inflected form
        r"[qxyv]|c(?![hk])|th|ph|rh|ai|dt"
        r"|^(?:eins|einmal|zwei|drei|vier|sech[sz]|sieb(?!$)|acht|neun|zehn|null)"
        r"|(?:en|te|st|et|ere|t)$"
    ),
    unsuitable=unsuitable_words.GERMAN,
    tens="2456789",
    units="12456789",
)
_ENGLISH = _Language(
    lists=("eff-short", "eff-long"),
    unclear=re.compile(
        r"ph|gh|kn|wr|gn|mb$|rh|ae|oe|eau|sch|cq|sc[ei]|ps|mn|que|xc|uu|oi?r$"
        r"|^(?:zero|one|two|three|four|fiv|fif|six|seven|eight|nin|eleven|twel|twen|third|thirt)"
        r"|(?:ed|ing|ly|ness|able|ible|est|less|s|er|ize)$|^(?:un|re|dis|non|de|over|out|im|in)"
    ),
    unsuitable=unsuitable_words.ENGLISH,
    tens="2345678",
    units="12345678",
)
_LANGUAGES: Mapping[str, _Language] = MappingProxyType({"de": _GERMAN, "en": _ENGLISH})


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A password to offer; guessing it before it is blocked succeeds about once in ``one_in``."""

    text: Secret[str]
    one_in: int


class Suggester:
    """Draws suggestions; reads the word lists once, on first use."""

    def __init__(self) -> None:
        self._words: dict[str, tuple[str, ...]] = {}

    def suggest(
        self, language: str, policy: Policy, customer: CustomerDraft, count: int = 4
    ) -> tuple[Suggestion, ...]:
        """Passwords that keep every rule for this customer, at most 8 at once.

        ``language`` is ``de`` or ``en``.
        """
        spoken = _LANGUAGES[language]
        words = self._eligible(language, policy)
        one_in = self.guess_chance(language, policy)
        shown: list[_Draw] = []
        while len(shown) < min(count, MOST_AT_ONCE):
            drawn = _Draw.random(words, _words_needed(policy), spoken)
            acceptable = drawn.is_distinct_from(shown) and drawn.is_accepted(policy, customer)
            if acceptable:
                shown.append(drawn)
        return tuple(Suggestion(Secret(drawn.text), one_in) for drawn in shown)

    def draw(
        self, language: str, policy: Policy, customer: CustomerDraft, *, words: int
    ) -> Secret[str]:
        """One password of at least so many words that keeps every rule for this customer.

        ``language`` is ``de`` or ``en``.
        """
        eligible = self._eligible(language, policy)
        count = max(words, _words_needed(policy))
        while True:
            drawn = _Draw.random(eligible, count, _LANGUAGES[language])
            if drawn.is_accepted(policy, customer):
                return Secret(drawn.text)

    def guess_chance(self, language: str, policy: Policy) -> int:
        """N where guessing succeeds about 1 time in N, for somebody who knows how it is drawn.

        All that can be drawn, divided by the tries until a password is blocked; rounded down to
        two digits that count.
        """
        spoken = _LANGUAGES[language]
        numbers = len(_numbers(spoken))
        combinations = len(self._eligible(language, policy)) ** _words_needed(policy) * numbers
        return _rounded(combinations // policy.tries_until_block)

    def _eligible(self, language: str, policy: Policy) -> tuple[str, ...]:
        """The words long enough for the policy's shortest password."""
        if language not in self._words:
            self._words[language] = _read(_LANGUAGES[language])
        shortest = -(-(policy.shortest_password - _DIGITS) // _words_needed(policy))
        return tuple(word for word in self._words[language] if len(word) >= shortest)


@dataclass(frozen=True, slots=True)
class _Draw:
    words: tuple[str, ...]
    number: str

    @classmethod
    def random(cls, words: Sequence[str], count: int, language: _Language) -> "_Draw":
        drawn = tuple(secrets.choice(words) for _ in range(count))
        return cls(drawn, secrets.choice(_numbers(language)))

    @property
    def text(self) -> str:
        return " ".join((*map(str.capitalize, self.words), self.number))

    def codes(self) -> set[str]:
        return {sound_code(word) for word in self.words}

    def is_distinct_from(self, others: Iterable["_Draw"]) -> bool:
        return not any(self._sounds_like(other) for other in others)

    def is_accepted(self, policy: Policy, customer: CustomerDraft) -> bool:
        findings = password_rules.review(Secret(self.text), policy, customer)
        return all(finding.ok for finding in findings)

    def _sounds_like(self, other: "_Draw") -> bool:
        same_start = self.words[0][0] == other.words[0][0]
        same_digits = sorted(self.number) == sorted(other.number)
        return same_start or same_digits or not self.codes().isdisjoint(other.codes())


def _read(language: _Language) -> tuple[str, ...]:
    folder = resources.files("xkcdpass") / "static"
    words = {
        word
        for name in language.lists
        for word in (folder / name).read_text(encoding="utf-8").split()
    }
    return tuple(sorted(word for word in words if _is_easy_to_say(word, language)))


def _is_easy_to_say(word: str, language: _Language) -> bool:
    plain = word.isascii() and word.isalpha() and word.islower()
    fits = plain and _SHORTEST_WORD <= len(word) <= _LONGEST_WORD
    return fits and word not in language.unsuitable and not language.unclear.search(word)


def _numbers(language: _Language) -> tuple[str, ...]:
    return tuple(ten + unit for ten in language.tens for unit in language.units if ten != unit)


def _words_needed(policy: Policy) -> int:
    return max(1, -(-(policy.shortest_password - _DIGITS) // _LONGEST_WORD))


def _rounded(number: int) -> int:
    unit = int(10 ** max(0, len(str(number)) - 2))
    return number // unit * unit
