"""The check of a telephone password in two transactions (SECURITY §2).

``submit`` charges a wrong try in advance and compares nothing; ``result`` compares and takes the
charge back on a match. Whatever is cut off in between leaves the charge: fail closed.
"""

import hashlib
import hmac
import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from desktop_app.core.entities import (
    Answer,
    EventKind,
    PasswordState,
    Submission,
    SubmissionState,
    Verdict,
)
from desktop_app.core.errors import AttemptRefusedError
from desktop_app.core.journal import microseconds
from desktop_app.core.policy import Policy
from desktop_app.core.secret import Secret
from desktop_app.core.tries import capped, charged, is_blocked, is_locked, matched, tries_left
from desktop_app.storage.sqlite.attempts import (
    RESULT_WITHIN,
    Attempt,
    Outcome,
    answer_attempt,
    find_attempt,
    forget_old_attempts,
    insert_attempt,
)
from desktop_app.storage.sqlite.budgets import PersonBudgets
from desktop_app.storage.sqlite.clock_guard import TOLERANCE, require_clock
from desktop_app.storage.sqlite.connections import Connections
from desktop_app.storage.sqlite.credential_rows import (
    credential_row,
    failure_of,
    keep_expired,
    require_customer,
    store_tries,
    tries_of,
)
from desktop_app.storage.sqlite.journal_writer import JournalWriter
from desktop_app.storage.sqlite.policies import read_policy
from desktop_app.storage.sqlite.session import Session
from desktop_app.storage.sqlite.standing import is_expired, password_state, read_standing

_REFUSED = {
    PasswordState.NONE: Answer.NONE,
    PasswordState.BLOCKED: Answer.BLOCKED,
    PasswordState.EXPIRED: Answer.EXPIRED,
    PasswordState.LOCKED: Answer.LOCKED,
}


class Checks:
    """Takes attempts and answers them, for one person."""

    def __init__(
        self,
        connections: Connections,
        session: Session,
        journal: JournalWriter,
        budgets: PersonBudgets,
    ) -> None:
        self._connections = connections
        self._session = session
        self._journal = journal
        self._budgets = budgets

    def submit(
        self, attempt: UUID, customer_id: int, generation: int, digest: Secret[bytes] | None
    ) -> Submission:
        """Charge one wrong try in advance; see ``core.ports.CredentialStore``."""
        with self._connections.write() as connection:
            now = self._session.clock()
            require_clock(connection, now)
            forget_old_attempts(connection, now)
            given = Attempt(
                id=attempt,
                login=self._session.person.login,
                customer_id=customer_id,
                generation=generation,
                digest_hash=None if digest is None else _hash(digest),
                at=now,
                charged=False,
            )
            earlier = find_attempt(connection, attempt)
            if earlier is None:
                return self._take(connection, given)
            if not _is_same(earlier, given):
                raise AttemptRefusedError
            if earlier.charged or earlier.outcome is None:
                return Submission(SubmissionState.CHARGED)
            verdict = self._verdict(connection, earlier, earlier.outcome)
            return Submission(SubmissionState.REFUSED, verdict)

    def result(self, attempt: UUID) -> Verdict:
        """Compare and answer; see ``core.ports.CredentialStore``."""
        with self._connections.write() as connection:
            now = self._session.clock()
            require_clock(connection, now)
            stored = self._own(connection, attempt)
            require_customer(connection, stored.customer_id)
            if not -TOLERANCE <= now - stored.at <= RESULT_WITHIN:
                raise AttemptRefusedError
            outcome = stored.outcome or self._evaluate(connection, stored, now)
            return self._verdict(connection, stored, outcome)

    def was_charged(self, attempt: UUID) -> bool:
        """Whether a try with this id is counted; see ``core.ports.CredentialStore``."""
        with self._connections.read() as connection:
            stored = find_attempt(connection, attempt)
        return stored is not None and stored.charged and not stored.taken_back

    def _own(self, connection: sqlite3.Connection, attempt: UUID) -> Attempt:
        stored = find_attempt(connection, attempt)
        if stored is None or stored.login != self._session.person.login:
            raise AttemptRefusedError
        return stored

    def _take(self, connection: sqlite3.Connection, given: Attempt) -> Submission:
        """Refuse a new attempt or charge it; nothing here depends on its digest's value."""
        require_customer(connection, given.customer_id)
        policy = read_policy(connection)
        row = credential_row(connection, given.customer_id)
        refusal = self._refusal(connection, row, policy, given.at)
        if row is not None and refusal is not None:
            _keep_refusal(connection, given, row, policy)
        if row is None or refusal is not None:
            outcome = self._answer(connection, given, refusal or Answer.NONE)
            insert_attempt(connection, replace(given, outcome=outcome))
            return Submission(SubmissionState.REFUSED, self._verdict(connection, given, outcome))
        if row["generation"] != given.generation:
            return Submission(SubmissionState.CHANGED)
        if given.digest_hash is None:
            raise AttemptRefusedError
        self._charge(connection, given, row, policy)
        return Submission(SubmissionState.CHARGED)

    def _refusal(
        self, connection: sqlite3.Connection, row: sqlite3.Row | None, policy: Policy, now: datetime
    ) -> Answer | None:
        state = password_state(row, policy, now)
        if state is PasswordState.SET:
            return Answer.PAUSED if self._budgets.is_paused(connection) else None
        return _REFUSED[state]

    def _charge(
        self, connection: sqlite3.Connection, given: Attempt, row: sqlite3.Row, policy: Policy
    ) -> None:
        tries = charged(tries_of(row), policy, given.at)
        before = failure_of(row)
        insert_attempt(connection, replace(given, charged=True, failure_before=before))
        store_tries(connection, given.customer_id, tries, given.at)
        self._journal.write(
            connection,
            EventKind.ATTEMPT,
            "charged",
            customer_id=given.customer_id,
            details={
                "attempt": str(given.id),
                "in_row": str(tries.in_row),
                "in_all": str(tries.in_all),
            },
        )
        self._budgets.pause_if_used_up(connection, given.id, policy, given.at)

    def _evaluate(self, connection: sqlite3.Connection, stored: Attempt, now: datetime) -> Outcome:
        row = credential_row(connection, stored.customer_id)
        if row is None or row["generation"] != stored.generation:
            raise AttemptRefusedError  # replaced since: there is nothing to compare with
        figures: dict[str, str] = {}
        if is_expired(row, now):
            answer = Answer.EXPIRED
            keep_expired(connection, stored.customer_id, now)
        elif _equals_verifier(connection, stored):
            answer = Answer.MATCHES
            figures = {"in_row": str(tries_of(row).in_row)}
            self._take_back(connection, stored, row)
        else:
            answer = Answer.DOES_NOT_MATCH
            figures = _consequences(stored, row, read_policy(connection), now)
        outcome = self._answer(connection, stored, answer, figures)
        answer_attempt(connection, stored, outcome)
        return outcome

    def _answer(
        self,
        connection: sqlite3.Connection,
        attempt: Attempt,
        answer: Answer,
        figures: Mapping[str, str] = MappingProxyType({}),
    ) -> Outcome:
        change = self._journal.write(
            connection,
            EventKind.VERDICT,
            answer,
            customer_id=attempt.customer_id,
            details={"attempt": str(attempt.id), **figures},
        )
        return Outcome(answer, change)

    def _take_back(self, connection: sqlite3.Connection, stored: Attempt, row: sqlite3.Row) -> None:
        newest = failure_of(row)
        failure = stored.failure_before if newest == stored.at else newest
        store_tries(connection, stored.customer_id, matched(tries_of(row)), failure)
        connection.execute(
            "UPDATE credential SET used_at = ? WHERE customer_id = ? AND single_use",
            (microseconds(self._session.clock()), stored.customer_id),
        )
        connection.execute(
            "UPDATE credential SET until_used = 0, valid_until = NULL"
            " WHERE customer_id = ? AND until_used",
            (stored.customer_id,),
        )
        self._budgets.take_back(connection, stored.id)

    def _verdict(
        self, connection: sqlite3.Connection, attempt: Attempt, outcome: Outcome
    ) -> Verdict:
        """The journalled answer, with the standing of this moment."""
        policy, now = read_policy(connection), self._session.clock()
        return Verdict(
            attempt=attempt.id,
            customer_id=attempt.customer_id,
            answer=outcome.answer,
            receipt=outcome.change.receipt,
            at=outcome.change.at,
            standing=read_standing(connection, attempt.customer_id, policy, now),
        )


