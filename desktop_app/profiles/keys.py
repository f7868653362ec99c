"""The team keys of a profile, wherever this workstation keeps them."""

from enum import StrEnum

from desktop_app.core.entities import TeamKey
from desktop_app.core.errors import KeyMissingError, KeyringMissingError, TeamKeyError
from desktop_app.core.secret import Secret
from desktop_app.system.keyring_keys import KeyringKeys
from desktop_app.system.vault import VaultKeys


class KeyPlace(StrEnum):
    """Where a profile's team key is kept."""

    KEYRING = "keyring"
    VAULT = "vault"


class ProfileKeys:
    """The team keys of a profile: in the vault file where there is one, else in the keyring."""

    def __init__(self, keyring: KeyringKeys, vault: VaultKeys) -> None:
        self._is_closed = False
        self._keyring = keyring
        self.vault = vault

    @property
    def place(self) -> KeyPlace:
        """Where the keys are kept."""
        return KeyPlace.VAULT if self.vault.exists() else KeyPlace.KEYRING

    def current(self) -> TeamKey:
        """The key that new verifiers are made with; see ``core.ports.Keys``."""
        return self._kept.current()

    def find(self, key_id: bytes) -> TeamKey:
        """The key with this id; see ``core.ports.Keys``."""
        return self._kept.find(key_id)

    def all(self) -> tuple[TeamKey, ...]:
        """Every key, the current one first."""
        return self._kept.all()

    def kept_ids(self) -> tuple[bytes, ...]:
        """The ids of the keys, the current one first; a vault file tells them unopened.

        Raises:
            TeamKeyError: the keyring cannot be read.
            FileUnusableError: the vault file cannot be read.
        """
        if self.vault.exists():
            return self.vault.kept_ids()
        try:
            return tuple(key.key_id for key in self._keyring.all())
        except KeyMissingError:
            return ()

    def restore(self, keys: tuple[TeamKey, ...], passphrase: Secret[str]) -> None:
        """Take keys into the place of this workstation; the first of them comes first there.

        Where there is no keyring they go into a vault file. One that is there keeps its passphrase,
        a new one has ``passphrase``.

        Raises:
            VaultLockedError: the vault's own keys are not at hand and would be lost.
            TeamKeyError: the keyring cannot be used.
            FileUnusableError: the vault file cannot be written.
        """
        if self.vault.exists():
            self.vault.add(keys)
            return
        try:
            for key in reversed(keys):
                self._keyring.add(key)
        except KeyringMissingError:
            self.vault.create(passphrase, keys)

    def ensure(self) -> TeamKey:
        """The current key; a new one where the keyring works and has none."""
        return self.current() if self.vault.exists() else self._keyring.ensure()

    def close(self) -> None:
        """Drop the keys from memory for good: a check still under way fetches none again."""
        self._is_closed = True
        self._keyring.forget()
        self.vault.forget()

    @property
    def _kept(self) -> KeyringKeys | VaultKeys:
        if self._is_closed:
            raise TeamKeyError
        return self.vault if self.vault.exists() else self._keyring
