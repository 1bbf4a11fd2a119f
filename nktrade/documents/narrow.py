"""Narrow rows: cells that a single blank parts, as text taken from a page prints them.

A blank also groups thousands and joins words, so a row is parted only where its numbers are written
without blanks, or where a heading has as many words as the row has numbers and labels.
"""

import re
from collections import Counter
from collections.abc import Sequence

from nktrade.core.documents import TableCell

_NUMBER = r"[+\-−▲△▼(]{0,2}[$€£¥₩]?\d[\d,.]*%?\)?"
_NUMBERS = re.compile(rf"(?:{_NUMBER}|[-–—]|\.{{2,3}})(?: (?:{_NUMBER}|[-–—]|\.{{2,3}}))+$")
_TOKEN = re.compile(r"\S+")
_GROUPED = re.compile(r"(?<![\d,.])\d{1,3}(?: \d{3})+(?![\d,.])")
"""What may be one number whose thousands stand apart."""
_YEAR = re.compile(r"(?<!\S)(?:19|20)\d\d(?!\S)")
_LONGEST_ROW = 200
_FEWEST = 2

Row = list[TableCell]


def is_narrow(line: str) -> bool:
    """Whether a line is a label and at least two numbers behind it, each after one blank.

    >>> is_narrow("2015 46,120 18,310 64,430"), is_narrow("Exports were 5 million in May 2017")
    (True, False)
    """
    found = _numbers(line)
    is_labelled = bool(found and found.start()) or bool(_YEAR.match(line))
    return is_labelled and len(_parts(line)) > _FEWEST


def is_heading(line: str, below: str) -> bool:
    """Whether a line of words and years has one of them for each cell of the narrow row below it."""
    return is_narrow(below) and _is_plain(line) and len(line.split()) == len(_parts(below))


def parted(text: str, rows: Sequence[Row]) -> list[Row]:
    """The rows, those that are short of cells parted at single blanks where that completes them."""
    split = [[part for cell in row for part in _cells(text, cell)] for row in rows]
    numbered = [len(row) for row, cells in zip(split, rows, strict=True) if len(row) > len(cells)]
    if not numbered:
        return list(rows)
    counts = Counter([*numbered, *(len(row) for row in rows if len(row) > 1)])
    width = max(counts, key=lambda count: (counts[count], count))
    headed = [_headed(text, row, width) for row in rows]
    is_headed = any(len(row) == width for row in headed)
    completed: list[Row] = []
    for row, parts, heading in zip(rows, split, headed, strict=True):
        is_sure = is_headed or not _is_grouped(row)
        is_completed = len(row) < width == len(parts) and is_sure
        completed.append(parts if is_completed else heading if len(row) < width else row)
    return completed


def _numbers(words: str) -> re.Match[str] | None:
    """The numbers at the end of a label, from the first one after a blank; none in what is no row."""
    if len(words) > _LONGEST_ROW:
        return None
    starts = [0, *(one.start() + 1 for one in re.finditer(" ", words))]
    found = (_NUMBERS.match(words, start) for start in starts)
    return next(filter(None, found), None)


def _parts(words: str) -> list[tuple[int, int]]:
    """Where the label and each number behind it stand; the whole where no two numbers end it."""
    found = _numbers(words)
    if found is None:
        return [(0, len(words))]
    label = [(0, found.start() - 1)] if found.start() else []
    return [*label, *(one.span() for one in _TOKEN.finditer(words, found.start()))]


def _cells(text: str, cell: TableCell) -> Row:
    return [
        TableCell(text[cell.start + low : cell.start + high], cell.start + low, cell.start + high)
        for low, high in _parts(cell.text)
    ]


def _headed(text: str, row: Row, width: int) -> Row:
    """A heading with a cell for each word, where it has as many words as rows have cells."""
    if not all(_is_plain(cell.text) for cell in row):
        return row
    words = [one.span() for cell in row for one in _TOKEN.finditer(text, cell.start, cell.end)]
    return (
        [TableCell(text[low:high], low, high) for low, high in words]
        if len(words) == width
        else row
    )


def _is_plain(words: str) -> bool:
    """Whether no figure stands among the words but years."""
    return not any(letter.isdecimal() for letter in _YEAR.sub("", words))


def _is_grouped(row: Row) -> bool:
    return any(_GROUPED.search(cell.text) for cell in row)
