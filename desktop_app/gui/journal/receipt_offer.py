"""A receipt that a lead types into the customer search leads to its entry in the journal."""

from typing import Final

from PySide6.QtCore import QObject, Signal, SignalInstance

from desktop_app.core.receipts import looks_like_receipt
from desktop_app.gui.customers.customers_page import CustomersPage
from desktop_app.gui.notice_lines import NoticeLines
from desktop_app.gui.page_switch import PageSwitch
from desktop_app.gui.pages import PageName
from desktop_app.gui.widgets.search_field import SearchField

TOPIC: Final = "receipt"


class ReceiptOffer(QObject):
    """Offers the entry in a notice, and with the key of the journal page.

    The search itself finds the customer of a receipt, for agents too. Many entries have none:
    there Enter, which checks a customer, shows the entry.
    """

    refused = Signal(str)
    """Enter was pressed where there is neither a customer nor an entry to show; why."""

    def __init__(
        self,
        search: SearchField,
        customers: CustomersPage,
        pages: PageSwitch,
        page_requested: SignalInstance,
        notices: NoticeLines,
    ) -> None:
        super().__init__(notices)
        self._search = search
        self._pages = pages
        self._notices = notices
        search.edited.connect(self._on_search_edited)
        customers.nobody_found.connect(self._on_customers_nobody_found)
        customers.nobody_entered.connect(self._on_customers_nobody_entered)
        page_requested.connect(self._on_page_requested)

    @property
    def _receipt(self) -> str | None:
        """The receipt in the search whose entry can be shown."""
        if PageName.JOURNAL not in self._pages.offered:
            return None
        return looks_like_receipt(self._search.text())

    def _on_search_edited(self) -> None:
        receipt = self._receipt
        if receipt is None:
            self._notices.hide(TOPIC)
            return
        self._offer(
            self.tr("{receipt} is the receipt of an entry in the journal.").format(receipt=receipt)
        )

    def _on_customers_nobody_found(self) -> None:
        receipt = self._receipt
        if receipt is not None:
            self._offer(
                self.tr(
                    "{receipt} is the receipt of an entry in the journal. Enter shows it."
                ).format(receipt=receipt)
            )

    def _on_customers_nobody_entered(self, reason: str) -> None:
        if self._receipt is None:
            self.refused.emit(reason)
        else:
            self._show()

    def _on_page_requested(self, name: PageName) -> None:
        if name is PageName.JOURNAL:
            self._show()

    def _offer(self, sentence: str) -> None:
        self._notices.show_text(sentence, self.tr("Show the entry"), self._show, topic=TOPIC)

    def _show(self) -> None:
        receipt = self._receipt
        if receipt is not None:
            self._notices.hide(TOPIC)
            self._pages.look_for(PageName.JOURNAL, receipt)
