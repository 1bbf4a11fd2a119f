"""Blocks: which part each run of clean text plays, judged by markup first and by wording second."""

import bisect
from collections.abc import Iterable, Iterator, Sequence

from nktrade.core.documents import Block
from nktrade.documents.grids import Grid
from nktrade.documents.parts import line_kind
from nktrade.documents.rendering import Rendering

_MAIN_SHARE = 4
"""An element is the main text if it holds at least one in so many of the page's own characters."""
_BODY_SHARE = 10
"""At least one character in so many of a page is taken to be main text."""
_LONGEST_LABEL = 120
_SENTENCE_ENDS = tuple('.!?。！？:："”」')
BODY = "body"
_RUN_TOGETHER = frozenset({BODY, "boilerplate"})


def blocks_of_text(text: str, start: int = 0, end: int | None = None) -> list[Block]:
    """The blocks of running text, line by line; lines of body are run together."""
    return merged(_line_blocks(text, start, len(text) if end is None else end))


def blocks_of_page(page: Rendering, *, is_fragment: bool) -> tuple[list[Block], list[Grid]]:
    """The blocks of a rendered page and its tables of data; a fragment is all main text."""
    region = 0 if is_fragment else _main_region(page)
    blocks = _judged(page, region)
    if region == 0 and _body_length(blocks) * _BODY_SHARE < len(page.text):
        # Where the names of classes leave next to nothing, they mislead.
        bare = page._replace(stretches=[one._replace(role=None) for one in page.stretches])
        blocks = _judged(bare, 0)
    blocks = overlaid(blocks, _lost_captions(page, blocks))
    grids = [one for one in page.grids if one.is_table and _is_told(blocks, one)]
    return blocks, grids


def merged(blocks: Iterable[Block]) -> list[Block]:
    """The blocks in order, neighbours of body or boilerplate run together."""
    result: list[Block] = []
    for block in blocks:
        last = result[-1] if result else None
        if last and last.kind == block.kind and block.kind in _RUN_TOGETHER:
            result[-1] = Block(block.kind, last.start, block.end)
        else:
            result.append(block)
    return result


def trimmed(text: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks without the separators at their ends; what was nothing else is left out."""
    for block in blocks:
        start, end = block.start, block.end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield Block(block.kind, start, end)


def overlaid(blocks: list[Block], above: list[Block]) -> list[Block]:
    """The blocks with others laid over them; both are in order and free of overlaps."""
    result: list[Block] = []
    waiting = iter(blocks)
    block = next(waiting, None)
    for top in above:
        while block and block.end <= top.start:
            result.append(block)
            block = next(waiting, None)
        while block and block.start < top.end:
            if block.start < top.start:
                result.append(Block(block.kind, block.start, top.start))
            block = (
                Block(block.kind, top.end, block.end)
                if block.end > top.end
                else next(waiting, None)
            )
        result.append(top)
    return merged([*result, *([block] if block else []), *waiting])


def _body_length(blocks: list[Block]) -> int:
    return sum(block.end - block.start for block in blocks if block.kind == BODY)


def _judged(page: Rendering, region: int) -> list[Block]:
    inside = _regions_within(page.regions, region)
    blocks: list[Block] = []
    for one in page.stretches:
        kind = one.role or BODY
        if kind != "title" and (one.is_linked or one.region not in inside):
            kind = "boilerplate"
        if kind == BODY:
            blocks += _line_blocks(page.text, one.start, one.end)
        else:
            blocks.append(Block(kind, one.start, one.end))
    return merged(blocks)


def _main_region(page: Rendering) -> int:
    """The element that holds the main text: of the surest rank that holds enough; 0 for the page."""
    held = [0] * len(page.regions)
    for one in page.stretches:
        if not one.is_linked and one.role != "boilerplate":
            held[one.region] += one.end - one.start
    for region in range(len(held) - 1, 0, -1):  # inner regions come after outer ones
        held[page.regions[region][1]] += held[region]
    ranked = sorted(
        range(1, len(held)), key=lambda region: (page.regions[region][0], -held[region])
    )
    return next((one for one in ranked if held[one] * _MAIN_SHARE >= held[0]), 0)


def _regions_within(regions: Sequence[tuple[int, int]], outermost: int) -> set[int]:
    inside = {outermost}
    for region, (_, parent) in enumerate(regions):
        if parent in inside and region > outermost:
            inside.add(region)
    return inside


def _lost_captions(page: Rendering, blocks: list[Block]) -> list[Block]:
    """The lines that end where a picture's frame was closed that had lost its opening."""
    found: list[Block] = []
    for end in page.captions:
        start = page.text.rfind("\n", 0, end) + 1
        if (
            start < end
            and _kind_at(blocks, end - 1) == BODY
            and not (found and start < found[-1].end)
        ):
            found.append(Block("caption", start, end))
    return found


def _is_told(blocks: list[Block], grid: Grid) -> bool:
    """Whether a table stands in the main text."""
    return _kind_at(blocks, grid.end) != "boilerplate"


def _kind_at(blocks: list[Block], offset: int) -> str:
    """The kind of the last block that begins before a place."""
    found = bisect.bisect_left(blocks, offset, key=lambda one: one.start) - 1
    return blocks[found].kind if found >= 0 else BODY


def _line_blocks(text: str, start: int, end: int) -> Iterator[Block]:
    """One block per line; a short line right above a caption, its picture's label, joins it."""
    label: Block | None = None
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = text[start:stop]
        kind = line_kind(line) or BODY
        if label:
            yield Block("caption" if kind == "caption" else BODY, label.start, label.end)
            label = None
        if kind == BODY and _is_label(line):
            label = Block(BODY, start, stop)
        elif line:
            yield Block(kind, start, stop)
        start = stop + 1
    if label:
        yield label


def _is_label(line: str) -> bool:
    return 0 < len(line) <= _LONGEST_LABEL and not line.rstrip().endswith(_SENTENCE_ENDS)
