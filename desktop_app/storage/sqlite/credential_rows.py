"""The rows of credentials: one for each customer who ever had a telephone password.

The verifier is written and compared here and never read.
"""

import sqlite3
from datetime import datetime

from desktop_app.core.entities import NewCredential, VerifierParameters
from desktop_app.core.errors import CustomerNotFoundError
from desktop_app.core.journal import microseconds
from desktop_app.core.tries import Tries
from desktop_app.storage.sqlite.session import micros_or_none
from desktop_app.storage.sqlite.stored import moment_or_none

STATE_COLUMNS = (
    "verifier IS NOT NULL AS has_password, in_row, in_all, locked_until, valid_until, used_at,"
    " expired_at,"
    " (SELECT ends_at FROM team_key WHERE team_key.key_id = credential.key_id) AS key_end"
)
"""What ``standing.password_state`` needs of a credential's row."""

_CREDENTIAL = f"""
    SELECT {STATE_COLUMNS}, generation, salt, memory_kib, passes, lanes, norm_version, kdf_version,
           key_id, set_at, set_by, check_method, single_use, until_used, last_failure_at
    FROM credential WHERE customer_id = ?
"""  # noqa: S608 - a constant of this module


def credential_row(connection: sqlite3.Connection, customer_id: int) -> sqlite3.Row | None:
    """A customer's credential without its verifier, None where there never was one."""
    row: sqlite3.Row | None = connection.execute(_CREDENTIAL, (customer_id,)).fetchone()
    return row


def require_customer(connection: sqlite3.Connection, customer_id: int) -> None:
    """Pass the id of a customer who exists.

    Raises:
        CustomerNotFoundError: there is none (any more).
    """
    found = connection.execute("SELECT 1 FROM customer WHERE id = ?", (customer_id,))
    if found.fetchone() is None:
        raise CustomerNotFoundError("")


def tries_of(row: sqlite3.Row) -> Tries:
    """The counter in a credential's row."""
    return Tries(row["in_row"], row["in_all"], moment_or_none(row["locked_until"]))


def failure_of(row: sqlite3.Row) -> datetime | None:
    """The newest wrong try in a credential's row."""
    return moment_or_none(row["last_failure_at"])


def parameters_of(row: sqlite3.Row) -> VerifierParameters | None:
    """The parameters in a credential's row, None where the password was removed."""
    if not row["has_password"]:
        return None
    return VerifierParameters(
        salt=row["salt"],
        memory_kib=row["memory_kib"],
        passes=row["passes"],
        lanes=row["lanes"],
        norm_version=row["norm_version"],
        kdf_version=row["kdf_version"],
        key_id=row["key_id"],
    )


def store_tries(
    connection: sqlite3.Connection, customer_id: int, tries: Tries, failure: datetime | None
) -> None:
    """Replace the counter and the newest wrong try."""
    connection.execute(
        """
        UPDATE credential SET in_row = ?, in_all = ?, locked_until = ?, last_failure_at = ?
        WHERE customer_id = ?
        """,
        (
            tries.in_row,
            tries.in_all,
            micros_or_none(tries.locked_until),
            micros_or_none(failure),
            customer_id,
        ),
    )


def keep_expired(connection: sqlite3.Connection, customer_id: int, now: datetime) -> None:
    """Note that the password was seen as expired: it stays so."""
    connection.execute(
        "UPDATE credential SET expired_at = ? WHERE customer_id = ? AND expired_at IS NULL",
        (microseconds(now), customer_id),
    )


def clear_credential(connection: sqlite3.Connection, customer_id: int) -> None:
    """Leave a blank credential of the next generation: no password, nothing counted."""
    # Removed and not replaced: a row that REPLACE removes is not told to the trigger that counts.
    held = connection.execute(
        "DELETE FROM credential WHERE customer_id = ? RETURNING generation", (customer_id,)
    ).fetchone()
    connection.execute(
        "INSERT INTO credential (customer_id, generation) VALUES (?, ?)",
        (customer_id, 1 if held is None else held["generation"] + 1),
    )


def start_generation(connection: sqlite3.Connection, customer_id: int) -> None:
    """Count the generation up and keep everything else."""
    connection.execute(
        "UPDATE credential SET generation = generation + 1 WHERE customer_id = ?", (customer_id,)
    )


def store_verifier(
    connection: sqlite3.Connection, customer_id: int, credential: NewCredential
) -> None:
    """Replace verifier and parameters."""
    parameters = credential.parameters
    connection.execute(
        """
        UPDATE credential SET verifier = ?, salt = ?, memory_kib = ?, passes = ?, lanes = ?,
                              norm_version = ?, kdf_version = ?, key_id = ?
        WHERE customer_id = ?
        """,
        (
            credential.verifier,
            parameters.salt,
            parameters.memory_kib,
            parameters.passes,
            parameters.lanes,
            parameters.norm_version,
            parameters.kdf_version,
            parameters.key_id,
            customer_id,
        ),
    )
