"""Rendering: markup as clean text, in stretches that know what part of the page they stand in.

Blocks end in a blank line, table rows in a newline and cells in a tab, so that figures of
neighbouring cells never touch.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from nktrade.core.documents import SourceMap
from nktrade.documents.grids import Grid, GridPen
from nktrade.documents.markup import Token, tokens
from nktrade.documents.openings import BLOCKS, Element, Openings
from nktrade.documents.parts import rank_of, role_in
from nktrade.documents.pen import BLOCK_END, LINE_END, SPACE, Pen, Stretch

_BLANK_LINE = re.compile(r"\n[ \t\r\f]*+\n")
_FORMATTING = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rp rt ruby s "  # noqa: SIM905 - names read best as running text
    "samp small strike strong sub sup time tt u var wbr".split()
)
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr keygen".split()  # noqa: SIM905 - as above
)


class Rendering(NamedTuple):
    """Clean text, its way back, and what the markup says of its parts; nothing is judged yet."""

    text: str
    origin: SourceMap
    stretches: list[Stretch]
    grids: list[Grid]
    regions: list[tuple[int, int]]
    """Rank and parent of each region; region 0 is the page."""
    captions: list[int]
    """Where paragraphs end that a lost division, WordPress's frame of a picture, had enclosed."""
    orphans: int
    """How many blocks were closed that had not been opened."""


def rendered(
    source: str, *, max_nesting: int, place: str, blank_line_ends_block: bool = False
) -> Rendering:
    """The clean text of markup; in records a blank line may be all that is left of a paragraph."""
    renderer = _Renderer(source, Openings(max_nesting, place))
    for token in tokens(source):
        if not token.name:
            breaks = _BLANK_LINE.finditer(source, token.start, token.end)
            renderer.text(token, breaks if blank_line_ends_block else ())
        elif token.is_closing:
            renderer.close(token)
        else:
            renderer.open(token)
    return renderer.finished()


class _Renderer:
    """The elements that are open, and the pen that writes what stands in them."""

    def __init__(self, source: str, openings: Openings) -> None:
        self._source, self._openings = source, openings
        self._pen = Pen(source)
        self._grids = GridPen(self._pen)
        self._is_link = self._is_preformatted = False
        self._regions = [(0, 0)]
        self._orphans = 0
        self._lost_paragraph_end = -1
        self._captions: list[int] = []

    def text(self, token: Token, blank_lines: Iterable[re.Match[str]]) -> None:
        """Write a run of text where it is meant to be seen, a block before each blank line."""
        part = self._openings.innermost
        if part.role == "hidden":
            return
        if self._is_preformatted:
            self._pen.preformatted(token.start, token.end, part)
        else:
            start = token.start
            for blank_line in blank_lines:
                self._pen.text(start, blank_line.start(), part, is_link=self._is_link)
                self._pen.due(BLOCK_END)
                start = blank_line.end()
            self._pen.text(start, token.end, part, is_link=self._is_link)

    def open(self, token: Token) -> None:
        """Take an opening tag into account."""
        name = token.name
        self._leave(self._openings.ended_by(name), token.start)
        if name == "br":
            self._pen.due(LINE_END)
        elif name in BLOCKS:
            self._pen.due(BLOCK_END)
        if name == "a":
            self._is_link = True
        if name == "sup" and self._pen.last.isdigit():
            self._pen.due(SPACE)  # a footnote mark is no further digit of the figure
        if name in _VOID or name in _FORMATTING:
            return
        attributes = token.attributes if token.rest else {}
        outer = self._openings.innermost
        rank = rank_of(name, attributes)
        role = role_in(outer.role, name, attributes, rank)
        self._openings.open(Element(name, role, self._region(rank, outer.region)))
        self._is_preformatted = self._is_preformatted or name == "pre"
        self._grids.enter(name, attributes, role, token.start)

    def close(self, token: Token) -> None:
        """Take a closing tag into account."""
        name = token.name
        if name == "a":
            self._is_link = False
        if name == "br":
            self._pen.due(LINE_END)
        if name in _VOID or name in _FORMATTING:
            return
        closed = self._openings.close(name)
        if name in BLOCKS:
            self._pen.due(BLOCK_END)
            if not closed:
                self._note_orphan(token)
        self._leave(closed, token.end)

    def finished(self) -> Rendering:
        """All that was written, ended by a newline."""
        self._leave(["table"] * self._grids.depth, len(self._source))
        self._pen.finish(len(self._source))
        text, origin = self._pen.written
        return Rendering(
            text,
            origin,
            self._pen.stretches,
            self._grids.closed,
            self._regions,
            self._captions,
            self._orphans,
        )

    def _region(self, rank: int, outer: int) -> int:
        if not rank:
            return outer
        self._regions.append((rank, outer))
        return len(self._regions) - 1

    def _leave(self, names: list[str], source_end: int) -> None:
        for name in names:
            self._is_preformatted = self._is_preformatted and name != "pre"
            self._grids.leave(name, source_end)

    def _note_orphan(self, token: Token) -> None:
        self._orphans += 1
        if token.name == "p":
            self._lost_paragraph_end = token.end
        elif token.name == "div" and token.start == self._lost_paragraph_end:
            self._captions.append(self._pen.length)
