"""The team's rules: as a new team has them, changed, refused, changed by two, and weaker."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.core.policy import Policy
from desktop_app.gui.context import Desk
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.policy.policy_window import PolicyWindow
from desktop_app.gui.policy.weaker_dialog import WeakerDialog
from desktop_app.gui.preferences import Preferences
from desktop_app.gui.tasks import Tasks
from desktop_app.gui.widgets.dialog_frame import PlainFrame
from tests.gui.fakes import FakeStorage
from tests.screens._settling import settle
from tests.screens.registry import screen

_CHANGED = Policy(
    shortest_password=6,
    tries_until_lock=3,
    tries_until_block=8,
    first_wait_minutes=30,
    total_until_block=60,
    check_methods=("callback", "in-person", "Code from the contract"),
    text_after_match_en="Ask whether the address is still right.",
)


def _desk(appearance: Appearance) -> Desk:
    return Desk(appearance, Tasks(), Preferences())


def _window(
    appearance: Appearance,
    policy: Policy,
    *,
    may_edit: bool = True,
    storage: FakeStorage | None = None,
) -> PolicyWindow:
    storage = storage or FakeStorage(policy=policy)
    window = PolicyWindow(
        _desk(appearance), storage.policies, policy, PlainFrame.open, may_edit=may_edit
    )
    window.show()
    window.activateWindow()
    settle(window.isActiveWindow)
    settle(lambda: not window.is_busy)
    QApplication.processEvents()
    return window


def _set(window: PolicyWindow, **values: object) -> None:
    for rule, value in values.items():
        window.form._fields[rule].set_value(value)
        window.form._fields[rule].edited.emit()


@screen("policy")
def policy(appearance: Appearance) -> QWidget:
    return _window(appearance, Policy())


@screen("policy-changed")
def policy_changed(appearance: Appearance) -> QWidget:
    return _window(appearance, _CHANGED)


@screen("policy-long")
def policy_long(appearance: Appearance) -> QWidget:
    window = _window(appearance, _CHANGED)
    window.resize(760, 2000)
    return window


@screen("policy-refused")
def policy_refused(appearance: Appearance) -> QWidget:
    window = _window(appearance, Policy())
    _set(window, shortest_password=2, tries_until_lock=9, tries_until_block=9)
    return window


@screen("policy-conflict")
def policy_conflict(appearance: Appearance) -> QWidget:
    storage = FakeStorage(policy=Policy())
    window = _window(appearance, Policy(), storage=storage)
    _set(window, tries_until_lock=3, first_wait_minutes=30)
    storage.policies.save(replace(Policy(), tries_until_lock=4, shortest_password=6))
    window._save.click()
    settle(lambda: not window.is_busy)
    return window


@screen("policy-read-only")
def policy_read_only(appearance: Appearance) -> QWidget:
    return _window(appearance, _CHANGED, may_edit=False)


@screen("policy-narrow")
def policy_narrow(appearance: Appearance) -> QWidget:
    window = _window(appearance, _CHANGED)
    window.resize(560, 480)
    return window


@screen("policy-weaker")
def policy_weaker(appearance: Appearance) -> QWidget:
    after = replace(Policy(), shortest_password=3, tries_until_block=20, memory_kib=32 * 1024)
    rules = ("shortest_password", "tries_until_block", "memory_kib")
    dialog = WeakerDialog(_desk(appearance), Policy(), after, rules)
    dialog.show()
    dialog.activateWindow()
    settle(dialog.isActiveWindow)
    return dialog
