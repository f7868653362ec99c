"""What the shared widgets promise to the windows that use them."""

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.preferences import SchemeChoice
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.theme import Look
from desktop_app.gui.widgets.amber_bar import AmberBar
from desktop_app.gui.widgets.banner import BannerText, VerdictBanner
from desktop_app.gui.widgets.buttons import ButtonSize, LinkButton, OutlineButton, PrimaryButton
from desktop_app.gui.widgets.chip import ChipLabel, ChipPainter, ChipState
from desktop_app.gui.widgets.countdown import Countdown
from desktop_app.gui.widgets.dialog_frame import DialogFrame, scrolling
from desktop_app.gui.widgets.fields import CheckBox, FormField, OptionRow, TextField
from desktop_app.gui.widgets.focus_ring import FocusRing, RefusedRing
from desktop_app.gui.widgets.key_cap import KeyHint
from desktop_app.gui.widgets.labels import ElidedLabel, Label, plain_tooltip
from desktop_app.gui.widgets.progress_line import ProgressLine
from desktop_app.gui.widgets.receipt import ReceiptRow
from desktop_app.gui.widgets.search_field import SearchField
from desktop_app.gui.widgets.segmented import SegmentedControl
from desktop_app.gui.widgets.spelling_strip import SpellingStrip
from desktop_app.gui.widgets.spelling_table import SpellingTable
from desktop_app.gui.widgets.tries import TriesLeft

STOP = BannerText("Does not match", "Do not give any information.", "4 tries left.")
GERMAN = BannerText(
    "Stimmt nicht überein",
    "Geben Sie keinerlei Auskunft zu diesem Kundenkonto.",
    "Noch 4 Versuche. Wiederholen oder buchstabieren lassen, dann erneut prüfen.",
)


def show(qtbot: QtBot, widget: QWidget, width: int = 520) -> QImage:
    qtbot.addWidget(widget)
    widget.resize(width, max(widget.heightForWidth(width), widget.sizeHint().height()))
    with qtbot.waitExposed(widget):
        widget.show()
    return widget.grab().toImage()


def accessible_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name)


# Buttons


def test_button_is_as_wide_as_its_words(appearance: Appearance, qtbot: QtBot) -> None:
    """No width is fixed: longer words make a wider button, at every text size."""
    short = OutlineButton(appearance, "Close")
    long = OutlineButton(appearance, "Telefon-Passwort festlegen…", keys=("F4",))
    for button in (short, long):
        qtbot.addWidget(button)
    font = appearance.theme.fonts.sans(13, 500)
    needed = QFontMetrics(font).horizontalAdvance(long.text())
    assert long.minimumSizeHint().width() > needed + 30 > short.sizeHint().width()


def test_switched_off_button_says_why(appearance: Appearance, qtbot: QtBot) -> None:
    """The reason is in the tooltip and in the screen reader's description, until it is gone."""
    button = OutlineButton(appearance, "Unlock…", keys=("F7",))
    qtbot.addWidget(button)
    button.set_unavailable("Only needed when locked")
    assert not button.isEnabled()
    assert button.toolTip() == button.accessibleDescription() == "Only needed when locked"
    button.set_unavailable(None)
    assert button.isEnabled()
    assert not button.toolTip()


def test_key_caps_are_not_spoken_and_can_be_hidden(appearance: Appearance, qtbot: QtBot) -> None:
    """A screen reader hears the words alone; without caps the button is narrower."""
    button = PrimaryButton(appearance, "Check", keys=("Enter",), size=ButtonSize.ENTRY)
    qtbot.addWidget(button)
    assert accessible_name(button) == "Check"
    before = button.sizeHint().width()
    appearance.set_key_caps(shown=False)
    assert button.sizeHint().width() < before


