"""What the virtual environment of a checkout is made of, and whether it is ready.

Every start asks this, so it imports nothing but ``os`` and ``sys``.
"""

import os
import sys

# A part of the environment is what one command needs beyond the parts before it.
PARTS = {"run": ("run",), "test": ("run", "test")}

LOCKS = {"run": "requirements.lock", "test": "requirements-test.lock"}

# Debian's names. The first part is what Qt needs to load, a font to draw with, and the
# certificates that fetching the requirements takes.
SYSTEM_PACKAGES = {
    "run": (
        "ca-certificates",
        "fonts-dejavu-core",
        "libdbus-1-3",
        "libegl1",
        "libfontconfig1",
        "libgl1",
        "libglib2.0-0",
        "libxcb-cursor0",
        "libxcb-icccm4",
        "libxcb-keysyms1",
        "libxcb-shape0",
        "libxcb-xkb1",
        "libxkbcommon-x11-0",
        "libxkbcommon0",
    ),
    "test": (
        "dbus-daemon",
        "gnome-keyring",
        "postgresql",
        "xvfb",
    ),
}


class Environment:
    """The virtual environment in ``.venv`` of the checkout at ``root``.

    Each part leaves a stamp there. The stamp of a finished part is a copy of everything the part
    was made from; the stamp of a part that is being made is empty. So a change to a lock, to the
    system packages, to the Python or to the checkout's place is seen, and so is an interruption.
    """

    def __init__(self, root: str, *, windows: bool = os.name == "nt") -> None:
        self.root = root
        self.folder = os.path.join(root, ".venv")
        scripts = ("Scripts", "python.exe") if windows else ("bin", "python")
        self.python = os.path.join(self.folder, *scripts)

    def is_ready(self, command: str) -> bool:
        """Whether everything that a command needs is in place."""
        return all(self.is_finished(part) for part in PARTS[command]) and os.path.exists(
            self.python
        )

    def is_finished(self, part: str) -> bool:
        """Whether a part was made to its end, and from what it would be made from now."""
        return self._stamp(part) == self._ingredients(part)

    def is_unsound(self) -> bool:
        """Whether a part was begun that is not finished, or the part everything rests on fails."""
        begun = any(self._stamp(part) is not None and not self.is_finished(part) for part in LOCKS)
        return begun or not self.is_ready("run")

    def begin(self, part: str) -> None:
        """Note that a part is being made."""
        self._write_stamp(part, "")

    def abandon(self, part: str) -> None:
        """Note that a part was begun, and left nothing behind."""
        os.unlink(self._stamp_path(part))

    def finish(self, part: str) -> None:
        """Note that a part is made."""
        self._write_stamp(part, self._ingredients(part))

    def lock_path(self, part: str) -> str:
        """The file that names the part's requirements and their hashes."""
        return os.path.join(self.root, "packaging", LOCKS[part])

    def watchword_command(self, arguments: list[str]) -> list[str]:
        """The command line that starts Watchword.

        ``-P`` keeps files of the folder the person stands in from being imported as modules.
        """
        return [self.python, "-P", "-m", "desktop_app", *arguments]

    def _ingredients(self, part: str) -> str:
        with open(self.lock_path(part), encoding="utf-8") as lock:
            requirements = lock.read()
        python = f"{sys.implementation.cache_tag} {sys.base_prefix}"
        packages = " ".join(SYSTEM_PACKAGES[part])
        return f"{python}\n{self.root}\n{packages}\n{requirements}"

    def _stamp_path(self, part: str) -> str:
        return os.path.join(self.folder, f"{part}.stamp")

    def _stamp(self, part: str) -> str | None:
        try:
            with open(self._stamp_path(part), encoding="utf-8", errors="surrogateescape") as stamp:
                return stamp.read()
        except FileNotFoundError:
            return None

    def _write_stamp(self, part: str, text: str) -> None:
        new = self._stamp_path(part) + ".new"
        with open(new, "w", encoding="utf-8", errors="surrogateescape") as stamp:
            stamp.write(text)
            stamp.flush()
            os.fsync(stamp.fileno())
        os.replace(new, self._stamp_path(part))
