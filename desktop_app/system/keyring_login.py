"""The password of a person's database login, in the user's keyring."""

from desktop_app.core.secret import Secret
from desktop_app.system.keyring_store import SystemKeyring, login_entry


class LoginPassword:
    """The password with which one profile signs in to its shared database."""

    def __init__(self, keyring: SystemKeyring, profile: str) -> None:
        self._keyring = keyring
        self._entry = login_entry(profile)

    def read(self) -> Secret[str] | None:
        """The password, None where the keyring has none.

        Raises:
            KeyringMissingError, KeyringLockedError, KeyringFailedError: it cannot be read.
        """
        return self._keyring.read(self._entry)

    def write(self, password: Secret[str]) -> None:
        """Store the password, or replace the one there is.

        Raises:
            SecretTooLongError: it is longer than every keyring can keep.
            KeyringMissingError, KeyringLockedError, KeyringFailedError: it cannot be stored.
        """
        self._keyring.write(self._entry, password)

    def remove(self) -> None:
        """Remove the password; harmless where there is none.

        Raises:
            KeyringMissingError, KeyringLockedError, KeyringFailedError: it cannot be removed.
        """
        self._keyring.delete(self._entry)
