"""The team keys of a profile in the user's keyring."""

from threading import Lock

from desktop_app.core import verifier
from desktop_app.core.entities import TeamKey
from desktop_app.core.errors import KeyMissingError
from desktop_app.system.keyring_store import SystemKeyring, team_key_entry
from desktop_app.system.memory_keys import MemoryKeys
from desktop_app.system.team_key_text import decode_keys, encode_keys


class KeyringKeys:
    """The team keys of one profile, in the user's keyring; read once, then held in memory."""

    def __init__(self, keyring: SystemKeyring, profile: str) -> None:
        self._keyring = keyring
        self._entry = team_key_entry(profile)
        self._guard = Lock()
        self._held: MemoryKeys | None = None

    def current(self) -> TeamKey:
        """The key that new verifiers are made with.

        Raises:
            TeamKeyError: it cannot be had; the subclass says why.
        """
        return self._keys().current()

    def find(self, key_id: bytes) -> TeamKey:
        """The key with this id.

        Raises:
            KeyMismatchError: the keyring has keys of this profile, but not that one.
            TeamKeyError: no key can be had; the subclass says why.
        """
        return self._keys().find(key_id)

    def all(self) -> tuple[TeamKey, ...]:
        """Every key, the current one first; for the recovery file.

        Raises:
            TeamKeyError: they cannot be had.
        """
        return self._keys().all()

    def ensure(self) -> TeamKey:
        """The current key; a new one is made and stored where the keyring has none.

        Raises:
            TeamKeyError: the keyring cannot be used.
        """
        try:
            return self.current()
        except KeyMissingError:
            return self.add(verifier.new_team_key())

    def add(self, key: TeamKey) -> TeamKey:
        """Make a key the current one; those before it stay usable.

        Raises:
            SecretTooLongError: there are too many keys.
            TeamKeyError: the keyring cannot be used.
        """
        with self._guard:
            keys = self._load().with_current(key)
            self._keyring.write(self._entry, encode_keys(keys.all()))
            # What was stored counts, not what was meant to be.
            self._held = self._load()
            return self._held.find(key.key_id)

    def forget(self) -> None:
        """Drop the keys from memory; the next use reads them again."""
        with self._guard:
            self._held = None

    def _keys(self) -> MemoryKeys:
        with self._guard:
            if self._held is None:
                keys = self._load()
                if not keys.all():
                    raise KeyMissingError
                self._held = keys
            return self._held

    def _load(self) -> MemoryKeys:
        text = self._keyring.read(self._entry)
        return MemoryKeys(decode_keys(text) if text is not None else ())
