"""Imports as Python does them, after PySide6 has put its own way in their place."""

import builtins


def import_qt_plainly() -> None:
    """Import PySide6 and take its import hook away again.

    For the sake of ``from __feature__ import …``, which nothing here uses, the hook reads the
    source of every module that is imported from then on, and ``linecache`` keeps all of it:
    6 MiB, and time before the window is on the screen.
    """
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401 - the import is what puts the hook in

    builtins.__import__ = plain
