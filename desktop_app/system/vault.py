"""The vault file: the place of the team keys where this computer has no usable keyring."""

from pathlib import Path
from threading import Lock

from desktop_app.core import verifier
from desktop_app.core.entities import TeamKey
from desktop_app.core.errors import VaultLockedError
from desktop_app.core.ports import Clock
from desktop_app.core.secret import Secret
from desktop_app.system.memory_keys import MemoryKeys
from desktop_app.system.recovery import open_sealed, read_header, write_sealed


class VaultKeys:
    """The team keys of one profile, in a file that its passphrase opens once at each start."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock
        self._guard = Lock()
        self._held: MemoryKeys | None = None
        self._passphrase: Secret[str] | None = None

    def exists(self) -> bool:
        """Whether there is a vault file to be opened."""
        return self._path.exists()

    def kept_ids(self) -> tuple[bytes, ...]:
        """The ids of the keys in the file, the current one first; nothing proves them yet.

        Raises:
            FileUnusableError: the file cannot be read or is no vault file.
        """
        return read_header(self._path).key_ids

    def unlock(self, passphrase: Secret[str]) -> None:
        """Open the file and hold its keys in memory; takes as long as the hash.

        Raises:
            PassphraseWrongError: the passphrase does not open it.
            ParametersRefusedError: this computer has not the memory for the hash.
            FileUnusableError: the file cannot be read or is no vault file.
        """
        self._hold(MemoryKeys(open_sealed(self._path, passphrase)), passphrase)

    def create(self, passphrase: Secret[str], keys: tuple[TeamKey, ...] = ()) -> None:
        """Write the file and hold its keys; without ``keys`` a new team key is made.

        Raises:
            PassphraseWeakError: the passphrase is too easy to guess.
            FileUnusableError: there is a file already, or it cannot be written.
        """
        kept = keys or (verifier.new_team_key(),)
        write_sealed(self._path, kept, passphrase, created=self._clock())
        self._hold(MemoryKeys(kept), passphrase)

    def add(self, keys: tuple[TeamKey, ...]) -> None:
        """Write the file anew with ``keys`` before its own, under the passphrase that it has.

        Raises:
            VaultLockedError: the passphrase has not been given yet.
            FileUnusableError: it cannot be written; the old one is still there.
        """
        kept, passphrase = self._keys(), self._passphrase
        if passphrase is None:
            raise VaultLockedError
        for key in reversed(keys):
            kept = kept.with_current(key)
        write_sealed(self._path, kept.all(), passphrase, created=self._clock(), replace=True)
        self._hold(kept, passphrase)

    def forget(self) -> None:
        """Drop the keys from memory; the passphrase is needed again."""
        with self._guard:
            self._held = self._passphrase = None

    def current(self) -> TeamKey:
        """The key that new verifiers are made with.

        Raises:
            VaultLockedError: the passphrase has not been given yet.
            KeyMissingError: the file holds no key.
        """
        return self._keys().current()

    def find(self, key_id: bytes) -> TeamKey:
        """The key with this id.

        Raises:
            VaultLockedError: the passphrase has not been given yet.
            KeyMismatchError: the file holds keys, but not that one.
        """
        return self._keys().find(key_id)

    def all(self) -> tuple[TeamKey, ...]:
        """Every key, the current one first; for the recovery file.

        Raises:
            VaultLockedError: the passphrase has not been given yet.
        """
        return self._keys().all()

    def _hold(self, keys: MemoryKeys, passphrase: Secret[str]) -> None:
        with self._guard:
            self._held, self._passphrase = keys, passphrase

    def _keys(self) -> MemoryKeys:
        with self._guard:
            if self._held is None:
                raise VaultLockedError
            return self._held
