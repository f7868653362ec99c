"""The team page in the main window: figures, states, and every action by keyboard."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QRadioButton
from pytestqt.qtbot import QtBot

from desktop_app.core.attention import Attention, AttentionKind
from desktop_app.core.entities import Customer
from desktop_app.core.errors import DatabaseMissingError
from desktop_app.core.team_figures import TeamTotals
from desktop_app.gui.context import Context, Desk
from desktop_app.gui.team.team_page import TeamPage
from desktop_app.gui.widgets.progress_line import ProgressLine
from tests.gui.fakes import FakeClock, FakeStorage, session_of
from tests.gui.main_window_driver import Driver, focused_is
from tests.gui.sample_customers import add_sample_customers
from tests.gui.sample_team import add_sample_team, tuesday

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def clock() -> FakeClock:
    """A Tuesday."""
    return tuesday()


@pytest.fixture
def customers(storage: FakeStorage) -> dict[str, Customer]:
    """The sample customers, and the team that has them."""
    customers = add_sample_customers(storage)
    add_sample_team(storage, customers)
    return customers


class Lead(Driver):
    """A lead at the team page."""

    def go(self) -> None:
        """Show the page and wait for its figures."""
        self.press(Key.Key_2, Modifier.ControlModifier)
        self.wait_for("Updated 14:10")

    @property
    def page(self) -> TeamPage:
        page = self.window.findChild(TeamPage)
        assert isinstance(page, TeamPage)
        return page

    def rows(self) -> list[str]:
        return [row.spoken for row in self.page.attention.list_view.rows]

    def select(self, words: str) -> None:
        """Go down to the row that says this."""
        view = self.page.attention.list_view
        place = next(place for place, row in enumerate(view.rows) if words in row.spoken)
        self.press(Key.Key_Home)
        for _ in range(place):
            self.press(Key.Key_Down)


@pytest.fixture
def lead(
    qtbot: QtBot, context: Context, storage: FakeStorage, customers: dict[str, Customer]
) -> Lead:
    """A lead's window with the sample team, at its start."""
    assert customers
    driver = Lead(qtbot, context.desk, storage)
    driver.open(context)
    return driver


def test_tiles_say_what_to_make_of_the_figures(lead: Lead) -> None:
    """Shares, what opens again, what is usual, how many matched; for a screen reader too."""
    lead.go()
    tiles = [tile.accessibleName() for tile in lead.page.tiles.all]
    assert tiles == [
        "Customers with a password: 68%, 5,586 of 8,214",
        "Locked now: 2, 1 opens again at 14:32, 1 is blocked",
        "Failed today: 7, usually 4 on a Tuesday",
        "Checks today: 67, 54 matched, 81%",
    ]


def test_the_list_has_what_needs_attention(lead: Lead) -> None:
    """The most urgent first, each with its reason and its action."""
    lead.go()
    assert lead.rows() == [
        "Mulder Logistics B.V. · Tim Mulder, 108412, 5 wrong tries in a row, last 14:02, Unlock…",
        "Optik Mulzer · Paul Mulzer, 106029, Blocked since yesterday 17:48, Set password…",
        "Yıldız Haustechnik GmbH · Ömer Yıldız, 103991, Failed on 3 of the last 4 calls, History",
        (
            "Bäckerei Müller e. K. · Bernd Müller, 104871, 4 calls this month without a password,"
            " Set password…"
        ),
        (
            "Stimulus Events · Georg Stein, 103318, 3 calls this month without a password,"
            " Set password…"
        ),
        "Kanzlei Lang & Partner · Sabine Müller-Lang, 100377, Password is 3 years old, History",
    ]
    assert lead.sees("Needs attention")
    assert lead.sees("Figures are per team. Watchword keeps no ranking of colleagues.")


@pytest.mark.parametrize(
    ("row", "asked"),
    [
        ("Mulder", ("unlock", "108412")),
        ("Optik", ("set_password", "106029")),
        ("Yıldız", ("history", "103991")),
        ("Stimulus", ("set_password", "103318")),
        ("Kanzlei", ("history", "100377")),
    ],
)
def test_enter_does_what_the_row_says(lead: Lead, row: str, asked: tuple[str, str]) -> None:
    """Ctrl+2, arrows, Enter; the keyboard is in the list already."""
    lead.go()
    assert focused_is(lead.page.attention.list_view)
    lead.select(row)
    lead.press(Key.Key_Return)
    assert lead.asked == [asked]


