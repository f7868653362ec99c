"""The team's rules in their window, by keyboard only, on both engines."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop_app.core.entities import EventKind, JournalQuery
from desktop_app.core.errors import DatabaseBusyError, NotAllowedError
from desktop_app.core.policy import CHECK_METHODS, Policy
from desktop_app.core.ports import Storage
from desktop_app.gui.context import Desk
from desktop_app.gui.policy.policy_window import PolicyWindow
from desktop_app.gui.policy.weaker_dialog import WeakerDialog
from desktop_app.gui.texts.journal_sentences import entry_words
from desktop_app.gui.widgets.dialog_frame import PlainFrame
from tests.gui.by_keyboard import focused, go_to, press, says, shown
from tests.gui.fakes import FakeStorage
from tests.storage.engines import ADMIN, LEAD, Engine, SqliteEngine
from tests.storage.postgres_team import PostgresEngine

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
Open = Callable[..., PolicyWindow]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SHORTEST = "Shortest password"
UNTIL_LOCK = "Wrong tries in a row until locked"
UNTIL_BLOCK = "Wrong tries in a row until blocked"
FIRST_WAIT = "Minutes of the first wait"


@pytest.fixture(params=["sqlite", "postgres"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty database of each engine."""
    made: SqliteEngine | PostgresEngine
    if request.param == "sqlite":
        made = SqliteEngine(tmp_path)
    else:
        made = PostgresEngine(request.getfixturevalue("postgres_team"))
    yield made
    made.close()


@pytest.fixture
def admin(engine: Engine) -> Storage:
    """The database in an admin's hands, beside the window's own connection."""
    return engine.open(ADMIN)


@pytest.fixture
def open_window(qtbot: QtBot, desk: Desk, engine: Engine) -> Open:
    """Opens the window on a connection of its own."""

    def build(*, may_edit: bool = True) -> PolicyWindow:
        policies = engine.open(ADMIN if may_edit else LEAD).policies
        return opened(qtbot, PolicyWindow(desk, policies, Policy(), over, may_edit=may_edit))

    return build


def over(dialog: PlainFrame) -> None:
    """Show a dialog over the window."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    dialog.activateWindow()


def opened(qtbot: QtBot, window: PolicyWindow) -> PolicyWindow:
    shown(qtbot, window)
    qtbot.waitUntil(lambda: not window.is_busy)
    return window


def fill(name: str, text: str) -> None:
    """Go to the field of this rule and type another value over the old one."""
    field = go_to(name)
    assert isinstance(field, (QLineEdit, QPlainTextEdit))
    press(Key.Key_A, CONTROL)
    press(Key.Key_Delete)
    QTest.keyClicks(focused(), text)


def save() -> None:
    press(Key.Key_Return, CONTROL)


def saved(qtbot: QtBot, window: PolicyWindow) -> None:
    """Ctrl+Enter closes the window once the rules are stored."""
    with qtbot.waitSignal(window.saved):
        save()
    assert not window.isVisible()


def weaker(qtbot: QtBot) -> WeakerDialog:
    """The question that came up."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), WeakerDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, WeakerDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def back_in(qtbot: QtBot, window: PolicyWindow) -> None:
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_a_rule_is_changed_and_journalled(qtbot: QtBot, open_window: Open, admin: Storage) -> None:
    """Tab, type, Ctrl+Enter; effects follow while typing, the journal has old and new value."""
    window = open_window()
    assert "1 in 1,000 to be guessed before the block in a row" in says(window)
    fill(SHORTEST, "6")
    assert "A random 6-digit number: 1 in 100,000" in says(window)
    fill(UNTIL_LOCK, "3")
    assert "Waits: 15 min, 30 min, 1" in says(window).replace("\N{NO-BREAK SPACE}", " ")
    saved(qtbot, window)
    assert admin.policies.load() == Policy(shortest_password=6, tries_until_lock=3)
    [entry] = admin.journal.entries(JournalQuery(kinds=(EventKind.POLICY_CHANGED,)))
    changes = entry_words(entry).note.split("\n")
    assert sorted(changes) == [f"{SHORTEST}: 4 → 6", f"{UNTIL_LOCK}: 5 → 3"]


def test_every_default_is_marked_and_one_key_away(
    qtbot: QtBot, open_window: Open, admin: Storage
) -> None:
    """What differs from the default offers the way back; what is the default says so.

    Every number has its bounds beside it.
    """
    admin.policies.save(Policy(passes=5, check_methods=("callback",)))
    window = open_window()
    marked = says(window).count("Default\n")
    for low, high in (("3", "32"), ("1", "1,440"), ("19", "1,024"), ("2", "10")):
        assert f"From {low} to {high}" in says(window)
    go_to("Back to the default of Passes of the hash: 3")
    press(Key.Key_Space)
    assert focused().accessibleName() == "Passes of the hash"
    assert says(window).count("Default\n") == marked + 1
    go_to(
        "Back to the default of Ways to check an identity: Call-back to number on file,"
        " ID document shown, In person, Signed letter, Video call"
    )
    press(Key.Key_Space)
    save()
    dialog = weaker(qtbot)
    assert "Passes of the hash: 5 → 3" in says(dialog)
    go_to("Save weaker rules")
    with qtbot.waitSignal(window.saved):
        press(Key.Key_Return)
    assert admin.policies.load() == Policy()


