"""The files that commands write."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app.core.errors import FileUnusableError
from desktop_app.system.files import require_not_in_use


def target_of(path: Path, in_use: Sequence[Path] = ()) -> Path:
    """The absolute path of a file to be written, before anything else is done.

    Raises:
        FileUnusableError: its folder is not there, or it is, under whichever name, one of the
            files that are ``in_use`` and must not be replaced.
    """
    target = path.absolute()
    if not target.parent.is_dir():
        raise FileUnusableError(str(target.parent), "no-folder")
    require_not_in_use(target, in_use)
    return target