def test_flush_link_stands_in_line_and_shows_its_focus(
    appearance: Appearance, qtbot: QtBot
) -> None:
    """Nothing stands before its words; a line below them shows the focus without a ring."""
    link = LinkButton(appearance, "Suggest", flush=True)
    other = LinkButton(appearance, "Suggest")
    for each in (other, link):
        qtbot.addWidget(each)
        each.show()
    assert link.padding() == 0 < other.padding()
    link.activateWindow()
    link.setFocus()
    qtbot.waitUntil(link.hasFocus)
    image = link.grab().toImage()
    assert image.pixelColor(1, image.height() - 1) == appearance.theme.colours.accent
    assert link.findChild(FocusRing) is None


def test_enter_presses_the_focused_button_only(appearance: Appearance, qtbot: QtBot) -> None:
    """Enter is the focused button's; no other button of a dialog takes it."""
    window = DialogFrame(appearance)
    first, second = OutlineButton(appearance, "First"), OutlineButton(appearance, "Second")
    for button in (first, second):
        window.body.addWidget(button)
    show(qtbot, window)
    pressed: list[str] = []
    first.clicked.connect(lambda: pressed.append("first"))
    second.clicked.connect(lambda: pressed.append("second"))
    QTest.keyClick(second, Qt.Key.Key_Return)
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert pressed == ["second"]


def test_focus_ring_stands_clear_of_the_button(appearance: Appearance, qtbot: QtBot) -> None:
    """The ring reaches four pixels beyond the button and goes with the focus."""
    window = QWidget()
    layout = QVBoxLayout(window)
    buttons = [OutlineButton(appearance, "One"), OutlineButton(appearance, "Two")]
    for button in buttons:
        layout.addWidget(button)
    show(qtbot, window)
    window.activateWindow()
    buttons[0].setFocus()
    qtbot.waitUntil(lambda: window.findChild(FocusRing) is not None)
    assert ring_in(window).geometry() == buttons[0].geometry().adjusted(-4, -4, 4, 4)
    buttons[1].setFocus()
    qtbot.waitUntil(lambda: len(window.findChildren(FocusRing)) == 1)
    assert ring_in(window).geometry().contains(buttons[1].geometry())


def ring_in(window: QWidget) -> FocusRing:
    ring = window.findChild(FocusRing)
    assert isinstance(ring, FocusRing)
    return ring


def boxed(appearance: Appearance) -> tuple[QWidget, LinkButton]:
    """A box that fits its button closely, as rows of buttons do."""
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    button = LinkButton(appearance, "Show as table")
    layout.addWidget(button)
    return box, button


def focus(qtbot: QtBot, window: QWidget, button: QWidget) -> None:
    window.activateWindow()
    button.setFocus()
    qtbot.waitUntil(lambda: window.findChild(FocusRing) is not None)


def test_no_box_around_the_button_cuts_its_ring(appearance: Appearance, qtbot: QtBot) -> None:
    """The ring reaches over the box that fits the button, and goes where the box goes."""
    window = QWidget()
    box, button = boxed(appearance)
    box.setParent(window)
    window.setMinimumHeight(200)
    show(qtbot, window)
    focus(qtbot, window, button)
    for place in (QPoint(30, 30), QPoint(80, 60)):
        box.move(place)
        around = QRect(place, button.size()).adjusted(-4, -4, 4, 4)
        assert ring_in(window).geometry() == around
        assert ring_in(window).visibleRegion().boundingRect() == QRect(QPoint(), around.size())


def test_ring_stays_in_the_window(appearance: Appearance, qtbot: QtBot) -> None:
    """At the window's edge the ring is whole, too, and comes closer to the button instead."""
    window, button = boxed(appearance)
    show(qtbot, window)
    focus(qtbot, window, button)
    assert ring_in(window).geometry() == window.rect()


def test_ring_scrolls_with_its_button(appearance: Appearance, qtbot: QtBot) -> None:
    """What scrolls out of sight takes the ring along."""
    content = QWidget()
    layout = QVBoxLayout(content)
    box, button = boxed(appearance)
    layout.addWidget(box)
    layout.addSpacing(900)
    area = scrolling(content)
    qtbot.addWidget(area)
    area.resize(300, 200)
    with qtbot.waitExposed(area):
        area.show()
    focus(qtbot, area, button)
    assert ring_in(area).parentWidget() is content
    area.verticalScrollBar().setValue(300)
    assert ring_in(area).visibleRegion().isEmpty()


