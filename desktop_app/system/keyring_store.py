"""Secrets in the keyring of this computer's user."""

from collections.abc import Callable
from typing import TypeVar

from desktop_app.core.errors import (
    KeyringFailedError,
    KeyringLockedError,
    KeyringMissingError,
    SecretTooLongError,
)
from desktop_app.core.secret import Secret
from desktop_app.system.deadline import within
from desktop_app.system.folders import require_profile
from desktop_app.system.keyring_backend import Chosen

SERVICE = "Watchword"
LONGEST_SECRET = 1_200
"""Characters: Windows keeps 2,560 bytes of UTF-16, and the others keep more."""

SECONDS_TO_ANSWER = 15.0

T = TypeVar("T")


def team_key_entry(profile: str) -> str:
    """The name under which a person sees the team keys in their keyring."""
    return f"team key of ‹{require_profile(profile)}›"


def login_entry(profile: str) -> str:
    """The name under which a person sees their database password in their keyring."""
    return f"database login of ‹{require_profile(profile)}›"


def invitation_entry(profile: str) -> str:
    """The name of an acceptance that is under way, which a person sees only if it was cut off."""
    return f"invitation of ‹{require_profile(profile)}›"


def pin_entry(profile: str) -> str:
    """The name under which a person sees the PIN's hash in their keyring."""
    return f"PIN of ‹{require_profile(profile)}›"


def profile_entries(profile: str) -> tuple[str, ...]:
    """Every name under which the keyring may keep something of a profile."""
    names = (login_entry, team_key_entry, invitation_entry, pin_entry)
    return tuple(name(profile) for name in names)


class SystemKeyring:
    """The user's keyring, with every failure typed and no call that waits for ever.

    A call that fails is made once more. No call opens a prompt: where the keyring is locked it
    raises KeyringLockedError, and ``secret_service.Unlock`` is what asks the person. Calls block
    for up to 15 seconds, so they belong in the task runner.
    """

    def __init__(self, choose: Callable[[], Chosen], *, seconds: float = SECONDS_TO_ANSWER) -> None:
        """``choose`` finds the backend; it is called at the first use."""
        self._choose = choose
        self._seconds = seconds
        self._chosen: Chosen | None = None

    def read(self, entry: str) -> Secret[str] | None:
        """The secret of this name, None where there is none.

        Raises:
            KeyringMissingError, KeyringLockedError, KeyringFailedError: it cannot be read.
        """

        def job(chosen: Chosen) -> Secret[str] | None:
            if not _is_prepared(chosen):
                return None
            value = chosen.backend.get_password(SERVICE, entry)
            return None if value is None else Secret(value)

        return self._call(job)

    def write(self, entry: str, secret: Secret[str]) -> None:
        """Store or replace the secret of this name.

        Raises:
            SecretTooLongError: it is longer than every keyring can keep.
            KeyringMissingError, KeyringLockedError, KeyringFailedError: it cannot be stored.
        """
        if len(secret.reveal()) > LONGEST_SECRET:
            raise SecretTooLongError

        def job(chosen: Chosen) -> None:
            if not _is_prepared(chosen):
                raise KeyringLockedError  # making a collection asks the person, like unlocking
            chosen.backend.set_password(SERVICE, entry, secret.reveal())

        self._call(job)

    def delete(self, entry: str) -> None:
        """Remove the secret of this name; harmless where there is none.

        Raises:
            KeyringMissingError, KeyringLockedError, KeyringFailedError: it cannot be removed.
        """

        def job(chosen: Chosen) -> None:
            if not _is_prepared(chosen):
                return
            if chosen.backend.get_password(SERVICE, entry) is not None:
                chosen.backend.delete_password(SERVICE, entry)

        self._call(job)

    def _call(self, job: Callable[[Chosen], T]) -> T:
        try:
            return within(self._seconds, lambda: self._attempt(job))
        except TimeoutError as error:
            raise KeyringFailedError from error

    def _attempt(self, job: Callable[[Chosen], T]) -> T:
        try:
            return self._once(job)
        except (KeyringMissingError, KeyringFailedError):
            # GNOME Keyring crashes now and then, and D-Bus starts it anew for the next call.
            return self._once(job)

    def _once(self, job: Callable[[Chosen], T]) -> T:
        if self._chosen is None:
            self._chosen = self._choose()
        from keyring.errors import InitError, KeyringLocked, NoKeyringError

        try:
            return job(self._chosen)
        except KeyringLocked as error:
            raise KeyringLockedError from error
        except (InitError, NoKeyringError) as error:
            raise KeyringMissingError from error
        except self._chosen.failures as error:
            raise KeyringFailedError from error


def _is_prepared(chosen: Chosen) -> bool:
    """False for a Secret Service without a collection; raises where a call would open a prompt."""
    if not chosen.is_secret_service:
        return True
    from desktop_app.system.secret_service import CollectionState, collection_state

    state = collection_state()
    if state is CollectionState.LOCKED:
        raise KeyringLockedError
    return state is CollectionState.OPEN
