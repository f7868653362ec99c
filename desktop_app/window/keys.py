"""The team key of the window's profile: what is missing, and the way to it."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from desktop_app.core.entities import Role
from desktop_app.core.errors import (
    KeyMismatchError,
    KeyMissingError,
    KeyringLockedError,
    KeyringMissingError,
    StorageError,
    TeamKeyError,
    VaultLockedError,
    WatchwordError,
)
from desktop_app.core.team_keys import KeyState, KnownKey
from desktop_app.gui.context import Desk
from desktop_app.gui.desktop.file_chooser import SystemFileChooser
from desktop_app.gui.keys.key_menu import KeyAct
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.texts.failures import failure
from desktop_app.profiles.base import OpenProfile
from desktop_app.profiles.rotation import KeyRotation

if TYPE_CHECKING:
    from desktop_app.gui.keys.recovery_dialogs import RecoveryDialog
    from desktop_app.gui.keys.vault_dialogs import VaultUnlockDialog
    from desktop_app.system.secret_service import Unlock

translate = QCoreApplication.translate

_LOOK_EVERY_MS: Final = 60_000
_TOPIC: Final = "team-key"
_REMINDER: Final = "recovery-file"
_WAYS_OUT: Final[Mapping[type[TeamKeyError], frozenset[KeyAct]]] = MappingProxyType(
    {
        VaultLockedError: frozenset({KeyAct.OPEN_VAULT}),
        KeyringMissingError: frozenset({KeyAct.MAKE_VAULT, KeyAct.RESTORE}),
        KeyringLockedError: frozenset({KeyAct.UNLOCK_KEYRING}),
        KeyMissingError: frozenset({KeyAct.RESTORE}),
        KeyMismatchError: frozenset({KeyAct.RESTORE}),
    }
)


class TeamKeyCare(QObject):
    """Sees to it that there is a team key, and that it is saved.

    What is missing is said in a quiet line with the way to it. Searching works meanwhile.
    """

    dialog_wanted = Signal(object)
    """A ``PlainFrame`` that somebody has asked for."""

    dialog_offered = Signal(object)
    """The same that nobody has asked for: only where it disturbs nobody."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._profile: OpenProfile | None = None
        self._unlock: Unlock | None = None
        self._ways: Mapping[KeyAct, Callable[[], None]] = {
            KeyAct.SAVE: self._offer_recovery,
            KeyAct.ROTATE: self._offer_rotation,
            KeyAct.RESTORE: self._offer_restore,
            KeyAct.OPEN_VAULT: self._ask_passphrase,
            KeyAct.MAKE_VAULT: self._offer_vault,
            KeyAct.UNLOCK_KEYRING: self._unlock_keyring,
        }
        window.key_act_requested.connect(self._on_act_requested)
        self._newer: bytes | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def look_after(self, profile: OpenProfile) -> None:
        """Make the first key, or find out what is missing."""
        self._profile = profile
        if profile.profile.is_shared:
            self._timer.start()
        self._window.set_key_acts(frozenset())
        self._desk.tasks.run(
            self, lambda: _require_keys(profile), self._on_key_ready, self._on_key_missing
        )

    def look(self) -> None:
        """See whether an administrator has announced another key meanwhile."""
        profile = self._profile
        if profile is not None:
            self._desk.tasks.run(
                self,
                lambda: _newer_key(profile),
                lambda newer: self._on_looked(profile, newer),
                _ignore,  # the next minute looks again
            )

    def leave(self) -> None:
        """The profile is closed: offer nothing any more, and take the keyring's prompt away."""
        self._profile = None
        self._timer.stop()
        if self._unlock is not None:
            self._unlock.cancel()

    # --- what was found --------------------------------------------------------------------------

    def _on_key_ready(self, found: "_Found") -> None:
        profile = self._profile
        if profile is None:
            return
        self._newer = None if found.newer is None else found.newer.key_id
        for topic in (_TOPIC, _REMINDER):
            self._window.notices.hide(topic)
        is_theirs = not profile.profile.is_shared
        may_save = is_theirs or profile.storage.person.role is Role.ADMIN
        acts = {KeyAct.SAVE, KeyAct.ROTATE} if may_save else set()
        if found.newer is not None:
            acts.add(KeyAct.RESTORE)
            self._say_newer(found.newer)
        self._window.set_key_acts(frozenset(acts))
        if found.is_first:
            self._remind(found)
            self.dialog_offered.emit(self._recovery_dialog(profile, first_start=True))
        elif may_save and not found.is_saved:
            self._remind(found)

    def _on_looked(self, profile: OpenProfile, newer: bytes | None) -> None:
        if profile is self._profile and newer != self._newer:
            self.look_after(profile)

    def _say_newer(self, key: KnownKey) -> None:
        self._say(
            translate(
                "App",
                "The team is changing to a new key. Take it from the file that you are given:"
                " without it this computer will soon check no telephone password.",
            )
            if key.state is KeyState.ANNOUNCED
            else translate(
                "App",
                "The team uses a new key that is not on this computer. What was set or checked"
                " with it cannot be checked here; take it from its file.",
            ),
            translate("App", "Take the key…"),
            self._offer_restore,
        )

    def _remind(self, found: "_Found") -> None:
        self._say(
            translate(
                "App",
                "The new team key is not saved yet: the recovery file from before is without it."
                " Save a new one.",
            )
            if found.is_rotated
            else translate(
                "App",
                "The team key is not saved yet. If it is lost, no telephone password can be checked"
                " any more.",
            ),
            translate("App", "Recovery file…"),
            self._offer_recovery,
            stays=False,
        )

    def _on_key_missing(self, error: WatchwordError) -> None:
        if self._profile is None or not isinstance(error, TeamKeyError):
            return
        self._window.set_key_acts(_WAYS_OUT.get(type(error), frozenset()))
        match error:
            case VaultLockedError():
                self._say(failure(error), translate("App", "Open…"), self._ask_passphrase)
                self.dialog_offered.emit(self._unlock_dialog(self._profile))
            case KeyringMissingError():
                self._say(failure(error), translate("App", "Vault file…"), self._offer_vault)
            case KeyringLockedError():
                self._say(failure(error), translate("App", "Unlock…"), self._unlock_keyring)
            case KeyMissingError():
                self._say(failure(error), translate("App", "Recovery file…"), self._offer_restore)
            case KeyMismatchError():
                self._say(
                    translate(
                        "App",
                        "Some telephone passwords were stored under a team key that is not on this"
                        " computer. They cannot be checked; take the key from its recovery file.",
                    ),
                    translate("App", "Recovery file…"),
                    self._offer_restore,
                )
            case _:
                self._say(failure(error), translate("App", "Try again"), self._try_again)

    def _say(
        self, text: str, button: str, action: Callable[[], None], *, stays: bool = True
    ) -> None:
        """What is missing stays on the screen: its button is the way to it."""
        topic = _TOPIC if stays else _REMINDER
        self._window.notices.show_text(text, button, action, topic=topic, stays=stays)

    # --- what is offered -------------------------------------------------------------------------

    def _on_act_requested(self, act: KeyAct) -> None:
        self._ways[act]()

    def _try_again(self) -> None:
        if self._profile is not None:
            self.look_after(self._profile)

    def _ask_passphrase(self) -> None:
        if self._profile is not None:
            self.dialog_wanted.emit(self._unlock_dialog(self._profile))

    def _unlock_dialog(self, profile: OpenProfile) -> "VaultUnlockDialog":
        from desktop_app.gui.keys.vault_dialogs import VaultUnlockDialog

        dialog = VaultUnlockDialog(self._desk, profile.keys.vault.unlock, self._window)
        dialog.unlocked.connect(self._try_again)
        return dialog

    def _offer_vault(self) -> None:
        from desktop_app.gui.keys.vault_dialogs import VaultDialog

        profile = self._profile
        if profile is not None:
            dialog = VaultDialog(self._desk, profile.keys.vault.create, self._window)
            dialog.created.connect(self._try_again)
            self.dialog_wanted.emit(dialog)

    def _offer_restore(self) -> None:
        from desktop_app.gui.keys.recovery_dialogs import RestoreDialog

        profile = self._profile
        if profile is not None:
            dialog = RestoreDialog(
                self._desk,
                profile.restore_keys,
                SystemFileChooser(self._desk.appearance),
                self._window,
            )
            dialog.restored.connect(self._try_again)
            self.dialog_wanted.emit(dialog)

    def _offer_recovery(self) -> None:
        """Save the key; where there is none to save, say what is missing instead."""
        profile = self._profile
        if profile is not None:
            self._desk.tasks.run(
                self, lambda: _require_keys(profile), self._on_key_to_save, self._on_key_missing
            )

    def _on_key_to_save(self, found: "_Found") -> None:
        if self._profile is not None:
            is_new = found.is_rotated and not found.is_saved
            self.dialog_wanted.emit(
                self._recovery_dialog(self._profile, first_start=False, new_key=is_new)
            )

    def _offer_rotation(self) -> None:
        from desktop_app.gui.keys.rotation_dialog import Rotation, RotationDialog

        profile = self._profile
        if profile is not None:
            steps = KeyRotation(profile)
            rotation = Rotation(steps.overview, steps.begin, steps.start)
            dialog = RotationDialog(
                self._desk, rotation, SystemFileChooser(self._desk.appearance), self._window
            )
            dialog.rotated.connect(self._on_rotated)
            self.dialog_wanted.emit(dialog)

    def _on_rotated(self) -> None:
        """Insist on a recovery file with the new key."""
        profile = self._profile
        if profile is not None:
            self._try_again()
            self._desk.tasks.run(
                self, lambda: profile.has_recovery_file, self._on_saving_known, _ignore
            )

    def _on_saving_known(self, is_saved: bool) -> None:  # noqa: FBT001 - a task's result
        if not is_saved and self._profile is not None:
            self.dialog_wanted.emit(
                self._recovery_dialog(self._profile, first_start=True, new_key=True)
            )

    def _recovery_dialog(
        self, profile: OpenProfile, *, first_start: bool, new_key: bool = False
    ) -> "RecoveryDialog":
        from desktop_app.gui.keys.recovery_dialogs import RecoveryDialog

        dialog = RecoveryDialog(
            self._desk,
            profile.save_recovery_file,
            SystemFileChooser(self._desk.appearance),
            first_start=first_start,
            new_key=new_key,
            parent=self._window,
        )
        dialog.saved.connect(self._try_again)
        return dialog

    def _unlock_keyring(self) -> None:
        self.unlock_keyring(self._try_again)

    def unlock_keyring(self, then: Callable[[], None]) -> None:
        """Let the person unlock the system's keyring; ``then`` follows where they have."""
        from desktop_app.system.secret_service import UNLOCK_SECONDS, Unlock

        if self._unlock is not None:  # its prompt is open
            return
        unlock = self._unlock = Unlock()
        self._desk.tasks.run(
            self,
            lambda: unlock.run(UNLOCK_SECONDS),
            lambda _nothing: self._on_unlocked(then),
            self._on_not_unlocked,
        )

    def _on_unlocked(self, then: Callable[[], None]) -> None:
        self._unlock = None
        then()

    def _on_not_unlocked(self, error: WatchwordError) -> None:
        self._unlock = None
        self._on_key_missing(error)


