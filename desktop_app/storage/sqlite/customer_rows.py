"""Customers as rows of their table."""

import sqlite3
from collections.abc import Iterable
from typing import Final

from desktop_app.core.entities import Customer, CustomerDraft

FIELDS: Final = (
    "number", "name", "company", "phones", "emails", "domains", "country", "language",
    "authorised", "active",
)  # fmt: skip
"""The columns that hold a draft's fields, in the order of ``stored_values``."""

COLUMNS: Final = f"place, id, {', '.join(FIELDS)}"
"""What ``customer_of`` needs."""

_BETWEEN: Final = "\n"


def stored_values(draft: CustomerDraft) -> tuple[str | int, ...]:
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
        int(draft.active),
    )


def customer_of(row: sqlite3.Row) -> Customer:
    """The customer in a row with at least ``COLUMNS``."""
    _, customer_id, number, name, company, phones, emails, domains, *rest = row[: len(FIELDS) + 2]
    country, language, authorised, active = rest
    return Customer(
        id=customer_id,
        number=number,
        name=name,
        company=company,
        phones=_items(phones),
        emails=_items(emails),
        domains=_items(domains),
        country=country,
        language=language,
        authorised=authorised,
        active=active == 1,
    )


def read_customers(
    connection: sqlite3.Connection, customer_ids: Iterable[int]
) -> dict[int, Customer]:
    """The customers with these ids, by id; an id that nobody has is left out."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM customer WHERE id IN (SELECT value FROM json_each(?))",  # noqa: S608 - a constant
        (json_list(customer_ids),),
    )
    return {row["id"]: customer_of(row) for row in rows}


def json_list(numbers: Iterable[int]) -> str:
    """Whole numbers as one parameter for ``json_each``, however many they are."""
    return f"[{','.join(map(str, numbers))}]"


def _items(lines: str) -> tuple[str, ...]:
    return tuple(lines.split(_BETWEEN)) if lines else ()
