"""Roads: other ways to one cell through a baseline, that do not pass over the cell's own rows.

A cumulative less the one before it is a month; a level of a year ago times the printed change is
this year's; a total less one flow is the other. Each road is told with its interval and who printed
its stones.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from nktrade.checks.prints import print_of
from nktrade.core.claims import Claim
from nktrade.core.codes import Flow, Kind, Severity
from nktrade.core.findings import Print, Witness
from nktrade.core.interval import Interval
from nktrade.core.period import Period
from nktrade.ledger.ledger import Ledger
from nktrade.reference.compilers import witnesses

Cell = tuple[Flow, Period]
Stones = Mapping[Cell, tuple[tuple[Interval, Print], ...]]
"""What others printed for the cells of one pair of countries, one commodity and unit, each with the
row in which it stands."""
_OTHER = {Flow.EXPORT: Flow.IMPORT, Flow.IMPORT: Flow.EXPORT}


@dataclass(frozen=True, slots=True)
class Road:
    """One way to a cell: what it gives, and how it goes."""

    interval: Interval
    words: str
    prints: tuple[Print, ...]

    @property
    def origins(self) -> tuple[str, ...]:
        """The independent origins of its stones."""
        return tuple(sorted(witnesses(one.origin for one in self.prints)))


_SHARP = 0.01


@dataclass(frozen=True, slots=True)
class _Row:
    label: int
    flow: Flow
    origin: str
    low: float
    high: float

    @property
    def is_sharp(self) -> bool:
        """Whether the print is sharp enough that an equal amount is no chance: not "over 2 bn"."""
        return self.low > 0 and self.high <= self.low * (1 + _SHARP)


class Quarry:
    """The levels of a baseline by pair, goods, unit and period, for one road after another."""

    def __init__(self, base: Ledger) -> None:
        self.base = base
        self._pairs: dict[frozenset[str], _Pair] = {}

    def of(self, claim: Claim) -> "_Pair":
        """What is told of the claim's two countries, gathered when first asked for."""
        pair = frozenset(filter(None, (claim.reporter, claim.partner)))
        if pair not in self._pairs:
            self._pairs[pair] = _between(pair, self.base.frame)
        return self._pairs[pair]

    def stones(
        self, claim: Claim, unit: str, growths: Iterable[Claim], own: frozenset[str]
    ) -> Stones:
        """What others printed of the cells on the way, as the claim's reporter sees them."""
        found: dict[Cell, list[tuple[Interval, Print]]] = {}
        rows = self.of(claim)
        for period in _on_the_way(claim, growths):
            ends = (pd.Timestamp(period.first), pd.Timestamp(period.last))
            for pair in (claim.reporter, claim.partner), (claim.partner, claim.reporter):
                for row in rows.get((*pair, claim.commodity, unit, *ends), ()):
                    flow = row.flow if pair[0] == claim.reporter else row.flow.mirrored
                    if not own & witnesses([row.origin]):
                        told = print_of(self.base.frame, row.label)
                        stone = (self.base.amount(row.label).printed, told)
                        found.setdefault((flow, period), []).append(stone)
        return {cell: tuple(every) for cell, every in found.items()}

    def within(self, claim: Claim, own: frozenset[str]) -> Iterator[tuple[Period, Interval, Print]]:
        """What others printed of the claim's flow and goods, of times within its own."""
        for (reporter, _, goods, unit, *ends), rows in self.of(claim).items():
            period = Period(*(pd.Timestamp(str(end)).date() for end in ends))
            is_part = claim.period is not None and claim.period.covers(period)
            if (
                not is_part
                or period == claim.period
                or (goods, unit) != (claim.commodity, claim.figure.unit)
            ):
                continue
            for row in rows:
                flow = row.flow if reporter == claim.reporter else row.flow.mirrored
                if flow is claim.flow and not own & witnesses([row.origin]):
                    told = print_of(self.base.frame, row.label)
                    yield period, self.base.amount(row.label).printed, told

    def same_amount(self, claim: Claim, unit: str, amount: Interval, published: date | None) -> str:
        """Another cell of the claim's pair and goods for which this amount was printed, in words.

        A text cannot mean what lay ahead of it: cells of times after ``published`` do not count.
        """
        if amount.low is None or amount.high is None:
            return ""
        for (reporter, _, goods, of_unit, *ends), rows in self.of(claim).items():
            if (goods, of_unit) != (claim.commodity, unit):
                continue
            for row in rows:
                if not (row.is_sharp and row.low <= amount.high and amount.low <= row.high):
                    continue
                flow = row.flow if reporter == claim.reporter else row.flow.mirrored
                period = Period(*(pd.Timestamp(str(end)).date() for end in ends))
                is_past = published is None or period.last <= published
                if is_past and (flow, period) != (claim.flow, claim.period):
                    return f"{flow} {period}"
        return ""


_Pair = Mapping[tuple[object, ...], list[_Row]]
"""The levels between two countries by reporter, partner, goods, unit and period."""


