"""New customer, and the fields of one that is there: a plain form for leads."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.core.countries import country_names
from desktop_app.core.customer_fields import (
    LONGEST_FIELD,
    LONGEST_NUMBER,
    LONGEST_TEXT,
    items_value,
    storable,
    text_value,
)
from desktop_app.core.entities import Customer, CustomerDraft
from desktop_app.core.errors import FieldRefusedError, NumberTakenError, WatchwordError
from desktop_app.core.phone_completion import PhoneCompleter
from desktop_app.core.ports import CustomerStore
from desktop_app.gui.context import Context
from desktop_app.gui.discard_bar import DiscardBar
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


@dataclass(frozen=True, slots=True)
class Entered:
    """The form's content as it was typed; several values stand on lines of their own."""

    number: str
    name: str
    company: str
    phones: str
    emails: str
    domains: str
    country: str
    language: str
    authorised: str
    active: bool


class CustomerForm(DialogFrame):
    """Every field of one customer; ``customer`` is None for a new one.

    ``done`` closes without asking, ``reject`` asks where something was changed.
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
        editors: dict[str, tuple[str, QWidget]] = {
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
            for field, (label, editor) in editors.items()
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
        if self._is_busy:
            return
        self._is_busy = True
        for bar in (self._failure, self._discard):
            bar.hide()
        self._progress.start()
        entered, before = self._entered(), self._customer
        customers = self._context.session.storage.customers
        self._context.desk.tasks.run(
            self, lambda: _store(customers, entered, before), self._on_saved, self._on_failed
        )

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
            case _:
                self._failure.set_texts(
                    unsaved(error, self.tr("Not saved. What you typed is still here.")),
                    failure(error),
                )

    def _refuse(self, field: str, error: WatchwordError) -> None:
        self._fields[field].set_message(failure(error))
        self.point_to(self._fields[field].editor)


def _store(customers: CustomerStore, entered: Entered, before: Customer | None) -> Customer:
    """Store what was typed; blocks."""
    draft = _draft(entered)
    if before is None:
        return customers.add(draft)
    fields = {name: getattr(draft, name) for name in CustomerDraft.__slots__}
    customers.change(before, Customer(id=before.id, **fields))
    return customers.get(before.id)


def _draft(entered: Entered) -> CustomerDraft:
    phones = text_value("phones", entered.phones, LONGEST_TEXT)
    draft = CustomerDraft(
        number=entered.number,
        name=entered.name,
        company=entered.company,
        phones=PhoneCompleter().complete_all(phones, entered.country),
        emails=items_value("emails", entered.emails),
        domains=items_value("domains", entered.domains),
        country=entered.country,
        language=entered.language,
        authorised=entered.authorised,
        active=entered.active,
    )
    return storable(draft)
