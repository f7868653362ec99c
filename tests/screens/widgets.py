"""The gallery of widgets, and the four banners side by side."""

from collections.abc import Callable

from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from desktop_app.core.secret import Secret
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.theme import Look
from desktop_app.gui.widgets.amber_bar import AmberBar
from desktop_app.gui.widgets.banner import BannerText, VerdictBanner
from desktop_app.gui.widgets.buttons import (
    ButtonSize,
    IconButton,
    LinkButton,
    OutlineButton,
    PrimaryButton,
)
from desktop_app.gui.widgets.chip import ChipLabel, ChipState
from desktop_app.gui.widgets.countdown import Countdown
from desktop_app.gui.widgets.dialog_frame import DialogFrame
from desktop_app.gui.widgets.fields import CheckBox, ChoiceField, FormField, OptionRow, TextField
from desktop_app.gui.widgets.key_cap import KeyHint
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.password_entry import PasswordEntry
from desktop_app.gui.widgets.receipt import ReceiptRow
from desktop_app.gui.widgets.search_field import SearchField
from desktop_app.gui.widgets.segmented import SegmentedControl
from desktop_app.gui.widgets.spelling_strip import SpellingStrip
from desktop_app.gui.widgets.spelling_table import SpellingTable
from desktop_app.gui.widgets.tries import TriesLeft
from tests.screens.registry import screen

STOP = "Do not give any information about this account."
VERDICTS = {
    Look.MATCH: BannerText(
        "Matches",
        "You may give information about this account.",
        "Applies to this call only. The next call needs a new check.",
    ),
    Look.STOP: BannerText(
        "Does not match",
        STOP,
        "4 tries left. Have it repeated or spelled, then check again.",
    ),
    Look.LOCKED: BannerText(
        "Locked", STOP, "Opens again at 14:32. A team lead can unlock it sooner."
    ),
    Look.NONE: BannerText(
        "No telephone password", STOP, "Offer to set one: a team lead checks the identity first."
    ),
}
GERMAN_STOP = BannerText(
    "Stimmt nicht überein",
    "Geben Sie keinerlei Auskunft zu diesem Kundenkonto.",
    "Noch 4 Versuche. Wiederholen oder buchstabieren lassen, dann erneut prüfen.",
)
DIN_5009 = [
    *("Aachen", "Berlin", "Chemnitz", "Düsseldorf", "Essen", "Frankfurt", "Goslar", "Hamburg"),
    *("Ingelheim", "Jena", "Köln", "Leipzig", "München", "Nürnberg", "Offenbach", "Potsdam"),
    *("Quickborn", "Rostock", "Salzwedel", "Tübingen", "Unna", "Völklingen", "Wuppertal"),
    *("Xanten", "Ypsilon", "Zwickau"),
]
TABLE = [
    *((word[0], word) for word in DIN_5009),
    ("Ä", "Umlaut Aachen"),
    ("Ö", "Umlaut Offenbach"),
    ("Ü", "Umlaut Unna"),
    ("ß", "Eszett"),
]
SPELLED = [
    ("A", "Aachen"),
    ("h", "Hamburg"),
    ("o", "Offenbach"),
    ("r", "Rostock"),
    ("n", "Nürnberg"),
    ("␣", "Space"),
    ("4", "vier"),
    ("2", "zwei"),
]


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _column(*parts: QWidget | QLayout) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(12)
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    column.addStretch(1)
    return column


@screen("widgets")
def gallery(appearance: Appearance) -> QWidget:
    window = QWidget()
    columns = QHBoxLayout(window)
    columns.setContentsMargins(20, 20, 20, 20)
    columns.setSpacing(28)
    entries = QWidget()
    column = _entry_column(appearance)
    column.setContentsMargins(0, 0, 0, 0)
    entries.setLayout(column)
    entries.setMinimumWidth(max(520, column.minimumSize().width()))
    columns.addLayout(_buttons_column(appearance), 1)
    columns.addWidget(entries)
    window.resize(1300, 860)
    return window


