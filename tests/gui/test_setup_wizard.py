"""The window of the first start, by keyboard only."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.errors import (
    FileUnusableError,
    KeyringFailedError,
    KeyringLockedError,
    WatchwordError,
)
from desktop_app.core.people_errors import (
    InvitationOverError,
    InvitationWordsError,
    LoginTakenError,
)
from desktop_app.core.server_errors import (
    LoginRefusedError,
    ServerNotTrustedError,
    ServerUnreachableError,
)
from desktop_app.gui.context import Desk
from desktop_app.gui.keys.recovery_dialogs import PROPOSED_NAME
from desktop_app.gui.setup.contract import MADE, TESTED, SetupStep, Way
from desktop_app.gui.setup.step_list import StepState
from desktop_app.gui.setup.wizard import SetupWizard
from tests.gui.by_keyboard import enter, focused, go_to, press, says, shown, typed_texts
from tests.gui.fake_setup import PROFILE, FakeWays
from tests.gui.fixed_files import FixedFile

Key = Qt.Key
STRONG = "regal mundart kuchen segel anker birne"
FILE = Path("chosen.file")
OWNER_PASSWORD = "the owner's own"
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def fake() -> Iterator[FakeWays]:
    fake = FakeWays()
    yield fake
    fake.shared.gate.set()


@pytest.fixture
def chooser() -> FixedFile:
    return FixedFile(FILE)


@pytest.fixture
def wizard(qtbot: QtBot, desk: Desk, fake: FakeWays, chooser: FixedFile) -> SetupWizard:
    return shown(qtbot, SetupWizard(desk, fake.ways, chooser))


@pytest.fixture
def rest(qtbot: QtBot, wizard: SetupWizard) -> Callable[[], None]:
    """Waits until nothing is under way."""
    return lambda: qtbot.waitUntil(lambda: not wizard.page.is_busy)


@pytest.fixture
def choose(qtbot: QtBot) -> Callable[[], None]:
    """Enter takes the invitation file; when it was looked at, its words are asked for."""

    def take() -> None:
        press(Key.Key_Return)
        qtbot.waitUntil(lambda: focused().accessibleName() == "The six words")

    return take


def visible(window: QWidget) -> str:
    """What can be read now, as one text."""
    return says(window)


def fill_connection(host: str = "db1.support.example") -> None:
    """From the first question to the owner's password, with Enter from field to field."""
    press(Key.Key_2)
    press(Key.Key_Return)
    fill_fields(host)


def fill_fields(host: str) -> None:
    """From the host to the owner's password."""
    enter(host)
    press(Key.Key_Return)
    press(Key.Key_Return)
    enter("installer")
    entry = focused()
    assert isinstance(entry, QLineEdit)
    entry.insert(OWNER_PASSWORD)


def to_recovery(qtbot: QtBot, wizard: SetupWizard) -> None:
    """Through the test and the making."""
    fill_connection()
    make(qtbot, wizard)


def make(qtbot: QtBot, wizard: SetupWizard) -> None:
    """From the owner's password to the recovery page."""
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: not wizard.page.is_busy and focused().isEnabled())
    qtbot.waitUntil(lambda: StepState.PASSED is wizard.connection.steps[SetupStep.RIGHTS])
    press(Key.Key_Return)
    assert wizard.page is wizard.person
    press(Key.Key_Return)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: wizard.page is wizard.recovery)


# --- the question --------------------------------------------------------------------------------


def test_the_keys_1_to_3_choose_a_way(wizard: SetupWizard) -> None:
    """Each key takes its card, and the button says what Enter will do."""
    for key, words in (
        (Key.Key_2, "Continue"),
        (Key.Key_3, "Start"),
        (Key.Key_1, "Choose invitation file…"),
    ):
        press(key)
        assert go_to(words).isVisible()


def test_arrows_choose_a_way_too(wizard: SetupWizard) -> None:
    """The cards are radio buttons: the focus begins on the first, and Down takes the next."""
    assert focused().accessibleName() == "Join my team"
    press(Key.Key_Down)
    assert focused().accessibleName() == "Set up a shared database"
    assert "PostgreSQL" in focused().accessibleDescription()


