"""Recognising: which format a file has, told by its header or title and never by its name."""

import codecs
import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice, zip_longest
from pathlib import Path

from nktrade.customs.formats import Format, UserMapping, formats, mapped, mapped_names
from nktrade.customs.names import folded
from nktrade.customs.numbers import number
from nktrade.customs.opening import opened
from nktrade.customs.sheets import Row, Sheet, delimited, tables
from nktrade.customs.written_units import units_apart
from nktrade.documents.kinds import byte_order_mark
from nktrade.errors import DocumentError

ENCODINGS = ("utf-8-sig", "gb18030", "cp949", "cp932", "latin-1")
"""The encodings of customs files, strictest first; each is tried for the formats that list it."""
_TAKING_MARKS = {
    "utf-8": "utf-8-sig",
    **dict.fromkeys(("utf-16-le", "utf-16-be"), "utf-16"),
    **dict.fromkeys(("utf-32-le", "utf-32-be"), "utf-32"),
}
"""The codec that takes the mark off, by the encoding that it declares."""
_DEPTH = 40
"""Rows in which a header may stand, under titles and notes."""
_SHOWN = 12
_JOIN = ", and make a header of two rows one row"
_EITHER = "|"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Found:
    """A table whose format is known."""

    format: Format
    title: str
    """What stands above the header, and above the table."""
    header: tuple[str, ...]
    rows: Iterator[Row]
    """The rows below the header, read as they are asked for."""
    separator: str
    """What parts the cells, where the file is text."""
    units: Mapping[str, str] = field(default_factory=dict)
    """What the header says behind a column's name: value (thousand USD)."""


def recognise(path: str | Path) -> Format:
    """The format of a customs file, told by its content.

    Raises: DocumentError showing the header and the nearest format, where none fits.
    """
    return find(Path(path))[0].format


def recognised(head: bytes, encoding: str | None = None) -> Format | None:
    """The format of a customs file that is text, told by its first bytes; None where it is none."""
    told = encoding or _by_mark(head)
    for one in (told,) if told else ENCODINGS:
        try:
            text = codecs.getincrementaldecoder(one)().decode(head)  # the last letter may be cut
        except (UnicodeDecodeError, LookupError):
            continue
        known = [form for form in formats().values() if told or one in form.encodings]
        sheet = delimited(text)
        top = list(islice(sheet.rows, _DEPTH))
        if found := _headed(sheet, top, known):
            return found.format
    return None


def find(
    path: Path, mapping: UserMapping | None = None, encoding: str | None = None
) -> tuple[Found, ...]:
    """The tables of a file that have one format, that of the first; a text is one table.

    Raises: DocumentError where no format fits, or the file cannot be read.
    """
    return find_in(opened(path), path, mapping, encoding)


def find_in(
    data: bytes, path: Path, mapping: UserMapping | None = None, encoding: str | None = None
) -> tuple[Found, ...]:
    """The same of bytes out of any archive; ``path`` is what messages call them."""
    tops: list[Sequence[Row]] = []
    every: list[Found] = []
    for sheet, candidates in _sheets(data, path, mapping, encoding):
        top = list(islice(sheet.rows, _DEPTH))
        tops.append(top)
        known = [every[0].format] if every else candidates
        found = _headed(sheet, top, known) or _titled(sheet, top, known)
        every += [found] if found else []
        if found and sheet.separator:
            break
    if not every:
        raise DocumentError(_unknown(path, tops))
    return tuple(every)


def _sheets(
    data: bytes, path: Path, mapping: UserMapping | None, encoding: str | None
) -> Iterator[tuple[Sheet, list[Format]]]:
    """Every table of the file in every encoding that fits, with the formats it may be."""
    known = [_marked(mapping)] if mapping is not None else list(formats().values())
    structured = tables(data, path)
    if structured is not None:
        yield from ((sheet, known) for sheet in structured)
        return
    told = encoding or _by_mark(data)
    for one in (told,) if told else ENCODINGS:
        try:
            text = data.decode(one)
        except (UnicodeDecodeError, LookupError):
            continue
        yield (
            delimited(text),
            known if told else [form for form in known if one in form.encodings],
        )


def _by_mark(data: bytes) -> str | None:
    """The encoding that the bytes themselves declare, as what a spreadsheet saves as Unicode does."""
    mark = byte_order_mark(data)
    return _TAKING_MARKS[mark[1]] if mark else None


def _marked(mapping: UserMapping) -> Format:
    """The tidy format under the user's mapping, recognised by the columns that the mapping names."""
    tidy = mapped(formats()["tidy"], mapping)
    return mapped(tidy, {"marks": sorted(mapped_names(mapping)), "encodings": list(ENCODINGS)})


