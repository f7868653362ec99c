"""``watchword import``: real lists with their traits, broken ones, trial, rejects, figures."""

import csv
import hashlib
import os
from pathlib import Path

import pytest

from desktop_app.core.entities import JournalQuery
from desktop_app.core.list_mapping import ListMapping, list_kind
from tests.commands.in_process import Outcome, Workplace

HEADS = "number;name;company;phone;email;country\n"
LIST = HEADS + "1;Jonas Weber;Weber GmbH;0681 5550137;j@weber.example;DE\n2;Anna;;;;\n"


@pytest.fixture
def workplace(tmp_path: Path) -> Workplace:
    """A computer on which nothing has happened yet."""
    return Workplace(tmp_path / "home")


def numbers(workplace: Workplace) -> list[str]:
    with workplace.opened() as opened:
        return [customer.number for customer in opened.storage.customers.export()]


def content(workplace: Workplace) -> str:
    """The bytes of the database file, which no process has open."""
    return hashlib.sha256(workplace.profile.database_path.read_bytes()).hexdigest()


def figures(outcome: Outcome) -> tuple[int, ...]:
    names = ("read", "new", "updated", "unchanged", "rejected")
    return tuple(outcome.document[name] for name in names)


def test_an_export_of_a_german_spreadsheet_is_understood_by_itself(workplace: Workplace) -> None:
    """cp1252, semicolons, German heads, NULL, two name columns, numbers without country code."""
    text = (
        "Kunden-Nr.;Vorname;Nachname;Firma;Telefon;Land;Bemerkung\r\n"
        '10;Jörg;Müller;"Müller; Söhne";(0681) 555-0137;Deutschland;x\r\n'
        "11;Åsa;NULL;NULL;01 5550199;Österreich;\r\n"
    )
    path = workplace.write("list.csv", text.encode("cp1252"))
    assert workplace.run("import", str(path)).code == 0
    with workplace.opened() as opened:
        first = opened.storage.customers.find_number("10")
        second = opened.storage.customers.find_number("11")
    assert (first.name, first.company) == ("Jörg Müller", "Müller; Söhne")
    assert first.phones == ("+496815550137",)
    assert (second.name, second.company, second.phones) == ("Åsa", "", ("+4315550199",))


@pytest.mark.parametrize(
    ("encoding", "separator"),
    [("utf-8", ","), ("utf-8-sig", "\t"), ("utf-16", ";"), ("utf-16-le", "|"), ("latin-1", ",")],
)
def test_encodings_and_separators_are_found_out(
    workplace: Workplace, encoding: str, separator: str
) -> None:
    """What is said about the file is what it is, and the umlaut arrives."""
    text = "number;name\n1;Jörg Größe\n2;Zoë\n".replace(";", separator)
    raw = text.encode(encoding)
    if encoding == "utf-16-le":
        raw = b"\xff\xfe" + raw
    outcome = workplace.run("import", str(workplace.write("list.csv", raw)), "--json")
    assert outcome.document["delimiter"] == separator
    with workplace.opened() as opened:
        assert opened.storage.customers.find_number("1").name == "Jörg Größe"


def test_the_rest_is_named_by_hand(workplace: Workplace) -> None:
    """--map, --delimiter and --encoding win over what would be found out."""
    raw = "a^b^c\n1^Jörg^M\xfcller\n".encode("mac-roman")
    options = ["--map", "number=a", "--map", "first_name=b", "--map", "last_name = c"]
    outcome = workplace.run(
        "import",
        str(workplace.write("list.csv", raw)),
        *options,
        "--delimiter", "^",
        "--encoding", "mac-roman",
        "--json",
    )  # fmt: skip
    assert outcome.document["columns"] == {"a": "number", "b": "first_name", "c": "last_name"}
    with workplace.opened() as opened:
        assert opened.storage.customers.find_number("1").name == "Jörg Müller"


def remember(workplace: Workplace, list_heads: str, *columns: tuple[int, str]) -> None:
    """What the window keeps of a list that a lead has imported in it."""
    kind = list_kind(list_heads.split(";"))
    with workplace.opened() as opened:
        opened.storage.customers.import_rows(
            [],
            frozenset(),
            source="list.csv",
            trial=False,
            on_reject=lambda _row: None,
            on_progress=lambda _progress: None,
            remember=ListMapping(kind, columns),
        )


def test_a_remembered_mapping_is_used_at_night(workplace: Workplace) -> None:
    """What a lead chose in the window holds for the next list of its kind, until --map."""
    remember(workplace, "Zeichen;Name;Gruppe", (0, "number"), (2, "company"))
    text = "ZEICHEN;Name;Gruppe\n1;Eva;A\n"
    document = workplace.import_list(text, "--json").document
    assert document["remembered"]
    assert document["columns"] == {"ZEICHEN": "number", "Gruppe": "company"}
    with workplace.opened() as opened:
        customer = opened.storage.customers.find_number("1")
    assert (customer.name, customer.company) == ("", "A")
    named = workplace.import_list(text, "--map", "number=Zeichen", "--json").document
    assert not named["remembered"]
    assert named["columns"] == {"ZEICHEN": "number", "Name": "name"}


