"""The Secret Service of the tests is a real one, and nobody else's."""

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from keyring.backends.SecretService import Keyring

if TYPE_CHECKING:
    from tests.secret_service import SecretService


def unlock_and_dismiss() -> bool:
    """Ask for the secrets as a client does; whether the prompt was dismissed."""
    import secretstorage

    with closing(secretstorage.dbus_init()) as connection:
        return bool(secretstorage.get_default_collection(connection).unlock())


def test_a_secret_is_stored_and_read_back(secret_service: "SecretService") -> None:
    """The keyring library finds the service by itself, stores a secret and reads it."""
    keyring = Keyring()
    keyring.set_password("watchword-test", "key", "geheim")
    assert keyring.get_password("watchword-test", "key") == "geheim"


@pytest.mark.usefixtures("secret_service")
def test_a_test_starts_with_an_empty_service() -> None:
    """What one test stored is not there in the next."""
    assert Keyring().get_password("watchword-test", "key") is None


def test_secrets_outlive_locking(secret_service: "SecretService") -> None:
    """Locking shows, and unlocking brings the secrets back."""
    Keyring().set_password("watchword-test", "key", "geheim")
    secret_service.lock()
    assert secret_service.is_locked()
    secret_service.unlock()
    assert not secret_service.is_locked()
    assert Keyring().get_password("watchword-test", "key") == "geheim"


def test_a_dismissed_prompt_leaves_the_secrets_locked(secret_service: "SecretService") -> None:
    """Where no prompt can open, reading a locked secret fails at once."""
    Keyring().set_password("watchword-test", "key", "geheim")
    secret_service.lock()
    assert unlock_and_dismiss()
    assert secret_service.is_locked()


def test_an_open_prompt_blocks_the_reader(prompting_secret_service: "SecretService") -> None:
    """Where the prompt opens, the reader is held until the person answers or the service ends."""
    prompting_secret_service.lock()
    with ThreadPoolExecutor() as pool:
        with prompting_secret_service.prompt_expected():
            reader = pool.submit(unlock_and_dismiss)
        assert not reader.done()
        prompting_secret_service.end()
        with pytest.raises(ConnectionError):
            reader.result()


def test_every_service_is_its_own(secret_service: "SecretService") -> None:
    """Clients are led to this service, and what it stores is not in another one."""
    assert os.environ["DBUS_SESSION_BUS_ADDRESS"] == secret_service.address
    with type(secret_service)() as other:
        assert other.address != secret_service.address


def test_nothing_is_left_behind(secret_service: "SecretService") -> None:
    """The end of a service ends its daemons and removes its folder."""
    with type(secret_service)() as other:
        folder, daemons = other.folder, other.daemons
        assert folder.is_dir()
    assert not folder.exists()
    assert all(daemon.returncode is not None for daemon in daemons)
    assert secret_service.folder.is_dir()


def test_a_keyring_that_crashed_comes_back(secret_service: "SecretService") -> None:
    """The bus starts it anew with its secrets, unlocked."""
    Keyring().set_password("watchword-test", "key", "geheim")
    secret_service.daemons[-1].kill()
    secret_service.daemons[-1].wait()
    assert not secret_service.is_locked()
    assert Keyring().get_password("watchword-test", "key") == "geheim"
