"""The theme in force: where its colours come from and whom it follows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.preferences import SchemeChoice
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.icons import LOGO, Icons
from desktop_app.gui.look.theme import (
    Look,
    Scheme,
    high_contrast_colours,
    load_tokens,
    text_factor_of,
)
from desktop_app.resources import resource

INK = QColor("#123456")


def appearance_of(qapp: QApplication, **wishes: bool | float | SchemeChoice) -> Appearance:
    defaults = {"choice": SchemeChoice.LIGHT, "high_contrast": False, "text_factor": 1.0}
    return Appearance(qapp, **{**defaults, **wishes})  # type: ignore[arg-type]


def test_colours_are_the_token_files(qapp: QApplication) -> None:
    """A theme's colours are those of the file, in both schemes."""
    tokens = load_tokens()
    for choice, scheme in ((SchemeChoice.LIGHT, "light"), (SchemeChoice.DARK, "dark")):
        theme = appearance_of(qapp, choice=choice).theme
        assert theme.colours.line_btn == QColor(tokens.colours["lineBtn"][scheme])
        assert theme.verdicts[Look.STOP].tint == QColor(tokens.verdicts["stop"]["tint"][scheme])


def test_choice_turns_palette_and_widgets(qapp: QApplication, qtbot: QtBot) -> None:
    """Fixing dark while running changes the palette and tells the widgets once."""
    appearance = appearance_of(qapp)
    with qtbot.waitSignal(appearance.changed):
        appearance.set_choice(SchemeChoice.DARK)
    assert appearance.theme.scheme is Scheme.DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == appearance.theme.colours.bg
    with qtbot.assertNotEmitted(appearance.changed):
        appearance.set_choice(SchemeChoice.DARK)


@pytest.mark.parametrize(
    ("ground", "scheme"), [("#222222", Scheme.DARK), ("#EEEEEE", Scheme.LIGHT)]
)
def test_unknown_scheme_is_read_from_the_palette(
    qapp: QApplication, ground: str, scheme: Scheme
) -> None:
    """Where the platform knows no scheme, the desktop's own ground decides."""
    if qapp.styleHints().colorScheme() is not Qt.ColorScheme.Unknown:
        qapp.styleHints().setColorScheme(Qt.ColorScheme.Unknown)
    qapp.setPalette(QPalette(QColor(ground)))
    assert appearance_of(qapp, choice=SchemeChoice.SYSTEM).theme.scheme is scheme


def test_high_contrast_uses_the_systems_colours_only(qapp: QApplication) -> None:
    """In high contrast no token colour is left, in the theme or in the style sheet."""
    system = QPalette(QColor("#000000"))
    system.setColor(QPalette.ColorRole.WindowText, QColor("#FFFF00"))
    system.setColor(QPalette.ColorRole.Window, QColor("#000000"))
    colours, verdicts = high_contrast_colours(system)
    allowed = {
        system.color(group, role).name()
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled)
        for role in QPalette.ColorRole
        if role is not QPalette.ColorRole.NColorRoles
    }
    used = {getattr(colours, name).name() for name in type(colours)._fields}
    used |= {
        getattr(look, name).name() for look in verdicts.values() for name in type(look)._fields
    }
    assert used <= allowed
    assert colours.text.name() == "#ffff00"
    qapp.setPalette(QPalette())
    appearance = appearance_of(qapp, high_contrast=True)
    assert appearance.theme.high_contrast
    tokens = {value["light"].lower() for value in load_tokens().colours.values()} - {"#ffffff"}
    assert not [token for token in tokens if token in qapp.styleSheet().lower()]


@pytest.mark.parametrize(
    ("pixels", "factor"), [(12, 1.0), (13, 1.0), (15, 1.0), (19.5, 1.5), (26, 2.0), (60, 2.0)]
)
def test_text_factor(pixels: float, factor: float) -> None:
    """Desktops' usual sizes count as 100 %; larger text grows up to 200 %."""
    assert text_factor_of(pixels) == factor


def test_fonts_scale_and_keep_figures_in_columns(qapp: QApplication) -> None:
    """Sizes follow the text factor; figures are tabular, the fixed face has no ligatures."""
    fonts = appearance_of(qapp, text_factor=2.0).theme.fonts
    assert fonts.sans(13).pixelSize() == 26
    assert fonts.sans(13).featureValue(QFont.Tag("tnum")) == 1
    mono = fonts.mono(22, spacing=4)
    assert QFontInfo(mono).fixedPitch()
    assert mono.featureValue(QFont.Tag("liga")) == 0
    assert mono.letterSpacing() == 4


def test_key_caps_can_be_hidden(qapp: QApplication, qtbot: QtBot) -> None:
    """The setting reaches the widgets through the theme."""
    appearance = appearance_of(qapp)
    with qtbot.waitSignal(appearance.changed):
        appearance.set_key_caps(shown=False)
    assert not appearance.theme.key_caps


def test_every_icon_takes_the_colour_of_its_text() -> None:
    """Each file of the set renders, in the colour asked for and in no other."""
    icons = Icons()
    files = sorted(path.stem for path in resource("icons").glob("*.svg"))
    assert len(files) > 30
    for name in files:
        image = icons.pixmap(name, INK, 60).toImage()
        opaque = {
            image.pixelColor(x, y).name()
            for x in range(60)
            for y in range(60)
            if image.pixelColor(x, y).alpha() == 255
        }
        assert opaque, name
        if name != LOGO:
            assert all(_near(colour) for colour in opaque), name


def test_icons_are_kept_and_follow_the_pixel_ratio() -> None:
    """The same request gives the same pixmap; a fractional ratio gives whole device pixels."""
    icons = Icons()
    first = icons.pixmap("key", INK, 16, 1.25)
    assert first.width() == 20
    assert first.cacheKey() == icons.pixmap("key", INK, 16, 1.25).cacheKey()
    assert icons.application_icon().availableSizes()


def test_unknown_icon_is_a_bug() -> None:
    """A misspelt name fails loudly."""
    with pytest.raises(FileNotFoundError):
        Icons().pixmap("no-such-icon", INK, 16)


def test_style_sheet_is_understood(qapp: QApplication, qtbot: QtBot) -> None:
    """Qt applies the sheet without a warning, which would fail this test."""
    appearance_of(qapp)
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    assert isinstance(widget.grab(), QPixmap)


def _near(name: str) -> bool:
    colour = QColor(name)
    pairs = zip(colour.getRgb()[:3], INK.getRgb()[:3], strict=True)  # type: ignore[index]
    return all(abs(found - wanted) <= 3 for found, wanted in pairs)
