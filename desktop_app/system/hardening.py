"""What a process does at its start so that its memory and its files stay its own.

A running process of the same user, a debugger of the administrator and the page file are not
kept out: no application can.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

_PRIVATE = 0o077
_COREDUMP_FILTER = Path("/proc/self/coredump_filter")
_PR_SET_DUMPABLE = 4

if sys.platform == "win32":

    def harden(*, window: bool) -> None:
        """No memory in crash dumps.

        The files of a user's own folders are private on Windows without further steps; ``window``
        makes no difference here.
        """
        del window
        from desktop_app.system.windows import load_windows  # loads ctypes

        load_windows().switch_off_crash_dumps()
else:
    import resource

    def harden(*, window: bool) -> None:
        """New files for this user only, and no memory in core dumps.

        ``window`` is true for a process that opens one. It stays readable for programs of the
        same user, because the desktop's portals (file dialogs, dark mode, opening a link) look
        into ``/proc`` at who calls them and refuse a process that is closed; the Secret Service
        asks the socket instead and works with both. Child processes inherit the limits.
        """
        os.umask(_PRIVATE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        # A dump that is piped to a program ignores the limit; this leaves no memory to write.
        with suppress(OSError):
            _COREDUMP_FILTER.write_text("0", encoding="ascii")
        if not window and sys.platform == "linux":
            _close_to_others()

    def _close_to_others() -> None:
        import ctypes  # 5 ms that only the command line pays

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
