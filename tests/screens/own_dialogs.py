"""The dialogs about Watchword itself, and its lock screen."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop_app.core.errors import FileUnusableError, KeyringLockedError, PassphraseWrongError
from desktop_app.core.secret import Secret
from desktop_app.core.team_keys import (
    KeyFile,
    KeyHolder,
    KeyOverview,
    KeyState,
    KnownKey,
    KnownKeys,
)
from desktop_app.gui.about_dialog import AboutDialog
from desktop_app.gui.context import Desk
from desktop_app.gui.desktop.crash_dialog import CrashDialog
from desktop_app.gui.keys.recovery_dialogs import RecoveryDialog, RestoreDialog
from desktop_app.gui.keys.rotation_dialog import Rotation, RotationDialog
from desktop_app.gui.keys.vault_dialogs import VaultDialog, VaultUnlockDialog
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.pause.lock_screen import LockScreen
from desktop_app.gui.pause.person_dialog import PersonDialog
from desktop_app.gui.pause.pin_dialog import PinDialog
from desktop_app.gui.preferences import Preferences
from desktop_app.gui.quiet_dialog import QuietDialog
from desktop_app.gui.settings_dialog import SettingsDialog
from desktop_app.gui.tasks import Tasks
from tests.gui.fake_pin import FakePin
from tests.gui.fake_world import FakeClock
from tests.gui.fixed_files import FixedFile
from tests.screens._settling import settle
from tests.screens.registry import screen

_FILE = Path("/media/usb/watchword-recovery.wwkey")
_WORDS = "shelf dialect pastry canvas anchor willow"


def _desk(appearance: Appearance) -> Desk:
    return Desk(appearance, Tasks(), Preferences())


def _nothing(*_arguments: object) -> None:
    """Nothing fails."""


def _shown(dialog: QuietDialog) -> QuietDialog:
    dialog.show()
    dialog.activateWindow()
    settle(dialog.isActiveWindow)
    settle(lambda: not dialog.is_busy)
    QApplication.processEvents()
    return dialog


def _type(text: str, *, enter: bool = True) -> None:
    field = QApplication.focusWidget()
    assert isinstance(field, QWidget)
    QTest.keyClicks(field, text)
    if enter:
        QTest.keyClick(field, Qt.Key.Key_Return)


def _lock(appearance: Appearance, pin: FakePin | None, clock: FakeClock) -> LockScreen:
    lock = LockScreen(appearance, Tasks(), pin, clock)
    lock.resize(1180, 760)
    lock.show()
    lock.activateWindow()
    settle(lock.isActiveWindow)
    lock.lock()
    settle(lambda: not lock.is_busy)
    return lock


@screen("lock-screen")
def lock_screen(appearance: Appearance) -> QWidget:
    return _lock(appearance, None, FakeClock())


@screen("lock-screen-pin")
def lock_screen_pin(appearance: Appearance) -> QWidget:
    clock = FakeClock()
    lock = _lock(appearance, FakePin(clock, "2468"), clock)
    _type("1357")
    settle(lambda: not lock.is_busy)
    return lock


@screen("lock-screen-wait")
def lock_screen_wait(appearance: Appearance) -> QWidget:
    clock = FakeClock()
    pin = FakePin(clock, "2468")
    pin.opens_at = clock() + timedelta(minutes=4)
    return _lock(appearance, pin, clock)


@screen("lock-screen-keyring")
def lock_screen_keyring(appearance: Appearance) -> QWidget:
    clock = FakeClock()
    pin = FakePin(clock, "2468")
    pin.failure = KeyringLockedError()
    return _lock(appearance, pin, clock)


@screen("first-start")
def first_start(appearance: Appearance) -> QWidget:
    dialog = RecoveryDialog(_desk(appearance), _nothing, FixedFile(_FILE), first_start=True)
    return _shown(dialog)


@screen("first-start-words")
def first_start_words(appearance: Appearance) -> QWidget:
    dialog = RecoveryDialog(_desk(appearance), _nothing, FixedFile(_FILE), first_start=True)
    _shown(dialog)
    dialog.new.show_suggestion(Secret(_WORDS))
    return _shown(dialog)


@screen("first-start-weak")
def first_start_weak(appearance: Appearance) -> QWidget:
    dialog = RecoveryDialog(_desk(appearance), _nothing, FixedFile(_FILE), first_start=True)
    _shown(dialog)
    _type("watchword")
    _type("watchword")
    return _shown(dialog)


@screen("first-start-saved")
def first_start_saved(appearance: Appearance) -> QWidget:
    dialog = RecoveryDialog(_desk(appearance), _nothing, FixedFile(_FILE), first_start=True)
    _shown(dialog)
    _type(_WORDS)
    _type(_WORDS)
    settle(lambda: dialog.is_saved)
    return _shown(dialog)


def _rotation_dialog(appearance: Appearance, *, announced: bool) -> QWidget:
    moment = FakeClock()()
    current = KnownKey(b"key id 1", KeyState.CURRENT, moment, "Tanja Lang")
    new = KnownKey(b"key id 2", KeyState.ANNOUNCED, moment, "Tanja Lang")
    holders = tuple(
        KeyHolder(name, name, f"desk-{place}", b"key id 1", moment, moment, is_waited_for=True)
        for place, name in enumerate(("Lukas Berger", "Anna Meyer", "Tarek Maier"), start=3)
    )
    known = KnownKeys((new, current) if announced else (current,))
    overview = KeyOverview(known, holders if announced else (), {})
    rotation = Rotation(
        lambda: overview, lambda _path: KeyFile(Secret(_WORDS), b"key id 2", False), _nothing
    )
    return _shown(RotationDialog(_desk(appearance), rotation, FixedFile(_FILE)))


@screen("rotate-key")
def rotate_key(appearance: Appearance) -> QWidget:
    return _rotation_dialog(appearance, announced=False)


@screen("rotate-key-waiting")
def rotate_key_waiting(appearance: Appearance) -> QWidget:
    return _rotation_dialog(appearance, announced=True)


@screen("rotate-key-words")
def rotate_key_words(appearance: Appearance) -> QWidget:
    dialog = _rotation_dialog(appearance, announced=False)
    _type("")
    settle(lambda: any(_WORDS in label.text() for label in dialog.findChildren(QLabel)))
    return dialog


@screen("restore-key")
def restore_key(appearance: Appearance) -> QWidget:
    def refuse(path: Path, _passphrase: Secret[str]) -> None:
        raise FileUnusableError(str(path), "foreign")

    dialog = RestoreDialog(_desk(appearance), refuse, FixedFile(_FILE))
    _shown(dialog)
    _type("")
    _type(_WORDS)
    return _shown(dialog)


@screen("vault-new")
def vault_new(appearance: Appearance) -> QWidget:
    return _shown(VaultDialog(_desk(appearance), _nothing))


@screen("vault-open")
def vault_open(appearance: Appearance) -> QWidget:
    def refuse(_passphrase: Secret[str]) -> None:
        raise PassphraseWrongError

    dialog = VaultUnlockDialog(_desk(appearance), refuse)
    _shown(dialog)
    _type(_WORDS)
    return _shown(dialog)


@screen("pin")
def pin(appearance: Appearance) -> QWidget:
    clock = FakeClock()
    return _shown(PinDialog(_desk(appearance), FakePin(clock, "2468"), clock))


@screen("pin-new")
def pin_new(appearance: Appearance) -> QWidget:
    clock = FakeClock()
    dialog = PinDialog(_desk(appearance), FakePin(clock), clock, required=True)
    _shown(dialog)
    _type("12")
    _type("12")
    return _shown(dialog)


@screen("settings")
def settings(appearance: Appearance) -> QWidget:
    return _shown(SettingsDialog(_desk(appearance), can_exclude=True))


@screen("crash")
def crash(appearance: Appearance) -> QWidget:
    report = Path("/home/lukas/.local/state/watchword/log/crash-20261122T130700Z-00.txt")
    return _shown(CrashDialog(_desk(appearance), report, _nothing))


@screen("about")
def about(appearance: Appearance) -> QWidget:
    return _shown(AboutDialog(_desk(appearance)))


@screen("switch-person")
def switch_person(appearance: Appearance) -> QWidget:
    people = (("team-anna", "anna.agent"), ("team-lukas", "lukas.berger"))
    return _shown(PersonDialog(_desk(appearance), people))