def test_a_list_without_heads_is_imported(workplace: Workplace) -> None:
    """Its columns are called by their numbers."""
    options = ["--no-heads", "--map", "number=1", "--map", "name=2", "--delimiter", ";"]
    assert figures(workplace.import_list("1;Eva\n2;Otto\n", *options, "--json"))[:2] == (2, 2)
    assert numbers(workplace) == ["1", "2"]


def test_the_second_import_changes_what_has_changed(workplace: Workplace) -> None:
    """New, updated and unchanged are told apart; read is their sum with the rejected."""
    assert figures(workplace.import_list(LIST, "--json")) == (2, 2, 0, 0, 0)
    changed = LIST.replace("Anna", "Anne") + "3;Neu;;;;\n;ohne Nummer;;;;\n1;zweimal;;;;\n"
    assert figures(workplace.import_list(changed, "--json")) == (5, 1, 1, 1, 2)
    assert numbers(workplace) == ["1", "2", "3"]


def test_rejected_rows_are_shown_and_listed(workplace: Workplace) -> None:
    """With the line in the file, the number and the reason; the list replaces an older one."""
    rejects = workplace.write("rejects.csv", "older")
    rows = "".join(f";no number {row};;;;\n" for row in range(7))
    outcome = workplace.import_list(f"{LIST}2;again;;;;\n{rows}", "--rejects", str(rejects))
    assert outcome.code == 0
    assert "line 4: The customer number appears twice in the file" in outcome.out
    assert outcome.out.count("  line ") == 5
    with rejects.open(encoding="utf-8-sig", newline="") as stream:
        listed = list(csv.reader(stream))
    assert listed[0] == ["line", "customer number", "reason"]
    assert len(listed) == 9
    assert listed[1][:2] == ["4", "2"]
    assert listed[2] == ["5", "", "The customer number is empty"]


def test_without_rejected_rows_no_file_is_named(workplace: Workplace) -> None:
    """An older list of rejected rows is replaced by an empty one, which nobody has to read."""
    rejects = workplace.write("rejects.csv", "older")
    outcome = workplace.import_list(LIST, "--rejects", str(rejects))
    assert "0 rejected." in outcome.out
    assert str(rejects) not in outcome.out
    [heads] = rejects.read_text(encoding="utf-8-sig").splitlines()
    assert "customer number" in heads


def test_readable_passwords_are_left_out_and_warned_of(workplace: Workplace) -> None:
    """One sentence names the columns and what to do with the file; nothing of them is kept."""
    text = "number;name;Telefonpasswort;PIN\n1;Jonas Weber;Ahorn 42;4711\n"
    outcome = workplace.import_list(text)
    assert outcome.code == 0
    [warning] = [line for line in outcome.err.splitlines() if line.startswith("Columns")]
    assert "never imported: Telefonpasswort, PIN." in warning
    assert "delete it" in warning
    document = workplace.import_list(text, "--json").document
    assert (document["ignored"], document["warning"]) == (["Telefonpasswort", "PIN"], warning)
    assert b"Ahorn" not in workplace.profile.database_path.read_bytes()


def test_a_list_without_passwords_has_no_warning(workplace: Workplace) -> None:
    """Columns that are merely not known are no reason to warn."""
    document = workplace.import_list("number;name;Bemerkung\n1;a;b\n", "--json").document
    assert (document["ignored"], document["warning"]) == ([], "")


def test_a_trial_writes_nothing(workplace: Workplace) -> None:
    """The figures are those of the import; the file has the same bytes, the journal no entry."""
    workplace.import_list(LIST)
    before = content(workplace)
    changed = LIST.replace("Anna", "Anne") + "3;Neu;;;;\n3;Neu;;;;\n"
    trial = workplace.import_list(changed, "--trial", "--json")
    assert content(workplace) == before
    assert trial.document["trial"] is True
    assert figures(trial) == figures(workplace.import_list(changed, "--json"))
    assert "nothing was written" in workplace.import_list(LIST, "--trial").out


def test_the_import_is_journalled_with_its_figures(workplace: Workplace) -> None:
    """One entry for the whole list, with the file's name and no customer's data."""
    workplace.import_list(LIST)
    with workplace.opened() as opened:
        (entry,) = opened.storage.journal.entries(JournalQuery())
    assert entry.details["source"] == "list.csv"
    assert entry.details["new"] == "2"


def _ragged() -> str:
    return LIST + "3;too few\n4;a;b;c;d;e;one too many\n5;whole;;;;\n"


