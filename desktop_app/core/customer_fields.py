"""The values of a customer's fields: how long they may be, and how written text becomes one."""

import re
import unicodedata
from collections.abc import Iterable

from desktop_app.core.entities import CustomerDraft
from desktop_app.core.errors import FieldRefusedError, UnusableTextError
from desktop_app.core.normalise import require_usable

LONGEST_NUMBER = 64
LONGEST_FIELD = 500
LONGEST_TEXT = 2_000

_LINE_SPACE = str.maketrans(dict.fromkeys("\t\n\r\u00a0\u202f\u2028\u2029", " "))
_TEXT_SPACE = _LINE_SPACE | str.maketrans(dict.fromkeys("\n\r\u2028\u2029", "\n"))
# Marks that nobody sees, which would make equal texts differ or turn what follows around.
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_BETWEEN_ITEMS = re.compile(r"[;,\s]+")
_COUNTRY = re.compile(r"[A-Z]{2}")
_LANGUAGES = {
    "de": "de", "deu": "de", "ger": "de", "german": "de", "deutsch": "de", "allemand": "de",
    "d": "de", "en": "en", "eng": "en", "english": "en", "englisch": "en", "anglais": "en",
    "e": "en",
}  # fmt: skip


def line_value(field: str, text: str, longest: int = LONGEST_FIELD) -> str:
    """``text`` as a field of one line: trimmed, composed (NFC), white space made spaces.

    Raises:
        FieldRefusedError: ``control`` or ``too-long``.
    """
    if not (text.isascii() and text.isprintable()):
        text = _composed(field, text.translate(_LINE_SPACE))
    return _bounded(field, text.strip(), longest)


def text_value(field: str, text: str, longest: int = LONGEST_TEXT) -> str:
    """``text`` as a field of several lines: like ``line_value``, but line ends stay, as LF.

    Raises:
        FieldRefusedError: ``control`` or ``too-long``.
    """
    if not (text.isascii() and text.isprintable()):
        text = _composed(field, text.replace("\r\n", "\n").translate(_TEXT_SPACE))
    return _bounded(field, text.strip(), longest)


def reason_value(text: str) -> str:
    """``text`` as the reason of a change, which the journal keeps.

    Raises:
        FieldRefusedError: ``control``, ``empty`` or ``too-long``.
    """
    reason = text_value("reason", text, LONGEST_FIELD)
    if not reason:
        raise FieldRefusedError("reason", "empty")
    return reason


def number_value(text: str) -> str:
    """``text`` as a customer number: one line in its compatible form (NFKC), all of it visible.

    Numbers that look the same are the same: another one that differs in nothing anybody sees
    could take a customer's place.

    Raises:
        FieldRefusedError: ``control`` or ``too-long``.
    """
    number = line_value("number", text, LONGEST_NUMBER)
    if number.isascii():
        return number
    number = unicodedata.normalize("NFKC", number).strip()
    try:
        require_usable(number)
    except UnusableTextError as error:
        raise FieldRefusedError("number", "control") from error
    return _bounded("number", number, LONGEST_NUMBER)


def items_value(field: str, text: str) -> tuple[str, ...]:
    """The e-mail addresses or domains in ``text``, without repetitions.

    Raises:
        FieldRefusedError: ``control``, or ``too-long`` where one of them or the whole is.
    """
    line = line_value(field, text, LONGEST_TEXT)
    if not line:
        return ()
    return tuple(
        dict.fromkeys(
            _bounded(field, item, LONGEST_FIELD) for item in _BETWEEN_ITEMS.split(line) if item
        )
    )


def language_code(text: str) -> str:
    """``de`` or ``en`` for a language given by code or name, empty for any other."""
    word = text.strip().casefold()
    return _LANGUAGES.get(word) or _LANGUAGES.get(re.split(r"[-_]", word)[0], "")


def storable(draft: CustomerDraft) -> CustomerDraft:
    """A draft as it may be stored: texts as ``line_value`` makes them, no item empty or twice.

    Raises:
        FieldRefusedError: a field cannot be stored; ``empty`` for the number, ``unknown`` for
            country and language.
    """
    number = number_value(draft.number)
    if not number:
        raise FieldRefusedError("number", "empty")
    country = draft.country.strip().upper()
    if country and _COUNTRY.fullmatch(country) is None:
        raise FieldRefusedError("country", "unknown")
    if draft.language not in {"", "de", "en"}:
        raise FieldRefusedError("language", "unknown")
    return CustomerDraft(
        number=number,
        name=line_value("name", draft.name),
        company=line_value("company", draft.company),
        phones=_lines("phones", draft.phones),
        emails=_lines("emails", draft.emails),
        domains=_lines("domains", draft.domains),
        country=country,
        language=draft.language,
        authorised=text_value("authorised", draft.authorised),
        active=draft.active,
    )


def _lines(field: str, items: Iterable[str]) -> tuple[str, ...]:
    lines = tuple(dict.fromkeys(filter(None, (line_value(field, item) for item in items))))
    if sum(map(len, lines)) > LONGEST_TEXT:
        raise FieldRefusedError(field, "too-long")
    return lines


def _composed(field: str, text: str) -> str:
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    if _CONTROL.search(text) is not None:
        raise FieldRefusedError(field, "control")
    return text


def _bounded(field: str, text: str, longest: int) -> str:
    if len(text) > longest:
        raise FieldRefusedError(field, "too-long")
    return text
