"""The four figures at the top of the team page."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.core.team_figures import TeamFigures
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.theme import Look
from desktop_app.gui.team import team_texts
from desktop_app.gui.texts.sentences import grouped
from desktop_app.gui.widgets.icon import Icon
from desktop_app.gui.widgets.labels import ElidedLabel, Label
from desktop_app.gui.widgets.painting import draw_box
from desktop_app.gui.widgets.surfaces import Box
from desktop_app.gui.widgets.themed import Themed

_BAR: Final = 6
_ICON: Final = 20
_FIGURE_LINE: Final = 36


class ShareBar(Themed, QWidget):
    """A thin bar, filled by a share from 0 to 1; what it shows is also said in words."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.follow(appearance)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float) -> None:
        """Fill it so far."""
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(60, _BAR)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), self.theme.colours
        whole = QRectF(self.rect())
        draw_box(painter, whole, radius=_BAR / 2, fill=colours.line)
        filled = self.mirrored(QRectF(0, 0, whole.width() * self._share, whole.height()))
        if self._share:
            draw_box(painter, filled, radius=_BAR / 2, fill=colours.accent)


class Tile(Box):
    """A name, a figure with its icon, and a line below that says what to make of it."""

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        *,
        icon: tuple[str, str | Look] | None = None,
        has_bar: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, parent=parent)
        self._name = name
        head = ElidedLabel(appearance, name, pixels=12, weight=600, colour="text2", parent=self)
        self._figure = Label(appearance, pixels=30, weight=600, parent=self)
        self._note = ElidedLabel(appearance, pixels=12, colour="text2", parent=self)
        self._bar = ShareBar(appearance, self) if has_bar else None
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._figure)
        if icon is not None:
            mark = Icon(
                appearance,
                icon[0],
                colour=icon[1],
                side=_ICON,
                line_height=_FIGURE_LINE,
                parent=self,
            )
            row.addWidget(mark)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(17, 11, 17, 9)
        column.setSpacing(3 if has_bar else 5)
        column.addWidget(head)
        column.addLayout(row)
        if self._bar is not None:
            column.addWidget(self._bar)
        column.addWidget(self._note)

    def set_figure(self, figure: str, note: str, share: float = 0.0) -> None:
        """Show another figure."""
        self._figure.setText(figure)
        self._note.setText(note)
        if self._bar is not None:
            self._bar.set_share(share)
        self.setAccessibleName(f"{self._name}: {figure}, {note}")


class Tiles(QWidget):
    """The tiles in a row, or two by two."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.passwords = Tile(
            appearance, self.tr("Customers with a password"), has_bar=True, parent=self
        )
        self.locked = Tile(
            appearance, self.tr("Locked now"), icon=("padlock", Look.LOCKED), parent=self
        )
        self.failed = Tile(
            appearance, self.tr("Failed today"), icon=("cross-octagon", Look.STOP), parent=self
        )
        self.checks = Tile(
            appearance, self.tr("Checks today"), icon=("shield-check", Look.MATCH), parent=self
        )
        self.all = (self.passwords, self.locked, self.failed, self.checks)

    def set_figures(self, figures: TeamFigures) -> None:
        """Show the figures of the team."""
        totals, today = figures.totals, figures.today
        share = totals.passwords / totals.customers if totals.customers else 0.0
        self.passwords.set_figure(
            team_texts.percent(totals.passwords, totals.customers),
            team_texts.of_customers(totals),
            share,
        )
        self.locked.set_figure(
            grouped(totals.locked + totals.blocked), team_texts.about_locked(totals)
        )
        self.failed.set_figure(grouped(today.failed), team_texts.usually_failed(figures))
        self.checks.set_figure(grouped(today.checks), team_texts.matched_today(today))
