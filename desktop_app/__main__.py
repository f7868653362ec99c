"""``watchword``: the window, or a command."""

import gc
import sys

from desktop_app.plain_imports import import_qt_plainly


def main() -> int:
    """Run what the command line asks for; the exit code."""
    arguments = sys.argv[1:]
    if not arguments or arguments == ["--demo"]:
        # The parser takes time that the window does not have.
        return _run_window(demo=bool(arguments))
    import_qt_plainly()
    from desktop_app.commands.parser import parse

    options = parse(arguments)
    if options.command is None:
        return _run_window(demo=options.demo, profile=options.profile)
    from desktop_app.commands.main import run

    return run(options)


def _run_window(*, demo: bool, profile: str | None = None) -> int:
    # What is imported stays: the collector would look through it sixty times before the window is
    # there and free nothing. The window collects by itself later.
    gc.disable()
    import_qt_plainly()
    from desktop_app.app import run_window

    return run_window(demo=demo, profile=profile)


if __name__ == "__main__":
    sys.exit(main())
