"""The telephone passwords of a ``FakeStorage``, counted by the rules of ``core/tries``."""

from collections import Counter
from contextlib import AbstractContextManager, nullcontext
from datetime import timedelta
from uuid import UUID

from desktop_app.core import tries as rules
from desktop_app.core import verifier
from desktop_app.core.entities import (
    Answer,
    Challenge,
    Change,
    EventKind,
    IdentityCheck,
    NewCredential,
    PasswordState,
    Submission,
    SubmissionState,
    Validity,
    Verdict,
    VerifierParameters,
)
from desktop_app.core.errors import (
    AttemptRefusedError,
    NoCredentialError,
    NothingToUnlockError,
    RefreshRefusedError,
)
from desktop_app.core.secret import Secret
from tests.gui.fake_world import Attempt, FakeCredential, FakeKeys, Record, World

LONGEST_ATTEMPT = timedelta(minutes=5)


class FakeCredentials:
    """The telephone passwords of a ``FakeStorage``."""

    def __init__(self, world: World) -> None:
        self._world = world

    def within(self, _seconds: float, /) -> AbstractContextManager[None]:
        return nullcontext()

    def challenge(self, customer_id: int) -> Challenge:
        with self._world.call("challenge"):
            record = self._world.record(customer_id)
            stored = record.credential.stored if record.credential else None
            return Challenge(
                customer_id,
                record.generation,
                self._world.standing(record),
                stored.parameters if stored else _some_parameters(record),
                self._world.paused,
            )

    def submit(
        self, attempt: UUID, customer_id: int, generation: int, digest: Secret[bytes] | None
    ) -> Submission:
        with self._world.call("submit"):
            world, record = self._world, self._world.record(customer_id)
            known = world.attempts.get(attempt)
            hashed = verifier.verifier(digest) if digest else b""
            if known is not None:
                if (known.customer_id, known.digest) != (customer_id, hashed):
                    raise AttemptRefusedError
                return Submission(SubmissionState.CHARGED)
            refusal = self._refusal(record)
            if refusal is not None:
                verdict = world.answer(record, attempt, refusal)
                return Submission(SubmissionState.REFUSED, verdict)
            if generation != record.generation:
                return Submission(SubmissionState.CHANGED)
            credential = record.credential
            if digest is None or credential is None:
                raise AttemptRefusedError
            world.attempts[attempt] = Attempt(
                customer_id, hashed, generation, world.clock(), credential.tries
            )
            credential.tries = rules.charged(credential.tries, world.policy, world.clock())
            details = {"attempt": str(attempt)}
            world.journal(EventKind.ATTEMPT, "charged", customer=record.customer, details=details)
            return Submission(SubmissionState.CHARGED)

    def result(self, attempt: UUID) -> Verdict:
        with self._world.call("result"):
            world, known = self._world, self._world.attempts.get(attempt)
            if known is None or world.clock() - known.at > LONGEST_ATTEMPT:
                raise AttemptRefusedError
            if known.verdict is None:
                record = world.record(known.customer_id)
                known.verdict = world.answer(record, attempt, self._compare(record, known))
            return known.verdict

    def was_charged(self, attempt: UUID) -> bool:
        with self._world.call("was_charged"):
            return attempt in self._world.attempts

    def refresh(self, attempt: UUID, credential: NewCredential) -> None:
        with self._world.call("refresh"):
            known = self._world.attempts.get(attempt)
            if known is None or known.verdict is None:
                raise RefreshRefusedError
            record = self._world.record(known.customer_id)
            if record.credential is None or known.verdict.answer is not Answer.MATCHES:
                raise RefreshRefusedError
            record.credential.stored = credential
            record.generation += 1
            self._world.journal(EventKind.PASSWORD_REFRESHED, customer=record.customer)

    def set(
        self,
        customer_id: int,
        credential: NewCredential,
        validity: Validity,
        check: IdentityCheck,
    ) -> Change:
        with self._world.call("set"):
            record, world = self._world.record(customer_id), self._world
            record.generation += 1
            record.credential = FakeCredential(
                world.clock(), world.person.name, check.method, validity, credential
            )
            personal = {"reference": check.reference, "note": check.note}
            return self._changed(EventKind.PASSWORD_SET, record, personal)

    def remove(self, customer_id: int, reason: str) -> Change:
        with self._world.call("remove"):
            record = self._world.record(customer_id)
            if record.credential is None:
                raise NoCredentialError
            record.generation += 1
            record.credential = None
            return self._changed(EventKind.PASSWORD_REMOVED, record, {"reason": reason})

    def unlock(self, customer_id: int, reason: str) -> Change:
        with self._world.call("unlock"):
            record = self._world.record(customer_id)
            if self._world.standing(record).state is not PasswordState.LOCKED:
                raise NothingToUnlockError
            assert record.credential is not None
            record.credential.tries = rules.unlocked(record.credential.tries)
            return self._changed(EventKind.UNLOCKED, record, {"reason": reason})

    def resume(self, login: str) -> Change:
        with self._world.call("resume"):
            self._world.paused = False
            entry = self._world.journal(EventKind.PERSON_RESUMED, login)
            return Change(entry.receipt, entry.at)

    def keys_in_use(self) -> dict[bytes, int]:
        with self._world.call("keys_in_use"):
            made = [_some_parameters(record) for record in self._world.records.values()]
            return dict(Counter(parameters.key_id for parameters in made if parameters))

    def current_key_id(self) -> bytes | None:
        with self._world.call("current_key_id"):
            return None

    def _refusal(self, record: Record) -> Answer | None:
        if self._world.paused:
            return Answer.PAUSED
        match self._world.standing(record).state:
            case PasswordState.SET:
                return None
            case PasswordState.NONE:
                return Answer.NONE
            case PasswordState.LOCKED:
                return Answer.LOCKED
            case PasswordState.BLOCKED:
                return Answer.BLOCKED
            case PasswordState.EXPIRED:
                return Answer.EXPIRED

    def _compare(self, record: Record, known: Attempt) -> Answer:
        credential = record.credential
        if credential is None or known.generation != record.generation:
            return Answer.DOES_NOT_MATCH
        if credential.stored is None or credential.stored.verifier != known.digest:
            credential.last_failure_at = known.at
            return Answer.DOES_NOT_MATCH
        credential.tries = rules.matched(credential.tries)
        credential.used = credential.validity is Validity.ONE_CALL
        if credential.validity is Validity.FIRST_USE:
            credential.validity = Validity.UNTIL_CHANGED
        return Answer.MATCHES

    def _changed(self, kind: EventKind, record: Record, personal: dict[str, str]) -> Change:
        entry = self._world.journal(kind, customer=record.customer, personal=personal)
        return Change(entry.receipt, entry.at)


def _some_parameters(record: Record) -> VerifierParameters | None:
    if record.credential is None:
        return None
    key_id = FakeKeys().current().key_id
    return VerifierParameters(bytes(16), 19 * 1024, 2, 1, 1, 1, key_id)
