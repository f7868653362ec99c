"""The chart of checks: its axis, its bars by keyboard and mouse, the same as a table."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop_app.core.attention import Attention, AttentionKind
from desktop_app.core.team_figures import TeamDay
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.theme import Look
from desktop_app.gui.team.attention_model import AttentionModel, AttentionRow
from desktop_app.gui.team.bar_chart import BarChart, axis_step
from desktop_app.gui.team.checks_box import Legend
from desktop_app.gui.team.checks_table import ChecksModel
from desktop_app.gui.team.identity_box import IdentityBox
from tests.gui.fakes import FakeClock

Key = Qt.Key
STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal
MONDAY = date(2025, 11, 10)
DAYS = (
    TeamDay(MONDAY, matches=82, failed=11, locked=3, without=13),
    TeamDay(MONDAY + timedelta(days=1)),
    TeamDay(MONDAY + timedelta(days=2), matches=1),
)


@pytest.mark.parametrize(
    ("most", "step"), [(0, 1), (3, 1), (4, 2), (110, 40), (120, 40), (121, 50), (9_000, 4_000)]
)
def test_the_axis_has_round_numbers(most: int, step: int) -> None:
    """Three steps reach the highest bar."""
    assert axis_step(most) == step


@pytest.fixture
def chart(qtbot: QtBot, appearance: Appearance) -> BarChart:
    """Three days on the screen, with the keyboard at today's."""
    chart = BarChart(appearance)
    qtbot.addWidget(chart)
    chart.resize(600, 300)
    chart.set_days(DAYS)
    chart.show()
    chart.activateWindow()
    qtbot.waitUntil(chart.isActiveWindow)
    chart.setFocus()
    return chart


def test_bars_are_reached_by_arrow_keys(chart: BarChart) -> None:
    """Each is told in words, with a tooltip beside it; the ends hold."""
    assert chart.accessibleDescription().startswith("Wed 12 Nov: 1 check. 1 match")
    QTest.keyClick(chart, Key.Key_Left)
    assert chart.accessibleDescription() == "Tue 11 Nov: no checks"
    QTest.keyClick(chart, Key.Key_Left)
    QTest.keyClick(chart, Key.Key_Left)
    said = "Mon 10 Nov: 109 checks. 82 match, 11 do not match, 3 locked, 13 without a password."
    assert chart.accessibleDescription() == said
    assert said in QToolTip.text()
    QTest.keyClick(chart, Key.Key_End)
    assert chart.current == DAYS[-1]
    QTest.keyClick(chart, Key.Key_Home)
    assert chart.current == DAYS[0]


def test_the_bar_that_was_reached_stays_when_figures_are_read_again(chart: BarChart) -> None:
    """Also where another day came in; one that has gone makes way for today."""
    QTest.keyClick(chart, Key.Key_Home)
    earlier = TeamDay(MONDAY - timedelta(days=3), matches=5)
    chart.set_days((earlier, *DAYS))
    assert chart.current == DAYS[0]
    chart.set_days(DAYS[1:])
    assert chart.current == DAYS[-1]


def test_a_bar_has_a_tooltip(chart: BarChart) -> None:
    """Wherever the mouse is in its column."""
    place = QPoint(chart.width() // 4, 30)
    QApplication.sendEvent(chart, QHelpEvent(QEvent.Type.ToolTip, place, chart.mapToGlobal(place)))
    assert "109 checks" in QToolTip.text()
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
    assert chart.current == DAYS[0]


def test_parts_have_their_colours(chart: BarChart, appearance: Appearance) -> None:
    """Solid, hatched, dark and outlined parts are all there."""
    image = chart.grab().toImage()
    seen = {
        image.pixelColor(x, y).name()
        for x in range(60, image.width() // 3)
        for y in range(image.height())
    }
    for look in (Look.MATCH, Look.STOP, Look.LOCKED):
        assert appearance.theme.verdicts[look].plain.name() in seen
    assert appearance.theme.colours.line_strong.name() in seen


def test_many_days_keep_their_labels_apart(chart: BarChart) -> None:
    """Not every bar of ninety is labelled; it paints, mirrored as well."""
    days = [TeamDay(MONDAY + timedelta(days=place), matches=place) for place in range(90)]
    chart.set_days(days)
    chart.grab()
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    chart.grab()
    chart.setFocus()
    QTest.keyClick(chart, Key.Key_Right)
    assert chart.current == days[1]


def test_days_of_several_months_are_told_apart(chart: BarChart) -> None:
    """The same number comes twice in ninety days: their labels name the month as well."""
    assert list(chart.labels().values()) == [("Today", "12"), ("Tue", "11"), ("Mon", "10")]
    chart.set_days([TeamDay(MONDAY - timedelta(days=back)) for back in range(89, -1, -1)])
    labels = list(chart.labels().values())
    assert labels[0] == ("Today", "10 Nov")
    assert len(set(labels)) == len(labels) > 3
    assert {text.partition(" ")[2][:3] for _, text in labels} == {"Nov", "Oct", "Sep", "Aug"}


def test_the_table_says_the_same() -> None:
    """A row for each day, the newest first."""
    model = ChecksModel()
    tester = QAbstractItemModelTester(model, STRICT)
    model.set_days(DAYS)
    rows = [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    assert rows[2] == ["Mon 10 Nov", "82", "11", "3", "13", "109"]
    assert rows[1][1:] == ["0"] * 5
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(6)]
    assert heads == ["Day", "Matches", "Does not match", "Locked", "No password set", "All"]
    assert tester.model() is model


def test_the_list_is_a_sound_model() -> None:
    """Rows say themselves to the screen reader with their action."""
    model = AttentionModel()
    tester = QAbstractItemModelTester(model, STRICT)
    now = FakeClock()()
    pause = Attention(kind=AttentionKind.PAUSED, login="other", person="Otto Other", at=now)
    model.set_rows((AttentionRow(pause, now),))
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Otto Other, Own checks pause since 14:07, Resume…"
    assert tester.model() is model


def test_the_legend_wraps(qtbot: QtBot, appearance: Appearance) -> None:
    """In the order of the stack; a narrow one takes more lines."""
    legend = Legend(appearance)
    qtbot.addWidget(legend)
    assert legend.accessibleName() == "Matches, Does not match, Locked, No password set"
    assert legend.heightForWidth(200) > legend.heightForWidth(600)
    legend.resize(200, legend.heightForWidth(200))
    legend.grab()


def test_identity_checks_are_said_in_words(qtbot: QtBot, appearance: Appearance) -> None:
    """Bars are named for the screen reader; the portal counts as one of the checks."""
    box = IdentityBox(appearance)
    qtbot.addWidget(box)
    box.set_counts({"callback": 18, "portal": 2, "Seen at the fair": 1}, 14)
    said = "Call-back to number on file: 18, Signed in to the portal: 2, Seen at the fair: 1"
    assert box.bars.accessibleName() == said
    for width in (300, 800):
        box.resize(width, 160)
        box.grab()
    box.set_counts({}, 7)
    box.grab()
