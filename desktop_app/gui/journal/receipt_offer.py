"""A receipt that a lead types into the customer search leads to its entry in the journal."""

from typing import Final

from PySide6.QtCore import QObject, SignalInstance

from desktop_app.core.receipts import looks_like_receipt
from desktop_app.gui.notice_lines import NoticeLines
from desktop_app.gui.page_switch import PageSwitch
from desktop_app.gui.pages import PageName
from desktop_app.gui.widgets.search_field import SearchField

TOPIC: Final = "receipt"


class ReceiptOffer(QObject):
    """Offers the entry in a notice, and with the key of the journal page.

    The search itself finds the customer of a receipt, for agents too; many entries have none.
    """

    def __init__(
        self,
        search: SearchField,
        pages: PageSwitch,
        page_requested: SignalInstance,
        notices: NoticeLines,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._search = search
        self._pages = pages
        self._notices = notices
        search.edited.connect(self._on_search_edited)
        page_requested.connect(self._on_page_requested)

    def _on_search_edited(self, text: str) -> None:
        receipt = looks_like_receipt(text)
        if receipt is None or PageName.JOURNAL not in self._pages.offered:
            self._notices.hide(TOPIC)
            return
        self._notices.show_text(
            self.tr("{receipt} is the receipt of an entry in the journal.").format(receipt=receipt),
            self.tr("Show the entry"),
            lambda: self._show(receipt),
            topic=TOPIC,
        )

    def _on_page_requested(self, name: PageName) -> None:
        receipt = looks_like_receipt(self._search.text())
        if name is PageName.JOURNAL and receipt is not None:
            self._show(receipt)

    def _show(self, receipt: str) -> None:
        self._notices.hide(TOPIC)
        self._pages.look_for(PageName.JOURNAL, receipt)
