"""Whether a file lies on a network drive, where SQLite's locks cannot be trusted."""

import re
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath, PureWindowsPath

MOUNTS = Path("/proc/self/mountinfo")

_NETWORK = frozenset(
    {
        "9p",
        "acfs",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "gfs",
        "gfs2",
        "glusterfs",
        "gpfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "ocfs2",
        "orangefs",
        "panfs",
        "smb2",
        "smb3",
        "smbfs",
        "vboxsf",
    }
)
_NETWORK_FUSE = frozenset(
    {
        "ceph",
        "cifs",
        "curlftpfs",
        "davfs",
        "davfs2",
        "glusterfs",
        "gvfsd-fuse",
        "moosefs",
        "rclone",
        "s3fs",
        "smbnetfs",
        "sshfs",
        "vmhgfs-fuse",
    }
)
_ESCAPED = re.compile(r"\\([0-7]{3})")
_REMOTE = 4  # DRIVE_REMOTE of GetDriveTypeW
_FIELDS_BEFORE_OPTIONS = 6


def is_on_network(path: Path) -> bool:
    """Whether this file, which need not exist yet, would lie on a network drive."""
    if sys.platform == "win32":
        from desktop_app.system.windows import load_windows  # loads ctypes

        return is_remote_windows_path(PureWindowsPath(path.resolve()), load_windows().drive_type)
    try:
        mounts = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:  # no /proc: nothing can be said against the file
        return False
    return is_network_mount(PurePosixPath(path.resolve()), mounts)


def is_network_mount(path: PurePosixPath, mounts: str) -> bool:
    """Whether the mount that holds an absolute path is a network's, by Linux' mountinfo."""
    longest, kind = -1, ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields, source = before.split(" "), after.split(" ")
        if len(fields) < _FIELDS_BEFORE_OPTIONS:
            continue
        point = PurePosixPath(_unescape(fields[4]))
        depth = len(point.parts)
        # A later mount on the same point hides the earlier one.
        if depth >= longest and path.is_relative_to(point):
            longest, kind = depth, source[0]
    family, _, helper = kind.partition(".")
    return kind in _NETWORK or (family == "fuse" and helper in _NETWORK_FUSE)


def is_remote_windows_path(path: PureWindowsPath, drive_type: Callable[[str], int]) -> bool:
    """Whether an absolute path is a network share or lies on a drive letter of one."""
    drive = path.drive
    for prefix in ("\\\\?\\UNC\\", "\\\\.\\UNC\\"):
        if drive.upper().startswith(prefix):
            return True
    if drive.startswith(("\\\\?\\", "\\\\.\\")):
        drive = drive[4:]
    elif drive.startswith("\\\\"):
        return True
    return drive_type(drive + "\\") == _REMOTE


def _unescape(field: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 8)), field)
