"""What an import makes of one row of a list before it is stored, the same on every engine."""

import re
from dataclasses import replace
from typing import Final
from unicodedata import is_normalized

from desktop_app.core.customer_fields import LONGEST_FIELD, LONGEST_NUMBER, storable
from desktop_app.core.entities import CustomerDraft, ImportRow, RejectedRow, RejectReason
from desktop_app.core.errors import FieldRefusedError

_COUNTRY: Final = re.compile("[A-Z]{2}")
_REASONS: Final = {
    "empty": RejectReason.NUMBER_EMPTY,
    "too-long": RejectReason.CELL_TOO_LONG,
    "control": RejectReason.CONTROL_CHARACTER,
}


def accepted(row: ImportRow) -> CustomerDraft | RejectedRow:
    """The draft as it may be stored; a country or language that does not exist is left out."""
    draft = row.draft
    if _is_plain(draft):
        return draft
    try:
        return storable(draft)
    except FieldRefusedError as error:
        if error.reason != "unknown":
            return RejectedRow(row.line, draft.number, _REASONS[error.reason])
    return accepted(replace(row, draft=replace(draft, country="", language="")))


def _is_plain(draft: CustomerDraft) -> bool:
    """Whether a draft is so ordinary that ``storable`` would change and refuse nothing."""
    number, country = draft.number, draft.country
    items = (*draft.phones, *draft.emails, *draft.domains)
    fields = (draft.name, draft.company, draft.authorised, *items)
    together = "".join(fields)
    return (
        0 < len(number) <= LONGEST_NUMBER
        and len(together) <= LONGEST_FIELD
        and number.isascii()
        and number.isprintable()
        and together.isprintable()
        and is_normalized("NFC", together)
        and (not country or _COUNTRY.fullmatch(country) is not None)
        and draft.language in {"", "de", "en"}
        and _is_trimmed(number)
        and all(map(_is_trimmed, fields))
        and len(set(items)) == len(items)
        and "" not in items
    )


def _is_trimmed(text: str) -> bool:
    return text[:1] != " " and text[-1:] != " "
