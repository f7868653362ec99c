"""What the window does once it is on the screen: a part of the window's composition root."""

import sys
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.core.entities import Person
from desktop_app.core.errors import (
    FileUnusableError,
    KeyringLockedError,
    NotAllowedError,
    WatchwordError,
)
from desktop_app.core.policy import Policy
from desktop_app.core.server_errors import LoginRefusedError
from desktop_app.gui.context import Context, Desk
from desktop_app.gui.desktop.quit_signals import QuitSignals
from desktop_app.gui.desktop.screen_privacy import ScreenPrivacy
from desktop_app.gui.desktop.single_instance import InstanceServer, bring_to_front, instance_name
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.setup.contract import Way
from desktop_app.gui.windows import Windows
from desktop_app.profiles.base import Profile
from desktop_app.profiles.pin import ProfilePin
from desktop_app.system.logs import Logging
from desktop_app.system.people import who_is_here
from desktop_app.system.settings import LogLevel, SettingsWarning
from desktop_app.window.adopt import AdoptionOffer
from desktop_app.window.exports import Exports
from desktop_app.window.faults import Faults
from desktop_app.window.journal import JournalUpkeep, seal_journal
from desktop_app.window.keys import TeamKeyCare
from desktop_app.window.opening import Opened, demo_opener, profile_opener
from desktop_app.window.pause import Pause
from desktop_app.window.pin import PinCare
from desktop_app.window.rules import RulesInForce
from desktop_app.window.switch import PersonSwitch
from desktop_app.window.touch import Touch
from desktop_app.window.workplace import Workplace

translate = QCoreApplication.translate


