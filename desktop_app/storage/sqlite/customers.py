"""The customer store of ``core.ports`` on SQLite."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final

from desktop_app.core.customer_fields import reason_value, storable, text_value
from desktop_app.core.entities import (
    Answer,
    Caution,
    Change,
    Customer,
    CustomerDetails,
    CustomerDraft,
    EventKind,
    ImportCounts,
    ImportProgress,
    LastCheck,
    ListRow,
    RejectedRow,
    Role,
    SearchResult,
)
from desktop_app.core.errors import (
    ChangedMeanwhileError,
    CustomerNotFoundError,
    FieldRefusedError,
    NumberTakenError,
)
from desktop_app.core.journal import microseconds
from desktop_app.core.list_mapping import ListMapping
from desktop_app.core.search_terms import index_terms
from desktop_app.storage.search import CustomerSearch
from desktop_app.storage.sqlite.connections import Connections
from desktop_app.storage.sqlite.credential_rows import require_customer
from desktop_app.storage.sqlite.customer_deletion import delete_customer
from desktop_app.storage.sqlite.customer_import import (
    BATCH_ROWS,
    CustomerImport,
    import_resources,
    new_ids,
    update_rows,
)
from desktop_app.storage.sqlite.customer_rows import (
    COLUMNS,
    FIELDS,
    customer_of,
    read_customers,
    stored_values,
)
from desktop_app.storage.sqlite.journal_writer import JournalWriter
from desktop_app.storage.sqlite.lists import save_mapping
from desktop_app.storage.sqlite.policies import read_policy
from desktop_app.storage.sqlite.search_index import SqliteLookups, add_entries
from desktop_app.storage.sqlite.session import Session
from desktop_app.storage.sqlite.standing import read_standing
from desktop_app.storage.sqlite.stored import code_of, from_micros

_PAGE_ROWS: Final = 500


class SqliteCustomers:
    """Customers of one workstation database, used as one person."""

    def __init__(self, connections: Connections, session: Session, journal: JournalWriter) -> None:
        self._connections = connections
        self._session = session
        self._journal = journal
        self._seen: int | None = None
        """The newest entry of the journal that ``news`` has looked at."""

    def count(self) -> int:
        """How many customers there are."""
        with self._connections.read() as connection:
            return int(connection.execute("SELECT count(*) FROM customer").fetchone()[0])

    def search(self, text: str, limit: int = 50) -> SearchResult:
        """The best hits for ``text`` as a person typed it; nothing in it is an operator."""
        with self._connections.read() as connection:
            now = self._session.clock()
            lookups = SqliteLookups(connection, read_policy(connection), now)
            return CustomerSearch(lookups).find(text, limit)

    def get(self, customer_id: int) -> Customer:
        """One customer.

        Raises:
            CustomerNotFoundError: there is none (any more).
        """
        with self._connections.read() as connection:
            return _customer(connection, customer_id)

    def find_number(self, number: str) -> Customer:
        """The customer with exactly this number.

        Raises:
            CustomerNotFoundError: there is none.
        """
        with self._connections.read() as connection:
            row = connection.execute(_BY_NUMBER, (number,)).fetchone()
        if row is None:
            raise CustomerNotFoundError(number)
        return customer_of(row)

    def details(self, customer_id: int) -> CustomerDetails:
        """Everything the card shows.

        Raises:
            CustomerNotFoundError: there is none (any more).
        """
        with self._connections.read() as connection:
            policy, now = read_policy(connection), self._session.clock()
            return CustomerDetails(
                customer=_customer(connection, customer_id),
                standing=read_standing(connection, customer_id, policy, now),
                last_check=_last_check(connection, customer_id),
                caution=_caution(connection, customer_id),
            )

    def add(self, draft: CustomerDraft) -> Customer:
        """Store a new customer under a new random id; a lead's action.

        Raises:
            NumberTakenError: another customer has the number.
            FieldRefusedError: a field cannot be stored.
        """
        self._session.require(Role.LEAD)
        draft = storable(draft)
        marks = ", ".join("?" * (len(FIELDS) + 1))
        with self._connections.write() as connection:
            _require_free(connection, draft.number)
            (customer_id,) = new_ids(1)
            place = connection.execute(
                f"INSERT INTO customer (id, {', '.join(FIELDS)}) VALUES ({marks})",  # noqa: S608 - constants
                (customer_id, *stored_values(draft)),
            ).lastrowid
            add_entries(connection, [(int(place or 0), index_terms(draft))])
            self._journal.write(
                connection, EventKind.CUSTOMER_ADDED, "added", customer_id=customer_id
            )
            return _customer(connection, customer_id)

    def change(self, before: Customer, after: Customer) -> None:
        """Replace the fields of ``before``, as it was read, by those of ``after``; a lead's action.

        Raises:
            ChangedMeanwhileError: the customer is no longer as in ``before``.
            NumberTakenError: another customer has the new number.
            FieldRefusedError: a field cannot be stored.
        """
        self._session.require(Role.LEAD)
        with self._connections.write() as connection:
            row = connection.execute(_BY_ID, (before.id,)).fetchone()
            if row is None or customer_of(row) != before:
                raise ChangedMeanwhileError
            kept = _with_id(storable(after), before.id)
            if kept == before:
                return
            if kept.number != before.number:
                _require_free(connection, kept.number)
            update_rows(connection, [(row["place"], before, kept)])
            changed = [name for name in FIELDS if getattr(kept, name) != getattr(before, name)]
            self._journal.write(
                connection,
                EventKind.CUSTOMER_CHANGED,
                "changed",
                customer_id=before.id,
                details={"fields": " ".join(changed)},
            )

    def import_rows(
        self,
        rows: Iterable[ListRow],
        fields: frozenset[str],
        *,
        source: str,
        trial: bool,
        on_reject: Callable[[RejectedRow], None],
        on_progress: Callable[[ImportProgress], None],
        find_missing: bool = False,
        remember: ListMapping | None = None,
    ) -> ImportCounts:
        """Insert or update customers by number; see ``core.ports.CustomerStore``.

        Searches go on meanwhile; whoever wants to write waits until the import ends.
        """
        self._session.require(Role.LEAD)
        transaction = self._connections.read if trial else self._connections.write
        with transaction() as connection, import_resources(connection):
            work = CustomerImport(
                connection, fields, trial=trial, find_missing=find_missing, on_reject=on_reject
            )
            source_rows = iter(rows)
            while batch := list(islice(source_rows, BATCH_ROWS)):
                work.take(batch)
                on_progress(work.progress)
            counts = work.finish()
            rejected = work.progress.rows - counts.new - counts.updated - counts.unchanged
            if not trial:
                if remember is not None:
                    save_mapping(connection, self._session, remember)
                self._journal.write(
                    connection,
                    EventKind.CUSTOMERS_IMPORTED,
                    "imported",
                    details={
                        "source": source,
                        "new": str(counts.new),
                        "updated": str(counts.updated),
                        "unchanged": str(counts.unchanged),
                        "rejected": str(rejected),
                    },
                )
        if not trial:
            self._connections.erase_traces()  # the log is as long as everything imported
        return counts

    def export(self) -> Iterator[Customer]:
        """Every customer, ordered by number; read page by page, so nothing is held up."""
        last = ""
        while page := self._page_after(last):
            yield from page
            last = page[-1].number

    def raise_caution(self, customer_id: int, text: str, seen: Caution | None = None) -> Change:
        """Put a caution on a customer; it replaces ``seen``.

        Raises:
            ChangedMeanwhileError: the customer has another caution by now.
            CustomerNotFoundError: there is no such customer (any more).
            FieldRefusedError: the text is empty or cannot be stored.
        """
        text = text_value("caution", text)
        if not text:
            raise FieldRefusedError("caution", "empty")
        with self._connections.write() as connection:
            require_customer(connection, customer_id)
            if _caution(connection, customer_id) not in {None, seen}:
                raise ChangedMeanwhileError
            change = self._journal.write(
                connection,
                EventKind.CAUTION_RAISED,
                "raised",
                customer_id=customer_id,
                personal={"text": text},
            )
            connection.execute(
                "INSERT OR REPLACE INTO caution (customer_id, text, raised_by, raised_at)"
                " VALUES (?, ?, ?, ?)",
                (customer_id, text, self._session.person.name, microseconds(change.at)),
            )
            return change

    def clear_caution(self, customer_id: int, seen: Caution, reason: str) -> Change:
        """Take the caution ``seen`` off a customer; a lead's action.

        Raises:
            ChangedMeanwhileError: the customer has another caution by now, or none.
            CustomerNotFoundError: there is no such customer (any more).
            FieldRefusedError: the reason is empty or cannot be stored.
        """
        self._session.require(Role.LEAD)
        reason = reason_value(reason)
        with self._connections.write() as connection:
            require_customer(connection, customer_id)
            if _caution(connection, customer_id) != seen:
                raise ChangedMeanwhileError
            connection.execute("DELETE FROM caution WHERE customer_id = ?", (customer_id,))
            return self._journal.write(
                connection,
                EventKind.CAUTION_CLEARED,
                "cleared",
                customer_id=customer_id,
                personal={"reason": reason},
            )

    def delete(self, customer_id: int, reason: str) -> Change:
        """Delete a customer with everything that is known of them; a lead's action.

        Raises:
            CustomerNotFoundError: there is no such customer (any more).
            FieldRefusedError: the reason is empty or cannot be stored.
        """
        self._session.require(Role.LEAD)
        reason = reason_value(reason)
        with self._connections.write() as connection:
            change = delete_customer(connection, self._journal, customer_id, reason)
        self._connections.erase_traces()
        return change

    def news(self) -> frozenset[int] | None:
        """Whose cautions have changed, or who was deleted; see ``core.ports.CustomerStore``.

        The journal tells, which every process that uses the file writes.
        """
        with self._connections.read() as connection:
            newest = int(connection.execute(_NEWEST).fetchone()[0])
            seen, self._seen = self._seen, newest
            if seen is None or seen > newest:
                return None
            rows = connection.execute(_NEWS, (seen,)).fetchall()
        return frozenset(row["customer_id"] for row in rows)

    def _page_after(self, number: str) -> list[Customer]:
        with self._connections.read() as connection:
            rows = connection.execute(_PAGE, (number, _PAGE_ROWS)).fetchall()
        return [customer_of(row) for row in rows]


def _customer(connection: sqlite3.Connection, customer_id: int) -> Customer:
    found = read_customers(connection, [customer_id])
    if customer_id not in found:
        raise CustomerNotFoundError("")
    return found[customer_id]


def _with_id(draft: CustomerDraft, customer_id: int) -> Customer:
    return Customer(id=customer_id, **{name: getattr(draft, name) for name in FIELDS})


def _require_free(connection: sqlite3.Connection, number: str) -> None:
    if connection.execute(_BY_NUMBER, (number,)).fetchone() is not None:
        raise NumberTakenError(number)


def _last_check(connection: sqlite3.Connection, customer_id: int) -> LastCheck | None:
    row = connection.execute(
        "SELECT at, person, outcome, receipt FROM journal"
        " WHERE customer_id = ? AND kind = ? ORDER BY id DESC LIMIT 1",
        (customer_id, EventKind.VERDICT),
    ).fetchone()
    if row is None:
        return None
    return LastCheck(
        code_of(Answer, row["outcome"]), from_micros(row["at"]), row["person"], row["receipt"]
    )


def _caution(connection: sqlite3.Connection, customer_id: int) -> Caution | None:
    row = connection.execute(
        "SELECT text, raised_by, raised_at FROM caution WHERE customer_id = ?", (customer_id,)
    ).fetchone()
    if row is None:
        return None
    return Caution(row["text"], row["raised_by"], from_micros(row["raised_at"]))


_BY_ID: Final = f"SELECT {COLUMNS} FROM customer WHERE id = ?"  # noqa: S608 - a constant
_BY_NUMBER: Final = f"SELECT {COLUMNS} FROM customer WHERE number = ?"  # noqa: S608 - a constant
_PAGE: Final = f"SELECT {COLUMNS} FROM customer WHERE number > ? ORDER BY number LIMIT ?"  # noqa: S608 - a constant
_NEWEST: Final = "SELECT ifnull(max(id), 0) FROM journal"
_NEWS: Final = """
    SELECT DISTINCT customer_id FROM journal
    WHERE id > ? AND customer_id IS NOT NULL
      AND kind IN ('caution-raised', 'caution-cleared', 'customer-deleted')
"""
