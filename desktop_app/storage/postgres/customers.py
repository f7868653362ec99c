"""The customer store of ``core.ports`` on PostgreSQL."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, LiteralString

from psycopg.types.json import Jsonb

from desktop_app.core.customer_fields import reason_value, storable, text_value
from desktop_app.core.entities import (
    Answer,
    Caution,
    Change,
    Customer,
    CustomerDetails,
    CustomerDraft,
    ImportCounts,
    ImportProgress,
    LastCheck,
    ListRow,
    RejectedRow,
    SearchResult,
)
from desktop_app.core.errors import (
    CustomerNotFoundError,
    FieldRefusedError,
    NumberTakenError,
)
from desktop_app.core.list_mapping import ListMapping
from desktop_app.storage.postgres.connections import Connections, Row, only_row
from desktop_app.storage.postgres.customer_import import STATEMENT_SECONDS, CustomerImport
from desktop_app.storage.postgres.customer_rows import (
    COLUMNS,
    FIELDS,
    customer_of,
    fields_of,
)
from desktop_app.storage.postgres.search_index import PostgresLookups, index_columns
from desktop_app.storage.postgres.standing import change_of, standing_of
from desktop_app.storage.search import CustomerSearch

_PAGE_ROWS: Final = 500
_CHANNEL: Final = "watchword_customer"
_ID: Final = re.compile(r"[1-9][0-9]{0,18}", re.ASCII)


class PostgresCustomers:
    """Customers of a shared database; what a person may do is the database's to say."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def count(self) -> int:
        """How many customers there are."""
        return int(self._connections.one(_COUNT)["count"])

    def search(self, text: str, limit: int = 50) -> SearchResult:
        """The best hits for ``text`` as a person typed it; nothing in it is an operator."""
        with self._connections.session() as connection:
            return CustomerSearch(PostgresLookups(connection)).find(text, limit)

    def get(self, customer_id: int) -> Customer:
        """One customer.

        Raises:
            CustomerNotFoundError: there is none (any more).
        """
        return _found(self._connections.row(_BY_ID, (customer_id,)))

    def find_number(self, number: str) -> Customer:
        """The customer with exactly this number.

        Raises:
            CustomerNotFoundError: there is none.
        """
        return _found(self._connections.row(_BY_NUMBER, (number,)), number)

    def details(self, customer_id: int) -> CustomerDetails:
        """Everything the card shows.

        Raises:
            CustomerNotFoundError: there is none (any more).
        """
        with self._connections.view() as connection:
            row = connection.execute(_BY_ID, (customer_id,)).fetchone()
            customer = _found(row)
            card = only_row(connection.execute(_CARD, (customer_id,)))
        return CustomerDetails(
            customer=customer,
            standing=standing_of(card),
            last_check=_last_check(card),
            caution=_caution(card),
        )

    def add(self, draft: CustomerDraft) -> Customer:
        """Store a new customer under a new random id; a lead's action.

        Raises:
            NumberTakenError: another customer has the number.
            FieldRefusedError: a field cannot be stored.
        """
        draft = storable(draft)
        try:
            row = self._connections.one(
                "SELECT watchword.add_customer(%s, %s) AS id",
                (Jsonb(fields_of(draft)), Jsonb(index_columns(draft)._asdict())),
            )
        except NumberTakenError:
            raise NumberTakenError(draft.number) from None
        return _with_id(draft, row["id"])

    def change(self, before: Customer, after: Customer) -> None:
        """Replace the fields of ``before``, as it was read, by those of ``after``; a lead's action.

        Raises:
            ChangedMeanwhileError: the customer is no longer as in ``before``.
            NumberTakenError: another customer has the new number.
            FieldRefusedError: a field cannot be stored.
        """
        kept = storable(after)
        try:
            self._connections.one(
                "SELECT watchword.change_customer(%s, %s, %s, %s)",
                (
                    before.id,
                    Jsonb(fields_of(before)),
                    Jsonb(fields_of(kept)),
                    Jsonb(index_columns(kept)._asdict()),
                ),
            )
        except NumberTakenError:
            raise NumberTakenError(kept.number) from None

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

        Checks and searches go on meanwhile; whoever wants to write customers is refused as busy.
        """
        transaction = self._connections.trial if trial else self._connections.work
        with transaction(STATEMENT_SECONDS) as connection:
            work = CustomerImport(
                connection,
                fields,
                trial=trial,
                find_missing=find_missing,
                remember=remember,
                on_reject=on_reject,
                on_progress=on_progress,
            )
            return work.run(rows, source)

    def export(self) -> Iterator[Customer]:
        """Every customer, ordered by number; read page by page, so nothing is held up."""
        last = ""
        while page := self._connections.rows(_PAGE, (last, _PAGE_ROWS)):
            yield from map(customer_of, page)
            last = page[-1]["number"]

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
        row = self._connections.one(
            "SELECT * FROM watchword.raise_caution(%s, %s, %s)",
            (customer_id, text, None if seen is None else seen.raised_at),
        )
        return change_of(row)

    def clear_caution(self, customer_id: int, seen: Caution, reason: str) -> Change:
        """Take the caution ``seen`` off a customer; a lead's action.

        Raises:
            ChangedMeanwhileError: the customer has another caution by now, or none.
            CustomerNotFoundError: there is no such customer (any more).
            FieldRefusedError: the reason is empty or cannot be stored.
        """
        row = self._connections.one(
            "SELECT * FROM watchword.clear_caution(%s, %s, %s)",
            (customer_id, seen.raised_at, reason_value(reason)),
        )
        return change_of(row)

    def delete(self, customer_id: int, reason: str) -> Change:
        """Delete a customer with everything that is known of them; a lead's action.

        What the server's own files still hold of deleted rows goes with its next clean-up.

        Raises:
            CustomerNotFoundError: there is no such customer (any more).
            FieldRefusedError: the reason is empty or cannot be stored.
        """
        row = self._connections.one(
            "SELECT * FROM watchword.delete_customer(%s, %s)", (customer_id, reason_value(reason))
        )
        return change_of(row)

    def news(self) -> frozenset[int] | None:
        """Whose cautions have changed, or who was deleted; see ``core.ports.CustomerStore``.

        Asks the server for nothing: it tells by itself. Whatever else somebody sends on the same
        channel is no id and means nothing.
        """
        told = self._connections.told(_CHANNEL)
        if told is None:
            return None
        return frozenset(int(each) for each in told if _ID.fullmatch(each))


def _found(row: Row | None, number: str = "") -> Customer:
    if row is None:
        raise CustomerNotFoundError(number)
    return customer_of(row)


def _with_id(draft: CustomerDraft, customer_id: int) -> Customer:
    return Customer(id=customer_id, **{name: getattr(draft, name) for name in FIELDS})


def _last_check(card: Row) -> LastCheck | None:
    if card["answer"] is None:
        return None
    return LastCheck(
        Answer(card["answer"]), card["checked_at"], card["checked_by"], card["receipt"]
    )


def _caution(card: Row) -> Caution | None:
    if card["caution"] is None:
        return None
    return Caution(card["caution"], card["raised_by"], card["raised_at"])


_CUSTOMERS: Final[LiteralString] = f"SELECT {COLUMNS} FROM watchword.customers"  # noqa: S608 - a constant
_BY_ID: Final[LiteralString] = f"{_CUSTOMERS} WHERE id = %s"
_BY_NUMBER: Final[LiteralString] = f"{_CUSTOMERS} WHERE number = %s"
_PAGE: Final[LiteralString] = f"{_CUSTOMERS} WHERE number > %s ORDER BY number LIMIT %s"
_COUNT: Final = "SELECT watchword.customer_count() AS count"
_CARD: Final = (
    "SELECT checked_at, checked_by, answer, receipt, caution, raised_by, raised_at, (standing).*"
    " FROM watchword.customer_card(%s)"
)
