"""Telephone passwords in the workstation database.

Each method is one transaction. The roles are checked here as PostgreSQL checks them; who can write
the file is bound by none of it.
"""

import sqlite3
from contextlib import AbstractContextManager, nullcontext
from datetime import timedelta
from uuid import UUID

from desktop_app.core.entities import (
    Answer,
    Challenge,
    Change,
    EventKind,
    IdentityCheck,
    NewCredential,
    PasswordState,
    Role,
    Submission,
    Validity,
    Verdict,
    VerifierParameters,
)
from desktop_app.core.errors import (
    NoCredentialError,
    NothingToUnlockError,
    RefreshRefusedError,
)
from desktop_app.core.policy import Policy
from desktop_app.core.secret import Secret
from desktop_app.core.team_keys import KeyState
from desktop_app.core.tries import unlocked
from desktop_app.core.verifier import follows_policy
from desktop_app.storage.sqlite.attempts import find_attempt, forget_digests, is_newest
from desktop_app.storage.sqlite.budgets import PersonBudgets
from desktop_app.storage.sqlite.checks import Checks
from desktop_app.storage.sqlite.clock_guard import TOLERANCE
from desktop_app.storage.sqlite.connections import Connections
from desktop_app.storage.sqlite.credential_rows import (
    clear_credential,
    credential_row,
    failure_of,
    parameters_of,
    require_customer,
    start_generation,
    store_tries,
    store_verifier,
    tries_of,
)
from desktop_app.storage.sqlite.journal_writer import JournalWriter
from desktop_app.storage.sqlite.new_password import described, store_password
from desktop_app.storage.sqlite.policies import read_policy
from desktop_app.storage.sqlite.session import Session
from desktop_app.storage.sqlite.standing import password_state, read_standing, standing_of
from desktop_app.storage.sqlite.team_keys import key_in_state, require_current_key

REFRESH_WITHIN = timedelta(seconds=60)