def _headed(sheet: Sheet, top: Sequence[Row], candidates: Sequence[Format]) -> Found | None:
    """The table under the first row that is a known header."""
    plain = [one for one in candidates if one.takes_units]
    for place, (_, row) in enumerate(top):
        above, rest = [" ".join(cells) for _, cells in top[:place]], top[place + 1 :]
        if form := _fitting(row, candidates):
            return _found(form, row, above, sheet, rest)
        double = _double(row, rest[0][1]) if rest else []
        if form := _fitting(double, candidates):
            return _found(form, double, above, sheet, rest[1:])
        for form in plain:
            bare, units = units_apart(row, form.columns)
            if units and is_header(bare, form):
                return replace(_found(form, bare, above, sheet, rest), units=units)
    return None


def _double(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Two rows as one header: what stands over several columns is the first word of each.

    >>> _double(["land", "exports", ""], ["", "value", "weight"])
    ['land', 'exports value', 'exports weight']
    """
    names, over = list[str](), ""
    for high, low in zip_longest(upper, lower, fillvalue=""):
        over = high if high or not low else over
        names.append(high if high == low else f"{over} {low}".strip())
    return names


def _titled(sheet: Sheet, top: Sequence[Row], candidates: Sequence[Format]) -> Found | None:
    """The table under a known title: from its first row with a number beside its name on."""
    words = " ".join([sheet.title, *(cell for _, row in top for cell in row)]).casefold()
    wide = max((len(row) for _, row in top), default=0)
    for form in candidates:
        is_said = form.title_marks and all(word in words for word in form.title_marks)
        if is_said and wide == form.width:
            first = next((at for at, (_, row) in enumerate(top) if any(map(number, row[1:]))), 0)
            above = [" ".join(dict.fromkeys(cells)) for _, cells in top[:first]]
            header = [str(place) for place in range(1, wide + 1)]
            return _found(form, header, above, sheet, top[first:])
    return None


def _found(
    form: Format, header: Sequence[str], above: Iterable[str], sheet: Sheet, top: Sequence[Row]
) -> Found:
    return Found(
        format=form,
        title="\n".join([sheet.title, *above]),
        header=tuple(header),
        rows=chain(top, sheet.rows),
        separator=sheet.separator,
    )


def _fitting(row: Sequence[str], candidates: Iterable[Format]) -> Format | None:
    """The format with most marks of those whose header the row is."""
    fitting = [one for one in candidates if is_header(row, one)]
    return max(fitting, key=lambda one: len(one.marks), default=None)


def is_header(row: Sequence[str], form: Format) -> bool:
    """Whether all marks of the format stand in the row."""
    cells = {folded(cell) for cell in row}
    return bool(form.marks) and all(_holds(cells, mark) for mark in form.marks)


def _holds(cells: set[str], mark: str) -> bool:
    return any(folded(name) in cells for name in mark.split(_EITHER))


def _unknown(path: Path, tops: Iterable[Sequence[Row]]) -> str:
    rows = [
        (row, before) for top in tops for (_, row), before in zip(top, _before(top), strict=True)
    ]
    header, before = max(rows, key=lambda pair: _names(pair[0]), default=([], []))
    is_double = 1 < _names(before) < len(before)
    cells = {folded(cell) for cell in header}
    scores = {name: _likeness(cells, form) for name, form in formats().items()}
    nearest = max(scores, key=lambda name: scores[name])
    lacking = [mark for mark in formats()[nearest].marks if not _holds(cells, mark)]
    shown = ", ".join(header[:_SHOWN]) + (", ..." if len(header) > _SHOWN else "")
    return (
        f"{path}: found the columns {shown or 'none'}, expected those of a known format; nearest: "
        f"{nearest}, which also has {', '.join(lacking) or 'a title of its own'}; give a mapping of the columns"
        f"{_JOIN if is_double else ''}"
    )


def _before(top: Sequence[Row]) -> Iterator[Sequence[str]]:
    """The row above each."""
    yield ()
    yield from (row for _, row in top[:-1])


def _names(row: Sequence[str]) -> int:
    """How many cells of a row are words, as names of columns are."""
    return sum(bool(cell.strip()) and number(cell.strip()) is None for cell in row)


def _likeness(cells: set[str], form: Format) -> float:
    """How much of the format's marks the header has, a near name counting for a part."""
    if not form.marks:
        return 0.0
    best = [
        max(
            (
                difflib.SequenceMatcher(None, folded(name), cell).ratio()
                for name in mark.split(_EITHER)
                for cell in cells
            ),
            default=0.0,
        )
        for mark in form.marks
    ]
    return sum(best) / len(best)