def _buttons_column(appearance: Appearance) -> QVBoxLayout:
    off = OutlineButton(appearance, "Unlock…", keys=("F7",))
    off.set_unavailable("Only needed when locked")
    primary_off = PrimaryButton(appearance, "Check", size=ButtonSize.ENTRY)
    primary_off.setEnabled(False)
    field = FormField(appearance, "Reference", TextField(placeholder="Anything useful"))
    refused = FormField(appearance, "CA file", TextField(placeholder="System certificates"))
    refused.set_message("Needed: your team’s CA file (.crt or .pem)")
    choice = ChoiceField(appearance, name="Encryption")
    choice.addItems(["Verify certificate and host name"])
    checked = CheckBox(appearance, "The customer has read it back to me correctly")
    checked.setChecked(True)
    option = OptionRow(
        appearance, "Call-back to number on file", icon="phone", detail="+49 6851 555 0137"
    )
    option.setChecked(True)
    suggestion = OptionRow(appearance, "Kranich 86", dot=False, mono=True)
    bar = AmberBar(
        appearance,
        button=OutlineButton(appearance, "Try now", keys=("F5",)),
    )
    bar.set_texts("No connection to db1.support.example since 14:12.", "Checks are paused.")
    warning = AmberBar(appearance, stacked=True)
    warning.set_texts(
        "The customer must note it now. It cannot be shown again.",
        "Watchword keeps no readable copy of it.",
    )
    search = SearchField(appearance, placeholder="Customer number, name, company")
    search.edit.setText("mul")
    return _column(
        search,
        PrimaryButton(
            appearance, "Verify caller", icon="shield-check", keys=("Enter",), size=ButtonSize.BIG
        ),
        OutlineButton(appearance, "Set password…", keys=("F4",), spread=True),
        _row(
            OutlineButton(appearance, "Copy receipt", icon="copy", keys=("F9",)),
            off,
            LinkButton(appearance, "Keep open", keys=("F8",)),
            IconButton(appearance, "copy", "Copy number"),
        ),
        _row(
            primary_off,
            PrimaryButton(appearance, "Check", keys=("Enter",), size=ButtonSize.ENTRY),
            OutlineButton(appearance, "New customer", icon="plus", size=ButtonSize.SEARCH),
        ),
        _row(*(ChipLabel(appearance, state) for state in ChipState)),
        bar,
        warning,
        field,
        refused,
        choice,
        option,
        _row(suggestion, OptionRow(appearance, "Birke 17", dot=False, mono=True)),
        checked,
        CheckBox(appearance, "The customer has been told never to send it by e-mail"),
        _row(
            KeyHint(appearance, ("↑", "↓"), "Select"),
            KeyHint(appearance, ("Enter",), "Verify caller"),
            KeyHint(appearance, ("Ctrl", "F"), "Search"),
        ),
    )


def _entry_column(appearance: Appearance) -> QVBoxLayout:
    tries = TriesLeft(appearance)
    tries.set_tries(4, 5, "4 of 5 tries left")
    last = TriesLeft(appearance)
    last.set_tries(1, 5, "Last try, then locked for 15 min", last=True)
    none = TriesLeft(appearance)
    none.set_note("No password on file", icon="key-none")
    masked = PasswordEntry(appearance, name="Password the caller says")
    masked.put(Secret("Ahorn 42"))
    shown = PasswordEntry(appearance, name="Password the caller says")
    shown.put(Secret("Ahorn 42"))
    shown.set_revealed(revealed=True)
    note = PasswordEntry(appearance, name="Password the caller says")
    note.set_note("The typed text has been erased")
    empty = PasswordEntry(appearance, name="Password the caller says")
    empty.set_placeholder("Ask the caller to say it again")
    repeated = PasswordEntry(appearance, name="Repeat", compact=True)
    repeated.put(Secret("Ahorn 42"))
    repeated.set_confirmed(confirmed=True)
    strip = SpellingStrip(appearance)
    strip.set_characters(SPELLED)
    long_strip = SpellingStrip(appearance)
    long_strip.set_characters(SPELLED + SPELLED)
    alphabets = SegmentedControl(
        appearance,
        [("din", "DIN 5009"), ("older", "Older"), ("icao", "ICAO")],
        name="Spelling alphabet",
    )
    table = SpellingTable(appearance, name="Spelling alphabet")
    table.set_entries(TABLE)
    receipt = ReceiptRow(appearance)
    receipt.set_receipt("VW-7K3F-92QD", "one line")
    countdown = Countdown(
        appearance,
        "Closes in {} s".format,
        keep_open=("Keep open", "F8"),
        clock=lambda: 0.0,
    )
    countdown.start(18)
    return _column(
        _row(tries, last),
        none,
        masked,
        SpellingStrip(appearance),
        shown,
        strip,
        long_strip,
        note,
        empty,
        repeated,
        alphabets,
        table,
        receipt,
        countdown,
    )


