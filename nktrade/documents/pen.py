"""The pen: writes the text of a page, puts the separators between, and notes what part it was."""

import re
from typing import NamedTuple

from nktrade.core.documents import SourceMap
from nktrade.documents.markup import weave_text
from nktrade.documents.openings import Element
from nktrade.documents.weaving import Weaver

SPACE, LINE_END, BLOCK_END, CELL_END = " ", "\n", "\n\n", "\t"
_STRENGTH = {"": 0, SPACE: 1, LINE_END: 2, BLOCK_END: 3}
_LINKED_SHARE = 0.8
"""Prose holds links, even long ones; menus and lists of other articles hold little else."""
_BLANKS = " \t\n\f\r"
_INNER_SPACE = re.compile(r"[ \t\n\f\r]{2,}|[\t\n\f\r]")
_CARRIAGE_RETURN = re.compile(r"\r\n?")


class Stretch(NamedTuple):
    """A run of clean text from one part of the page."""

    start: int
    end: int
    role: str | None
    region: int
    """Number of the innermost element that may hold the main text; 0 for none."""
    is_linked: bool
    """Nearly all of it leads elsewhere."""


class Pen:
    """What is written so far, and which separator is due before the next character.

    A separator stands for all the source between the characters it separates.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._weaver = Weaver()
        self._due = ""
        self._gap_start = 0
        self._fresh = 0
        """Length of the text at which no separator is needed: a row or cell begins."""
        self._line_start = self._linked = 0
        self._part = Element("")
        self.stretches: list[Stretch] = []

    @property
    def length(self) -> int:
        """How much is written."""
        return self._weaver.length

    @property
    def written(self) -> tuple[str, SourceMap]:
        """The clean text and its way back."""
        return self._weaver.text, self._weaver.origin

    @property
    def last(self) -> str:
        """The character written last; nothing where a separator is due after it."""
        return "" if self._due else self._weaver.last

    def due(self, separator: str) -> None:
        """Let a separator stand before the next character, unless a stronger one is due."""
        if _STRENGTH[separator] > _STRENGTH[self._due]:
            self._due = separator

    def text(self, start: int, end: int, part: Element, *, is_link: bool) -> None:
        """Write a run of source text, its blanks run together."""
        raw = self._source[start:end]
        inner = raw.strip(_BLANKS)
        if not inner:
            self.due(SPACE)
            return
        start += len(raw) - len(raw.lstrip(_BLANKS))
        if start > end - len(raw):
            self.due(SPACE)
        self._write(inner, start, part, _INNER_SPACE, SPACE, is_link=is_link)
        if start + len(inner) < end:
            self.due(SPACE)

    def preformatted(self, start: int, end: int, part: Element) -> None:
        """Write a run of source text with its blanks and line breaks as they stand."""
        raw = self._source[start:end]
        self._write(raw, start, part, _CARRIAGE_RETURN, LINE_END, is_link=False)

    def mark(self, mark: str, source_end: int) -> None:
        """Write the end of a cell or row at once; no other separator is needed after it."""
        self._due = ""
        self._put(mark, source_end)
        self._fresh = self.length

    def settle(self, source_end: int) -> None:
        """Write the separator that is due, if any is needed."""
        if self._due in {LINE_END, BLOCK_END}:
            self.end_line()
        if self._due and self.length > self._fresh:
            self._put(self._due, source_end)
        self._due = ""

    def begin_afresh(self, source_end: int) -> None:
        """Write what is due before a table or cell; its blocks need no separator at its head."""
        if self._due == SPACE:
            self._due = ""
        self.settle(source_end)
        self._fresh = self.length

    def finish(self, source_end: int) -> None:
        """End the last line."""
        self.end_line()
        if self.length > self._fresh:
            self.mark(LINE_END, source_end)

    def end_line(self) -> None:
        """Close the stretch that this line belongs to, and note whether it was mostly links."""
        length = self.length - self._line_start
        if length:
            is_linked = self._linked > _LINKED_SHARE * length
            new = Stretch(
                self._line_start, self.length, self._part.role, self._part.region, is_linked
            )
            last = self.stretches[-1] if self.stretches else None
            if last and last[2:] == new[2:]:
                self.stretches[-1] = last._replace(end=new.end)
            else:
                self.stretches.append(new)
        self._line_start, self._linked = self.length, 0

    def _write(
        self,
        raw: str,
        start: int,
        part: Element,
        space: re.Pattern[str],
        instead: str,
        *,
        is_link: bool,
    ) -> None:
        self.settle(start)
        if part != self._part:
            self.end_line()
            self._part = part
        before, done = self.length, 0
        for found in space.finditer(raw):
            weave_text(self._weaver, raw[done : found.start()], start + done)
            self._weaver.put(instead, start + found.start(), start + found.end())
            done = found.end()
        weave_text(self._weaver, raw[done:], start + done)
        self._linked += (self.length - before) * is_link
        self._gap_start = start + len(raw)

    def _put(self, separator: str, source_end: int) -> None:
        self._weaver.put(separator, self._gap_start, source_end)
        self._gap_start = source_end
        if separator in {LINE_END, BLOCK_END}:
            self._line_start = self.length
