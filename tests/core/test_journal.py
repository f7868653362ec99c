"""The journal's hash chain."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.entities import JournalFault, JournalFaultKind
from desktop_app.core.journal import (
    SealedFields,
    SealedRow,
    entry_bytes,
    find_head,
    head_line,
    json_text,
    microseconds,
    personal_digest,
    sealed,
    verify_chain,
)
from desktop_app.core.journal_head import JournalHead

FIELDS = SealedFields(
    at=microseconds(datetime(2026, 11, 22, 14, 7, 3, 250_000, tzinfo=UTC)),
    login="lukas",
    person="Lukas Berger",
    workstation="desk-4",
    customer_id=2**63 - 1,
    customer_number="104233",
    kind="verdict",
    outcome="matches",
    receipt="VW-7K3F-92QD",
    details=json_text({"tries": "1", "grün": "ß"}),
    personal_digest=personal_digest(bytes(16), json_text({"reference": "Rückruf"})),
)
PLACE = 4


def chain_of(
    entries: Sequence[bytes], start: JournalHead | None = None
) -> tuple[list[SealedRow], JournalHead]:
    rows: list[SealedRow] = []
    head = start
    for entry in entries:
        head = sealed(head, entry)
        rows.append(SealedRow(head.sequence, head.digest, entry))
    assert head is not None
    return rows, head


ROWS, HEAD = chain_of([f"entry {number}".encode() for number in range(1, 11)])


def head_at(sequence: int) -> JournalHead:
    row = ROWS[sequence - 1]
    return JournalHead(row.sequence, row.digest)


def fault(kind: JournalFaultKind, sequence: int = PLACE) -> JournalFault:
    return JournalFault(sequence, kind)


def test_frozen_bytes() -> None:
    """Bytes and digests of version 1 never change, or every journal would seem edited."""
    assert entry_bytes(FIELDS).hex() == (
        "01000660ddfdda6050000000056c756b61730000000c4c756b617320426572676572000000066465"
        "736b2d347fffffffffffffff000000063130343233330000000776657264696374000000076d6174"
        "636865730000000c56572d374b33462d393251440000001a7b226772c3bc6e223a22c39f222c2274"
        "72696573223a2231227d00000020fb7292f5d1a6e7e82185538ea66d578aedb79fbdab18e4234404"
        "468e10c469c9"
    )
    assert (
        FIELDS.personal_digest.hex()
        == "fb7292f5d1a6e7e82185538ea66d578aedb79fbdab18e4234404468e10c469c9"
    )
    first = sealed(None, entry_bytes(FIELDS))
    assert first == JournalHead(
        1, bytes.fromhex("3d3230e14e1f904c24b0e82f72fd00f87d240010b31d0e901d711e57f55ceb79")
    )
    second = sealed(first, entry_bytes(replace(FIELDS, customer_id=None, personal_digest=b"")))
    assert second == JournalHead(
        2, bytes.fromhex("01d6ea0eacec295fb4626bc1b6db17308157abceef3be2ed719aaee3021efec8")
    )


@pytest.mark.parametrize(
    "change",
    [
        {"at": FIELDS.at + 1},
        {"login": "lukas "},
        {"person": ""},
        {"workstation": "desk-5"},
        {"customer_id": None},
        {"customer_number": "104234"},
        {"kind": "attempt"},
        {"outcome": "does-not-match"},
        {"receipt": "VW-7K3F-92QE"},
        {"details": "{}"},
        {"personal_digest": b""},
    ],
)
def test_every_field_is_covered(change: dict[str, Any]) -> None:
    """A change of any field changes the bytes."""
    assert entry_bytes(replace(FIELDS, **change)) != entry_bytes(FIELDS)


@given(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8")))
def test_text_cannot_slide_between_fields(login: str, person: str) -> None:
    """Lengths keep neighbouring fields apart."""
    moved = replace(FIELDS, login=login + person, person="")
    apart = replace(FIELDS, login=login, person=person)
    assert (entry_bytes(moved) == entry_bytes(apart)) == (moved == apart)


def test_equal_values_have_one_text() -> None:
    """The order in which details were put together does not show."""
    assert json_text({"b": "2", "a": "1"}) == json_text({"a": "1", "b": "2"}) == '{"a":"1","b":"2"}'


def test_personal_data_cannot_be_guessed_without_its_salt() -> None:
    """The same reference under another salt has another digest."""
    assert personal_digest(b"a" * 16, "{}") != personal_digest(b"b" * 16, "{}")


def test_an_intact_chain_holds() -> None:
    """All entries are counted and the head is the last one's."""
    report = verify_chain(ROWS, known=[HEAD, head_at(3)])
    assert (report.entries, report.head, report.fault) == (10, HEAD, None)


def test_an_empty_journal_holds() -> None:
    """No entries, no head, no fault."""
    report = verify_chain([])
    assert (report.entries, report.head, report.fault) == (0, None, None)


def test_a_pruned_journal_holds_from_its_anchor() -> None:
    """After months were removed the chain goes on from the anchor that was kept."""
    report = verify_chain(ROWS[3:], anchor=head_at(3), known=[head_at(2), head_at(3), HEAD])
    assert (report.entries, report.head, report.fault) == (7, HEAD, None)
    assert verify_chain([], anchor=HEAD).head == HEAD


