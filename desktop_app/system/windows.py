"""The few calls of the Windows API that Watchword makes, with their numbers in one place."""

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes
from typing import Any

_SEM_FAIL_CRITICAL_ERRORS = 0x0001
_SEM_NO_GP_FAULT_ERROR_BOX = 0x0002
_WER_FAULT_REPORTING_FLAG_NO_HEAP = 1
_NAME_DISPLAY = 3
_LONGEST_NAME = 256
_WDA_NONE = 0x00
_WDA_MONITOR = 0x01
_WDA_EXCLUDE_FROM_CAPTURE = 0x11
_NOTIFY_FOR_THIS_SESSION = 0
_ANY_PROCESS = 0xFFFFFFFF
_WM_POWER_BROADCAST = 0x0218
_WM_SESSION_CHANGE = 0x02B1
_PAUSES = frozenset(
    {
        (_WM_POWER_BROADCAST, 0x4),  # about to sleep
        (_WM_SESSION_CHANGE, 0x2),  # another user at the console
        (_WM_SESSION_CHANGE, 0x4),  # a remote session ended
        (_WM_SESSION_CHANGE, 0x7),  # locked
    }
)


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

    def watch_session(self, window: int) -> bool:
        """Have the window with this native id told when the session is locked or left."""
        register = self._library("wtsapi32").WTSRegisterSessionNotification
        return bool(register(ctypes.c_void_p(window), _NOTIFY_FOR_THIS_SESSION))

    def tells_of_pause(self, message: int) -> bool:
        """Whether the ``MSG`` at this address says that the session is left or put to sleep."""
        found = wintypes.MSG.from_address(message)
        return (int(found.message), int(found.wParam)) in _PAUSES

    def let_others_come_forward(self) -> None:
        """Let another process bring its window to the front, which Windows allows only so."""
        self._library("user32").AllowSetForegroundWindow(wintypes.DWORD(_ANY_PROCESS))

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
