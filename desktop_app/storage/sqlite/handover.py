"""Everything that a shared database takes over from a workstation's."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields

from desktop_app.core.entities import Customer
from desktop_app.core.handover import StoredCaution, StoredCredential
from desktop_app.core.policy import Policy
from desktop_app.core.team_keys import KnownKeys
from desktop_app.storage.sqlite.connections import Connections
from desktop_app.storage.sqlite.customer_rows import COLUMNS, customer_of
from desktop_app.storage.sqlite.policies import SqlitePolicies
from desktop_app.storage.sqlite.stored import from_micros, moment_or_none
from desktop_app.storage.sqlite.team_keys import SqliteTeamKeys

_MOMENTS = frozenset(
    {"set_at", "valid_until", "expired_at", "used_at", "locked_until", "last_failure_at"}
)
_MARKS = frozenset({"single_use", "until_used"})
_COLUMNS = tuple(field.name for field in fields(StoredCredential))


@dataclass(frozen=True, slots=True)
class SqliteHandover:
    """The handover of ``core.handover`` inside of one transaction that keeps writers out."""

    connection: sqlite3.Connection
    policies: SqlitePolicies
    keys: SqliteTeamKeys

    def customers(self) -> Iterator[Customer]:
        """Every customer, in the order of their entry."""
        rows = self.connection.execute(f"SELECT {COLUMNS} FROM customer ORDER BY place")  # noqa: S608 - a constant
        return map(customer_of, rows)

    def credentials(self) -> Iterator[StoredCredential]:
        """Every credential, ordered by customer id."""
        names = ", ".join(_COLUMNS)
        rows = self.connection.execute(f"SELECT {names} FROM credential ORDER BY customer_id")  # noqa: S608 - constants
        for row in rows:
            values = {name: row[name] for name in _COLUMNS}
            moments = {name: moment_or_none(row[name]) for name in _MOMENTS}
            marks = {name: row[name] == 1 for name in _MARKS}
            yield StoredCredential(**{**values, **moments, **marks})

    def cautions(self) -> Iterator[StoredCaution]:
        """Every caution."""
        rows = self.connection.execute("SELECT * FROM caution ORDER BY customer_id")
        for row in rows:
            raised_at = from_micros(row["raised_at"])
            yield StoredCaution(row["customer_id"], row["text"], row["raised_by"], raised_at)

    def policy(self) -> Policy:
        """The rules in force."""
        return self.policies.load()

    def team_keys(self) -> KnownKeys:
        """The keys by their ids."""
        return self.keys.known()


@contextmanager
def handed_over(
    connections: Connections, policies: SqlitePolicies, keys: SqliteTeamKeys
) -> Iterator[SqliteHandover]:
    """Nobody writes the database as long as the block lasts."""
    with connections.write() as connection:
        yield SqliteHandover(connection, policies, keys)
