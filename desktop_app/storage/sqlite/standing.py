"""How a stored telephone password stands at one moment."""

import sqlite3
from datetime import datetime

from desktop_app.core.entities import PasswordState, Standing
from desktop_app.core.policy import Policy
from desktop_app.core.tries import (
    capped,
    is_blocked,
    is_locked,
    next_wait,
    tries_allowed,
    tries_left,
)
from desktop_app.storage.sqlite.credential_rows import credential_row, failure_of, tries_of
from desktop_app.storage.sqlite.stored import from_micros, moment_or_none


def password_state(row: sqlite3.Row | None, policy: Policy, now: datetime) -> PasswordState:
    """The state of a credential's row, which has at least its ``STATE_COLUMNS``; None is no row.

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
    """Whether its call, its 24 hours or its key's time are over, now or when last seen."""
    ended = row["used_at"] is not None or row["expired_at"] is not None
    ends = (row["valid_until"], row["key_end"])
    return ended or any(end is not None and now >= from_micros(end) for end in ends)


def standing_of(row: sqlite3.Row | None, policy: Policy, now: datetime) -> Standing:
    """The standing of a row of ``credential_row``; None is a customer without a password."""
    state = password_state(row, policy, now)
    if row is None or state is PasswordState.NONE:
        return Standing(PasswordState.NONE)
    tries = tries_of(row)
    if state is PasswordState.LOCKED:
        tries = capped(tries, policy, now)
    return Standing(
        state=state,
        tries_allowed=tries_allowed(tries, policy, now),
        tries_left=tries_left(tries, policy, now),
        next_wait=next_wait(tries, policy, now),
        opens_at=tries.locked_until if state is PasswordState.LOCKED else None,
        set_at=moment_or_none(row["set_at"]),
        set_by=row["set_by"],
        check_method=row["check_method"],
        valid_until=moment_or_none(row["valid_until"]),
        single_use=bool(row["single_use"]),
        last_failure_at=failure_of(row),
        attention=tries.in_all >= policy.total_until_attention,
        until_used=bool(row["until_used"]),
    )


def read_standing(
    connection: sqlite3.Connection, customer_id: int, policy: Policy, now: datetime
) -> Standing:
    """How the telephone password of a customer stands."""
    return standing_of(credential_row(connection, customer_id), policy, now)
