"""An exception as text without a single value: no message, no arguments, no source line.

Messages of exceptions often quote what they failed on, and that may be a telephone password.
"""

import traceback
from pathlib import PurePath
from types import TracebackType

from desktop_app.core.errors import WatchwordError

_MOST_FRAMES = 40
_MOST_CAUSES = 8


def describe(error: BaseException) -> list[str]:
    """The lines of a safe traceback: the exception, its frames, then what it came from."""
    lines: list[str] = []
    current: BaseException | None = error
    seen: set[int] = set()
    while current is not None and id(current) not in seen and len(seen) < _MOST_CAUSES:
        if seen:
            lines.append("caused by")
        seen.add(id(current))
        lines.append(name(current))
        lines.extend(f"  {frame}" for frame in frames(current.__traceback__))
        current = current.__cause__ or (
            None if current.__suppress_context__ else current.__context__
        )
    return lines


def name(error: BaseException) -> str:
    """The exception's type, and the code of an expected one."""
    kind = type(error)
    home = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
    code = f" [{error.code}]" if isinstance(error, WatchwordError) else ""
    return f"{home}{kind.__qualname__}{code}"


def frames(trace: TracebackType | None) -> list[str]:
    """``module.py:line function`` of each frame, outermost first, without the middle of many."""
    found = [
        f"{short_name(frame.f_code.co_filename)}:{line} {frame.f_code.co_name}"
        for frame, line in traceback.walk_tb(trace)
    ]
    if len(found) <= _MOST_FRAMES:
        return found
    half = _MOST_FRAMES // 2
    return [*found[:half], f"… {len(found) - _MOST_FRAMES} more", *found[-half:]]


def short_name(filename: str) -> str:
    """A source file by its last two parts.

    They say which module it is; the folders above would say where a person keeps things.
    """
    return "/".join(PurePath(filename).parts[-2:])
