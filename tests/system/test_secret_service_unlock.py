"""The prompt of a locked Secret Service: the person may answer, leave it, or cancel."""

import os
import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
import secretstorage

from desktop_app.core.errors import KeyringLockedError, KeyringMissingError
from desktop_app.core.secret import Secret
from desktop_app.system.keyring_backend import choose_backend
from desktop_app.system.keyring_store import SystemKeyring
from desktop_app.system.secret_service import CollectionState, Unlock, collection_state

if TYPE_CHECKING:
    from tests.secret_service import SecretService


def test_an_open_service_needs_no_prompt(secret_service: "SecretService") -> None:
    """Unlocking what is open returns at once."""
    assert not secret_service.is_locked()
    Unlock().run(seconds=10)
    assert collection_state() is CollectionState.OPEN


def test_a_dismissed_prompt_leaves_it_locked(secret_service: "SecretService") -> None:
    """The refusal is told as what it is."""
    secret_service.lock()
    assert collection_state() is CollectionState.LOCKED
    with pytest.raises(KeyringLockedError):
        Unlock().run(seconds=10)


def test_an_unanswered_prompt_ends_in_time(prompting_secret_service: "SecretService") -> None:
    """A real prompt that nobody answers does not block for ever."""
    prompting_secret_service.lock()
    with pytest.raises(KeyringLockedError):
        Unlock().run(seconds=0.2)


def test_a_prompt_can_be_cancelled(prompting_secret_service: "SecretService") -> None:
    """Cancelling from another thread ends the wait for a real prompt."""
    prompting_secret_service.lock()
    unlock, ended = Unlock(), threading.Event()

    def wait() -> None:
        try:
            unlock.run(seconds=600)
        except KeyringLockedError:
            ended.set()

    thread = threading.Thread(target=wait)
    thread.start()
    unlock.cancel()
    thread.join(30)
    assert ended.is_set()


def test_a_cancelled_unlock_never_prompts(secret_service: "SecretService") -> None:
    """Cancelling before the start counts as well."""
    secret_service.lock()
    unlock = Unlock()
    unlock.cancel()
    with pytest.raises(KeyringLockedError):
        unlock.run(seconds=600)


@pytest.mark.usefixtures("secret_service")
def test_a_service_without_a_collection_is_prepared_by_unlocking_only() -> None:
    """Reading finds nothing, writing does not prompt; unlocking asks, and here is dismissed."""
    with closing(secretstorage.dbus_init()) as connection:
        secretstorage.get_default_collection(connection).delete()
    keyring = SystemKeyring(lambda: choose_backend(os.environ))
    assert collection_state() is CollectionState.ABSENT
    assert keyring.read("entry") is None
    keyring.delete("entry")
    with pytest.raises(KeyringLockedError):
        keyring.write("entry", Secret("x"))
    with pytest.raises(KeyringLockedError):
        Unlock().run(seconds=10)


def test_without_a_service_there_is_nothing_to_unlock(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing keyring is told as such."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    with pytest.raises(KeyringMissingError):
        Unlock().run(seconds=10)
