"""Decides which theme holds, applies it to the application and tells the widgets."""

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.core.preferences import SchemeChoice
from desktop_app.gui.look.icons import Icons
from desktop_app.gui.look.stylesheet import palette_of, stylesheet_of
from desktop_app.gui.look.theme import (
    Fonts,
    Scheme,
    Theme,
    colours_of,
    fixed_family,
    high_contrast_colours,
    load_tokens,
    text_factor_of,
    verdict_colours_of,
)

STYLE_ARGUMENTS: Final = ("-style", "Fusion")
"""What the application is made with: to set its style later takes 6 ms of the start."""

_DARK_BELOW = 128


class Appearance(QObject):
    """The theme in force, in an application that was made with ``STYLE_ARGUMENTS``.

    Widgets take it in their constructor, read ``theme`` and ``icons`` whenever they paint, and
    repaint on ``changed``. ``high_contrast`` and ``text_factor`` are asked of the system unless
    they are given; ``reduced_motion`` is for the caller to find out.
    """

    changed = Signal()

    def __init__(
        self,
        application: QApplication,
        *,
        choice: SchemeChoice = SchemeChoice.SYSTEM,
        key_caps: bool = True,
        reduced_motion: bool = False,
        high_contrast: bool | None = None,
        text_factor: float | None = None,
    ) -> None:
        super().__init__(application)
        self._application = application
        # Held, because the wrapper of the second dies with the wrapper of the first.
        self._hints = application.styleHints()
        self._accessibility = self._hints.accessibility()
        self._choice = choice
        self._fixed_high_contrast = high_contrast
        self._tokens = load_tokens()
        self._icons = Icons()
        self._interface = QFont(application.font())
        if text_factor is None:
            text_factor = text_factor_of(_pixels_of(self._interface))
        self._system_palette = QPalette(application.palette())
        fonts = Fonts(self._interface, fixed_family(), text_factor)
        self._theme = Theme(
            scheme=Scheme.LIGHT,
            colours=colours_of(self._tokens, Scheme.LIGHT),
            verdicts=verdict_colours_of(self._tokens, Scheme.LIGHT),
            fonts=fonts,
            text_factor=text_factor,
            key_caps=key_caps,
            reduced_motion=reduced_motion,
        )
        if choice is not SchemeChoice.SYSTEM:
            self._hints.setColorScheme(_qt_scheme(choice))
        self._apply(self._chosen())
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        self._accessibility.contrastPreferenceChanged.connect(self._on_system_changed)

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._theme

    @property
    def icons(self) -> Icons:
        """The icon set."""
        return self._icons

    @property
    def choice(self) -> SchemeChoice:
        """What the user chose."""
        return self._choice

    def set_choice(self, choice: SchemeChoice) -> None:
        """Follow the system, or fix light or dark."""
        self._choice = choice
        # Also turns the title bar, where the platform knows how.
        self._hints.setColorScheme(_qt_scheme(choice))
        self._refresh(self._chosen())

    def set_key_caps(self, *, shown: bool) -> None:
        """Show or hide the small pictures of keys everywhere."""
        self._refresh(self._theme._replace(key_caps=shown))

    def set_text_factor(self, factor: float | None) -> None:
        """Make texts so much larger than usual, from 1.0 to 2.0; None follows the system."""
        if factor is None:
            factor = text_factor_of(_pixels_of(self._interface))
        if factor != self._theme.text_factor:
            fonts = Fonts(self._interface, fixed_family(), factor)
            self._refresh(self._theme._replace(fonts=fonts, text_factor=factor))

    @Slot()
    def _on_system_changed(self) -> None:
        if self._theme.high_contrast or self._wants_high_contrast():
            self._application.setPalette(QPalette())
            self._system_palette = QPalette(self._application.palette())
            # Even with the same scheme the palette may be another one.
            self._apply(self._chosen())
            self.changed.emit()
        else:
            self._refresh(self._chosen())

    def _refresh(self, theme: Theme) -> None:
        if theme != self._theme:
            self._apply(theme)
            self.changed.emit()

    def _apply(self, theme: Theme) -> None:
        self._theme = theme
        self._application.setPalette(palette_of(theme))
        self._application.setFont(theme.fonts.sans())
        self._application.setStyleSheet(stylesheet_of(theme))

    def _chosen(self) -> Theme:
        scheme = self._chosen_scheme()
        if self._wants_high_contrast():
            colours, verdicts = high_contrast_colours(self._system_palette)
        else:
            colours = colours_of(self._tokens, scheme)
            verdicts = verdict_colours_of(self._tokens, scheme)
        return self._theme._replace(
            scheme=scheme,
            colours=colours,
            verdicts=verdicts,
            high_contrast=self._wants_high_contrast(),
        )

    def _chosen_scheme(self) -> Scheme:
        if self._choice is not SchemeChoice.SYSTEM:
            return Scheme(self._choice)
        system = self._hints.colorScheme()
        if system is Qt.ColorScheme.Unknown:
            # Plain X11 knows no scheme; the palette of the desktop's toolkit theme tells.
            ground = self._system_palette.color(QPalette.ColorRole.Window)
            return Scheme.DARK if ground.lightness() < _DARK_BELOW else Scheme.LIGHT
        return Scheme.DARK if system is Qt.ColorScheme.Dark else Scheme.LIGHT

    def _wants_high_contrast(self) -> bool:
        if self._fixed_high_contrast is not None:
            return self._fixed_high_contrast
        wish = self._accessibility.contrastPreference()
        return wish is Qt.ContrastPreference.HighContrast


def _pixels_of(font: QFont) -> float:
    return float(QFontInfo(font).pixelSize())


def _qt_scheme(choice: SchemeChoice) -> Qt.ColorScheme:
    return {
        SchemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
        SchemeChoice.LIGHT: Qt.ColorScheme.Light,
        SchemeChoice.DARK: Qt.ColorScheme.Dark,
    }[choice]
