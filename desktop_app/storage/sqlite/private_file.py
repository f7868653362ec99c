"""Files that only this user can read."""

import errno
import os
from pathlib import Path

from desktop_app.core.errors import FileUnusableError

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


def make_private_file(path: Path) -> None:
    """Make an empty file that only this user can read, replacing what an earlier try left.

    It is made before anything is written to it, so there is no moment in which others can read
    it. On Windows the access list of the user's profile does what the mode does elsewhere.

    Raises:
        FileUnusableError: it cannot be made.
    """
    try:
        path.unlink(missing_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileUnusableError(str(path), "missing") from error
    except PermissionError as error:
        raise FileUnusableError(str(path), "rights") from error
    except OSError as error:
        reason = "full" if error.errno in _NO_ROOM else "failed"
        raise FileUnusableError(str(path), reason) from error


def make_private_folder(path: Path) -> None:
    """Make a folder that only this user can enter; one that exists stays as it is.

    Raises:
        FileUnusableError: it cannot be made.
    """
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except PermissionError as error:
        raise FileUnusableError(str(path), "rights") from error
    except OSError as error:
        raise FileUnusableError(str(path), "failed") from error
