"""Deletes one customer, and what the journal says of them."""

import sqlite3

from desktop_app.core.entities import Change, EventKind
from desktop_app.core.errors import CustomerNotFoundError
from desktop_app.core.search_terms import index_terms
from desktop_app.storage.sqlite.customer_rows import COLUMNS, customer_of
from desktop_app.storage.sqlite.journal_writer import JournalWriter
from desktop_app.storage.sqlite.search_index import compact, remove_entries


def delete_customer(
    connection: sqlite3.Connection, journal: JournalWriter, customer_id: int, reason: str
) -> Change:
    """Delete a customer in the caller's transaction.

    The journal's entries stay, with the digest of what was erased, so the chain holds. So do the
    attempts of the last day, without their digests: they count against whoever made them.

    Raises:
        CustomerNotFoundError: there is no such customer (any more).
    """
    row = connection.execute(
        f"SELECT {COLUMNS} FROM customer WHERE id = ?",  # noqa: S608 - a constant
        (customer_id,),
    ).fetchone()
    if row is None:
        raise CustomerNotFoundError("")
    for statement in _ERASURES:
        connection.execute(statement, (customer_id,))
    change = journal.write(
        connection,
        EventKind.CUSTOMER_DELETED,
        "deleted",
        customer_id=customer_id,
        personal={"reason": reason},
    )
    remove_entries(connection, [(row["place"], index_terms(customer_of(row)))])
    compact(connection)  # until their lists are merged, removed words stay in the file
    connection.execute("DELETE FROM customer WHERE id = ?", (customer_id,))
    return change


_ERASURES = (
    "DELETE FROM caution WHERE customer_id = ?",
    "DELETE FROM credential WHERE customer_id = ?",
    "UPDATE attempt SET digest_hash = NULL WHERE customer_id = ? AND digest_hash IS NOT NULL",
    "DELETE FROM journal_personal WHERE entry IN (SELECT id FROM journal WHERE customer_id = ?)",
)
