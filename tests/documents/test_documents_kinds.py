"""What a file is, by its bytes alone."""

import pytest

from nktrade.documents.kinds import kind_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "image"),
        (b"\x00\x00\x00\x18ftypmp42", "image"),
        (b"HTTP/1.1 200 OK\r\n\r\n%PDF-1.7\n", "pdf"),
        (b"<rss version='2.0'><channel>", "xml"),
        (b"<trade>12.5</trade>", "xml"),
        (b"<Inside N. Korea> Ships are coming again", "text"),
        (b"<Exclusive> Exports fell by 5%. <Photo>", "text"),
        (b"PK\x03\x04" + b"xl/workbook.xml", "excel"),
        (b"PK\x03\x04" + b"word/document.xml", "word"),
        (OLE + "Workbook".encode("utf-16-le"), "excel"),
        (OLE + "WordDocument".encode("utf-16-le"), "ole"),
        (b"month;exports\nMay;5\nJune;6\n", "csv"),
        (b"month;exports\nMay;5\nJune;6;7\n", "text"),
        (b"BM is short for Burma here.\n", "text"),
        (b"exports\x00fell", "binary"),
    ],
)
def test_a_kind_is_told_by_its_marks(data: bytes, kind: str) -> None:
    """Marks behind junk count, marks of plain letters alone do not, and archives are looked into."""
    assert kind_of(data) == kind
