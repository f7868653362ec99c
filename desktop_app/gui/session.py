"""What the windows work with while a profile is open."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from desktop_app.core.enrolment import Enrolment
from desktop_app.core.ports import Clock, Keys, Storage
from desktop_app.core.verification import VerifyCaller
from desktop_app.gui.journal.contract import JournalCare
from desktop_app.gui.lists.contract import ListFiles
from desktop_app.gui.people.contract import TeamCare


@dataclass(frozen=True, slots=True)
class Session:
    """One opened profile: its data, its use cases and its place on the screen.

    ``written_whole`` opens a private text file (UTF-8, line ends as they are) that appears whole
    under its name when the block ends, or not at all; it raises ``FileUnusableError``.
    ``place`` is what the status bar calls the database, ``is_demo`` marks the throw-away profile;
    ``server`` names the host of a shared database and is empty for one of this computer.
    ``journal_care`` is None where no lead looks after the journal.
    ``list_files`` is None where no lists are imported.
    ``offer_backup`` is None where the database cannot be copied to a file, ``team`` where there is
    no team or this person does not look after it. Everything in here
    blocks and is called in the task runner only.
    """

    storage: Storage
    keys: Keys
    verify: VerifyCaller
    enrolment: Enrolment
    clock: Clock
    written_whole: Callable[[Path], AbstractContextManager[TextIO]]
    place: str
    server: str = ""
    is_demo: bool = False
    offer_backup: Callable[[Path], None] | None = None
    team: TeamCare | None = None
    journal_care: JournalCare | None = None
    list_files: ListFiles | None = None
