"""Which language the words are in that a window suggests."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app.core.preferences import SuggestionLanguage
from desktop_app.gui.texts.translation import suggested_language, window_language

_WINDOW = SuggestionLanguage.WINDOW


class _OneWordCatalogue(QTranslator):
    """Names its own language and translates nothing else."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def translate(
        self, context: str, _text: str, _disambiguation: str | None = None, _n: int = -1
    ) -> str | None:
        return self._language if context == "Language" else None


@pytest.fixture
def spoken(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    catalogue = _OneWordCatalogue(request.param)
    qapp.installTranslator(catalogue)
    yield request.param
    qapp.removeTranslator(catalogue)


def test_an_english_window_suggests_english_words(qapp: QApplication) -> None:
    """Nobody has chosen anything: the words are in the language of the sentences around them."""
    assert window_language() == "en"
    assert suggested_language(_WINDOW) == "en"


@pytest.mark.parametrize("spoken", ["de"], indirect=True)
def test_a_german_window_suggests_german_words(spoken: str) -> None:
    """The catalogue in force decides, not the locale of the computer."""
    assert suggested_language(_WINDOW) == spoken


@pytest.mark.parametrize("spoken", ["fr"], indirect=True)
def test_a_language_without_words_suggests_english_ones(spoken: str) -> None:
    """There are word lists for two languages only."""
    assert suggested_language(_WINDOW) != spoken
    assert window_language() == "en"


@pytest.mark.parametrize(
    ("preference", "customer", "language"),
    [
        (SuggestionLanguage.GERMAN, "", "de"),
        (SuggestionLanguage.GERMAN, "en", "en"),
        (_WINDOW, "de", "de"),
    ],
)
def test_the_customer_comes_first_then_the_preference(
    qapp: QApplication, preference: SuggestionLanguage, customer: str, language: str
) -> None:
    """Words are for whom they are said to."""
    assert suggested_language(preference, customer) == language