def test_a_caution_is_cleared_and_a_pause_ended(
    lead: Lead, storage: FakeStorage, customers: dict[str, Customer], qtbot: QtBot
) -> None:
    """A pause asks first, then the person's checks go on and the list is read again."""
    now = storage.clock()
    storage.team_figures.items += [
        Attention(
            kind=AttentionKind.CAUTION,
            customer=customers["104233"],
            note="tried three\nbirthdays",
            at=now,
        ),
        Attention(
            kind=AttentionKind.PAUSED,
            login="other",
            person="Otto Other",
            at=now - timedelta(days=2),
        ),
    ]
    dialogs: list[QDialog] = []
    lead.window.dialog_wanted.connect(dialogs.append)
    lead.go()
    lead.select("Caution: tried three birthdays")
    lead.press(Key.Key_Return)
    assert lead.asked == [("clear_caution", "104233")]
    lead.select("Own checks pause since Sun 14:10")
    lead.press(Key.Key_Return)
    [dialog] = dialogs
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    before = storage.calls.count("attention")
    lead.press(Key.Key_Tab)
    lead.press(Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert "resume" in storage.calls
    lead.wait(lambda: storage.calls.count("attention") > before)


def test_passwords_under_an_old_key_are_one_line(lead: Lead, storage: FakeStorage) -> None:
    """With their number, and nothing that could be done at once."""
    storage.team_figures.standing = TeamTotals(storage.clock(), 10, 9, 4, 0, 0, None)
    storage.team_figures.items, storage.team_figures.recent = [], []
    lead.go()
    assert lead.rows() == ["4 passwords under an old team key, Each is renewed at its next match"]
    lead.press(Key.Key_Return)
    assert lead.asked == []


def test_two_customers_of_one_company_are_told_apart(
    lead: Lead, storage: FakeStorage, customers: dict[str, Customer]
) -> None:
    """Company, name and number are in the row; what a narrow list cuts off is in its tooltip."""
    colleagues = [
        replace(customers[number], company="Nordlicht GmbH") for number in ("108412", "106029")
    ]
    storage.team_figures.recent = []
    storage.team_figures.items = [
        Attention(kind=AttentionKind.LOCKED, customer=each, amount=5, at=storage.clock())
        for each in colleagues
    ]
    lead.go()
    rows = lead.page.attention.list_view.rows
    assert {(row.title, row.number) for row in rows} == {
        ("Nordlicht GmbH · Tim Mulder", "108412"),
        ("Nordlicht GmbH · Paul Mulzer", "106029"),
    }
    model = lead.page.attention.list_view.model()
    tip = str(model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert QTextDocumentFragment.fromHtml(tip).toPlainText() == rows[0].unabridged


def test_a_click_on_an_action_acts(lead: Lead, qtbot: QtBot) -> None:
    """One on the words selects only; a double click on them acts."""
    lead.go()
    view = lead.page.attention.list_view
    rect = view.visualRect(view.model().index(1, 0))
    words = QPoint(rect.x() + 80, rect.center().y())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=words)
    assert view.currentIndex().row() == 1
    assert lead.asked == []
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=words)
    action = QPoint(rect.right() - 30, rect.center().y())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=action)
    assert lead.asked == [("set_password", "106029")] * 2


def test_the_selected_row_stays_when_the_list_is_read_again(
    lead: Lead, storage: FakeStorage
) -> None:
    """The same customer, though another row came above; of a row that went, the place."""
    lead.go()
    lead.select("Kanzlei")
    storage.team_figures.items.append(
        Attention(kind=AttentionKind.PAUSED, login="other", person="Otto Other", at=storage.clock())
    )
    lead.press(Key.Key_F5)
    lead.wait(lambda: len(lead.rows()) == 7)
    view = lead.page.attention.list_view
    assert view.rows[view.currentIndex().row()].number == "100377"
    storage.team_figures.items.pop(-2)
    lead.press(Key.Key_F5)
    lead.wait(lambda: len(lead.rows()) == 6)
    assert view.currentIndex().row() == 5


def test_everything_is_reached_by_keyboard(lead: Lead) -> None:
    """Tab leads through all that can be used and out again; F6 goes from area to area."""
    lead.go()
    page = lead.page
    seen = []
    for _ in range(12):
        seen.append(QApplication.focusWidget())
        lead.press(Key.Key_Tab)
    for widget in (page.attention.list_view, page.checks.period.taken(), page.checks.chart):
        assert widget in seen
    page.take_focus()
    lead.press(Key.Key_F6)
    reached = QApplication.focusWidget()
    assert reached is not None
    assert page.checks.isAncestorOf(reached)
    lead.press(Key.Key_F6)
    assert focused_is(page.attention.list_view)


def test_the_chart_is_shown_as_a_table(lead: Lead) -> None:
    """And back; the period holds for both, and for the identity checks below."""
    lead.go()
    checks = lead.page.checks
    assert len(checks.table.model().index(0, 0).data())
    assert checks.table.model().rowCount() == 14
    lead.button("Show as table").click()
    assert checks.table.isVisible()
    assert not checks.chart.isVisible()
    checks.period.taken().setFocus()
    lead.press(Key.Key_Left)
    assert checks.table.model().rowCount() == 7
    assert lead.sees("Passwords set, by identity check, last 7 working days")
    lead.button("Show as chart").click()
    assert checks.chart.isVisible()


