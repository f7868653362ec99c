"""What became of a run of first passwords, and whose letter is missing."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.entities import Customer
from desktop_app.core.first_password_ports import Candidate
from desktop_app.gui.desktop.announcing import announce
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.password.first_run import FirstRun
from desktop_app.gui.texts.failures import failure
from desktop_app.gui.texts.translation import tr
from desktop_app.gui.widgets.amber_bar import AmberBar
from desktop_app.gui.widgets.fields import LinesField
from desktop_app.gui.widgets.labels import Label

_LINES: Final = 7


class FirstOutcome(QWidget):
    """Says what is done and what is not; names everybody who needs another letter."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label(appearance, pixels=15, weight=600, wrap=True, parent=self)
        self._words = Label(appearance, colour="text2", wrap=True, parent=self)
        self._bar = AmberBar(appearance, stacked=True, parent=self)
        self._whom = Label(appearance, pixels=12, weight=500, wrap=True, parent=self)
        self._names = LinesField(appearance, lines=_LINES, parent=self)
        self._names.setReadOnly(True)
        self._whom.setBuddy(self._names)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for widget in (self._title, self._words, self._bar, self._whom, self._names):
            layout.addWidget(widget)
        layout.addStretch(1)

    def show_made(self, run: FirstRun, wanted: int) -> None:
        """The passwords are saved; their letters wait to be printed."""
        made = len(run.made)
        title = tr("%n passwords are saved.", None, made)
        if run.done < wanted:
            title += " " + tr("%n customers are as before.", None, wanted - run.done)
        words = self.tr("Nothing is to be printed.")
        if made:
            words = self.tr(
                "Print the letters now: the passwords are nowhere else, and nobody can read them"
                " again. Prefer paper. Whoever gets hold of a PDF file can read every password in"
                " it: delete it once it is printed."
            )
        self._say(title, words)
        if run.failure is not None:
            self._bar.set_texts(self.tr("It ended too early."), failure(run.failure))
        self._name(
            self.tr("Left out, because they have a password by now or are no longer there:"),
            run.left_out,
        )

    def show_printed(self, unprinted: Sequence[Candidate]) -> None:
        """Every letter of a run was handed on; ``unprinted`` may have a password of nobody's."""
        self._bar.hide()
        self._say(
            self.tr("The letters are handed on"),
            self.tr(
                "Look whether every page has come out. For one that is missing, choose the customer"
                " under “Letter not used yet” and print a new one. The passwords are no longer in"
                " this window."
            ),
        )
        self._name_unprinted(unprinted)

    def show_unprinted(self, reason: str, unprinted: Sequence[Candidate]) -> None:
        """Some letters were not printed, or nobody knows whether."""
        self._say(
            tr("%n letters were not printed", None, len(unprinted)),
            self.tr(
                "These passwords are saved, and nobody can read them any more. New ones can be made"
                " and printed now; they take the place of those."
            ),
        )
        self._bar.set_texts(self.tr("Printing ended too early."), reason)
        self._name_unprinted(unprinted)

    def _name_unprinted(self, unprinted: Sequence[Candidate]) -> None:
        self._name(
            self.tr("They have a password whose letter was not printed:"),
            [each.customer for each in unprinted],
        )

    def _say(self, title: str, words: str) -> None:
        self._title.setText(title)
        self._words.setText(words)
        announce(self._title, f"{title} {words}")

    def _name(self, why: str, customers: Sequence[Customer]) -> None:
        lines = [" ".join(filter(None, (c.number, c.name, c.company))) for c in customers]
        self._whom.setText(why)
        self._names.setPlainText("\n".join(lines))
        self._names.setAccessibleName(why)
        for widget in (self._whom, self._names):
            widget.setVisible(bool(customers))