@pytest.mark.parametrize("change", [{"entry": b"x"}, {"digest": bytes(32)}])
def test_an_edited_entry_is_found(change: dict[str, Any]) -> None:
    """Another content or another digest: edited, and what holds ends before it."""
    rows = [*ROWS]
    rows[PLACE - 1] = replace(rows[PLACE - 1], **change)
    report = verify_chain(rows)
    assert report.fault == fault(JournalFaultKind.EDITED)
    assert (report.entries, report.head) == (PLACE - 1, head_at(PLACE - 1))


def test_edited_personal_data_is_found() -> None:
    """Personal data that no longer fits its digest is an edit, too."""
    rows = [*ROWS]
    rows[PLACE - 1] = replace(rows[PLACE - 1], personal_intact=False)
    assert verify_chain(rows).fault == fault(JournalFaultKind.EDITED)


def test_an_edited_entry_with_a_fitting_digest_is_found_at_the_next() -> None:
    """Who recomputes one digest breaks the entry after it."""
    rows = [*ROWS]
    forged = sealed(head_at(PLACE - 1), b"forged")
    rows[PLACE - 1] = SealedRow(PLACE, forged.digest, b"forged")
    assert verify_chain(rows).fault == fault(JournalFaultKind.EDITED, PLACE + 1)


@pytest.mark.parametrize("gap", [slice(3, 4), slice(3, 7)])
def test_missing_entries_are_found(gap: slice) -> None:
    """A gap is reported at the first number that is gone."""
    rows = [*ROWS]
    del rows[gap]
    assert verify_chain(rows).fault == fault(JournalFaultKind.MISSING)


def test_a_missing_beginning_is_found() -> None:
    """Removed first entries are missed where no anchor stands for them."""
    assert verify_chain(ROWS[2:]).fault == fault(JournalFaultKind.MISSING, 1)


@pytest.mark.parametrize("with_digest", [True, False])
@pytest.mark.parametrize("other", [PLACE + 1, PLACE + 4])
def test_swapped_entries_are_found(*, other: int, with_digest: bool) -> None:
    """Entries that changed places are told from edited ones, with or without their digests."""
    rows = [*ROWS]
    one, two = rows[PLACE - 1], rows[other - 1]
    rows[PLACE - 1] = replace(two if with_digest else one, sequence=PLACE, entry=two.entry)
    rows[other - 1] = replace(one if with_digest else two, sequence=other, entry=one.entry)
    assert verify_chain(rows).fault == fault(JournalFaultKind.REORDERED)


def test_rows_out_of_sequence_are_found() -> None:
    """A number that comes a second time is an order that does not hold."""
    rows = [*ROWS[:3], ROWS[2], *ROWS[3:]]
    assert verify_chain(rows).fault == fault(JournalFaultKind.REORDERED)


def test_a_cut_end_is_found_with_a_known_head_only() -> None:
    """Without a head that was kept elsewhere a shorter chain is a good chain."""
    assert verify_chain(ROWS[: PLACE - 1]).fault is None
    report = verify_chain(ROWS[: PLACE - 1], known=[HEAD])
    assert report.fault == fault(JournalFaultKind.TRUNCATED)
    assert verify_chain([], known=[HEAD]).fault == fault(JournalFaultKind.TRUNCATED, 1)


def test_a_rewritten_chain_is_found_with_a_known_head_only() -> None:
    """A chain computed anew holds in itself and contradicts a head seen earlier."""
    rewritten, _ = chain_of([b"another past", *(row.entry for row in ROWS[1:])])
    assert verify_chain(rewritten).fault is None
    report = verify_chain(rewritten, known=[HEAD, head_at(PLACE)])
    assert report.fault == fault(JournalFaultKind.REWRITTEN)


def test_a_rewritten_anchor_is_found() -> None:
    """A past that was removed cannot be replaced by another anchor."""
    forged = JournalHead(3, bytes(32))
    rows, _ = chain_of([b"new"], forged)
    report = verify_chain(rows, anchor=forged, known=[head_at(3)])
    assert report.fault == fault(JournalFaultKind.REWRITTEN, 3)


def test_an_exported_head_is_read_back() -> None:
    """The line on the recovery sheet and in a file gives the head again."""
    assert find_head(f"some text\r\n{head_line(HEAD)}\r\n") == HEAD
    assert find_head("watchword journal head 0 " + "0" * 64) is None
    assert find_head("") is None


@given(st.lists(st.binary(max_size=8), min_size=2, max_size=8), st.data())
def test_any_single_change_is_found(entries: list[bytes], data: st.DataObject) -> None:
    """Against a known head no edit, removal or swap of one entry goes unnoticed."""
    rows, head = chain_of(entries)
    place = data.draw(st.integers(0, len(rows) - 1))
    kind = data.draw(st.sampled_from(["edit", "remove", "renumber"]))
    if kind == "edit":
        rows[place] = replace(rows[place], entry=rows[place].entry + b"x")
    else:
        del rows[place]
    if kind == "renumber":
        rows = [replace(row, sequence=number) for number, row in enumerate(rows, start=1)]
    assert verify_chain(rows, known=[head]).fault is not None


@pytest.mark.parametrize("sequence", [-1, 2**63, 10**30])
def test_a_head_that_no_journal_has_is_none(sequence: int) -> None:
    """Neither in a program nor in an exported text, where 19 digits can be too many."""
    with pytest.raises(ValueError, match="number"):
        JournalHead(sequence, bytes(32))
    assert find_head(f"watchword journal head {sequence} {bytes(32).hex()}") is None
