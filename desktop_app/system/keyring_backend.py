"""Which keyring of this computer keeps the secrets.

The platform's own backend is imported directly: the keyring library's detection loads and asks
every backend it knows, which takes as long as the window's start. Only keyrings that encrypt are
accepted, whatever a configuration or an installed plug-in says.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, TypeGuard

from desktop_app.core.errors import KeyringMissingError

_CONFIGURED = "PYTHON_KEYRING_BACKEND"
_SECRET_SERVICE = "keyring.backends.SecretService"  # noqa: S105 - the name of a module
_ENCRYPTING = frozenset(
    {
        _SECRET_SERVICE,
        "keyring.backends.Windows",
        "keyring.backends.kwallet",
        "keyring.backends.libsecret",
        "keyring.backends.macOS",
    }
)
_FAILURES_OF_LIBRARIES = (
    ("win32ctypes.pywin32.pywintypes", "error"),
    ("pywintypes", "error"),
    ("dbus.exceptions", "DBusException"),
    ("jeepney", "DBusErrorResponse"),
    ("secretstorage.exceptions", "SecretStorageException"),
)
"""What backends let through unchanged; a Windows secret that is too long, for one, ends so."""


class PasswordBackend(Protocol):
    """What is used of a backend of the keyring library."""

    def get_password(self, service: str, username: str) -> str | None:
        """The secret, None where there is none."""
        ...

    def set_password(self, service: str, username: str, password: str) -> None:
        """Store or replace a secret."""
        ...

    def delete_password(self, service: str, username: str) -> None:
        """Remove a secret."""
        ...


@dataclass(frozen=True, slots=True)
class Chosen:
    """A backend, what it raises, and whether it is the Secret Service, which can be asked first."""

    backend: PasswordBackend
    failures: tuple[type[Exception], ...]
    is_secret_service: bool


def choose_backend(environment: Mapping[str, str]) -> Chosen:
    """The configured keyring, or the platform's own, or the best that the library detects.

    Raises:
        KeyringMissingError: there is none, or the configured one does not encrypt.
    """
    backend = _configured(environment) or _of_platform() or _detected()
    if not keeps_secrets(backend):
        raise KeyringMissingError
    return Chosen(backend, _failure_types(), type(backend).__module__ == _SECRET_SERVICE)


def keeps_secrets(backend: PasswordBackend | None) -> TypeGuard[PasswordBackend]:
    """Whether a backend is one of those that are known to encrypt.

    Null and fail keep nothing, file keyrings keep it readable, and a chain of keyrings may do
    either with one and the same secret.
    """
    return type(backend).__module__ in _ENCRYPTING


def _configured(environment: Mapping[str, str]) -> PasswordBackend | None:
    from keyring import core

    # RuntimeError: the backend says itself that it is of no use here.
    try:
        name = environment.get(_CONFIGURED)
        return core.load_keyring(name) if name else core.load_config()
    except (AttributeError, ImportError, RuntimeError, ValueError) as error:
        raise KeyringMissingError from error


def _of_platform() -> PasswordBackend | None:
    try:
        if sys.platform == "win32":
            from keyring.backends.Windows import WinVaultKeyring

            vault = WinVaultKeyring()
            # The default would carry the team key along to the person's other computers.
            vault.persist = "local machine"
            return vault
        from desktop_app.system.secret_service import collection_state

        collection_state()
        from keyring.backends.SecretService import Keyring

        return Keyring()
    except (ImportError, KeyringMissingError):
        return None


def _detected() -> PasswordBackend | None:
    from keyring.backend import by_priority, get_all_keyring

    return max(filter(keeps_secrets, get_all_keyring()), default=None, key=by_priority)


def _failure_types() -> tuple[type[Exception], ...]:
    from keyring.errors import KeyringError

    loaded = (
        getattr(sys.modules[module], name)
        for module, name in _FAILURES_OF_LIBRARIES
        if module in sys.modules
    )
    return (KeyringError, OSError, UnicodeError, *loaded)
