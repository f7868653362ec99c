"""The check, with fakes at its ports: whatever fails, there is no verdict."""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from desktop_app.core import verifier
from desktop_app.core.entities import (
    Answer,
    Challenge,
    PasswordState,
    Standing,
    Submission,
    SubmissionState,
    TeamKey,
    Verdict,
)
from desktop_app.core.errors import (
    AttemptRefusedError,
    CurrentKeyMissingError,
    CustomerNotFoundError,
    DatabaseBusyError,
    DatabaseMissingError,
    DatabaseReadOnlyError,
    KeyMismatchError,
    KeyringLockedError,
    NotCheckedError,
    UnusableTextError,
    WatchwordError,
)
from desktop_app.core.policy import Policy
from desktop_app.core.secret import Secret
from desktop_app.core.server_errors import (
    ConnectionLostError,
    NoAnswerError,
    ServerUnreachableError,
)
from desktop_app.core.verification import VerifyCaller

CHEAP = Policy(memory_kib=19 * 1024, passes=2)
KEY = verifier.team_key(Secret(bytes(range(32))))
OTHER_KEY = verifier.team_key(Secret(bytes(32)))
CUSTOMER = 104233
WORD = Secret("Ahorn 42")
NOW = datetime(2026, 11, 22, 14, 7, tzinfo=UTC)
SET = Standing(PasswordState.SET, tries_allowed=5, tries_left=5)


def challenge_for(policy: Policy = CHEAP, key: TeamKey = KEY, **changes: Any) -> Challenge:
    parameters = verifier.new_parameters(policy, key)
    challenge = Challenge(CUSTOMER, 3, SET, parameters, paused=False)
    return replace(challenge, **changes)


def verdict_for(attempt: UUID, answer: Answer) -> Verdict:
    return Verdict(attempt, CUSTOMER, answer, "VW-7K3F-92QD", NOW, SET)


@dataclass
class FakeKeys:
    keys: list[TeamKey] = field(default_factory=lambda: [KEY])
    failure: WatchwordError | None = None

    def current(self) -> TeamKey:
        return self.keys[0]

    def find(self, key_id: bytes) -> TeamKey:
        if self.failure:
            raise self.failure
        for key in self.keys:
            if key.key_id == key_id:
                return key
        raise KeyMismatchError


@dataclass
class FakeCredentials:
    """Plays one script: each entry is what the next call of that name returns or raises."""

    script: dict[str, list[Any]]
    digests: list[Secret[bytes] | None] = field(default_factory=list)
    refreshed: list[Any] = field(default_factory=list)
    current_key: bytes | None = None

    def _next(self, name: str) -> Any:
        value = self.script[name].pop(0)
        if isinstance(value, Exception):
            raise value
        return value

    def within(self, _seconds: float, /) -> AbstractContextManager[None]:
        return nullcontext()

    def challenge(self, customer_id: int) -> Challenge:
        found = self._next("challenge")
        assert isinstance(found, Challenge)
        return found

    def submit(
        self, attempt: UUID, customer_id: int, generation: int, digest: Secret[bytes] | None
    ) -> Submission:
        self.digests.append(digest)
        found = self._next("submit")
        if isinstance(found, Answer):
            return Submission(SubmissionState.REFUSED, verdict_for(attempt, found))
        return Submission(found)

    def result(self, attempt: UUID) -> Verdict:
        return verdict_for(attempt, self._next("result"))

    def was_charged(self, attempt: UUID) -> bool:
        found = self._next("was_charged")
        assert isinstance(found, bool)
        return found

    def refresh(self, attempt: UUID, credential: Any) -> None:
        self.refreshed.append(credential)

    def current_key_id(self) -> bytes | None:
        return self.current_key

    set = remove = unlock = resume = None


@dataclass
class FakePolicies:
    policy: Policy = CHEAP

    def load(self) -> Policy:
        return self.policy

    def save(self, policy: Policy) -> None:
        raise AssertionError


