"""The personal PIN of a profile: kept in the keyring, its existence marked by a file."""

from contextlib import suppress

from desktop_app.core.errors import FileUnusableError
from desktop_app.core.secret import Secret
from desktop_app.profiles.base import Profile
from desktop_app.system.files import create_exclusive, unusable
from desktop_app.system.pin_store import PinStanding, PinStore


class ProfilePin:
    """Asks the keyring only where a PIN was set.

    Otherwise a keyring that is missing or locked would keep people out who have no PIN. The mark
    is a file of its own, so that damaged settings open nothing. Whoever can remove it can also
    read the database file beside it.
    """

    def __init__(self, profile: Profile) -> None:
        self._mark = profile.folders.pin_mark(profile.name)
        self._store = PinStore(profile.keyring, profile.name, profile.clock)

    @property
    def is_set(self) -> bool:
        """Whether a PIN is asked for."""
        return self._mark.exists()

    def is_missing(self) -> bool:
        """Whether one is still to be set; asks the keyring in any case.

        Raises:
            TeamKeyError: the keyring cannot be read.
        """
        standing = self._store.standing()
        return not (standing.is_set and self.is_set)

    def standing(self) -> PinStanding:
        """How the PIN stands.

        Raises:
            TeamKeyError: the keyring cannot be read.
        """
        return self._store.standing() if self.is_set else PinStanding(is_set=False)

    def verify(self, pin: Secret[str]) -> bool:
        """Whether this is the PIN; the try is counted.

        Raises:
            TeamKeyError: the keyring cannot be used.
        """
        return self._store.verify(pin)

    def set(self, pin: Secret[str]) -> None:
        """Store a PIN.

        Raises:
            FieldRefusedError: it has not 4 to 64 characters.
            TeamKeyError: the keyring cannot be used.
            FileUnusableError: the mark cannot be made; the PIN is not asked for then.
        """
        self._store.set(pin)
        try:
            create_exclusive(self._mark).close()
        except FileUnusableError as error:
            if error.reason != "exists":
                raise

    def clear(self) -> None:
        """Remove the PIN.

        Raises:
            TeamKeyError: the keyring cannot be used.
            FileUnusableError: the mark cannot be removed.
        """
        self._store.clear()
        try:
            with suppress(FileNotFoundError):
                self._mark.unlink()
        except OSError as error:
            raise unusable(self._mark, error) from error