def test_ring_goes_with_its_button(appearance: Appearance, qtbot: QtBot) -> None:
    """No ring is left in the window where its button was taken away."""
    window = QWidget()
    box, button = boxed(appearance)
    box.setParent(window)
    window.setMinimumHeight(200)
    show(qtbot, window)
    focus(qtbot, window, button)
    box.deleteLater()
    qtbot.waitUntil(lambda: window.findChild(FocusRing) is None)


# Words and choices


def test_segments_are_radio_buttons_with_arrow_keys(appearance: Appearance, qtbot: QtBot) -> None:
    """Arrows take the next segment; each is a radio button to a screen reader."""
    control = SegmentedControl(
        appearance, [("din", "DIN 5009"), ("icao", "ICAO")], name="Spelling alphabet"
    )
    show(qtbot, control)
    segments = control.findChildren(QRadioButton)
    control.activateWindow()
    segments[0].setFocus()
    qtbot.waitUntil(segments[0].hasFocus)
    with qtbot.waitSignal(control.value_changed) as blocker:
        QTest.keyClick(segments[0], Qt.Key.Key_Right)
    assert blocker.args == ["icao"]
    assert control.value() == "icao"
    interface = QAccessible.queryAccessibleInterface(segments[1])
    assert interface is not None
    assert interface.role() is QAccessible.Role.RadioButton
    assert accessible_name(control) == "Spelling alphabet"


def test_label_shows_markup_as_it_is(appearance: Appearance, qtbot: QtBot) -> None:
    """A customer's name is never read as markup."""
    label = Label(appearance, "<b>Anja</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_elided_label_keeps_the_whole_text_in_its_tooltip(
    appearance: Appearance, qtbot: QtBot
) -> None:
    """What does not fit can be read by pointing at it."""
    label = ElidedLabel(appearance, "Müller & Söhne Webdesign GmbH und Partner")
    show(qtbot, label, width=90)
    assert label.toolTip() == plain_tooltip(label.text())
    label.resize(900, 20)
    label.grab()
    assert not label.toolTip()


def test_refused_field_says_why(appearance: Appearance, qtbot: QtBot) -> None:
    """A refusal stands below the field and in its description."""
    editor = TextField()
    field = FormField(appearance, "Reference", editor)
    show(qtbot, field)
    field.set_message("Needed for the journal")
    assert editor.accessibleDescription() == field.message == "Needed for the journal"
    assert editor.property("refused") is True
    field.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(lambda: field.findChild(RefusedRing) is not None)
    field.set_message(None)
    assert not field.message
    qtbot.waitUntil(lambda: field.findChild(RefusedRing) is None)
    assert editor.accessibleName() == "Reference"


# Password state


@pytest.mark.parametrize("state", list(ChipState))
def test_chip_has_icon_word_and_spoken_name(
    appearance: Appearance, qtbot: QtBot, state: ChipState
) -> None:
    """No state is told by colour alone."""
    chip = ChipLabel(appearance, state)
    image = show(qtbot, chip)
    assert accessible_name(chip).startswith("Telephone password: ")
    painter = ChipPainter(appearance)
    assert painter.words(state) != painter.words(state, long=True)
    assert _differs_within(image, QRect(7, 2, 14, 18))
    assert _differs_within(image, QRect(26, 2, 40, 18))


def test_chip_icons_stand_in_one_line(appearance: Appearance) -> None:
    """Framed or not, every chip's icon begins at the same place."""
    painter = ChipPainter(appearance)
    lefts = set()
    for state in (ChipState.SET, ChipState.NONE, ChipState.LOCKED):
        image = QImage(120, 40, QImage.Format.Format_ARGB32)
        image.fill(QColor("white"))
        canvas = QPainter(image)
        painter.paint(canvas, QRectF(0, 0, 120, 40), state)
        canvas.end()
        ground = image.pixel(4, 20)
        middle = range(13, 27)
        lefts.add(next(x for x in range(5, 40) if any(image.pixel(x, y) != ground for y in middle)))
    assert max(lefts) - min(lefts) <= 3


