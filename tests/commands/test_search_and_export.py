"""``search`` and ``export``: what is typed is text, what is written is safe."""

import csv
from pathlib import Path

import pytest

from desktop_app.core.entities import EventKind, JournalQuery
from desktop_app.core.errors import FileUnusableError
from desktop_app.core.secret import Secret
from desktop_app.window.opening import profile_opener
from tests.commands.in_process import Outcome, Workplace

DANGEROUS = (
    "number;name;company;authorised\n"
    '1;=HYPERLINK("http://x");+49;"@SUM(A1)"\n'
    "2;100% Bio;'= quoted;-minus\n"
)


def found(outcome: Outcome) -> list[str]:
    return [customer["number"] for customer in outcome.document["customers"]]


@pytest.mark.parametrize("text", ["weber", "WEB", "0681 5550137", "+49681-5550137", "4711"])
def test_the_command_searches_as_the_window(workplace: Workplace, text: str) -> None:
    """Name, beginning, phone in any notation, inner part of the number."""
    assert found(workplace.run("search", text, "--json")) == ["004711"]


def test_umlauts_and_sounds_are_found(workplace: Workplace) -> None:
    """Strasser finds Straßer; several words are one search."""
    assert found(workplace.run("search", "strasser", "--json")) == ["K 12 34"]
    assert found(workplace.run("search", "anna", "straser", "--json")) == ["K 12 34"]


@pytest.mark.parametrize(
    "text",
    ["%", "_", "*", "?", '"', "'", ":", "weber OR anna", "NEAR(weber gmbh)", "[a-z]eber",
     "name:weber", "anna*weber", "' OR 1=1 --", '"weber" "anna"'],
)  # fmt: skip
def test_wildcards_quotes_and_operators_are_plain_text(workplace: Workplace, text: str) -> None:
    """Each would find somebody if it were more than text; nothing fails either."""
    outcome = workplace.run("search", "--json", "--", text)
    assert outcome.code == 0
    assert found(outcome) == []


def test_the_limit_cuts_and_says_so(workplace: Workplace) -> None:
    """With a hint that names an option which exists."""
    workplace.import_list("number;name\n" + "".join(f"9{i:02};Kunz {i}\n" for i in range(30)))
    outcome = workplace.run("search", "kunz", "--limit", "2", "--json")
    assert len(found(outcome)) == 2
    assert outcome.document["more"] is True
    shown = workplace.run("search", "kunz").out.splitlines()
    assert len(shown) == 21
    assert "--limit" in shown[-1]


def test_the_table_says_how_the_password_stands(workplace: Workplace) -> None:
    """In words that cannot be taken for a missing value."""
    assert workplace.run("search", "weber").out.splitlines()[0].endswith("  No password")


def test_the_table_shows_no_control_characters(workplace: Workplace) -> None:
    """Nothing found is one sentence; what was typed comes back harmless."""
    outcome = workplace.run("search", "no\x1b[2Jbody")
    assert outcome.code == 0
    assert "\x1b" not in outcome.out
    assert outcome.out.count("\n") == 1


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))


def test_no_cell_of_an_export_is_a_formula(workplace: Workplace) -> None:
    """Names, companies and texts that begin like one are escaped."""
    workplace.import_list(DANGEROUS)
    target = workplace.home.parent / "out.csv"
    assert workplace.run("export", "customers", str(target), "--json").document["rows"] == 4
    cells = [cell for row in read(target)[1:] for cell in row]
    assert not [cell for cell in cells if cell[:1] in {"=", "+", "-", "@", "\t", "\r"}]
    assert '\'=HYPERLINK("http://x")' in cells


def test_importing_an_export_changes_nothing(workplace: Workplace) -> None:
    """Every customer is found unchanged, escapes and several phones included."""
    workplace.import_list(DANGEROUS)
    target = workplace.home.parent / "out.csv"
    workplace.run("export", "customers", str(target))
    document = workplace.run("import", str(target), "--json").document
    assert (document["unchanged"], document["new"], document["updated"]) == (4, 0, 0)
    assert document["rejected"] == 0


