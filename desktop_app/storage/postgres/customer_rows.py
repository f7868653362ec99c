"""Customers as rows of the shared database, and as values for its functions."""

from collections.abc import Mapping
from typing import Any, Final, LiteralString

from desktop_app.core.entities import Customer, CustomerDraft
from desktop_app.storage.postgres.connections import Row

FIELDS: Final = (
    "number", "name", "company", "phones", "emails", "domains", "country", "language",
    "authorised", "active",
)  # fmt: skip
"""The columns that hold a draft's fields, in the order of ``stored_values``."""

COLUMNS: Final[LiteralString] = (
    "place, id, number, name, company, phones, emails, domains, country, language, authorised,"
    " active"
)
"""What ``customer_of`` needs, and the place."""

_BETWEEN: Final = "\n"


def customer_of(row: Row) -> Customer:
    """The customer in a row with at least ``COLUMNS``."""
    return Customer(id=row["id"], **_fields(row))


def draft_of(row: Mapping[str, Any]) -> CustomerDraft:
    """The same without the id."""
    return CustomerDraft(**_fields(row))


StoredValues = tuple[str, str, str, str, str, str, str, str, str, bool]


def stored_values(draft: CustomerDraft) -> StoredValues:
    """The values of ``FIELDS``. Items hold no line end, so a list is stored as lines."""
    return (
        draft.number,
        draft.name,
        draft.company,
        _BETWEEN.join(draft.phones),
        _BETWEEN.join(draft.emails),
        _BETWEEN.join(draft.domains),
        draft.country,
        draft.language,
        draft.authorised,
        draft.active,
    )


def fields_of(draft: CustomerDraft) -> dict[str, str | bool]:
    """A draft's fields by column, ready for JSON."""
    return dict(zip(FIELDS, stored_values(draft), strict=True))


def _fields(row: Mapping[str, Any]) -> dict[str, Any]:
    values = {name: row[name] for name in FIELDS}
    for name in ("phones", "emails", "domains"):
        lines = values[name]
        values[name] = tuple(lines.split(_BETWEEN)) if lines else ()
    return values