def use_case(
    keys: FakeKeys | None = None, policy: Policy = CHEAP, **script: list[Any]
) -> tuple[VerifyCaller, FakeCredentials]:
    credentials = FakeCredentials(script)
    caller = VerifyCaller(credentials, FakePolicies(policy), keys or FakeKeys())  # type: ignore[arg-type]
    return caller, credentials


CHARGED = SubmissionState.CHARGED
CHANGED = SubmissionState.CHANGED


def not_checked(caller: VerifyCaller, challenge: Challenge) -> NotCheckedError:
    with pytest.raises(NotCheckedError) as caught:
        caller.check(challenge, WORD)
    return caught.value


@pytest.mark.parametrize("answer", [Answer.MATCHES, Answer.DOES_NOT_MATCH, Answer.EXPIRED])
def test_a_charged_attempt_gets_the_databases_answer(answer: Answer) -> None:
    """The verdict is the database's; what was submitted is the digest of SECURITY §1."""
    caller, credentials = use_case(submit=[CHARGED], result=[answer])
    challenge = challenge_for()
    checked = caller.check(challenge, WORD)
    assert checked.verdict.answer is answer
    assert challenge.parameters is not None
    expected = verifier.digest(WORD, challenge.parameters, CUSTOMER, KEY)
    assert credentials.digests == [expected]


def test_a_refused_attempt_gets_the_refusal() -> None:
    """Locked while the agent typed: the answer is Locked, nothing is compared."""
    caller, _ = use_case(submit=[Answer.LOCKED])
    checked = caller.check(challenge_for(), WORD)
    assert (checked.verdict.answer, checked.parameters) == (Answer.LOCKED, None)


def test_a_replaced_password_is_checked_against_the_new_one() -> None:
    """Replaced while the agent typed: fetched again and checked, charged once."""
    newer = challenge_for(generation=4)
    caller, credentials = use_case(
        submit=[CHANGED, CHARGED], result=[Answer.MATCHES], challenge=[newer]
    )
    checked = caller.check(challenge_for(), WORD)
    assert checked.parameters == newer.parameters
    assert len(credentials.digests) == 2


def test_a_password_that_keeps_changing_is_not_checked() -> None:
    """There is an end to repeating."""
    caller, _ = use_case(submit=[CHANGED] * 3, challenge=[challenge_for()] * 3)
    assert not_checked(caller, challenge_for()).counted is False


def test_a_customer_that_vanishes_is_not_checked() -> None:
    """Removed while the agent typed: no verdict."""
    caller, _ = use_case(submit=[CHANGED], challenge=[CustomerNotFoundError("104233")])
    assert not_checked(caller, challenge_for()).counted is False


def test_unusable_text_is_no_try() -> None:
    """What no password can read like never reaches the database."""
    caller, credentials = use_case()
    with pytest.raises(UnusableTextError):
        caller.check(challenge_for(), Secret("\x00"))
    assert credentials.digests == []


@pytest.mark.parametrize(
    ("keys", "cause"),
    [
        (FakeKeys(failure=KeyringLockedError()), "keyring-locked"),
        (FakeKeys(keys=[OTHER_KEY]), "key-mismatch"),
    ],
)
def test_without_the_key_nothing_is_charged(keys: FakeKeys, cause: str) -> None:
    """A locked keyring or another key is noticed before the try is counted."""
    caller, credentials = use_case(keys)
    error = not_checked(caller, challenge_for())
    assert (error.counted, str(error.cause)) == (False, cause)
    assert credentials.digests == []


def test_a_cheap_hash_is_refused_before_anything_is_sent() -> None:
    """A hostile database cannot ask for a digest that is easy to guess."""
    challenge = challenge_for()
    assert challenge.parameters is not None
    cheap = replace(challenge.parameters, memory_kib=8)
    caller, credentials = use_case()
    error = not_checked(caller, replace(challenge, parameters=cheap))
    assert (error.counted, str(error.cause)) == (False, "parameters-refused")
    assert credentials.digests == []


