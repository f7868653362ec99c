"""The team page: figures of the whole team, and what needs a lead's attention."""

from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.core.attention import AttentionKind
from desktop_app.core.errors import WatchwordError
from desktop_app.core.team_overview import TeamOverview, read_overview
from desktop_app.gui.context import Context, Desk
from desktop_app.gui.customers.customer_actions import Act
from desktop_app.gui.customers.focus_areas import move_focus
from desktop_app.gui.latest import Latest
from desktop_app.gui.outage import Outage
from desktop_app.gui.pages import Page
from desktop_app.gui.team.attention_box import AttentionBox
from desktop_app.gui.team.attention_model import AttentionRow
from desktop_app.gui.team.checks_box import ChecksBox
from desktop_app.gui.team.identity_box import IdentityBox
from desktop_app.gui.team.tiles import Tiles
from desktop_app.gui.texts import sentences
from desktop_app.gui.widgets.amber_bar import AmberBar
from desktop_app.gui.widgets.buttons import OutlineButton
from desktop_app.gui.widgets.progress_line import ProgressLine

_REFRESH_MS: Final = 60_000
_ONE_COLUMN_BELOW: Final = 900
_MARGIN: Final = 16
_TOP: Final = 14
_GAP: Final = 12
_CHART_HEIGHT: Final = 330
_WIDE: Final = 742
_BESIDE: Final = 394

_ACTS: Final = {
    AttentionKind.LOCKED: Act.UNLOCK,
    AttentionKind.BLOCKED: Act.SET_PASSWORD,
    AttentionKind.FAILING: Act.HISTORY,
    AttentionKind.MANY_WRONG: Act.HISTORY,
    AttentionKind.CAUTION: Act.CLEAR_CAUTION,
    AttentionKind.NO_PASSWORD: Act.SET_PASSWORD,
    AttentionKind.OLD_PASSWORD: Act.HISTORY,
}


