"""The shared database as one thing: the connections and the stores on them."""

from datetime import datetime
from typing import Final

from desktop_app.core.entities import Person, Role
from desktop_app.core.errors import NotAllowedError
from desktop_app.core.secret import Secret
from desktop_app.storage.postgres.connections import Connections
from desktop_app.storage.postgres.credentials import PostgresCredentials
from desktop_app.storage.postgres.customers import PostgresCustomers
from desktop_app.storage.postgres.first_passwords import PostgresFirstPasswords
from desktop_app.storage.postgres.journal import PostgresJournal
from desktop_app.storage.postgres.lists import PostgresLists
from desktop_app.storage.postgres.people import PostgresPeople
from desktop_app.storage.postgres.policies import PostgresPolicies
from desktop_app.storage.postgres.schema import require_version
from desktop_app.storage.postgres.server import Server
from desktop_app.storage.postgres.team_figures import PostgresTeamFigures
from desktop_app.storage.postgres.team_keys import PostgresTeamKeys


class PostgresDatabase:
    """A shared database in use by one person: the storage of ``core.ports``.

    Nothing is opened before the first call. Every call may raise a ``StorageError``. What the
    person may do, how many tries there are and what the journal says is enforced by the database;
    ``workstation`` is only what the journal calls this computer. Without a password libpq looks
    for the login in its own places: the pgpass file and the client certificate.
    """

    def __init__(
        self, server: Server, login: str, password: Secret[str] | None, workstation: str
    ) -> None:
        self._connections = Connections(server, login, password, workstation)
        self._person: Person | None = None
        self._customers = PostgresCustomers(self._connections)
        self._lists = PostgresLists(self._connections)
        self._credentials = PostgresCredentials(self._connections)
        self._first_passwords = PostgresFirstPasswords(self._connections)
        self._journal = PostgresJournal(self._connections)
        self._policies = PostgresPolicies(self._connections)
        self._team_keys = PostgresTeamKeys(self._connections)
        self._people = PostgresPeople(self._connections)
        self._team_figures = PostgresTeamFigures(self._connections)

    @property
    def person(self) -> Person:
        """Who uses it, as the database says; asks it the first time.

        Raises:
            NotAllowedError: the login belongs to no person of the team.
        """
        if self._person is None:
            self._person = self._who_asks()
        return self._person

    def stay_in_touch(self) -> Person:
        """Ask who this is by now, so that a connection that was lost is noticed.

        It also lets the database note that the login is in use, which it does once in 5 minutes.

        Raises:
            NotAllowedError: the login belongs to no person of the team any more.
            StorageError: the server does not answer, or takes no changes; the subclass says why.
        """
        return self._who_asks()

    def _who_asks(self) -> Person:
        row = self._connections.row("SELECT * FROM watchword.whoami()")
        if row is None:
            raise NotAllowedError
        return Person(row["login"], row["name"], Role(row["role"]))

    @property
    def customers(self) -> PostgresCustomers:
        """The customers."""
        return self._customers

    @property
    def lists(self) -> PostgresLists:
        """What is known about imported customer lists."""
        return self._lists

    @property
    def credentials(self) -> PostgresCredentials:
        """The telephone passwords."""
        return self._credentials

    @property
    def first_passwords(self) -> PostgresFirstPasswords:
        """First passwords for many."""
        return self._first_passwords

    @property
    def journal(self) -> PostgresJournal:
        """The journal."""
        return self._journal

    @property
    def policies(self) -> PostgresPolicies:
        """The rules."""
        return self._policies

    @property
    def team_keys(self) -> PostgresTeamKeys:
        """The team's keys."""
        return self._team_keys

    @property
    def people(self) -> PostgresPeople:
        """The people of the team."""
        return self._people

    @property
    def team_figures(self) -> PostgresTeamFigures:
        """The figures of the team page."""
        return self._team_figures

    def open(self) -> None:
        """Connect now instead of at the first call, and make sure that the schema is known.

        After ``close`` this is the only way back.

        Raises:
            DatabaseNewerError: a newer program has upgraded the database.
            DatabaseOlderError: it was not set up or upgraded yet.
            LoginMissingError: there is no password, and libpq's own places have none either.
            LoginRefusedError: the server does not take the login.
            NotAllowedError: the login belongs to no person of the team.
            ServerNotTrustedError: the server did not prove who it is.
            ServerUnreachableError: it does not answer.
        """
        self._connections.allow()
        require_version(self.schema_version())
        self._person = None
        _ = self.person

    def server_version(self) -> str:
        """What the server calls its own version."""
        return str(self._connections.one("SHOW server_version")["server_version"])

    def schema_version(self) -> int:
        """The schema's version, 0 where nothing was set up."""
        present = self._connections.one("SELECT to_regclass('watchword.schema_step') AS steps")
        if present["steps"] is None:
            return 0
        return int(
            self._connections.one("SELECT max(version) AS newest FROM watchword.schema_step")[
                "newest"
            ]
        )

    def tables(self) -> dict[str, tuple[str, ...]]:
        """Every table of the program with its columns, whoever may read them."""
        return {row["name"]: tuple(row["columns"]) for row in self._connections.rows(_TABLES)}

    def log_remedy(self) -> str | None:
        """The setting that keeps the values of statements out of the server's log, None if it is.

        Where several are missing, the first.
        """
        found: str | None = self._connections.one(_LOGS_VALUES)["remedy"]
        return found

    def delays(self) -> tuple[datetime | None, tuple[str, ...]]:
        """Since when entries wait to be sealed, None where none does for 10 minutes.

        And the logins of those who have kept a transaction open for as long.
        """
        row = self._connections.one("SELECT * FROM watchword.delays()")
        return row["unsealed_since"], tuple(row["logins"])

    def moment(self) -> datetime:
        """The present moment by the server's clock."""
        found: datetime = self._connections.one("SELECT clock_timestamp() AS now")["now"]
        return found

    def close(self) -> None:
        """Close every connection, those in use when their call ends.

        Every later call raises ``DatabaseClosedError`` until ``open``.
        """
        self._connections.close()


