"""The pages that leads and admins have beside the customers."""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from desktop_app.gui.pages import Page, PageMaker, PageName

if TYPE_CHECKING:
    from desktop_app.gui.context import Desk


def _team(desk: "Desk", parent: QWidget) -> Page:
    from desktop_app.gui.team.team_page import TeamPage

    return TeamPage(desk, parent)


def _journal(desk: "Desk", parent: QWidget) -> Page:
    from desktop_app.gui.journal.journal_page import JournalPage

    return JournalPage(desk, parent)


PAGES: Final[tuple[PageMaker, ...]] = (
    PageMaker(PageName.TEAM, _team),
    PageMaker(PageName.JOURNAL, _journal),
)
"""In the order in which they are offered; each function imports its page."""
