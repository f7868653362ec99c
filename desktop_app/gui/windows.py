"""Which window follows which wish of the main window."""

from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog

from desktop_app.core.entities import Customer, Role
from desktop_app.core.errors import NotCheckedError
from desktop_app.core.suggestions import Suggester
from desktop_app.gui.context import Context
from desktop_app.gui.desktop.file_chooser import FileKind, SystemFileChooser
from desktop_app.gui.desktop.screen_privacy import ScreenPrivacy
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.password.reason_texts import Action
from desktop_app.gui.widgets.dialog_frame import PlainFrame

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.core.policy import Policy
    from desktop_app.gui.customers.customer_actions import Act
    from desktop_app.gui.notices.notice import Notice
    from desktop_app.gui.verify.verify_flow import VerifyFlow

_UNREAD: Final = "unread-check"

D = TypeVar("D", bound=PlainFrame)


class Windows(QObject):
    """Opens the dialogs of one main window for the profile in ``context``.

    The dialogs are imported when they are needed first: the main window is there sooner.
    """

    changed = Signal()
    """Something was checked or changed; the journal has new entries."""
    policy_saved = Signal(object)
    """The ``Policy`` that this person has just saved."""

    def __init__(self, window: MainWindow, privacy: ScreenPrivacy | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._privacy = privacy
        self._context: Context | None = None
        self._suggester = Suggester()
        window.act_requested.connect(self._on_act_requested)
        window.new_customer_requested.connect(self._add)
        window.import_requested.connect(self._ask_for_list)
        window.first_passwords_requested.connect(self._show_first_passwords)
        window.people_requested.connect(self._show_people)
        window.dialog_wanted.connect(self._show_of_page)
        window.policy_requested.connect(self._show_policy)

    def open(self, context: Context) -> None:
        """From now on the dialogs are about this profile."""
        self._context = context
        # Beside the event loop, so that the first key that opens one finds it at hand.
        context.desk.tasks.run(self, _import_dialogs, _ignore, _ignore)

    def follow(self, policy: "Policy") -> None:
        """The dialogs that open from now on keep these rules."""
        if self._context is not None:
            self._context = self._context._replace(policy=policy)

    def follow_news(self, customers: frozenset[int] | None) -> None:
        """Show what colleagues have raised on these customers, None for whoever it is."""
        dialogs = self._over_window()
        if dialogs:
            from desktop_app.gui.verify.verify_dialog import VerifyDialog

            for dialog in dialogs:
                if isinstance(dialog, VerifyDialog):
                    dialog.follow_news(customers)

    def close(self) -> None:
        """Close whatever is open over the window, entries wiped; customers' dialogs wait."""
        self._context = None
        for dialog in self._over_window():
            # ``done`` asks nothing: what was typed is wiped and lost, as a pause demands.
            dialog.done(QDialog.DialogCode.Rejected)

    def _on_act_requested(self, act: "Act", customer: Customer) -> None:
        # Imported late: the page has it by then, and the first picture does not need it.
        from desktop_app.gui.customers.customer_actions import Act

        handlers: dict[Act, Callable[[Customer], None]] = {
            Act.VERIFY: self._verify,
            Act.SET_PASSWORD: self._set_password,
            Act.UNLOCK: self._unlock,
            Act.HISTORY: self._show_history,
            Act.REMOVE_PASSWORD: lambda whom: self._ask_reason(whom, Action.REMOVE),
            Act.PREPARE_NOTICE: self._read_change,
            Act.RAISE_CAUTION: self._raise_caution,
            Act.CLEAR_CAUTION: lambda whom: self._ask_reason(whom, Action.CLEAR_CAUTION),
            Act.EDIT: self._open_form,
            Act.DELETE: lambda whom: self._ask_reason(whom, Action.DELETE),
        }
        handlers[act](customer)

    def _verify(self, customer: Customer) -> None:
        from desktop_app.gui.verify.verify_dialog import VerifyDialog

        # A late answer of the search may ask for it while another window is open already.
        if self._context is not None and not self._over_window():
            dialog = self._show(VerifyDialog(self._context, customer, self._window), customer)
            dialog.password_requested.connect(self._set_password)
            dialog.unlock_requested.connect(self._unlock)
            dialog.caution_requested.connect(self._raise_caution)
            dialog.notice_requested.connect(self._prepare_notice)
            dialog.check_left.connect(lambda flow: self._keep_check(flow, customer))

    def _keep_check(self, flow: "VerifyFlow", customer: Customer) -> None:
        """See a check to its end whose dialog is closing: its try shows, and somebody says so."""
        flow.setParent(self)
        flow.ended_unread.connect(lambda failed: self._on_flow_ended_unread(customer, failed))

    def _set_password(self, customer: Customer) -> None:
        from desktop_app.gui.password.password_dialog import PasswordDialog

        if self._context is not None:
            suggester = self._suggester
            dialog = PasswordDialog(self._context, customer, suggester, self._window)
            dialog.notice_wanted.connect(lambda notice: self._prepare_notice(notice, dialog))
            self._show(dialog, customer)

    def _unlock(self, customer: Customer) -> None:
        self._ask_reason(customer, Action.UNLOCK)

    def _raise_caution(self, customer: Customer) -> None:
        self._ask_reason(customer, Action.RAISE_CAUTION)

    def _ask_reason(self, customer: Customer, action: Action) -> None:
        from desktop_app.gui.password.reason_dialog import ReasonDialog

        if self._context is not None:
            dialog = ReasonDialog(self._context, customer, action, self._window)
            dialog.notice_wanted.connect(lambda notice: self._prepare_notice(notice, dialog))
            self._show(dialog, customer)

    def _read_change(self, customer: Customer) -> None:
        """What a notice has to say is read anew: it may have changed since the card was."""
        from desktop_app.gui.notices.latest_change import latest_change

        context = self._context
        if context is not None:
            storage = context.session.storage
            context.desk.tasks.run(
                self,
                lambda: latest_change(storage, customer),
                self._on_change_read,
                lambda _error: self._window.check_connection(),
            )

    def _on_change_read(self, notice: "Notice | None") -> None:
        if notice is not None:
            self._prepare_notice(notice)
        elif self._context is not None:
            self._window.say_for_a_moment(
                self.tr("There is nothing to tell: no password was set, removed or blocked")
            )

    def _prepare_notice(self, notice: "Notice", over: QDialog | None = None) -> None:
        from desktop_app.gui.notices.notice_dialog import NoticeDialog

        if self._context is not None:
            self.show_dialog(NoticeDialog(self._context.desk, notice, over or self._window))

    def _show_history(self, customer: Customer) -> None:
        from desktop_app.gui.journal.history_window import HistoryWindow

        if self._context is not None:
            # A receipt that was searched for is what somebody wants to see there.
            receipt = self._window.chosen_receipt
            self._show(
                HistoryWindow(self._context, customer, self._window, highlight_receipt=receipt),
                customer,
            )

    def _add(self) -> None:
        self._open_form(None)

    def _open_form(self, customer: Customer | None) -> None:
        from desktop_app.gui.customers.customer_form import CustomerForm

        if self._context is not None:
            form = self._show(CustomerForm(self._context, customer, self._window), customer)
            if customer is None:
                form.saved.connect(self._on_form_saved)

    def _ask_for_list(self) -> None:
        context = self._context
        if context is not None and context.session.list_files is not None:
            # While a person chooses a file, so that the window comes up at once.
            context.desk.tasks.run(self, _import_lists, _ignore, _ignore)
            SystemFileChooser(context.desk.appearance).existing_file(
                self._window, self.tr("Import customers from"), FileKind.LIST, self._import_list
            )

    def _import_list(self, path: Path) -> None:
        from desktop_app.gui.lists.import_window import ImportWindow

        context = self._context
        if context is None or context.session.list_files is None:
            return
        window = ImportWindow(
            context.desk,
            context.session,
            context.session.list_files,
            SystemFileChooser(context.desk.appearance),
            path=path,
            parent=self._window,
        )
        window.imported.connect(self._window.refresh_list)
        self._show(window, None)

    def _show_first_passwords(self) -> None:
        from desktop_app.core.first_passwords import FirstPasswords
        from desktop_app.gui.password.first_passwords_window import FirstPasswordsWindow

        context = self._context
        if context is None:
            return
        storage = context.session.storage
        first = FirstPasswords(
            storage.first_passwords,
            storage.credentials,
            storage.policies,
            context.session.keys,
            self._suggester,
        )
        window = FirstPasswordsWindow(context, first, self._window)
        window.changed.connect(self._window.refresh_list)
        self._show(window, None)

    def _show_people(self) -> None:
        from desktop_app.gui.people.people_window import PeopleWindow

        context = self._context
        if context is not None and context.session.team is not None:
            self._show(
                PeopleWindow(
                    context.desk,
                    context.session.team,
                    SystemFileChooser(context.desk.appearance),
                    self.show_dialog,
                    self._window,
                ),
                None,
            )

    def _show_policy(self) -> None:
        from desktop_app.gui.policy.policy_window import PolicyWindow

        context = self._context
        if context is None:
            return
        storage = context.session.storage
        window = PolicyWindow(
            context.desk,
            storage.policies,
            context.policy,
            self.show_dialog,
            may_edit=storage.person.role is Role.ADMIN,
            parent=self._window,
        )
        window.saved.connect(self.policy_saved)
        self._show(window, None)

    def _show_of_page(self, dialog: PlainFrame) -> None:
        self._show(dialog, None)

    @property
    def is_over_window(self) -> bool:
        """Whether a dialog is open over the main window."""
        return bool(self._over_window())

    def offer_dialog(self, dialog: PlainFrame) -> None:
        """Open a dialog that nobody has asked for, unless somebody is at another one."""
        if self.is_over_window:
            dialog.deleteLater()
        else:
            self.show_dialog(dialog)

    def show_dialog(self, dialog: PlainFrame) -> None:
        """Open a dialog over the main window; it is destroyed when it closes."""
        if self._privacy is not None:
            self._privacy.protect(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.lock_requested.connect(self._window.lock_requested)
        dialog.shortcuts_requested.connect(self._window.show_shortcuts)
        dialog.open()

    def _show(self, dialog: D, customer: Customer | None) -> D:
        """The same for a dialog about a customer, who is shown anew afterwards."""
        dialog.finished.connect(lambda: self._on_dialog_finished(customer))
        self.show_dialog(dialog)
        return dialog

    def _over_window(self) -> list[QDialog]:
        """The open dialogs, also those that other parts have opened."""
        return [each for each in self._window.findChildren(QDialog) if each.isVisible()]

    def _on_dialog_finished(self, customer: Customer | None) -> None:
        if self._context is None:
            return
        if customer is not None:
            self._window.refresh_customer(customer.id)
        self.changed.emit()

    def _on_flow_ended_unread(self, customer: Customer, failed: NotCheckedError | None) -> None:
        from desktop_app.gui.verify.verify_texts import unread_notice

        if self._context is not None:
            self._window.notices.show_text(unread_notice(customer.number, failed), topic=_UNREAD)
            self._on_dialog_finished(customer)

    def _on_form_saved(self, customer: Customer) -> None:
        self._window.search_for(customer.number)


def _import_dialogs() -> None:
    import desktop_app.gui.customers.customer_form
    import desktop_app.gui.journal.history_window
    import desktop_app.gui.password.password_dialog
    import desktop_app.gui.password.reason_dialog
    import desktop_app.gui.verify.verify_dialog  # noqa: F401 - from now on all are at hand


def _import_lists() -> None:
    import desktop_app.gui.lists.import_window  # noqa: F401 - from now on it is at hand


def _ignore(_outcome: object) -> None:
    """A dialog that could not be imported fails where it is opened."""
