"""Wrong usage: exit 2, the reason on stderr, and nothing done."""

import pytest

from desktop_app.commands.parser import parse

WRONG = [
    ["frobnicate"],
    ["search"],
    ["search", "x", "--limit", "0"],
    ["search", "x", "--limit", "-1"],
    ["search", "x", "--limit", "9" * 5_000],
    ["search", "x", "--limit", "many"],
    ["search", "\udcff"],
    ["verify"],
    ["verify", "1", "2"],
    ["verify", "1", "--password", "secret"],
    ["verify", "\udcff"],
    ["set", "1"],
    ["set", "1", "--check", "callback"],
    ["set", "1", "--check", "callback", "--reference", "x", "--valid", "1h"],
    ["unlock", "1"],
    ["remove", "1", "--reason"],
    ["import"],
    ["import", "list.csv", "--map", "number"],
    ["import", "list.csv", "--tri"],
    ["export", "everything", "x.csv"],
    ["backup"],
    ["journal"],
    ["journal", "burn"],
    ["key"],
    ["key", "save"],
    ["people"],
    ["--profile", "../elsewhere", "search", "x"],
    ["search", "x", "--profile", "Ärger"],
    ["--profile", "", "doctor"],
    ["--profile", "con", "doctor"],
    ["--demo", "search", "x"],
    ["--demo", "import", "list.csv"],
]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_usage_is_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is abbreviated, nothing is guessed, and the demo has no commands."""
    with pytest.raises(SystemExit) as ended:
        parse(arguments)
    assert ended.value.code == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "usage: watchword" in shown.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["--profile", "office-2", "key", "status", "--json"],
        ["key", "--profile", "office-2", "--json", "status"],
        ["key", "status", "--json", "--profile", "office-2"],
    ],
)
def test_profile_and_json_stand_anywhere(arguments: list[str]) -> None:
    """Before the command, behind it and behind its action."""
    options = parse(arguments)
    assert (options.profile, options.json, options.action) == ("office-2", True, "status")


def test_without_them_it_is_the_usual_profile_in_words() -> None:
    """The defaults; which profile that is stands in the settings."""
    options = parse(["people", "resume"])
    assert (options.profile, options.json, options.login) == (None, False, "")


@pytest.mark.parametrize(
    "command",
    ["import", "search", "export", "verify", "set", "unlock", "remove", "backup", "journal",
     "key", "people", "doctor"],
)  # fmt: skip
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """--help ends with 0 and names every argument's purpose."""
    with pytest.raises(SystemExit) as ended:
        parse([command, "--help"])
    assert ended.value.code == 0
    assert f"watchword {command}" in capsys.readouterr().out
