"""First passwords for many: one suggestion for each customer, sent by letter.

A letter lies about for days and opens nothing but its own customer's account. So its password has
two words, which keeps guessing hopeless also for somebody who tries at many accounts at once; it
ends after 60 days unless the customer has used it; and it never takes the place of a password that
somebody may know already, only of another letter's.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from desktop_app.core import verifier
from desktop_app.core.enrolment import required_reason
from desktop_app.core.entities import FIRST_USE_WITHIN, Change, Customer, NewCredential
from desktop_app.core.errors import CustomerNotFoundError, PasswordPresentError, StorageError
from desktop_app.core.first_password_ports import (
    MOST_AT_ONCE,
    Candidate,
    Candidates,
    FirstPasswordStore,
    Wanted,
)
from desktop_app.core.key_choice import key_for_new
from desktop_app.core.ports import CredentialStore, Keys, PolicyStore
from desktop_app.core.secret import Secret
from desktop_app.core.suggestions import Suggester

_WORDS: Final = 2


@dataclass(frozen=True, slots=True)
class FirstPassword:
    """A first password that has just been stored; nobody else has it."""

    customer: Customer
    text: Secret[str]
    language: str
    at: datetime
    valid_until: datetime


class FirstPasswords:
    """Makes first passwords, one after the other. Every call blocks."""

    def __init__(
        self,
        store: FirstPasswordStore,
        credentials: CredentialStore,
        policies: PolicyStore,
        keys: Keys,
        suggester: Suggester,
    ) -> None:
        self._store = store
        self._credentials = credentials
        self._policies = policies
        self._keys = keys
        self._suggester = suggester
        self._unclear: dict[int, bytes] = {}
        """By customer the salt of what may have been stored though the database failed."""

    def candidates(self, wanted: Wanted) -> Candidates:
        """Those who can be given a first password, as many as at once.

        Raises:
            NotAllowedError: the person is no lead.
            StorageError: they cannot be read.
        """
        return self._store.candidates(wanted, MOST_AT_ONCE)

    def make(
        self, candidates: Iterable[Candidate], reason: str, language: str
    ) -> Iterator[FirstPassword | Customer]:
        """Store one password after the other, each when it is asked for.

        A customer who has got a password since they were listed, another letter's included, or is
        gone, comes back as they are. Whoever stops asking has what was made so far, and nothing
        else is. Where the database fails, the customer whose turn it was may have a password that
        nobody knows: the next one that this object makes for them takes its place. ``language``
        (``de`` or ``en``) is that of customers whose own is not known.

        Raises:
            FieldRefusedError: the reason is empty or too long.
            TeamKeyError: the team's current key cannot be had.
            KeyRotatedError: the team has begun to use another key in this very moment.
            StorageError: the database failed.
            NotAllowedError: the person is no lead.
        """
        reason = required_reason(reason)
        policy = self._policies.load()
        key = key_for_new(self._credentials, self._keys)
        drawn: list[Secret[str]] = []
        for candidate in candidates:
            customer = candidate.customer
            spoken = customer.language or language
            text = self._suggester.draw(spoken, policy, customer, words=_WORDS)
            while text in drawn:
                text = self._suggester.draw(spoken, policy, customer, words=_WORDS)
            drawn.append(text)
            credential = verifier.new_credential(text, policy, customer.id, key)
            try:
                change = self._set(candidate, credential, reason)
            except (CustomerNotFoundError, PasswordPresentError):
                yield customer
            else:
                yield FirstPassword(customer, text, spoken, change.at, change.at + FIRST_USE_WITHIN)

    def _set(self, candidate: Candidate, credential: NewCredential, reason: str) -> Change:
        customer_id = candidate.customer.id
        replaces = self._lost_at(customer_id) or candidate.letter_at
        try:
            change = self._store.set(customer_id, credential, reason, replaces)
        except StorageError:
            self._unclear[customer_id] = credential.parameters.salt
            raise
        self._unclear.pop(customer_id, None)
        return change

    def _lost_at(self, customer_id: int) -> datetime | None:
        """When the password was set that this object stored without hearing of it, if it did."""
        salt = self._unclear.get(customer_id)
        if salt is None:
            return None
        held = self._credentials.challenge(customer_id)
        is_own = held.parameters is not None and held.parameters.salt == salt
        return held.standing.set_at if is_own else None
