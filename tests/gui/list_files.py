"""Customer lists for tests and pictures, and a chooser that answers at once."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app.gui.desktop.file_chooser import Chosen, FileKind
from desktop_app.gui.lists.contract import ListFiles
from desktop_app.system.list_files import RejectSpool, list_version, name_for_journal, open_list

FILES = ListFiles(open_list, list_version, name_for_journal, RejectSpool)

HEADS = "Kundennr;Ansprechpartner;Firma;Tel;Mail;Kennwort;Rabattgruppe"
FIRST = (
    "104233;Anja Müller;Müller & Söhne Webdesign GmbH;06851 5550137;a@mueller.example;geheim;B2",
    "104871;Bernd Müller;Bäckerei Müller e. K.;0681 5550142;info@baecker-mueller.example;x;A1",
    "108412;Tim Mulder;Mulder Logistics B.V.;+31 20 5550175;tim@mulder.example;y;C",
)


class AnsweringChooser:
    """Gives the files that a test has named, and keeps what was asked."""

    def __init__(self, *, existing: Path | None = None, new: Path | None = None) -> None:
        self.existing = existing
        self.new = new
        self.asked: list[str] = []

    def new_file(self, parent: QWidget, title: str, proposed: str, chosen: Chosen) -> None:
        self.asked.append(proposed)
        if self.new is not None:
            chosen(self.new)

    def existing_file(self, parent: QWidget, title: str, kind: FileKind, chosen: Chosen) -> None:
        self.asked.append(kind.value)
        if self.existing is not None:
            chosen(self.existing)


def write_list(folder: Path, rows: Iterable[str], heads: str = HEADS) -> Path:
    """A list as a German office writes it."""
    path = folder / "kunden-export.csv"
    path.write_text("\n".join((heads, *rows, "")), encoding="utf-8")
    return path


def many(count: int, first: int = 200_000) -> list[str]:
    """Rows of customers with numbers from ``first`` on."""
    return [
        f"{number};Eva Beispiel {number};Beispiel {number} GmbH;06851 {number};"
        f"eva{number}@example.com;z;B"
        for number in range(first, first + count)
    ]
