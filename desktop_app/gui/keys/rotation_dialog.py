"""The rotation of the team key: begun, waited for, put into use."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.core.team_keys import KeyFile, KeyHolder, KeyOverview
from desktop_app.gui.context import Desk
from desktop_app.gui.desktop.file_chooser import FileChooser
from desktop_app.gui.quiet_dialog import QuietDialog
from desktop_app.gui.texts import sentences
from desktop_app.gui.widgets.buttons import OutlineButton, PrimaryButton
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.spoken_words import SpokenWords

PROPOSED_NAME: Final = "watchword-new-key.wwkey"

_MOST_NAMED: Final = 8


@dataclass(frozen=True, slots=True)
class Rotation:
    """What an admin does to the team's key; every call blocks.

    ``begin`` announces a key, or writes the file of the announced one again; ``start`` puts it
    into use whoever has not taken it.
    """

    overview: Callable[[], KeyOverview]
    begin: Callable[[Path], KeyFile]
    start: Callable[[], None]


class RotationDialog(QuietDialog):
    """Says how the team's key stands, and offers the next step of its rotation."""

    rotated = Signal()
    """A file was written or the new key put into use. Emitted when the dialog closes."""

    def __init__(
        self, desk: Desk, rotation: Rotation, chooser: FileChooser, parent: QWidget | None = None
    ) -> None:
        appearance = desk.appearance
        super().__init__(appearance, desk.tasks, title="", parent=parent)
        self._rotation = rotation
        self._chooser = chooser
        self._is_changed = False
        self.setWindowTitle(self.tr("Rotate the team key"))
        self._facts = Label(appearance, "", colour="text2", wrap=True, parent=self)
        self.form.addWidget(self._facts)
        self._spoken = SpokenWords(appearance, self.tr("They are not shown again."), parent=self)
        self.form.addWidget(self._spoken)
        self._begin = PrimaryButton(appearance, self.tr("Make a new key…"), parent=self)
        self._again = OutlineButton(appearance, self.tr("Write its file again…"), parent=self)
        self._start = PrimaryButton(appearance, self.tr("Use it now"), parent=self)
        self._finish = PrimaryButton(appearance, self.tr("Done"), keys=("Enter",), parent=self)
        self._cancel = OutlineButton(appearance, self.tr("Cancel"), keys=("Esc",), parent=self)
        self.set_foot(self._begin, self._start, self._cancel, side=self._again)
        self.foot.set_actions(self._finish)
        self._offer(self._cancel)
        self._begin.clicked.connect(self._on_begin_requested)
        self._again.clicked.connect(self._on_begin_requested)
        self._start.clicked.connect(self._on_start_requested)
        self._finish.clicked.connect(self.accept)
        self._spoken.noted.connect(self._on_words_noted)
        self._cancel.clicked.connect(self.reject)
        self.work(rotation.overview, self._on_overview)

    def enter_pressed(self) -> None:
        """Close once there is nothing left to do."""
        if self._finish.isVisible() and not self._spoken.is_waiting:
            self.accept()

    def reject(self) -> None:
        """Close, unless nobody has the words yet."""
        if self._spoken.is_waiting:
            self._spoken.point_to_box()
        else:
            super().reject()

    def done(self, result: int) -> None:
        self._spoken.forget()
        super().done(result)
        if self._is_changed:
            self._is_changed = False
            self.rotated.emit()

    def _say(self, facts: str) -> None:
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))

    def _offer(self, *wanted: QWidget) -> None:
        for button in (self._begin, self._again, self._start, self._finish, self._cancel):
            button.setVisible(button in wanted)
        wanted[0].setFocus()

    def _on_overview(self, overview: KeyOverview) -> None:
        announced = overview.known.announced
        if announced is None:
            self.set_words(
                self.tr("Make a new key for the team"),
                self.tr(
                    "It reaches the other computers as a file with six words, and is used once"
                    " every one of them has taken it. Each telephone password comes over with its"
                    " next match. Afterwards the recovery file has to be saved again."
                ),
            )
            self._say(self._left_words(overview))
            self._offer(self._begin, self._cancel)
            return
        self.set_words(
            self.tr("A new key waits for the team"),
            self.tr("{person} announced it {day}. It is used once every computer has it.").format(
                person=announced.made_by, day=sentences.day(announced.since)
            ),
        )
        self._say(self._waited_words(overview.waited_for))
        self._offer(self._cancel, self._again, self._start)  # Enter by mistake waits on

    def _left_words(self, overview: KeyOverview) -> str:
        end = overview.next_end
        if not overview.left_behind or end is None:
            return ""
        left = self.tr(
            "%n passwords are still under a key that was replaced.", "", overview.left_behind
        )
        return (
            left + " " + self.tr("The first of them expire {day}.").format(day=sentences.day(end))
        )

    def _waited_words(self, missing: Sequence[KeyHolder]) -> str:
        if not missing:
            return self.tr("No computer is waited for: it is used as soon as one more has it.")
        lines = [f"{each.name} · {each.workstation}" for each in missing[:_MOST_NAMED]]
        more = len(missing) - len(lines)
        if more:
            lines.append(self.tr("and %n more", "", more))
        return "\n".join(
            (
                self.tr("These have not taken it yet:"),
                *lines,
                "",
                self.tr(
                    "“Use it now” waits for nobody: a computer without the key can check only"
                    " what is still under the old one, until it takes the file."
                ),
            )
        )

    def _on_begin_requested(self) -> None:
        def write(path: Path) -> None:
            self.work(lambda: self._rotation.begin(path), lambda file: self._on_written(path, file))

        title = self.tr("Save the file of the new key")
        self._chooser.new_file(self, title, PROPOSED_NAME, write)

    def _on_written(self, path: Path, file: KeyFile) -> None:
        self._is_changed = True
        title, words = self._written_words(file)
        self.set_words(title, words.format(path=path))
        self._say("")
        self._offer(self._finish)
        self._spoken.show_words(file.words)

    def _on_words_noted(self, noted: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._finish.set_unavailable(None if noted else self.tr("Tell the words first"))

    def _written_words(self, file: KeyFile) -> tuple[str, str]:
        if file.is_in_use:
            return (
                self.tr("The new key is in use"),
                self.tr(
                    "Its file is saved: {path}\n\nA computer that was not there takes the key from"
                    " it, in the menu File, Team key. These six words open it."
                ),
            )
        return (
            self.tr("Tell your colleagues these six words by voice"),
            self.tr(
                "The file is saved: {path}\n\nSend it as you like, but never together with the"
                " words. Everybody takes it in the menu File, Team key. The new key is used once"
                " every computer has it."
            ),
        )

    def _on_start_requested(self) -> None:
        self.work(self._rotation.start, lambda _nothing: self._on_started())

    def _on_started(self) -> None:
        self._is_changed = True
        self.set_words(
            self.tr("The new key is in use"),
            self.tr("Each telephone password comes over with its next match."),
        )
        self._say("")
        self._offer(self._finish)
