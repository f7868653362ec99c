"""The few calls of the Windows API that Watchword makes, with their numbers in one place."""

import ctypes
import sys
from collections.abc import Callable
from typing import Any

_SEM_FAIL_CRITICAL_ERRORS = 0x0001
_SEM_NO_GP_FAULT_ERROR_BOX = 0x0002
_WER_FAULT_REPORTING_FLAG_NO_HEAP = 1
_NAME_DISPLAY = 3
_LONGEST_NAME = 256
_WDA_NONE = 0x00
_WDA_MONITOR = 0x01
_WDA_EXCLUDE_FROM_CAPTURE = 0x11


Library = Callable[[str], Any]
"""Gives one of Windows' own libraries by its name, as ``ctypes.windll`` does."""


class Windows:
    """The Windows API, as far as Watchword uses it."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def drive_type(self, root: str) -> int:
        r"""``GetDriveTypeW`` of a root such as ``C:\``; 4 is a network drive."""
        return int(self._library("kernel32").GetDriveTypeW(root))

    def switch_off_crash_dumps(self) -> None:
        """Keep this process's memory out of error boxes and error reports."""
        kernel32 = self._library("kernel32")
        kernel32.SetErrorMode(_SEM_FAIL_CRITICAL_ERRORS | _SEM_NO_GP_FAULT_ERROR_BOX)
        kernel32.WerSetFlags(_WER_FAULT_REPORTING_FLAG_NO_HEAP)

    def exclude_from_capture(self, window: int, *, excluded: bool) -> bool:
        """Show a window on the screen only, not in recordings and remote sessions.

        ``window`` is its native id. False where Windows refuses both the mode of Windows 10 2004
        (the window is left out) and the older one (the window is black).
        """
        set_affinity = self._library("user32").SetWindowDisplayAffinity
        modes = (_WDA_EXCLUDE_FROM_CAPTURE, _WDA_MONITOR) if excluded else (_WDA_NONE,)
        return any(bool(set_affinity(ctypes.c_void_p(window), mode)) for mode in modes)

    def full_name(self) -> str:
        """The signed-in person's display name; empty where Windows does not know one."""
        buffer = ctypes.create_unicode_buffer(_LONGEST_NAME)
        size = ctypes.c_ulong(_LONGEST_NAME)
        get_name = self._library("secur32").GetUserNameExW
        return buffer.value if get_name(_NAME_DISPLAY, buffer, ctypes.byref(size)) else ""


def load_windows() -> Windows:
    """The API of the Windows that runs this process.

    Raises:
        RuntimeError: it is another system; callers ask ``sys.platform`` first.
    """
    if sys.platform == "win32":
        return Windows(ctypes.windll.__getitem__)
    raise RuntimeError("this is not Windows")
