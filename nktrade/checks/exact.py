"""The same sums in exact numbers: a float may acquit, only this accuses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from nktrade.core.amount import Amount
from nktrade.core.codes import Kind
from nktrade.core.interval import Interval

Amounts = Callable[[int], Amount]
"""The printed amount of a ledger row, in the ledger's canonical unit."""
_HUNDRED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place of one relation, filled."""

    role: str
    side: int
    """1 left, -1 right."""
    sign: int
    cell: int
    """Position in the observations."""
    carrier: int | None
    is_divided: bool
    constant: Interval
    """The sourced factor; one where there is none."""


def places(terms: pd.DataFrame) -> Mapping[int, tuple[Place, ...]]:
    """The filled places of every relation of a terms frame, in their order."""
    found: dict[int, list[Place]] = {}
    ordered = terms.sort_values(["relation", "place"])
    columns = [ordered[name].tolist() for name in _COLUMNS]
    for relation, role, side, sign, cell, carrier, divided, low, high in zip(*columns, strict=True):
        found.setdefault(relation, []).append(
            Place(
                role=role,
                side=side,
                sign=sign,
                cell=cell,
                carrier=carrier if carrier >= 0 else None,
                is_divided=divided,
                constant=Interval(Fraction(low), Fraction(high)),
            )
        )
    return {relation: tuple(filled) for relation, filled in found.items()}


_COLUMNS = (
    "relation",
    "role",
    "side",
    "sign",
    "cell",
    "carrier",
    "is_divided",
    "factor_low",
    "factor_high",
)


def observed(seen: pd.DataFrame, at: int, amounts: Amounts, *, widest: bool) -> Interval:
    """The interval of the amount observed at a position, with the sign of its words."""
    amount = amounts(int(seen["row"].iloc[at]))
    interval = amount.widest if widest else amount.printed
    return -interval if seen["is_negative"].iloc[at] else interval


def factor(seen: pd.DataFrame, at: int, amounts: Amounts, *, widest: bool) -> Interval:
    """What a carrier multiplies by."""
    own = observed(seen, at, amounts, widest=widest)
    if seen["unit"].iloc[at] == "percent":
        own = own.scaled(Fraction(1, _HUNDRED))
    return own + Interval.point(1) if seen["kind"].iloc[at] == Kind.CHANGE_PCT else own


def sides(
    filled: tuple[Place, ...], seen: pd.DataFrame, amounts: Amounts, *, widest: bool
) -> tuple[Interval, Interval]:
    """Left and right of one relation."""
    sums = {1: Interval.point(0), -1: Interval.point(0)}
    for place in filled:
        value = observed(seen, place.cell, amounts, widest=widest) * place.constant
        if place.carrier is not None:
            multiplier = factor(seen, place.carrier, amounts, widest=widest)
            value = value / multiplier if place.is_divided else value * multiplier
        sums[place.side] = sums[place.side] + (value if place.sign > 0 else -value)
    return sums[1], sums[-1]


def agree(left: Interval, right: Interval, compare: str) -> bool:
    """Whether the two sides can be one number, or the left no more than the right."""
    if compare == "<=":
        return left.low is None or right.high is None or left.low <= right.high
    return left.meets(right)
