"""What is known about imported customer lists, in the workstation database."""

import sqlite3
from typing import Final

from desktop_app.core.entities import Customer, EventKind, Role
from desktop_app.core.errors import ChangedMeanwhileError
from desktop_app.core.journal import microseconds
from desktop_app.core.list_columns import Column
from desktop_app.core.list_mapping import ListMapping, mapped_columns, mapping_text
from desktop_app.core.missing_customers import MissingChoice
from desktop_app.storage.sqlite.connections import Connections
from desktop_app.storage.sqlite.customer_rows import FIELDS, customer_of
from desktop_app.storage.sqlite.journal_writer import JournalWriter
from desktop_app.storage.sqlite.session import Session


class SqliteLists:
    """The list store of ``core.list_ports`` on SQLite."""

    def __init__(self, connections: Connections, session: Session, journal: JournalWriter) -> None:
        self._connections = connections
        self._session = session
        self._journal = journal

    def mapping(self, kind: str) -> tuple[Column, ...] | None:
        """The columns of the last import of this kind of list; None where there was none.

        Raises:
            ListUnusableError: ``unknown-field``, where a newer program has stored them.
        """
        self._session.require(Role.LEAD)
        with self._connections.read() as connection:
            row = connection.execute(
                "SELECT columns FROM list_mapping WHERE kind = ?", (kind,)
            ).fetchone()
        return None if row is None else mapped_columns(row["columns"])

    def missing(self, list_id: str, after: str = "", limit: int = 200) -> list[Customer]:
        """Customers that the list did not have and that are active still, by number.

        Raises:
            ChangedMeanwhileError: another import has looked for missing customers since, or has
                had every one of these.
        """
        self._session.require(Role.LEAD)
        with self._connections.read() as connection:
            _require_kept(connection, list_id)
            rows = connection.execute(_PAGE, (after, limit)).fetchall()
        return [customer_of(row) for row in rows]

    def set_missing_inactive(self, list_id: str, choice: MissingChoice, source: str) -> int:
        """Set some of them inactive; how many were active. One journal entry for all of them.

        Raises:
            ChangedMeanwhileError: another import has looked for missing customers since, or has
                had every one of these.
        """
        self._session.require(Role.LEAD)
        with self._connections.write() as connection:
            _require_kept(connection, list_id)
            try:
                connection.execute("CREATE TEMP TABLE chosen (id INTEGER PRIMARY KEY)")
                connection.executemany(
                    "INSERT INTO temp.chosen (id) VALUES (?)", [(each,) for each in choice.ids]
                )
                count = connection.execute(_SET_INACTIVE, (choice.everyone,)).rowcount
            finally:
                connection.execute("DROP TABLE IF EXISTS temp.chosen")
            if count:
                self._journal.write(
                    connection,
                    EventKind.CUSTOMERS_DEACTIVATED,
                    "deactivated",
                    details={"source": source, "count": str(count)},
                )
        return count


def save_mapping(connection: sqlite3.Connection, session: Session, mapping: ListMapping) -> None:
    """Remember the columns of a kind of list, in the transaction of its import."""
    connection.execute(
        "INSERT OR REPLACE INTO list_mapping (kind, columns, saved_at, saved_by)"
        " VALUES (?, ?, ?, ?)",
        (
            mapping.kind,
            mapping_text(mapping.columns),
            microseconds(session.clock()),
            session.person.login,
        ),
    )


def _require_kept(connection: sqlite3.Connection, list_id: str) -> None:
    kept = connection.execute("SELECT list_id FROM missing_customer LIMIT 1").fetchone()
    if kept is None or kept["list_id"] != list_id:
        raise ChangedMeanwhileError


# Both ways end soon: few customers are sorted, of many the first in the order of the index.
_PAGE: Final = f"""
    SELECT c.place, c.id, {", ".join(f"c.{field}" for field in FIELDS)}
    FROM missing_customer AS m JOIN customer AS c ON c.place = m.place
    WHERE c.active AND c.number > ? ORDER BY c.number LIMIT ?
"""  # noqa: S608 - constants
_SET_INACTIVE: Final = """
    UPDATE customer SET active = 0
    WHERE active AND place IN (SELECT place FROM missing_customer)
      AND (id IN (SELECT id FROM temp.chosen)) IS NOT ?
"""
