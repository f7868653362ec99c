"""Stores a new telephone password, whoever may set it and for whatever reason."""

import sqlite3
from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Final

from desktop_app.core.entities import (
    FIRST_USE_WITHIN,
    Change,
    EventKind,
    NewCredential,
    Validity,
    VerifierParameters,
)
from desktop_app.core.journal import microseconds
from desktop_app.storage.sqlite.attempts import forget_digests
from desktop_app.storage.sqlite.credential_rows import clear_credential, store_verifier
from desktop_app.storage.sqlite.journal_writer import JournalWriter
from desktop_app.storage.sqlite.session import Session, micros_or_none

_HOLDS: Final = MappingProxyType(
    {Validity.ONE_DAY: timedelta(hours=24), Validity.FIRST_USE: FIRST_USE_WITHIN}
)


def store_password(
    connection: sqlite3.Connection,
    session: Session,
    journal: JournalWriter,
    customer_id: int,
    credential: NewCredential,
    *,
    validity: Validity,
    method: str,
    personal: Mapping[str, str],
) -> Change:
    """Replace a customer's password in the transaction under way; the old one stops at once."""
    now = session.clock()
    holds = _HOLDS.get(validity)
    clear_credential(connection, customer_id)
    connection.execute(
        """
        UPDATE credential SET set_at = ?, set_by = ?, check_method = ?, valid_until = ?,
                              single_use = ?, until_used = ?
        WHERE customer_id = ?
        """,
        (
            microseconds(now),
            session.person.name,
            method,
            micros_or_none(None if holds is None else now + holds),
            validity is Validity.ONE_CALL,
            validity is Validity.FIRST_USE,
            customer_id,
        ),
    )
    store_verifier(connection, customer_id, credential)
    forget_digests(connection, customer_id)
    return journal.write(
        connection,
        EventKind.PASSWORD_SET,
        validity,
        customer_id=customer_id,
        details={"check": method, **described(credential.parameters)},
        personal=personal,
    )


def described(parameters: VerifierParameters) -> dict[str, str]:
    """What the journal keeps of the parameters; the salt stays out of it."""
    return {
        "memory_kib": str(parameters.memory_kib),
        "passes": str(parameters.passes),
        "key_id": parameters.key_id.hex(),
    }
