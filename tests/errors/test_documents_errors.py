"""What cannot be read is told in one line: place, what was found, what was expected, what to do."""

import io
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import nktrade as nk
from nktrade.core.documents import Unread
from nktrade.documents import load, load_all
from nktrade.errors import CheckError, DocumentError, NktradeError


def scattered() -> bytes:
    buffer, book = io.BytesIO(), openpyxl.Workbook()
    book.active["A1"] = book.active["XFD1048576"] = 1
    book.save(buffer)
    return buffer.getvalue()


def empty_book() -> bytes:
    buffer = io.BytesIO()
    openpyxl.Workbook().save(buffer)
    return buffer.getvalue()


CASES = {
    "empty": (b"", "an empty file"),
    "picture": (b"\xff\xd8\xff\xe0", "a picture"),
    "zip": (b"PK\x03\x04", "a zip archive"),
    "word": (b"PK\x03\x04word/document.xml", "a Word document"),
    "binary": (b"\x01\x00\x02", "binary data"),
    "parquet": (b"PAR1\x15\x00", "parquet"),
    "feed": (b'<?xml version="1.0"?><rss></rss>', "XML that is no page"),
    "undeclared": ("대북 수출".encode("euc-kr"), "not UTF-8 (line 1, byte 0)"),
    "misdeclared": (b'<meta charset="utf-8"><p>' + "대북 수출".encode("euc-kr"), "not utf-8"),
    "unknown charset": (b'<meta charset="klingon"><p>x', "klingon"),
    "no body": (b'{"variables": {"x": 1}}', "JSON without body text (keys: variables.x"),
    "several": (b'[{"content":"a"},{"content":"b"}]', "2 records"),
    "blank page": (b"<html><script>x</script></html>", "a page without text"),
    "deep page": (b"<div>" * 600, "max_nesting="),
    "deep record": (b"[" * 600, "max_nesting="),
    "broken pdf": (b"%PDF-1.4 x", "a PDF that cannot be read"),
    "broken workbook": (b"PK\x03\x04 xl/workbook", "a workbook that cannot be read"),
    "scattered workbook": (scattered(), "17,179,869,184 places"),
    "empty workbook": (empty_book(), "a workbook without cells"),
}


@pytest.mark.parametrize("case", CASES)
def test_wrong_input_gets_one_clear_line(case: str) -> None:
    """Each names the place and says what was found."""
    data, found = CASES[case]
    with pytest.raises(DocumentError) as caught:
        load(data, name="in/file.x")
    message = str(caught.value)
    assert message.startswith("in/file.x: found ")
    assert found in message
    assert "expected" in message
    assert "\n" not in message


def test_a_missing_file_is_named() -> None:
    """So is one that looks like a path."""
    with pytest.raises(DocumentError, match=r"^nowhere/article\.html: found no readable file"):
        load("nowhere/article.html")


def test_a_folder_is_not_a_document(tmp_path: Path) -> None:
    """The message says which function reads it."""
    with pytest.raises(DocumentError, match="load_all"):
        load(tmp_path)


def test_what_is_too_large_says_how_to_raise_the_limit(tmp_path: Path) -> None:
    """The size is checked before anything is read."""
    (tmp_path / "a.txt").write_bytes(b"x" * 101)
    with pytest.raises(DocumentError, match=r"found 101 bytes, expected at most 100; .*--max-size"):
        load(tmp_path / "a.txt", max_size=100)


@pytest.mark.parametrize("pattern", ["", "*.txt"])
def test_a_folder_or_pattern_without_documents_is_unread(tmp_path: Path, pattern: str) -> None:
    """It comes out with its reason, so that other arguments are still read."""
    (unread,) = load_all([tmp_path / pattern])
    assert isinstance(unread, Unread)
    assert "expected at least one" in unread.reason


@pytest.mark.parametrize("road", [nk.check, nk.read, nk.lineage])
@pytest.mark.parametrize("name", ["nope.txt", "", "*.txt"])
def test_a_single_source_that_leads_nowhere_stops_the_road(
    road: Callable[..., object], name: str, tmp_path: Path
) -> None:
    """A mistyped path is no report without findings; beside others it is named, and they are read."""
    with pytest.raises(DocumentError, match="expected"):
        road(tmp_path / name)
    brief = "China exported $5 million of coal in May 2018."
    assert [one.file for one in nk.read([brief, tmp_path / name]).unread] == [str(tmp_path / name)]


@pytest.mark.parametrize("source", [5, None, b"a text", ["a text", 5]])
def test_what_is_no_source_is_named_by_its_type(source: Any) -> None:  # noqa: ANN401 - anything at all
    """A slip in a notebook is told in a line, not by the first function that trips over it."""
    with pytest.raises(DocumentError, match=r"source: found (int|NoneType|bytes), expected a path"):
        nk.check(source)


def test_a_language_or_a_baseline_that_is_unknown_is_told_whatever_the_text_says() -> None:
    """Nothing read and nothing found would look like nothing wrong."""
    with pytest.raises(CheckError, match="lang: found 'kr', expected a language; known: en, ja"):
        nk.check("중국의 대북 수출은 500만 달러였다.", lang="kr")
    with pytest.raises(NktradeError, match="chna_customs"):
        nk.check("Nothing is said of trade here.", against="chna_customs")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"date": "June 2018"}, "date: found 'June 2018', expected a day as YYYY-MM-DD"),
        ({"date": 2018}, "date: found 2018, expected a day as YYYY-MM-DD"),
        ({"context": "no"}, "context: found 'no', expected \"none\""),
        (
            {"checks": "total"},
            "checks: found 't', expected checks, such as those in nktrade.CHECKS",
        ),
    ],
)
def test_an_argument_of_another_kind_is_named(given: dict[str, Any], words: str) -> None:
    """Never by the first function that trips over it, and never passed over in silence."""
    with pytest.raises(NktradeError, match=words):
        nk.check("Nothing is said of trade here.", **given)


def test_a_day_may_be_given_as_it_is_written() -> None:
    """A notebook need not import datetime for a date line."""
    (one,) = nk.read("In June exports fell.", date="2018-08-20").checked
    assert one.document.date == date(2018, 8, 20)


@pytest.mark.parametrize(
    ("data", "module", "extra"),
    [(b"%PDF-1.7", "pypdf", "pdf"), (b"PK\x03\x04xl/workbook", "python_calamine", "excel")],
)
def test_a_missing_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, data: bytes, module: str, extra: str
) -> None:
    """Never another answer."""
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(DocumentError, match=rf"pip install 'nktrade\[{extra}\]'"):
        load(data)


def test_an_unread_date_in_front_matter_is_noted() -> None:
    """The text is read, and the damage told."""
    document = load(b"---\ndate: last Tuesday\n---\nExports fell.")
    assert document.date is None
    assert "last Tuesday" in (document.damaged or "")
