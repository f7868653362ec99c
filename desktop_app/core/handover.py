"""What one database hands over to another of the same kind, as it is stored.

Customers keep their ids and telephone passwords their verifiers, so that they stay valid.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from desktop_app.core.entities import Customer
from desktop_app.core.policy import Policy
from desktop_app.core.team_keys import KnownKeys


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredCredential:
    """A customer's telephone password and everything that is counted about it.

    Where it was removed only the generation and the counters are left.
    """

    customer_id: int
    generation: int
    verifier: bytes | None
    salt: bytes | None
    memory_kib: int | None
    passes: int | None
    lanes: int | None
    norm_version: int | None
    kdf_version: int | None
    key_id: bytes | None
    set_at: datetime | None
    set_by: str | None
    check_method: str | None
    valid_until: datetime | None
    expired_at: datetime | None
    single_use: bool
    used_at: datetime | None
    until_used: bool
    in_row: int
    in_all: int
    locked_until: datetime | None
    last_failure_at: datetime | None


@dataclass(frozen=True, slots=True)
class StoredCaution:
    """A caution on a customer."""

    customer_id: int
    text: str
    raised_by: str
    raised_at: datetime


@dataclass(frozen=True, slots=True)
class HandedOver:
    """How much was handed over; ``passwords`` are those that were not removed."""

    customers: int
    passwords: int
    cautions: int


class Handover(Protocol):
    """One unchanging view of everything that is handed over; the iterators are read one by one."""

    def customers(self) -> Iterator[Customer]:
        """Every customer, in the order of their entry."""
        ...

    def credentials(self) -> Iterator[StoredCredential]:
        """Every credential, ordered by customer id."""
        ...

    def cautions(self) -> Iterator[StoredCaution]:
        """Every caution."""
        ...

    def policy(self) -> Policy:
        """The rules in force."""
        ...

    def team_keys(self) -> KnownKeys:
        """The keys by their ids."""
        ...
