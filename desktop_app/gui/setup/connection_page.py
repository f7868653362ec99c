"""Where the shared database is, and the test of the way to it."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.errors import FileUnusableError, WatchwordError
from desktop_app.gui.context import Desk
from desktop_app.gui.desktop.announcing import announce
from desktop_app.gui.desktop.file_chooser import FileChooser, FileKind
from desktop_app.gui.setup.connection_form import ConnectionForm
from desktop_app.gui.setup.contract import (
    TESTED,
    OwnerLogin,
    ServerAddress,
    SetupStep,
    SharedSetup,
    StepResult,
)
from desktop_app.gui.setup.relay import StepRelay
from desktop_app.gui.setup.step_list import StepList, StepState
from desktop_app.gui.setup.step_texts import StepPlace
from desktop_app.gui.setup.wizard_page import WizardPage
from desktop_app.gui.texts.failures import failure
from desktop_app.gui.widgets.buttons import OutlineButton, PrimaryButton
from desktop_app.gui.widgets.dialog_frame import scrolling
from desktop_app.gui.widgets.surfaces import Area

_LIST_WIDTH: Final = 300
_LIST_MARGIN: Final = 20
_ROOM_FOR_BOTH: Final = 600


class ConnectionPage(WizardPage):
    """A form, and beside it every step of the test; going on needs a test that has passed.

    The password for setting up stays in its entry until the wizard takes it or is left.
    """

    connected = Signal()
    """The test has passed, and somebody goes on."""

    def __init__(
        self,
        desk: Desk,
        setup: SharedSetup,
        chooser: FileChooser,
        *,
        place: StepPlace,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._setup = setup
        self._chooser = chooser
        self.set_words(
            self.tr("Connect to PostgreSQL"),
            self.tr("{step} Your administrator can give you these values.").format(
                step=place.words()
            ),
        )
        appearance = desk.appearance
        self.form = ConnectionForm(appearance, self)
        self.body.addWidget(self.form)
        self.add_failure_bar()
        self.body.addStretch(1)
        self._list = StepList(appearance, self.tr("Connection test"), TESTED, self)
        self._put_list_beside()
        self._relay = StepRelay(self)
        self._relay.told.connect(self._on_step_told)
        self._test = OutlineButton(
            appearance, self.tr("Test"), icon="refresh", keys=("Ctrl", "T"), parent=self
        )
        back = OutlineButton(appearance, self.tr("Back"), parent=self)
        self._continue = PrimaryButton(appearance, self.tr("Continue"), parent=self)
        self.foot.add_leading(self._test)
        self.set_actions(self._continue, back)
        QShortcut(QKeySequence("Ctrl+T"), self).activated.connect(self._on_test_requested)
        self._test.clicked.connect(self._on_test_requested)
        self._continue.clicked.connect(self._on_continue_clicked)
        back.clicked.connect(self.go_back)
        self.form.changed.connect(self._on_form_changed)
        self.form.submitted.connect(self._on_test_requested)
        self.form.browse_requested.connect(self._on_browse_requested)
        self._on_form_changed()

    @property
    def steps(self) -> dict[SetupStep, StepState]:
        """How far the test is."""
        return self._list.states

    def enter(self) -> None:
        """The first empty field has the focus."""
        self.point_to(self.form.first_empty())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def address(self) -> ServerAddress:
        """Where the database is."""
        return self.form.address()

    def owner(self) -> OwnerLogin:
        """The login for setting up."""
        return self.form.owner()

    def _put_list_beside(self) -> None:
        side = Area(self._desk.appearance, fill="surface", edges=Qt.Edge.LeftEdge, parent=self)
        self._side = side
        ground = QWidget(side)
        self._beside = QVBoxLayout(ground)
        self._beside.setContentsMargins(_LIST_MARGIN, 16, _LIST_MARGIN, 16)
        self._beside.addWidget(self._list)
        column = QVBoxLayout(side)
        column.setContentsMargins(1, 0, 0, 0)
        column.addWidget(scrolling(ground))
        side.setFixedWidth(self._desk.appearance.theme.scaled(_LIST_WIDTH))
        both = QHBoxLayout()
        both.setSpacing(0)
        self.column.replaceWidget(self._scroll, side)
        self.column.removeWidget(side)
        both.addWidget(self._scroll, 1)
        both.addWidget(side)
        self.column.insertLayout(self.column.count() - 1, both, 1)

    def _fit(self) -> None:
        """Beside the form there is room for the list only where the text is not too large."""
        is_beside = self.width() >= self._desk.appearance.theme.scaled(_ROOM_FOR_BOTH)
        if is_beside == (self._beside.indexOf(self._list) >= 0):
            return
        if is_beside:
            self._beside.addWidget(self._list)
        else:
            self.body.insertWidget(self.body.count() - 1, self._list)
        self._side.setVisible(is_beside)

    def _on_form_changed(self) -> None:
        """A result holds for what was tested only."""
        self._list.reset()
        self._continue.set_unavailable(self.tr("Test the connection first"))

    def _on_test_requested(self) -> None:
        if self.is_busy:
            return
        refused = self.form.refused_field()
        if refused is not None:
            self.point_to(refused)
            return
        self._list.reset()
        address, owner = self.form.address(), self.form.owner()
        self.work(
            lambda: self._setup.test(address, owner, self._relay.tell),
            self._on_test_ended,
            self._on_test_refused,
        )

    def _on_step_told(self, result: StepResult) -> None:
        self._list.take(result)

    def _on_test_ended(self, passed: bool) -> None:  # noqa: FBT001 - a task's result
        self._test.setText(self.tr("Test again"))
        self._test.updateGeometry()
        if passed:
            self._continue.set_unavailable(None)
            self.point_to(self._continue)
            return
        self.point_to(self.form.field_for(self._list.states) or self._test)

    def _on_test_refused(self, error: WatchwordError) -> None:
        """Nothing was tried; what stands in a field is the reason."""
        if isinstance(error, FileUnusableError):
            sentence = failure(error)
            self.point_to(self.form.refuse_authority(sentence))
            announce(self.form, sentence)
        else:
            self.show_failure(error)

    def _on_continue_clicked(self) -> None:
        if not self.is_busy and self._list.all_passed:
            self.connected.emit()

    def _on_browse_requested(self) -> None:
        title = self.tr("Choose the CA file")
        self._chooser.existing_file(self, title, FileKind.AUTHORITY, self._on_authority_chosen)

    def _on_authority_chosen(self, path: Path) -> None:
        self.form.set_authority(path)