def test_this_workstation_needs_nothing_more(
    qtbot: QtBot, wizard: SetupWizard, fake: FakeWays
) -> None:
    """The key 3 and Enter: the usual profile is to be opened, and nobody was asked anything."""
    press(Key.Key_3)
    with qtbot.waitSignal(wizard.finished) as finished:
        press(Key.Key_Return)
    assert finished.args == ["workstation"]
    assert not wizard.isVisible()
    assert (fake.join.used, fake.shared.tested) == ([], [])


def test_quitting_finishes_nothing(qtbot: QtBot, wizard: SetupWizard) -> None:
    """The window closes and no profile is named."""
    names: list[str] = []
    wizard.finished.connect(names.append)
    go_to("Quit")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: not wizard.isVisible())
    assert names == []


# --- joining -------------------------------------------------------------------------------------


def test_somebody_joins_with_file_and_words(
    qtbot: QtBot,
    wizard: SetupWizard,
    fake: FakeWays,
    chooser: FixedFile,
    choose: Callable[[], None],
) -> None:
    """Enter asks for the file, the words go with it, and the window says as whom one has joined."""
    choose()
    assert chooser.asked == ["Choose the invitation file"]
    assert "chosen.file" in visible(wizard)
    enter(STRONG)
    qtbot.waitUntil(lambda: "You have joined the team" in visible(wizard))
    assert fake.join.used == [(FILE, STRONG)]
    assert "Lukas Berger, Agent" in visible(wizard)
    assert typed_texts(wizard.join) == []
    with qtbot.waitSignal(wizard.finished) as finished:
        press(Key.Key_Return)
    assert finished.args == [PROFILE]


def test_a_cancelled_file_dialog_leaves_the_page_ready(
    wizard: SetupWizard, chooser: FixedFile, choose: Callable[[], None]
) -> None:
    """The focus is on the button that asks again."""
    chooser.path = None
    press(Key.Key_Return)
    assert wizard.page is wizard.join
    chooser.path = FILE
    assert focused() is go_to("Choose…")
    choose()


def test_wrong_words_are_said_beside_their_entry(
    wizard: SetupWizard, fake: FakeWays, rest: Callable[[], None], choose: Callable[[], None]
) -> None:
    """What was typed stays to be corrected, and the focus is in it."""
    fake.join.failure = InvitationWordsError()
    choose()
    enter(STRONG)
    rest()
    assert focused().accessibleName() == "The six words"
    assert typed_texts(wizard.join) == [STRONG]
    assert wizard.join.failure_text == ""


@pytest.mark.parametrize(
    ("flaw", "words"),
    [
        (FileUnusableError(str(FILE), "foreign"), "was not made by Watchword"),
        (InvitationOverError(datetime(2026, 11, 20, tzinfo=UTC)), "ask for a new one"),
    ],
    ids=["foreign", "expired"],
)
def test_a_file_that_is_no_use_is_said_before_any_words(
    wizard: SetupWizard,
    fake: FakeWays,
    rest: Callable[[], None],
    *,
    flaw: WatchwordError,
    words: str,
) -> None:
    """Beside the file, as soon as it is chosen; Enter in the entry leads back to it."""
    fake.join.flaw = flaw
    press(Key.Key_Return)
    rest()
    assert words in visible(wizard)
    assert focused() is go_to("Choose…")
    go_to("The six words")
    enter(STRONG)
    assert words in visible(wizard)
    assert focused() is go_to("Choose…")
    assert fake.join.used == []


def test_a_foreign_file_is_said_beside_the_file(
    wizard: SetupWizard, fake: FakeWays, rest: Callable[[], None], choose: Callable[[], None]
) -> None:
    """The focus goes to the button that takes another one."""
    fake.join.failure = FileUnusableError(str(FILE), "foreign")
    choose()
    enter(STRONG)
    rest()
    assert "was not made by Watchword" in visible(wizard)
    assert focused() is go_to("Choose…")


