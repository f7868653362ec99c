"""``import``, ``search`` and ``export``: the customers of a profile."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop_app.commands import exit_codes
from desktop_app.commands.interrupts import StoppingBetweenItems, nothing_changed_yet
from desktop_app.commands.targets import target_of
from desktop_app.commands.terminal import ProgressBar, Terminal, counted_rows, table
from desktop_app.core import customer_export, journal_export
from desktop_app.core.customer_import import ListLayout, ListOptions, inspect_list
from desktop_app.core.entities import (
    EventKind,
    ImportCounts,
    JournalQuery,
    RejectedRow,
    SearchHit,
)
from desktop_app.core.list_import import ListImport, Rejects
from desktop_app.core.phones import display
from desktop_app.core.spreadsheet import write_rows
from desktop_app.gui.texts import import_texts, sentences
from desktop_app.profiles.base import OpenProfile
from desktop_app.system.files import written_whole
from desktop_app.system.list_files import RejectsFile, name_for_journal, open_list

translate = QCoreApplication.translate


def import_customers(profile: OpenProfile, terminal: Terminal, options: Namespace) -> int:
    """Insert or update customers from a list, in one transaction."""
    path: Path = options.file.absolute()
    in_use = (path, *profile.profile.files)
    target = None if options.rejects is None else target_of(options.rejects, in_use)
    with open_list(path) as stream, _rejects_file(target) as write:
        with nothing_changed_yet():
            layout = inspect_list(stream, _list_options(options), profile.storage.lists.mapping)
        rejects = Rejects(write)
        size = path.stat().st_size or 1
        with (
            StoppingBetweenItems() as stopping,
            ProgressBar(terminal.stderr, lambda: stream.tell() / size) as bar,
        ):
            counts = ListImport(stream, layout, name_for_journal(path), stopping.through).run(
                profile.storage.customers,
                rejects,
                lambda progress: bar.update(progress.rows),
                trial=options.trial,
            )
    _report_import(terminal, layout, counts, rejects, options)
    return exit_codes.DONE


def _list_options(options: Namespace) -> ListOptions:
    return ListOptions(
        options.encoding or "",
        options.delimiter or "",
        tuple(options.map),
        has_heads=not options.no_heads,
    )


def _rejects_file(
    path: Path | None,
) -> AbstractContextManager[Callable[[RejectedRow], None]]:
    if path is None:
        return nullcontext(lambda _row: None)
    return _WritingRejects(RejectsFile(path, import_texts.reject_heads(), sentences.reject_reason))


class _WritingRejects(AbstractContextManager[Callable[[RejectedRow], None]]):
    """A rejects file as the call that writes a row."""

    def __init__(self, file: RejectsFile) -> None:
        self._file = file

    def __enter__(self) -> Callable[[RejectedRow], None]:
        return self._file.__enter__().write

    def __exit__(self, *failure: object) -> None:
        self._file.__exit__(*failure)  # type: ignore[arg-type]  # the three of every context


def _report_import(
    terminal: Terminal,
    layout: ListLayout,
    counts: ImportCounts,
    rejects: Rejects,
    options: Namespace,
) -> None:
    read = counts.new + counts.updated + counts.unchanged + rejects.count
    document: dict[str, Any] = {
        "read": read,
        "new": counts.new,
        "updated": counts.updated,
        "unchanged": counts.unchanged,
        "rejected": rejects.count,
        "trial": options.trial,
        "encoding": layout.encoding,
        "delimiter": layout.delimiter,
        "remembered": layout.is_remembered,
        "columns": {layout.heads[index]: field for index, field in layout.columns},
        "ignored": list(layout.secret_heads),
        "warning": import_texts.secrets_note(layout.secret_heads),
    }

    def words() -> Iterator[str]:
        yield translate("Commands", "Columns: {columns}").format(
            columns=", ".join(f"{layout.heads[index]} → {field}" for index, field in layout.columns)
        )
        yield translate(
            "Commands",
            "{read} read: {new} new, {updated} updated, {unchanged} unchanged,"
            " {rejected} rejected.",
        ).format(**{name: document[name] for name in _COUNTS})
        for row in rejects.first:
            yield translate("Commands", "  line {line}: {reason}").format(
                line=row.line, reason=sentences.reject_reason(row.reason)
            )
        if options.rejects is not None and rejects.count:
            yield translate("Commands", "  all of them: {path}").format(path=options.rejects)
        elif rejects.count > len(rejects.first):
            yield translate("Commands", "  … all of them with --rejects FILE")
        if options.trial:
            yield translate("Commands", "This was a trial: nothing was written.")

    terminal.report(document, lambda: list(words()))
    if document["warning"]:
        terminal.complain(document["warning"])


_COUNTS = ("read", "new", "updated", "unchanged", "rejected")


def search(profile: OpenProfile, terminal: Terminal, options: Namespace) -> int:
    """Find customers as the window does."""
    text = " ".join(options.text)
    result = profile.storage.customers.search(text, options.limit)
    terminal.report(
        {"customers": [_hit_document(hit) for hit in result.hits], "more": result.more},
        lambda: _hit_table(result.hits, text, more=result.more),
    )
    return exit_codes.DONE


def _hit_document(hit: SearchHit) -> dict[str, object]:
    customer = hit.customer
    return {
        "number": customer.number,
        "name": customer.name,
        "company": customer.company,
        "phones": list(customer.phones),
        "emails": list(customer.emails),
        "domains": list(customer.domains),
        "active": customer.active,
        "password": hit.state.value,
        "caution": hit.caution,
        "found_by": hit.kind.value,
    }


def _hit_table(hits: tuple[SearchHit, ...], text: str, *, more: bool) -> list[str]:
    if not hits:
        return [translate("Commands", "No customer matches “{text}”.").format(text=text)]
    lines = table(
        [
            (
                hit.customer.number,
                hit.customer.name,
                hit.customer.company,
                display(hit.customer.phones[0]) if hit.customer.phones else "",
                sentences.state_phrase(hit.state),
            )
            for hit in hits
        ]
    )
    return [*lines, translate("Commands", "… and more: use --limit N")] if more else lines


def export(profile: OpenProfile, terminal: Terminal, options: Namespace) -> int:
    """Write customers or the journal as CSV; the export itself is journalled."""
    target = target_of(options.file, profile.profile.files)
    with written_whole(target) as stream:
        if options.what == "customers":
            rows = map(customer_export.row, profile.storage.customers.export())
            count = write_rows(stream, customer_export.HEADS, rows)
        else:
            entries = journal_export.every_entry(profile.storage.journal.entries, JournalQuery())
            count = journal_export.write_entries(stream, entries).entries
        profile.storage.journal.record(
            EventKind.EXPORTED, options.what, {"file": name_for_journal(target), "rows": str(count)}
        )
    terminal.report(
        {"file": str(target), "rows": count},
        lambda: [
            translate("Commands", "{rows} written: {path}").format(
                rows=counted_rows(count), path=target
            )
        ],
    )
    return exit_codes.DONE
