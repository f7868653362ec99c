"""Who the first administrator is, and everything that is then made."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.core.errors import KeyringLockedError, WatchwordError
from desktop_app.gui.context import Desk
from desktop_app.gui.people.person_form import PersonForm
from desktop_app.gui.setup.contract import (
    MADE,
    OwnerLogin,
    ServerAddress,
    SetupStep,
    SharedSetup,
    StepResult,
    Unlock,
)
from desktop_app.gui.setup.relay import StepRelay
from desktop_app.gui.setup.step_list import StepList, StepState
from desktop_app.gui.setup.step_texts import StepPlace
from desktop_app.gui.setup.wizard_page import WizardPage
from desktop_app.gui.widgets.buttons import OutlineButton, PrimaryButton
from desktop_app.gui.widgets.hint_line import HintLine

Given = Callable[[], tuple[ServerAddress, OwnerLogin]]


class PersonPage(WizardPage):
    """Name and login of the first administrator; then each step of making shows how it went.

    What was made before a step failed is found by the next try.
    """

    created = Signal(str)
    """Everything is in place; the name of the profile."""

    def __init__(
        self,
        desk: Desk,
        setup: SharedSetup,
        given: Given,
        *,
        place: StepPlace,
        unlock: Unlock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent, unlock=unlock)
        self._setup = setup
        self._given = given
        self._refusal: WatchwordError | None = None
        self.set_words(
            self.tr("Your own login"),
            self.tr("{step} You are the first administrator and invite the others.").format(
                step=place.words()
            ),
        )
        appearance = desk.appearance
        self.form = PersonForm(
            appearance,
            name_label=self.tr("Your name, as colleagues know it"),
            login_label=self.tr("Your login in the database"),
            parent=self,
        )
        hint = HintLine(appearance, icon="key", parent=self)
        hint.set_text(
            self.tr(
                "Its password is made at random and kept in this computer's keyring. You never"
                " type it."
            )
        )
        self._list = StepList(appearance, self.tr("What is made"), MADE, self)
        self.body.addWidget(self.form)
        self.body.addWidget(hint)
        self.body.addSpacing(4)
        self.body.addWidget(self._list)
        self.add_failure_bar()
        self.body.addStretch(1)
        self._relay = StepRelay(self)
        self._relay.told.connect(self._on_step_told)
        back = OutlineButton(appearance, self.tr("Back"), parent=self)
        create = PrimaryButton(appearance, self.tr("Set up"), keys=("Enter",), parent=self)
        self.set_actions(create, back)
        back.clicked.connect(self.go_back)
        create.clicked.connect(self._on_create_requested)
        self.form.submitted.connect(self._on_create_requested)

    @property
    def steps(self) -> dict[SetupStep, StepState]:
        """How far the making is."""
        return self._list.states

    def enter(self) -> None:
        """The first empty field has the focus."""
        self.point_to(self.form.first_empty())

    def _on_create_requested(self) -> None:
        if self.is_busy:
            return
        refused = self.form.refused_field()
        if refused is not None:
            self.point_to(refused)
            return
        self._list.reset()
        self._refusal = None
        address, owner = self._given()
        name, login = self.form.name, self.form.login
        self.work(
            lambda: self._setup.create(address, owner, name, login, self._relay.tell),
            self._on_create_ended,
        )

    def _on_step_told(self, result: StepResult) -> None:
        self._list.take(result)
        if result.error is not None:
            self.form.refuse(result.error)
            self._refusal = result.error

    def _on_create_ended(self, profile: str | None) -> None:
        if profile is not None:
            self.created.emit(profile)
        elif isinstance(self._refusal, KeyringLockedError):
            self.show_failure(self._refusal)
