"""Pages and records: body, title, caption and table apart from what surrounds them, with date and source."""

import datetime as dt
import json
from pathlib import Path

import pytest
from document_parts import PAGES, blocks

from nktrade.core.documents import Document
from nktrade.documents import load, load_all


def source_of(document: Document, printed: str) -> str:
    start = document.text.index(printed)
    source = Path(document.file).read_bytes().decode()
    return source[slice(*document.source_span(start, start + len(printed)))]


def test_a_page_is_told_from_its_furniture() -> None:
    """Body, title, caption and table stand apart from navigation, related articles and footer."""
    page = load(PAGES / "news_page.html")
    assert [kind for kind, _ in blocks(page)] == [
        "boilerplate",
        "title",
        "caption",
        "body",
        "table",
        "body",
        "boilerplate",
    ]
    assert "coal rose 300 percent" in blocks(page)[-1][1]
    assert "Exports reached $88.9 million." in page.text
    assert source_of(page, "$88.9 million") == "$88</strong>.<em>9</em> million"
    assert source_of(page, "North") == "North"
    assert source_of(page, "China’s") == "China&#8217;s"
    assert page.line(page.text.index("$88.9")) == 22


def test_a_page_says_when_it_was_published_not_when_it_was_changed() -> None:
    """The day of change, though declared first, is no date line."""
    page = load(PAGES / "news_page.html", date=dt.date(2001, 1, 1))
    assert page.date == dt.date(2019, 3, 26)
    assert (page.lang, page.publisher) == ("en", "The Yalu Observer")
    assert page.title == "Border trade slows again"
    assert page.url == "https://observer.example/2019/03/border-trade?a=1&b=2"
    assert page.damaged is None


def test_the_cells_of_a_page_never_touch_and_its_spans_are_unfolded() -> None:
    """A spanned cell stands in each of its places; a footnote mark is no digit; a blank is blank."""
    page = load(PAGES / "news_page.html")
    (table,) = page.tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Month", "Trade", "Trade"],
        ["Month", "Imports", "Exports"],
        ["January", "16.8 1)", "168.1"],
        ["February", "14.6 (-12.5)", ""],
    ]
    assert table.caption == "Unit: millions of USD"
    assert "January\t16.8 1)\t168.1\t\n" in page.text


def test_a_whole_record_reads_as_its_page() -> None:
    """Title, caption, body and table of a WordPress record, through escapes, entities and tags."""
    record = load(PAGES / "record_whole.json")
    assert blocks(record) == [
        ("title", "Coal “still” crosses"),
        ("caption", "A truck in May 2015 / Image: A. Reader"),
        ("body", "Exports came to $1.2\xa0million, “down 40%”."),
        ("boilerplate", "Next page : Sand"),
        ("table", "Month\tUSD\t\nJune\t1,200,000"),
    ]
    assert source_of(record, "$1.2\xa0million") == "$1.2<\\/strong>&nbsp;million"
    assert (record.date, record.damaged) == (dt.date(2018, 8, 2), None)
    assert (record.publisher, record.url) == ("The Yalu Observer", "https://observer.example/?p=17")


def test_a_damaged_record_is_read_as_far_as_it_goes() -> None:
    """Raw line breaks, half tags and a missing end leave caption, body and page link apart."""
    record = load(PAGES / "record_damaged.txt")
    assert blocks(record) == [
        ("title", "Sand follows coal"),
        ("boilerplate", '""'),
        ("caption", "Barges near the port, filmed in June 2014"),
        ("body", "Sand worth $3.4 million left in July, a trader said, “more than ever”."),
        ("boilerplate", "Next page :The price of sand..."),
        ("body", "A ton sold for $22"),
    ]
    assert record.damaged
    assert "ends inside the body" in record.damaged
    assert source_of(record, "“more than") == "\\u201cmore than"
    assert record.line(record.text.index("$22")) == 10


@pytest.mark.parametrize(
    ("charset", "codec", "text"),
    [
        ("euc-kr", "cp949", "대북 수출은 똠방 62% 줄었다."),
        ("gb2312", "gb18030", "对朝鲜出口镕下降62%。"),
        ("Shift_JIS", "cp932", "北朝鮮向け輸出①は62%減。"),
    ],
)
def test_a_page_is_read_in_the_charset_it_declares(charset: str, codec: str, text: str) -> None:
    """Old names mean what browsers take them to mean."""
    page = f'<html><head><meta charset="{charset}"></head><body><p>{text}</p></body></html>'
    document = load(page.encode(codec))
    assert document.text.strip() == text
    assert page[slice(*document.source_span(0, len(text)))] == text


def test_a_charset_is_believed_only_where_it_fits() -> None:
    """One bad byte in a page is noted; a byte order mark outranks the page's own word."""
    page = b'<meta charset="utf-8"><p>' + b"Exports fell. " * 20 + b"\xff</p>"
    assert "not valid utf-8" in (load(page).damaged or "")
    assert load(b'\xef\xbb\xbf<meta charset="euc-kr"><p>' + "수출".encode()).text == "수출\n"


def test_elements_whose_class_misleads_are_read_all_the_same() -> None:
    """A wrapper named after its sidebar does not hide the article in it."""
    page = (
        "<html><body><div class='sidebar-layout'><p>Exports fell 5 percent.</p></div></body></html>"
    )
    assert blocks(load(page.encode())) == [("body", "Exports fell 5 percent.")]


def test_seeds_are_read_with_their_captions_and_page_links_apart(shared: Path) -> None:
    """The founders' documents: nothing of the body is lost, and the damaged record is noted."""
    read = {
        one.id[:3]: one
        for one in load_all([shared / "seeds" / "*.txt"])
        if isinstance(one, Document)
    }
    assert read["003"].damaged
    assert read["003"].date == dt.date(2020, 4, 30)
    for seed, surface in {
        "002": "12,955,000 USD",
        "003": "$370 million",
        "004": "two meals",
    }.items():
        assert read[seed].block(read[seed].text.index(surface)) == "body"
    for seed, surface in {
        "000": "June of 2018",
        "002": "July 2017",
        "003": "Filmed in November",
    }.items():
        assert read[seed].block(read[seed].text.index(surface)) == "caption"
    assert read["002"].block(read["002"].text.index("Unit: millions")) == "table_note"
    for one in read.values():
        source = Path(one.file).read_bytes().decode()
        assert json.dumps(source[slice(*one.source_span(0, len(one.text)))])
