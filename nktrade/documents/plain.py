"""Plain text and Markdown: the decoded text itself, after byte order mark and front matter."""

import datetime as dt
import re
from dataclasses import dataclass

from nktrade.core.documents import Document, SourceMap
from nktrade.documents.blocks import blocks_of_text
from nktrade.documents.dates import day_of
from nktrade.documents.layout import with_tables
from nktrade.documents.sources import Source
from nktrade.documents.weaving import Weaver

_FRONT = re.compile(
    r"---[ \t]*\r?\n(?P<body>(?:(?!---|\.\.\.).*+\r?\n){0,200}+)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
_ENTRY = re.compile(r"(?P<key>[A-Za-z_][\w -]{0,40}?)\s*:(?:\s+(?P<value>.*?))?\s*$")
_CONTINUED = re.compile(r"\s*$|\s|#|-\s")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the block at the head of a text says of it."""

    end: int = 0
    """Where the text itself begins."""
    entries: tuple[tuple[str, str], ...] = ()

    def get(self, key: str) -> str | None:
        """The value of a key, None where it is absent or empty."""
        return dict(self.entries).get(key) or None


def read_plain(source: Source) -> Document:
    """The document of a plain text: character for character, a CRLF as one newline."""
    start = 1 if source.text.startswith("\ufeff") else 0
    front = front_matter(source.text, start)
    text, origin = unfolded(source.text, front.end)
    day, damaged = _day(front.get("date"))
    blocks, tables = with_tables(text, blocks_of_text(text))
    return source.document(
        text,
        origin=origin,
        damaged=damaged,
        date=day,
        lang=front.get("lang"),
        title=front.get("title"),
        publisher=front.get("source"),
        url=front.get("url"),
        blocks=blocks,
        tables=tables,
    )


def front_matter(text: str, start: int = 0) -> FrontMatter:
    r"""The entries of the front matter, and where the text begins behind it.

    >>> front_matter("---\ndate: 2018-08-20\n---\nExports fell.").get("date")
    '2018-08-20'
    """
    found = _FRONT.match(text, start)
    lines = found["body"].splitlines() if found else []
    entries = [_ENTRY.match(line) for line in lines]
    known = all(entry or _CONTINUED.match(line) for entry, line in zip(entries, lines, strict=True))
    if not found or not known or not any(entries):
        return FrontMatter(end=start)
    pairs = tuple(
        (entry["key"].lower(), _unquoted(entry["value"] or "")) for entry in entries if entry
    )
    return FrontMatter(found.end(), pairs)


def unfolded(source: str, start: int) -> tuple[str, SourceMap | None]:
    """The text from start on with each CRLF as one newline, and the way back."""
    if start == 0 and "\r\n" not in source:
        return source, None
    weaver, done = Weaver(), start
    place = source.find("\r\n", done)
    while place >= 0:
        weaver.copy(source[done:place], done)
        weaver.put("\n", place, place + 2)
        done = place + 2
        place = source.find("\r\n", done)
    weaver.copy(source[done:], done)
    return weaver.text, weaver.origin


def _unquoted(value: str) -> str:
    return value[1:-1] if value[:1] in {"'", '"'} and value[-1:] == value[:1] else value


def _day(printed: str | None) -> tuple[dt.date | None, tuple[str, ...]]:
    day = day_of(printed) if printed else None
    if printed and day is None:
        return None, (f"front matter date {printed!r} is no date, expected YYYY-MM-DD",)
    return day, ()
