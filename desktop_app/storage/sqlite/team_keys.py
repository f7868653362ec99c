"""The team's keys in the workstation database, by their ids.

One person at one workstation rotates with the same steps as a team. The roles and the steps are
checked here as PostgreSQL checks them; who can write the file is bound by none of it.
"""

import sqlite3
from collections.abc import Collection
from datetime import timedelta

from desktop_app.core.entities import Change, EventKind, Role
from desktop_app.core.errors import KeyMissingError, KeyRotatedError, NoRotationError
from desktop_app.core.journal import microseconds
from desktop_app.core.team_keys import WAITED_FOR, KeyHolder, KeyState, KnownKey, KnownKeys
from desktop_app.storage.sqlite.connections import Connections
from desktop_app.storage.sqlite.journal_writer import JournalWriter
from desktop_app.storage.sqlite.policies import read_policy
from desktop_app.storage.sqlite.session import Session, micros_or_none
from desktop_app.storage.sqlite.stored import code_of, from_micros, moment_or_none

_HOLDERS = """
    SELECT login, name, workstation, key_id, confirmed_at, seen_at,
           seen_at > ? AND EXISTS (SELECT 1 FROM team_key WHERE state = 'announced')
           AND key_id IN (SELECT key_id FROM team_key WHERE state = 'current') AS is_waited_for
    FROM key_holder ORDER BY login, workstation
"""


def key_in_state(connection: sqlite3.Connection, state: KeyState) -> bytes | None:
    """The id of the one current or announced key."""
    row = connection.execute("SELECT key_id FROM team_key WHERE state = ?", (state,)).fetchone()
    return None if row is None else row[0]


def require_current_key(connection: sqlite3.Connection, session: Session, key_id: bytes) -> None:
    """Pass the key of a new password; the first password of a database tells which is the team's.

    Raises:
        KeyRotatedError: another key is the current one.
    """
    current = key_in_state(connection, KeyState.CURRENT)
    if current is None:
        _insert(connection, session, key_id, KeyState.CURRENT)
    elif current != key_id:
        raise KeyRotatedError


