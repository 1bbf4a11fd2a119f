"""PDF: the text of the pages in order, each ended by a newline. Needs the extra ``pdf``."""

import io
import logging
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import accumulate
from typing import TYPE_CHECKING

from nktrade.core.documents import Document
from nktrade.documents.blocks import blocks_of_text
from nktrade.documents.layout import with_tables
from nktrade.documents.sources import Source, one_line, without_surrogates
from nktrade.errors import DocumentError

if TYPE_CHECKING:
    from pypdf import PdfReader

MAX_PAGES = 2000
_MALFORMED = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    zlib.error,
)
"""What the library raises, besides its own errors, on files that are not as they should be."""


def read_pdf(source: Source) -> Document:
    """The document of a PDF.

    Raises:
        DocumentError: the extra is missing, the file is broken, locked, too large, or a mere scan.
    """
    try:
        from pypdf import PdfReader  # noqa: PLC0415 - an extra, loaded when first needed
        from pypdf.errors import DeprecationError, PyPdfError  # noqa: PLC0415 - as above
    except ImportError as error:
        raise DocumentError(
            f"{source.name}: found a PDF, expected the extra that reads it; "
            "install it with: pip install 'nktrade[pdf]'"
        ) from error
    with _noted() as notes:
        try:
            reader = PdfReader(io.BytesIO(source.data))
            texts = list(_pages(source, reader))
            title = reader.metadata.title if reader.metadata else None
        except (PyPdfError, DeprecationError, *_MALFORMED) as error:
            reason = one_line(str(error)[:100]) or type(error).__name__
            raise DocumentError(
                f"{source.name}: found a PDF that cannot be read ({reason}), expected a whole one "
                "without a password; save it anew, or its text"
            ) from error
    return _document(source, texts, title, notes)


def _document(source: Source, texts: list[str], title: str | None, notes: list[str]) -> Document:
    text = "".join(texts)
    if not text.strip():
        raise DocumentError(
            f"{source.name}: found {len(texts)} pages without text (a scan?), expected text; "
            "recognise its characters first, and give the text"
        )
    blocks, tables = with_tables(text, blocks_of_text(text))
    return source.decoded(text, ()).document(
        text,
        origin=None,
        damaged=(f"the PDF is not quite whole: {notes[0]}",) if notes else (),
        title=title or None,
        blocks=blocks,
        tables=tables,
        pages=tuple(accumulate((len(one) for one in texts[:-1]), initial=0)),
    )


def _pages(source: Source, reader: "PdfReader") -> Iterator[str]:
    count, size = len(reader.pages), 0
    if count > MAX_PAGES:
        raise DocumentError(
            f"{source.name}: found {count} pages, expected at most {MAX_PAGES}; split the file"
        )
    for page in reader.pages:
        contents = page.get_contents()
        size += len(contents.get_data()) if contents is not None else 0
        if size > source.max_size:
            raise DocumentError(
                f"{source.name}: found pages that unpack to more than {source.max_size:,} bytes, "
                "expected at most that; raise the limit with --max-size (max_size=)"
            )
        yield without_surrogates(page.extract_text()) + "\n"


@contextmanager
def _noted() -> Iterator[list[str]]:
    """What the library says in its log meanwhile, kept off the terminal."""
    notes: list[str] = []

    class _Notes(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            notes.append(record.getMessage().splitlines()[0])

    logger, handler = logging.getLogger("pypdf"), _Notes(logging.WARNING)
    logger.addHandler(handler)
    try:
        yield notes
    finally:
        logger.removeHandler(handler)
