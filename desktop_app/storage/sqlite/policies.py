"""The team's rules in the workstation database."""

import json
import sqlite3
from dataclasses import astuple, fields

from desktop_app.core.entities import EventKind, Role
from desktop_app.core.errors import ChangedMeanwhileError, FieldRefusedError
from desktop_app.core.policy import Policy, require_bounds
from desktop_app.core.policy_changes import changed_rules
from desktop_app.storage.sqlite.connections import Connections
from desktop_app.storage.sqlite.faults import AlteredValueError
from desktop_app.storage.sqlite.journal_writer import JournalWriter
from desktop_app.storage.sqlite.session import Session

_RULES = tuple(rule.name for rule in fields(Policy))
_COLUMNS = ", ".join(_RULES)
_PLACES = ", ".join("?" * len(_RULES))


def read_policy(connection: sqlite3.Connection) -> Policy:
    """The rules in force; a team that never edited them has the defaults.

    Raises:
        AlteredValueError: they are none that ``SqlitePolicies.save`` would take.
    """
    row = connection.execute(f"SELECT {_COLUMNS} FROM policy").fetchone()  # noqa: S608 - see above
    if row is None:
        return Policy()
    values = dict(row)
    values["pin_required"] = bool(values["pin_required"])
    try:
        values["check_methods"] = tuple(json.loads(values["check_methods"]))
        policy = Policy(**values)
        require_bounds(policy)
    except (TypeError, ValueError, RecursionError, FieldRefusedError) as error:
        raise AlteredValueError from error
    return policy


class SqlitePolicies:
    """The policy store of ``core.ports`` on SQLite."""

    def __init__(self, connections: Connections, session: Session, journal: JournalWriter) -> None:
        self._connections = connections
        self._session = session
        self._journal = journal

    def load(self) -> Policy:
        """The rules in force."""
        with self._connections.read() as connection:
            return read_policy(connection)

    def save(self, policy: Policy, before: Policy | None = None) -> None:
        """Replace the rules; an admin's action, journalled where something changes.

        Raises:
            ChangedMeanwhileError: the rules are no longer as in ``before``.
            FieldRefusedError: a rule is out of its bounds.
            NotAllowedError: the person is no admin.
        """
        self._session.require(Role.ADMIN)
        require_bounds(policy)
        with self._connections.write() as connection:
            present = read_policy(connection)
            if before is not None and before != present:
                raise ChangedMeanwhileError
            changes = _changes(present, policy)
            if not changes:
                return
            values = [_stored(value) for value in astuple(policy)]
            connection.execute(
                f"INSERT OR REPLACE INTO policy (id, {_COLUMNS}) VALUES (1, {_PLACES})",  # noqa: S608 - see above
                values,
            )
            self._journal.write(connection, EventKind.POLICY_CHANGED, "changed", details=changes)


def _changes(before: Policy, after: Policy) -> dict[str, str]:
    """The changed rules, old and new value as JSON."""
    return {
        rule: f"{_json(getattr(before, rule))} → {_json(getattr(after, rule))}"
        for rule in changed_rules(before, after)
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _stored(value: object) -> object:
    return _json(value) if isinstance(value, tuple) else value