@pytest.mark.parametrize("counted", [True, False])
def test_a_failed_submit_tells_whether_it_was_counted(*, counted: bool) -> None:
    """After a failure the database is asked what became of the attempt."""
    caller, _ = use_case(submit=[DatabaseBusyError()], was_charged=[counted])
    assert not_checked(caller, challenge_for()).counted is counted


def test_a_dead_database_leaves_the_count_unknown() -> None:
    """Nobody can know: it says so instead of guessing."""
    gone = DatabaseMissingError("file")
    caller, _ = use_case(submit=[gone], was_charged=[gone])
    assert not_checked(caller, challenge_for()).counted is None


@pytest.mark.parametrize("away", [ServerUnreachableError("db"), DatabaseReadOnlyError()])
def test_what_was_never_sent_is_not_counted(away: WatchwordError) -> None:
    """Without a connection, or where nothing can be written, nobody has to be asked."""
    caller, _ = use_case(submit=[away])
    assert not_checked(caller, challenge_for()).counted is False


def test_who_gets_no_answer_does_not_ask_again_at_once() -> None:
    """The agent knows in time; whether the try was counted is found out by its id later."""
    caller, credentials = use_case(submit=[NoAnswerError()])
    error = not_checked(caller, challenge_for())
    assert error.counted is None
    credentials.script["was_charged"] = [True]
    settled = caller.settle(error)
    assert (settled.counted, settled.cause) == (True, error.cause)
    assert caller.settle(settled) is settled


@pytest.mark.parametrize("failures", [[NoAnswerError()], [ConnectionLostError()] * 2])
def test_a_result_lost_on_the_way_leaves_the_count_unknown(failures: list[WatchwordError]) -> None:
    """It may have been a match, whose charge is taken back: only the database can tell."""
    unknown = ServerUnreachableError("db")
    caller, _ = use_case(submit=[CHARGED], result=failures, was_charged=[unknown])
    assert not_checked(caller, challenge_for()).counted is None


def test_a_result_lost_on_the_way_is_asked_for_by_its_id() -> None:
    """The database is back and tells."""
    lost = [ConnectionLostError(), ServerUnreachableError("db")]
    caller, _ = use_case(submit=[CHARGED], result=lost, was_charged=[False])
    assert not_checked(caller, challenge_for()).counted is False


def test_a_lost_result_is_asked_for_again() -> None:
    """Asking twice for the same attempt is harmless and saves the caller a try."""
    caller, _ = use_case(submit=[CHARGED], result=[DatabaseBusyError(), Answer.MATCHES])
    assert caller.check(challenge_for(), WORD).verdict.answer is Answer.MATCHES


@pytest.mark.parametrize(
    "failures",
    [
        [DatabaseBusyError(), DatabaseBusyError()],
        [DatabaseBusyError(), AttemptRefusedError()],
        [AttemptRefusedError()],
    ],
)
def test_without_a_result_the_try_stays_counted(failures: list[WatchwordError]) -> None:
    """No result is no verdict, and the charge stays."""
    caller, _ = use_case(submit=[CHARGED], result=failures)
    assert not_checked(caller, challenge_for()).counted is True


def test_an_enquiry_that_cannot_be_checked_is_recorded() -> None:
    """No password: the enquiry has a receipt of its own and needs no key."""
    caller, credentials = use_case(FakeKeys(failure=KeyringLockedError()), submit=[Answer.NONE])
    challenge = challenge_for(parameters=None, standing=Standing(PasswordState.NONE))
    caller.fetch_key(challenge)
    verdict = caller.refuse(challenge)
    assert verdict is not None
    assert verdict.answer is Answer.NONE
    assert credentials.digests == [None]


def test_a_check_without_password_is_refused_by_the_database() -> None:
    """Typing for a customer without a password submits no digest."""
    caller, credentials = use_case(submit=[Answer.NONE])
    challenge = challenge_for(parameters=None, standing=Standing(PasswordState.NONE))
    assert caller.check(challenge, WORD).verdict.answer is Answer.NONE
    assert credentials.digests == [None]


