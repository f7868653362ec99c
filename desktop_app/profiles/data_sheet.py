"""Writes the data sheet of an opened profile."""

from pathlib import Path

from desktop_app.core.document import html_of, text_of
from desktop_app.gui.texts.data_sheet import SheetFacts, data_sheet
from desktop_app.profiles.base import OpenProfile
from desktop_app.system.files import require_not_in_use, written_whole


def facts_of(profile: OpenProfile) -> SheetFacts:
    """What is true of its database now.

    Raises:
        StorageError: the database cannot be read.
    """
    closed = profile.profile
    return SheetFacts(
        tables=profile.storage.tables(),
        policy=profile.storage.policies.load(),
        place=profile.server or str(closed.folders.database(closed.name)),
        is_shared=closed.is_shared,
        folder=closed.folders.data,
        made_at=profile.clock(),
    )


def write_data_sheet(profile: OpenProfile, target: Path) -> None:
    """Write a page for a browser, or plain text where the file's name ends with ``.txt``.

    Raises:
        FileUnusableError: it cannot be written, or the program keeps one of this name.
        StorageError: the database cannot be read.
    """
    require_not_in_use(target, profile.profile.files)
    document = data_sheet(facts_of(profile))
    with written_whole(target) as stream:
        stream.write((text_of if target.suffix.lower() == ".txt" else html_of)(document))
