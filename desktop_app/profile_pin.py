"""The personal PIN of a profile: kept in the keyring, its existence noted in the settings."""

from dataclasses import replace

from desktop_app.core.secret import Secret
from desktop_app.profile import Profile
from desktop_app.system.pin_store import PinStanding, PinStore


class ProfilePin:
    """Asks the keyring only where a PIN was set.

    Otherwise a keyring that is missing or locked would keep people out who have no PIN. Whoever
    can change the settings file can also read the database file beside it.
    """

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._store = PinStore(profile.keyring, profile.name, profile.clock)

    @property
    def is_set(self) -> bool:
        """Whether a PIN is asked for."""
        return self._profile.name in self._profile.settings.load().settings.pins

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
        """
        self._store.set(pin)
        self._note(is_set=True)

    def clear(self) -> None:
        """Remove the PIN.

        Raises:
            TeamKeyError: the keyring cannot be used.
        """
        self._store.clear()
        self._note(is_set=False)

    def _note(self, *, is_set: bool) -> None:
        name = self._profile.name
        self._profile.settings.update(
            lambda old: replace(
                old, pins=tuple(sorted({*old.pins} | {name} if is_set else {*old.pins} - {name}))
            )
        )