def test_the_journal_is_exported_with_the_export_of_before(workplace: Workplace) -> None:
    """Each export is an entry itself; no cell begins like a formula."""
    first, second = workplace.home.parent / "1.csv", workplace.home.parent / "2.csv"
    workplace.run("export", "journal", str(first))
    workplace.run("export", "journal", str(second))
    heads, newest, *_ = read(second)
    entry = dict(zip(heads, newest, strict=True))
    assert (entry["kind"], entry["outcome"]) == (EventKind.EXPORTED, "journal")
    assert "file=1.csv" in entry["details"]
    with workplace.opened() as opened:
        assert opened.storage.journal.entries(JournalQuery(limit=1))[0].details["file"] == "2.csv"


def test_an_older_export_is_replaced_as_a_whole(workplace: Workplace) -> None:
    """A nightly script writes the same file again."""
    target = workplace.write("out.csv", "older\n" * 1_000)
    assert workplace.run("export", "customers", str(target)).code == 0
    assert len(read(target)) == 3


def test_an_export_does_not_replace_what_it_must_not(workplace: Workplace) -> None:
    """The database, also by another name, a folder, a pipe, a folder that is not there."""
    link = workplace.home.parent / "link"
    link.symlink_to(workplace.profile.database_path)
    for target in (
        workplace.profile.database_path,
        link,
        workplace.home,
        workplace.home.parent / "no" / "out.csv",
        Path("/dev/null"),
    ):
        outcome = workplace.run("export", "customers", str(target))
        assert outcome.code == 1, target
        assert outcome.err.count("\n") == 1
    assert found(workplace.run("search", "weber", "--json")) == ["004711"]


def test_nothing_is_written_in_place_of_a_file_of_the_profile(workplace: Workplace) -> None:
    """Database, vault, settings, locks, logs: there or not, of every profile, by every command."""
    for other in ("team.db", "night.vault", "remote.lock"):
        (workplace.home / other).write_bytes(b"")
    source = workplace.write("list.csv", "number\n1\n")
    words = (
        ("export", "customers", "{}"),
        ("export", "journal", "{}"),
        ("import", str(source), "--rejects", "{}"),
        ("backup", "{}"),
        ("key", "save", "{}"),
    )
    files = workplace.profile.files
    kept = {path.suffix for path in files}
    assert kept >= {".db", ".db-wal", ".db-shm", ".vault", ".json", ".head", ".log", ".4"}
    assert {path.stem for path in files if path.suffix == ".db-wal"} == {
        "night",
        "remote",
        "team",
        "workstation",
    }
    for path in files:
        for command in words:
            outcome = workplace.run(*(word.format(path) for word in command))
            assert outcome.code != 0, (path, command)
            assert str(path) in outcome.err
    assert found(workplace.run("search", "weber", "--json")) == ["004711"]


def test_the_window_writes_no_history_in_place_of_a_file_of_the_profile(
    workplace: Workplace,
) -> None:
    """Nor a recovery file nor a backup; a file that is not there now is refused too."""
    opened = profile_opener(workplace.profile)()
    try:
        for path in workplace.profile.files:
            with pytest.raises(FileUnusableError) as refused, opened.session.written_whole(path):
                pass
            assert refused.value.reason == "exists"
            assert opened.profile is not None
            with pytest.raises(FileUnusableError):
                opened.profile.save_recovery_file(path, Secret("kupfer segel achtung linde 7"))
            assert opened.session.offer_backup is not None
            with pytest.raises(FileUnusableError):
                opened.session.offer_backup(path)
        target = workplace.home.parent / "history.csv"
        with opened.session.written_whole(target) as stream:
            stream.write("kept")
        assert target.read_text(encoding="utf-8") == "kept"
    finally:
        opened.session.storage.close()
