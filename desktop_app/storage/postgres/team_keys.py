"""The team's keys in a shared database, by their ids; the functions of the database decide."""

from collections.abc import Collection

from desktop_app.core.entities import Change
from desktop_app.core.team_keys import KeyHolder, KeyState, KnownKey, KnownKeys
from desktop_app.storage.postgres.connections import Connections
from desktop_app.storage.postgres.standing import change_of


class PostgresTeamKeys:
    """The team key store of ``core.ports`` on PostgreSQL."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def known(self) -> KnownKeys:
        """Every key that the team has or had."""
        rows = self._connections.rows("SELECT * FROM watchword.team_keys()")
        return KnownKeys(
            tuple(
                KnownKey(
                    key_id=row["key_id"],
                    state=KeyState(row["state"]),
                    since=row["since"],
                    made_by=row["made_by"],
                    ends_at=row["ends_at"],
                )
                for row in rows
            )
        )

    def report(self, key_ids: Collection[bytes]) -> None:
        """Say which keys this workstation has; the last that was waited for starts a new key."""
        self._connections.one("SELECT watchword.report_keys(%s)", (list(key_ids),))

    def holders(self) -> list[KeyHolder]:
        """Who has which key; an admin's right.

        Raises:
            NotAllowedError: the person is no admin.
        """
        return [
            KeyHolder(
                login=row["login"],
                name=row["name"],
                workstation=row["workstation"],
                key_id=row["key_id"],
                confirmed_at=row["confirmed_at"],
                seen_at=row["seen_at"],
                is_waited_for=row["waited_for"],
            )
            for row in self._connections.rows("SELECT * FROM watchword.key_holders()")
        ]

    def announce(self, key_id: bytes, instead_of: bytes | None = None) -> Change:
        """Begin a rotation; the first key of a database is the current one at once.

        Raises:
            KeyRotatedError: another rotation is under way, or the team had this key already.
            NotAllowedError: the person is no admin.
        """
        return change_of(
            self._connections.one(
                "SELECT * FROM watchword.announce_key(%s, %s)", (key_id, instead_of)
            )
        )

    def start(self) -> Change:
        """Make the announced key the current one, whoever has not confirmed it.

        Raises:
            NoRotationError: no rotation is under way (any more).
            KeyMissingError: this person has confirmed it nowhere.
            NotAllowedError: the person is no admin.
        """
        return change_of(self._connections.one("SELECT * FROM watchword.start_key()"))