@pytest.mark.parametrize(
    ("rule", "typed", "sentence"),
    [
        (SHORTEST, "2", "A whole number from 3 to 32."),
        (SHORTEST, "33", "A whole number from 3 to 32."),
        (SHORTEST, "four", "A whole number from 3 to 32."),
        (SHORTEST, "", "A whole number from 3 to 32."),
        (SHORTEST, "-4", "A whole number from 3 to 32."),
        ("Memory of the hash in MiB", "18", "A whole number from 19 to 1,024."),
        (UNTIL_BLOCK, "5", "More than the 5 wrong tries that lock"),
        (UNTIL_LOCK, "10", "More than the 10 wrong tries that lock"),
    ],
)
def test_bounds_are_said_while_typing(
    open_window: Open, admin: Storage, rule: str, typed: str, sentence: str
) -> None:
    """Below the field; Ctrl+Enter saves nothing and goes there; a sound value takes it back."""
    window = open_window()
    fill(rule, typed)
    assert sentence in says(window)
    save()
    assert window.isVisible()
    assert not window.is_busy
    assert sentence in focused().accessibleDescription()
    assert admin.policies.load() == Policy()
    press(Key.Key_A, CONTROL)
    QTest.keyClicks(focused(), "20")
    assert "A whole number" not in says(window)


def test_weaker_rules_are_asked_about_once(qtbot: QtBot, open_window: Open, admin: Storage) -> None:
    """With the new chance; Esc goes back to the form, the button saves."""
    window = open_window()
    fill(UNTIL_BLOCK, "20")
    save()
    dialog = weaker(qtbot)
    assert f"{UNTIL_BLOCK}: 10 → 20" in says(dialog)
    assert "1 in 500 to be guessed before it" in says(dialog)
    press(Key.Key_Escape)
    back_in(qtbot, window)
    assert admin.policies.load() == Policy()
    save()
    weaker(qtbot)
    go_to("Save weaker rules")
    with qtbot.waitSignal(window.saved):
        press(Key.Key_Return)
    assert admin.policies.load() == Policy(tries_until_block=20)


def test_the_second_of_two_admins_is_told(qtbot: QtBot, open_window: Open, admin: Storage) -> None:
    """What changed meanwhile is said and taken over, a clash is marked; nothing was overwritten."""
    window = open_window()
    fill(UNTIL_LOCK, "3")
    fill(FIRST_WAIT, "30")
    meanwhile = replace(Policy(), tries_until_lock=4, shortest_password=6)
    admin.policies.save(meanwhile)
    save()
    qtbot.waitUntil(lambda: "Another administrator has changed rules meanwhile" in says(window))
    assert admin.policies.load() == meanwhile
    said = says(window)
    assert f"{SHORTEST}: 4 → 6; {UNTIL_LOCK}: 5 → 4." in said
    assert "Meanwhile set to: 4. Saving puts yours in its place." in said
    assert "A random 6-digit number" in said
    saved(qtbot, window)
    assert admin.policies.load() == replace(meanwhile, tries_until_lock=3, first_wait_minutes=30)


def test_weaker_rules_are_not_asked_about_again_after_a_clash(
    qtbot: QtBot, open_window: Open, admin: Storage
) -> None:
    """The answer holds for the same values."""
    window = open_window()
    fill(UNTIL_BLOCK, "12")
    save()
    weaker(qtbot)
    admin.policies.save(Policy(passes=4))
    go_to("Save weaker rules")
    press(Key.Key_Return)
    back_in(qtbot, window)
    qtbot.waitUntil(lambda: "Passes of the hash: 3 → 4" in says(window))
    saved(qtbot, window)
    assert admin.policies.load() == Policy(passes=4, tries_until_block=12)


def test_both_admins_wanted_the_same(qtbot: QtBot, open_window: Open, admin: Storage) -> None:
    """Then there is nothing to say."""
    window = open_window()
    fill(UNTIL_LOCK, "3")
    admin.policies.save(Policy(tries_until_lock=3))
    saved(qtbot, window)
    assert len(admin.journal.entries(JournalQuery(kinds=(EventKind.POLICY_CHANGED,)))) == 1


def test_an_identity_check_of_ones_own(qtbot: QtBot, open_window: Open, admin: Storage) -> None:
    """A name and Enter adds one; Space takes one out; none at all is refused."""
    window = open_window()
    go_to("Video call")
    press(Key.Key_Space)
    fill("One of your own", "callback")
    press(Key.Key_Return)
    assert "There is one of this name already." in says(window)
    fill("One of your own", "Code from the contract")
    press(Key.Key_Return)
    assert "A lead chooses one of 5." in says(window)
    saved(qtbot, window)
    methods = admin.policies.load().check_methods
    assert methods == (*CHECK_METHODS[:-1], "Code from the contract")
    [entry] = admin.journal.entries(JournalQuery(kinds=(EventKind.POLICY_CHANGED,)))
    assert entry_words(entry).note == (
        "Ways to check an identity: added: Code from the contract; taken out: Video call"
    )