def test_tries_say_the_sentence(appearance: Appearance, qtbot: QtBot) -> None:
    """Dots read as the sentence beside them, which is never cut."""
    tries = TriesLeft(appearance)
    tries.set_tries(4, 5, "4 of 5 tries left")
    image = show(qtbot, tries, width=200)
    assert accessible_name(tries) == "4 of 5 tries left"
    text2 = appearance.theme.colours.text2
    middle = image.height() // 2
    assert image.pixelColor(6, middle) == text2
    used = 4 * 17 + 2
    assert image.pixelColor(used, middle) != text2
    plain = tries.minimumSizeHint().width()
    tries.set_tries(1, 5, "Last try, then locked for 15 min", last=True)
    assert tries.minimumSizeHint().width() >= plain


# The answer


def test_only_a_match_has_its_panel_at_the_leading_edge(
    appearance: Appearance, qtbot: QtBot
) -> None:
    """The icon's place tells a match from every other answer, mirrored as well."""
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        for look in Look:
            banner = VerdictBanner(appearance)
            banner.setLayoutDirection(direction)
            banner.show_verdict(look, STOP)
            image = show(qtbot, banner)
            deep = appearance.theme.verdicts[look].deep
            left = _count(image, QRect(4, 4, 90, 130), deep)
            right = _count(image, QRect(image.width() - 94, 4, 90, 130), deep)
            leading, trailing = (left, right)
            if direction is Qt.LayoutDirection.RightToLeft:
                leading, trailing = trailing, leading
            assert (leading > trailing) is (look is Look.MATCH), (look, direction)


def test_answers_that_forbid_are_hatched_and_framed(appearance: Appearance, qtbot: QtBot) -> None:
    """Stripes of two colours and a pale body, where a match is solid."""
    for look in (Look.STOP, Look.LOCKED, Look.NONE):
        banner = VerdictBanner(appearance)
        banner.show_verdict(look, STOP)
        image = show(qtbot, banner)
        colours = appearance.theme.verdicts[look]
        panel = QRect(image.width() - 94, 4, 90, 40)
        assert _count(image, panel, colours.fill) > 500
        assert _count(image, panel, colours.deep) > 500
        assert image.pixelColor(30, 12) == colours.tint
        assert image.pixelColor(260, 0) == colours.fill


def test_banner_speaks_the_permission_first(appearance: Appearance, qtbot: QtBot) -> None:
    """A screen reader hears whether one may speak before it hears why."""
    banner = VerdictBanner(appearance)
    banner.show_verdict(Look.STOP, STOP)
    show(qtbot, banner)
    assert accessible_name(banner) == "Do not give any information. Does not match. 4 tries left."


def test_banner_keeps_one_height_and_grows_for_long_texts(
    appearance: Appearance, qapp: QApplication, qtbot: QtBot
) -> None:
    """All looks are 142 high; German texts fit, 200 % text makes the banner higher."""
    banner = VerdictBanner(appearance)
    qtbot.addWidget(banner)
    assert banner.heightForWidth(520) == 142
    for look in Look:
        banner.show_verdict(look, STOP)
        assert banner.heightForWidth(520) == 142
    banner.show_verdict(Look.STOP, GERMAN)
    assert banner.heightForWidth(520) <= 150
    large = VerdictBanner(
        Appearance(qapp, choice=SchemeChoice.LIGHT, high_contrast=False, text_factor=2.0)
    )
    qtbot.addWidget(large)
    large.show_verdict(Look.STOP, GERMAN)
    assert large.heightForWidth(520) > 284


def test_checking_appears_only_when_it_takes_long(appearance: Appearance, qtbot: QtBot) -> None:
    """A quick answer is never preceded by "Checking…"; a slow one is."""
    banner = VerdictBanner(appearance)
    show(qtbot, banner)
    banner.show_checking()
    banner.show_verdict(Look.STOP, STOP)
    assert not banner.is_checking
    banner.show_checking()
    assert banner.look is None
    assert not banner.is_checking
    qtbot.waitUntil(lambda: banner.is_checking)
    banner.clear()
    assert not banner.is_checking