BROKEN = {
    "binary": bytes(range(256)) * 64,
    "empty": b"",
    "only-heads": HEADS.encode(),
    "duplicate-heads": b"number;name;name\n1;a;b\n",
    "no-number": b"vorname;nachname\na;b\n",
    "huge-cell": (HEADS + "1;" + "x" * 5_000_000 + ";;;;\n").encode(),
    "executable": b"\x7fELF\x02\x01\x01" + bytes(4096),
    "picture": b"\x89PNG\r\n\x1a\n" + os.urandom(2048),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_list_gets_one_sentence(workplace: Workplace, name: str) -> None:
    """Exit 1, the sentence says that nothing was imported, and the database is as it was."""
    workplace.import_list(LIST)
    before = content(workplace)
    path = workplace.write(f"{name}.csv", BROKEN[name])
    outcome = workplace.run("import", str(path), "--rejects", str(path.with_suffix(".rejects")))
    assert outcome.code == 1
    assert outcome.out == ""
    assert outcome.err.count("\n") == 1
    assert "Nothing was imported" in outcome.err
    assert content(workplace) == before
    assert not path.with_suffix(".rejects").exists()
    assert not list(path.parent.glob(".rejects-*"))


@pytest.mark.parametrize("name", ["missing", "directory", "pipe"])
def test_what_is_no_file_gets_one_sentence(workplace: Workplace, name: str) -> None:
    """A pipe is not waited for."""
    path = workplace.home.parent / name
    if name == "directory":
        path.mkdir()
    elif name == "pipe":
        if not hasattr(os, "mkfifo"):
            pytest.skip("there are no named pipes in Windows' file systems")
        os.mkfifo(path)
    outcome = workplace.run("import", str(path), "--json")
    assert outcome.code == 1
    assert str(path) in outcome.err
    assert outcome.document["error"] == "file-unusable"


@pytest.mark.parametrize(
    ("text", "reason", "kept"),
    [
        (_ragged(), "too-few-cells too-many-cells", ["1", "2", "5"]),
        (LIST + "3;a\0b;;;;\n", "control-character", ["1", "2"]),
        (LIST + "1;again;;;;\n", "number-twice", ["1", "2"]),
        (LIST + '3;"open;;;;\n', "quote-open", ["1", "2"]),
        (LIST + "3,Mixed,separators,,,\n", "too-few-cells", ["1", "2"]),
    ],
)
def test_broken_rows_are_rejected_and_the_others_imported(
    workplace: Workplace, text: str, reason: str, kept: list[str]
) -> None:
    """Ragged rows, NUL bytes, numbers twice, open quotes, other separators: listed as rejected."""
    rejects = workplace.home.parent / "rejects.csv"
    outcome = workplace.import_list(text, "--rejects", str(rejects), "--json")
    assert outcome.code == 0
    assert outcome.document["rejected"] == len(reason.split())
    assert numbers(workplace) == kept
    assert len(rejects.read_text(encoding="utf-8").splitlines()) == 1 + len(reason.split())


@pytest.mark.parametrize(
    ("options", "error"),
    [
        (["--map", "numbr=number"], "numbr"),
        (["--map", "number=nowhere"], "nowhere"),
        (["--encoding", "klingon"], "klingon"),
        (["--encoding", "utf-16"], "encoding"),
        (["--delimiter", "xy"], "xy"),
    ],
)
def test_a_wrong_option_is_named(workplace: Workplace, options: list[str], error: str) -> None:
    """The sentence quotes what is not known; nothing is imported."""
    outcome = workplace.import_list(LIST, *options)
    assert outcome.code == 1
    assert error in outcome.err
    assert outcome.err.strip().splitlines()[-1].count("Nothing was imported") == 1


def test_the_list_is_not_overwritten_by_its_rejects(workplace: Workplace) -> None:
    """Neither is the database, nor a device, and the folder must be there."""
    path = workplace.write("list.csv", LIST)
    workplace.run("import", str(path))
    for target in (path, workplace.profile.database_path, workplace.home.parent / "no" / "x.csv"):
        outcome = workplace.run("import", str(path), "--rejects", str(target))
        assert outcome.code == 1, target
        missing = not target.parent.exists()
        assert missing == (f"There is no folder {target.parent}." in outcome.err)
    assert path.read_text(encoding="utf-8") == LIST
    assert numbers(workplace) == ["1", "2"]


def test_control_characters_of_a_list_do_not_reach_the_terminal(workplace: Workplace) -> None:
    """A head cannot move the cursor or recolour the terminal of whoever imports the list."""
    outcome = workplace.import_list("number;na\x1b[31mme\n1;x\n", "--map", "name=na\x1b[31mme")
    assert "\x1b" not in outcome.out + outcome.err


def test_the_failure_as_json_says_what_happened(workplace: Workplace) -> None:
    """A script gets the code and the sentence, and the exit code says the rest."""
    outcome = workplace.import_list("", "--json")
    assert outcome.code == 1
    assert outcome.document["error"] == "list-unusable"
    assert outcome.document["sentence"] == outcome.err.strip().splitlines()[-1]
