"""Recognising: which format a file has, told by its header or title and never by its name."""

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from nktrade.customs.formats import Format, UserMapping, formats, mapped, mapped_names
from nktrade.customs.sheets import Row, Sheet, delimited, read_bytes, tables
from nktrade.errors import DocumentError

ENCODINGS = ("utf-8-sig", "gb18030", "cp949", "cp932", "latin-1")
"""The encodings of customs files, strictest first; each is tried for the formats that list it."""
_DEPTH = 40
"""Rows in which a header may stand, under titles and notes."""
_SHOWN = 12
_EITHER = "|"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A table whose format is known."""

    format: Format
    title: str
    """What stands above the header, and above the table."""
    header: tuple[str, ...]
    rows: Iterator[Row]
    """The rows below the header, read as they are asked for."""


def recognise(path: str | Path) -> Format:
    """The format of a customs file, told by its content.

    Raises: DocumentError showing the header and the nearest format, where none fits.
    """
    return find(Path(path)).format


def find(path: Path, mapping: UserMapping | None = None, encoding: str | None = None) -> Found:
    """The table of a file, with its format, header and rows.

    Raises: DocumentError where no format fits, or the file cannot be read.
    """
    headers: list[Sequence[str]] = []
    for sheet, candidates in _sheets(path, mapping, encoding):
        top = list(islice(sheet.rows, _DEPTH))
        headers.append(max((row for _, row in top), key=len, default=[]))
        for place, (_, row) in enumerate(top):
            if form := _fitting(row, candidates):
                above = [" ".join(cells) for _, cells in top[:place]]
                return _found(form, row, [sheet.title, *above], chain(top[place + 1 :], sheet.rows))
        if form := _titled(sheet, top, candidates):
            header = [str(place) for place in range(1, (form.width or 0) + 1)]
            above = [" ".join(dict.fromkeys(cells)) for _, cells in top]
            return _found(form, header, [sheet.title, *above], chain(top, sheet.rows))
    raise DocumentError(_unknown(path, headers))


def _sheets(
    path: Path, mapping: UserMapping | None, encoding: str | None
) -> Iterator[tuple[Sheet, list[Format]]]:
    """Every table of the file in every encoding that fits, with the formats it may be."""
    known = [_marked(mapping)] if mapping is not None else list(formats().values())
    data = read_bytes(path)
    structured = tables(data, path)
    if structured is not None:
        yield from ((sheet, known) for sheet in structured)
        return
    for one in (encoding,) if encoding else ENCODINGS:
        try:
            text = data.decode(one)
        except (UnicodeDecodeError, LookupError):
            continue
        yield (
            delimited(text),
            known if encoding else [form for form in known if one in form.encodings],
        )


def _marked(mapping: UserMapping) -> Format:
    """The tidy format under the user's mapping, recognised by the columns that the mapping names."""
    tidy = mapped(formats()["tidy"], mapping)
    return mapped(tidy, {"marks": sorted(mapped_names(mapping)), "encodings": list(ENCODINGS)})


def _found(form: Format, header: Sequence[str], above: Iterable[str], rows: Iterator[Row]) -> Found:
    return Found(format=form, title="\n".join(above), header=tuple(header), rows=rows)


def _fitting(row: Sequence[str], candidates: Iterable[Format]) -> Format | None:
    """The format with most marks of those whose marks all stand in the row."""
    cells = {folded(cell) for cell in row}
    fitting = [
        one for one in candidates if one.marks and all(_holds(cells, mark) for mark in one.marks)
    ]
    return max(fitting, key=lambda one: len(one.marks), default=None)


def _holds(cells: set[str], mark: str) -> bool:
    return any(folded(name) in cells for name in mark.split(_EITHER))


def folded(name: str) -> str:
    """The name of a column as names are compared: case and blanks around it do not count."""
    return name.strip().casefold()


def _titled(sheet: Sheet, top: Sequence[Row], candidates: Iterable[Format]) -> Format | None:
    words = folded(" ".join([sheet.title, *(cell for _, row in top for cell in row)]))
    wide = max((len(row) for _, row in top), default=0)
    return next(
        (
            one
            for one in candidates
            if one.title_marks
            and wide == one.width
            and all(word in words for word in one.title_marks)
        ),
        None,
    )


def _unknown(path: Path, headers: Sequence[Sequence[str]]) -> str:
    header = max(headers, key=len, default=[])
    cells = {folded(cell) for cell in header}
    scores = {name: _likeness(cells, form) for name, form in formats().items()}
    nearest = max(scores, key=lambda name: scores[name])
    lacking = [mark for mark in formats()[nearest].marks if not _holds(cells, mark)]
    shown = ", ".join(header[:_SHOWN]) + (", ..." if len(header) > _SHOWN else "")
    return (
        f"{path}: found the columns {shown or 'none'}, expected those of a known format; nearest: "
        f"{nearest}, which also has {', '.join(lacking) or 'a title of its own'}; give a mapping of the columns"
    )


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
