"""The system's file dialogs, as Qt draws them where there is no desktop."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.gui.desktop.file_chooser import FileKind, SystemFileChooser
from desktop_app.gui.look.appearance import Appearance
from tests.gui.by_keyboard import shown

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform's remark


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    parent.setMinimumSize(400, 300)
    return shown(qtbot, parent)


@pytest.fixture
def chooser(appearance: Appearance) -> SystemFileChooser:
    return SystemFileChooser(appearance)


def dialog_of(parent: QWidget) -> QFileDialog:
    [dialog] = parent.findChildren(QFileDialog)
    return dialog


def test_a_new_file_gets_the_usual_ending(
    qtbot: QtBot, chooser: SystemFileChooser, parent: QWidget, tmp_path: Path
) -> None:
    """The proposed name stands there; a name without an ending gets one."""
    chosen: list[Path] = []
    chooser.new_file(parent, "Save", "recovery.wwkey", chosen.append)
    dialog = dialog_of(parent)
    assert Path(dialog.selectedFiles()[0]).name == "recovery.wwkey"
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("mine")
    dialog.accept()
    assert chosen == [tmp_path / "mine.wwkey"]


def test_an_existing_file_is_chosen_without_a_question(
    qtbot: QtBot, chooser: SystemFileChooser, parent: QWidget, tmp_path: Path
) -> None:
    """Whether a file may be replaced is decided where it is written."""
    file = tmp_path / "recovery.wwkey"
    file.write_text("x", encoding="utf-8")
    chosen: list[Path] = []
    chooser.new_file(parent, "Save", "recovery.wwkey", chosen.append)
    dialog = dialog_of(parent)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(file.name)
    dialog.accept()
    assert chosen == [file]
    qtbot.waitUntil(lambda: not parent.findChildren(QFileDialog))
    chooser.existing_file(parent, "Open", FileKind.KEYS, chosen.append)
    dialog = dialog_of(parent)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(file.name)
    dialog.accept()
    assert chosen == [file, file]


def test_a_cancelled_question_has_no_answer(
    qtbot: QtBot, chooser: SystemFileChooser, parent: QWidget
) -> None:
    """Nothing is called, and the dialog is gone."""
    chosen: list[Path] = []
    chooser.existing_file(parent, "Open", FileKind.KEYS, chosen.append)
    dialog_of(parent).reject()
    qtbot.waitUntil(lambda: not parent.findChildren(QFileDialog))
    assert chosen == []


@pytest.mark.parametrize(
    ("proposed", "filters"),
    [
        ("recovery.wwkey", ["Watchword key files (*.wwkey)", "All files (*)"]),
        ("watchword-2026-11-22.db", ["Copies of the database (*.db)", "All files (*)"]),
    ],
)
def test_each_kind_of_file_has_its_own_filter(
    chooser: SystemFileChooser, parent: QWidget, proposed: str, filters: list[str]
) -> None:
    """A copy of the database is not offered among key files, and gets its own ending."""
    chooser.new_file(parent, "Save", proposed, lambda _path: None)
    dialog = dialog_of(parent)
    assert dialog.nameFilters() == filters
    assert dialog.defaultSuffix() == Path(proposed).suffix.removeprefix(".")


def test_without_documents_the_home_folder_is_proposed(
    chooser: SystemFileChooser, parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Never the folder in which the program happens to run."""
    home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
    home.mkdir()
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    monkeypatch.setattr("desktop_app.gui.desktop.file_chooser.QDir.homePath", lambda: str(home))
    for documents in ("", str(home / "Documents")):
        monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _which, at=documents: at)
        chooser.existing_file(parent, "Open", FileKind.KEYS, lambda _path: None)
        dialog = parent.findChildren(QFileDialog)[-1]
        assert Path(dialog.directory().absolutePath()) == home
