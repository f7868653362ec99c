"""The selected customer at the foot of a narrow window."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.entities import PasswordState, Standing
from desktop_app.gui.customers.card_actions import VerifyButton
from desktop_app.gui.customers.customer_actions import CustomerActions
from desktop_app.gui.customers.customer_data import CardData
from desktop_app.gui.customers.found_rows import FoundRow
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.texts import sentences
from desktop_app.gui.widgets.buttons import ButtonSize, OutlineButton
from desktop_app.gui.widgets.labels import ElidedLabel
from desktop_app.gui.widgets.surfaces import Area


class CustomerBar(Area):
    """Name, number, tries left, and the two things to do: see more, or verify."""

    details_requested = Signal()

    def __init__(
        self, appearance: Appearance, actions: CustomerActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, edges=Qt.Edge.TopEdge, parent=parent)
        self._number = ""
        self._name = ElidedLabel(appearance, pixels=15, weight=600, parent=self)
        self._standing = ElidedLabel(appearance, pixels=12, colour="text2", parent=self)
        self._details = OutlineButton(
            appearance, self.tr("Details"), size=ButtonSize.BIG, parent=self
        )
        self._details.clicked.connect(self.details_requested)
        verify = VerifyButton(appearance, actions, icon=False, parent=self)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._standing)
        words.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 13, 12, 12)
        layout.setSpacing(8)
        layout.addLayout(words, 1)
        layout.addWidget(self._details)
        layout.addWidget(verify)

    def clear(self) -> None:
        """No customer is selected."""
        self._name.setText(self.tr("No customer selected"))
        self._standing.setText("")
        self._details.setEnabled(False)

    def show_row(self, row: FoundRow) -> None:
        """Show who it is."""
        self._number = row.customer.number
        self._name.setText(row.customer.name or row.customer.company)
        self._standing.setText(self._number)
        self._details.setEnabled(True)

    def show_data(self, data: CardData) -> None:
        """Show how the password stands."""
        self._standing.setText(
            self.tr("{number}, {standing}").format(
                number=self._number, standing=_standing(data.details.standing)
            )
        )


def _standing(standing: Standing) -> str:
    if standing.state in {PasswordState.SET, PasswordState.BLOCKED}:
        return sentences.tries_left(standing)
    return sentences.state_phrase(standing.state)