# Spelling


def test_masked_strip_shows_nothing_of_the_entry(appearance: Appearance, qtbot: QtBot) -> None:
    """The masked strip is the same picture and the same words whatever was typed."""
    untouched, used = SpellingStrip(appearance), SpellingStrip(appearance)
    used.set_characters([("A", "Aachen"), ("h", "Hamburg")])
    used.set_masked()
    assert show(qtbot, untouched) == show(qtbot, used)
    assert accessible_name(untouched) == accessible_name(used)


def test_strip_keeps_its_height_and_follows_the_caret(appearance: Appearance, qtbot: QtBot) -> None:
    """One row, two rows and the masked box are equally high; long entries scroll."""
    strip = SpellingStrip(appearance)
    height = strip.sizeHint().height()
    strip.set_characters([("A", "Aachen")] * 8)
    show(qtbot, strip)
    assert strip.sizeHint().height() == height
    strip.set_characters([(chr(65 + n % 26), f"Word{n}") for n in range(60)])
    at_start = strip.grab().toImage()
    strip.set_caret(30)
    assert strip.grab().toImage() != at_start
    assert strip.sizeHint().height() == height


def test_table_is_as_high_as_the_banner(appearance: Appearance, qtbot: QtBot) -> None:
    """Thirty letters fit the banner's place at 520 pixels; narrower, the table grows."""
    table = SpellingTable(appearance, name="Spelling alphabet")
    qtbot.addWidget(table)
    table.set_entries([(chr(65 + n), "Quickborn") for n in range(30)])
    assert table.heightForWidth(520) == VerdictBanner(appearance).heightForWidth(520)
    assert table.heightForWidth(240) > 142
    assert "A Quickborn" in table.accessibleDescription()


# Time


class _Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_countdown_shows_its_last_seconds_and_finishes_once(
    appearance: Appearance, qtbot: QtBot
) -> None:
    """Hidden until the last 20 seconds, then counting, then finished, once."""
    clock = _Clock()
    countdown = Countdown(
        appearance, "Closes in {} s".format, keep_open=("Keep open", "F8"), clock=clock
    )
    qtbot.addWidget(countdown)
    finished: list[bool] = []
    countdown.finished.connect(lambda: finished.append(True))
    countdown.start(60, shown_last=20)
    assert countdown.isHidden()
    clock.now += 41.5
    countdown.tick()
    assert not countdown.isHidden()
    assert countdown.seconds_left == 19
    assert any(label.text() == "Closes in 19 s" for label in countdown.findChildren(Label))
    clock.now += 30
    countdown.tick()
    assert finished == [True]
    assert countdown.isHidden()
    assert countdown.seconds_left == 0


def test_stopped_countdown_never_finishes(appearance: Appearance, qtbot: QtBot) -> None:
    """Stopping takes it away without closing anything."""
    countdown = Countdown(appearance, str, clock=_Clock())
    qtbot.addWidget(countdown)
    with qtbot.assertNotEmitted(countdown.finished):
        countdown.start(20)
        countdown.stop()
    assert countdown.isHidden()


def test_progress_line_waits_before_it_shows(appearance: Appearance, qtbot: QtBot) -> None:
    """Quick work shows no bar; slow work does, in the same two pixels."""
    line = ProgressLine(appearance, delay_ms=0)
    show(qtbot, line)
    line.start()
    line.stop()
    assert not line.is_moving
    line.start()
    qtbot.waitUntil(lambda: line.is_moving)
    assert line.height() == 2
    line.stop()


# Bars, fields, frames


def test_amber_bar_wraps_and_speaks(appearance: Appearance, qtbot: QtBot) -> None:
    """Both sentences are read; a narrow bar is higher, never cut."""
    bar = AmberBar(appearance)
    bar.set_texts("No connection since 14:12.", "Checks are paused until it is back.")
    show(qtbot, bar, width=800)
    assert accessible_name(bar).startswith("No connection since 14:12. Checks")
    assert bar.heightForWidth(200) > bar.heightForWidth(800)