def test_nothing_needs_attention(lead: Lead, storage: FakeStorage) -> None:
    """A tick and a sentence; the keyboard is at the chart then."""
    storage.team_figures.items, storage.team_figures.recent = [], []
    lead.go()
    assert lead.sees("Nothing needs attention.")
    assert focused_is(lead.page.checks.chart)


def test_a_list_that_was_cut_says_so(
    lead: Lead, storage: FakeStorage, customers: dict[str, Customer]
) -> None:
    """More of one kind than are shown."""
    storage.team_figures.recent = []
    storage.team_figures.items = [
        Attention(kind=AttentionKind.CAUTION, customer=customer, note="why", at=storage.clock())
        for customer in [*customers.values()] * 2
    ]
    lead.go()
    assert lead.sees("more than 15")


def test_a_database_that_does_not_answer(
    lead: Lead, storage: FakeStorage, clock: FakeClock
) -> None:
    """The last figures stay with their age, actions are off, and it is tried again."""
    lead.go()
    clock.advance(timedelta(minutes=1))
    storage.failure = DatabaseMissingError("watchword.db")
    lead.press(Key.Key_F5)
    lead.wait_for("Figures from 14:10")
    assert lead.sees("No answer from the database since 14:11.")
    assert lead.has_button("Try now")
    assert focused_is(lead.page.attention.list_view)
    lead.press(Key.Key_Return)
    assert lead.asked == []
    lead.wait_for("Not possible without the database")
    storage.failure = None
    lead.press(Key.Key_F5)
    lead.wait_for("Updated 14:11")
    lead.press(Key.Key_Return)
    assert lead.asked == [("unlock", "108412")]


def test_it_is_read_again_each_minute_while_it_is_seen(lead: Lead, storage: FakeStorage) -> None:
    """And not behind another page."""
    lead.go()
    (tick,) = (each for each in lead.page.findChildren(QTimer) if each.interval() == 60_000)
    assert tick.isActive()
    before = storage.calls.count("counts")
    tick.timeout.emit()
    lead.wait(lambda: storage.calls.count("counts") == before + 1)
    lead.press(Key.Key_1, Modifier.ControlModifier)
    assert not tick.isActive()


def test_slow_figures_are_waited_for_without_a_stall(
    lead: Lead, storage: FakeStorage, qtbot: QtBot
) -> None:
    """A thin bar after a moment, nothing invented meanwhile."""
    storage.hold()
    lead.press(Key.Key_2, Modifier.ControlModifier)
    bar = lead.page.findChild(ProgressLine)
    assert isinstance(bar, ProgressLine)
    qtbot.waitUntil(lambda: bar.is_moving)
    assert not lead.page.tiles.isVisible()
    storage.release()
    lead.wait_for("Updated 14:10")
    assert not bar.is_moving
    assert focused_is(lead.page.attention.list_view)


def test_who_chooses_the_page_by_arrows_keeps_the_keyboard(lead: Lead) -> None:
    """Figures that arrive take it from nobody who did not ask for it."""
    control = next(
        each for each in lead.window.findChildren(QRadioButton) if each.text() == "Customers"
    )
    control.setFocus()
    lead.press(Key.Key_Right)
    lead.wait_for("Updated 14:10")
    assert isinstance(QApplication.focusWidget(), QRadioButton)


def test_locking_takes_the_figures_off_the_screen(lead: Lead) -> None:
    """No name stays in the hidden page."""
    lead.go()
    lead.window.close_profile()
    assert lead.rows() == []


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_a_narrow_page_has_one_column(
    qtbot: QtBot,
    context: Context,
    storage: FakeStorage,
    customers: dict[str, Customer],
    factor: float,
) -> None:
    """Tiles two by two, everything within the width; large text needs the same at double size."""
    assert customers
    look = context.desk.appearance
    look.set_text_factor(factor)
    driver = Lead(qtbot, context.desk, storage, (round(890 * factor), 700))
    driver.open(context)
    driver.go()
    page = driver.page
    first, second, third, _ = page.tiles.all
    assert first.y() == second.y() < third.y()
    assert page.attention.x() == page.checks.x()
    assert page.checks.width() <= driver.window.width()
    driver.window.resize(round(1180 * factor), 760)
    qtbot.waitUntil(lambda: page.attention.x() > page.checks.x())
    assert first.y() == third.y()


def test_an_empty_team(qtbot: QtBot, desk: Desk, storage: FakeStorage) -> None:
    """Nothing to divide by, nothing to compare with."""
    driver = Lead(qtbot, desk, storage)
    driver.window.open(Context(desk, session_of(storage), storage.policies.load()))
    driver.wait(lambda: "own_checks" in storage.calls)
    driver.go()
    tiles = [tile.accessibleName() for tile in driver.page.tiles.all]
    assert tiles == [
        "Customers with a password: 0%, 0 of 0",
        "Locked now: 0, nobody waits",
        "Failed today: 0, no earlier Tuesday to compare with",
        "Checks today: 0, none yet",
    ]