class SqliteCredentials:
    """The credential store of ``core.ports`` on SQLite."""

    def __init__(self, connections: Connections, session: Session, journal: JournalWriter) -> None:
        self._connections = connections
        self._session = session
        self._journal = journal
        self._budgets = PersonBudgets(session, journal)
        self._checks = Checks(connections, session, journal, self._budgets)

    def within(self, _seconds: float, /) -> AbstractContextManager[None]:
        """Nothing to be bounded: every call is one on a file of this computer."""
        return nullcontext()

    def challenge(self, customer_id: int) -> Challenge:
        """State, salt and parameters; never the verifier.

        Raises:
            CustomerNotFoundError: there is no such customer (any more).
        """
        with self._connections.read() as connection:
            require_customer(connection, customer_id)
            row = credential_row(connection, customer_id)
            policy = read_policy(connection)
            return Challenge(
                customer_id=customer_id,
                generation=0 if row is None else row["generation"],
                standing=standing_of(row, policy, self._session.clock()),
                parameters=None if row is None else parameters_of(row),
                paused=self._budgets.is_paused(connection),
            )

    def submit(
        self, attempt: UUID, customer_id: int, generation: int, digest: Secret[bytes] | None
    ) -> Submission:
        """Charge one wrong try in advance; compare nothing.

        Raises:
            AttemptRefusedError: the attempt id was used with other values, or a digest is needed.
            ClockWrongError: the clock is behind the journal.
            CustomerNotFoundError: there is no such customer (any more).
        """
        return self._checks.submit(attempt, customer_id, generation, digest)

    def result(self, attempt: UUID) -> Verdict:
        """Compare, take the charge back on a match, and say the answer; may be repeated.

        Raises:
            AttemptRefusedError: unknown, not this person's, more than 5 minutes old, or the
                password was replaced since.
            ClockWrongError: the clock is behind the journal.
        """
        return self._checks.result(attempt)

    def was_charged(self, attempt: UUID) -> bool:
        """Whether a try with this id is counted."""
        return self._checks.was_charged(attempt)

    def refresh(self, attempt: UUID, credential: NewCredential) -> None:
        """Replace the outdated verifier of an attempt that has just matched.

        The database cannot know that the password is the same; the journal says that it was
        refreshed. Counts, validity and time stay as they are.

        Raises:
            RefreshRefusedError: one of the conditions of SECURITY §1 does not hold.
        """
        with self._connections.write() as connection:
            customer_id = self._require_refreshable(connection, attempt)
            row = credential_row(connection, customer_id)
            before = None if row is None else parameters_of(row)
            current = key_in_state(connection, KeyState.CURRENT)
            _require_renewal(before, credential.parameters, read_policy(connection), current)
            start_generation(connection, customer_id)
            store_verifier(connection, customer_id, credential)
            forget_digests(connection, customer_id)
            self._journal.write(
                connection,
                EventKind.PASSWORD_REFRESHED,
                "refreshed",
                customer_id=customer_id,
                details=described(credential.parameters),
            )
        self._connections.erase_traces()

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
            NotAllowedError: the person is no lead.
        """
        self._session.require(Role.LEAD)
        with self._connections.write() as connection:
            require_customer(connection, customer_id)
            require_current_key(connection, self._session, credential.parameters.key_id)
            change = store_password(
                connection,
                self._session,
                self._journal,
                customer_id,
                credential,
                validity=validity,
                method=check.method,
                personal={"reference": check.reference, "note": check.note},
            )
        self._connections.erase_traces()
        return change

    def remove(self, customer_id: int, reason: str) -> Change:
        """Remove the telephone password. A lead's action.

        Raises:
            NoCredentialError: there is none.
            NotAllowedError: the person is no lead.
        """
        self._session.require(Role.LEAD)
        with self._connections.write() as connection:
            policy = read_policy(connection)
            standing = read_standing(connection, customer_id, policy, self._session.clock())
            if standing.state is PasswordState.NONE:
                raise NoCredentialError
            clear_credential(connection, customer_id)
            forget_digests(connection, customer_id)
            change = self._journal.write(
                connection,
                EventKind.PASSWORD_REMOVED,
                "removed",
                customer_id=customer_id,
                personal={"reason": reason},
            )
        self._connections.erase_traces()
        return change

    def unlock(self, customer_id: int, reason: str) -> Change:
        """End the wait; the counts stay. A lead's action.

        Raises:
            NothingToUnlockError: no wait runs.
            NotAllowedError: the person is no lead.
        """
        self._session.require(Role.LEAD)
        with self._connections.write() as connection:
            row = credential_row(connection, customer_id)
            state = password_state(row, read_policy(connection), self._session.clock())
            if row is None or state is not PasswordState.LOCKED:
                raise NothingToUnlockError
            store_tries(connection, customer_id, unlocked(tries_of(row)), failure_of(row))
            return self._journal.write(
                connection,
                EventKind.UNLOCKED,
                "unlocked",
                customer_id=customer_id,
                personal={"reason": reason},
            )

    def resume(self, login: str) -> Change:
        """End the pause of a person's checks and start their counts anew. A lead's action.

        Raises:
            NotAllowedError: the person is no lead, or a lead whose own pause it is.
        """
        with self._connections.write() as connection:
            return self._budgets.resume(connection, login)

    def keys_in_use(self) -> dict[bytes, int]:
        """How many telephone passwords there are by the id of the key they were made with."""
        with self._connections.read() as connection:
            rows = connection.execute("SELECT key_id, amount FROM password_count WHERE amount > 0")
            return dict(tuple(row) for row in rows)

    def current_key_id(self) -> bytes | None:
        """The id of the key that new passwords are made with; None where there was none yet."""
        with self._connections.read() as connection:
            return key_in_state(connection, KeyState.CURRENT)

    def _require_refreshable(self, connection: sqlite3.Connection, attempt: UUID) -> int:
        """The customer of an attempt whose match may be followed by a refresh."""
        now = self._session.clock()
        stored = find_attempt(connection, attempt)
        if (
            stored is None
            or stored.login != self._session.person.login
            or stored.outcome is None
            or stored.outcome.answer is not Answer.MATCHES
            or not -TOLERANCE <= now - stored.at <= REFRESH_WITHIN
            or not is_newest(connection, stored)
        ):
            raise RefreshRefusedError
        row = credential_row(connection, stored.customer_id)
        if row is None or row["generation"] != stored.generation:
            raise RefreshRefusedError
        return stored.customer_id


def _require_renewal(
    before: VerifierParameters | None,
    after: VerifierParameters,
    policy: Policy,
    current_key: bytes | None,
) -> None:
    """Pass parameters of the policy and the current key that replace some that are not both."""
    if before is None or not follows_policy(after, policy) or after.salt == before.salt:
        raise RefreshRefusedError
    if after.key_id != current_key:
        raise RefreshRefusedError
    if follows_policy(before, policy) and before.key_id == after.key_id:
        raise RefreshRefusedError
