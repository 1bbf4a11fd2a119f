"""Tables in running text: cells between pipes, tabs or wide blanks, as raw tables with their places."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise, takewhile
from typing import NamedTuple

from nktrade.core.documents import Block, RawTable, TableCell
from nktrade.documents.blocks import BODY
from nktrade.documents.narrow import is_heading, is_narrow, parted
from nktrade.documents.parts import line_kind

_RULE = re.compile(r"[\s|+:=_\-–—─━┼┬┴├┤│]{3,}")
_CELL = {
    "pipe": re.compile(r"[^|]+|(?<=\|)(?=\|)"),
    "one pipe": re.compile(r"[^|]+|(?<=\|)(?=\|)"),
    "tab": re.compile(r"[^\t]+|(?<=\t)(?=\t)|^(?=\t)|(?<=\t)$"),
    "blanks": re.compile(r"[^\s\u3000]+(?:[ \u00a0][^\s\u3000]+)*"),
}
_FEWEST_PIPES = 2
_FEWEST_ROWS = 2
_INDENT = 2
_REACH = 1200
"""How far above and below a table its caption and notes may stand, in characters."""
_MOST_LETTERS = 3
_LONGEST_NUMBER = 40
_LINES_AROUND = 3
_LONGEST_LABEL = 120
_LONGEST_HEADING = 40
_LONGEST_PAIR = 80
_SENTENCE_ENDS = (".", "。", ":", ";", "；", "?", "!")
_COLONS = (":", "：")
_SENTENCES = re.compile(r"(?<=[^A-Z][.!?]) +(?=[^a-z])|(?<=[。！？])")
_NUMBERED = re.compile(r"(?:Table|Chart|표|表|圖表|图表) ?\d")


class _Line(NamedTuple):
    """A line of text, and what parts its cells."""

    start: int
    end: int
    parted_by: str | None


def text_tables(text: str, blocks: Iterable[Block]) -> list[tuple[Block, RawTable]]:
    """The tables that stand in the body of a text, each with its block."""
    found = []
    for block in blocks:
        if block.kind in {BODY, "table_note"}:
            for parted_by, run in groupby(
                _joined(text, _lines(text, block)), key=lambda line: line.parted_by
            ):
                if parted_by and (one := _table(text, list(run), parted_by)):
                    found.append(one)
    return found


def with_note(text: str, block: Block, table: RawTable) -> RawTable:
    """The table with the caption and the notes on its unit that stand in it, above it and below."""
    inside = [cell.text for row in table.rows[:2] for cell in row[:1] if _is_note(cell.text)]
    above, below = _near(text, block)
    notes_above = list(takewhile(_is_note, above))
    label = _announced(next(iter(above[len(notes_above) :]), ""))
    is_label = 0 < len(label) <= _LONGEST_LABEL and not label.endswith(_SENTENCE_ENDS)
    notes = [*reversed(notes_above), *inside, *takewhile(_is_note, below)]
    captions = [table.caption, *filter(_NUMBERED.match, notes), label if is_label else ""]
    caption = next(filter(None, captions), "")
    kept = dict.fromkeys(note for note in notes if note != caption)
    return RawTable(rows=table.rows, caption=caption, note="\n".join(kept))


def _lines(text: str, block: Block) -> Iterator[_Line]:
    """The lines of a block; a ruled line within a table belongs to it."""
    start, parted_by = block.start, None
    while start < block.end:
        stop = text.find("\n", start, block.end)
        stop = block.end if stop < 0 else stop
        line = text[start:stop]
        if not (parted_by and _RULE.fullmatch(line)):
            parted_by = _parted_by(line)
        yield _Line(start, stop, parted_by)
        start = stop + 1


def _joined(text: str, lines: Iterable[_Line]) -> list[_Line]:
    """The lines, a label between two rows of a table counted to it: it heads the rows below.

    So does a line above narrow rows that has a word for each of their cells.
    """
    joined = list(lines)
    for place, (above, below) in enumerate(pairwise(joined)):
        printed = (text[one.start : one.end].strip() for one in (above, below))
        if above.parted_by is None and below.parted_by == "blanks" and is_heading(*printed):
            joined[place] = above._replace(parted_by="blanks")
    for place in range(1, len(joined) - 1):
        above, label, below = joined[place - 1 : place + 2]
        is_between = above.parted_by == below.parted_by == "blanks" and label.parted_by is None
        is_short = 0 < label.end - label.start <= _LONGEST_HEADING
        if is_between and is_short and not text.endswith(_SENTENCE_ENDS, label.start, label.end):
            joined[place] = label._replace(parted_by="blanks")
    return joined


def _parted_by(line: str) -> str | None:
    if line.count("|") >= _FEWEST_PIPES:
        return "pipe"
    if " | " in line and len(line) <= _LONGEST_PAIR:
        return "one pipe"
    if "\t" in line.strip():
        return "tab"
    is_wide = "  " in line.strip() or "\u3000" in line.strip()
    return "blanks" if is_wide or is_narrow(line.strip()) else None


def _table(text: str, lines: list[_Line], parted_by: str) -> tuple[Block, RawTable] | None:
    printed = [line for line in lines if not _RULE.fullmatch(text, line.start, line.end)]
    if len(printed) < _FEWEST_ROWS:
        return None
    rows = [_cells(text, line, _CELL[parted_by]) for line in printed]
    if parted_by == "one pipe" and not _are_pairs(rows):
        return None
    if parted_by == "blanks":
        rows = _aligned([line.start for line in printed], parted(text, rows))
    with_numbers = sum(any(_is_number(cell.text) for cell in row[1:]) for row in rows)
    if with_numbers == 0 or 2 * with_numbers < len(rows) - 1:
        return None
    block = Block("table", lines[0].start, lines[-1].end)
    return block, RawTable(rows=tuple(map(tuple, rows)))


def _are_pairs(rows: list[list[TableCell]]) -> bool:
    """Whether below a header a number stands behind each label; bylines and menus have one pipe too."""
    return len(rows) > _FEWEST_ROWS and all(_is_number(row[-1].text) for row in rows[1:])


def _cells(text: str, line: _Line, cell: re.Pattern[str]) -> list[TableCell]:
    """The cells of a line; what stands outside the outermost pipes is none."""
    start, end = line.start, line.end
    raw = text[start:end]
    if "|" in raw:
        start += len(raw) - len(raw.lstrip(" \t"))
        end -= len(raw) - len(raw.rstrip(" \t"))
        start += text.startswith("|", start)
        end -= text.endswith("|", start, end)
    return [
        _cell(text, start + one.start(), start + one.end())
        for one in cell.finditer(text[start:end])
    ]


def _cell(text: str, start: int, end: int) -> TableCell:
    raw = text[start:end]
    start += len(raw) - len(raw.lstrip())
    stripped = raw.strip()
    return TableCell(stripped, start, start + len(stripped))


def _aligned(starts: list[int], rows: list[list[TableCell]]) -> list[list[TableCell]]:
    """Rows with a cell for every column; a blank cell is one of no length."""
    width = max(map(len, rows))
    rows = [_cornered(start, row, width) for start, row in zip(starts, rows, strict=True)]
    if len({len(row) for row in rows}) == 1:
        return rows
    widest = max(range(len(rows)), key=lambda row: len(rows[row]))
    centres = [_centre(cell) - starts[widest] for cell in rows[widest]]
    return [_placed(row, start, centres) for start, row in zip(starts, rows, strict=True)]


def _cornered(start: int, row: list[TableCell], width: int) -> list[TableCell]:
    """The row; a heading that stands off the margin, one cell short of the rows, has a blank corner."""
    is_heading = len(row) == width - 1 and not any(_is_number(cell.text) for cell in row)
    stands_off = bool(row) and row[0].start - start >= _INDENT
    return [TableCell("", start, start), *row] if is_heading and stands_off else row


def _placed(row: list[TableCell], start: int, centres: list[float]) -> list[TableCell]:
    """The cells of a row, each in the column whose middle is nearest to its own."""
    placed: list[TableCell] = []
    for left, cell in zip(range(len(row), 0, -1), row, strict=True):
        own = _centre(cell) - start
        blank = placed[-1].end if placed else start
        while len(placed) + left < len(centres) and abs(centres[len(placed) + 1] - own) < abs(
            centres[len(placed)] - own
        ):
            placed.append(TableCell("", blank, blank))
        placed.append(cell)
    blank = placed[-1].end if placed else start
    return placed + [TableCell("", blank, blank)] * (len(centres) - len(placed))


def _centre(cell: TableCell) -> float:
    return (cell.start + cell.end) / 2


def _is_number(cell: str) -> bool:
    """Whether a cell is a figure, with a sign, unit or footnote mark at most."""
    return (
        0 < len(cell) <= _LONGEST_NUMBER
        and any(mark.isdigit() for mark in cell)
        and sum(mark.isalpha() for mark in cell) <= _MOST_LETTERS
    )


def _is_note(line: str) -> bool:
    return line_kind(line) == "table_note"


def _announced(line: str) -> str:
    """What the last sentence of a line announces with its colon, and any other line as it is."""
    stripped = line.rstrip()
    return _SENTENCES.split(stripped[:-1])[-1].strip() if stripped.endswith(_COLONS) else line


def _near(text: str, block: Block) -> tuple[list[str], list[str]]:
    """The nearest lines above and below a block that are not blank, the nearest first."""
    above = text[max(0, block.start - _REACH) : block.start].split("\n")
    below = text[block.end : block.end + _REACH].split("\n")
    near = ([line.strip() for line in lines if line.strip()] for lines in (above[::-1], below))
    above, below = (lines[:_LINES_AROUND] for lines in near)
    return above, below
