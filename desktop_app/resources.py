"""Where icons, translations, word lists, help and style tokens lie on this computer."""

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """The path of a file or folder below ``resources/``.

    Works from a source tree, from an installed wheel (the folder lies inside the package) and
    from a frozen build. The path is not checked for existence.
    """
    frozen_root = getattr(sys, "_MEIPASS", None)
    if frozen_root is not None:
        return Path(frozen_root, "resources", *parts)
    installed = _PACKAGE / "resources"
    root = installed if installed.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)
