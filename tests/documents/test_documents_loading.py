"""Loading: what a file is, and what of it is text."""

import datetime as dt
import io
import pickle
from pathlib import Path

import openpyxl
import pytest
from document_parts import PAGES, blocks
from reportlab.pdfgen import canvas

from nktrade.core.documents import Document, Unread
from nktrade.documents import kind_of, load, load_all


def pdf(*pages: str) -> bytes:
    buffer = io.BytesIO()
    drawn = canvas.Canvas(buffer)
    for page in pages:
        drawn.drawString(72, 720, page)
        drawn.showPage()
    drawn.save()
    return buffer.getvalue()


def workbook(*rows: list[object]) -> bytes:
    buffer, book = io.BytesIO(), openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"Exports fell.", "text"),
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"# Note\n\nExports fell, imports rose, and trade\nfell, imports rose, and trade", "text"),
        (b"<!-- saved -->\n<!DOCTYPE html><p>x", "html"),
        (b'<?xml version="1.0"?><html><p>x', "html"),
        (b'<?xml version="1.0"?><rss/>', "xml"),
        (b"< 5 percent of exports", "text"),
        (b'[{"title":{"rendered":"x"}}]', "wordpress"),
        (b'{"variables": {}}', "json"),
        (b"[North Korea] exports coal", "text"),
        (b"reporter,partner,value\nCHN,PRK,12\n", "csv"),
        (b"a\tb\n1\t2\n", "csv"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"BMW exports rose.", "text"),
        (b"%PDF-1.7", "pdf"),
        (b"PK\x03\x04....", "zip"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"a\x00b", "binary"),
        ("\ufeffExports".encode("utf-16"), "text"),
        (b"PAR1\x15\x00", "parquet"),
    ],
)
def test_what_a_file_is_follows_from_its_bytes(data: bytes, kind: str) -> None:
    """No name is asked."""
    assert kind_of(data) == kind


def test_front_matter_gives_date_title_source_url_and_language() -> None:
    """What stands in the block is not text; offsets lead past it."""
    text = "---\ndate: 2018-08-20\ntitle: 'Trade: June'\nsource: Observer\nurl: https://x.example\nlang: en\n---\n"
    document = load((text + "Exports fell.").encode(), lang=None)
    assert document.text == "Exports fell."
    assert document.source_span(0, 7) == (len(text), len(text) + 7)
    assert document.date == dt.date(2018, 8, 20)
    assert (document.title, document.publisher) == ("Trade: June", "Observer")
    assert (document.url, document.lang) == ("https://x.example", "en")


@pytest.mark.parametrize(
    "text", ["---\nExports fell.\n---\nmore", "---\ndate: 2018", "--- \n\n---\nx"]
)
def test_a_ruled_line_is_no_front_matter(text: str) -> None:
    """Only a closed block of keys and values is one."""
    assert load(text.encode()).text == text


def test_tables_in_plain_text_keep_blanks_units_and_places() -> None:
    """Pipes, wide blanks and tabs make tables; prose with wide blanks makes none."""
    text = (
        "Unit: millions of USD\n| Month | Exports |\n|---|---:|\n| June | 12.96 |\n| July | |\n\n"
        "It fell.\n\nGoods      2017       2018\nCoal      401.0\nSand                  22.5\n\n"
        "End.  Two blanks\nstand  here.\n\n품목\t2018\n석탄\t-\n의류\t500\n단위: 천 달러\n"
    )
    document = load(text.encode())
    pipes, wide, tabs = document.tables
    assert [[cell.text for cell in row] for row in pipes.rows][1:] == [
        ["June", "12.96"],
        ["July", ""],
    ]
    assert pipes.note == "Unit: millions of USD"
    assert [[cell.text for cell in row] for row in wide.rows][1:] == [
        ["Coal", "401.0", ""],
        ["Sand", "", "22.5"],
    ]
    assert tabs.note == "단위: 천 달러"
    assert document.block(text.index("Two blanks")) == "body"
    assert document.block(text.index("401.0")) == "table"


def test_a_label_between_rows_belongs_to_the_table() -> None:
    """A heading such as Exports stands in a row of its own, blank in every other column."""
    text = "Item        2016     2017\nImports\nZinc          42      7.5\nExports\nFuel          72     11.3\n"
    (table,) = load(text.encode()).tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Item", "2016", "2017"],
        ["Imports", "", ""],
        ["Zinc", "42", "7.5"],
        ["Exports", "", ""],
        ["Fuel", "72", "11.3"],
    ]


def test_a_table_announced_and_absent_leaves_its_note() -> None:
    """The unit note of a lost table is a block of its own kind."""
    document = load(
        "Exports fell.\n\nPercent changes in brackets / Unit: millions of USD / Source: customs\n"
    )
    assert [kind for kind, _ in blocks(document)] == ["body", "table_note"]
    assert document.tables == ()


def test_a_pdf_is_the_text_of_its_pages() -> None:
    """Each page begins where the document says."""
    document = load(
        pdf("Exports were $12.96 million.", "Imports were $204.19 million."), name="a/note.pdf"
    )
    assert document.id == "note"
    assert document.text[document.pages[1] :].startswith("Imports were $204.19 million.")


def test_a_workbook_is_its_sheets() -> None:
    """Whole numbers carry no decimal point, days no hour; the unit note is found."""
    document = load(
        workbook(["Unit: USD"], ["Day", "Exports"], [dt.date(2018, 6, 30), 12955000.0], [None, 1.5])
    )
    (table,) = document.tables
    assert [[cell.text for cell in row] for row in table.rows[2:]] == [
        ["2018-06-30", "12955000"],
        ["", "1.5"],
    ]
    assert (table.caption, table.note) == ("Sheet", "Unit: USD")


def test_a_string_is_a_text_or_a_path() -> None:
    """A sentence is a text in any script; what looks like a file is one."""
    assert load("朝鲜出口下降62%。").text == "朝鲜出口下降62%。"
    assert load(str(PAGES / "news_page.html")).id == "news_page"
    assert load("half \ud83d a pair \x00").text == "half \ufffd a pair \x00"


def test_a_folder_gives_documents_and_what_could_not_be_read(tmp_path: Path) -> None:
    """Files come in order, once, under their stems; colliding stems under their relative paths."""
    for name in ("b/one.txt", "a/one.txt", "a/two.md", ".hidden/x.txt", "a/.y.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Exports fell.", encoding="utf-8")
    (tmp_path / "b/pic.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    read = list(load_all([tmp_path, tmp_path / "a/two.md", str(tmp_path / "*/one.txt")]))
    assert [one.id for one in read if isinstance(one, Document)] == [
        "a/one.txt",
        "two",
        "b/one.txt",
    ]
    (unread,) = (one for one in read if isinstance(one, Unread))
    assert unread.file.endswith("pic.txt")
    assert "a picture" in unread.reason


def test_a_document_is_hashable_and_picklable() -> None:
    """Records travel between processes and stand in sets."""
    document = load(PAGES / "record_whole.json")
    assert pickle.loads(pickle.dumps(document)) == document  # noqa: S301 - our own bytes
    assert len({document, load(PAGES / "record_whole.json")}) == 1
    assert "\n" not in repr(document)