def test_what_can_be_checked_is_not_refused() -> None:
    """An open password records nothing until something was typed."""
    caller, credentials = use_case(submit=[AttemptRefusedError()])
    assert caller.refuse(challenge_for()) is None
    locked = challenge_for(standing=Standing(PasswordState.LOCKED))
    assert caller.refuse(locked) is None, "opened in that moment"
    assert len(credentials.digests) == 1


def test_a_paused_person_is_refused() -> None:
    """A pause refuses even an open password."""
    caller, _ = use_case(submit=[Answer.PAUSED])
    verdict = caller.refuse(challenge_for(paused=True))
    assert verdict is not None
    assert verdict.answer is Answer.PAUSED


def test_an_enquiry_that_cannot_be_recorded_is_no_verdict() -> None:
    """Even "no telephone password" is not said without a journal entry."""
    caller, _ = use_case(submit=[DatabaseBusyError()])
    with pytest.raises(NotCheckedError) as caught:
        caller.refuse(challenge_for(parameters=None, standing=Standing(PasswordState.NONE)))
    assert caught.value.counted is False


def test_opening_brings_challenge_and_key() -> None:
    """What a check needs is fetched while the agent types; a missing key is known early."""
    challenge = challenge_for()
    caller, _ = use_case(FakeKeys(failure=KeyringLockedError()), challenge=[challenge])
    assert caller.open(CUSTOMER) is challenge
    with pytest.raises(KeyringLockedError):
        caller.fetch_key(challenge)


@pytest.mark.parametrize(
    ("policy", "key", "renewed"),
    [
        (CHEAP, KEY, False),
        (Policy(memory_kib=20 * 1024, passes=2), KEY, True),
        (CHEAP, OTHER_KEY, True),
    ],
)
def test_an_outdated_verifier_is_renewed_after_a_match(
    policy: Policy, key: TeamKey, *, renewed: bool
) -> None:
    """New parameters or a new key renew the verifier, and only then."""
    keys = FakeKeys(keys=[key, KEY])
    caller, credentials = use_case(keys, policy, submit=[CHARGED], result=[Answer.MATCHES])
    checked = caller.check(challenge_for(), WORD)
    assert caller.refresh(checked, WORD) is renewed
    assert [c.parameters.key_id for c in credentials.refreshed] == ([key.key_id] if renewed else [])


def test_the_teams_current_key_renews_and_no_other() -> None:
    """Whichever key comes first on this workstation: an announced one and the portal's wait."""
    challenge = challenge_for(key=OTHER_KEY)
    for current, renewed in ((KEY.key_id, True), (OTHER_KEY.key_id, False)):
        caller, credentials = use_case(
            FakeKeys(keys=[OTHER_KEY, KEY]), submit=[CHARGED], result=[Answer.MATCHES]
        )
        credentials.current_key = current
        assert caller.refresh(caller.check(challenge, WORD), WORD) is renewed
        made = [each.parameters.key_id for each in credentials.refreshed]
        assert made == ([KEY.key_id] if renewed else [])


def test_without_the_current_key_nothing_is_renewed() -> None:
    """A workstation that has not taken the new key goes on checking with the old one."""
    caller, credentials = use_case(submit=[CHARGED], result=[Answer.MATCHES])
    credentials.current_key = OTHER_KEY.key_id
    checked = caller.check(challenge_for(), WORD)
    with pytest.raises(CurrentKeyMissingError):
        caller.refresh(checked, WORD)
    assert credentials.refreshed == []


def test_nothing_is_renewed_without_a_match() -> None:
    """A wrong word never becomes the password."""
    caller, credentials = use_case(
        policy=Policy(memory_kib=20 * 1024), submit=[CHARGED], result=[Answer.DOES_NOT_MATCH]
    )
    assert caller.refresh(caller.check(challenge_for(), WORD), WORD) is False
    assert credentials.refreshed == []
