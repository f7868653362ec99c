"""How a list is read where that cannot be found out: encoding, separator, first row."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop_app.core.customer_import import ListLayout, ListOptions
from desktop_app.core.list_format import DELIMITERS
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.texts.import_texts import ENCODINGS, delimiter_name, encoding_name
from desktop_app.gui.widgets.buttons import OutlineButton, PrimaryButton
from desktop_app.gui.widgets.dialog_frame import PlainFrame
from desktop_app.gui.widgets.fields import ChoiceField, FormField
from desktop_app.gui.widgets.labels import Label

_SIZE = (420, 330)
_SMALLEST = (380, 300)


class ReadingDialog(PlainFrame):
    """``chosen`` gets the options once somebody wants the file read with them."""

    def __init__(
        self,
        appearance: Appearance,
        options: ListOptions,
        layout: ListLayout | None,
        chosen: Callable[[ListOptions], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, scrolls=True, parent=parent)
        self.setWindowTitle(self.tr("Reading options"))
        self._options = options
        self._chosen = chosen
        self.encoding = ChoiceField(appearance, name=self.tr("Encoding"), parent=self)
        self.delimiter = ChoiceField(appearance, name=self.tr("Separator"), parent=self)
        self.first_row = ChoiceField(appearance, name=self.tr("First row"), parent=self)
        self._fill(layout)
        for field in (self.encoding, self.delimiter, self.first_row):
            self.body.addWidget(FormField(appearance, field.accessibleName(), field, self))
        note = self.tr("Columns without heads are called by their numbers.")
        self.body.addWidget(
            Label(appearance, note, pixels=12, colour="text3", wrap=True, parent=self)
        )
        self.body.addStretch(1)
        cancel = OutlineButton(appearance, self.tr("Cancel"), keys=("Esc",), parent=self)
        cancel.clicked.connect(self.reject)
        read = PrimaryButton(appearance, self.tr("Read again"), keys=("Enter",), parent=self)
        read.clicked.connect(self._on_read_clicked)
        self.foot.add_leading(QWidget(self), stretch=1)
        self.foot.set_actions(read, cancel)
        self.bind_keys({})
        self.set_size(*_SIZE, smallest=_SMALLEST)
        self.encoding.setFocus()

    def enter_pressed(self) -> None:
        """Read the file again."""
        self._on_read_clicked()

    def _fill(self, layout: ListLayout | None) -> None:
        found = self.tr("Found out")
        if layout is None or self._options.encoding:
            self.encoding.addItem(found, "")
        else:
            self.encoding.addItem(_found(found, encoding_name(layout.encoding)), "")
        for codec in ENCODINGS:
            self.encoding.addItem(encoding_name(codec), codec)
        if layout is None or self._options.delimiter:
            self.delimiter.addItem(found, "")
        else:
            self.delimiter.addItem(_found(found, delimiter_name(layout.delimiter)), "")
        for delimiter in DELIMITERS:
            self.delimiter.addItem(delimiter_name(delimiter), delimiter)
        self.first_row.addItem(self.tr("Column heads"), True)
        self.first_row.addItem(self.tr("A customer already"), False)
        self.encoding.setCurrentIndex(max(0, self.encoding.findData(self._options.encoding)))
        self.delimiter.setCurrentIndex(max(0, self.delimiter.findData(self._options.delimiter)))
        self.first_row.setCurrentIndex(0 if self._options.has_heads else 1)

    def _on_read_clicked(self) -> None:
        options = replace(
            self._options,
            encoding=self.encoding.currentData(),
            delimiter=self.delimiter.currentData(),
            has_heads=self.first_row.currentData(),
        )
        self.accept()
        self._chosen(options)


def _found(words: str, name: str) -> str:
    return f"{words}: {name}"