def test_other_failures_of_joining_stand_below(
    wizard: SetupWizard, fake: FakeWays, rest: Callable[[], None], choose: Callable[[], None]
) -> None:
    """The bar says it, and the same file and words can be tried again."""
    fake.join.failure = KeyringLockedError()
    choose()
    enter(STRONG)
    rest()
    assert "keyring" in wizard.join.failure_text
    fake.join.failure = None
    press(Key.Key_Return)
    rest()
    assert "You have joined the team" in visible(wizard)


def test_a_locked_keyring_is_unlocked_from_the_page(
    qtbot: QtBot,
    wizard: SetupWizard,
    fake: FakeWays,
    rest: Callable[[], None],
    choose: Callable[[], None],
) -> None:
    """The bar has the button; once it is unlocked, the same words are tried again."""
    fake.join.failure = KeyringLockedError()
    choose()
    enter(STRONG)
    rest()
    assert button_text(focused()) == "Unlock…"
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "You have joined the team" in visible(wizard))
    assert fake.unlocked == 1
    assert wizard.join.failure_text == ""


def test_only_a_locked_keyring_has_that_button(
    wizard: SetupWizard, fake: FakeWays, rest: Callable[[], None], choose: Callable[[], None]
) -> None:
    """Another failure is not ended by unlocking."""
    fake.join.failure = KeyringFailedError()
    choose()
    enter(STRONG)
    rest()
    assert "does not answer" in wizard.join.failure_text
    assert "Unlock…" not in visible(wizard)


def test_a_keyring_that_is_locked_while_the_login_is_made_can_be_unlocked(
    qtbot: QtBot, wizard: SetupWizard, fake: FakeWays, rest: Callable[[], None]
) -> None:
    """What was made before is found by the next try, which follows by itself."""
    fake.shared.failures[SetupStep.PERSON] = KeyringLockedError()
    fill_connection()
    press(Key.Key_Return)
    rest()
    press(Key.Key_Return)
    press(Key.Key_Return)
    press(Key.Key_Return)
    rest()
    assert "3 of 6 made" in visible(wizard)
    assert button_text(focused()) == "Unlock…"
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: wizard.page is wizard.recovery)


def test_words_are_needed(wizard: SetupWizard, fake: FakeWays, choose: Callable[[], None]) -> None:
    """Enter in the empty entry asks nobody."""
    choose()
    press(Key.Key_Return)
    assert "Needed." in visible(wizard)
    assert fake.join.used == []


# --- the connection ------------------------------------------------------------------------------


def test_the_test_lists_every_step_and_opens_the_way(
    qtbot: QtBot, wizard: SetupWizard, fake: FakeWays, rest: Callable[[], None]
) -> None:
    """Enter goes from field to field and tests in the last; Continue has the focus afterwards."""
    fill_connection("db1.support.example, db2.support.example")
    press(Key.Key_Return)
    rest()
    [(address, login, password)] = fake.shared.tested
    assert address.hosts == ("db1.support.example", "db2.support.example")
    assert (address.port, address.database, address.authority) == (5432, "watchword", None)
    assert (login, password) == ("installer", OWNER_PASSWORD)
    assert set(wizard.connection.steps.values()) == {StepState.PASSED}
    assert list(wizard.connection.steps) == list(TESTED)
    assert "6 of 6 passed" in visible(wizard)
    press(Key.Key_Return)
    assert wizard.page is wizard.person


def test_tab_goes_from_the_login_to_its_password(wizard: SetupWizard) -> None:
    """Whoever types in the order that is seen writes no password into a readable field."""
    fill_connection()
    go_to("Login for setting up")
    press(Key.Key_Tab)
    assert focused().accessibleName() == "Password for setting up"


def test_tab_goes_from_the_password_to_the_next_field(wizard: SetupWizard) -> None:
    """What is typed on is text there, and presses no button that shows the password."""
    fill_connection()
    met = []
    for _stop in range(3):
        press(Key.Key_Tab)
        met.append(button_text(focused()) or focused().accessibleName())
    assert met == ["CA file", "Browse…", "Show what was typed"]


