"""A shared database of invented customers on a PostgreSQL of its own."""

import os
import time
from functools import cached_property

import psycopg

from desktop_app.core.entities import Person, Role
from desktop_app.storage.postgres.database import PostgresDatabase
from tests.benchmarks.imports import ImportRun, invented_rows, inventing_seconds, timed_import
from tests.postgres_server import PostgresServer
from tests.storage.engines import AGENT, LEAD
from tests.storage.postgres_team import PASSWORD, PostgresTeam, SharedDatabase

Connection = psycopg.Connection[tuple[object, ...]]

# As a server is set up that somebody relies on, with the share of memory that PostgreSQL's manual
# recommends for 2 GiB; the rest are its defaults.
_SETTINGS = {"fsync": "on", "log_statement": "none", "shared_buffers": "512MB"}


class Office:
    """The server, the database and what they are compared with; made when first asked for."""

    def __init__(self, rows: int) -> None:
        self.rows = rows

    @cached_property
    def server(self) -> PostgresServer:
        """The running server."""
        return PostgresServer(_SETTINGS).__enter__()

    @cached_property
    def shared(self) -> SharedDatabase:
        """The database, empty until ``imported`` is asked for."""
        return SharedDatabase(PostgresTeam(self.server))

    @cached_property
    def agent(self) -> PostgresDatabase:
        """The database in an agent's hands."""
        return self.shared.open(AGENT)

    @cached_property
    def lead(self) -> PostgresDatabase:
        """The database in a lead's hands."""
        return self.shared.open(LEAD)

    @cached_property
    def inventing_seconds(self) -> float:
        """What inventing the customers takes."""
        return inventing_seconds(self.rows)

    @cached_property
    def imported(self) -> ImportRun:
        """Import all customers; afterwards the server has tidied up, as it does in a minute."""
        run = timed_import(self.lead.customers, self.rows, self.inventing_seconds)
        with self.shared.as_superuser() as connection:
            connection.execute("VACUUM")
            connection.execute("CHECKPOINT")
        return run

    @cached_property
    def bare(self) -> tuple[float, int]:
        """Seconds and bytes of the bare rows under their random ids, copied."""
        inventing = self.inventing_seconds
        with self.shared.as_superuser() as connection:
            connection.execute(_BARE)
            begin = time.perf_counter()
            with connection.transaction(), connection.cursor().copy(_COPY) as copy:
                for row in invented_rows(self.rows):
                    draft = row.draft
                    copy.write_row(
                        (
                            int.from_bytes(os.urandom(8), "big") >> 1,
                            draft.number,
                            draft.name,
                            draft.company,
                            list(draft.phones),
                            list(draft.emails),
                            list(draft.domains),
                            draft.country,
                            draft.language,
                            draft.authorised,
                            draft.active,
                        )
                    )
            seconds = time.perf_counter() - begin - inventing
            size = _bytes(connection, "pg_total_relation_size('public.bare')")
            connection.execute("DROP TABLE public.bare")
        return seconds, size

    def size(self) -> int:
        """Bytes of all tables and indexes of the database."""
        with self.shared.as_superuser() as connection:
            return _bytes(
                connection,
                "sum(pg_total_relation_size(oid)) FROM pg_class"
                " WHERE relnamespace = 'watchword'::regnamespace AND relkind = 'r'",
            )

    def add_people(self, count: int) -> list[str]:
        """So many agents more; their logins."""
        people = [Person(f"desk{place}", f"Desk {place}", Role.AGENT) for place in range(count)]
        with self.shared.connect("admin") as admin:
            for person in people:
                encrypted = admin.pgconn.encrypt_password(
                    PASSWORD.encode(), person.login.encode(), b"scram-sha-256"
                )
                admin.execute(
                    "SELECT watchword.add_person(%s, %s, %s, %s)",
                    (person.login, person.name, person.role.value, encrypted.decode()),
                )
        return [person.login for person in people]

    def close(self) -> None:
        """Stop the server, if it was started."""
        if "shared" in vars(self):
            self.shared.close()
        if "server" in vars(self):
            self.server.end()


def _bytes(connection: Connection, expression: str) -> int:
    row = connection.execute(f"SELECT {expression}".encode()).fetchone()
    assert row is not None
    return int(str(row[0]))


_BARE = """
    CREATE TABLE public.bare (
        id bigint PRIMARY KEY, number text, name text, company text, phones text[], emails text[],
        domains text[], country text, language text, authorised text, active boolean)
"""
_COPY = "COPY public.bare FROM STDIN"
