"""Writes journal entries inside the transactions of the changes they record."""

import secrets
import sqlite3
from collections.abc import Callable, Mapping

from desktop_app.core.entities import Change, EventKind
from desktop_app.core.journal import (
    PERSONAL_SALT_BYTES,
    json_text,
    microseconds,
    personal_digest,
)
from desktop_app.core.receipts import new_receipt
from desktop_app.storage.sqlite.session import Session

_MOST_DRAWS = 8


class JournalWriter:
    """Adds entries for one session; sealing comes later (``SqliteJournal.seal``)."""

    def __init__(self, session: Session, draw: Callable[[], str] = new_receipt) -> None:
        self._session = session
        self._draw = draw

    def write(
        self,
        connection: sqlite3.Connection,
        kind: EventKind,
        outcome: str,
        *,
        customer_id: int | None = None,
        details: Mapping[str, str] | None = None,
        personal: Mapping[str, str] | None = None,
    ) -> Change:
        """Add one entry in the caller's transaction; its receipt and its time.

        ``details`` holds figures and codes. What says something about a human being belongs in
        ``personal``: it can be erased later without breaking the chain.
        """
        at = self._session.clock()
        receipt = self._unused_receipt(connection)
        kept = {name: text for name, text in (personal or {}).items() if text}
        salt = secrets.token_bytes(PERSONAL_SALT_BYTES)
        content = json_text(kept)
        entry = connection.execute(
            _INSERT,
            {
                "at": microseconds(at),
                "login": self._session.person.login,
                "person": self._session.person.name,
                "workstation": self._session.workstation,
                "customer_id": customer_id,
                "kind": kind,
                "outcome": outcome,
                "receipt": receipt,
                "details": json_text(details or {}),
                "personal_digest": personal_digest(salt, content) if kept else b"",
            },
        ).lastrowid
        if kept:
            connection.execute(
                "INSERT INTO journal_personal (entry, salt, content) VALUES (?, ?, ?)",
                (entry, salt, content),
            )
        return Change(receipt, at)

    def _unused_receipt(self, connection: sqlite3.Connection) -> str:
        for _ in range(_MOST_DRAWS):
            receipt = self._draw()
            used = connection.execute("SELECT 1 FROM journal WHERE receipt = ?", (receipt,))
            if used.fetchone() is None:
                return receipt
        raise RuntimeError("every receipt that was drawn is in use")


_INSERT = """
    INSERT INTO journal (at, login, person, workstation, customer_id, customer_number, kind,
                         outcome, receipt, details, personal_digest)
    VALUES (:at, :login, :person, :workstation, :customer_id,
            ifnull((SELECT number FROM customer WHERE id = :customer_id), ''), :kind,
            :outcome, :receipt, :details, :personal_digest)
"""
