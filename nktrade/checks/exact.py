"""The same sums in exact numbers: a float may acquit, only this accuses."""

from collections.abc import Callable
from fractions import Fraction

from nktrade.checks.relations import Relations
from nktrade.core.amount import Amount
from nktrade.core.interval import Interval

Amounts = Callable[[int], Amount]
"""The printed amount of a ledger row, in the ledger's canonical unit."""
_HUNDRED = 100


def observed(found: Relations, at: int, amounts: Amounts, *, widest: bool) -> Interval:
    """The interval of the amount observed at a position, with the sign of its words."""
    amount = amounts(int(found.seen["row"][at]))
    interval = amount.widest if widest else amount.printed
    return -interval if found.seen["is_negative"][at] else interval


def factor(found: Relations, at: int, amounts: Amounts, *, widest: bool) -> Interval:
    """What a carrier multiplies by."""
    own, seen = observed(found, at, amounts, widest=widest), found.seen
    if seen["unit"][at] == seen.code("percent"):
        own = own.scaled(Fraction(1, _HUNDRED))
    return own + Interval.point(1) if seen["adds_to_one"][at] else own


def sides(
    found: Relations, lines: range, amounts: Amounts, *, widest: bool
) -> tuple[Interval, Interval]:
    """Left and right of the relation that stands on these lines."""
    places = found.lines
    check = found.checks[found.check[places.choice[lines[0]]]]
    terms = (*check.left.terms, *check.right.terms)
    sums = {True: Interval.point(0), False: Interval.point(0)}
    for line in lines:
        term = terms[places.place[line]]
        value = observed(found, int(places.cell[line]), amounts, widest=widest)
        value = value * Interval(Fraction(places.low[line]), Fraction(places.high[line]))
        if places.carrier[line] >= 0:
            multiplier = factor(found, int(places.carrier[line]), amounts, widest=widest)
            if term.is_of_rise:
                multiplier = multiplier - Interval.point(1)
            value = value / multiplier if term.is_divided else value * multiplier
        is_left = bool(places.place[line] < len(check.left.terms))
        sums[is_left] = sums[is_left] + (value if term.sign > 0 else -value)
    return sums[True], sums[False]


def agree(left: Interval, right: Interval, compare: str) -> bool:
    """Whether the two sides can be one number, or the left no more than the right."""
    if compare == "<=":
        return left.low is None or right.high is None or left.low <= right.high
    return left.meets(right)
