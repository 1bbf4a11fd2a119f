"""Layout: a rendered page as the text, blocks and tables of a document."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from nktrade.core.documents import Block, RawTable, SourceMap
from nktrade.documents.blocks import blocks_of_page, overlaid, trimmed
from nktrade.documents.grids import Grid, raw_table
from nktrade.documents.pen import Stretch
from nktrade.documents.rendering import Rendering
from nktrade.documents.tables import text_tables, with_note
from nktrade.documents.weaving import joined


class Layout(NamedTuple):
    """What of a page goes into a document."""

    text: str
    origin: SourceMap
    blocks: tuple[Block, ...]
    tables: tuple[RawTable, ...]


def laid_out(page: Rendering, *, is_fragment: bool) -> Layout:
    """The layout of a page; a fragment is main text throughout."""
    blocks, grids = blocks_of_page(page, is_fragment=is_fragment)
    printed = [(Block("table", one.start, one.end), raw_table(page.text, one)) for one in grids]
    return Layout(page.text, page.origin, *with_tables(page.text, blocks, printed))


def with_tables(
    text: str, blocks: list[Block], known: Sequence[tuple[Block, RawTable]] = ()
) -> tuple[tuple[Block, ...], tuple[RawTable, ...]]:
    """The blocks and tables of a text, those that only its type shows included."""
    blocks = overlaid(blocks, [block for block, _ in known])
    shown = text_tables(text, blocks)
    blocks = overlaid(blocks, [block for block, _ in shown])
    found = sorted((*known, *shown), key=lambda one: one[0].start)
    tables = tuple(with_note(text, block, table) for block, table in found)
    return tuple(trimmed(text, blocks)), tables


def after_title(title: Rendering, page: Rendering) -> Rendering:
    """A page with a title before it that stands elsewhere in the source."""
    text, origin = joined((title.text, title.origin), (page.text, page.origin))
    shift = len(text) - len(page.text)
    head = Stretch(0, len(title.text.rstrip()), "title", 0, is_linked=False)
    return page._replace(
        text=text,
        origin=origin,
        stretches=[
            head,
            *(one._replace(start=one.start + shift, end=one.end + shift) for one in page.stretches),
        ],
        grids=[_shifted(one, shift) for one in page.grids],
        captions=[end + shift for end in page.captions],
    )


def _shifted(grid: Grid, shift: int) -> Grid:
    rows = [
        [cell._replace(start=cell.start + shift, end=cell.end + shift) for cell in row]
        for row in grid.rows
    ]
    start, end = grid.caption
    return replace(
        grid,
        start=grid.start + shift,
        end=grid.end + shift,
        rows=rows,
        caption=(start + shift, end + shift),
    )