class Work(QObject):
    """Opens the profile, connects the dialogs to it, and looks after the journal.

    ``profile`` is None in the demo.
    """

    def __init__(
        self,
        application: QApplication,
        desk: Desk,
        window: MainWindow,
        place: Workplace,
        profile: Profile | None,
        *,
        log_level: LogLevel,
    ) -> None:
        super().__init__(window)
        self._application = application
        self._desk = desk
        self._window = window
        self._place = place
        self._opened: Opened | None = None
        self._is_opening = False
        self._next_way: Way | None = None
        self._is_keyring_locked = False
        self._warning: SettingsWarning | None = None
        self._log = Logging(place.folders.log_file, log_level)
        with suppress(FileUnusableError):  # a log that cannot be written stops nobody
            self._log.start()
        self._faults = Faults(desk, window, place.folders)
        self._windows = Windows(window, screen_privacy(desk, window))
        self._journal = JournalUpkeep(desk, window)
        self._windows.changed.connect(self._journal.seal)
        self._exports = Exports(desk, window, lambda: self._opened)
        self._pin: ProfilePin | None = None
        if profile is None:
            self._open_now = demo_opener(place.folders, translate("App", "Demo"))
        else:
            self._pin = ProfilePin(profile)
            self._open_now = profile_opener(profile)
            self._switch = PersonSwitch(desk, window, profile)
            self._switch.dialog_wanted.connect(self._windows.show_dialog)
            self._switch.left.connect(self._quit)
            window.set_joining(possible=True)
        self._pause = Pause(
            application, desk, window, self._windows, profile=profile, pin=self._pin
        )
        self._pause.begun.connect(self._leave)
        self._pause.ended.connect(self._open)
        self._rules = RulesInForce(desk.tasks, self)
        self._pin_care: PinCare | None = None
        if self._pin is not None:
            self._pin_care = PinCare(desk, window, self._pin)
            self._pin_care.dialog_wanted.connect(self._windows.show_dialog)
            self._pin_care.declined.connect(self._pause.begin)
        self._keys = TeamKeyCare(desk, window)
        self._keys.dialog_wanted.connect(self._windows.show_dialog)
        self._keys.dialog_offered.connect(self._windows.offer_dialog)
        self._adoption = AdoptionOffer(desk, window)
        self._adoption.dialog_wanted.connect(self._windows.show_dialog)
        self._adoption.adopted.connect(self._open_anew)
        self._server = InstanceServer(instance_of(place), self)
        self._server.show_requested.connect(lambda: bring_to_front(window))
        self._touch = Touch(desk.tasks, self)
        self._quit_signals = QuitSignals(self._quit, self)
        self._faults.quit_requested.connect(self._quit)
        self._follow_window(window)

    def _follow_window(self, window: MainWindow) -> None:
        self._touch.lost.connect(window.check_connection)
        self._touch.answered.connect(self._on_touch_answered)
        self._touch.heard.connect(window.follow_news)
        self._touch.heard.connect(self._windows.follow_news)
        window.connected_changed.connect(self._touch.set_connected)
        self._rules.changed.connect(self._windows.follow)
        self._rules.changed.connect(self._pause.follow)
        self._windows.policy_saved.connect(self._on_policy_saved)
        window.reopen_requested.connect(self._on_window_reopen_requested)
        window.login_refused.connect(self._on_window_login_refused)
        window.resume_requested.connect(self._open)
        window.settings_requested.connect(self._show_settings)
        window.about_requested.connect(self._show_about)
        window.move_requested.connect(lambda: self._leave_for(Way.SHARED))
        window.join_requested.connect(lambda: self._leave_for(Way.JOIN))

    def start(self, warning: SettingsWarning | None) -> None:
        """Open the profile, or ask for the PIN first where there is one."""
        self._warning = warning
        self._server.listen()
        if self._pin is not None and self._pin.is_set:
            self._pause.begin()
        else:
            self._open()

    @property
    def next_way(self) -> Way | None:
        """What the window was closed for, where the wizard is to follow."""
        return self._next_way

    def stop_waiting(self) -> None:
        """Break off what waits for a person: the keyring's prompt."""
        self._keys.leave()

    def close(self) -> None:
        """Keep the journal's head and close everything; no job runs any more."""
        self._quit_signals.close()
        self._server.close()
        if self._opened is not None:
            with suppress(WatchwordError):
                seal_journal(self._opened)
            self._opened.session.storage.close()
        self._faults.close()
        self._log.stop()

    def _quit(self) -> None:
        """End, whatever is open: a form that asks whether to discard would refuse to close."""
        if self._pin_care is not None:
            self._pin_care.leave()
        self._windows.close()
        self._window.close()
        self._application.exit()

    def _leave_for(self, way: Way) -> None:
        """The wizard follows; whatever comes of it, a profile is opened again afterwards."""
        self._next_way = way
        QTimer.singleShot(0, self, self._quit)  # when the menu is closed

    # --- opening ---------------------------------------------------------------------------------

    def _open(self) -> None:
        if self._is_opening or self._opened is not None or self._pause.is_paused:
            return
        self._is_opening = True
        self._desk.tasks.run(self, self._open_now, self._on_opened, self._on_opening_failed)

    def _on_opening_failed(self, error: WatchwordError) -> None:
        self._is_opening = False
        self._is_keyring_locked = isinstance(error, KeyringLockedError)
        if not self._pause.is_paused:
            self._window.show_opening_failure(error)

    def _on_window_login_refused(self, error: WatchwordError) -> None:
        """Whoever is not let in any more sees no customer any more; only a person tries again."""
        opened = self._opened
        if opened is None:
            return
        if isinstance(error, NotAllowedError):  # the role has ended before the session
            error = LoginRefusedError(opened.session.storage.person.login)
        self._leave()
        self._windows.close()
        self._window.close_profile()
        self._window.show_opening_failure(error)

    def _on_window_reopen_requested(self) -> None:
        """Somebody wants it tried again: where the keyring is locked, they unlock it first."""
        if self._is_keyring_locked:
            self._keys.unlock_keyring(self._open)
        else:
            self._open()

    def _on_opened(self, opened: Opened) -> None:
        self._is_opening = False
        self._opened = opened
        if self._pause.is_paused:  # it began while the database was being opened
            self._leave()
            return
        context = Context(self._desk, opened.session, opened.policy)
        self._window.open(context)
        self._windows.open(context)
        self._rules.open(opened.session.storage.policies, opened.policy)
        self._journal.watch(opened)
        self._tell_warning()
        if opened.profile is None:
            self._window.notices.show_demo(opened.to_try)
            return
        self._touch.keep(opened.session.storage.customers.news, opened.profile.stay_in_touch)
        self._pause.know(opened.session.storage.person)
        self._pause.watch(opened.policy.pause_after_minutes)
        if self._pin_care is not None:
            self._pin_care.look_after(required=opened.policy.pin_required)
        profile = opened.profile
        self._keys.look_after(profile)
        self._adoption.look_after(profile)

    def _on_touch_answered(self, person: Person) -> None:
        """An administrator may have given this person another role; nothing open is closed."""
        opened = self._opened
        if opened is None or person.role is opened.session.storage.person.role:
            return
        if not self._windows.is_over_window:
            self._open_anew()

    def _on_policy_saved(self, policy: Policy) -> None:
        self._rules.take(policy)
        self._window.say_for_a_moment(translate("App", "The rules are saved."))

    def _tell_warning(self) -> None:
        if self._warning is None:
            return
        self._warning = None
        self._window.notices.show_text(
            translate(
                "App",
                "Your settings could not be read and are the usual ones again. The old file is"
                " kept beside the new one.",
            ),
            topic="settings",
        )

    def _leave(self) -> None:
        """For a pause: no keys in memory, no connection."""
        self._journal.leave()
        self._touch.leave()
        self._rules.close()
        self._keys.leave()
        if self._pin_care is not None:
            self._pin_care.leave()
        opened, self._opened = self._opened, None
        if opened is not None:
            self._desk.tasks.run(self, lambda: _drop(opened), _ignore, _ignore)

    def _open_anew(self) -> None:
        """What the profile holds was replaced: nothing of it is kept."""
        self._leave()
        self._open()

    # --- what the menus ask for ------------------------------------------------------------------

    def _show_settings(self) -> None:
        from desktop_app.gui.settings_dialog import SettingsDialog

        no_pin = None if self._pin else translate("App", "The demo has no PIN.")
        dialog = SettingsDialog(
            self._desk,
            pin_unavailable=no_pin,
            can_exclude=sys.platform == "win32",
            parent=self._window,
        )
        if self._pin_care is not None:
            dialog.pin_requested.connect(self._pin_care.show)
        self._windows.show_dialog(dialog)

    def _show_about(self) -> None:
        from desktop_app.gui.about_dialog import AboutDialog

        self._windows.show_dialog(AboutDialog(self._desk, self._window))


def instance_of(place: Workplace) -> str:
    """The name under which a second start of the same user and profile finds this window."""
    return instance_name(who_is_here().login, place.profile, place.folders.data)


def screen_privacy(desk: Desk, window: QWidget) -> ScreenPrivacy | None:
    """Keeps windows with an entry out of recordings, where the system can."""
    if sys.platform != "win32":
        return None
    from desktop_app.system.windows import load_windows

    return ScreenPrivacy(load_windows().exclude_from_capture, desk.preferences, window)


def _drop(opened: Opened) -> None:
    opened.session.storage.close()
    if opened.profile is not None:
        opened.profile.keys.close()


def _ignore(_outcome: object) -> None:
    """Nothing follows: the next turn tries again."""
