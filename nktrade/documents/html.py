"""HTML pages: main text, captions and tables told from what stands around them."""

import re

from nktrade.core.documents import Document
from nktrade.documents.datelines import labelled_day
from nktrade.documents.layout import laid_out
from nktrade.documents.metadata import metadata
from nktrade.documents.rendering import rendered
from nktrade.documents.sources import Source
from nktrade.errors import DocumentError

_PAGE = re.compile(r"<html\b", re.IGNORECASE)
_PAGE_END = re.compile(r"</(?:html|body)\b", re.IGNORECASE)
_PAGE_END_WITHIN = 4096


def read_html(source: Source) -> Document:
    """The document of a page.

    Raises:
        DocumentError: the page shows no text.
    """
    page = rendered(source.text, max_nesting=source.max_nesting, place=source.name)
    if not page.text.strip():
        raise DocumentError(
            f"{source.name}: found a page without text, expected an article; save the page as the "
            "browser shows it, or its text"
        )
    declared = metadata(source.text, max_nesting=source.max_nesting, place=source.name)
    known = declared._asdict() | {"date": declared.date or labelled_day(page.text)}
    return source.document(
        **laid_out(page, is_fragment=not _PAGE.search(source.text))._asdict(),
        **known,
        damaged=_damage(source.text),
    )


def _damage(text: str) -> tuple[str, ...]:
    ends = _PAGE_END.search(text, max(0, len(text) - _PAGE_END_WITHIN))
    return ("page ends before its end tag",) if _PAGE.search(text) and not ends else ()
