"""Laws of loading what is torn, broken or hostile: a document or one clear line, in linear time."""

import io
import json
import time
from contextlib import suppress

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from nktrade.core.documents import Document
from nktrade.documents import kind_of, load
from nktrade.documents.markup import tokens
from nktrade.errors import DocumentError

SOUP = st.text(alphabet="<>/!-=\"'&;# \n\ttdrpabx1", max_size=80)


@given(SOUP)
def test_tokens_are_in_order_and_within_the_page(soup: str) -> None:
    """No token overlaps another, whatever is broken."""
    end = 0
    for token in tokens(soup):
        assert end <= token.start < token.end <= len(soup)
        end = max(token.end, token.raw_end)


@given(
    st.one_of(
        st.binary(max_size=200),
        SOUP.map(str.encode),
        SOUP.map(lambda soup: f"<table>{soup}".encode()),
    )
)
def test_any_bytes_become_a_document_or_one_clear_line(data: bytes) -> None:
    """Nothing but a DocumentError is raised, and its message is one line."""
    assert kind_of(data)
    document = loaded(data)
    if isinstance(document, str):
        assert "\n" not in document
        return
    assert all(0 <= block.start < block.end <= len(document.text) for block in document.blocks)
    ends = [0, *(block.end for block in document.blocks)]
    assert all(end <= block.start for end, block in zip(ends, document.blocks, strict=False))
    for cell in (cell for table in document.tables for row in table.rows for cell in row):
        assert document.text[cell.start : cell.end] == cell.text
    low, high = document.source_span(0, len(document.text))
    assert low <= high


TORN = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.integers(0, 30),
        st.sampled_from(
            [b"", b"<", b'"', b"\\", b"\x00", b"\xff", b"\n", b"</div>", b"<table>", b"{", b"&#"]
        ),
    ),
    max_size=6,
)


@pytest.mark.parametrize("kind", ["page", "record", "pdf", "workbook"])
@given(TORN)
def test_a_torn_file_is_read_or_refused(files: dict[str, bytes], kind: str, tears: list) -> None:
    """Bytes cut out and put in anywhere: a document, or one printable line that says why not."""
    data = files[kind]
    for place, length, put in tears:
        start = int(place * len(data))
        data = data[:start] + put + data[start + length :]
    document = loaded(data)
    assert isinstance(document, Document) or document.isprintable()


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """A sound file of each kind."""
    drawn, book = io.BytesIO(), io.BytesIO()
    canvas = Canvas(drawn)
    canvas.drawString(72, 720, "Exports were $12.96 million.")
    canvas.save()
    workbook = openpyxl.Workbook()
    workbook.active.append(["June", 12.96])
    workbook.save(book)
    page = "<html><body><h1>Trade</h1><p>It fell.</p><table><tr><td>1<td>2</table></body></html>"
    record = json.dumps([{"title": {"rendered": "Trade"}, "content": {"rendered": page}}])
    return {
        "page": page.encode(),
        "record": record.encode(),
        "pdf": drawn.getvalue(),
        "workbook": book.getvalue(),
    }


def loaded(data: bytes) -> Document | str:
    """The document, or the words in which it was refused."""
    try:
        return load(data)
    except DocumentError as error:
        return str(error)


HOSTILE = {
    "digits": ("", "1234567890"),
    "one word": ("", "a"),
    "pipes": ("", "|1|2|\n"),
    "wide blanks": ("", "1  2\n"),
    "long rows": ("", "1  "),
    "credits": ("", "Image " * 90 + "\n"),
    "front matter": ("---\n", "a: b\n"),
    "angle brackets": ("<p>", "<"),
    "ampersands": ("<p>", "&"),
    "entities": ("<p>", "&amp;"),
    "unended tags": ("<p>", "<a "),
    "unended values": ("<p>", '<a x="'),
    "mixed quotes": ("<p>", "<a x=\"' "),
    "comments": ("<p>", "<!--"),
    "scripts": ("<p>", "<script></scrip>"),
    "paragraphs": ("<p>", "<p>a"),
    "lists": ("<p>", "<li>a"),
    "nested tags": ("<p>", "<div>a"),
    "closing tags": ("<p>", "</div>"),
    "spans": ("<table>", "<tr><td rowspan=999 colspan=9>1<td>2"),
    "wide cells": ("<table>", "<td colspan=1000>1"),
    "record quotes": ('{"content":"', '"'),
    "record quotes and commas": ('{"content":"', '", '),
    "record backslashes": ('{"content":"', "\\"),
    "record tags": ('{"content":"', "</p></div>a"),
    "record brackets": ("", '{"a":['),
}


@pytest.mark.parametrize("shape", HOSTILE)
def test_hostile_text_costs_linear_time(shape: str) -> None:
    """Eight times the size costs far less than the sixty-four times of a quadratic reader."""
    head, unit = HOSTILE[shape]
    small, large = (
        seconds((head + unit * (size // len(unit))).encode()) for size in (10_000, 80_000)
    )
    assert large < 24 * max(small, 0.002)


def seconds(data: bytes) -> float:
    """The least processor time of two readings, limits on nesting out of the way."""
    spent = []
    for _ in range(2):
        start = time.process_time()
        with suppress(DocumentError):
            load(data, max_nesting=10**9)
        spent.append(time.process_time() - start)
    return min(spent)
