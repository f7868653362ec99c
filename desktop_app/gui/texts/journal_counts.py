"""How much of the journal is shown, and how much of it a file holds."""

from datetime import date
from pathlib import Path

from desktop_app.core.journal_export import Exported
from desktop_app.gui.texts.journal_sentences import long_day
from desktop_app.gui.texts.sentences import grouped
from desktop_app.gui.texts.translation import tr


def shown_lines(count: int, *, there_are_more: bool, since: date | None = None) -> str:
    """What is on the screen, as it is counted there; ``since`` is the day of the oldest line."""
    if there_are_more:
        return tr("The newest %n lines are shown; earlier ones follow.", None, count)
    if since is not None:
        return tr("%n lines since {day}.", None, count).format(day=long_day(since))
    return tr("%n lines.", None, count)


def saved_entries(exported: Exported, path: Path) -> str:
    """What a file holds, which is more than the screen: there a check is one line."""
    if not exported.counted_tries:
        return tr("%n entries saved: {path}", None, exported.entries).format(path=path)
    return tr(
        "%n entries saved, tries counted before their answer included ({tries}): {path}",
        None,
        exported.entries,
    ).format(tries=grouped(exported.counted_tries), path=path)
