"""A plain document of headings, paragraphs and tables, as one HTML page or as text.

The page is whole in itself: no script, no picture, nothing that is fetched. Its markup is what a
browser and Qt's own printing both understand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from textwrap import wrap
from typing import Final

_WIDTH: Final = 78
_STYLE: Final = (
    "body { font-family: sans-serif; font-size: 10pt; margin: 2em; max-width: 60em; }"
    " h1 { font-size: 16pt; } h2 { font-size: 12pt; margin-top: 1.5em; }"
    " table { border-collapse: collapse; width: 100%; }"
    " th, td { text-align: left; vertical-align: top; padding: 3px 8px 3px 0;"
    " border-bottom: 1px solid #cccccc; }"
    " th { white-space: nowrap; }"
    " @media print { body { margin: 0; } tr { page-break-inside: avoid; } }"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a part of the document."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some sentences."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many cells as there are heads; without heads the first cell names the others."""

    rows: tuple[tuple[str, ...], ...]
    heads: tuple[str, ...] = ()


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Document:
    """``language`` is the code of the language that the texts are in."""

    title: str
    language: str
    blocks: tuple[Block, ...]


def html_of(document: Document) -> str:
    """The document as a page of its own; every text is shown as it is, never read as markup."""
    title = escape(document.title)
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(document.language)}">',
        f'<head><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style></head>',
        f"<body><h1>{title}</h1>",
        *(line for block in document.blocks for line in _html_lines(block)),
        "</body></html>",
    ]
    return "\n".join(lines) + "\n"


def text_of(document: Document) -> str:
    """The document as text of 78 columns, where a word is not longer than that."""
    lines = [document.title, "=" * min(len(document.title), _WIDTH)]
    for block in document.blocks:
        lines += ["", *_text_lines(block)]
    return "\n".join(lines) + "\n"


def _html_lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(text):
            yield f"<h2>{escape(text)}</h2>"
        case Paragraph(text):
            yield f"<p>{_broken(text)}</p>"
        case Table(rows, heads):
            yield '<table cellspacing="0" cellpadding="3">'
            if heads:
                cells = "".join(
                    f'<th scope="col" align="left">{escape(head)}</th>' for head in heads
                )
                yield f"<thead><tr>{cells}</tr></thead>"
            for row in rows:
                yield f"<tr>{''.join(_html_cells(row, named=not heads))}</tr>"
            yield "</table>"


def _html_cells(row: tuple[str, ...], *, named: bool) -> Iterator[str]:
    for place, cell in enumerate(row):
        if named and place == 0:
            yield f'<th scope="row" align="left">{_broken(cell)}</th>'
        else:
            yield f"<td>{_broken(cell)}</td>"


def _broken(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _text_lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(text):
            yield text
            yield "-" * min(len(text), _WIDTH)
        case Paragraph(text):
            yield from _wrapped(text, "")
        case Table(rows, heads):
            for place, row in enumerate(rows):
                if heads and place:
                    yield ""
                yield from _text_row(row, heads)


def _text_row(row: tuple[str, ...], heads: tuple[str, ...]) -> Iterator[str]:
    """``head: cell`` lines; without heads the first cell and the others behind it."""
    if heads:
        for head, cell in zip(heads, row, strict=True):
            if cell:
                yield from _wrapped(f"{head}: {cell}", "  ")
    else:
        first, *others = row
        yield from _wrapped(f"{first}: {' '.join(others)}", "  ")


def _wrapped(text: str, indent: str) -> Iterator[str]:
    """Lines no wider than the page, those after the first indented."""
    for place, line in enumerate(text.split("\n")):
        yield from wrap(
            line,
            _WIDTH,
            initial_indent=indent if place else "",
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
