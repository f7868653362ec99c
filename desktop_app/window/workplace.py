"""Whose window is open."""

from dataclasses import dataclass

from desktop_app.system.folders import Folders


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where a window's files lie, and which profile it shows."""

    folders: Folders
    profile: str
    is_demo: bool