def test_tab_follows_the_foot_as_it_is_seen(wizard: SetupWizard, rest: Callable[[], None]) -> None:
    """Whichever button was made first."""
    fill_connection()
    press(Key.Key_Return)
    rest()
    go_to("Test again")
    met = []
    for _stop in range(3):
        met.append(focused())
        press(Key.Key_Tab)
    assert {button_text(each) for each in met} == {"Test again", "Continue", "Back"}
    places = [each.mapTo(wizard, QPoint()).x() for each in met]
    assert places == sorted(places)


def test_continue_explains_itself_before_the_test(wizard: SetupWizard) -> None:
    """It stands there, off, with its reason for eyes and ears."""
    fill_connection()
    [button] = [each for each in buttons(wizard) if button_text(each) == "Continue"]
    assert not button.isEnabled()
    assert button.accessibleDescription() == "Test the connection first"


def buttons(wizard: SetupWizard) -> list[QWidget]:
    return [each for each in wizard.page.findChildren(QWidget) if button_text(each)]


def button_text(widget: QWidget) -> str:
    from PySide6.QtWidgets import QPushButton

    return widget.text() if isinstance(widget, QPushButton) else ""


def test_a_certificate_that_is_not_trusted_points_to_the_ca_file(
    wizard: SetupWizard, fake: FakeWays, rest: Callable[[], None]
) -> None:
    """What follows was not tried, and the list says why the password was not sent."""
    host = "db1.support.example"
    fake.shared.failures[SetupStep.CERTIFICATE] = ServerNotTrustedError(host, "certificate")
    fill_connection()
    press(Key.Key_Return)
    rest()
    text = visible(wizard)
    assert "3 of 6 passed" in text
    assert "Certificate is not trusted" in text
    assert "Choose its CA file" in text
    assert "the password is never sent over an untrusted connection" in text
    assert "Needed: your team's CA file" in text
    assert button_text(focused()) == "Browse…"
    fake.shared.failures.clear()
    press(Key.Key_Return)
    press(Key.Key_T, CONTROL)
    rest()
    assert fake.shared.tested[-1][0].authority == FILE
    assert "6 of 6 passed" in visible(wizard)


def test_each_step_of_the_test_says_what_it_found(
    wizard: SetupWizard, rest: Callable[[], None]
) -> None:
    """Address, time, TLS version, issuer and end of the certificate, server version, rights."""
    fill_connection()
    press(Key.Key_Return)
    rest()
    text = visible(wizard)
    for found in (
        "10.20.4.11", "Port 5432 answers", "4 ms", "Encrypted with TLS 1.3",
        "Issued by “Support Internal CA”, until 2027-11-22", "PostgreSQL 15.14",
        "CREATEROLE, CREATEDB",
    ):  # fmt: skip
        assert found in text


def test_an_unknown_authority_is_named(
    wizard: SetupWizard, fake: FakeWays, rest: Callable[[], None]
) -> None:
    """Whoever sets the server up knows by its name which file is meant."""
    untrusted = ServerNotTrustedError("db1", "certificate", "Support Internal CA")
    fake.shared.failures[SetupStep.CERTIFICATE] = untrusted
    fill_connection()
    press(Key.Key_Return)
    rest()
    assert "Signed by “Support Internal CA”, which this computer does not know" in visible(wizard)


def test_a_ca_file_that_is_not_there_is_said_before_anything_is_tried(
    wizard: SetupWizard, fake: FakeWays, rest: Callable[[], None]
) -> None:
    """Below its field, which has the focus; no step has a result."""
    fake.shared.refusal = FileUnusableError("/nowhere/ca.crt", "missing")
    fill_connection()
    press(Key.Key_Return)
    rest()
    assert "There is no file /nowhere/ca.crt." in visible(wizard)
    assert focused().accessibleName() == "CA file"
    assert set(wizard.connection.steps.values()) == {StepState.WAITING}


def test_typing_replaces_what_is_proposed(wizard: SetupWizard, rest: Callable[[], None]) -> None:
    """Port, database, one's own name and login are selected when the caret comes to them."""
    fill_connection()
    press(Key.Key_Return)
    rest()
    press(Key.Key_Return)
    for proposed in ("Tanja Lang", "lang"):
        field = focused()
        assert isinstance(field, QLineEdit)
        assert field.selectedText() == proposed
        press(Key.Key_Return)


