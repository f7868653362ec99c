"""Whether a new telephone password is accepted (PRODUCT: Rules).

Everything is judged in the canonical form, because that is what a caller has to hit. The limit on
tries makes short passwords safe, but only where the few tries are no good guesses: therefore a
customer's own data and what everybody tries first are refused, not what merely is short.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.core.entities import CustomerDraft
from desktop_app.core.errors import PasswordRefusedError, UnusableTextError
from desktop_app.core.normalise import normalise
from desktop_app.core.policy import NORM_VERSION, Policy
from desktop_app.core.secret import Secret

FEWEST_GUESSES = 1_000
"""A password that guessing tools find among so many tries is refused."""

SHORTEST_OWN_DATA = 4
"""Shorter names and numbers are found in too many innocent words."""

_ESTIMATED_LENGTH = 32
"""Characters that are estimated: the estimate takes quadratic time, and this many suffice."""

_COMMON_WORDS = """
    asdfg code codewort geheim geheimnis geheimwort hallo hotline keins kenncode kennwort
    kundenkennwort kundenpasswort losung losungswort meinkennwort meinpasswort parole passphrase
    passwd password passwoerter passwort phonepassword pincode qwert qwertz sesam support telefon
    telefonkennwort telefonpasswort telephone telephonepassword testpasswort testtest unbekannt
    vergessen weissnicht willkommen yxcv yxcvb yxcvbn zugang zugangscode
"""
"""What people say first when they are asked for one; zxcvbn's lists of words are English."""

_KEYPAD_LINES = """
    0852 2580 1470 0741 3690 0963 1590 1593 3571 7531 9513 1379 7913
    147258 258369 159753 753159 159357 357159 147258369 741852963 963852741
"""
"""Lines and corners of a telephone's keypad."""

_GUESSED_FIRST = frozenset(_COMMON_WORDS.split())
_PIN_GUESSED_FIRST = frozenset(_KEYPAD_LINES.split())
_YEAR = re.compile(r"(19|20)[0-9]{2}")
_DIGITS_AROUND = "0123456789!?*#"
_NO_WORD = re.compile(r"[\W_]+")
_NO_DIGIT = re.compile(r"[^0-9]")
_TELEPHONE = re.compile(r"[0-9+/()]+")


class Rule(StrEnum):
    """What a new password must be, in the order in which it is shown."""

    LENGTH = "length"
    USABLE = "usable"
    OWN_DATA = "own-data"
    GUESSED_FIRST = "guessed-first"


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule, kept or broken; ``ok`` is None where it cannot be judged yet."""

    rule: Rule
    ok: bool | None


def review(typed: Secret[str], policy: Policy, customer: CustomerDraft) -> tuple[Finding, ...]:
    """Every rule, in the order of ``Rule``; takes a few milliseconds."""
    try:
        canonical = normalise(typed.reveal(), NORM_VERSION)
    except UnusableTextError as error:
        return _unusable(error.reason)
    kept = {
        Rule.LENGTH: len(canonical) >= policy.shortest_password,
        Rule.USABLE: True,
        Rule.OWN_DATA: not _is_own_data(canonical, customer),
        Rule.GUESSED_FIRST: not _is_guessed_first(canonical, customer),
    }
    return tuple(Finding(rule, kept[rule]) for rule in Rule)


def require_accepted(typed: Secret[str], policy: Policy, customer: CustomerDraft) -> None:
    """Pass a password that keeps every rule.

    Raises:
        PasswordRefusedError: it breaks at least one; the error names all that are broken.
    """
    broken = tuple(
        finding.rule.value for finding in review(typed, policy, customer) if finding.ok is False
    )
    if broken:
        raise PasswordRefusedError(broken)


def _unusable(reason: str) -> tuple[Finding, ...]:
    broken = Rule.LENGTH if reason in {"empty", "too-long"} else Rule.USABLE
    return tuple(Finding(rule, False if rule is broken else None) for rule in Rule)


def _is_own_data(canonical: str, customer: CustomerDraft) -> bool:
    """Whether the password holds something of the customer's, or is a piece of it.

    Pieces count too: the last four digits of a telephone number, four letters of a name.
    """
    if any(value in canonical for value in _own_words(customer) if _is_long(value)):
        return True
    if not _is_long(canonical):
        return False
    if any(canonical in value for value in _own_wholes(customer)):
        return True
    return _TELEPHONE.fullmatch(canonical) is not None and _is_in_phone(canonical, customer.phones)


def _is_in_phone(canonical: str, phones: Iterable[str]) -> bool:
    """Whether digits are a piece of a number, with or without the trunk or international 0."""
    digits = _NO_DIGIT.sub("", canonical)
    tails = {digits, digits.lstrip("0")}
    numbers = [_NO_DIGIT.sub("", phone) for phone in phones]
    return any(_is_long(tail) and tail in number for tail in tails for number in numbers)


def _is_guessed_first(canonical: str, customer: CustomerDraft) -> bool:
    if canonical in _PIN_GUESSED_FIRST or _YEAR.fullmatch(canonical):
        return True
    if canonical.strip(_DIGITS_AROUND) in _GUESSED_FIRST:
        return True
    return _guesses(canonical[:_ESTIMATED_LENGTH], _own_words(customer)) < FEWEST_GUESSES


def _guesses(text: str, own: Iterable[str]) -> float:
    # Imported late: it takes 30 ms, and only setting a password needs it. Its parts are used and
    # not zxcvbn(), because that keeps the customer's data in a table of its module, which every
    # thread shares.
    from zxcvbn import matching, scoring

    dictionaries = {
        **matching.RANKED_DICTIONARIES,
        "user_inputs": matching.build_ranked_dict(sorted(own)),
    }
    matches = matching.omnimatch(text, dictionaries)
    return float(scoring.most_guessable_match_sequence(text, matches)["guesses"])


def _own_wholes(customer: CustomerDraft) -> set[str]:
    texts = (customer.number, customer.name, customer.company, *customer.emails, *customer.domains)
    return _canonical(texts)


def _own_words(customer: CustomerDraft) -> set[str]:
    """The whole values and the words in them; telephone numbers as digits without a leading 0."""
    texts = [customer.number, customer.name, customer.company, *customer.emails, *customer.domains]
    words = [word for text in texts for word in _NO_WORD.split(text)]
    phones = [_NO_DIGIT.sub("", phone).lstrip("0") for phone in customer.phones]
    return _canonical([*texts, *words, *phones])


def _canonical(texts: Iterable[str]) -> set[str]:
    """The canonical forms, and those without accents: Müller is tried as muller, too."""
    forms = set()
    for text in texts:
        decomposed = unicodedata.normalize("NFKD", text)
        plain = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
        for written in (text, plain):
            try:
                forms.add(normalise(written, NORM_VERSION))
            except UnusableTextError:
                continue
    return forms


def _is_long(value: str) -> bool:
    return len(value) >= SHORTEST_OWN_DATA
