"""Dresses: what mail, spreadsheets and hands make of a table without changing a figure in it."""

import csv
import gzip
import io
import zipfile
from collections.abc import Callable, Mapping


def _parted(
    text: str, mark: str, *, before: tuple[str, ...] = (), after: tuple[str, ...] = ()
) -> str:
    """The same cells with another mark between them, and with columns before and behind."""
    stream = io.StringIO()
    rows = csv.reader(io.StringIO(text, newline=""))
    csv.writer(stream, delimiter=mark, lineterminator="\n").writerows(
        [*before, *row, *after] for row in rows
    )
    return stream.getvalue()


def _zipped(text: str) -> bytes:
    """An archive as one system packs it: with a file of its own beside the table."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("table.csv", text.encode())
        archive.writestr("__MACOSX/._table.csv", b"\0\1")
    return stream.getvalue()


PACKED: Mapping[str, Callable[[str], bytes]] = {
    "gzip": lambda text: gzip.compress(text.encode()),
    "zip": _zipped,
}
"""What any text may come in."""
DRESSES: Mapping[str, Callable[[str], bytes]] = {
    "semicolons": lambda text: _parted(text, ";").encode(),
    "tabs": lambda text: _parted(text, "\t").encode(),
    "bars": lambda text: _parted(text, "|").encode(),
    "a byte order mark": lambda text: text.encode("utf-8-sig"),
    "UTF-16": lambda text: _parted(text, "\t").encode("utf-16"),
    "empty columns": lambda text: _parted(text, ",", before=("",), after=("",)).encode(),
    "old line ends": lambda text: _parted(text, ",").replace("\n", "\r").encode(),
    "blank lines": lambda text: f"\n\n{text}\n\n".encode(),
    "a title": lambda text: f"what I downloaded\n\n{text}".encode(),
    **PACKED,
}
"""What a table with marks between its cells may come in, by name; each leads from its text to bytes."""
