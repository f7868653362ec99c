"""Telephone numbers as they stand in lists, made complete: ``06851/5550137`` to ``+4968515550137``.

What a number means is the word of phonenumbers (libphonenumber's numbering plans), but nothing is
refused for not being assigned: lists hold old numbers, and a caller's old number is found too.
"""

import re
from typing import NamedTuple

from desktop_app.core.phones import (
    EXTENSION_MARK,
    only_digits,
    split_calling_code,
    strip_invisible,
)

SHORTEST_NUMBER = 4
# Longer ones may hold a calling code without +, which only phonenumbers can tell.
_LONGEST_PLAIN = 15
_WHOLE_NUMBER = 7

_PUNCTUATION = dict.fromkeys(map(ord, " \t()/.-\u2010\u2011\u2012\u2013\u2014\u2015\u2212_'’"))
_TRUNK_ZERO = re.compile(r"\(\s*0\s*\)")
_EXTENSION_WORD = r"(?:ext(?:ension)?|x|#|durchwahl|dw|app(?:arat)?|nst|nebenstelle)"
_EXTENSION = re.compile(rf"[\s;,]*{_EXTENSION_WORD}\s*[.:=]*\s*(\d{{1,6}})$", re.IGNORECASE)
_SEPARATOR = re.compile(
    rf"[|&\n\r]|[;,](?!\s*{_EXTENSION_WORD}\W*\d)|(?<![^\W\d_])(?:oder|or|und|and)(?![^\W\d_])",
    re.IGNORECASE,
)
_KIND = (
    r"(?:tel(?:efon|ephone)?|ph(?:one)?|fon|mob(?:il(?:e|telefon)?)?|handy|cell|büro|office|work"
    r"|arbeit|dienstlich|geschäftlich|privat|home|zentrale)"
)
_LABEL = re.compile(rf"(?:{_KIND}\b|[tmp](?=\s*[.:]))[\s.:]*", re.IGNORECASE)
_REMARK = re.compile(rf"\s*[(\[]?\b{_KIND}\b\.?[)\]]?$", re.IGNORECASE)
_NEVER = re.compile(r"(?!)")


class _Plan(NamedTuple):
    """What completing needs of one numbering plan.

    ``prefix`` is dialled before an area code; it is empty where there is none or where it takes
    more than digits to tell, which ``prefix_rule`` matches.
    """

    calling_code: str
    prefix: str
    prefix_rule: re.Pattern[str]
    international_prefix: re.Pattern[str]
    lengths: frozenset[int]
    number: re.Pattern[str]


class PhoneCompleter:
    """Completes telephone numbers; keeps the numbering plans that it has used.

    The first number blocks for some 30 ms, while phonenumbers is imported.
    """

    def __init__(self) -> None:
        self._by_country: dict[str, _Plan | None] = {}
        self._by_code: dict[str, _Plan | None] = {}

    def complete_all(self, cell: str, country: str) -> tuple[str, ...]:
        """Every number of a cell, each completed, in order and without repetitions."""
        numbers = [self.complete(part, country) for part in split_numbers(cell)]
        return tuple(dict.fromkeys(numbers))

    def complete(self, text: str, country: str) -> str:
        """One number as it is stored: ``+`` and digits, with ``ext. 12`` behind if it has one.

        Text that is no number, and a national number without a known ``country`` (ISO 3166
        alpha-2 or empty), is returned as it was typed, with white space put in order.
        """
        typed = " ".join(strip_invisible(text).split())
        number, extension = typed, ""
        digits = _dialled(number)
        if not digits:
            number, extension = _cut(typed)
            digits = _dialled(number)
        complete = self._complete(number, digits, country) if digits else ""
        if not complete:
            return typed
        return f"{complete}{EXTENSION_MARK}{extension}" if extension else complete

    def _complete(self, number: str, digits: str, country: str) -> str:
        if digits.startswith("+"):
            return self._international(number, digits[1:])
        plan = self._plan(country)
        if digits.startswith("00") and not _is_own_international(plan, digits):
            return self._international(number, digits[2:])
        if plan is None:
            return ""
        if not (
            SHORTEST_NUMBER <= len(digits) <= _LONGEST_PLAIN
            and not digits.startswith(plan.calling_code)
            and plan.international_prefix.match(digits) is None
        ):
            return _parse(digits, country)
        national = _without_prefix(plan, digits)
        return f"+{plan.calling_code}{national}" if national else _parse(digits, country)

    def _international(self, number: str, digits: str) -> str:
        code, rest = split_calling_code(digits)
        plan = self._plan_of_code(code)
        if plan is None or len(rest) < SHORTEST_NUMBER:
            return ""
        if "(" in number and plan.number.fullmatch(rest) is None:
            # "+34 (0)91 …": the zero is no part of it, whatever the country dials itself. Where
            # it belongs to the number, as in Italy, the number with it matches.
            shorter, found = _TRUNK_ZERO.subn("", number, count=1)
            if found:
                return self._international("", _dialled(shorter).lstrip("+").removeprefix("00"))
        national = _without_prefix(plan, rest) if len(rest) <= _LONGEST_PLAIN else ""
        return f"+{code}{national}" if national else _parse(f"+{digits}", "")

    def _plan(self, country: str) -> _Plan | None:
        try:
            return self._by_country[country]
        except KeyError:
            plan = self._by_country[country] = _plan_of(country, 0)
            return plan

    def _plan_of_code(self, code: str) -> _Plan | None:
        try:
            return self._by_code[code]
        except KeyError:
            plan = self._by_code[code] = _plan_of_code(code)
            return plan


