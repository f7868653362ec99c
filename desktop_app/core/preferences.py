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

    ``geometries`` maps a window and the screens it stands on to the base64 text of Qt's own state,
    ``columns`` a table likewise to the text that its heads make and read.
    """

    theme: SchemeChoice = SchemeChoice.SYSTEM
    language: Language = Language.SYSTEM
    key_caps: bool = True
    alphabet: Alphabet = Alphabet.DIN_5009
    suggestion_language: SuggestionLanguage = SuggestionLanguage.WINDOW
    allow_screen_capture: bool = False
    geometries: Mapping[str, str] = field(default_factory=_nothing)
    columns: Mapping[str, str] = field(default_factory=_nothing)
