"""Customers as rows of a CSV file, which an import recognises and finds unchanged."""

from collections.abc import Sequence

from desktop_app.core.entities import Customer

HEADS = (
    "number",
    "name",
    "company",
    "phone",
    "email",
    "domain",
    "country",
    "language",
    "authorised",
    "active",
)
"""All but the last are heads of an import; whether a customer is active is nothing it changes."""


def row(customer: Customer) -> tuple[str, ...]:
    """The cells of a customer in the order of ``HEADS``; several values stand one in a line."""
    return (
        customer.number,
        customer.name,
        customer.company,
        _lines(customer.phones),
        _lines(customer.emails),
        _lines(customer.domains),
        customer.country,
        customer.language,
        customer.authorised,
        "yes" if customer.active else "no",
    )


def _lines(values: Sequence[str]) -> str:
    return "\n".join(values)
