"""Worlds: true and complete records of the trade of two countries, in exact numbers.

Every identity of trade statistics holds in a world by construction, because only exports, imports
and goods are stored: totals, balances, runs of months, changes, shares and prices are computed.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from nktrade.core.codes import ALL_GOODS, Flow, Kind
from nktrade.core.period import MONTHS, Period
from nktrade.errors import UnitError
from nktrade.reference.tables import read_table
from nktrade.testing.choice import Choice

TABLES = Path(__file__).with_name("tables")
_PERCENT = 100
_MOST_GOODS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Goods:
    """One commodity of the last month of a world: what was paid for how much."""

    commodity: str
    flow: Flow
    value: int
    """US dollars."""
    quantity: int
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A question to a world: which number is meant. Sides are the world's own."""

    kind: Kind
    flow: Flow
    period: Period
    commodity: str = ALL_GOODS
    unit: str = "USD"
    base: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """All exports and imports of a reporter with a partner, month by month, in whole dollars.

    >>> world = World(reporter="CHN", partner="PRK", compiler="China customs", counted_by="CHN",
    ...               first=date(2017, 1, 1), exports=(5,) * 13, imports=(2,) * 13)
    >>> world.truth(Fact(kind=Kind.LEVEL, flow=Flow.TOTAL, period=world.run))
    Fraction(7, 1)
    """

    reporter: str
    partner: str
    compiler: str
    """Who counted, by name."""
    counted_by: str
    """The side whose customs counted; it stays when the world is mirrored."""
    first: date
    """A first of January; the last month is in the year after."""
    exports: tuple[int, ...]
    imports: tuple[int, ...]
    goods: tuple[Goods, ...] = ()
    yuan: Fraction = field(default=Fraction(7))
    """Yuan to the dollar, one rate throughout: the mean of the last month's year."""

    @property
    def month(self) -> Period:
        """The last month."""
        return Period.month(self.first.year, len(self.exports))

    @property
    def run(self) -> Period:
        """January to the last month."""
        return Period(date(self.month.first.year, 1, 1), self.month.last)

    def level(self, flow: Flow, period: Period) -> int:
        """What flowed in a run of whole months, in dollars; a balance is exports less imports."""
        start = (period.first.year - self.first.year) * MONTHS + period.first.month - 1
        months = slice(start, start + period.month_count)
        if start < 0 or months.stop > len(self.exports):
            raise UnitError(
                f"{period} of a world: found no such months, expected some from {self.first} to "
                f"{self.month}; ask for those"
            )
        out, back = sum(self.exports[months]), sum(self.imports[months])
        levels = {
            Flow.EXPORT: out,
            Flow.IMPORT: back,
            Flow.TOTAL: out + back,
            Flow.BALANCE: out - back,
        }
        return levels[flow]

    def truth(self, fact: Fact) -> Fraction:
        """The exact true number, signed: percent for shares and changes."""
        if fact.kind is Kind.LEVEL:
            return self._amount(fact)
        if fact.kind is Kind.UNIT_PRICE:
            goods = self._goods(fact.commodity)
            return Fraction(goods.value, goods.quantity)
        if fact.kind is Kind.SHARE_PCT:
            whole = self.level(fact.flow, fact.period)
            return Fraction(_PERCENT * self._goods(fact.commodity).value, whole)
        now, before = self._amount(fact), self._amount(replace(fact, period=_earlier(fact)))
        difference = now - before
        return difference if fact.kind is Kind.CHANGE_ABS else _PERCENT * difference / abs(before)

    def mirrored(self) -> "World":
        """The same trade seen from the partner's side; who counted stays."""
        return replace(
            self,
            reporter=self.partner,
            partner=self.reporter,
            exports=self.imports,
            imports=self.exports,
            goods=tuple(replace(one, flow=one.flow.mirrored) for one in self.goods),
        )

    def _amount(self, fact: Fact) -> Fraction:
        if fact.commodity != ALL_GOODS:
            goods = self._goods(fact.commodity)
            return Fraction(goods.quantity if fact.unit == goods.unit else goods.value)
        rate = self.yuan if fact.unit == "CNY" else 1
        return self.level(fact.flow, fact.period) * Fraction(rate)

    def _goods(self, commodity: str) -> Goods:
        return next(one for one in self.goods if one.commodity == commodity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two countries whose trade a world may hold, and how large it is."""

    reporter: str
    partner: str
    compiler: str
    fewest_digits: int
    most_digits: int
    weight: int
    source: str
    as_of: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Ware:
    """A commodity that a world may hold, the side that buys it, and the band of its prices."""

    commodity: str
    unit: str
    side: str
    lowest_price: int
    highest_price: int
    source: str
    as_of: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """Yuan to the dollar in a year."""

    year: int
    yuan: Fraction
    source: str
    as_of: date


PAIRS = read_table(TABLES / "pairs.csv", Pair)
WARES = read_table(TABLES / "goods.csv", Ware)
_YUAN = {one.year: one.yuan for one in read_table(TABLES / "yuan.csv", Rate)}


def some_world(choice: Choice) -> World:
    """A world as the choice wills it: thirteen to twenty-four months, no flow ever zero."""
    pair = choice.one([pair for pair in PAIRS for _ in range(pair.weight)])
    first = date(choice.whole(2009, 2023), 1, 1)
    count = MONTHS + choice.whole(1, MONTHS)
    world = World(
        reporter=pair.reporter,
        partner=pair.partner,
        compiler=pair.compiler,
        counted_by=pair.reporter,
        first=first,
        exports=_months(choice, pair, count),
        imports=_months(choice, pair, count),
    )
    world = replace(world, yuan=_YUAN[world.month.first.year])
    return replace(world, goods=_some_goods(choice, world))


def _months(choice: Choice, pair: Pair, count: int) -> tuple[int, ...]:
    """Months around one size, from a third of it to three times as much, to the dollar.

    The months that reports compare are chosen one by one, the others lie on a line: the fewer the
    choices, the faster hypothesis shrinks.
    """
    digits = choice.whole(pair.fewest_digits, pair.most_digits)
    size = choice.whole(10 ** (digits - 1), 10**digits - 1)
    low, high = size // 3, size * 3
    others, step = choice.whole(low, high), choice.whole(0, size // 20)
    line = [others + step * month for month in range(count)]
    for month in (count - 1, count - 2, count - 1 - MONTHS):
        line[month] = choice.whole(low, high)
    return tuple(line)


def _some_goods(choice: Choice, world: World) -> tuple[Goods, ...]:
    """Up to three commodities bought by one side; each under a third of what it bought."""
    side = choice.one(("import", "export"))
    flow = Flow(side)
    bought = world.level(flow, world.month)
    wares = [ware for ware in WARES if ware.side == side]
    first = choice.whole(0, len(wares) - 1)
    chosen = (wares + wares)[first : first + choice.whole(1, _MOST_GOODS)]
    return tuple(
        Goods(
            commodity=ware.commodity,
            flow=flow,
            value=(value := bought * choice.whole(20, 330) // 1000),
            quantity=max(value * 100 // _cents(ware, choice), 1),
            unit=ware.unit,
        )
        for ware in chosen
    )


def _cents(ware: Ware, choice: Choice) -> int:
    return choice.whole(ware.lowest_price * 100, ware.highest_price * 100)


def _earlier(fact: Fact) -> Period:
    before = fact.period.before(fact.base or "")
    if before is None:
        raise UnitError(
            f"a change of {fact.period} against {fact.base!r}: found no such base, expected "
            "year_earlier or month_earlier; name one"
        )
    return before
