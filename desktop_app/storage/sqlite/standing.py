"""How a stored telephone password stands at one moment."""

import sqlite3
from datetime import datetime

from desktop_app.core.entities import PasswordState, Standing, VerifierParameters
from desktop_app.core.policy import Policy
from desktop_app.core.tries import (
    Tries,
    is_blocked,
    is_locked,
    next_wait,
    tries_allowed,
    tries_left,
)
from desktop_app.storage.sqlite.session import from_micros

STATE_COLUMNS = (
    "verifier IS NOT NULL AS has_password, in_row, in_all, locked_until, valid_until, used_at"
)
"""What ``password_state`` needs of a row of ``credential``; never the verifier itself."""


def password_state(row: sqlite3.Row | None, policy: Policy, now: datetime) -> PasswordState:
    """The state of a credential's row, which has at least ``STATE_COLUMNS``; None is no row.

    A blocked password is told from an expired one first: only that hints at an attack.
    """
    if row is None or not row["has_password"]:
        return PasswordState.NONE
    tries = tries_of(row)
    if is_blocked(tries, policy):
        return PasswordState.BLOCKED
    if is_expired(row, now):
        return PasswordState.EXPIRED
    return PasswordState.LOCKED if is_locked(tries, now) else PasswordState.SET


def is_expired(row: sqlite3.Row, now: datetime) -> bool:
    """Whether the one call has been made or the 24 hours are over."""
    until: int | None = row["valid_until"]
    return row["used_at"] is not None or (until is not None and now >= from_micros(until))


def tries_of(row: sqlite3.Row) -> Tries:
    """The counter in a credential's row."""
    return Tries(row["in_row"], row["in_all"], _moment(row["locked_until"]))


def parameters_of(row: sqlite3.Row) -> VerifierParameters:
    """The parameters in the row of a credential that has a password."""
    return VerifierParameters(
        salt=row["salt"],
        memory_kib=row["memory_kib"],
        passes=row["passes"],
        lanes=row["lanes"],
        norm_version=row["norm_version"],
        kdf_version=row["kdf_version"],
        key_id=row["key_id"],
    )


def credential_row(connection: sqlite3.Connection, customer_id: int) -> sqlite3.Row | None:
    """A customer's credential without its verifier, None where there never was one."""
    row: sqlite3.Row | None = connection.execute(_CREDENTIAL, (customer_id,)).fetchone()
    return row


def standing_of(row: sqlite3.Row | None, policy: Policy, now: datetime) -> Standing:
    """The standing of a row of ``credential_row``; None is a customer without a password."""
    state = password_state(row, policy, now)
    if row is None or state is PasswordState.NONE:
        return Standing(PasswordState.NONE)
    tries = tries_of(row)
    return Standing(
        state=state,
        tries_allowed=tries_allowed(tries, policy, now),
        tries_left=tries_left(tries, policy, now),
        next_wait=next_wait(tries, policy, now),
        opens_at=tries.locked_until if state is PasswordState.LOCKED else None,
        set_at=_moment(row["set_at"]),
        set_by=row["set_by"],
        check_method=row["check_method"],
        valid_until=_moment(row["valid_until"]),
        single_use=bool(row["single_use"]),
        last_failure_at=_moment(row["last_failure_at"]),
        attention=tries.in_all >= policy.total_until_attention,
    )


def read_standing(
    connection: sqlite3.Connection, customer_id: int, policy: Policy, now: datetime
) -> Standing:
    """How the telephone password of a customer stands."""
    return standing_of(credential_row(connection, customer_id), policy, now)


def _moment(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)


_CREDENTIAL = f"""
    SELECT {STATE_COLUMNS}, generation, salt, memory_kib, passes, lanes, norm_version, kdf_version,
           key_id, set_at, set_by, check_method, single_use, last_failure_at
    FROM credential WHERE customer_id = ?
"""  # noqa: S608 - a constant of this module