def test_what_somebody_has_typed_is_not_selected(
    wizard: SetupWizard, rest: Callable[[], None]
) -> None:
    """It is theirs: coming back to it, they go on."""
    press(Key.Key_2)
    press(Key.Key_Return)
    enter("db1")
    port = focused()
    assert isinstance(port, QLineEdit)
    assert port.selectedText() == "5432"
    port.setText("5433")
    go_to("Host")
    port.setFocus()
    assert port.selectedText() == ""


@pytest.mark.parametrize(
    ("step", "words", "field"),
    [
        (SetupStep.HOST, "No computer of this name", "Host"),
        (SetupStep.PORT, "Nothing answers there", "Port"),
        (SetupStep.SIGN_IN, "does not take this login", "Password for setting up"),
    ],
)
def test_a_failed_step_has_a_remedy_and_points_to_its_field(
    wizard: SetupWizard,
    fake: FakeWays,
    rest: Callable[[], None],
    *,
    step: SetupStep,
    words: str,
    field: str,
) -> None:
    """The sentence is for whoever sets the server up, and the focus is where it is mended."""
    refused = step is SetupStep.SIGN_IN
    failure = LoginRefusedError("installer") if refused else ServerUnreachableError("db1")
    fake.shared.failures[step] = failure
    fill_connection()
    press(Key.Key_Return)
    rest()
    assert words in visible(wizard)
    assert focused().accessibleName() == field
    assert StepState.FAILED is wizard.connection.steps[step]


def test_a_result_holds_only_for_what_was_tested(
    wizard: SetupWizard, rest: Callable[[], None]
) -> None:
    """A letter more in the host, and there is no going on without another test."""
    fill_connection()
    press(Key.Key_Return)
    rest()
    go_to("Host")
    enter("x")
    assert set(wizard.connection.steps.values()) == {StepState.WAITING}
    assert "Continue" not in {button_text(each) for each in buttons(wizard) if each.isEnabled()}


def test_fields_that_cannot_be_used_say_so_without_a_test(
    wizard: SetupWizard, fake: FakeWays
) -> None:
    """Empty ones, a port beyond the last, a host with spaces."""
    press(Key.Key_2)
    press(Key.Key_Return)
    press(Key.Key_T, CONTROL)
    assert focused().accessibleName() == "Host"
    assert "Needed." in visible(wizard)
    enter("db 1")
    field = focused()
    assert isinstance(field, QLineEdit)
    field.setText("70000")
    press(Key.Key_T, CONTROL)
    assert "A host has no spaces" in visible(wizard)
    assert "1 to 65535" in visible(wizard)
    assert fake.shared.tested == []


def test_a_slow_server_never_stops_the_window(
    qtbot: QtBot, wizard: SetupWizard, fake: FakeWays, rest: Callable[[], None]
) -> None:
    """The test runs beside the window, which stays until the result is there."""
    fake.shared.gate.clear()
    fill_connection()
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: wizard.page.is_busy)
    QApplication.processEvents()
    wizard.close()
    assert wizard.isVisible()
    assert "can be closed when it has ended" in wizard.page.failure_text
    fake.shared.gate.set()
    rest()
    assert wizard.page.failure_text == ""
    assert "6 of 6 passed" in visible(wizard)


def test_back_and_forward_keep_what_was_typed(
    wizard: SetupWizard, rest: Callable[[], None]
) -> None:
    """Esc and Alt+Left go back to the question; the form and its result are there again."""
    fill_connection()
    press(Key.Key_Return)
    rest()
    press(Key.Key_Escape)
    assert wizard.choice.isVisible()
    press(Key.Key_Return)
    assert wizard.connection.isVisible()
    assert wizard.connection.address().hosts == ("db1.support.example",)
    press(Key.Key_Left, ALT)
    assert wizard.choice.isVisible()


# --- making it -----------------------------------------------------------------------------------


