"""Unit values: what a tonne cost by a printed value and a printed quantity, beside sourced prices.

A price ten, a hundred or a thousand times off is what a slip of the point leaves behind: soft
evidence, so a note that says so and never an error.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from nktrade.checks.viewpoint import direction
from nktrade.core.claims import Claim
from nktrade.core.codes import ALL_GOODS, Kind, Severity
from nktrade.core.findings import Relation
from nktrade.core.interval import Interval
from nktrade.errors import UnitError
from nktrade.reference.commodities import within
from nktrade.reference.prices import UnitValue, unit_values
from nktrade.reference.units import currencies, unit

_KEY = ("flow", "reporter", "partner", "commodity", "period", "channel", "rate", "scope")
_QUANTITIES = frozenset({"t", "bbl", "MWh"})
_POWERS = (1, 2, 3)
_RANGE_UNIT = "USD/t"
_UNBOUNDED = Interval(None, None)


@dataclass(frozen=True, slots=True)
class Quotient:
    """A value over a quantity of one flow."""

    value: Claim
    quantity: Claim

    @property
    def unit(self) -> str:
        """Money per canonical unit of quantity."""
        return f"{self.value.figure.unit}/{unit(self.quantity.figure.unit or '').canonical}"

    def price(self, *, widest: bool = False) -> Interval:
        """The interval that both prints leave."""
        value, quantity = (
            one.amount.widest if widest else one.amount.printed
            for one in (self.value, self.quantity)
        )
        return value / quantity.scaled(unit(self.quantity.figure.unit or "").factor)


def quotients(claims: Iterable[Claim]) -> tuple[Quotient, ...]:
    """Each value with the quantity that stands nearest to it in its sentence.

    Across sentences only where value and quantity are the only ones of their flow and period; not
    where the quantity may be nothing, so that the price has no end.
    """
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        if _is_level(claim):
            groups.setdefault(tuple(getattr(claim, name) for name in _KEY), []).append(claim)
    every = (pair for group in groups.values() for pair in _pairs(group))
    once = {(_root(pair.value), _root(pair.quantity)): pair for pair in every}
    return tuple(pair for pair in once.values() if pair.price() != _UNBOUNDED)


def beside_prices(claims: Iterable[Claim]) -> tuple[Relation, ...]:
    """Every unit value that a sourced range speaks of: in it, or a power of ten off."""
    found = (_held(pair, price_rows_for(pair)) for pair in quotients(claims))
    return tuple(one for one in found if one is not None)


def price_rows_for(pair: Quotient) -> tuple[UnitValue, ...]:
    """The sourced prices of these goods in this direction, the very same prints left out."""
    flow, goods = direction(pair.value), pair.value.commodity or ""
    if flow is None or pair.unit != _RANGE_UNIT:
        return ()
    tonnes = pair.quantity.value * unit(pair.quantity.figure.unit or "").factor
    return tuple(
        row
        for row in unit_values()
        if row.flow == flow
        and row.unit == pair.unit
        and (within(row.commodity, goods) or within(goods, row.commodity))
        and (Fraction(row.value), Fraction(row.tonnes)) != (pair.value.value, tonnes)
    )


def _held(pair: Quotient, rows: tuple[UnitValue, ...]) -> Relation | None:
    if not rows:
        return None
    price, known = pair.price(widest=True), Interval.hull(row.interval for row in rows)
    power = 0 if price.meets(known) else _power(price, known)
    if power is None:
        return None
    return Relation(
        id="",
        document=pair.value.figure.document,
        check="price beside sourced prices",
        type="unit_price",
        args=(("value", (pair.value.id,)), ("quantity", (pair.quantity.id,))),
        left=pair.price(),
        right=known,
        gap=pair.price() - known,
        holds=None if power else True,
        severity=Severity.NOTE if power else None,
        explanation=_words(pair, known, rows, power),
    )


def _power(price: Interval, known: Interval) -> int | None:
    """The power of ten by which a price lies off the range; None where none explains it."""
    powers = (sign * power for power in _POWERS for sign in (1, -1))
    return next(
        (power for power in powers if price.scaled(Fraction(10) ** -power).meets(known)), None
    )


def _words(pair: Quotient, known: Interval, rows: tuple[UnitValue, ...], power: int) -> str:
    compilers = ", ".join(dict.fromkeys(row.compiler for row in rows))
    beside = (
        f"{pair.value.id} over {pair.quantity.id} makes {show(pair.price())} {pair.unit}, beside "
        f"{show(known)} in {len(rows)} sourced prices ({compilers})"
    )
    if not power:
        return beside
    times, side = f"{10 ** abs(power):,}", "above" if power > 0 else "below"
    return f"{beside}: near {times} times {side}, as a slip of the point in either figure would leave it"


def show(price: Interval) -> str:
    """A price interval with as many digits as help a reader."""
    low, high = (None if end is None else f"{float(end):,.4g}" for end in (price.low, price.high))
    if low is None or high is None:
        return f"at least {low}" if high is None else f"at most {high}"
    return low if low == high else f"{low} to {high}"


def _is_level(claim: Claim) -> bool:
    is_told = claim.restates is None and not claim.is_hypothetical
    known = claim.flow is not None and claim.commodity not in {None, ALL_GOODS}
    return claim.kind is Kind.LEVEL and is_told and known


def _is_quantity(claim: Claim) -> bool:
    try:
        return unit(claim.figure.unit or "").canonical in _QUANTITIES
    except UnitError:
        return False


def _pairs(group: list[Claim]) -> Iterator[Quotient]:
    values = [one for one in group if one.figure.unit in currencies()]
    quantities = [one for one in group if _is_quantity(one) and one.value > 0]
    is_sole = all(len(set(map(_root, every))) == 1 for every in (values, quantities))
    if is_sole and values[0].period is not None:
        yield Quotient(values[0], quantities[0])
        return
    for value in values:
        near = _nearest(value, quantities)
        if near is not None and _nearest(near, values) is value:
            yield Quotient(value, near)


def _root(claim: Claim) -> str:
    """The figure of which it may be another print."""
    return claim.repeats or claim.id


def _nearest(claim: Claim, among: list[Claim]) -> Claim | None:
    beside = [one for one in among if one.sentence == claim.sentence]
    return min(beside, key=lambda one: abs(one.figure.start - claim.figure.start), default=None)
