"""Documents: clean text, the tables in it, and the exact way back to the source."""

import bisect
import datetime as dt
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field


def offsets(values: Sequence[int] = ()) -> "array[int]":
    """A compact row of offsets: four bytes each, for a page may hold millions."""
    return array("I", values)


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Runs of clean text and the run of source characters that each stands for.

    A run of equal lengths maps character by character, any other as a whole. Runs tile the clean
    text; source characters that made no text (tags, say) belong to none.
    """

    starts: "array[int]" = field(hash=False)
    """Where runs begin in the clean text, and last the length of the clean text."""
    source_starts: "array[int]" = field(hash=False)
    source_ends: "array[int]" = field(hash=False)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where clean text from start to end stands in the source.

        >>> SourceMap(offsets([0, 1]), offsets([0]), offsets([5])).span(0, 1)
        (0, 5)
        """
        if not self.source_starts:
            return start, end
        return self._back(start)[0], self._back(max(end - 1, start))[1]

    def through(self, outer: "SourceMap") -> "SourceMap":
        """The way on through a second map, whose clean text is the source of this one."""
        starts, source_starts, source_ends = offsets(), offsets(), offsets()
        for run, (low, high) in enumerate(zip(self.source_starts, self.source_ends, strict=True)):
            start, end = self.starts[run], self.starts[run + 1]
            is_exact = end - start == high - low
            for offset, source_start, source_end in (
                outer.pieces(low, high) if is_exact else [(low, *outer.span(low, high))]
            ):
                starts.append(start + offset - low)
                source_starts.append(source_start)
                source_ends.append(source_end)
        starts.append(self.starts[-1])
        return SourceMap(starts, source_starts, source_ends)

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The runs within a stretch of clean text: where each begins, its source start and end."""
        for run in range(self._run(start), len(self.source_starts)):
            if start >= end:
                return
            first, stop = self.starts[run], min(end, self.starts[run + 1])
            low, high = self.source_starts[run], self.source_ends[run]
            if self.starts[run + 1] - first == high - low:
                low, high = low + start - first, low + stop - first
            yield start, low, high
            start = stop

    def _run(self, offset: int) -> int:
        return min(bisect.bisect_right(self.starts, offset), len(self.source_starts)) - 1

    def _back(self, offset: int) -> tuple[int, int]:
        run = self._run(offset)
        start, low, high = self.starts[run], self.source_starts[run], self.source_ends[run]
        if self.starts[run + 1] - start != high - low:
            return low, high
        place = min(low + offset - start, high)
        return place, min(place + 1, high)


@dataclass(frozen=True, slots=True)
class Block:
    """A run of clean text with a part to play.

    The kinds: body, title, caption, boilerplate, table, and table_note for the caption or unit
    note of a table, which may itself be absent.
    """

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
class Unread:
    """A file that could not be read, and why: place, what was found, expected, what to do."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CustomsFile:
    """A file of figures that customs reads, its bytes at hand: rows, and no text."""

    id: str
    file: str
    """Its path; empty where it came from none."""
    data: bytes | None
    """Its bytes; None where they are too many to be held, and are read from the path as they are needed."""
    encoding: str | None = None
    given: tuple[tuple[str, str], ...] = ()
    """What its user says that it leaves out, by field: flow, period."""

    @property
    def name(self) -> str:
        """What messages call it."""
        return self.file or self.id

    def __repr__(self) -> str:
        held = "in a stream" if self.data is None else f"{len(self.data):,} bytes"
        return f"CustomsFile({self.id!r}: {held})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Document:
    """What a file says, and where in the file it says it.

    ``text`` is the clean text; every offset of every record is into it. The source is the decoded
    file, character for character (of a PDF: the text of its pages; of a workbook: its clean text).
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
    origin: SourceMap | None = field(default=None, hash=False)
    """None means: clean text and source are the same."""
    line_starts: Sequence[int] = field(default=(0,), hash=False)
    """Offsets into the source at which its lines begin."""
    pages: tuple[int, ...] = ()
    """Offsets into the clean text at which printed pages begin, where the source has pages."""

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Where clean text from start to end stands in the source.

        >>> Document(id="a", text="x").source_span(0, 1)
        (0, 1)
        """
        return (start, end) if self.origin is None else self.origin.span(start, end)

    def line(self, start: int) -> int:
        """The source line, counted from 1, on which the clean text at start stands."""
        return bisect.bisect_right(self.line_starts, self.source_span(start, start + 1)[0])

    def block(self, offset: int) -> str:
        """The kind of the block in which a place of the clean text lies; body where none says.

        >>> Document(id="a", text="Photo: KBS", blocks=(Block("caption", 0, 10),)).block(3)
        'caption'
        """
        found = bisect.bisect_right(self.blocks, offset, key=lambda one: one.start) - 1
        inside = found >= 0 and offset < self.blocks[found].end
        return self.blocks[found].kind if inside else "body"

    def __repr__(self) -> str:
        told = [
            f"{len(self.text):,} characters",
            f"{len(self.tables)} tables",
            str(self.date or ""),
        ]
        return f"Document({self.id!r}: {', '.join(filter(None, told))})"
