"""Customs files: made-up trade laid out as publishers lay it out, in the dress in which files come.

The layouts stand in ``customs_files.toml``; a further format is one more table there.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import product
from pathlib import Path

from nktrade.core.codes import Flow
from nktrade.core.period import MONTHS, Period
from nktrade.reference.tables import read_table
from nktrade.testing.choice import Choice
from nktrade.testing.dresses import DRESSES, PACKED
from nktrade.testing.worlds import TABLES

_LAYOUTS = Path(__file__).with_name("customs_files.toml")
_YEARS = (2010, 2023)
_MOST_PARTNERS = 3
_LARGEST = 10**6
_THOUSAND = 1000
_MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""Spelled here because the calendar module's names follow the locale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomsFact:
    """What one figure of a customs file says."""

    reporter: str
    partner: str
    flow: Flow
    code: str
    period: Period
    value: Fraction
    unit: str
    measure: str = "value"
    """Of which column of a customs frame it is: value, or quantity where a file tells no money."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomsFile:
    """The bytes of a file, and every figure of value that it holds, or of quantity where it tells no value."""

    data: bytes
    format: str
    """The publisher's form, by the name that ``Customs.format`` has."""
    dress: str
    """How it comes; plain is as its publisher gives it away."""
    facts: tuple[CustomsFact, ...]

    @property
    def given(self) -> Mapping[str, str]:
        """What a reader must be told: between semicolons a comma may be that of a decimal."""
        return {"decimal": "."} if self.dress == "semicolons" else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A country as publishers write it."""

    code: str
    iso2: str
    m49: str
    english: str
    chinese: str
    korean: str
    japan: str | None
    """The number that Japan's customs give it."""
    source: str
    as_of: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What stands above the rows of a format, in a row, and below."""

    head: str
    row: str
    foot: str = ""
    encoding: str = "utf-8"
    line_end: str = "\n"
    months: tuple[int, ...] = tuple(range(1, 13))
    """Those that a file may be of; nought is the whole year."""
    reporter: str | None = None
    """Whose office gives it away; None where a file may be of any."""
    partner: str | None = None
    """With whom, where a file is of the trade of many offices with one country."""
    measure: str = "value"
    unit: str = "USD"
    thousands: bool = False
    codes: tuple[str, ...] = ("270112", "720421", "100630")
    has_totals: bool = False
    """Whether it tells the sum of both flows too."""
    flows: Mapping[str, str] = field(default_factory=dict)
    """How a row says which flow it tells; empty where a row tells both."""
    is_page: bool = False
    """Whether it is a page or XML: no cells with marks between them."""

    @property
    def told(self) -> Mapping[Flow, str]:
        """The flow that each row of a partner begins with, and the publisher's word for it."""
        return {Flow(one): word for one, word in self.flows.items()} or {Flow.EXPORT: ""}

    @property
    def holds(self) -> tuple[Flow, ...]:
        """Every flow that the file has figures of."""
        sums = (Flow.TOTAL,) if self.has_totals else ()
        return tuple(map(Flow, self.flows)) or (Flow.EXPORT, Flow.IMPORT, *sums)


@cache
def layouts() -> Mapping[str, Layout]:
    """Every layout by the name of its format."""
    tables = tomllib.loads(_LAYOUTS.read_text(encoding="utf-8"))
    return {name: Layout(**known) for name, known in tables.items()}


@cache
def sides() -> tuple[Side, ...]:
    """The countries whose trade files may tell."""
    return read_table(TABLES / "customs_areas.csv", Side)


def customs_file(choice: Choice, formats: Sequence[str] = ()) -> CustomsFile:
    """A file of some format, or of one of these."""
    name = choice.one(tuple(formats or layouts()))
    layout = layouts()[name]
    period, rows = _period(layout, choice), tuple(_rows(layout, choice))
    text = layout.line_end.join(_lines(layout, period, rows)) + layout.line_end
    dress = choice.one(("plain", *(PACKED if layout.is_page else DRESSES)))
    return CustomsFile(
        data=text.encode(layout.encoding) if dress == "plain" else DRESSES[dress](text),
        format=name,
        dress=dress,
        facts=tuple(fact for row in rows for fact in _facts(layout, period, row)),
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """What passed between two countries under one code."""

    reporter: Side
    partner: Side
    code: str
    values: Mapping[Flow, int]
    """As printed."""


def _period(layout: Layout, choice: Choice) -> Period:
    year, month = choice.whole(*_YEARS), choice.one(layout.months)
    return Period.month(year, month) if month else Period.year(year)


def _rows(layout: Layout, choice: Choice) -> Iterator[_Row]:
    own = layout.partner or layout.reporter
    one = choice.one([side for side in sides() if own in {None, side.code}])
    others = [side for side in sides() if side is not one]
    first, count = choice.whole(0, len(others) - 1), choice.whole(1, _MOST_PARTNERS)
    codes = layout.codes[: choice.whole(1, len(layout.codes))]
    for other, code in product((others * 2)[first : first + count], codes):
        reporter, partner = (other, one) if layout.partner else (one, other)
        out, back = (choice.whole(1, _LARGEST) for _ in range(2))
        values = {Flow.EXPORT: out, Flow.IMPORT: back, Flow.TOTAL: out + back}
        yield _Row(reporter, partner, code, values)


def _lines(layout: Layout, period: Period, rows: Sequence[_Row]) -> Iterator[str]:
    dated = {"year": period.first.year, "month": f"{period.first.month:02}"}
    dated |= {"name": _MONTH_NAMES[period.first.month - 1]}
    dated |= {"first": period.first, "last": period.last}
    told = {"total": sum(row.values[flow] for row in rows for flow in layout.told)}
    yield layout.head.format(**dated)
    for row, (flow, word) in product(rows, layout.told.items()):
        yield layout.row.format(
            **dated,
            reporter=row.reporter,
            partner=row.partner,
            code=row.code,
            flow=word,
            value=row.values[flow],
            other=row.values[flow.mirrored],
            both=row.values[Flow.TOTAL],
            spread=_spread(row.values[flow], period),
        )
    yield from filter(None, [layout.foot.format(**dated, **told)])


def _spread(value: int, period: Period) -> str:
    """Two quantities and a value for each month of the year, noughts but for one."""
    months = range(1, MONTHS + 1)
    return ",".join(f"0,0,{value if month == period.first.month else 0}" for month in months)


def _facts(layout: Layout, period: Period, row: _Row) -> Iterator[CustomsFact]:
    for flow in layout.holds:
        yield CustomsFact(
            reporter=row.reporter.code,
            partner=row.partner.code,
            flow=flow,
            code=row.code,
            period=period,
            value=Fraction(row.values[flow] * (_THOUSAND if layout.thousands else 1)),
            unit=layout.unit,
            measure=layout.measure,
        )
