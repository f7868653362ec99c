"""The first customers of a list as they would be stored."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.entities import CustomerDraft
from desktop_app.core.phones import display
from desktop_app.gui.lists.import_flow import PREVIEWED, ListLook
from desktop_app.gui.look.appearance import Appearance
from desktop_app.gui.widgets.labels import ElidedLabel
from desktop_app.gui.widgets.surfaces import Area

_INSET: Final = 20
_LINE_HEIGHT: Final = 30
_SHARES: Final = (3, 5, 8, 5, 6)


class PreviewTable(QWidget):
    """A title, heads, and three lines."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = _Line(appearance, fill="surface", weight=600, count=1, parent=self)
        title.show_texts((self.tr("Preview of the first %n rows", None, PREVIEWED),))
        heads = _Line(appearance, fill="raised", weight=600, parent=self)
        heads.show_texts(
            (
                self.tr("Number"),
                self.tr("Name"),
                self.tr("Company"),
                self.tr("Phone"),
                self.tr("E-mail"),
            )
        )
        self._lines = [_Line(appearance, fill="surface", parent=self) for _ in range(PREVIEWED)]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for line in (title, heads, *self._lines):
            layout.addWidget(line)

    def show_look(self, look: ListLook | None) -> None:
        """Show the first customers, as many as there are."""
        drafts = [row.draft for row in look.preview] if look is not None else []
        for place, line in enumerate(self._lines):
            line.show_texts(_texts(drafts[place]) if place < len(drafts) else ())


class _Line(Area):
    """Some texts side by side; the first of a customer's is the number."""

    def __init__(
        self,
        appearance: Appearance,
        *,
        fill: str,
        weight: int = 400,
        count: int = len(_SHARES),
        parent: QWidget,
    ) -> None:
        super().__init__(appearance, fill=fill, edges=Qt.Edge.BottomEdge, parent=parent)
        is_head = weight > 400  # noqa: PLR2004 - the usual weight
        self._labels = [
            ElidedLabel(
                appearance,
                pixels=12,
                weight=weight,
                colour="text2" if is_head else "text",
                mono=place == 0 and not is_head,
                parent=self,
            )
            for place in range(count)
        ]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_INSET, 0, _INSET, 0)
        layout.setSpacing(12)
        for label, share in zip(self._labels, _SHARES, strict=False):
            layout.addWidget(label, share)
        self.theme_changed()

    def show_texts(self, texts: tuple[str, ...]) -> None:
        """Show these, and nothing where there are fewer."""
        for place, label in enumerate(self._labels):
            label.setText(texts[place] if place < len(texts) else "")

    def theme_changed(self) -> None:
        self.setFixedHeight(self.theme.scaled(_LINE_HEIGHT))


def _texts(draft: CustomerDraft) -> tuple[str, ...]:
    return (
        draft.number,
        draft.name,
        draft.company,
        ", ".join(map(display, draft.phones)),
        ", ".join(draft.emails),
    )