def split_numbers(cell: str) -> list[str]:
    """The numbers of a cell that holds several.

    A slash separates them only where a whole number stands before it and another one begins
    after it: ``06851/5550137`` is one number.
    """
    parts: list[str] = []
    for part in _SEPARATOR.split(cell):
        parts += _split_at_slash(part) if "/" in part else [part]
    return [stripped for part in parts if (stripped := part.strip())]


def _split_at_slash(text: str) -> list[str]:
    first, *pieces = text.split("/")
    numbers = [first]
    for piece in pieces:
        begins = piece.lstrip(" (")
        long_enough = len(only_digits(piece)) >= _WHOLE_NUMBER
        whole = len(only_digits(numbers[-1])) >= _WHOLE_NUMBER
        if begins.startswith(("+", "00")) or (whole and (begins.startswith("0") or long_enough)):
            numbers.append(piece)
        else:
            numbers[-1] += "/" + piece
    return numbers


def _dialled(number: str) -> str:
    """The digits of a number, after ``+`` if it has that; empty where there is other text."""
    digits = number.translate(_PUNCTUATION)
    bare = digits.removeprefix("+")
    if not bare.isdecimal():
        return ""
    if bare.isascii():
        return digits
    return digits[: len(digits) - len(bare)] + only_digits(bare)


def _cut(typed: str) -> tuple[str, str]:
    """A number without its label and remark, and its extension."""
    label = _LABEL.match(typed)
    number = _REMARK.sub("", typed[label.end() :] if label else typed)
    found = _EXTENSION.search(number)
    if found is None:
        return number, ""
    return number[: found.start()], only_digits(found[1])


def _is_own_international(plan: _Plan | None, digits: str) -> bool:
    """Whether 00 means something of its own in this country, as 001 and 002 do in Korea."""
    if plan is None or plan.international_prefix.pattern == "00":
        return False
    return plan.international_prefix.match(digits) is not None


def _without_prefix(plan: _Plan, digits: str) -> str:
    """The national number as phonenumbers has it, empty where only phonenumbers can tell."""
    if plan.prefix_rule.match(digits) is None:
        return digits
    shorter = digits.removeprefix(plan.prefix)
    plain = plan.prefix and len(shorter) in plan.lengths and plan.number.fullmatch(digits) is None
    return shorter if plain else ""


def _plan_of(country: str, code: int) -> _Plan | None:
    from phonenumbers import PhoneMetadata

    data = PhoneMetadata.metadata_for_region_or_calling_code(code, country)
    if data is None or data.general_desc is None:
        return None
    rule = data.national_prefix_for_parsing
    return _Plan(
        calling_code=str(data.country_code),
        prefix=rule if rule and rule.isdecimal() else "",
        prefix_rule=re.compile(rule) if rule else _NEVER,
        international_prefix=re.compile(data.international_prefix or "(?!)"),
        lengths=frozenset(data.general_desc.possible_length),
        number=re.compile(data.general_desc.national_number_pattern or "(?!)"),
    )


def _plan_of_code(code: str) -> _Plan | None:
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    if not code or code.startswith("0") or int(code) not in COUNTRY_CODE_TO_REGION_CODE:
        return None
    return _plan_of(COUNTRY_CODE_TO_REGION_CODE[int(code)][0], int(code))


def _parse(digits: str, country: str) -> str:
    import phonenumbers

    try:
        number = phonenumbers.parse(digits, country or None)
    except phonenumbers.NumberParseException:
        return ""
    national = phonenumbers.national_significant_number(number)
    return f"+{number.country_code}{national}" if len(national) >= SHORTEST_NUMBER else ""
