"""The three ways to begin, in memory: what was asked is remembered, failures are put in."""

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from desktop_app.core.entities import Person, Role
from desktop_app.core.secret import Secret
from desktop_app.gui.setup.contract import (
    MADE,
    TESTED,
    Joined,
    OwnerLogin,
    ServerAddress,
    SetupStep,
    StepResult,
    Tell,
    Ways,
)

if TYPE_CHECKING:
    from desktop_app.core.errors import WatchwordError

PROFILE = "team"
DETAILS = {
    SetupStep.HOST: "10.20.4.11",
    SetupStep.PORT: "5432",
    SetupStep.ENCRYPTION: "TLS 1.3",
    SetupStep.CERTIFICATE: "2027-11-22",
    SetupStep.SIGN_IN: "PostgreSQL 15.14",
    SetupStep.RIGHTS: "CREATEROLE, CREATEDB",
}
MORE = {SetupStep.PORT: "4", SetupStep.CERTIFICATE: "Support Internal CA"}
COLLEAGUE = Person("berger", "Lukas Berger", Role.AGENT)


class FakeSharedSetup:
    """Passes every step but those in ``failures``; ``gate`` holds it until it is set."""

    def __init__(self) -> None:
        self.failures: dict[SetupStep, WatchwordError] = {}
        self.refusal: WatchwordError | None = None
        self.save_failure: WatchwordError | None = None
        self.gate = Event()
        self.gate.set()
        self.tested: list[tuple[ServerAddress, str, str]] = []
        self.made: list[tuple[str, str]] = []
        self.saved: list[tuple[Path, str]] = []

    def test(self, address: ServerAddress, owner: OwnerLogin, tell: Tell) -> bool:
        password = owner.password.reveal() if owner.password else ""
        if self.refusal is not None:
            raise self.refusal
        self.tested.append((address, owner.login, password))
        return self._walk(TESTED, tell)

    def create(
        self,
        address: ServerAddress,
        owner: OwnerLogin,
        name: str,
        login: str,
        tell: Tell,
    ) -> str | None:
        self.made.append((name, login))
        return PROFILE if self._walk(MADE, tell) else None

    def save_recovery_file(self, target: Path, passphrase: Secret[str]) -> None:
        if self.save_failure is not None:
            raise self.save_failure
        self.saved.append((target, passphrase.reveal()))

    def _walk(self, steps: tuple[SetupStep, ...], tell: Tell) -> bool:
        self.gate.wait()
        for step in steps:
            error = self.failures.get(step)
            if error is not None:
                tell(StepResult(step, error=error))
                return False
            tell(StepResult(step, DETAILS.get(step, ""), MORE.get(step, "")))
        return True


class FakeJoining:
    """Takes every invitation but while ``failure`` is set, or the file has a ``flaw``."""

    def __init__(self) -> None:
        self.flaw: WatchwordError | None = None
        self.failure: WatchwordError | None = None
        self.used: list[tuple[Path, str]] = []

    def look(self, _invitation: Path) -> None:
        if self.flaw is not None:
            raise self.flaw

    def __call__(self, invitation: Path, words: Secret[str]) -> Joined:
        self.used.append((invitation, words.reveal()))
        if self.failure is not None:
            raise self.failure
        return Joined(COLLEAGUE, PROFILE)


class FakeWays:
    """All three ways, to be taken apart by a test."""

    def __init__(self) -> None:
        self.join = FakeJoining()
        self.shared = FakeSharedSetup()
        self.unlocked = 0

    def unlock(self) -> None:
        """The keyring's prompt, answered at once: what it was needed for works then."""
        self.unlocked += 1
        self.join.failure = None
        self.shared.failures.clear()
        self.shared.save_failure = None

    @property
    def ways(self) -> Ways:
        """What the wizard gets."""
        return Ways(
            look=self.join.look,
            join=self.join,
            shared=self.shared,
            workstation="workstation",
            unlock=self.unlock,
            name="Tanja Lang",
            login="lang",
        )