@dataclass(frozen=True, slots=True)
class _Found:
    """The keys are here: whether the first was just made, and which newer one is missing.

    ``is_saved`` says whether there is a recovery file with them, ``is_rotated`` whether this person
    has made the newest in place of another.
    """

    is_first: bool
    newer: KnownKey | None
    is_saved: bool
    is_rotated: bool


def _require_keys(profile: OpenProfile) -> _Found:
    """Make the first key, or be sure of those that are needed; the database learns what is here."""
    try:
        is_first = profile.require_key()
    except KeyringMissingError as error:
        if profile.needs_known_key():
            raise KeyMissingError from error  # a vault file with a new key would not help
        raise
    newer, is_rotated = None, False
    with suppress(StorageError):  # a database that is only read can still be used
        newer = KeyRotation(profile).report()
        is_rotated = _has_rotated(profile)
    if newer is None and not is_first:
        profile.require_used_keys()
    return _Found(is_first, newer, profile.has_recovery_file, is_rotated)


def _newer_key(profile: OpenProfile) -> bytes | None:
    """The team's newest key, where only older ones are here."""
    newer = profile.storage.team_keys.known().newer_than(profile.keys.kept_ids())
    return None if newer is None else newer.key_id


def _has_rotated(profile: OpenProfile) -> bool:
    """Whether this person has made the team's newest key in place of another one."""
    known = profile.storage.team_keys.known()
    newest = known.announced or known.current
    return (
        len(known.keys) > 1 and newest is not None and newest.made_by == profile.storage.person.name
    )


def _ignore(_outcome: object) -> None:
    """The notice comes with the next look."""