def test_setting_up_ends_with_a_saved_recovery_file(
    qtbot: QtBot, wizard: SetupWizard, fake: FakeWays, chooser: FixedFile
) -> None:
    """Everything is made, the window refuses to close, the file is saved, the profile is named."""
    to_recovery(qtbot, wizard)
    assert fake.shared.made == [("Tanja Lang", "lang")]
    assert list(wizard.person.steps) == list(MADE)
    assert typed_texts(wizard.connection).count(OWNER_PASSWORD) == 0
    wizard.close()
    assert wizard.isVisible()
    assert "is not saved yet" in wizard.page.failure_text
    press(Key.Key_Escape)
    press(Key.Key_Left, ALT)
    assert wizard.page is wizard.recovery
    enter(STRONG)
    enter(STRONG)
    qtbot.waitUntil(lambda: "The shared database is ready" in visible(wizard))
    assert chooser.asked == [PROPOSED_NAME]
    assert "still empty" not in visible(wizard)
    assert fake.shared.saved == [(FILE, STRONG)]
    with qtbot.waitSignal(wizard.finished) as finished:
        press(Key.Key_Return)
    assert finished.args == [PROFILE]
    assert not wizard.isVisible()


def test_a_workstation_that_moves_learns_that_its_customers_are_still_to_follow(
    qtbot: QtBot, desk: Desk, fake: FakeWays, chooser: FixedFile
) -> None:
    """On the last page: the shared database is made, and empty."""
    wizard = shown(qtbot, SetupWizard(desk, fake.ways, chooser, only=Way.SHARED))
    fill_fields("db1.support.example")
    make(qtbot, wizard)
    enter(STRONG)
    enter(STRONG)
    qtbot.waitUntil(lambda: "The shared database is ready" in visible(wizard))
    assert "The shared database is still empty." in visible(wizard)
    assert "“Bring over…”" in visible(wizard)


def test_a_file_that_cannot_be_written_can_be_saved_elsewhere(
    qtbot: QtBot, wizard: SetupWizard, fake: FakeWays, rest: Callable[[], None]
) -> None:
    """The failure is said, and what was typed is still there."""
    to_recovery(qtbot, wizard)
    fake.shared.save_failure = FileUnusableError(str(FILE), "rights")
    enter(STRONG)
    enter(STRONG)
    qtbot.waitUntil(lambda: bool(wizard.page.failure_text))
    fake.shared.save_failure = None
    go_to("Save…")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: fake.shared.saved == [(FILE, STRONG)])


def test_a_login_that_is_taken_is_said_beside_its_field(
    qtbot: QtBot, wizard: SetupWizard, fake: FakeWays, rest: Callable[[], None]
) -> None:
    """The step has failed, and with another login everything is made."""
    fake.shared.failures[SetupStep.PERSON] = LoginTakenError("lang")
    fill_connection()
    press(Key.Key_Return)
    rest()
    press(Key.Key_Return)
    press(Key.Key_Return)
    press(Key.Key_Return)
    rest()
    assert wizard.person.steps[SetupStep.PERSON] is StepState.FAILED
    assert wizard.person.steps[SetupStep.KEY] is StepState.NOT_TRIED
    fake.shared.failures.clear()
    field = go_to("Your login in the database")
    assert isinstance(field, QLineEdit)
    field.setText("lang2")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: wizard.page is wizard.recovery)
    assert fake.shared.made[-1] == ("Tanja Lang", "lang2")


def test_a_login_that_cannot_be_one_is_refused_before_anything_is_made(
    wizard: SetupWizard, fake: FakeWays, rest: Callable[[], None]
) -> None:
    """Capitals and reserved words are no login."""
    fill_connection()
    press(Key.Key_Return)
    rest()
    press(Key.Key_Return)
    for refused in ("Lang", "pg_lang", ""):
        field = go_to("Your login in the database")
        assert isinstance(field, QLineEdit)
        field.setText(refused)
        press(Key.Key_Return)
        assert fake.shared.made == []
        assert focused() is field


def test_every_field_and_card_has_a_name(wizard: SetupWizard) -> None:
    """A screen reader names whatever can have the focus, on every page."""
    pages = (wizard.choice, wizard.join, wizard.connection, wizard.person, wizard.recovery)
    for page in pages:
        for widget in page.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy():
                assert widget.accessibleName() or button_text(widget), (page, widget)
