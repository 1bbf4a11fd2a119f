"""Documents: clean text, the tables in it, and the exact way back to the source."""

import bisect
import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of clean text and the run of source characters that it stands for."""

    start: int
    end: int
    source_start: int
    source_end: int
    """Equal lengths map character by character; else the whole run maps to the whole run."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of clean text with a part to play: body, title, caption, boilerplate or table."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell of a raw table with its place in the clean text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RawTable:
    """A table as printed: rows of cells (spans unfolded), caption and unit note, nothing read."""

    rows: tuple[tuple[TableCell, ...], ...]
    caption: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a file says, and where in the file it says it.

    ``text`` is the clean text; every offset of every record is into it.
    """

    id: str
    text: str
    file: str = ""
    sha256: str = ""
    lang: str | None = None
    date: dt.date | None = None
    """Day of publication; a day when the document was changed later never stands here."""
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    damaged: str | None = None
    """What was found broken, in words; None where the source was whole."""
    tables: tuple[RawTable, ...] = ()
    blocks: tuple[Block, ...] = ()
    """Empty means: all of it is body."""
    segments: tuple[Segment, ...] = ()
    """Empty means: clean text and source are the same."""
    line_starts: tuple[int, ...] = (0,)
    """Offsets into the source at which its lines begin."""

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Where clean text from start to end stands in the source.

        >>> Document(id="a", text="x").source_span(0, 1)
        (0, 1)
        """
        if not self.segments:
            return start, end
        return self._back(start, at_end=False), self._back(max(end - 1, start), at_end=True)

    def _back(self, offset: int, *, at_end: bool) -> int:
        found = bisect.bisect_right(self.segments, offset, key=lambda one: one.start) - 1
        segment = self.segments[max(found, 0)]
        if segment.end - segment.start != segment.source_end - segment.source_start:
            return segment.source_end if at_end else segment.source_start
        place = segment.source_start + min(offset, segment.end) - segment.start
        return place + 1 if at_end else place

    def line(self, start: int) -> int:
        """The source line, counted from 1, on which the clean text at start stands."""
        return bisect.bisect_right(self.line_starts, self.source_span(start, start + 1)[0])
