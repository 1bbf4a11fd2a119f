"""Tidy ledgers: a CSV file with one figure a row, read as claims that stand at their cells.

A ledger is checked as a text is: its rows are claims, its lines are places. The columns are those
of the ledger and of a user's own baseline; what a row does not say is not guessed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from nktrade.core.amount import Amount
from nktrade.core.claims import Claim, Figure, Reading
from nktrade.core.codes import ALL_GOODS, Channel, Flow, Kind, Standing, Valuation
from nktrade.core.documents import Document
from nktrade.core.period import Period
from nktrade.errors import LedgerError, UnitError, nearest
from nktrade.reference.areas import areas
from nktrade.reference.spelled import own_headers, own_word
from nktrade.reference.units import unit

Word = TypeVar("Word", bound=StrEnum)

_CELL = re.compile(
    r'[ \t]*+("(?:[^"]|"")*+"(?=[ \t]*+(?:[,\r\n]|\Z))|[^,\r\n]*+)[ \t]*+(,|\r\n?|\n|\Z)'
)
_NUMBER = re.compile(r"[+-]?\d{1,30}(?:\.\d{1,30})?")
_REQUIRED = frozenset({"period_start", "flow", "reporter", "partner", "unit"})
_FIGURE = "digits"
_ENOUGH = 3
"""So many of its columns in a first line are no sentence."""
_TEXTS = ("commodity", "base", "scope", "rate", "share_of", "version", "place", "route", "actor")
_SURE_ZEROS = frozenset({"percent", "percent_point", "x"})
_SHOWN = 80
"""Characters of a header that a note repeats."""
_HEAD = 4096
"""No header is longer."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """The words of a cell and where they stand."""

    text: str
    start: int
    end: int


_Row = Mapping[str, _Cell]


def is_tidy(document: Document) -> bool:
    """Whether the document begins with the header of a table whose columns are those of a ledger.

    >>> is_tidy(Document(id="a", text="Month,flow,reporter,partner,unit,value"))
    True
    """
    first, end, _ = document.text[:_HEAD].partition("\n")
    if not (end or len(document.text) <= _HEAD):
        return False
    return any(_has_columns(first.removeprefix("\ufeff").split(mark)) for mark in ",;")


def read_tidy(document: Document) -> Reading:
    """Every row of a tidy ledger as a claim, its id the number of its line.

    Raises: LedgerError naming the line and the column that cannot be read.
    """
    rows = _rows(document)
    written = [cell.text for cell in next(rows)]
    if len(written) == 1:
        raise LedgerError(
            f"{_place(document, 1)}: found columns parted by semicolons, expected commas; save it with "
            "commas, and points in decimals"
        )
    header = own_headers(written)
    if lacking := sorted({*_REQUIRED, _FIGURE} - set(header)):
        words = ", ".join(lacking).replace(_FIGURE, "value")
        raise LedgerError(
            f"{_place(document, 1)}: found columns {', '.join(written)}, expected also {words}; name one "
            "column each: period_start, flow, reporter, partner, unit, value"
        )
    claims = []
    for cells in rows:
        if len(cells) > 1 or cells[0].text:
            line = document.line(cells[0].start)
            if len(cells) != len(header):
                raise LedgerError(
                    f"{_place(document, line)}: found {len(cells)} cells, expected {len(header)}; "
                    "put quotes around a cell that holds a comma"
                )
            named = zip(header, cells, strict=True)
            row = {name: replace(one, text=own_word(name, one.text)) for name, one in named}
            claims.append(_Line(document, line, row).claim())
    return Reading(document=document.id, lang=document.lang or "", claims=tuple(claims))


def untold(document: Document) -> str:
    """What to say of a table of which no row was read: its columns, and what a row needs."""
    first = document.text[:_HEAD].strip().partition("\n")[0]
    shown = first if len(first) <= _SHOWN else f"{first[:_SHOWN]}..."
    return (
        f"a table of which no row was read: found the columns {shown!r}, expected "
        "period_start,flow,reporter,partner,unit,value; name them so, or hold an article against it "
        "with --against (against=)"
    )


def _has_columns(written: list[str]) -> bool:
    """Whether enough of the words are names of columns that a ledger must have."""
    header = own_headers([_unquoted(one.strip()) for one in written])
    return len(_REQUIRED & set(header)) >= _ENOUGH


def _rows(document: Document) -> Iterator[list[_Cell]]:
    """The rows of the text, cell by cell; a quote that nothing closes is a letter."""
    text, at, row = document.text, int(document.text.startswith("\ufeff")), list[_Cell]()
    while at < len(text):
        found = _CELL.match(text, at)
        assert found is not None  # noqa: S101 - it matches everywhere
        words = found[1].rstrip()
        row.append(_Cell(_unquoted(words), found.start(1), found.start(1) + len(words)))
        at = found.end()
        if found[2] != ",":
            yield row
            row = []
    if row:
        yield [*row, _Cell("", at, at)]


def _unquoted(words: str) -> str:
    return words[1:-1].replace('""', '"') if words[:1] == words[-1:] == '"' and words[1:] else words


def _place(document: Document, line: int) -> str:
    return f"{document.file or document.id}:{line}"


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of the ledger on its line of the file."""

    document: Document
    line: int
    row: _Row

    def claim(self) -> Claim:
        """The figure with all that its row says of it."""
        figure = self._figure()
        return Claim(
            id=str(self.line),
            figure=figure,
            kind=self._word("kind", Kind) or Kind.LEVEL,
            flow=self._word("flow", Flow),
            reporter=self._area("reporter"),
            partner=self._area("partner"),
            period=self._period(),
            sign=self._text("sign") or figure.sign,
            channel=self._word("channel", Channel) or Channel.RECORDED,
            standing=self._word("standing", Standing) or Standing.OFFICIAL,
            valuation=self._word("valuation", Valuation),
            source=tuple(filter(None, (self._text("origin"), self._text("compiler")))),
            **{name: self._text(name) for name in _TEXTS} | self._goods(),  # type: ignore[arg-type] # texts by name
        )

    def _goods(self) -> dict[str, str]:
        return {"commodity": self._text("commodity") or ALL_GOODS}

    def _figure(self) -> Figure:
        cell = self.row[_FIGURE]
        if not _NUMBER.fullmatch(cell.text):
            raise self._wrong("value", cell.text, "a plain number such as 12955000 or -1.5")
        sign = cell.text[0] if cell.text[0] in "+-" else None
        code = self._unit()
        return Figure(
            document=self.document.id,
            start=cell.start,
            end=cell.end,
            surface=self.document.text[cell.start : cell.end],
            amount=Amount(digits=cell.text.lstrip("+-"), zeros_known=code in _SURE_ZEROS),
            unit=code,
            sign=sign,
        )

    def _unit(self) -> str:
        code = self._text("unit") or ""
        try:
            unit(code)
        except UnitError as error:
            raise LedgerError(f"{_place(self.document, self.line)}: {error}") from None
        return code

    def _area(self, name: str) -> str | None:
        code = self._text(name)
        strange = [one for one in (code or "").split(",") if one and one not in areas()]
        if strange:
            raise self._wrong(name, strange[0], "the code of an area", nearest(strange[0], areas()))
        return code

    def _period(self) -> Period:
        first, last = self._text("period_start") or "", self._text("period_end")
        try:
            return Period(Period.of(first).first, Period.of(last or first).last)
        except UnitError:
            found = f"{first} to {last}" if last else first
            raise self._wrong("period_start", found, "2018, 2018-06 or 2018-06-20") from None

    def _word(self, name: str, words: type[Word]) -> Word | None:
        text = self._text(name)
        if text is None:
            return None
        known = [one.value for one in words]
        if text not in known:
            raise self._wrong(name, text, "a word of the ledger", nearest(text, known))
        return words(text)

    def _text(self, name: str) -> str | None:
        cell = self.row.get(name)
        return cell.text if cell and cell.text else None

    def _wrong(self, column: str, found: str, expected: str, remedy: str = "") -> LedgerError:
        place = _place(self.document, self.line)
        return LedgerError(
            f"{place}: {column}: found {found!r}, expected {expected}; {remedy or 'write it so'}"
        )
