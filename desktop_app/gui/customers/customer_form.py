"""New customer, and the fields of one that is there: a plain form for leads."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.core.countries import country_names
from desktop_app.core.customer_conflict import Conflict
from desktop_app.core.customer_fields import (
    LONGEST_FIELD,
    LONGEST_NUMBER,
)
from desktop_app.core.entities import Customer, CustomerDraft
from desktop_app.core.errors import (
    ChangedMeanwhileError,
    FieldRefusedError,
    NumberTakenError,
    WatchwordError,
)
from desktop_app.core.ports import CustomerStore
from desktop_app.gui.context import Context
from desktop_app.gui.customers.conflict_dialog import ConflictDialog
from desktop_app.gui.customers.customer_storing import (
    Entered,
    Meanwhile,
    draft_of,
    meanwhile,
    store,
)
from desktop_app.gui.discard_bar import DiscardBar
from desktop_app.gui.texts import sentences
from desktop_app.gui.texts.failures import failure, unsaved
from desktop_app.gui.verify.key_guard import KeyGuard
from desktop_app.gui.widgets.amber_bar import AmberBar
from desktop_app.gui.widgets.buttons import OutlineButton, PrimaryButton
from desktop_app.gui.widgets.dialog_frame import DialogFrame
from desktop_app.gui.widgets.fields import (
    CheckBox,
    ChoiceField,
    FormField,
    LinesField,
    TextField,
)
from desktop_app.gui.widgets.labels import Label
from desktop_app.gui.widgets.progress_line import ProgressLine

_FEW_LINES = 2


class CustomerForm(DialogFrame):
    """Every field of one customer; ``customer`` is None for a new one.

    ``done`` closes without asking, ``reject`` asks where something was changed. What a colleague
    has changed meanwhile is shown and chosen from before anything is saved over it.
    """

    saved = Signal(object)
    """The ``Customer`` as it is stored now. The form closes after it."""

    def __init__(
        self, context: Context, customer: Customer | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(context.desk.appearance, scrolls=True, parent=parent)
        self._context = context
        self._customer = customer
        self._is_busy = False
        title = self.tr("New customer") if customer is None else self.tr("Edit customer")
        self.setWindowTitle(title)
        if customer is None:
            self.header.set_customer(title, "", "", "")
        else:
            self.header.set_customer(customer.name, customer.company, customer.number, "")
        self._build()
        self.set_size(640, 700, smallest=(480, 420))
        self._fill(customer or CustomerDraft(number=""))
        self._before = self._entered()
        self._guard = KeyGuard(self)
        self._connect()
        self._number.setFocus()

    @property
    def is_busy(self) -> bool:
        """Whether the customer is being saved."""
        return self._is_busy

    # --- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        appearance = self._context.desk.appearance
        self._number = TextField(longest=LONGEST_NUMBER, parent=self)
        self._name = TextField(longest=LONGEST_FIELD, parent=self)
        self._company = TextField(longest=LONGEST_FIELD, parent=self)
        self._country = ChoiceField(appearance, name=self.tr("Country"), parent=self)
        self._country.addItem(self.tr("Not known"), "")
        for code, name in sorted(country_names().items(), key=lambda each: each[1]):
            self._country.addItem(name, code)
        self._language = ChoiceField(appearance, name=self.tr("Language"), parent=self)
        for words, code in (
            (self.tr("Not known"), ""),
            (self.tr("German"), "de"),
            (self.tr("English"), "en"),
        ):
            self._language.addItem(words, code)
        one_per_line = self.tr("One per line")
        self._phones = LinesField(appearance, placeholder=one_per_line, parent=self)
        self._emails = LinesField(
            appearance, lines=_FEW_LINES, placeholder=one_per_line, parent=self
        )
        self._domains = LinesField(
            appearance, lines=_FEW_LINES, placeholder=one_per_line, parent=self
        )
        self._authorised = LinesField(
            appearance,
            lines=_FEW_LINES,
            placeholder=self.tr("Who else may call for this customer"),
            parent=self,
        )
        self._active = CheckBox(appearance, self.tr("Active customer"), self)
        self._fields = self._labelled()
        self._progress = ProgressLine(appearance, parent=self)
        self._failure = AmberBar(appearance, stacked=True, parent=self)
        self._discard = DiscardBar(appearance, self)
        self._note = Label(
            appearance,
            self.tr("Telephone numbers are completed with the country."),
            pixels=12,
            colour="text3",
            wrap=True,
            parent=self,
        )
        self._cancel = OutlineButton(appearance, self.tr("Cancel"), keys=("Esc",), parent=self)
        self._save = PrimaryButton(
            appearance, self.tr("Save customer"), keys=("Ctrl", "Enter"), parent=self
        )
        self._lay_out()

    def _labelled(self) -> dict[str, FormField]:
        appearance = self._context.desk.appearance
        self._editors: dict[str, tuple[str, QWidget]] = {
            "number": (self.tr("Customer number"), self._number),
            "name": (self.tr("Name"), self._name),
            "company": (self.tr("Company"), self._company),
            "country": (self.tr("Country"), self._country),
            "language": (self.tr("Language"), self._language),
            "phones": (self.tr("Telephone numbers"), self._phones),
            "emails": (self.tr("E-mail addresses"), self._emails),
            "domains": (self.tr("Domains"), self._domains),
            "authorised": (self.tr("Authorised callers"), self._authorised),
        }
        return {
            field: FormField(appearance, label, editor, self)
            for field, (label, editor) in self._editors.items()
        }

    def _lay_out(self) -> None:
        places = {
            "number": (0, 0, 1),
            "name": (0, 1, 1),
            "company": (1, 0, 2),
            "country": (2, 0, 1),
            "language": (2, 1, 1),
            "phones": (3, 0, 2),
            "emails": (4, 0, 1),
            "domains": (4, 1, 1),
            "authorised": (5, 0, 2),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        for field, (row, column, width) in places.items():
            grid.addWidget(self._fields[field], row, column, 1, width, top)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        self.body.setSpacing(12)
        self.body.addLayout(grid)
        self.body.addWidget(self._active)
        self.body.addStretch(1)
        self.add_below_header(self._progress)
        for bar in (self._failure, self._discard):
            self.add_notice(bar)
        self.foot.add_leading(self._note, stretch=1)
        self.foot.set_actions(self._save, self._cancel)

    def _connect(self) -> None:
        for field, changed in (
            ("number", self._number.textChanged),
            ("name", self._name.textChanged),
            ("company", self._company.textChanged),
            ("country", self._country.currentIndexChanged),
            ("language", self._language.currentIndexChanged),
            ("phones", self._phones.textChanged),
            ("emails", self._emails.textChanged),
            ("domains", self._domains.textChanged),
            ("authorised", self._authorised.textChanged),
        ):
            changed.connect(self._forget_refusal(field))
        self._active.toggled.connect(self._discard.withdraw)
        self._save.clicked.connect(self._on_save_requested)
        self._cancel.clicked.connect(self.reject)
        self._discard.confirmed.connect(self._on_discard_confirmed)
        self.bind_keys(
            {
                "Ctrl+Return": self._on_save_requested,
                "Ctrl+Enter": self._on_save_requested,
            }
        )

    def _forget_refusal(self, field: str) -> Callable[[], None]:
        def forget() -> None:
            self._fields[field].set_message(None)
            self._discard.withdraw()

        return forget

    def _fill(self, customer: CustomerDraft) -> None:
        self._number.setText(customer.number)
        self._name.setText(customer.name)
        self._company.setText(customer.company)
        if self._country.findData(customer.country) < 0:
            self._country.addItem(customer.country, customer.country)
        self._country.setCurrentIndex(self._country.findData(customer.country))
        self._language.setCurrentIndex(max(0, self._language.findData(customer.language)))
        self._phones.setPlainText("\n".join(customer.phones))
        self._emails.setPlainText("\n".join(customer.emails))
        self._domains.setPlainText("\n".join(customer.domains))
        self._authorised.setPlainText(customer.authorised)
        self._active.setChecked(customer.active)

    def _entered(self) -> Entered:
        return Entered(
            number=self._number.text(),
            name=self._name.text(),
            company=self._company.text(),
            phones=self._phones.toPlainText(),
            emails=self._emails.toPlainText(),
            domains=self._domains.toPlainText(),
            country=self._country.currentData(),
            language=self._language.currentData(),
            authorised=self._authorised.toPlainText(),
            active=self._active.isChecked(),
        )

    # --- what happens ----------------------------------------------------------------------------

    def enter_pressed(self) -> None:
        """Go on to the next field."""
        self.focusNextPrevChild(True)
        field = self.focusWidget()
        if field is not None:
            self.point_to(field)

    def reject(self) -> None:
        """Close, but ask first where something was changed."""
        if self._is_busy:
            return
        if self._entered() != self._before:
            self._discard.ask()
            self._guard.arm()
        else:
            super().reject()

    def _on_discard_confirmed(self) -> None:
        super().reject()

    def _on_save_requested(self) -> None:
        if not self._is_busy:
            entered, before = self._entered(), self._customer
            self._save_by(lambda customers: store(customers, draft_of(entered), before))

    def _save_by(self, save: Callable[[CustomerStore], Customer]) -> None:
        self._is_busy = True
        for bar in (self._failure, self._discard):
            bar.hide()
        self._progress.start()
        customers = self._context.session.storage.customers
        self._context.desk.tasks.run(self, lambda: save(customers), self._on_saved, self._on_failed)

    def _on_saved(self, customer: Customer) -> None:
        self._is_busy = False
        self._progress.stop()
        self.saved.emit(customer)
        self.accept()

    def _on_failed(self, error: WatchwordError) -> None:
        self._is_busy = False
        self._progress.stop()
        match error:
            case NumberTakenError():
                self._refuse("number", error)
            case FieldRefusedError(field=field) if field in self._fields:
                self._refuse(field, error)
            case ChangedMeanwhileError() if self._customer is not None:
                self._compare(self._customer)
            case _:
                self._failure.set_texts(
                    unsaved(error, self.tr("Not saved. What you typed is still here.")),
                    failure(error),
                )

    # --- a colleague was faster ------------------------------------------------------------------

    def _compare(self, before: Customer) -> None:
        self._is_busy = True
        self._progress.start()
        entered, storage = self._entered(), self._context.session.storage
        self._context.desk.tasks.run(
            self,
            lambda: meanwhile(storage, before, draft_of(entered)),
            self._on_compared,
            self._on_failed,
        )

    def _on_compared(self, found: Meanwhile) -> None:
        self._is_busy = False
        self._progress.stop()
        conflict = found.conflict
        if not conflict.fields:  # both have changed the same
            self._settle(conflict, conflict.mine)
            return
        changed_by = ""
        if found.at is not None:
            changed_by = self.tr("{person}, {moment}.").format(
                person=found.person,
                moment=sentences.moment_of(found.at, self._context.session.clock()),
            )
        labels = {field: label for field, (label, _) in self._editors.items()}
        labels["active"] = self._active.text()
        appearance = self._context.desk.appearance
        dialog = ConflictDialog(appearance, conflict, labels, changed_by, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.lock_requested.connect(self.lock_requested)
        dialog.shortcuts_requested.connect(self.shortcuts_requested)
        dialog.resolved.connect(lambda draft: self._settle(conflict, draft))
        dialog.reload_requested.connect(lambda: self._begin_again(conflict.theirs))
        dialog.open()

    def _settle(self, conflict: Conflict, draft: CustomerDraft) -> None:
        """Save ``draft`` over what the colleague has stored."""
        self._begin_again(conflict.theirs)
        self._fill(draft)
        self._save_by(lambda customers: store(customers, draft, conflict.theirs))

    def _begin_again(self, theirs: Customer) -> None:
        self._customer = theirs
        self._fill(theirs)
        self._before = self._entered()

    def _refuse(self, field: str, error: WatchwordError) -> None:
        self._fields[field].set_message(failure(error))
        self.point_to(self._fields[field].editor)
