"""Claims and statements as one country sees them: the UN's measures are written from North Korea's side."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cache
from itertools import pairwise, zip_longest

from nktrade.core.claims import Claim, Reading, Statement
from nktrade.core.codes import Channel, Flow, Kind
from nktrade.core.interval import Interval
from nktrade.errors import UnitError
from nktrade.ledger.units import convert_product
from nktrade.reference.compilers import compilers

NORTH = "PRK"
Told = Claim | Statement

_ZERO = Interval.point(0)
_ALL_OF_IT = 100


def told_in(reading: Reading) -> tuple[Told, ...]:
    """All that was read of trade: claims, then statements."""
    return (*reading.claims, *reading.statements)


def direction(one: Told, area: str = NORTH) -> Flow | None:
    """Export for what leaves the area, import for what enters it; None where neither is said."""
    if one.flow not in {Flow.EXPORT, Flow.IMPORT}:
        return None
    if one.reporter == area:
        return one.flow
    return one.flow.mirrored if one.partner == area else None


def partner_of(one: Told, area: str = NORTH) -> str | None:
    """The side that is not the area."""
    return one.partner if one.reporter == area else one.reporter


def surface(one: Told) -> str:
    """The printed words."""
    return one.figure.surface if isinstance(one, Claim) else one.surface


def is_trade(one: Told) -> bool:
    """Whether it reports that something was traded: no ban, no stop, no forecast, no fall to nothing."""
    if isinstance(one, Statement):
        return (
            not one.is_hypothetical
            and one.says not in {"banned", "ceased"}
            and one.interval != _ZERO
        )
    return not one.is_hypothetical and is_amount(one)


def is_amount(one: Claim) -> bool:
    """Whether it gives a part or an amount of some trade that is more than nothing."""
    if one.repeats is not None or one.kind in {Kind.CAP, Kind.UNIT_PRICE}:
        return False
    if one.kind is Kind.CHANGE_PCT and one.sign == "-":
        return one.value < _ALL_OF_IT
    low = one.amount.printed.low
    return low is not None and low > 0


def named(told: Iterable[Told]) -> str:
    """Each with its words, how it stands and who says so: 'c1 "370 million" (estimate, by A citing B)'.

    What stands alike is said of all of them at once.
    """
    groups: dict[str, dict[tuple[str, int], list[str]]] = {}
    for one in told:
        # Goods of one list are a statement each, in the same words.
        start = one.start if isinstance(one, Statement) else one.figure.start
        groups.setdefault(_standing(one), {}).setdefault((surface(one), start), []).append(one.id)
    return ", ".join(
        ", ".join(f'{", ".join(ids)} "{words}"' for (words, _), ids in those.items()) + f" ({how})"
        for how, those in groups.items()
    )


def shown(one: Told) -> str:
    """Its id and its words."""
    return f'{one.id} "{surface(one)}"'


def roles(told: Iterable[Told]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The ids by role: claims, and statements."""
    every = tuple(told)
    found: Mapping[str, tuple[str, ...]] = {
        "claims": tuple(one.id for one in every if isinstance(one, Claim)),
        "statements": tuple(one.id for one in every if isinstance(one, Statement)),
    }
    return tuple((role, ids) for role, ids in found.items() if ids)


def in_unit(claim: Claim, unit: str, *, widest: bool = False) -> Interval | None:
    """The amount in another unit, barrels and tonnes by the product's range; None without a way.

    Yearly and plain amounts alone: a rate of other length is no amount of a period.
    """
    if claim.figure.unit is None or claim.commodity is None or claim.rate not in {None, "per_year"}:
        return None
    amount = claim.amount.widest if widest else claim.amount.printed
    try:
        return convert_product(amount, claim.figure.unit, unit, claim.commodity)
    except UnitError:
        return None


def percent(part: Interval, whole: Fraction) -> Interval:
    """The part in percent of the whole."""
    return part.scaled(_ALL_OF_IT / whole)


def _standing(one: Told) -> str:
    channel = "" if one.channel is Channel.UNKNOWN else f", {one.channel}"
    by = f", by {_chain(one.source)}" if one.source else ""
    return f"{one.standing}{channel}{by}"


def _chain(source: tuple[str, ...]) -> str:
    """Who says so, citing whom; of two of the press a text seldom tells which of them cites the other."""
    links = [", " if _press() >= {one, other} else " citing " for one, other in pairwise(source)]
    return "".join(name + link for name, link in zip_longest(source, links, fillvalue=""))


@cache
def _press() -> frozenset[str]:
    return frozenset(one.name for one in compilers().values() if one.kind == "press")
