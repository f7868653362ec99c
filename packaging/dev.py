"""The two commands of a checkout: start Watchword, and test it.

    python3 packaging/dev.py run [ARGUMENTS OF WATCHWORD]
    python3 packaging/dev.py test [ARGUMENTS OF PYTEST]

Both do their own set-up first: system packages, the virtual environment ``.venv`` and the locked
requirements. A start that finds them current does nothing but look, so this path imports as little
as it can. The file also has to be readable for older Pythons, so that they can say what is wrong:
hence the quoted annotations.
"""

import os
import sys

OLDEST_PYTHON = (3, 11)

USAGE = """\
usage: python3 packaging/dev.py run [ARGUMENTS OF WATCHWORD]
       python3 packaging/dev.py test [ARGUMENTS OF PYTEST]
"""


def python_refusal(version: "tuple[int, ...]") -> "str | None":
    """The sentence that refuses a Python of this version; None if it is new enough."""
    if version[:2] >= OLDEST_PYTHON:
        return None
    wanted, found = (".".join(map(str, pair[:2])) for pair in (OLDEST_PYTHON, version))
    return f"Watchword needs Python {wanted} or newer, and this is Python {found}."


def main(arguments: "list[str]") -> int:
    """Run one command; the result is the exit code, or the process becomes Watchword."""
    refusal = python_refusal(sys.version_info[:3])
    if refusal is not None:
        sys.stderr.write(refusal + "\n")
        return 1
    command = arguments[0] if arguments else ""
    if command not in ("run", "test"):
        asked = command in ("-h", "--help")
        (sys.stdout if asked else sys.stderr).write(USAGE)
        return 0 if asked else 2

    from dev_environment import Environment

    environment = Environment(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    if not environment.is_ready(command):
        from dev_setup import set_up

        failure = set_up(environment, command)
        if failure:
            return failure
    if command == "run":
        return start(environment.watchword_command(arguments[1:]))

    from dev_checks import check

    return check(environment, arguments[1:])


def start(command: "list[str]") -> int:
    """Become the command, where the system can; otherwise run it and pass on its exit code."""
    if os.name == "posix":
        os.execv(command[0], command)

    from dev_process import run_to_end

    return run_to_end(command)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
