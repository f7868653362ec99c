"""Which catalogue is installed for which choice of language."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app.core.preferences import Language
from desktop_app.gui.texts import translation
from desktop_app.gui.texts.translation import installed_languages, speak, window_language

_CATALOGUE = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS>
<TS version="2.1" language="de"><context><name>Language</name><message>
<source>en</source><comment>The code of the catalogue's language</comment>
<translation>de</translation></message></context></TS>"""


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Catalogues of both languages, as a later version may bring them."""
    source = tmp_path / "watchword_de.ts"
    source.write_text(_CATALOGUE, encoding="utf-8")
    release = Path(sys.executable).with_name("pyside6-lrelease")
    for language in ("de", "en"):
        target = tmp_path / f"watchword_{language}.qm"
        subprocess.run([release, "-silent", source, "-qm", target], check=True)
    monkeypatch.setattr(translation, "resource", lambda _folder, name: tmp_path / name)


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    """The application, without what a test has installed afterwards."""
    before = qapp.findChildren(QTranslator)
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        if translator not in before:
            qapp.removeTranslator(translator)


def test_today_there_is_english(application: QApplication) -> None:
    """A choice that has no catalogue leaves the windows as they are."""
    assert installed_languages() == (Language.ENGLISH,)
    speak(application, Language.GERMAN)
    assert window_language() == "en"


@pytest.mark.usefixtures("german")
def test_an_installed_language_is_spoken(application: QApplication) -> None:
    """The chosen one, whatever the system speaks."""
    assert installed_languages() == (Language.ENGLISH, Language.GERMAN)
    speak(application, Language.ENGLISH)
    assert window_language() == "en"
    speak(application, Language.GERMAN)
    assert window_language() == "de"


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(("system", "spoken"), [("de_AT", "de"), ("fr_FR", "en"), ("C", "en")])
def test_as_the_system(
    application: QApplication, monkeypatch: pytest.MonkeyPatch, system: str, spoken: str
) -> None:
    """Its language where there is a catalogue, otherwise English."""
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(system))
    speak(application, Language.SYSTEM)
    assert window_language() == spoken
