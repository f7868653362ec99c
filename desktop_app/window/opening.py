"""Opens what the window works on: a profile of this workstation, or the demo."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QCoreApplication

from desktop_app.core.enrolment import Enrolment
from desktop_app.core.entities import JournalReport
from desktop_app.core.policy import Policy
from desktop_app.core.ports import Storage
from desktop_app.core.verification import VerifyCaller
from desktop_app.demo import open_demo
from desktop_app.gui.journal.contract import JournalCare
from desktop_app.gui.lists.contract import ListFiles
from desktop_app.gui.people.contract import TeamCare
from desktop_app.gui.session import Session
from desktop_app.profiles.base import OpenProfile, Profile
from desktop_app.profiles.journal_care import journal_care_of, read_head, save_head_of
from desktop_app.system.clock import utc_now
from desktop_app.system.files import require_not_in_use, written_whole
from desktop_app.system.folders import Folders
from desktop_app.system.list_files import (
    RejectSpool,
    list_version,
    name_for_journal,
    open_list,
)
from desktop_app.system.people import who_is_here

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Opened:
    """An opened database; ``profile`` is None in the demo, ``to_try`` is empty elsewhere."""

    session: Session
    policy: Policy
    profile: OpenProfile | None
    to_try: tuple[tuple[str, str, str], ...] = ()


Opener = Callable[[], Opened]


def profile_opener(profile: Profile) -> Opener:
    """Opens a profile; blocks, and raises what ``Profile.open`` raises."""

    def written_beside(path: Path) -> AbstractContextManager[TextIO]:
        require_not_in_use(path, profile.files)
        return written_whole(path)

    def open_profile() -> Opened:
        opened = profile.open()
        session = Session(
            storage=opened.storage,
            keys=opened.keys,
            verify=opened.verify_caller,
            enrolment=opened.enrolment,
            clock=opened.clock,
            written_whole=written_beside,
            place=opened.server or translate("App", "This workstation"),
            server=opened.server,
            offer_backup=opened.backup,
            team=_team_care_of(opened),
            journal_care=journal_care_of(opened),
            list_files=ListFiles(open_list, list_version, name_for_journal, RejectSpool),
        )
        return Opened(session, opened.storage.policies.load(), opened)

    return open_profile


def _team_care_of(opened: OpenProfile) -> TeamCare | None:
    """What a team's administrator does with its people, None for everybody else."""
    if not opened.profile.is_shared:
        return None
    from desktop_app.team.care import team_care_of  # imports the engine that is in use here only

    return team_care_of(opened)


def _demo_care(storage: Storage) -> JournalCare:
    """Nothing of the demo's journal is remembered."""
    journal = storage.journal

    def check(head_file: Path | None, on_progress: Callable[[int], None]) -> JournalReport:
        journal.seal()
        return journal.verify(None if head_file is None else read_head(head_file), on_progress)

    return JournalCare(journal.length, check, lambda target: save_head_of(journal, target))


def demo_opener(folders: Folders, place: str) -> Opener:
    """Makes and opens the demo the first time, and opens it again after a pause."""
    made: list[Opened] = []

    def open_the_demo() -> Opened:
        if not made:
            demo = open_demo(folders, who_is_here(), utc_now)
            storage, keys = demo.storage, demo.keys
            session = Session(
                storage=storage,
                keys=keys,
                verify=VerifyCaller(storage.credentials, storage.policies, keys),
                enrolment=Enrolment(storage.customers, storage.credentials, storage.policies, keys),
                clock=utc_now,
                written_whole=written_whole,
                place=place,
                is_demo=True,
                journal_care=_demo_care(storage),
                list_files=ListFiles(open_list, list_version, name_for_journal, RejectSpool),
            )
            made.append(Opened(session, storage.policies.load(), None, demo.to_try))
        made[0].session.storage.open()
        return made[0]

    return open_the_demo
