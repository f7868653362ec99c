"""Verify a caller: from the typed password to a journalled answer (SECURITY §1 and §2)."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID, uuid4

from desktop_app.core import verifier
from desktop_app.core.entities import (
    Answer,
    Challenge,
    PasswordState,
    SubmissionState,
    Verdict,
    VerifierParameters,
)
from desktop_app.core.errors import (
    AttemptRefusedError,
    ChangedMeanwhileError,
    ClockWrongError,
    CustomerNotFoundError,
    DatabaseReadOnlyError,
    NotCheckedError,
    ParametersRefusedError,
    StorageError,
    TeamKeyError,
    WatchwordError,
)
from desktop_app.core.key_choice import key_for_new
from desktop_app.core.ports import CredentialStore, Keys, PolicyStore
from desktop_app.core.secret import Secret
from desktop_app.core.server_errors import ConnectionLostError, NoAnswerError, NotConnectedError

_MOST_REPEATS = 3
_ASKED_FOR_RESULT = 2

ANSWER_SECONDS = 4.5
"""How long the database may take for a whole check: with the hash an agent knows within 5."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A verdict, and the parameters of the password it was checked against, if there was one."""

    verdict: Verdict
    parameters: VerifierParameters | None


class VerifyCaller:
    """The check of one typed password against one customer's stored verifier.

    Every call may block (database, hash, keyring). An unclear state is never a verdict: whatever
    goes wrong is raised as ``NotCheckedError``, which says whether the try was counted.
    """

    def __init__(
        self,
        credentials: CredentialStore,
        policies: PolicyStore,
        keys: Keys,
        new_attempt: Callable[[], UUID] = uuid4,
    ) -> None:
        self._credentials = credentials
        self._policies = policies
        self._keys = keys
        self._new_attempt = new_attempt

    def open(self, customer_id: int) -> Challenge:
        """Fetch what a check needs, while the agent is still typing.

        Raises:
            CustomerNotFoundError: the customer is gone.
            StorageError: the database cannot be read.
        """
        return self._credentials.challenge(customer_id)

    def fetch_key(self, challenge: Challenge) -> None:
        """Bring the key to hand, so that the check itself costs one hash only.

        Raises:
            TeamKeyError: there will be no check; better known before the caller has spoken.
        """
        if challenge.parameters is not None:
            self._keys.find(challenge.parameters.key_id)

    def refuse(self, challenge: Challenge) -> Verdict | None:
        """Record an enquiry that cannot be checked, and answer it.

        None where it can be checked after all: then nothing has been recorded.

        Raises:
            NotCheckedError: the enquiry could not be recorded.
        """
        if challenge.standing.state is PasswordState.SET and not challenge.paused:
            return None
        attempt = self._new_attempt()
        try:
            submission = self._credentials.submit(
                attempt, challenge.customer_id, challenge.generation, None
            )
        except AttemptRefusedError:
            return None  # it opened in this very moment: a digest is needed now
        except (StorageError, ClockWrongError, CustomerNotFoundError) as error:
            raise NotCheckedError(counted=False, cause=error) from error
        return submission.verdict

    def check(self, challenge: Challenge, typed: Secret[str]) -> Checked:
        """Check a typed password; one call is one try.

        Where the password was replaced since ``challenge``, nothing has been charged and the check
        is made against the new one.

        What the database has not said after ``ANSWER_SECONDS`` is not waited for: ``settle`` finds
        out later.

        Raises:
            UnusableTextError: no password can read like this; nothing was counted.
            NotCheckedError: there is no verdict; it says whether the try was counted.
        """
        digest = self._digest(challenge, typed)
        with self._credentials.within(ANSWER_SECONDS):
            return self._checked(challenge, typed, digest)

    def settle(self, error: NotCheckedError) -> NotCheckedError:
        """The same failure with the knowledge whether the try was counted.

        Raises:
            StorageError: the database still cannot tell.
        """
        if error.counted is not None or error.attempt is None:
            return error
        counted = self._credentials.was_charged(error.attempt)
        return NotCheckedError(counted, error.cause, error.attempt)

    def refresh(self, checked: Checked, typed: Secret[str]) -> bool:
        """After a match, renew a verifier that the policy or the key has left behind.

        Returns whether it was renewed. It costs a second hash: call it after the verdict is shown.

        Raises:
            RefreshRefusedError: the database did not take it.
            StorageError: the database cannot be written; the old verifier stays valid.
            TeamKeyError: the current key cannot be had; the old verifier stays valid.
        """
        if checked.verdict.answer is not Answer.MATCHES or checked.parameters is None:
            return False
        policy = self._policies.load()
        key = key_for_new(self._credentials, self._keys)
        if not verifier.is_outdated(checked.parameters, policy, key):
            return False
        credential = verifier.new_credential(typed, policy, checked.verdict.customer_id, key)
        self._credentials.refresh(checked.verdict.attempt, credential)
        return True

    def _checked(
        self, challenge: Challenge, typed: Secret[str], digest: Secret[bytes] | None
    ) -> Checked:
        for repeat in range(_MOST_REPEATS):
            if repeat:
                challenge = self._open_again(challenge.customer_id)
                digest = self._digest(challenge, typed)
            attempt = self._new_attempt()
            try:
                submission = self._credentials.submit(
                    attempt, challenge.customer_id, challenge.generation, digest
                )
            except (CustomerNotFoundError, NotConnectedError, DatabaseReadOnlyError) as error:
                raise NotCheckedError(counted=False, cause=error) from error
            except (StorageError, AttemptRefusedError, ClockWrongError) as error:
                raise self._not_checked(attempt, error) from error
            if submission.state is SubmissionState.CHARGED:
                return Checked(self._result(attempt), challenge.parameters)
            if submission.verdict is not None:
                return Checked(submission.verdict, None)
        raise NotCheckedError(counted=False, cause=ChangedMeanwhileError())

    def _digest(self, challenge: Challenge, typed: Secret[str]) -> Secret[bytes] | None:
        if challenge.parameters is None:
            return None
        try:
            key = self._keys.find(challenge.parameters.key_id)
            return verifier.digest(typed, challenge.parameters, challenge.customer_id, key)
        except (TeamKeyError, ParametersRefusedError) as error:
            raise NotCheckedError(counted=False, cause=error) from error

    def _open_again(self, customer_id: int) -> Challenge:
        try:
            return self._credentials.challenge(customer_id)
        except WatchwordError as error:
            raise NotCheckedError(counted=False, cause=error) from error

    def _result(self, attempt: UUID) -> Verdict:
        """The verdict of a charged attempt; asked twice, because asking again is harmless."""
        failures: list[StorageError] = []
        while len(failures) < _ASKED_FOR_RESULT:
            try:
                return self._credentials.result(attempt)
            except StorageError as error:
                failures.append(error)
                if isinstance(error, NoAnswerError):
                    break
            except (AttemptRefusedError, ClockWrongError, CustomerNotFoundError) as error:
                raise NotCheckedError(counted=True, cause=error) from error
        cause = failures[-1]
        if any(isinstance(error, ConnectionLostError) for error in failures):
            # The answer may have been found, and a charge taken back, on the way to nobody.
            raise self._not_checked(attempt, cause) from cause
        raise NotCheckedError(counted=True, cause=cause) from cause

    def _not_checked(self, attempt: UUID, cause: WatchwordError) -> NotCheckedError:
        unclear = NotCheckedError(counted=None, cause=cause, attempt=attempt)
        if isinstance(cause, NoAnswerError):
            return unclear
        try:
            return self.settle(unclear)
        except StorageError:
            return unclear
