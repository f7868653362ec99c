"""The Secret Service of a Linux desktop: whether it is there, whether it is locked, unlocking it.

Reading a secret of a locked service opens the desktop's prompt and blocks until somebody answers
it. So every use asks for the state first, and only ``Unlock`` ever opens the prompt.
"""

import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from enum import Enum, auto
from threading import Lock, Timer

import secretstorage
from jeepney import DBusErrorResponse
from jeepney.io.blocking import DBusConnection

from desktop_app.core.errors import (
    KeyringFailedError,
    KeyringLockedError,
    KeyringMissingError,
)

UNLOCK_SECONDS = 120.0
"""How long somebody may take to answer the prompt."""

_COLLECTION_LABEL = "Default"
_COLLECTION_ALIAS = "default"


class CollectionState(Enum):
    """How the collection stands in which secrets are kept.

    ABSENT is a service that has none yet; the person is asked for its password when it is made.
    """

    OPEN = auto()
    LOCKED = auto()
    ABSENT = auto()


def collection_state() -> CollectionState:
    """Ask the service, without a prompt.

    Raises:
        KeyringMissingError: there is no session bus or no Secret Service on it.
        KeyringFailedError: it does not answer as it should.
    """
    with _failures_typed(), closing(_connect()) as connection:
        return _state(connection)


class Unlock:
    """One attempt to have the person unlock the service; it can be cancelled from any thread.

    A service without a collection gets one: the person is asked for its password.
    """

    def __init__(self) -> None:
        self._guard = Lock()
        self._connection: DBusConnection | None = None
        self._cancelled = False

    def run(self, seconds: float) -> None:
        """Open the prompt and wait for the answer; returns at once where nothing is locked.

        Raises:
            KeyringLockedError: it was dismissed, cancelled, or not answered in time.
            KeyringMissingError: there is no Secret Service.
            KeyringFailedError: it does not answer as it should.
        """
        timer = Timer(seconds, self.cancel)
        timer.start()
        try:
            with _failures_typed(), closing(_connect()) as connection:
                self._use(connection)
                _prompt(connection)
        except KeyringFailedError as error:
            if self._cancelled:
                raise KeyringLockedError from error
            raise
        finally:
            timer.cancel()
            self._use(None)

    def cancel(self) -> None:
        """Close the prompt; ``run`` ends with KeyringLockedError."""
        with self._guard:
            self._cancelled = True
            self._break_off()

    def _use(self, connection: DBusConnection | None) -> None:
        with self._guard:
            self._connection = connection
            if self._cancelled:
                self._break_off()

    def _break_off(self) -> None:
        # Shutting the socket down wakes the thread that reads from it; closing would not. The
        # service takes its prompt away when the connection that asked for it is gone.
        if self._connection is not None:
            with suppress(OSError):
                self._connection.sock.shutdown(socket.SHUT_RDWR)


def _prompt(connection: DBusConnection) -> None:
    state = _state(connection)
    if state is CollectionState.OPEN:
        return
    try:
        if state is CollectionState.ABSENT:
            secretstorage.create_collection(connection, _COLLECTION_LABEL, _COLLECTION_ALIAS)
        else:
            secretstorage.get_default_collection(connection).unlock()
    except secretstorage.PromptDismissedException as error:
        raise KeyringLockedError from error
    if _state(connection) is not CollectionState.OPEN:
        raise KeyringLockedError


def _connect() -> DBusConnection:
    try:
        return secretstorage.dbus_init()
    except OSError as error:  # the address of a bus that is gone, or of another user's
        raise KeyringMissingError from error


def _state(connection: DBusConnection) -> CollectionState:
    if not secretstorage.check_service_availability(connection):
        raise KeyringMissingError
    try:
        collection = secretstorage.Collection(connection)
    except secretstorage.ItemNotFoundException:
        return CollectionState.ABSENT
    return CollectionState.LOCKED if collection.is_locked() else CollectionState.OPEN


@contextmanager
def _failures_typed() -> Iterator[None]:
    try:
        yield
    except secretstorage.SecretServiceNotAvailableException as error:
        raise KeyringMissingError from error
    except (secretstorage.SecretStorageException, DBusErrorResponse, OSError) as error:
        raise KeyringFailedError from error
