"""What stands in the window's place while Watchword is locked: no customer, and the way back."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.errors import WatchwordError
from desktop_app.core.ports import Clock
from desktop_app.core.secret import Secret
from desktop_app.gui.desktop.announcing import announce
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.pause import pin_sentences
from desktop_app.gui.pause.pin_gate import PinGate, PinStanding
from desktop_app.gui.tasks import Tasks
from desktop_app.gui.texts.failures import failure
from desktop_app.gui.widgets.buttons import ButtonSize, OutlineButton, PrimaryButton
from desktop_app.gui.widgets.icon import Icon
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.password_entry import PasswordEntry
from desktop_app.gui.widgets.surfaces import Area

_TICK_MS: Final = 1_000
_ICON: Final = 40
_WIDEST: Final = 360


class LockState(StrEnum):
    """What the lock screen asks for."""

    READING = "reading"
    OPEN = "open"
    PIN = "pin"
    WAITING = "waiting"
    FAILED = "failed"


class LockScreen(Area):
    """Ends in ``unlocked`` by Enter alone, or by the right PIN where one is set.

    Where nobody can know whether a PIN is set, the way back stays shut: ``FAILED`` offers to try
    again. Without a ``gate`` (in the demo) there is no PIN. Wrong PINs bring waits that a new
    start of the program does not shorten.
    """

    unlocked = Signal()
    quit_requested = Signal()

    def __init__(
        self,
        appearance: Appearance,
        tasks: Tasks,
        gate: PinGate | None,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, parent=parent)
        self._tasks = tasks
        self._gate = gate
        self._clock = clock
        self._state = LockState.READING
        self._standing: PinStanding | None = None
        self._is_busy = False
        self._build(appearance)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self.tick)
        self._entry.submitted.connect(self._on_action_requested)
        self._action.clicked.connect(self._on_action_requested)
        self._quit.clicked.connect(self.quit_requested)
        reveal = QShortcut(QKeySequence("F2"), self)
        reveal.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        reveal.activated.connect(self._entry.toggle_revealed)

    @property
    def state(self) -> LockState:
        """What is asked for now."""
        return self._state

    @property
    def is_busy(self) -> bool:
        """Whether the keyring or the hash is at work."""
        return self._is_busy

    @property
    def sentence(self) -> str:
        """What is said below the title."""
        return self._sentence.text()

    def name_person(self, login: str, *, name: str = "", profile: str = "") -> None:
        """Say whose window it is; ``profile`` where this workstation has several."""
        who = f"{name} ({login})" if name and name != login else login
        if profile:
            who = self.tr("{person}, profile {profile}").format(person=who, profile=profile)
        self._person.setText(who)
        self._person.setVisible(bool(who))

    def lock(self) -> None:
        """Begin: nothing typed, and ask anew whether there is a PIN."""
        self._entry.wipe()
        if self._gate is None:
            self._show(LockState.OPEN, self.tr("No customer is on the screen."))
        else:
            self._read(self._gate)

    def tick(self) -> None:
        """Bring the wait up to date with the clock."""
        standing = self._standing
        if standing is None or standing.opens_at is None or self._gate is None:
            return
        now = self._clock()
        if now >= standing.opens_at:
            self._read(self._gate)
        else:
            self._sentence.setText(pin_sentences.waiting(standing.opens_at, now))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and self._state is LockState.OPEN and not event.isAutoRepeat():
            self._on_action_requested()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()
        self._entry.wipe()

    # --- what happens ----------------------------------------------------------------------------

    def _read(self, gate: PinGate) -> None:
        self._tick.stop()
        self._show(LockState.READING, self.tr("Asking the system's keyring…"))
        self._begin()
        self._tasks.run(self, gate.standing, self._on_standing, self._on_failed)

    def _on_standing(self, standing: PinStanding) -> None:
        self._is_busy = False
        self._standing = standing
        if not standing.is_set:
            self._show(LockState.OPEN, self.tr("No customer is on the screen."))
        elif standing.opens_at is not None:
            self._show(LockState.WAITING, pin_sentences.waiting(standing.opens_at, self._clock()))
            self._tick.start()
        else:
            self._show(LockState.PIN, self.tr("Type your PIN to go on."))

    def _on_failed(self, error: WatchwordError) -> None:
        self._is_busy = False
        self._show(LockState.FAILED, failure(error))

    def _on_action_requested(self) -> None:
        if self._is_busy:
            return
        match self._state:
            case LockState.OPEN:
                self.unlocked.emit()
            case LockState.FAILED:
                self.lock()
            case LockState.PIN if self._gate is not None and not self._entry.is_empty():
                self._verify(self._gate, self._entry.take())

    def _verify(self, gate: PinGate, pin: Secret[str]) -> None:
        def verify() -> PinStanding | None:
            """In the task runner: None for the right PIN."""
            return None if gate.verify(pin) else gate.standing()

        self._begin()
        self._tasks.run(self, verify, self._on_verified, self._on_failed)

    def _on_verified(self, refused: PinStanding | None) -> None:
        if refused is None:
            self._is_busy = False
            self.unlocked.emit()
            return
        self._on_standing(refused)
        if refused.is_set and refused.opens_at is None:
            self._entry.set_message(pin_sentences.refused(refused, self._clock()))
            announce(self._entry, self._entry.message)

    # --- what is shown ---------------------------------------------------------------------------

    def _begin(self) -> None:
        self._is_busy = True
        for widget in (self._entry, self._action):
            widget.setEnabled(False)

    def _show(self, state: LockState, sentence: str) -> None:
        self._state = state
        self._sentence.setText(sentence)
        self._entry.setVisible(state is LockState.PIN)
        self._entry.setEnabled(state is LockState.PIN)
        self._action.setVisible(state is not LockState.WAITING)
        self._action.setEnabled(state is not LockState.READING)
        self._action.setText(
            self.tr("Try again") if state is LockState.FAILED else self.tr("Continue")
        )
        said = (self._title.text(), self._person.text(), sentence)
        announce(self._sentence, ". ".join(filter(None, said)))
        if self.isVisible():
            self.focus()

    def focus(self) -> None:
        """Put the focus where the way back begins."""
        target: QWidget = self._action
        if self._state is LockState.PIN:
            target = self._entry
        elif self._state is LockState.WAITING:
            target = self._quit
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, appearance: Appearance) -> None:
        icon = Icon(appearance, "padlock", side=_ICON, line_height=_ICON, parent=self)
        self._title = Label(
            appearance, self.tr("Watchword is locked"), pixels=24, weight=600, parent=self
        )
        self._person = Label(appearance, pixels=15, weight=600, wrap=True, parent=self)
        self._person.hide()
        self._sentence = Label(appearance, pixels=15, colour="text2", wrap=True, parent=self)
        self._entry = PasswordEntry(appearance, name=self.tr("PIN"), parent=self)
        self._action = PrimaryButton(
            appearance, "", keys=("Enter",), size=ButtonSize.BIG, parent=self
        )
        self._quit = OutlineButton(appearance, self.tr("Quit"), size=ButtonSize.BIG, parent=self)
        for label in (self._title, self._person, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._quit)
        buttons.addWidget(self._action)
        buttons.addStretch(1)
        column = QWidget(self)
        column.setMaximumWidth(appearance.theme.scaled(_WIDEST))
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        inner.addWidget(icon, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addWidget(self._title)
        inner.addWidget(self._person)
        inner.addWidget(self._sentence)
        inner.addWidget(self._entry)
        inner.addLayout(buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addStretch(1)
        layout.addWidget(column, 4, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