def test_one_way_to_check_an_identity_is_needed(open_window: Open, admin: Storage) -> None:
    """Without any, nobody could set a password."""
    admin.policies.save(Policy(check_methods=("Zentrale",)))
    window = open_window()
    go_to("Zentrale")
    press(Key.Key_Space)
    assert "At least one is needed" in says(window)
    save()
    assert admin.policies.load().check_methods == ("Zentrale",)
    press(Key.Key_Escape)
    assert "Discard what was typed?" in says(window)


def test_texts_in_two_languages(qtbot: QtBot, open_window: Open, admin: Storage) -> None:
    """Each has a field of its own; Tab leaves it."""
    window = open_window()
    fill("What may be said after a match, in German", "Adresse bestaetigen.")
    fill("What may be said after a match, in English", "Confirm the address.")
    fill("What to do without a match, in English", "Offer a call-back.")
    saved(qtbot, window)
    policy = admin.policies.load()
    assert policy.after_match("de") == "Adresse bestaetigen."
    assert policy.after_match("en") == "Confirm the address."
    assert policy.without_match("de") == "Offer a call-back."


def test_a_lead_reads_and_changes_nothing(open_window: Open) -> None:
    """Every value and effect is there; nothing takes a key, nothing can be saved."""
    window = open_window(may_edit=False)
    assert "Only administrators change the rules." in says(window)
    assert "1 in 1,000 to be guessed" in says(window)
    field = go_to(SHORTEST)
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "9")
    assert field.text() == "4"
    save()
    assert window.isVisible()
    press(Key.Key_Escape)
    assert not window.isVisible()


def test_what_was_typed_is_not_lost_by_esc(qtbot: QtBot, open_window: Open) -> None:
    """Esc asks once something was changed; Ctrl+D discards it."""
    window = open_window()
    fill(SHORTEST, "7")
    press(Key.Key_Escape)
    assert "Discard what was typed?" in says(window)
    press(Key.Key_D, CONTROL)
    qtbot.waitUntil(lambda: not window.isVisible())


@pytest.fixture
def fake_window(qtbot: QtBot, desk: Desk, storage: FakeStorage) -> PolicyWindow:
    """The window on a database in memory."""
    window = PolicyWindow(desk, storage.policies, storage.policy, over, may_edit=True)
    return opened(qtbot, window)


def test_a_failure_keeps_what_was_typed(
    qtbot: QtBot, fake_window: PolicyWindow, storage: FakeStorage
) -> None:
    """It is said above the buttons; the next Ctrl+Enter tries again."""
    before = storage.policy
    fill(SHORTEST, "7")
    storage.failure = DatabaseBusyError()
    save()
    qtbot.waitUntil(lambda: "Not saved. What you typed is still here." in says(fake_window))
    assert storage.policy == before
    storage.failure = NotAllowedError()
    save()
    qtbot.waitUntil(lambda: "Your role does not allow this" in says(fake_window))
    storage.failure = None
    saved(qtbot, fake_window)
    assert storage.policy == replace(before, shortest_password=7)


def test_rules_that_cannot_be_read_again(qtbot: QtBot, desk: Desk, storage: FakeStorage) -> None:
    """The window shows those that were known, and says so."""
    storage.failure = DatabaseBusyError()
    policy = replace(storage.policy, shortest_password=9)
    window = PolicyWindow(desk, storage.policies, policy, over, may_edit=True)
    opened(qtbot, window)
    assert "The rules could not be read again." in says(window)
    assert "A random 9-digit number" in says(window)


def test_memory_that_is_no_whole_mib_stays(qtbot: QtBot, desk: Desk, storage: FakeStorage) -> None:
    """It was set without this window; whoever does not touch it does not change it."""
    odd = replace(storage.policy, memory_kib=20 * 1024 + 512)
    storage.policies.save(odd)
    window = opened(qtbot, PolicyWindow(desk, storage.policies, odd, over, may_edit=True))
    field = go_to("Memory of the hash in MiB")
    assert isinstance(field, QLineEdit)
    assert field.text() == "20.5"
    fill(SHORTEST, "8")
    saved(qtbot, window)
    assert storage.policy == replace(odd, shortest_password=8)


def test_nothing_closes_while_saving(
    qtbot: QtBot, fake_window: PolicyWindow, storage: FakeStorage
) -> None:
    """The outcome is seen."""
    fill(SHORTEST, "8")
    storage.hold()
    save()
    qtbot.waitUntil(lambda: fake_window.is_busy)
    press(Key.Key_Escape)
    save()
    assert fake_window.isVisible()
    with qtbot.waitSignal(fake_window.saved):
        storage.release()
