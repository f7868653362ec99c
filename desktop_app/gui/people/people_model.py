"""The people of the team for Qt's item views; it holds them and never asks for any."""

from collections.abc import Sequence
from datetime import datetime
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.core.people import TeamMember
from desktop_app.gui.people.people_texts import seen_words, state_of, state_words
from desktop_app.gui.texts.sentences import role_name

Index = QModelIndex | QPersistentModelIndex
MEMBER_ROLE: Final = Qt.ItemDataRole.UserRole
STATE_ROLE: Final = Qt.ItemDataRole.UserRole + 1

_NOWHERE: Final = QModelIndex()


class Column(IntEnum):
    """The columns of the list."""

    NAME = 0
    LOGIN = 1
    ROLE = 2
    SEEN = 3
    STATE = 4


class PeopleModel(QAbstractTableModel):
    """Everybody in the order in which they were given.

    ``MEMBER_ROLE`` gives the ``TeamMember``, ``STATE_ROLE`` its ``MemberState``. The first
    column's accessible text is a sentence about the whole row.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._members: tuple[TeamMember, ...] = ()
        self._now: datetime | None = None

    def set_members(self, members: Sequence[TeamMember], now: datetime) -> None:
        """Show these, as they stand ``now``."""
        self.beginResetModel()
        self._members = tuple(members)
        self._now = now
        self.endResetModel()

    def row_of(self, login: str) -> int | None:
        """Where somebody is shown, None where they are not."""
        logins = [member.person.login for member in self._members]
        return logins.index(login) if login in logins else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._members)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid() or self._now is None:
            return None
        member, column = self._members[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(member, column, self._now)
            case Qt.ItemDataRole.AccessibleTextRole if column is Column.NAME:
                texts = (self._text(member, each, self._now) for each in Column)
                return ", ".join(texts)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._text(member, column, self._now)
            case _ if role == MEMBER_ROLE:
                return member
            case _ if role == STATE_ROLE:
                return state_of(member, self._now)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        match Column(section):
            case Column.NAME:
                return self.tr("Name")
            case Column.LOGIN:
                return self.tr("Login")
            case Column.ROLE:
                return self.tr("Role")
            case Column.SEEN:
                return self.tr("Last seen")
            case Column.STATE:
                return self.tr("State")

    @staticmethod
    def _text(member: TeamMember, column: Column, now: datetime) -> str:
        match column:
            case Column.NAME:
                return member.person.name
            case Column.LOGIN:
                return member.person.login
            case Column.ROLE:
                return role_name(member.person.role)
            case Column.SEEN:
                return seen_words(member, now)
            case Column.STATE:
                return state_words(member, now)
