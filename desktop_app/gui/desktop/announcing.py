"""Speaks through the screen reader."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str, *, interrupts: bool = True) -> None:
    """Have the screen reader say ``text`` now, or once it has said what it is saying."""
    # Imported late: these classes take 2 ms to come up, and the window opens without them.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(widget, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if interrupts else politeness.Polite)
    QAccessible.updateAccessibility(event)
