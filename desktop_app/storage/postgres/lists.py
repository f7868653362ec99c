"""What is known about imported customer lists, in the shared database."""

from desktop_app.core.entities import Customer
from desktop_app.core.list_columns import Column
from desktop_app.core.list_mapping import mapped_columns
from desktop_app.core.missing_customers import MissingChoice
from desktop_app.storage.postgres.connections import Connections, only_row
from desktop_app.storage.postgres.customer_import import STATEMENT_SECONDS
from desktop_app.storage.postgres.customer_rows import customer_of


class PostgresLists:
    """The list store of ``core.list_ports`` on PostgreSQL."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def mapping(self, kind: str) -> tuple[Column, ...] | None:
        """The columns of the last import of this kind of list; None where there was none.

        Raises:
            ListUnusableError: ``unknown-field``, where a newer program has stored them.
        """
        row = self._connections.one("SELECT watchword.list_columns(%s) AS columns", (kind,))
        return None if row["columns"] is None else mapped_columns(row["columns"])

    def missing(self, list_id: str, after: str = "", limit: int = 200) -> list[Customer]:
        """Customers that the list did not have and that are active still, by number.

        Raises:
            ChangedMeanwhileError: another import has looked for missing customers since, or has
                had every one of these.
        """
        rows = self._connections.rows(
            "SELECT * FROM watchword.missing_customers(%s, %s, %s)", (list_id, after, limit)
        )
        return [customer_of(row) for row in rows]

    def set_missing_inactive(self, list_id: str, choice: MissingChoice, source: str) -> int:
        """Set some of them inactive; how many were active. One journal entry for all of them.

        Raises:
            ChangedMeanwhileError: another import has looked for missing customers since, or has
                had every one of these.
        """
        with self._connections.work(STATEMENT_SECONDS) as connection:
            row = only_row(
                connection.execute(
                    "SELECT watchword.set_missing_inactive(%s, %s, %s, %s) AS count",
                    (list_id, choice.everyone, sorted(choice.ids), source),
                )
            )
        return int(row["count"])
