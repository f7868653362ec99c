"""Telephone passwords in a shared database.

Every method is one function of the database in a transaction of its own. The functions decide;
nothing here guards anything.
"""

from contextlib import AbstractContextManager
from uuid import UUID

from desktop_app.core.entities import (
    Answer,
    Challenge,
    Change,
    IdentityCheck,
    NewCredential,
    Submission,
    SubmissionState,
    Validity,
    Verdict,
    VerifierParameters,
)
from desktop_app.core.secret import Secret
from desktop_app.storage.postgres.connections import Connections, Row
from desktop_app.storage.postgres.standing import change_of, standing_of


class PostgresCredentials:
    """The credential store of ``core.ports`` on PostgreSQL."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def within(self, seconds: float, /) -> AbstractContextManager[None]:
        """Inside the block the calls of this thread together take no longer."""
        return self._connections.within(seconds)

    def challenge(self, customer_id: int) -> Challenge:
        """State, salt and parameters; never the verifier.

        Raises:
            CustomerNotFoundError: there is no such customer (any more).
        """
        row = self._connections.one(
            "SELECT generation, salt, memory_kib, passes, lanes, norm_version, kdf_version, key_id,"
            " paused, (standing).* FROM watchword.challenge(%s)",
            (customer_id,),
        )
        return Challenge(
            customer_id=customer_id,
            generation=row["generation"],
            standing=standing_of(row),
            parameters=_parameters(row),
            paused=row["paused"],
        )

    def submit(
        self, attempt: UUID, customer_id: int, generation: int, digest: Secret[bytes] | None
    ) -> Submission:
        """Charge one wrong try in advance; compare nothing.

        Raises:
            AttemptRefusedError: the attempt id was used with other values, or a digest is needed.
            CustomerNotFoundError: there is no such customer (any more).
        """
        row = self._connections.one(
            "SELECT taken.state AS submission, answer, receipt, answered_at, (standing).*"
            " FROM watchword.submit(%s, %s, %s, %s) AS taken",
            (attempt, customer_id, generation, None if digest is None else digest.reveal()),
        )
        state = SubmissionState(row["submission"])
        if state is not SubmissionState.REFUSED:
            return Submission(state)
        return Submission(state, _verdict(attempt, customer_id, row))

    def result(self, attempt: UUID) -> Verdict:
        """Compare, take the charge back on a match, and say the answer; may be repeated.

        Raises:
            AttemptRefusedError: unknown, not this person's, more than 5 minutes old, or the
                password was replaced since.
        """
        row = self._connections.one(
            "SELECT customer_id, answer, receipt, answered_at, (standing).*"
            " FROM watchword.result(%s)",
            (attempt,),
        )
        return _verdict(attempt, row["customer_id"], row)

    def was_charged(self, attempt: UUID) -> bool:
        """Whether a try of this person's with this id is counted, and will stay so."""
        self._connections.settle()
        row = self._connections.one("SELECT watchword.was_charged(%s) AS charged", (attempt,))
        return bool(row["charged"])

    def refresh(self, attempt: UUID, credential: NewCredential) -> None:
        """Replace the outdated verifier of an attempt that has just matched.

        Raises:
            RefreshRefusedError: one of the conditions of SECURITY §1 does not hold.
        """
        self._connections.one(
            "SELECT watchword.refresh(%s, %s, %s, %s, %s, %s, %s, %s, %s)",
            (attempt, *credential_values(credential)),
        )

    def set(
        self,
        customer_id: int,
        credential: NewCredential,
        validity: Validity,
        check: IdentityCheck,
    ) -> Change:
        """Store a new telephone password; the old one stops at once. A lead's action.

        Raises:
            KeyRotatedError: another key is the team's current one.
            CustomerNotFoundError: there is no such customer (any more).
            FieldRefusedError: the check is none of the policy's methods or lacks a reference.
            NotAllowedError: the person is no lead.
        """
        return change_of(
            self._connections.one(
                "SELECT * FROM watchword.set_password("
                "%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
                (
                    customer_id,
                    *credential_values(credential),
                    validity.value,
                    check.method,
                    check.reference,
                    check.note,
                ),
            )
        )

    def remove(self, customer_id: int, reason: str) -> Change:
        """Remove the telephone password. A lead's action.

        Raises:
            NoCredentialError: there is none.
            NotAllowedError: the person is no lead.
        """
        return change_of(
            self._connections.one(
                "SELECT * FROM watchword.remove_password(%s, %s)", (customer_id, reason)
            )
        )

    def unlock(self, customer_id: int, reason: str) -> Change:
        """End the wait; the counts stay. A lead's action.

        Raises:
            NothingToUnlockError: no wait runs.
            NotAllowedError: the person is no lead.
        """
        return change_of(
            self._connections.one(
                "SELECT * FROM watchword.unlock_password(%s, %s)", (customer_id, reason)
            )
        )

    def resume(self, login: str) -> Change:
        """End the pause of a person's checks and start their counts anew. A lead's action.

        Raises:
            NotAllowedError: the person is no lead, or it is their own pause.
        """
        return change_of(self._connections.one("SELECT * FROM watchword.resume(%s)", (login,)))

    def keys_in_use(self) -> dict[bytes, int]:
        """How many telephone passwords there are by the id of the key they were made with."""
        rows = self._connections.rows("SELECT key_id, passwords FROM watchword.keys_in_use()")
        return {row["key_id"]: row["passwords"] for row in rows}

    def current_key_id(self) -> bytes | None:
        """The id of the key that new passwords are made with; None where there was none yet."""
        row = self._connections.row(
            "SELECT key_id FROM watchword.team_keys() WHERE state = 'current'"
        )
        return None if row is None else row["key_id"]


def _verdict(attempt: UUID, customer_id: int, row: Row) -> Verdict:
    return Verdict(
        attempt=attempt,
        customer_id=customer_id,
        answer=Answer(row["answer"]),
        receipt=row["receipt"],
        at=row["answered_at"],
        standing=standing_of(row),
    )


def _parameters(row: Row) -> VerifierParameters | None:
    if row["salt"] is None:
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


def credential_values(credential: NewCredential) -> tuple[object, ...]:
    """Verifier and parameters in the order in which the functions take them."""
    parameters = credential.parameters
    return (
        credential.verifier,
        parameters.salt,
        parameters.memory_kib,
        parameters.passes,
        parameters.lanes,
        parameters.norm_version,
        parameters.kdf_version,
        parameters.key_id,
    )
