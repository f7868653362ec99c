"""The rotation of the team key as one workstation takes part in it (SECURITY §5).

A key is in its place here before the database or anybody else learns of it, so a rotation that is
cut off anywhere leaves every key that is needed, and can be gone on with.
"""

from contextlib import suppress
from pathlib import Path

from desktop_app.core import verifier
from desktop_app.core.entities import Role, TeamKey
from desktop_app.core.errors import KeyRotatedError, NoRotationError, NotAllowedError
from desktop_app.core.passphrase import suggest_passphrase
from desktop_app.core.secret import Secret
from desktop_app.core.team_keys import KeyFile, KeyOverview, KnownKey, KnownKeys
from desktop_app.profiles.base import OpenProfile
from desktop_app.system.recovery import write_sealed


class KeyRotation:
    """The steps of a rotation; every call blocks.

    Besides what is named, every call may raise a ``StorageError``, a ``TeamKeyError`` where the
    keys of this workstation cannot be had, and a ``FileUnusableError`` for its vault file.
    """

    def __init__(self, profile: OpenProfile) -> None:
        self._profile = profile
        self._keys = profile.keys
        self._store = profile.storage.team_keys

    def report(self) -> KnownKey | None:
        """Tell the database which keys are here; the team's newest where only older ones are."""
        key_ids = self._keys.kept_ids()
        if key_ids and self._profile.profile.is_shared and self._is_admin:
            self._known_to_database(key_ids[0])
        self._store.report(key_ids)
        return self._store.known().newer_than(key_ids)

    def overview(self) -> KeyOverview:
        """The team's keys, who has them, and what is stored under each; for an admin.

        Raises:
            NotAllowedError: the person is no admin.
        """
        self.report()
        in_use = self._profile.storage.credentials.keys_in_use()
        return KeyOverview(self._store.known(), tuple(self._store.holders()), in_use)

    def begin(self, target: Path, *, anew: bool = False) -> KeyFile:
        """Announce a new key, and write it into a file for the other workstations.

        While a rotation is under way it writes another file of the same key; with ``anew`` that
        key is given up for a new one. An admin's action.

        Raises:
            FileUnusableError: the file cannot be written; nothing was announced.
            KeyMismatchError: the key under way is not on this computer.
            KeyRotatedError: somebody else has begun a rotation at the same time.
            NotAllowedError: the person is no admin.
        """
        if not self._is_admin:
            raise NotAllowedError
        known = self._known_to_database(self._keys.current().key_id)
        under_way, words = known.announced, suggest_passphrase("en")
        if under_way is not None and not anew:
            key = self._keys.find(under_way.key_id)
            self._write(target, key, known, words)
        else:
            key = verifier.new_team_key()
            self._keys.restore((key,), words)
            self._write(target, key, known, words)
            self._store.announce(key.key_id, under_way.key_id if under_way else None)
            self._profile.forget_recovery_file()
        self.report()
        return KeyFile(words, key.key_id, self._is_current(key))

    def start(self) -> None:
        """Make the announced key the current one, whoever has not confirmed it; an admin's action.

        Raises:
            KeyMissingError: the key is not on this computer.
            NoRotationError: no rotation is under way (any more).
            NotAllowedError: the person is no admin.
        """
        if self._store.known().announced is None:
            raise NoRotationError
        self.report()
        # The report may have been the last one that was waited for.
        if self._store.known().announced is not None:
            self._store.start()

    @property
    def _is_admin(self) -> bool:
        return self._profile.storage.person.role is Role.ADMIN

    def _known_to_database(self, key_id: bytes) -> KnownKeys:
        """What the database knows once it knows a current key; this one where it had none."""
        known = self._store.known()
        if known.current is None:
            with suppress(KeyRotatedError):
                self._store.announce(key_id)
            known = self._store.known()
        return known

    def _write(self, target: Path, key: TeamKey, known: KnownKeys, words: Secret[str]) -> None:
        """The key, and every other one that a workstation may still need."""
        now = self._profile.profile.clock()
        useless = known.ended(now) | {key.key_id}
        others = tuple(kept for kept in self._keys.all() if kept.key_id not in useless)
        write_sealed(target, (key, *others), words, created=now)

    def _is_current(self, key: TeamKey) -> bool:
        current = self._store.known().current
        return current is not None and current.key_id == key.key_id
