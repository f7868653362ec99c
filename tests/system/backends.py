"""Stand-ins for backends of the keyring library."""

from typing import TYPE_CHECKING

from keyring.errors import KeyringError

from desktop_app.system.keyring_backend import Chosen

if TYPE_CHECKING:
    from collections.abc import Callable


class MemoryBackend:
    """Keeps secrets in a dictionary; ``failure`` is raised instead of an answer."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.failure: Exception | None = None
        self.before: Callable[[], object] = lambda: None

    def get_password(self, service: str, username: str) -> str | None:
        self._answer()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._answer()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._answer()
        del self.kept[service, username]

    def _answer(self) -> None:
        self.before()
        if self.failure is not None:
            raise self.failure


class StubReceivedBadDataError(Exception):
    """What Windows' own library raises for a secret that is too long: no KeyringError."""


def chosen(backend: MemoryBackend) -> Chosen:
    return Chosen(backend, (KeyringError, OSError, StubReceivedBadDataError), False)
