"""Recognising: which format a file has, told by its header or title and never by its name."""

import codecs
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from io import StringIO, TextIOWrapper
from itertools import chain, islice
from pathlib import Path
from typing import TextIO

from nktrade.customs.formats import Format, UserMapping, formats, mapped, mapped_names
from nktrade.customs.headers import double, is_header, unknown
from nktrade.customs.numbers import number
from nktrade.customs.opening import is_parquet, opened, streamed
from nktrade.customs.sheets import Row, Sheet, delimited, parquet, tables
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
_MARK, _BLOCK = 4, 1 << 20


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
        sheet = delimited(text, partial(StringIO, text, newline=""))
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
    return _tables(_sheets(data, path, mapping, encoding), path)


def find_streamed(path: Path, encoding: str | None = None) -> Found:
    """The table of a text or Parquet of any size, its rows read from the file as they are asked for.

    Raises: DocumentError where no format fits, or the file is of another kind.
    """
    return _tables(_streams(path, encoding), path)[0]


def _tables(sheets: Iterable[tuple[Sheet, list[Format]]], path: Path) -> tuple[Found, ...]:
    """The sheets that have one format, that of the first; a text is one sheet."""
    tops: list[Sequence[Row]] = []
    every: list[Found] = []
    for sheet, candidates in sheets:
        top = list(islice(sheet.rows, _DEPTH))
        tops.append(top)
        known = [every[0].format] if every else candidates
        found = _headed(sheet, top, known) or _titled(sheet, top, known)
        every += [found] if found else []
        if found and sheet.separator:
            break
    if not every:
        raise DocumentError(unknown(path, tops))
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
            delimited(text, partial(StringIO, text, newline="")),
            known if told else [form for form in known if one in form.encodings],
        )


def _streams(path: Path, encoding: str | None) -> Iterator[tuple[Sheet, list[Format]]]:
    """The rows of a file in every encoding that fits all of it, with the formats it may be."""
    known = list(formats().values())
    if is_parquet(path):
        yield parquet(path), known
        return
    with streamed(path) as stream:
        told = encoding or _by_mark(stream.read(_MARK))
    for one in (told,) if told else ENCODINGS:
        opened_so = partial(_decoded, path, one)
        if (head := _head(opened_so)) is not None:
            forms = [form for form in known if told or one in form.encodings]
            yield delimited(head, opened_so), forms


def _decoded(path: Path, encoding: str) -> TextIO:
    return TextIOWrapper(streamed(path), encoding=encoding, newline="")


def _head(opened_so: Callable[[], TextIO]) -> str | None:
    """The beginning of a text; None where its bytes are not all in its encoding."""
    with opened_so() as stream:
        try:
            head = stream.read(_BLOCK)
            while stream.read(_BLOCK):
                pass
        except (UnicodeDecodeError, LookupError):
            return None
    return head


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
        joined = double(row, rest[0][1]) if rest else []
        if form := _fitting(joined, candidates):
            return _found(form, joined, above, sheet, rest[1:])
        for form in plain:
            bare, units = units_apart(row, form.columns)
            if units and is_header(bare, form):
                return replace(_found(form, bare, above, sheet, rest), units=units)
    return None


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
