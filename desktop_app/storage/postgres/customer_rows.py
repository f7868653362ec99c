"""Customers as rows of the shared database, and as values for its functions."""

from typing import Final, LiteralString

from desktop_app.core.entities import Customer, CustomerDraft
from desktop_app.core.search_terms import index_terms
from desktop_app.storage.postgres.connections import Row

FIELDS: Final = (
    "number", "name", "company", "phones", "emails", "domains", "country", "language",
    "authorised", "active",
)  # fmt: skip
"""The columns that hold a draft's fields."""

COLUMNS: Final[LiteralString] = (
    "place, id, number, name, company, phones, emails, domains, country, language, authorised,"
    " active"
)
"""What ``customer_of`` needs, and the place."""


def customer_of(row: Row) -> Customer:
    """The customer in a row with at least ``COLUMNS``."""
    return Customer(
        id=row["id"],
        number=row["number"],
        name=row["name"],
        company=row["company"],
        phones=tuple(row["phones"]),
        emails=tuple(row["emails"]),
        domains=tuple(row["domains"]),
        country=row["country"],
        language=row["language"],
        authorised=row["authorised"],
        active=row["active"],
    )


def fields_of(draft: CustomerDraft) -> dict[str, object]:
    """A draft's fields by column, ready for JSON."""
    values = {name: getattr(draft, name) for name in FIELDS}
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in values.items()
    }


def index_entry(draft: CustomerDraft) -> dict[str, object]:
    """What ``watchword.write_index`` keeps of a customer; the place comes beside it."""
    terms = index_terms(draft)
    return {
        "tokens": terms.tokens,
        "parts": terms.parts,
        "phones": [[key.national, key.code] for key in terms.phones],
    }
