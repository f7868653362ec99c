"""Where things lie on this workstation."""

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from desktop_app.core.errors import FieldRefusedError
from desktop_app.system.files import unusable

HOME_VARIABLE = "WATCHWORD_HOME"
DEFAULT_PROFILE = "workstation"

_LONGEST_PROFILE = 64
_PROFILE = re.compile(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?")
_WINDOWS_DEVICE = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
_PRIVATE = 0o700
_KINDS = frozenset({"db", "vault", "ca.pem", "pin", "head", "lock"})

LOG_BACKUPS = 4
"""How many full logs are kept beside the one that is being written."""


def require_profile(name: str) -> str:
    """Pass a profile name that is a file name on every system.

    Small Latin letters, digits, and between them hyphens and underscores.

    Raises:
        FieldRefusedError: it is empty, longer than 64 characters, or has others (``unknown``).
    """
    if not name:
        raise FieldRefusedError("profile", "empty")
    if len(name) > _LONGEST_PROFILE:
        raise FieldRefusedError("profile", "too-long")
    if not _is_profile(name):
        raise FieldRefusedError("profile", "unknown")
    return name


def _is_profile(name: str) -> bool:
    is_short = len(name) <= _LONGEST_PROFILE
    return bool(is_short and _PROFILE.fullmatch(name) and not _WINDOWS_DEVICE.fullmatch(name))


def _names_in(folder: Path) -> list[str]:
    """What is in a folder; nothing where it cannot be listed."""
    try:
        return [path.name for path in folder.iterdir()]
    except OSError:
        return []


def _expanded(path: Path) -> Path:
    """The path with ``~`` resolved, or as it is where nobody has that name."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of one user; a profile's files are named by its name."""

    data: Path
    settings: Path
    state: Path
    logs: Path

    @classmethod
    def within(cls, home: Path) -> Self:
        """Everything in one folder, as ``WATCHWORD_HOME`` and the demo want it."""
        return cls(data=home, settings=home, state=home, logs=home / "logs")

    @classmethod
    def of_user(cls, environment: Mapping[str, str]) -> Self:
        """The system's usual places for this user, or the folder that ``WATCHWORD_HOME`` names."""
        home = environment.get(HOME_VARIABLE, "")
        if home:
            return cls.within(_expanded(Path(home)).absolute())
        if sys.platform == "linux":
            return cls._of_xdg(environment)
        from platformdirs import PlatformDirs

        name = "Watchword" if sys.platform == "win32" else "watchword"
        places = PlatformDirs(name, appauthor=False, roaming=False)
        return cls(
            data=places.user_data_path,
            settings=places.user_config_path,
            state=places.user_state_path,
            logs=places.user_log_path,
        )

    @classmethod
    def _of_xdg(cls, environment: Mapping[str, str]) -> Self:
        """The places of the XDG Base Directory Specification.

        They are what platformdirs says, whose import would take 6 ms of every start.
        """

        def place(variable: str, usual: str) -> Path:
            chosen = Path(environment.get(variable, ""))
            return (chosen if chosen.is_absolute() else Path.home() / usual) / "watchword"

        state = place("XDG_STATE_HOME", ".local/state")
        return cls(
            data=place("XDG_DATA_HOME", ".local/share"),
            settings=place("XDG_CONFIG_HOME", ".config"),
            state=state,
            logs=state / "log",
        )

    @property
    def settings_file(self) -> Path:
        """The settings of this user, for all profiles."""
        return self.settings / "settings.json"

    @property
    def log_file(self) -> Path:
        """The log that is being written."""
        return self.logs / "watchword.log"

    def database(self, profile: str) -> Path:
        """The workstation database of a profile."""
        return self.data / f"{require_profile(profile)}.db"

    def vault(self, profile: str) -> Path:
        """The vault file of a profile, where there is no usable keyring."""
        return self.data / f"{require_profile(profile)}.vault"

    def authority(self, profile: str) -> Path:
        """The CA certificate that vouches for a profile's database server, in PEM."""
        return self.settings / f"{require_profile(profile)}.ca.pem"

    def pin_mark(self, profile: str) -> Path:
        """An empty file that is there while a profile has a PIN."""
        return self.state / f"{require_profile(profile)}.pin"

    def journal_head(self, profile: str) -> Path:
        """The file that remembers the newest journal entry seen."""
        return self.state / f"{require_profile(profile)}.head"

    def lock_file(self, profile: str) -> Path:
        """The file that the running window of a profile holds."""
        return self.state / f"{require_profile(profile)}.lock"

    def files_in_use(self, profile: str) -> tuple[Path, ...]:
        """Every file that the program keeps for this and every other profile that has one here.

        Whether it is there now or not; nothing that is exported takes the place of one.
        """
        names = sorted({profile} | self._profiles_here())
        return tuple(dict.fromkeys(path for name in names for path in self.files_of(name)))

    def files_of(self, profile: str) -> tuple[Path, ...]:
        """Every file that the program keeps for a profile, whether it is there now or not."""
        database, settings = self.database(profile), self.settings_file
        return (
            database,
            *(database.with_name(f"{database.name}-{kind}") for kind in ("wal", "shm", "journal")),
            self.vault(profile),
            self.authority(profile),
            self.pin_mark(profile),
            self.journal_head(profile),
            self.lock_file(profile),
            settings,
            settings.with_name(f"{settings.name}.lock"),
            self.log_file,
            *(self.log_file.with_name(f"{self.log_file.name}.{n + 1}") for n in range(LOG_BACKUPS)),
        )

    def _profiles_here(self) -> set[str]:
        folders = {self.data, self.settings, self.state}
        parts = (name.partition(".") for folder in folders for name in _names_in(folder))
        return {name for name, _, kind in parts if kind in _KINDS and _is_profile(name)}

    def create(self) -> None:
        """Make the folders that are missing, open to this user only.

        Raises:
            FileUnusableError: one cannot be made.
        """
        for folder in (self.data, self.settings, self.state, self.logs):
            try:
                # The mode holds for the last folder only; the umask covers its parents.
                folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
            except OSError as error:
                raise unusable(folder, error) from error
