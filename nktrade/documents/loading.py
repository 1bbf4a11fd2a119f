"""Loading: a path, bytes or a text goes to the loader of its kind."""

import datetime as dt
import os
import re
from collections.abc import Callable
from pathlib import Path

from nktrade.core.documents import Document
from nktrade.documents.dates import given_day
from nktrade.documents.decoding import decode
from nktrade.documents.html import read_html
from nktrade.documents.kinds import kind_of
from nktrade.documents.pdf import read_pdf
from nktrade.documents.plain import read_plain
from nktrade.documents.sources import MAX_NESTING, MAX_SIZE, Source, one_line, without_surrogates
from nktrade.documents.wordpress import read_wordpress
from nktrade.errors import DocumentError


def _read_excel(source: Source) -> Document:
    from nktrade.documents.excel import read_excel  # noqa: PLC0415 - unpackers load when first needed

    return read_excel(source)


_LOADERS: dict[str, Callable[[Source], Document]] = {
    "text": read_plain,
    "csv": read_plain,
    "excel": _read_excel,
    "html": read_html,
    "json": read_wordpress,
    "pdf": read_pdf,
    "wordpress": read_wordpress,
}
_BINARY = frozenset({"pdf", "excel"})
_PATH = re.compile(r"[^\r\n<>\"|?*]{1,255}\.[A-Za-z][A-Za-z0-9]{0,4}|[!-~]{1,255}")


def load(
    source: str | os.PathLike[str] | bytes,
    *,
    date: dt.date | str | None = None,
    lang: str | None = None,
    encoding: str | None = None,
    max_size: int = MAX_SIZE,
    max_nesting: int = MAX_NESTING,
    name: str | None = None,
) -> Document:
    """One document from a path, bytes, or a text.

    A string is a path where such a file exists or it looks like one, else the text itself. ``name``
    is what bytes and texts are called; ``date`` fills in where the document has none.

    Raises:
        DocumentError: it cannot be read; the message says what was found and what to do.

    >>> load("Exports fell 92 percent in June.").text
    'Exports fell 92 percent in June.'
    """
    is_text = isinstance(source, str) and not is_path(source)
    data = without_surrogates(str(source)).encode() if is_text else _data(source, max_size)
    file = "" if is_text or isinstance(source, bytes) else str(Path(source))
    called = name or file or "text"
    _check_size(len(data), max_size, one_line(called))
    return _read(
        Source(
            data=data,
            name=one_line(called),
            id=Path(called).stem or called,
            file=file,
            date=given_day(date),
            lang=lang,
            encoding="utf-8" if is_text else encoding,
            max_size=max_size,
            max_nesting=max_nesting,
        ),
        kind="text" if is_text and kind_of(data) not in _LOADERS and data else kind_of(data),
    )


def _data(source: str | os.PathLike[str] | bytes, max_size: int) -> bytes:
    return source if isinstance(source, bytes) else bytes_of(Path(source), max_size)


def is_path(source: str) -> bool:
    """Whether a string is the path of a file that exists, or looks like one."""
    try:
        return bool(_PATH.fullmatch(source)) or bool(source and Path(source).exists())
    except (OSError, ValueError):  # too long, or a NUL, to be the name of a file
        return False


def bytes_of(path: Path, max_size: int) -> bytes:
    """The bytes of a file.

    Raises: DocumentError where it cannot be read, or holds more than it may.
    """
    try:
        _check_size(path.stat().st_size, max_size, one_line(str(path)))
        with path.open("rb") as file:
            return file.read(max_size + 1)  # a pipe or a device has no size and may have no end
    except IsADirectoryError:
        raise DocumentError(
            f"{one_line(str(path))}: found a folder, expected one file; give its files, or read it with load_all"
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(
            f"{one_line(str(path))}: found no readable file ({reason}), expected a document; check the path"
        ) from error


def _check_size(size: int, max_size: int, place: str) -> None:
    if size > max_size:
        raise DocumentError(
            f"{place}: found {size:,} bytes, expected at most {max_size:,}; "
            "raise the limit with --max-size (max_size=) or split the file"
        )


def _read(source: Source, kind: str) -> Document:
    reader = _LOADERS.get(kind)
    if reader is None:
        raise DocumentError(f"{source.name}: found {_FOUND.get(kind, kind)}, {_EXPECTED}")
    if kind not in _BINARY:
        text, damaged = decode(
            source.data,
            encoding=source.encoding,
            is_markup=kind == "html",
            place=source.name,
        )
        source = source.decoded(text, damaged)
    return reader(source)


_FOUND = {
    "empty": "an empty file",
    "image": "a picture",
    "word": "a Word document",
    "zip": "a zip archive that is no workbook",
    "gzip": "a gzip archive",
    "ole": "an old Office file that is no workbook",
    "binary": "binary data that is no text",
    "xml": "XML that is no page",
}
_EXPECTED = (
    "expected text, Markdown, an HTML page, a WordPress record, a PDF or a workbook; "
    "give the document itself, unpacked, or saved as one of these"
)
