"""What a person has chosen about the windows, and what these remember."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from desktop_app.core.spelling import Alphabet


class SchemeChoice(StrEnum):
    """Which colours are shown; ``SYSTEM`` follows the desktop's setting while running."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Language(StrEnum):
    """Which language the windows speak."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"


class TextSize(StrEnum):
    """How large texts are, in percent of the design's; ``SYSTEM`` follows the desktop."""

    SYSTEM = "system"
    NORMAL = "100"
    LARGER = "125"
    LARGE = "150"
    LARGEST = "200"

    @property
    def factor(self) -> float | None:
        """How much larger than usual, from 1.0 to 2.0; None where the system decides."""
        return None if self is TextSize.SYSTEM else int(self.value) / 100


class SuggestionLanguage(StrEnum):
    """From which words passwords are suggested; ``WINDOW`` follows the windows' language."""

    WINDOW = "window"
    ENGLISH = "en"
    GERMAN = "de"


def _nothing() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class PreferenceValues:
    """All preferences with their defaults.

    ``entry_shown`` lets a telephone password be readable from its first letter on.
    ``geometries`` maps a window and the screens it stands on to the base64 text of Qt's own state,
    ``columns`` a table likewise to the text that its heads make and read.
    """

    theme: SchemeChoice = SchemeChoice.SYSTEM
    language: Language = Language.SYSTEM
    text_size: TextSize = TextSize.SYSTEM
    key_caps: bool = True
    entry_shown: bool = False
    alphabet: Alphabet = Alphabet.DIN_5009
    suggestion_language: SuggestionLanguage = SuggestionLanguage.WINDOW
    allow_screen_capture: bool = False
    geometries: Mapping[str, str] = field(default_factory=_nothing)
    columns: Mapping[str, str] = field(default_factory=_nothing)
