"""The palette and the one style sheet of the application, generated from a theme."""

from typing import Final

from PySide6.QtGui import QColor, QPalette

from desktop_app.gui.look.theme import Look, Theme

_TEMPLATE: Final = """
QMenuBar {{ background: {bg}; color: {text}; padding: 4px 10px; border: 0; spacing: 0; }}
QMenuBar::item {{ background: transparent; padding: 5px 7px; border-radius: 5px; }}
QMenuBar::item:selected {{ background: {hover}; }}
QMenuBar::item:pressed {{ background: {sel}; }}
QMenu {{ background: {surface}; color: {text}; border: 1px solid {line_btn}; padding: 4px; }}
QMenu::item {{ padding: 6px 28px 6px 12px; border-radius: 5px; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::item:selected {{ background: {sel}; border: 1px solid {selected_frame}; }}
QMenu::item:disabled {{ color: {disabled_text}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QToolTip {{ background: {surface}; color: {text}; border: 1px solid {line_strong};
    padding: 4px 6px; }}
QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QDateEdit {{
    background: {surface}; color: {text}; border: 1px solid {line_strong}; border-radius: 6px;
    padding: 1px 10px; min-height: {field}px; selection-background-color: {accent_fill};
    selection-color: {on_accent}; placeholder-text-color: {text3}; }}
QPlainTextEdit {{ padding: 6px 7px; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {{
    border: 2px solid {accent}; padding: 0 9px; }}
QPlainTextEdit:focus {{ padding: 5px 6px; }}
QLineEdit[refused="true"], QPlainTextEdit[refused="true"], QComboBox[refused="true"] {{
    border: 2px solid {stop}; padding: 0 9px; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {{
    background: {disabled_bg}; color: {text3}; border: 1px solid {line}; }}
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus, QLineEdit[bare="true"]:disabled {{
    background: transparent; border: 0; padding: 0; min-height: 0; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox::drop-down {{ border: 0; width: 30px; }}
QComboBox::down-arrow {{ image: none; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QDialogButtonBox QPushButton {{ background: {surface}; color: {text};
    border: 1px solid {line_btn}; border-radius: 6px; padding: 1px 14px; min-width: 56px;
    min-height: {field}px; }}
QDialogButtonBox QPushButton:hover {{ background: {hover}; }}
QDialogButtonBox QPushButton:default {{ background: {accent_fill}; color: {on_accent};
    border-color: {accent_fill}; font-weight: 600; }}
QDialogButtonBox QPushButton:focus {{ border: 2px solid {accent}; padding: 0 13px; }}
QDialogButtonBox QPushButton:default:focus {{ border-color: {text}; }}
QDialogButtonBox QPushButton:disabled {{ background: {disabled_bg}; color: {disabled_text};
    border: 1px solid {line}; }}
QComboBox QAbstractItemView {{ background: {surface}; color: {text};
    border: 1px solid {line_strong}; outline: 0; selection-background-color: {sel};
    selection-color: {text}; }}
QComboBox QAbstractItemView::item {{ min-height: 24px; padding: 0 8px; }}
QAbstractItemView {{ background: {surface}; alternate-background-color: {surface};
    border: 0; outline: 0; selection-background-color: {sel}; selection-color: {text};
    gridline-color: {hover}; }}
QHeaderView {{ background: {raised}; border: 0; }}
QHeaderView::section {{ background: {raised}; color: {text2}; border: 0;
    border-bottom: 1px solid {line}; padding: 0 8px; height: {head}px; }}
QFileDialog QHeaderView::section {{ padding-top: {head_top}px; height: {low_head}px; }}
QTableCornerButton::section {{ background: {raised}; border: 0; }}
QScrollArea, QScrollArea > QWidget > QWidget[ground="bg"] {{ background: transparent;
    border: 0; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {line_strong}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{ background: {line}; border: 0; border-radius: 4px; height: 8px;
    text-align: center; color: transparent; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 4px; }}
QSplitter::handle {{ background: {line}; }}
"""

_FIELD_HEIGHT: Final = 32
_FIELD_FRAME: Final = 4
_HEAD_HEIGHT: Final = 30
_HEAD_TOP: Final = 6
"""Above the heads of the file dialog, which asks for its words at the top."""


def stylesheet_of(theme: Theme) -> str:
    """The style sheet for Qt's own widgets; fonts are left to the application font."""
    colours = theme.colours
    names = {name: colour.name() for name, colour in colours._asdict().items()}
    stop = theme.verdicts[Look.STOP].plain.name()
    selected_frame = names["accent"] if theme.high_contrast else names["sel"]
    return _TEMPLATE.format(
        **names,
        stop=stop,
        selected_frame=selected_frame,
        field=theme.scaled(_FIELD_HEIGHT) - _FIELD_FRAME,
        head=theme.scaled(_HEAD_HEIGHT) - 1,
        head_top=_HEAD_TOP,
        low_head=theme.scaled(_HEAD_HEIGHT) - 1 - _HEAD_TOP,
    )


def palette_of(theme: Theme) -> QPalette:
    """The palette for everything that the style sheet does not reach."""
    colours = theme.colours
    role = QPalette.ColorRole
    usual: dict[QPalette.ColorRole, QColor] = {
        role.Window: colours.bg,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.raised,
        role.Text: colours.text,
        role.PlaceholderText: colours.text3,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.text,
        role.ToolTipBase: colours.surface,
        role.ToolTipText: colours.text,
        role.Highlight: colours.accent_fill,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent_fill,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Light: colours.surface,
        role.Midlight: colours.hover,
        role.Mid: colours.line_btn,
        role.Dark: colours.line_strong,
        role.Shadow: colours.line_strong,
    }
    palette = QPalette()
    for each, colour in usual.items():
        palette.setColor(each, colour)
    for each in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, colours.disabled_text)
    for each in (role.Base, role.Button, role.Highlight):
        palette.setColor(QPalette.ColorGroup.Disabled, each, colours.disabled_bg)
    return palette