class SqliteTeamKeys:
    """The team key store of ``core.ports`` on SQLite."""

    def __init__(self, connections: Connections, session: Session, journal: JournalWriter) -> None:
        self._connections = connections
        self._session = session
        self._journal = journal

    def known(self) -> KnownKeys:
        """Every key that the team has or had."""
        with self._connections.read() as connection:
            rows = connection.execute("SELECT * FROM team_key ORDER BY state, since DESC")
            return KnownKeys(tuple(_known_key(row) for row in rows))

    def report(self, key_ids: Collection[bytes]) -> None:
        """Say which keys this workstation has; the last that was waited for starts a new key."""
        with self._connections.write() as connection:
            announced = key_in_state(connection, KeyState.ANNOUNCED)
            current = key_in_state(connection, KeyState.CURRENT)
            newest = next((key for key in (announced, current) if key in key_ids), None)
            if self._keep_holder(connection, newest) and newest == announced is not None:
                self._write(connection, "confirmed", {"key_id": announced.hex()})
            if (
                announced is not None
                and _is_held(connection, announced)
                and not any(row["is_waited_for"] for row in self._holder_rows(connection))
            ):
                self._start(connection)

    def holders(self) -> list[KeyHolder]:
        """Who has which key; an admin's right.

        Raises:
            NotAllowedError: the person is no admin.
        """
        self._session.require(Role.ADMIN)
        with self._connections.read() as connection:
            return [
                KeyHolder(
                    login=row["login"],
                    name=row["name"],
                    workstation=row["workstation"],
                    key_id=row["key_id"],
                    confirmed_at=moment_or_none(row["confirmed_at"]),
                    seen_at=from_micros(row["seen_at"]),
                    is_waited_for=bool(row["is_waited_for"]),
                )
                for row in self._holder_rows(connection)
            ]

    def announce(self, key_id: bytes, instead_of: bytes | None = None) -> Change:
        """Begin a rotation; the first key of a database is the current one at once.

        Raises:
            KeyRotatedError: another rotation is under way, or the team had this key already.
            NotAllowedError: the person is no admin.
        """
        self._session.require(Role.ADMIN)
        with self._connections.write() as connection:
            announced = key_in_state(connection, KeyState.ANNOUNCED)
            current = key_in_state(connection, KeyState.CURRENT)
            used = connection.execute("SELECT 1 FROM team_key WHERE key_id = ?", (key_id,))
            if announced != instead_of or used.fetchone() is not None:
                raise KeyRotatedError
            details = {"key_id": key_id.hex()}
            if announced is not None:
                details["instead_of"] = announced.hex()
                connection.execute(
                    "UPDATE key_holder SET key_id = ? WHERE key_id = ?", (current, announced)
                )
                connection.execute("DELETE FROM team_key WHERE key_id = ?", (announced,))
            state = KeyState.CURRENT if current is None else KeyState.ANNOUNCED
            _insert(connection, self._session, key_id, state)
            return self._write(connection, "first" if current is None else "announced", details)

    def start(self) -> Change:
        """Make the announced key the current one, whoever has not confirmed it.

        Raises:
            NoRotationError: no rotation is under way (any more).
            KeyMissingError: this person has confirmed it nowhere.
            NotAllowedError: the person is no admin.
        """
        self._session.require(Role.ADMIN)
        with self._connections.write() as connection:
            announced = key_in_state(connection, KeyState.ANNOUNCED)
            if announced is None:
                raise NoRotationError
            if not _is_held(connection, announced, self._session.person.login):
                raise KeyMissingError
            return self._start(connection)

    def _start(self, connection: sqlite3.Connection) -> Change:
        now = self._session.clock()
        ends_at = now + timedelta(days=read_policy(connection).old_key_days)
        before = key_in_state(connection, KeyState.CURRENT)
        started = key_in_state(connection, KeyState.ANNOUNCED)
        waiting = sum(bool(row["is_waited_for"]) for row in self._holder_rows(connection))
        connection.execute(
            "UPDATE team_key SET state = 'retired', since = ?, ends_at = ? WHERE key_id = ?",
            (microseconds(now), microseconds(ends_at), before),
        )
        connection.execute(
            "UPDATE team_key SET state = 'current', since = ? WHERE key_id = ?",
            (microseconds(now), started),
        )
        ids = {"key_id": started, "before": before}
        details = {name: key_id.hex() for name, key_id in ids.items() if key_id is not None}
        return self._write(connection, "started", {**details, "unconfirmed": str(waiting)})

    def _keep_holder(self, connection: sqlite3.Connection, newest: bytes | None) -> bool:
        """Store what this workstation has; whether that is something else than before."""
        person, now = self._session.person, self._session.clock()
        place = (person.login, self._session.workstation)
        earlier = connection.execute(
            "SELECT key_id, confirmed_at FROM key_holder WHERE login = ? AND workstation = ?", place
        ).fetchone()
        is_new = (None if earlier is None else earlier["key_id"]) != newest
        confirmed_at = now if newest is not None else None
        stored = micros_or_none(confirmed_at) if is_new or earlier is None else earlier[1]
        connection.execute(
            "INSERT OR REPLACE INTO key_holder"
            " (login, workstation, name, key_id, confirmed_at, seen_at) VALUES (?, ?, ?, ?, ?, ?)",
            (*place, person.name, newest, stored, microseconds(now)),
        )
        return is_new

    def _holder_rows(self, connection: sqlite3.Connection) -> list[sqlite3.Row]:
        oldest = microseconds(self._session.clock() - WAITED_FOR)
        return connection.execute(_HOLDERS, (oldest,)).fetchall()

    def _write(
        self, connection: sqlite3.Connection, outcome: str, details: dict[str, str]
    ) -> Change:
        return self._journal.write(connection, EventKind.KEY_ROTATED, outcome, details=details)


def _insert(
    connection: sqlite3.Connection, session: Session, key_id: bytes, state: KeyState
) -> None:
    connection.execute(
        "INSERT INTO team_key (key_id, state, since, made_by) VALUES (?, ?, ?, ?)",
        (key_id, state, microseconds(session.clock()), session.person.name),
    )


def _is_held(connection: sqlite3.Connection, key_id: bytes, login: str | None = None) -> bool:
    """Whether a workstation, one of this person's where ``login`` is given, has the key."""
    found = connection.execute(
        "SELECT 1 FROM key_holder WHERE key_id = ? AND login = ifnull(?, login)", (key_id, login)
    )
    return found.fetchone() is not None


def _known_key(row: sqlite3.Row) -> KnownKey:
    return KnownKey(
        key_id=row["key_id"],
        state=code_of(KeyState, row["state"]),
        since=from_micros(row["since"]),
        made_by=row["made_by"],
        ends_at=moment_or_none(row["ends_at"]),
    )
