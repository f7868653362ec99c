"""The parts of the verification dialog that take turns below the entry."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.entities import Answer, Customer, Standing, Verdict
from desktop_app.core.errors import NotCheckedError
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.look.looks import look_of
from desktop_app.gui.texts import sentences
from desktop_app.gui.texts.failures import failure
from desktop_app.gui.texts.receipt_line import verdict_line
from desktop_app.gui.verify.team_text import TeamText
from desktop_app.gui.widgets.amber_bar import AmberBar
from desktop_app.gui.widgets.banner import BannerText, VerdictBanner
from desktop_app.gui.widgets.buttons import OutlineButton
from desktop_app.gui.widgets.receipt import ReceiptRow
from desktop_app.gui.widgets.tries import TriesLeft

_GAP: Final = 10


class AnswerPanel(QWidget):
    """The banner, the team's own text and the receipt, or that a check is under way.

    ``has_team_text`` keeps room for a text, so that nothing moves when the answer comes.
    """

    def __init__(
        self, appearance: Appearance, *, has_team_text: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.banner = VerdictBanner(appearance, self)
        self.team_text = TeamText(appearance, self)
        self.team_text.setVisible(has_team_text)
        self.receipt = ReceiptRow(appearance, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self.banner)
        layout.addWidget(self.team_text)
        layout.addWidget(self.receipt)
        layout.addStretch(1)
        self._keep_room()

    @property
    def team_text_height(self) -> int:
        """How much higher the panel is by the team's own text."""
        if self.team_text.isHidden():
            return 0
        return self.team_text.sizeHint().height() + _GAP

    def show_checking(self) -> None:
        """A check has begun."""
        self.banner.show_checking()
        self.team_text.show_text("")
        self.receipt.setVisible(False)

    def show_verdict(
        self, verdict: Verdict, customer: Customer, person: str, team_text: str
    ) -> None:
        """Show an answer; ``team_text`` is the team's own sentence for it, or empty."""
        self.banner.show_verdict(
            look_of(verdict.answer),
            BannerText(
                sentences.told_answer(verdict.answer),
                sentences.permission(verdict.answer),
                sentences.next_step(verdict),
            ),
        )
        self.team_text.show_text(team_text)
        self.receipt.setVisible(True)
        self.receipt.set_receipt(verdict.receipt, verdict_line(verdict, customer, person))

    def clear(self) -> None:
        """Take every answer off the screen."""
        self.banner.clear()
        self.team_text.show_text("")
        self.receipt.setVisible(False)
        self.receipt.set_receipt("", "")

    def _keep_room(self) -> None:
        policy = self.receipt.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # nothing moves when the receipt comes
        self.receipt.setSizePolicy(policy)
        self.receipt.setVisible(False)


class NotCheckedPanel(QWidget):
    """Why there is no verdict, whether the try was counted, and the way on."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.again = OutlineButton(appearance, self.tr("Try again"), keys=("F5",))
        self._bar = AmberBar(appearance, stacked=True, button=self.again, parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignTop)
        layout.addStretch(1)

    def show_failure(self, error: NotCheckedError) -> None:
        """Show what failed."""
        self._show(error.counted, failure(error.cause))

    def show_settled(self, counted: bool | None) -> None:  # noqa: FBT001 - the fact itself
        """Show whether the try was counted, which a database that answers again has told."""
        self._show(
            counted,
            self.tr(
                "The database answers again. Press “Try again”, and ask the caller to say it once"
                " more."
            ),
        )

    def _show(self, counted: bool | None, sentence: str) -> None:  # noqa: FBT001 - the fact itself
        happened = self.tr("Not checked. {counted}").format(counted=sentences.counted(counted))
        self._bar.set_texts(happened, sentence)


def show_standing(tries: TriesLeft, standing: Standing, answer: Answer | None) -> None:
    """Bring the dots, or the note in their place, up to date."""
    match answer:
        case Answer.NONE:
            tries.set_note(tries.tr("No password on file"), icon="key-none")
        case Answer.EXPIRED:
            tries.set_note(tries.tr("Password expired"), icon="clock")
        case Answer.PAUSED:
            tries.set_note(tries.tr("Your checks pause"), icon="padlock")
        case Answer.BLOCKED:
            tries.set_note(tries.tr("No tries left"), icon="padlock")
        case _:
            left = standing.tries_left
            tries.set_tries(
                left, standing.tries_allowed, sentences.tries_left(standing), last=left == 1
            )
