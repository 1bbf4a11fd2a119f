"""Kinds: what a file is, decided by its content and never by its name."""

import codecs
import csv
import itertools
import re

_HEAD = 65536
_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"PAR1", "parquet"),
    (b"ARROW1", "arrow"),
    (b"SQLite format 3\x00", "sqlite"),
    (b"\x7fELF", "program"),
    (b"MZ", "program"),
)
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PAGE_START = re.compile(
    r"(?>(?:<\?xml[^>]{0,200}\?>|<!--.{0,4096}?-->)\s*+)*+"
    r"<(?:!doctype\s+html|html|head|body|meta|title|article|section|main|div|table|p|h[1-6]|ul|ol"
    r"|figure|span|header|nav|script|link|center|font|b|strong|blockquote|pre)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML_START = re.compile(
    r"<\?xml\b|<[A-Za-z_][\w:.-]*(?:\s+[\w:.-]+\s?=[^<>]*+|\s*+)>\s*+(?:<[A-Za-z/!?]|[^<]{0,1000}+</)"
)
"""A declaration, or an element that holds another or ends: <Inside N. Korea> heads a report."""
_JSON_START = re.compile(r"\{\s*(?:\"|\}|\Z)|\[\s*(?:[\[{\"\]\d-]|true|false|null|\Z)")
_RECORD = re.compile(r"\"rendered\"\s*:")
_FEWEST_LINES = 2
_LINES_TRIED = 20
_LONGEST_HEADING = 60


def kind_of(data: bytes) -> str:
    """What the bytes are: text, html, wordpress, json, csv, pdf, excel, xml, empty, or a binary.

    Of binaries it says which: image, word, zip, gzip, ole, parquet, sqlite, ..., else binary.

    >>> kind_of(b"%PDF-1.7"), kind_of(b"Exports fell."), kind_of(b"<p>Exports fell.</p>")
    ('pdf', 'text', 'html')
    """
    head = data[:_HEAD]
    if (binary := _binary_kind(data, head)) is not None:
        return binary
    text = _ascii_view(head).lstrip()
    if not text:
        return "empty"
    if _JSON_START.match(text):
        return "wordpress" if _RECORD.search(text) else "json"
    if text[0] == "<":
        if _PAGE_START.match(text) or "<html" in text.lower():
            return "html"
        return "xml" if _XML_START.match(text) else "text"
    return "csv" if _is_separated(text, is_cut=len(data) > _HEAD) else "text"


def byte_order_mark(data: bytes) -> tuple[bytes, str] | None:
    """The mark at the head of the bytes and the encoding it declares."""
    return next((one for one in BYTE_ORDER_MARKS if data.startswith(one[0])), None)


def _binary_kind(data: bytes, head: bytes) -> str | None:
    for magic, kind in _MAGIC:
        if head.startswith(magic) and not _is_only_letters(magic, head):
            return _archive_kind(data) if kind in {"zip", "ole"} else kind
    if (head[:4] == b"RIFF" and head[8:12] == b"WEBP") or head[4:8] == b"ftyp":
        return "image"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    return "binary" if b"\x00" in head and byte_order_mark(head) is None else None


def _is_only_letters(magic: bytes, head: bytes) -> bool:
    """Whether a mark of plain letters (BM, MZ) begins what is else plain text."""
    return magic.isalnum() and b"\x00" not in head[:512]


def _archive_kind(data: bytes) -> str:
    if data.startswith(b"PK"):
        if b"word/document" in data:
            return "word"
        return "excel" if b"xl/workbook" in data else "zip"
    book = "Workbook".encode("utf-16-le") in data or "Book".encode("utf-16-le") in data
    return "excel" if book else "ole"


def _ascii_view(head: bytes) -> str:
    """The head with its ASCII characters right, which is all that the marks of a kind need."""
    mark = byte_order_mark(head)
    if mark is None:
        return head.decode("latin-1")
    return head[len(mark[0]) :].decode(mark[1], "ignore")


def _is_separated(text: str, *, is_cut: bool) -> bool:
    """Whether rows of one width, under short headings, stand between commas, tabs or the like."""
    lines = [line for line in text.splitlines() if line.strip()]
    lines = (lines[:-1] if is_cut and len(lines) > 1 else lines)[:_LINES_TRIED]
    return len(lines) >= _FEWEST_LINES and any(_has_rows(lines, mark) for mark in ",;\t")


def _has_rows(lines: list[str], mark: str) -> bool:
    rows = list(csv.reader(lines, delimiter=mark))  # short whole lines, at which it never stops
    headings = rows[0]
    return (
        len(headings) > 1
        and len({len(row) for row in itertools.islice(rows, _LINES_TRIED)}) == 1
        and all(len(one) <= _LONGEST_HEADING and one[:1] != " " for one in headings)
    )