def _hash(digest: Secret[bytes]) -> bytes:
    return hashlib.sha256(digest.reveal()).digest()


def _is_same(earlier: Attempt, given: Attempt) -> bool:
    """Whether an attempt id is used again for the same thing; a wiped digest proves nothing."""
    if (earlier.login, earlier.customer_id) != (given.login, given.customer_id):
        return False
    if earlier.charged and earlier.digest_hash is None:
        return False
    return hmac.compare_digest(earlier.digest_hash or b"", given.digest_hash or b"")


def _keep_refusal(
    connection: sqlite3.Connection, given: Attempt, row: sqlite3.Row, policy: Policy
) -> None:
    """Bind what refuses a check to the time that has passed, whatever the clock says later.

    An expired password stays expired, and a wait is not longer than it may be.
    """
    state = password_state(row, policy, given.at)
    if state is PasswordState.EXPIRED:
        keep_expired(connection, given.customer_id, given.at)
    elif state is PasswordState.LOCKED:
        tries = tries_of(row)
        if (shorter := capped(tries, policy, given.at)) != tries:
            store_tries(connection, given.customer_id, shorter, failure_of(row))


def _consequences(
    stored: Attempt, row: sqlite3.Row, policy: Policy, now: datetime
) -> dict[str, str]:
    """What the journal keeps of a wrong try: the counts, and the wait or block that it brought."""
    tries = tries_of(row)
    details = {
        "in_row": str(tries.in_row),
        "in_all": str(tries.in_all),
        "tries_left": str(tries_left(tries, policy, now)),
    }
    if failure_of(row) != stored.at:
        return details  # somebody's later try has brought what holds now
    if is_blocked(tries, policy):
        details["blocked"] = "in-row" if tries.in_row >= policy.tries_until_block else "in-all"
    elif tries.locked_until is not None and is_locked(tries, now):
        details["locked_until"] = tries.locked_until.isoformat(timespec="seconds")
    return details


def _equals_verifier(connection: sqlite3.Connection, stored: Attempt) -> bool:
    """Compare inside the database: the verifier never leaves it.

    Both sides are SHA-256 values of a digest that the caller cannot steer, so the time that the
    comparison takes says nothing.
    """
    row = connection.execute(
        """
        SELECT verifier = ? FROM credential
        WHERE customer_id = ? AND generation = ? AND verifier IS NOT NULL
        """,
        (stored.digest_hash, stored.customer_id, stored.generation),
    ).fetchone()
    return row is not None and row[0] == 1