@screen("widgets-dialog")
def dialog(appearance: Appearance) -> QWidget:
    """A dialog with the longest German sentences of the banner."""
    window = DialogFrame(appearance)
    window.header.set_customer(
        "Anja Müller", "Müller & Söhne Webdesign GmbH", "104233", "+49 6851 555 0137"
    )
    tries = TriesLeft(appearance)
    tries.set_tries(4, 5, "noch 4 von 5 Versuchen")
    head = QHBoxLayout()
    head.addWidget(Label(appearance, "Kennwort, das der Anrufer nennt", weight=600))
    head.addStretch(1)
    head.addWidget(tries)
    entry = PasswordEntry(appearance, name="Kennwort")
    entry.set_placeholder("Kennwort wiederholen lassen")
    check = PrimaryButton(appearance, "Prüfen", size=ButtonSize.ENTRY)
    check.setEnabled(False)
    field = QHBoxLayout()
    field.setSpacing(8)
    field.addWidget(entry, 1)
    field.addWidget(check)
    banner = VerdictBanner(appearance)
    banner.show_verdict(Look.STOP, GERMAN_STOP)
    receipt = ReceiptRow(appearance)
    receipt.set_receipt("VW-7K3G-41TX", "one line")
    for part in (head, field):
        window.body.addLayout(part)
    for widget in (SpellingStrip(appearance), banner, receipt):
        window.body.addWidget(widget)
    window.body.addStretch(1)
    hint = Label(
        appearance, "Sagen Sie dem Anrufer nie, was falsch war.", pixels=12, colour="text3"
    )
    window.foot.add_leading(hint)
    window.foot.set_actions(OutlineButton(appearance, "Schließen", keys=("Esc",)))
    window.resize(560, 480)
    entry.setFocus()
    return window


@screen("verdicts-colour-check")
def verdicts(appearance: Appearance) -> QWidget:
    """The four banners as designed, as red-green blindness shows them, and in greyscale."""
    window = QWidget()
    grid = QGridLayout(window)
    grid.setContentsMargins(16, 16, 16, 16)
    grid.setSpacing(16)
    seen: dict[str, Callable[[QColor], QColor] | None] = {
        "As designed": None,
        "Red-green blind (deuteranopia)": _deuteranopia,
        "Greyscale": _greyscale,
    }
    for column, (title, change) in enumerate(seen.items()):
        grid.addWidget(Label(appearance, title, pixels=15, weight=600), 0, column)
        for row, (look, text) in enumerate(VERDICTS.items(), start=1):
            banner = VerdictBanner(appearance)
            banner.show_verdict(look, text)
            banner.resize(520, 142)
            banner.setFixedWidth(520)
            grid.addWidget(banner if change is None else _picture(banner, change), row, column)
    window.resize(window.sizeHint())
    return window


def _picture(widget: QWidget, change: Callable[[QColor], QColor]) -> QLabel:
    pixmap = widget.grab()
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    cache: dict[int, int] = {}
    for y in range(image.height()):
        for x in range(image.width()):
            pixel = image.pixel(x, y)
            if pixel not in cache:
                cache[pixel] = change(QColor(pixel)).rgb()
            image.setPixel(x, y, cache[pixel])
    result = QPixmap.fromImage(image)
    result.setDevicePixelRatio(pixmap.devicePixelRatio())
    picture = QLabel()
    picture.setPixmap(result)
    return picture


def _greyscale(colour: QColor) -> QColor:
    grey = round(0.2126 * colour.red() + 0.7152 * colour.green() + 0.0722 * colour.blue())
    return QColor(grey, grey, grey)


def _deuteranopia(colour: QColor) -> QColor:
    """Machado, Oliveira and Fernandes (2009), severity 1.0."""
    matrix = (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    )
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    mixed = [
        sum(share * value for share, value in zip(row, channels, strict=True)) for row in matrix
    ]
    return QColor.fromRgbF(*(min(1.0, max(0.0, value)) for value in mixed))
