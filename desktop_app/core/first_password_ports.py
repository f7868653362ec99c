"""What first passwords for many need of the database."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, Protocol

from desktop_app.core.entities import Change, Customer, NewCredential

MOST_AT_ONCE: Final = 500
"""More letters than that nobody prints and puts into envelopes in one go."""

LETTER: Final = "letter"
"""What the journal calls the check of a first password: the customer's own letter box."""


class Lacking(StrEnum):
    """Whom a first password is for."""

    NO_PASSWORD = "no-password"  # noqa: S105 - the name of a choice
    UNUSED_LETTER = "unused-letter"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which active customers are looked for; an empty ``text`` or ``country`` does not filter.

    Every word of ``text`` begins a word of the customer's name, company, number, e-mail addresses
    or domains. ``country`` is an ISO code.
    """

    lacking: Lacking = Lacking.NO_PASSWORD
    text: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A customer as they were listed.

    ``letter_at`` is when the password of their unused letter was set, None without a password.
    """

    customer: Customer
    letter_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Candidates:
    """The first of those found, by number; ``more`` where there are others behind them."""

    found: tuple[Candidate, ...]
    more: bool


class FirstPasswordStore(Protocol):
    """Who has no password yet, and the one way to give them one without an identity check."""

    def candidates(self, wanted: Wanted, limit: int) -> Candidates:
        """Those who can be given a first password, by number; a lead's right."""
        ...

    def set(
        self,
        customer_id: int,
        credential: NewCredential,
        reason: str,
        replaces: datetime | None = None,
    ) -> Change:
        """Store a first password, which holds 60 days unless it is used; a lead's right.

        It may take the place of the letter's password that was set at ``replaces``.

        Raises:
            PasswordPresentError: the customer is not active, or has a password other than that
                letter's, or it was used or blocked by now.
            KeyRotatedError: another key is the team's current one.
        """
        ...
