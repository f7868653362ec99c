"""Telephone numbers that are stored already, or typed by a person: how they are found and shown.

A stored number is complete (``+4968515550137``, with an extension ``+4968515550137 ext. 12``) or,
where its country is not known, the text as it was typed. ``phone_completion`` makes the stored
form.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

EXTENSION_MARK = " ext. "
SHORTEST_QUERY = 3

# ITU-T E.164: the calling codes of one and two digits; every other one has three.
_SHORT_CODE = re.compile(r"[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]")
# Where the digits dialled before an area code are not zeros: what is left of them without zeros.
_TRUNK_DIGITS = {"7": "8", "36": "6", "375": "8", "993": "8"}

_NO_DIGITS = re.compile(r"[^0-9]+")
_QUERY = re.compile(r"\+?[\d\s()/.\-\u2010-\u2015\u2212]+")


@dataclass(frozen=True, slots=True)
class PhoneQuery:
    """The digits of a telephone number, or of its beginning, that somebody searches for.

    ``digits`` is what a string of ``search_digits`` begins with. Where ``international`` is true,
    ``national`` is the part after the calling code, under which a stored number of unknown
    country is found; otherwise it equals ``digits``.
    """

    digits: str
    international: bool
    national: str


class PhoneKey(NamedTuple):
    """A stored number as an index keeps it; ``code`` is 0 where the country is not known."""

    national: str
    code: int


def split_calling_code(digits: str) -> tuple[str, str]:
    """The calling code and the rest of an international number's digits (without ``+``)."""
    short = _SHORT_CODE.match(digits)
    length = short.end() if short else 3
    return digits[:length], digits[length:]


def search_digits(stored: str) -> tuple[str, ...]:
    """The digit strings under which a stored number is found; empty without any digit.

    A complete number is found by all its digits, by calling code and national number without
    leading zeros (what ``query_digits`` makes of every international notation), and by the
    national number alone; with an extension also by each of them followed by the extension.
    """
    number, _, extension = stored.partition(EXTENSION_MARK)
    if not number.startswith("+"):
        national = only_digits(stored).lstrip("0")
        return (national,) if national else ()
    digits = only_digits(number)
    code, rest = split_calling_code(digits)
    national = rest.lstrip("0")
    forms = [digits, code + national]
    if national:
        forms.append(national)
        if code in _TRUNK_DIGITS:
            forms.append(_TRUNK_DIGITS[code] + rest)
    if extension:
        forms += [form + only_digits(extension) for form in forms]
    return tuple(dict.fromkeys(filter(None, forms)))


def phone_keys(stored: str) -> tuple[PhoneKey, ...]:
    """The national ones of ``search_digits`` with their calling code: half as much to keep.

    A search that has a calling code splits it off with ``split_calling_code`` and looks for the
    rest without leading zeros.
    """
    number, _, extension = stored.partition(EXTENSION_MARK)
    if not number.startswith("+"):
        return tuple(PhoneKey(digits, 0) for digits in search_digits(stored))
    code, rest = split_calling_code(only_digits(number[1:]))
    forms = [rest.lstrip("0")] if rest.strip("0") else []
    if code in _TRUNK_DIGITS:
        forms.append(_TRUNK_DIGITS[code] + rest)
    if extension:
        forms += [form + only_digits(extension) for form in forms]
    return tuple([PhoneKey(form, int(code)) for form in forms])


def query_digits(text: str) -> PhoneQuery | None:
    """What to look up for a number in any notation, None where ``text`` is none.

    A number of fewer than three digits that matter is none either: it tells nothing.
    """
    typed = strip_invisible(text).strip().removeprefix("tel:")
    if _QUERY.fullmatch(typed) is None:
        return None
    digits = only_digits(typed)
    international = typed.startswith("+")
    if not international and digits.startswith("00"):
        digits = digits[2:]
        international = True
    if digits.startswith("0"):
        # No calling code begins with 0: what follows is an area code all the same.
        international = False
    if international:
        code, rest = split_calling_code(digits)
        national = rest.lstrip("0")
        digits = code + national
    else:
        digits = national = digits.lstrip("0")
    if len(digits) < SHORTEST_QUERY:
        return None
    return PhoneQuery(digits, international, national)


def display(stored: str) -> str:
    """A stored number in its country's international notation; typed text stays as it is.

    Blocks for some 30 ms the first time, while the numbering plans are imported.
    """
    if not stored.startswith("+"):
        return stored
    import phonenumbers

    try:
        number = phonenumbers.parse(stored)
    except phonenumbers.NumberParseException:
        return stored
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def only_digits(text: str) -> str:
    """The decimal digits in ``text``, whatever script they are written in, as 0 to 9."""
    if text.isascii():
        without_plus = text.removeprefix("+")
        return without_plus if without_plus.isdecimal() else _NO_DIGITS.sub("", text)
    return "".join(str(unicodedata.decimal(char)) for char in text if char.isdecimal())


def strip_invisible(text: str) -> str:
    """``text`` without the formatting marks that address books copy along, + made ASCII."""
    if text.isascii():
        return text
    visible = (char for char in text if unicodedata.category(char) != "Cf")
    return "".join(visible).replace("\uff0b", "+")