class TeamPage(Page):
    """Reads everything at once, again each minute while it is seen, and keeps what it has."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._context: Context | None = None
        self._narrow: bool | None = None
        self._overview: TeamOverview | None = None
        self._wants_focus = False
        self._outage = Outage(self._now, self)
        self._reading: Latest[TeamOverview] = Latest(
            desk.tasks, self._on_read, self._on_reading_failed, self
        )
        self._build()
        self._again = QTimer(self)
        self._again.setInterval(_REFRESH_MS)
        self._again.timeout.connect(self.refresh)
        self._outage.changed.connect(self._on_outage_changed)
        self._outage.retry_due.connect(self.refresh)
        self.checks.period_changed.connect(lambda _days: self._show_identity_checks())
        self.attention.acted.connect(self._on_acted)

    def open(self, context: Context) -> None:
        """Work with this profile from now on."""
        self._context = context
        self._outage.watch(context.session.server)

    def close_profile(self) -> None:
        """Take everything off the screen and read nothing any more."""
        self._context = None
        self._overview = None
        self._wants_focus = False
        self._reading.drop()
        self._outage.end()
        self._progress.stop()
        self._ground.hide()
        self.attention.clear()
        self.state_changed.emit("")

    def enter(self) -> None:
        """The page has come up: read what it shows."""
        self.refresh()

    def take_focus(self) -> None:
        """Arrows move in the list; where it is empty, from bar to bar."""
        self._wants_focus = self._overview is None
        target = self.attention.focus_target() or self.checks.chart
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def move_focus(self, step: int) -> None:
        """Go to the next area or the one before: checks, what needs attention."""
        move_focus((self.checks, self.attention), step)

    def refresh(self) -> None:
        """Read again what is shown; while the database does not answer, try it now."""
        context = self._context
        if context is None:
            return
        self._outage.pause()
        self._progress.start()
        figures, clock = context.session.storage.team_figures, context.session.clock
        self._reading.run(lambda: read_overview(figures, clock()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._again.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._again.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # --- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        appearance = self._desk.appearance
        retry = OutlineButton(appearance, self.tr("Try now"), keys=("F5",), parent=self)
        retry.clicked.connect(self.refresh)
        self._trouble = QWidget(self)
        self._amber = AmberBar(appearance, button=retry, parent=self._trouble)
        around = QVBoxLayout(self._trouble)
        around.setContentsMargins(_MARGIN, 12, _MARGIN, 0)
        around.addWidget(self._amber)
        self._trouble.hide()
        self._progress = ProgressLine(appearance, parent=self)
        self._ground = QWidget(self)
        self._ground.setProperty("ground", "bg")
        self.tiles = Tiles(appearance, self._ground)
        self.checks = ChecksBox(appearance, self._ground)
        self.identity = IdentityBox(appearance, self._ground)
        self.attention = AttentionBox(appearance, self._ground)
        self._tile_grid = QGridLayout(self.tiles)
        self._tile_grid.setContentsMargins(0, 0, 0, 0)
        self._tile_grid.setSpacing(_GAP)
        self._grid = QGridLayout(self._ground)
        self._grid.setContentsMargins(_MARGIN, _TOP - self._progress.height(), _MARGIN, _TOP)
        self._grid.setSpacing(_GAP)
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(self._ground)
        self._ground.hide()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._progress)
        column.addWidget(self._trouble)
        column.addWidget(self._scroll, 1)
        QWidget.setTabOrder(self.checks.chart, self.checks.table)
        QWidget.setTabOrder(self.checks.table, self.attention.list_view)
        self._arrange()

    def _arrange(self) -> None:
        """One column or two, by the room there is for the text's size."""
        theme = self._desk.appearance.theme
        narrow = self.width() / theme.text_factor < _ONE_COLUMN_BELOW
        self.checks.setMinimumHeight(theme.scaled(_CHART_HEIGHT))
        if narrow:
            self.attention.setFixedHeight(self.attention.rows_height())
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.checks.set_narrow(narrow=narrow)
        across = 2 if narrow else len(self.tiles.all)
        for place, tile in enumerate(self.tiles.all):
            self._tile_grid.addWidget(tile, *divmod(place, across))
        for column in range(len(self.tiles.all)):
            self._tile_grid.setColumnStretch(column, 1 if column < across else 0)
        if narrow:
            boxes = (self.tiles, self.attention, self.checks, self.identity)
            for row, box in enumerate(boxes):
                self._grid.addWidget(box, row, 0, 1, 2)
            self._grid.setRowStretch(1, 0)
            return
        self.attention.setMinimumHeight(0)
        self.attention.setMaximumHeight(self.maximumHeight())
        self._grid.addWidget(self.tiles, 0, 0, 1, 2)
        self._grid.addWidget(self.checks, 1, 0)
        self._grid.addWidget(self.identity, 2, 0)
        self._grid.addWidget(self.attention, 1, 1, 2, 1)
        self._grid.setRowStretch(1, 1)
        self._grid.setColumnStretch(0, _WIDE)
        self._grid.setColumnStretch(1, _BESIDE)

    # --- reading ---------------------------------------------------------------------------------

    def _on_read(self, overview: TeamOverview) -> None:
        self._progress.stop()
        if self._context is None:
            return
        self._overview = overview
        figures = overview.figures
        self.tiles.set_figures(figures)
        self.checks.set_figures(figures)
        self.attention.set_attention(overview.attention, figures.totals)
        self._show_identity_checks()
        self._arrange()
        self._ground.show()
        self._outage.end()
        self._tell_age()
        if self._wants_focus:  # while there was nothing yet that could have it
            self.take_focus()

    def _on_reading_failed(self, error: WatchwordError) -> None:
        self._progress.stop()
        self._outage.begin(error)
        self.database_failed.emit()

    def _on_outage_changed(self) -> None:
        outage = self._outage
        self._trouble.setVisible(outage.is_on)
        self.attention.list_view.set_may_act(may_act=not outage.is_on)
        if outage.is_on:
            self._amber.set_texts(outage.happened(), outage.impossible(), outage.next_try())
            self._tell_age()

    def _tell_age(self) -> None:
        if self._overview is None:
            self.state_changed.emit(self.tr("Not connected") if self._outage.is_on else "")
            return
        at = sentences.clock_time(self._overview.figures.totals.at)
        text = self.tr("Figures from {time}") if self._outage.is_on else self.tr("Updated {time}")
        self.state_changed.emit(text.format(time=at))

    def _show_identity_checks(self) -> None:
        if self._overview is not None:
            days = self.checks.days
            self.identity.set_counts(self._overview.figures.set_by_check(days), days)

    # --- what is done about it -------------------------------------------------------------------

    def _on_acted(self, row: AttentionRow) -> None:
        item, context = row.item, self._context
        if context is None:
            return
        if self._outage.is_on:
            self.refused.emit(self.tr("Not possible without the database"))
        elif item.kind is AttentionKind.PAUSED:
            self._ask_to_resume(context, item.login, item.person)
        elif item.customer is not None:
            self.act_requested.emit(_ACTS[item.kind], item.customer)

    def _ask_to_resume(self, context: Context, login: str, name: str) -> None:
        # Imported late: it happens seldom.
        from desktop_app.gui.team.resume_dialog import ResumeDialog

        credentials = context.session.storage.credentials
        dialog = ResumeDialog(self._desk, credentials, login, name, self)
        dialog.accepted.connect(self.refresh)
        self.dialog_wanted.emit(dialog)

    def _now(self) -> datetime:
        context = self._context
        return datetime.now(UTC) if context is None else context.session.clock()
