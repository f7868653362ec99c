"""``watchword``: the window, or a command."""

import sys


def main() -> int:
    """Run what the command line asks for; the exit code."""
    arguments = sys.argv[1:]
    if not arguments or arguments == ["--demo"]:
        # The parser takes time that the window does not have.
        from desktop_app.app import run_window

        return run_window(demo=bool(arguments))
    from desktop_app.commands.parser import parse

    options = parse(arguments)
    if options.command is None:
        from desktop_app.app import run_window

        return run_window(demo=options.demo, profile=options.profile)
    from desktop_app.commands.main import run

    return run(options)


if __name__ == "__main__":
    sys.exit(main())
