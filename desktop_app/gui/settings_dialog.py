"""What a person may choose for themselves; every choice but the language holds at once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.core.preferences import Language, SchemeChoice, SuggestionLanguage, TextSize
from desktop_app.gui.context import Desk
from desktop_app.gui.quiet_dialog import QuietDialog
from desktop_app.gui.spelling_help import AlphabetChoice
from desktop_app.gui.texts.translation import installed_languages
from desktop_app.gui.widgets.buttons import OutlineButton, PrimaryButton
from desktop_app.gui.widgets.fields import CheckBox
from desktop_app.gui.widgets.hint_line import HintLine
from desktop_app.gui.widgets.segmented import SegmentedControl


class SettingsDialog(QuietDialog):
    """One form without "Save": each choice is kept when it is made.

    ``pin_unavailable`` says why there is no PIN here, None where there can be one. ``can_exclude``
    is true where the system can keep windows out of recordings.
    """

    pin_requested = Signal()

    def __init__(
        self,
        desk: Desk,
        *,
        pin_unavailable: str | None = None,
        can_exclude: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk.appearance, desk.tasks, title="", parent=parent)
        self._desk = desk
        self.setWindowTitle(self.tr("Settings"))
        self.set_words(self.tr("Settings"), self.tr("They are yours on this computer."))
        self._add_appearance()
        self._add_words()
        self._add_privacy(pin_unavailable, can_exclude=can_exclude)
        close = PrimaryButton(desk.appearance, self.tr("Close"), keys=("Esc",), parent=self)
        close.clicked.connect(self.accept)
        self.set_foot(close)
        self._first.taken().setFocus()

    def _add_appearance(self) -> None:
        values = self._desk.preferences.values
        system = self.tr("As the system")
        self._first = self._add_choice(
            self.tr("Colours"),
            [
                (SchemeChoice.SYSTEM, system),
                (SchemeChoice.LIGHT, self.tr("Light")),
                (SchemeChoice.DARK, self.tr("Dark")),
            ],
            values.theme,
            self._on_theme_changed,
        )
        sizes = [(size, f"{size} %") for size in TextSize if size is not TextSize.SYSTEM]
        self._add_choice(
            self.tr("Text size"),
            [(TextSize.SYSTEM, system), *sizes],
            values.text_size,
            self._on_text_size_changed,
        )
        self._add_check(
            self.tr("Show pictures of keys"), self._on_caps_toggled, checked=values.key_caps
        )

    def _add_words(self) -> None:
        values = self._desk.preferences.values
        installed = installed_languages()
        names = {Language.ENGLISH: "English", Language.GERMAN: "Deutsch"}
        language = values.language if values.language in installed else Language.SYSTEM
        self._add_choice(
            self.tr("Language"),
            [
                (Language.SYSTEM, self.tr("As the system")),
                *((each, names[each]) for each in installed),
            ],
            language,
            self._on_window_language_changed,
        )
        self._later = self._add_hint(
            self.tr("The language changes with the next start."), shown=False
        )
        self.add_field(self.tr("Spelling alphabet"), _leading(AlphabetChoice(self._desk, self)))
        self._add_choice(
            self.tr("Language of suggested passwords"),
            [
                (SuggestionLanguage.WINDOW, self.tr("As the window")),
                (SuggestionLanguage.GERMAN, self.tr("German")),
                (SuggestionLanguage.ENGLISH, self.tr("English")),
            ],
            values.suggestion_language,
            self._on_language_changed,
        )
        self._add_hint(self.tr("A customer whose language is known is offered words in that one."))
        self._add_check(
            self.tr("Show telephone passwords while typing"),
            self._on_entry_shown_toggled,
            checked=values.entry_shown,
        )
        self._add_hint(
            self.tr(
                "Otherwise F2 shows them. A window that loses the keyboard masks them in any case."
            )
        )

    def _add_privacy(self, pin_unavailable: str | None, *, can_exclude: bool) -> None:
        appearance = self._desk.appearance
        pin = OutlineButton(appearance, self.tr("Personal PIN…"), icon="padlock", parent=self)
        pin.set_unavailable(pin_unavailable)
        pin.clicked.connect(self.pin_requested)
        self.add_field(self.tr("Pause of Watchword"), _leading(pin))
        if not can_exclude:
            return
        self._add_check(
            self.tr("Allow screen capture"),
            self._on_capture_toggled,
            checked=self._desk.preferences.values.allow_screen_capture,
        )
        self._add_hint(
            self.tr(
                "For remote support. Otherwise windows with an entry stay out of recordings and"
                " remote sessions."
            )
        )

    def _add_choice(
        self,
        label: str,
        options: Sequence[tuple[str, str]],
        value: str,
        changed: Callable[[str], None],
    ) -> SegmentedControl:
        choice = SegmentedControl(self._desk.appearance, options, name=label, parent=self)
        choice.set_value(value)
        choice.value_changed.connect(changed)
        self.add_field(label, _leading(choice))
        return choice

    def _add_hint(self, text: str, *, shown: bool = True) -> HintLine:
        hint = HintLine(self._desk.appearance, parent=self)
        hint.set_text(text)
        hint.setVisible(shown)
        self.form.addWidget(hint)
        return hint

    def _add_check(self, text: str, toggled: Callable[[bool], None], *, checked: bool) -> None:
        box = CheckBox(self._desk.appearance, text, self)
        box.setChecked(checked)
        box.toggled.connect(toggled)
        self.form.addWidget(box)

    def _on_theme_changed(self, value: str) -> None:
        choice = SchemeChoice(value)
        self._desk.appearance.set_choice(choice)
        self._desk.preferences.change(theme=choice)

    def _on_text_size_changed(self, value: str) -> None:
        size = TextSize(value)
        self._desk.appearance.set_text_factor(size.factor)
        self._desk.preferences.change(text_size=size)

    def _on_window_language_changed(self, value: str) -> None:
        self._desk.preferences.change(language=Language(value))
        self._later.show()

    def _on_entry_shown_toggled(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._desk.preferences.change(entry_shown=shown)

    def _on_caps_toggled(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._desk.appearance.set_key_caps(shown=shown)
        self._desk.preferences.change(key_caps=shown)

    def _on_language_changed(self, value: str) -> None:
        self._desk.preferences.change(suggestion_language=SuggestionLanguage(value))

    def _on_capture_toggled(self, allowed: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._desk.preferences.change(allow_screen_capture=allowed)


def _leading(widget: QWidget) -> QWidget:
    """The widget at its own width at the leading edge."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(widget)
    layout.addStretch(1)
    return row
