"""Secrets in the user's keyring: a real Secret Service, and every failure of every backend."""

import os
import signal
import threading
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TYPE_CHECKING

import pytest
from keyring.errors import InitError, KeyringLocked, NoKeyringError, PasswordSetError

from desktop_app.core.errors import (
    KeyringFailedError,
    KeyringLockedError,
    KeyringMissingError,
    SecretTooLongError,
    TeamKeyError,
)
from desktop_app.core.secret import Secret
from desktop_app.system.keyring_backend import Chosen, choose_backend
from desktop_app.system.keyring_store import LONGEST_SECRET, SystemKeyring
from tests.system.backends import MemoryBackend, StubReceivedBadDataError, chosen

if TYPE_CHECKING:
    from tests.secret_service import SecretService


def real_keyring() -> SystemKeyring:
    return SystemKeyring(lambda: choose_backend(os.environ))


@pytest.mark.usefixtures("secret_service")
def test_secrets_are_kept_by_the_real_service() -> None:
    """A secret is stored, read by another object, replaced and removed."""
    real_keyring().write("entry", Secret("‹geheim›"))
    assert real_keyring().read("entry") == Secret("‹geheim›")
    real_keyring().write("entry", Secret("other"))
    assert real_keyring().read("entry") == Secret("other")
    real_keyring().delete("entry")
    assert real_keyring().read("entry") is None
    real_keyring().delete("entry")


@pytest.mark.usefixtures("secret_service")
def test_the_longest_secret_is_kept_by_the_real_service() -> None:
    """What the cap allows gets through."""
    longest = Secret("x" * LONGEST_SECRET)
    real_keyring().write("entry", longest)
    assert real_keyring().read("entry") == longest


def test_a_locked_service_is_told_without_a_prompt(
    prompting_secret_service: "SecretService",
) -> None:
    """Where a real prompt would open and wait, every call fails at once instead."""
    keyring = real_keyring()
    keyring.write("entry", Secret("x"))
    prompting_secret_service.lock()
    with pytest.raises(KeyringLockedError):
        keyring.read("entry")
    with pytest.raises(KeyringLockedError):
        keyring.write("entry", Secret("y"))
    with pytest.raises(KeyringLockedError):
        keyring.delete("entry")
    assert prompting_secret_service.is_locked()


def test_a_computer_without_a_session_bus_has_no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bare Linux or a server is told as such."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    with pytest.raises(KeyringMissingError):
        real_keyring().read("entry")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    with pytest.raises(KeyringMissingError):
        real_keyring().write("entry", Secret("x"))


def test_a_service_that_dies_in_between_is_a_failure(secret_service: "SecretService") -> None:
    """The keyring that was there a moment ago does not end the program."""
    keyring = real_keyring()
    keyring.write("entry", Secret("x"))
    secret_service.end()
    with pytest.raises(TeamKeyError):
        keyring.read("entry")


def test_a_service_that_crashes_during_a_call_is_asked_once_more(
    secret_service: "SecretService",
) -> None:
    """The desktop starts it anew, and nobody is told that the computer has no keyring."""
    real_keyring().write("entry", Secret("x"))
    daemon = secret_service.daemons[-1]
    daemon.send_signal(signal.SIGSTOP)
    with ThreadPoolExecutor() as pool:
        reading = pool.submit(real_keyring().read, "entry")
        assert not wait([reading], timeout=0.5).done
        daemon.kill()
        assert reading.result() == Secret("x")


@pytest.mark.parametrize(
    "name",
    [
        "keyring.backends.null.Keyring",
        "keyring.backends.fail.Keyring",
        "keyring.backends.chainer.ChainerBackend",
        "keyrings.alt.file.PlaintextKeyring",
        "tests.system.backends.MemoryBackend",
        "nonsense",
    ],
)
@pytest.mark.usefixtures("secret_service")
def test_a_configured_keyring_that_does_not_encrypt_is_refused(name: str) -> None:
    """The configuration is followed to a refusal, not past it to another keyring."""
    environment = {**os.environ, "PYTHON_KEYRING_BACKEND": name}
    with pytest.raises(KeyringMissingError):
        choose_backend(environment)


@pytest.mark.usefixtures("secret_service")
def test_a_configured_keyring_that_encrypts_is_used() -> None:
    """Naming the platform's own is no mistake."""
    name = "keyring.backends.SecretService.Keyring"
    assert choose_backend({"PYTHON_KEYRING_BACKEND": name}).is_secret_service


@pytest.mark.parametrize(
    ("failure", "expected"),
    [
        (KeyringLocked(), KeyringLockedError),
        (InitError(), KeyringMissingError),
        (NoKeyringError(), KeyringMissingError),
        (PasswordSetError(), KeyringFailedError),
        (OSError(), KeyringFailedError),
        (StubReceivedBadDataError(), KeyringFailedError),
    ],
)
def test_every_failure_is_typed(failure: Exception, expected: type[TeamKeyError]) -> None:
    """Whatever a backend raises, Windows' own errors included, has a sentence."""
    backend = MemoryBackend()
    backend.failure = failure
    keyring = SystemKeyring(lambda: chosen(backend))
    with pytest.raises(expected):
        keyring.write("entry", Secret("x"))


def test_a_keyring_that_does_not_answer_is_left_behind() -> None:
    """A frozen keyring is a failure after its time, not a frozen program."""
    backend, thawed = MemoryBackend(), threading.Event()
    backend.before = thawed.wait
    with pytest.raises(KeyringFailedError):
        SystemKeyring(lambda: chosen(backend), seconds=0.01).read("entry")
    thawed.set()


def test_a_secret_that_windows_could_not_keep_is_refused_everywhere() -> None:
    """The cap holds on every system, before anything is stored."""
    backend = MemoryBackend()
    with pytest.raises(SecretTooLongError):
        SystemKeyring(lambda: chosen(backend)).write("entry", Secret("x" * (LONGEST_SECRET + 1)))
    assert not backend.kept


def test_the_backend_is_chosen_once_it_can_be() -> None:
    """A keyring that appears later is found without a restart; then it is kept."""
    backend = MemoryBackend()
    present: list[Chosen] = []

    def choose() -> Chosen:
        if not present:
            raise KeyringMissingError
        return present.pop()

    keyring = SystemKeyring(choose)
    with pytest.raises(KeyringMissingError):
        keyring.read("entry")
    present.append(chosen(backend))
    assert keyring.read("entry") is None
    assert keyring.read("entry") is None
