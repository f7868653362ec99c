"""Documents as a page and as text."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.document import Document, Heading, Paragraph, Table, html_of, text_of

HEADED = Table((("a", "1"), ("b", "")), ("Name", "Figure"))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_no_text_is_markup(text: str) -> None:
    """Whatever a customer is called, it stands on the page as it is and adds no element."""
    reader = _Reader()
    reader.feed(html_of(Document("T", "en", (Paragraph(text), Table(((text, text),))))))
    plain = _Reader()
    plain.feed(html_of(Document("T", "en", (Paragraph("x"), Table((("x", "x"),))))))
    assert reader.tags == plain.tags
    assert reader.text.count(text) >= 3


def test_a_page_is_whole_in_itself() -> None:
    """Heads, names of rows, line ends; nothing that is fetched or run."""
    page = html_of(Document("Sheet", "de", (Heading("Part"), HEADED, Table((("Phone", "1\n2"),)))))
    assert page.startswith('<!DOCTYPE html>\n<html lang="de">')
    assert "<title>Sheet</title>" in page
    assert "<h2>Part</h2>" in page
    assert '<th scope="col" align="left">Figure</th>' in page
    assert '<th scope="row" align="left">Phone</th><td>1<br>2</td>' in page
    assert "src=" not in page
    assert "<script" not in page


def test_text_wraps_and_leaves_out_empty_cells() -> None:
    """Under each head its cell; rows without heads begin with their name."""
    long = Paragraph("word " * 40)
    text = text_of(
        Document("Sheet", "en", (Heading("Part"), long, HEADED, Table((("Phone", "1\n2"),))))
    )
    assert text.startswith("Sheet\n=====\n\nPart\n----\n")
    assert "Name: a\nFigure: 1\n\nName: b\n" in text
    assert "Figure: \n" not in text
    assert "Phone: 1\n  2\n" in text
    assert max(map(len, text.splitlines())) <= 78


def test_empty_lines_stay() -> None:
    """A note with an empty line in it keeps it."""
    assert "a\n\nb" in text_of(Document("T", "en", (Paragraph("a\n\nb"),)))