def test_search_field_clears(appearance: Appearance, qtbot: QtBot) -> None:
    """Clearing empties the field, tells the window and keeps the caret."""
    search = SearchField(appearance, placeholder="Customer number, name")
    show(qtbot, search, width=700)
    search.activateWindow()
    QTest.keyClicks(search.edit, "mul")
    with qtbot.waitSignal(search.edited) as blocker:
        search.clear()
    assert blocker.args == [""]
    qtbot.waitUntil(search.edit.hasFocus)
    assert accessible_name(search.edit) == "Customer number, name"


def test_receipt_button_copies_its_one_line(appearance: Appearance, qtbot: QtBot) -> None:
    """Exactly the line given goes to the clipboard; without a line the button is off."""
    row = ReceiptRow(appearance)
    show(qtbot, row)
    assert not row.copy_button.isEnabled()
    row.set_receipt("VW-7K3F-92QD", "Telephone password · customer 104233 · matches")
    QTest.mouseClick(row.copy_button, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    copied = QGuiApplication.clipboard().text()
    assert copied == "Telephone password · customer 104233 · matches"
    assert row.copy_button.accessibleDescription() == "Copied"


def test_dialog_names_the_customer(appearance: Appearance, qtbot: QtBot) -> None:
    """The header shows whom the dialog is about; a long company gives way, the number never."""
    window = DialogFrame(appearance, scrolls=True)
    window.header.set_customer("Anja Müller", "Müller & Söhne " * 20, "104233", "+49 6851 555")
    window.foot.set_actions(PrimaryButton(appearance, "Done"), OutlineButton(appearance, "Back"))
    show(qtbot, window, width=560)
    assert window.width() == 560
    number = next(each for each in window.findChildren(Label) if each.text() == "104233")
    assert number.width() >= QFontMetrics(number.font()).horizontalAdvance("104233")


def test_check_box_and_option_row_keep_their_roles(appearance: Appearance, qtbot: QtBot) -> None:
    """Own-painted controls stay what they are to keyboard and screen reader."""
    box = CheckBox(appearance, "The customer has read it back")
    option = OptionRow(appearance, "Call-back", icon="phone", detail="+49 6851 555")
    for widget in (box, option):
        show(qtbot, widget)
    QTest.keyClick(box, Qt.Key.Key_Space)
    QTest.mouseClick(option, Qt.MouseButton.LeftButton)
    assert box.isChecked()
    assert option.isChecked()
    roles = []
    for widget in (box, option):
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface is not None
        roles.append(interface.role())
    assert roles == [QAccessible.Role.CheckBox, QAccessible.Role.RadioButton]


def test_widgets_turn_dark_while_shown(appearance: Appearance, qtbot: QtBot) -> None:
    """A change of the scheme repaints what is on screen."""
    banner = VerdictBanner(appearance)
    banner.show_verdict(Look.STOP, STOP)
    show(qtbot, banner)
    appearance.set_choice(SchemeChoice.DARK)
    image = banner.grab().toImage()
    assert image.pixelColor(30, 12) == appearance.theme.verdicts[Look.STOP].tint
    hint = KeyHint(appearance, ("F1",), "All shortcuts")
    qtbot.addWidget(hint)
    appearance.set_key_caps(shown=False)
    assert hint.isHidden()


def _count(image: QImage, area: QRect, colour: QColor) -> int:
    wanted = colour.rgb()
    return sum(
        image.pixel(x, y) == wanted
        for x in range(area.left(), area.right())
        for y in range(area.top(), area.bottom())
    )


def _differs_within(image: QImage, area: QRect) -> bool:
    colours = {
        image.pixel(x, y)
        for x in range(area.left(), min(area.right(), image.width()))
        for y in range(area.top(), min(area.bottom(), image.height()))
    }
    return len(colours) > 3
