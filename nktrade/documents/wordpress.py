"""WordPress REST records: JSON whose title and content are HTML, whole or damaged."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from nktrade.core.documents import Document
from nktrade.documents.dates import day_of
from nktrade.documents.layout import after_title, laid_out
from nktrade.documents.markup import decoded
from nktrade.documents.records import Entry, entries, unescaped
from nktrade.documents.rendering import Rendering, rendered
from nktrade.documents.sources import Source, one_line
from nktrade.errors import DocumentError

_BODIES = ("content.rendered", "content.raw", "content", "body", "text")
_TITLES = ("title.rendered", "title.raw", "title")
_DATES = ("date", "yoast_head_json.article_published_time", "date_gmt", "published")
_PUBLISHERS = ("yoast_head_json.og_site_name", "publisher")
_LINE_BREAK = re.compile(r"[\r\n]")
_LONGEST_KEY, _MOST_KEYS = 40, 8


def read_wordpress(source: Source) -> Document:
    """The document of the one record in a JSON file.

    Raises:
        DocumentError: it holds no body text, or several records.
    """
    found = _records(source)
    if len(found) > 1:
        raise DocumentError(
            f"{source.name}: found {len(found)} records, expected one; save each in a file of its own"
        )
    return _document(source, found[0] if found else {})


def _records(source: Source) -> list[dict[str, Entry]]:
    """For each record with a body its entries by path, the first of each."""
    records: dict[int, dict[str, Entry]] = {}
    for entry in entries(source.text, max_nesting=source.max_nesting, place=source.name):
        records.setdefault(entry.number, {}).setdefault(entry.path, entry)
    told = [record for record in records.values() if _first(record, _BODIES)]
    return told or list(records.values())[:1]


def _document(source: Source, record: Mapping[str, Entry]) -> Document:
    body = _first(record, _BODIES)
    page = _page(source, body) if body else None
    if body is None or page is None or not page.text.strip():
        keys = (
            ", ".join(
                one_line(key[:_LONGEST_KEY]) for key in islice(filter(None, record), _MOST_KEYS)
            )
            or "none"
        )
        raise DocumentError(
            f"{source.name}: found JSON without body text (keys: {keys}), expected a text under "
            f"{', '.join(_BODIES)}; save the whole record of the article"
        )
    title = _first(record, _TITLES)
    head = _page(source, title) if title else None
    if head and head.text.strip():
        page = after_title(head, page)
    layout = laid_out(page, is_fragment=True)
    return source.document(
        **layout._asdict(),
        damaged=tuple(_damage(source, record, body, page.orphans)),
        date=day_of(_text(source, record, _DATES) or ""),
        title=(head.text.strip() or None) if head else None,
        publisher=_text(source, record, _PUBLISHERS),
        url=_text(source, record, ("link", "url")),
    )


def _page(source: Source, entry: Entry) -> Rendering:
    """The HTML in an entry as clean text, mapped through its escapes to the file."""
    markup, escapes = unescaped(source.text, entry.start, entry.end)
    page = rendered(
        markup, max_nesting=source.max_nesting, place=source.name, blank_line_ends_block=True
    )
    return page._replace(origin=page.origin.through(escapes))


def _first(record: Mapping[str, Entry], paths: tuple[str, ...]) -> Entry | None:
    return next((record[one] for one in paths if one in record and record[one].is_text), None)


def _text(source: Source, record: Mapping[str, Entry], paths: tuple[str, ...]) -> str | None:
    entry = _first(record, paths)
    return decoded(unescaped(source.text, entry.start, entry.end)[0]) or None if entry else None


def _damage(
    source: Source, record: Mapping[str, Entry], body: Entry, orphans: int
) -> Iterator[str]:
    """What is broken in a record, in words."""
    if not body.is_whole:
        yield "JSON ends inside the body text"
    elif any(not entry.is_whole for entry in record.values()):
        yield "JSON ends before its last bracket"
    if _LINE_BREAK.search(source.text, body.start, body.end):
        yield "raw line breaks inside the body text"
    if orphans:
        yield f"{orphans} closing tags without their opening"