# auto_explain prints the values of a call, since 16 as such, and as constants of a verbose plan. A
# setting of a module that is not loaded is null.
_LOGS_VALUES: Final = """
    SELECT CASE
        WHEN current_setting('log_parameter_max_length') <> '0'
             AND (current_setting('log_statement') = 'all'
                  OR current_setting('log_min_duration_statement') <> '-1'
                  OR current_setting('log_min_duration_sample') <> '-1'
                  OR current_setting('log_transaction_sample_rate') <> '0')
        THEN 'log_parameter_max_length = 0'
        WHEN current_setting('pgaudit.log_parameter', true) = 'on'
             AND (coalesce(current_setting('pgaudit.log', true), '') NOT IN ('', 'none')
                  OR coalesce(current_setting('pgaudit.role', true), '') <> '')
        THEN 'pgaudit.log_parameter = off'
        WHEN current_setting('auto_explain.log_min_duration', true) <> '-1'
        THEN CASE
            WHEN current_setting('auto_explain.log_parameter_max_length', true) <> '0'
            THEN 'auto_explain.log_parameter_max_length = 0'
            WHEN current_setting('auto_explain.log_verbose', true) = 'on'
            THEN 'auto_explain.log_verbose = off' END
        END AS remedy
"""

_TABLES: Final = """
    SELECT entry.relname AS name, array_agg(part.attname::text ORDER BY part.attnum) AS columns
    FROM pg_catalog.pg_class AS entry
    JOIN pg_catalog.pg_attribute AS part ON part.attrelid = entry.oid
    WHERE entry.relnamespace = 'watchword'::regnamespace AND entry.relkind IN ('r', 'p', 'm')
      AND part.attnum > 0 AND NOT part.attisdropped
    GROUP BY entry.relname ORDER BY entry.relname
"""
