"""The database login's password in the keyring."""

from typing import TYPE_CHECKING

import pytest

from desktop_app.core.errors import (
    FieldRefusedError,
    KeyringLockedError,
    KeyringMissingError,
    SecretTooLongError,
)
from desktop_app.core.secret import Secret
from desktop_app.system.keyring_backend import choose_backend
from desktop_app.system.keyring_login import LoginPassword
from desktop_app.system.keyring_store import SystemKeyring
from tests.system.backends import MemoryBackend, chosen

if TYPE_CHECKING:
    from tests.secret_service import SecretService


def test_a_person_recognises_the_entry() -> None:
    """Service and name say what it is and for which profile."""
    backend = MemoryBackend()
    LoginPassword(SystemKeyring(lambda: chosen(backend)), "team").write(Secret("s3cret"))
    assert list(backend.kept) == [("Watchword", "database login of ‹team›")]


def test_the_real_keyring_keeps_it(secret_service: "SecretService") -> None:
    """Written, replaced, read by another process's objects, removed, removed again."""

    def login() -> LoginPassword:
        return LoginPassword(SystemKeyring(lambda: choose_backend({})), "team")

    assert login().read() is None
    for word in ("first", "zweites ä€"):
        login().write(Secret(word))
        assert login().read() == Secret(word)
    login().remove()
    login().remove()
    assert login().read() is None


def test_a_locked_keyring_is_told_apart(secret_service: "SecretService") -> None:
    """Reading, writing and removing raise the same typed failure, and open no prompt."""
    login = LoginPassword(SystemKeyring(lambda: choose_backend({})), "team")
    login.write(Secret("word"))
    secret_service.lock()
    for call in (login.read, lambda: login.write(Secret("other")), login.remove):
        with pytest.raises(KeyringLockedError):
            call()


def test_no_keyring_is_told_apart(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A computer without one says so."""
    nowhere = tmp_path_factory.mktemp("no-bus") / "bus"
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={nowhere}")
    with pytest.raises(KeyringMissingError):
        LoginPassword(SystemKeyring(lambda: choose_backend({})), "team").read()


def test_what_no_keyring_could_keep_is_refused() -> None:
    """A password that is too long is not written at all."""
    backend = MemoryBackend()
    with pytest.raises(SecretTooLongError):
        LoginPassword(SystemKeyring(lambda: chosen(backend)), "team").write(Secret("x" * 1_201))
    assert not backend.kept


def test_a_name_that_is_no_profile_has_no_entry() -> None:
    """The entry's name cannot be made to look like another one."""
    with pytest.raises(FieldRefusedError):
        LoginPassword(SystemKeyring(lambda: chosen(MemoryBackend())), "team› of ‹x")
