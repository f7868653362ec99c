"""First passwords for many: choose customers, make a password for each, print the letters."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.core.entities import EventKind
from desktop_app.core.errors import FieldRefusedError, PrintingFailedError, WatchwordError
from desktop_app.core.first_password_ports import Candidate, Candidates, Wanted
from desktop_app.core.first_passwords import FirstPassword, FirstPasswords
from desktop_app.gui.context import Context
from desktop_app.gui.desktop.printing import AskForPrinter, ask_for_printer, pdf_of
from desktop_app.gui.desktop.save_as import AskForFile, ask_for_file
from desktop_app.gui.discard_bar import DiscardBar
from desktop_app.gui.latest import Latest
from desktop_app.gui.long_job import LongJob
from desktop_app.gui.password.first_choice import FirstChoice
from desktop_app.gui.password.first_letter import letter_of
from desktop_app.gui.password.first_outcome import FirstOutcome
from desktop_app.gui.password.first_run import FirstRun, carry_out
from desktop_app.gui.session import Session
from desktop_app.gui.texts.failures import failure
from desktop_app.gui.texts.sentences import grouped
from desktop_app.gui.texts.translation import tr, window_language
from desktop_app.gui.verify.key_guard import KeyGuard
from desktop_app.gui.widgets.amber_bar import AmberBar
from desktop_app.gui.widgets.buttons import OutlineButton, PrimaryButton
from desktop_app.gui.widgets.dialog_frame import PlainFrame
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.progress_line import ProgressLine

EXPORTED: Final = "first-passwords"
"""The outcome of an export of letters into a file."""


_KEYS: Final = {"choosing": ("Ctrl", "Enter"), "made": ("Enter",), "printing": ("Enter",)}


class Stage(StrEnum):
    """Where the window stands."""

    CHOOSING = "choosing"
    MAKING = "making"
    MADE = "made"
    PRINTING = "printing"
    OVER = "over"


class FirstPasswordsWindow(PlainFrame):
    """A lead gives many customers their first password by letter.

    What was made stays made, whether it is stopped, fails or is closed; passwords that are not
    printed by then are forgotten, and a new letter takes their place. ``done`` closes at once,
    ``reject`` asks first where letters would be lost. ``ask_for_printer`` and ``ask_for_file`` are
    asked where the letters go.
    """

    changed = Signal()
    """Customers have got passwords."""

    def __init__(
        self,
        context: Context,
        first: FirstPasswords,
        parent: QWidget | None = None,
        *,
        ask_for_printer: AskForPrinter = ask_for_printer,
        ask_for_file: AskForFile = ask_for_file,
    ) -> None:
        super().__init__(context.desk.appearance, scrolls=True, parent=parent)
        self._session = context.session
        self._tasks = context.desk.tasks
        self._first = first
        self._ask_for_printer = ask_for_printer
        self._ask_for_file = ask_for_file
        self._stage = Stage.CHOOSING
        self._job: LongJob | None = None
        self._wanted: tuple[Candidate, ...] = ()
        self._letters: list[FirstPassword] = []
        self._unprinted: tuple[Candidate, ...] = ()
        self._reason = ""
        self.setWindowTitle(self.tr("First passwords"))
        self._build(context)
        self.set_size(760, 640, smallest=(560, 520))
        self._guard = KeyGuard(self)
        self._search: Latest[Candidates] = Latest(
            self._tasks, self._on_found, self._on_search_failed, self
        )
        self._connect()
        self._look(self._choice.question)
        self._choice.text.setFocus()

    @property
    def stage(self) -> Stage:
        """Where the window stands."""
        return self._stage

    # --- building --------------------------------------------------------------------------------

    def _build(self, context: Context) -> None:
        appearance = context.desk.appearance
        self._progress = ProgressLine(appearance, parent=self)
        self.add_on_top(self._progress)
        self._choice = FirstChoice(appearance, self)
        self._outcome = FirstOutcome(appearance, self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Passwords made"))
        self._counted = Label(appearance, colour="text2", wrap=True, parent=self)
        making = QWidget(self)
        column = QVBoxLayout(making)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        title = self.tr("Passwords are being made")
        column.addWidget(Label(appearance, title, pixels=15, weight=600, parent=self))
        column.addWidget(self._bar)
        column.addWidget(self._counted)
        column.addStretch(1)
        self._pages = QStackedWidget(self)
        for page in (self._choice, making, self._outcome):
            self._pages.addWidget(page)
        self.body.addWidget(self._pages, 1)
        self._failure = AmberBar(appearance, stacked=True, parent=self)
        self._discard = DiscardBar(appearance, self)
        for bar in (self._failure, self._discard):
            self.add_notice(bar)
        self._act = PrimaryButton(appearance, "", parent=self)
        self._save = OutlineButton(appearance, self.tr("Save as PDF…"), parent=self)
        self._close_button = OutlineButton(appearance, "", keys=("Esc",), parent=self)
        self.foot.add_leading(QWidget(self), stretch=1)
        self.foot.set_actions(self._act, self._close_button, self._save)
        self._show_stage(Stage.CHOOSING)

    def _connect(self) -> None:
        self._choice.wanted.connect(self._look)
        self._choice.changed.connect(self._on_choice_changed)
        self._act.clicked.connect(self._on_act_clicked)
        self._save.clicked.connect(self._on_save_clicked)
        self._close_button.clicked.connect(self.reject)
        self._discard.confirmed.connect(self._on_discard_confirmed)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self.bind_keys({keys: self._on_make_requested})

    # --- choosing --------------------------------------------------------------------------------

    def enter_pressed(self) -> None:
        """Print; elsewhere Enter alone does nothing: so many passwords are not made in passing."""
        self._print()

    def _on_act_clicked(self) -> None:
        match self._stage:
            case Stage.CHOOSING:
                self._on_make_requested()
            case Stage.MADE:
                self._print()
            case Stage.OVER:
                self._make_for(self._unprinted)

    def _look(self, wanted: Wanted) -> None:
        self._progress.start()
        self._search.run(lambda: self._first.candidates(wanted))

    def _on_found(self, found: Candidates) -> None:
        self._progress.stop()
        self._failure.hide()
        self._choice.show_candidates(found)

    def _on_search_failed(self, error: WatchwordError) -> None:
        self._progress.stop()
        self._failure.set_texts(self.tr("The customers could not be read."), failure(error))

    def _on_choice_changed(self) -> None:
        self._discard.withdraw()
        count = len(self._choice.chosen)
        self._act.setText(tr("Make %n passwords", None, count))
        self._act.set_unavailable(None if count else self.tr("Nobody is chosen"))

    def _on_make_requested(self) -> None:
        if self._stage is not Stage.CHOOSING or not self._choice.chosen or self._search.is_busy:
            return
        self._reason = self._choice.reason.text().strip()
        if not self._reason:
            sentence = failure(FieldRefusedError("reason", "empty"))
            self.point_to(self._choice.refuse_reason(sentence))
            return
        self._make_for(self._choice.chosen)

    # --- making ----------------------------------------------------------------------------------

    def _make_for(self, candidates: tuple[Candidate, ...]) -> None:
        job = self._job = LongJob(self)
        job.progressed.connect(self._on_job_progressed)
        self._wanted, self._unprinted = candidates, ()
        first, reason, language = self._first, self._reason, window_language()
        self._failure.hide()
        self._bar.setRange(0, len(candidates))
        self._on_job_progressed(0)
        self._show_stage(Stage.MAKING)
        self._tasks.run(
            self,
            lambda: carry_out(first, candidates, reason, language, job),
            self._on_made,
            self._on_making_failed,
        )

    def _on_job_progressed(self, done: int) -> None:
        self._bar.setValue(done)
        self._counted.setText(
            self.tr("{done} of {all} customers. What is made stays, also if you stop.").format(
                done=grouped(done), all=grouped(len(self._wanted))
            )
        )

    def _on_made(self, run: FirstRun) -> None:
        self._job = None
        self._letters = run.made
        self._unprinted = () if run.unclear is None else (run.unclear,)
        self._outcome.show_made(run, len(self._wanted))
        self._show_stage(Stage.MADE if run.made else Stage.OVER)
        if run.done:
            self.changed.emit()

    def _on_making_failed(self, error: WatchwordError) -> None:
        """Only a bug comes here, and takes the passwords along."""
        self._job = None
        self._outcome.show_unprinted(failure(error), self._wanted)
        self._unprinted = self._wanted
        self._show_stage(Stage.OVER)

    # --- printing --------------------------------------------------------------------------------

    def _print(self) -> None:
        if self._stage is Stage.MADE:
            print_out = self._ask_for_printer(self, self.tr("First passwords"))
            if print_out is not None:
                letters = tuple(self._letters)
                self._hand_on(lambda: print_out(map(letter_of, letters)))

    def _on_save_clicked(self) -> None:
        if self._stage is Stage.MADE:
            path = self._ask_for_file(self, "first-passwords.pdf")
            if path is not None:
                session, letters = self._session, tuple(self._letters)
                title = self.tr("First passwords")
                self._hand_on(lambda: _save_pdf(session, letters, path, title))

    def _hand_on(self, job: Callable[[], None]) -> None:
        self._discard.withdraw()
        self._failure.hide()
        self._show_stage(Stage.PRINTING)
        self._progress.start()
        self._tasks.run(self, job, self._on_handed_on, self._on_handing_failed)

    def _on_handed_on(self, _nothing: None) -> None:
        self._progress.stop()
        self._letters = []
        self._outcome.show_printed(self._unprinted)
        self._show_stage(Stage.OVER)

    def _on_handing_failed(self, error: WatchwordError) -> None:
        self._progress.stop()
        if not isinstance(error, PrintingFailedError):
            # No page has left this window: they can go elsewhere.
            self._failure.set_texts(self.tr("The letters were not saved."), failure(error))
            self._show_stage(Stage.MADE)
            return
        rest = tuple(Candidate(each.customer, each.at) for each in self._letters[error.printed :])
        self._letters = []
        self._unprinted = (*rest, *self._unprinted)
        self._outcome.show_unprinted(failure(error), self._unprinted)
        self._show_stage(Stage.OVER)

    # --- closing ---------------------------------------------------------------------------------

    def reject(self) -> None:
        """Stop, or close, but ask first where letters that were not printed would be lost."""
        if self._job is not None:
            self._job.give_up()
        elif self._stage is Stage.MADE:
            self._discard.ask(
                self.tr(
                    "Close without printing? Nobody can read these passwords again; the customers"
                    " stay under “Letter not used yet”."
                ),
                self.tr("Close"),
            )
            self._guard.arm()
        elif self._stage is not Stage.PRINTING:
            super().reject()

    def done(self, result: int) -> None:
        """Close; passwords that are not printed are forgotten, a run under way ends soon."""
        if self._job is not None:
            self._job.give_up()
        self._letters = []
        self._search.drop()
        super().done(result)

    def _on_discard_confirmed(self) -> None:
        super().reject()

    def _show_stage(self, stage: Stage) -> None:
        self._stage = stage
        page = {Stage.CHOOSING: 0, Stage.MAKING: 1}.get(stage, 2)
        self._pages.setCurrentIndex(page)
        is_outcome = stage in {Stage.MADE, Stage.PRINTING}
        self._save.setVisible(is_outcome)
        self._act.setVisible(
            stage is Stage.CHOOSING or is_outcome or (stage is Stage.OVER and bool(self._unprinted))
        )
        if stage is not Stage.CHOOSING:
            self._act.setText(self.tr("Print…") if is_outcome else self.tr("Make new ones"))
        self._act.set_keys(_KEYS.get(stage, ()))
        for button in (self._act, self._save, self._close_button):
            button.setEnabled(stage is not Stage.PRINTING)
        words = {Stage.CHOOSING: self.tr("Cancel"), Stage.MAKING: self.tr("Stop")}
        self._close_button.setText(words.get(stage, self.tr("Close")))
        if stage is Stage.MADE:
            self._act.setFocus()
        elif stage in {Stage.MAKING, Stage.OVER}:
            self._close_button.setFocus()


def _save_pdf(session: Session, letters: tuple[FirstPassword, ...], path: Path, title: str) -> None:
    """Journal that there is a file of the letters, then write it; blocks.

    Raises:
        FileUnusableError: the file cannot be written; none of it stays. The journal may have it.
        PrintingFailedError: the pages cannot be made.
        StorageError: the journal cannot be written; no file stays.
    """
    content = pdf_of(map(letter_of, letters), title)
    with session.written_whole(path) as stream:
        # The database may take long, and a program that dies must not leave passwords on the disk.
        session.storage.journal.record(
            EventKind.EXPORTED, EXPORTED, {"file": path.name, "rows": str(len(letters))}
        )
        stream.buffer.write(content)
