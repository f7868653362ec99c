"""What the application looks like: colours, fonts and lengths as one immutable value.

The colours come from ``resources/style/tokens.json``; nothing else in the program names a colour.
``Appearance`` (appearance.py) decides which theme holds and tells the widgets when it changes.
"""

import json
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from desktop_app.resources import resource

_FIXED_FAMILIES: Final = ("Cascadia Mono", "Consolas", "DejaVu Sans Mono")
_USUAL_TEXT_PIXELS: Final = 13.0
_TEXT_FACTOR_DEAD_ZONE: Final = 1.2
_LARGEST_TEXT_FACTOR: Final = 2.0


class Scheme(StrEnum):
    """A complete set of colours."""

    LIGHT = "light"
    DARK = "dark"


class Look(StrEnum):
    """The four ways an answer can look; several answers share one."""

    MATCH = "match"
    STOP = "stop"
    LOCKED = "locked"
    NONE = "none"


class Colours(NamedTuple):
    """The colour tokens of one scheme; the names are the tokens' names in snake case."""

    bg: QColor
    surface: QColor
    raised: QColor
    line: QColor
    line_btn: QColor
    line_strong: QColor
    text: QColor
    text2: QColor
    text3: QColor
    accent: QColor
    accent_fill: QColor
    accent_deep: QColor
    on_accent: QColor
    sel: QColor
    hover: QColor
    mark: QColor
    on_mark: QColor
    disabled_bg: QColor
    disabled_text: QColor


class VerdictColours(NamedTuple):
    """The colours of one look.

    ``plain`` is for icons and chart segments, ``fill`` and ``deep`` for the banner, ``tint`` for a
    banner's body, ``text`` for words on ``tint`` or a plain ground, ``on_fill`` for words and
    icons on ``fill`` and ``deep``.
    """

    plain: QColor
    fill: QColor
    deep: QColor
    tint: QColor
    text: QColor
    on_fill: QColor


class Fonts:
    """The two typefaces at the design's sizes, scaled with the system's text size."""

    def __init__(self, interface: QFont, fixed_family: str, text_factor: float) -> None:
        self._interface = interface
        self._fixed_family = fixed_family
        self._text_factor = text_factor
        self._cache: dict[tuple[bool, float, int, float], QFont] = {}

    def sans(self, pixels: float = 13, weight: int = 400) -> QFont:
        """The interface font; ``pixels`` is the design's size at 100 % text size."""
        return self._font(fixed=False, pixels=pixels, weight=weight, spacing=0)

    def mono(self, pixels: float = 13, weight: int = 400, *, spacing: float = 0) -> QFont:
        """The fixed-width font without ligatures; ``spacing`` is extra pixels between letters."""
        return self._font(fixed=True, pixels=pixels, weight=weight, spacing=spacing)

    def _font(self, *, fixed: bool, pixels: float, weight: int, spacing: float) -> QFont:
        key = (fixed, pixels, weight, spacing)
        font = self._cache.get(key)
        if font is None:
            font = QFont(self._interface)
            if fixed:
                font.setFamilies([*_FIXED_FAMILIES, self._fixed_family])
                font.setStyleHint(QFont.StyleHint.Monospace)
                for ligatures in ("liga", "calt"):
                    font.setFeature(QFont.Tag(ligatures), 0)
            font.setFeature(QFont.Tag("tnum"), 1)
            font.setPixelSize(round(pixels * self._text_factor))
            font.setWeight(QFont.Weight(weight))
            if spacing:
                font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
            self._cache[key] = font
        return font


class Theme(NamedTuple):
    """Everything a widget needs to paint itself.

    ``text_factor`` is the text size from 1.0 to 2.0. ``key_caps`` says whether the small
    pictures of keys are shown, ``reduced_motion`` whether bars move in steps of one second.
    """

    scheme: Scheme
    colours: Colours
    verdicts: Mapping[Look, VerdictColours]
    fonts: Fonts
    text_factor: float = 1.0
    high_contrast: bool = False
    key_caps: bool = True
    reduced_motion: bool = False

    def scaled(self, pixels: float) -> int:
        """A length that holds text, such as a row's height, at the system's text size."""
        return round(pixels * self.text_factor)


class Tokens(NamedTuple):
    """The token file: colours by token and scheme, verdict colours by look, part and scheme."""

    colours: Mapping[str, Mapping[str, str]]
    verdicts: Mapping[str, Mapping[str, Mapping[str, str]]]


def load_tokens() -> Tokens:
    """The tokens of ``resources/style/tokens.json``."""
    raw = json.loads(resource("style", "tokens.json").read_text(encoding="utf-8"))
    return Tokens(colours=raw["colours"], verdicts=raw["verdicts"])


def colours_of(tokens: Tokens, scheme: Scheme) -> Colours:
    """The colours of one scheme."""
    return Colours(
        **{_snake(name): QColor(value[scheme]) for name, value in tokens.colours.items()}
    )


def verdict_colours_of(tokens: Tokens, scheme: Scheme) -> dict[Look, VerdictColours]:
    """The verdict colours of one scheme."""
    white = QColor("#FFFFFF")
    return {
        Look(look): VerdictColours(
            **{part: QColor(value[scheme]) for part, value in parts.items()}, on_fill=white
        )
        for look, parts in tokens.verdicts.items()
    }


def high_contrast_colours(system: QPalette) -> tuple[Colours, dict[Look, VerdictColours]]:
    """Colours made of the system's palette alone, for high contrast mode.

    Selection is shown by bars, frames and rings, not by a coloured ground, so that every text
    stays in the palette's own pair of text and ground.
    """
    role = QPalette.ColorRole
    disabled = system.color(QPalette.ColorGroup.Disabled, role.WindowText)
    window, text = system.color(role.Window), system.color(role.WindowText)
    highlight, on_highlight = system.color(role.Highlight), system.color(role.HighlightedText)
    values = dict.fromkeys(Colours._fields, text)
    for name in ("bg", "surface", "raised", "sel", "hover", "disabled_bg"):
        values[name] = window
    for name in ("accent", "accent_fill", "accent_deep", "mark"):
        values[name] = highlight
    values |= {"on_accent": on_highlight, "on_mark": on_highlight, "disabled_text": disabled}
    stop = VerdictColours(text, window, text, window, text, text)
    match = VerdictColours(text, highlight, highlight, window, text, on_highlight)
    looks = dict.fromkeys(Look, stop)
    looks[Look.MATCH] = match
    return Colours(**values), looks


def text_factor_of(system_pixels: float) -> float:
    """How much larger than usual the system's text is, from 1.0 to 2.0.

    Desktops ship defaults from 12 to 15 pixels, so a factor below 1.2 is no wish for larger text.
    """
    factor = system_pixels / _USUAL_TEXT_PIXELS
    if factor < _TEXT_FACTOR_DEAD_ZONE:
        return 1.0
    return min(factor, _LARGEST_TEXT_FACTOR)


def fixed_family() -> str:
    """The system's own fixed-width family, the last of the preference list."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
