"""The Secret Service of the tests is a real one, and nobody else's."""

import os
from typing import TYPE_CHECKING

import pytest
from keyring.backends.SecretService import Keyring

if TYPE_CHECKING:
    from tests.secret_service import SecretService


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


def test_the_real_session_bus_is_not_used(secret_service: "SecretService") -> None:
    """The address that clients see is in the service's own folder."""
    assert os.environ["DBUS_SESSION_BUS_ADDRESS"] == secret_service.address
    assert "watchword-keyring-" in secret_service.address


def test_nothing_is_left_behind(secret_service: "SecretService") -> None:
    """The end of a service ends its daemons and removes its folder."""
    with type(secret_service)() as other:
        folder, daemons = other.folder, other.daemons
        assert folder.is_dir()
    assert not folder.exists()
    assert all(daemon.returncode is not None for daemon in daemons)
    assert secret_service.folder.is_dir()