def _between(pair: frozenset[str], every: pd.DataFrame) -> _Pair:
    is_level = (every["kind"] == Kind.LEVEL) & every["period_start"].notna()
    among = every["reporter"].isin(pair) & every["partner"].isin(pair)
    frame = every[[*_PLACE, "flow", "origin", "low", "high"]][is_level & among]
    found: dict[tuple[object, ...], list[_Row]] = {}
    columns = [frame[name].tolist() for name in frame]
    for label, *cells in zip(frame.index.tolist(), *columns, strict=True):
        flow, origin, low, high = cells[len(_PLACE) :]
        row = _Row(label, Flow(flow), str(origin), low, high)
        found.setdefault(tuple(cells[: len(_PLACE)]), []).append(row)
    return found


_PLACE = ("reporter", "partner", "commodity", "unit", "period_start", "period_end")


def _on_the_way(claim: Claim, growths: Iterable[Claim]) -> tuple[Period, ...]:
    """The periods that some road to the claim's cell passes over."""
    own = claim.period
    if own is None:
        return ()
    runs = [_run(own.last), _run(_day_before(own.first))]
    bases = [own.before(one.base) for one in growths if one.base]
    every = (own, *runs, *(base for base in bases if base is not None))
    return tuple(dict.fromkeys(every))


def _run(last: date) -> Period:
    """From the first of January."""
    return Period(date(last.year, 1, 1), last)


def _day_before(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)


def roads(cell: Cell, stones: Stones, growths: Iterable[Claim]) -> tuple[Road, ...]:
    """Every road to a cell; the growths are the changes that the text prints for it."""
    flow, period = cell
    found = [*_difference(cell, stones), *_from_earlier(cell, stones, growths)]
    by_total = _by_total(flow, period, stones)
    return tuple(found if by_total is None else [*found, by_total])


def as_witness(road: Road, claim: Claim, against: str) -> Witness:
    """The road as a witness that is no row: shown beside the claim, accusing nobody."""
    return Witness(
        claim=claim.id,
        document=claim.figure.document,
        against=against,
        low=road.interval.low,
        high=road.interval.high,
        as_of=None,
        origins=len(road.origins),
        origin_names=road.origins,
        compiler="",
        holds=True if road.interval.meets(claim.amount.printed) else None,
        verdict=None,
        severity=None if road.interval.meets(claim.amount.printed) else Severity.NOTE,
        source=road.words,
        road=road.words,
        prints=road.prints,
    )


def of_both_ways(claim: Claim, quarry: Quarry, own: frozenset[str]) -> str:
    """The two ways of trade that make a total or balance what it is said to be, each as one compiler printed it.

    Either may be of a later print than the total that stands beside them: a text adds up what it prints.
    """
    flow, period = claim.flow, claim.period
    if claim.kind is not Kind.LEVEL or period is None or flow not in {Flow.TOTAL, Flow.BALANCE}:
        return ""
    said = claim.amount.printed.scaled(-1 if claim.sign == "-" else 1)
    stones = quarry.stones(claim, claim.figure.unit or "", (), own)
    for sold, of_sold in stones.get((Flow.EXPORT, period), ()):
        for bought, of_bought in stones.get((Flow.IMPORT, period), ()):
            made = sold + bought if flow is Flow.TOTAL else sold - bought
            if of_sold.compiler == of_bought.compiler and made.meets(said):
                return f"exports and imports of {period}"
    return ""


def _difference(cell: Cell, stones: Stones) -> Iterator[Road]:
    """The run from January to the period's end, less the run to the day before it began."""
    flow, period = cell
    if period.first <= date(period.last.year, 1, 1):
        return
    long = _either(flow, _run(period.last), stones)
    short = _either(flow, _run(_day_before(period.first)), stones)
    if long and short:
        words = f"{long.words} less {short.words}"
        yield Road(long.interval - short.interval, words, _joined(long, short))


def _from_earlier(cell: Cell, stones: Stones, growths: Iterable[Claim]) -> Iterator[Road]:
    """What was printed for the base of a change, raised by the change that the text prints."""
    for claim in growths:
        if claim.kind is not Kind.CHANGE_PCT or claim.base is None:
            continue
        base = cell[1].before(claim.base)
        earlier = _either(cell[0], base, stones) if base else None
        if earlier is None:
            continue
        change = claim.amount.printed.scaled(-1 if claim.sign == "-" else 1)
        factor = (change + Interval.point(100)) / Interval.point(100)
        words = f"{earlier.words} changed by {claim.figure.surface}"
        yield Road(earlier.interval * factor, words, earlier.prints)


def _either(flow: Flow, period: Period, stones: Stones) -> Road | None:
    """What was printed for a cell, or its total less the other flow, whichever is narrower."""
    printed = stones.get((flow, period), ())
    direct = [Road(interval, f"{flow} of {period}", (told,)) for interval, told in printed]
    by_total = _by_total(flow, period, stones)
    every = [*direct, by_total] if by_total else direct
    return min(every, key=lambda road: road.interval.width or 0, default=None)


def _by_total(flow: Flow, period: Period, stones: Stones) -> Road | None:
    if flow not in _OTHER:
        return None
    totals, others = stones.get((Flow.TOTAL, period)), stones.get((_OTHER[flow], period))
    if not totals or not others:
        return None
    (total, of_total), (other, of_other) = totals[0], others[0]
    words = f"total less {_OTHER[flow]} of {period}"
    return Road(total - other, words, tuple(dict.fromkeys((of_total, of_other))))


def _joined(*parts: Road) -> tuple[Print, ...]:
    return tuple(dict.fromkeys(told for part in parts for told in part.prints))
