"""Repeated: one number printed twice, in one unit, from both sides, or in two currencies.

Two amounts that one text gives for one cell may be a first print and a revision, two counts, or a
part and its whole that our reading does not tell apart: alternatives, no relation. Where a single
slip of the pen parts them they are one number, printed wrongly once.
"""

from datetime import timedelta
from fractions import Fraction
from functools import lru_cache

import numpy as np

from nktrade.checks.changing import units_beside
from nktrade.checks.check import Check
from nktrade.checks.choices import Choices, is_one_passage, levels, match, pairs_of, part_whole
from nktrade.checks.observations import CELL, Codes, Floats, Mask, Observations
from nktrade.checks.slips import may_be_slip, may_be_turned
from nktrade.core.amount import Amount
from nktrade.core.codes import Flow, Kind
from nktrade.core.interval import Interval
from nktrade.core.period import Period
from nktrade.errors import UnitError
from nktrade.ledger.rates import rate
from nktrade.reference.units import currencies

_ALIKE = (*CELL, "base_period", "place", "actor", "is_turned")
_TOLD = (Kind.LEVEL, Kind.CHANGE_PCT, Kind.CHANGE_ABS, Kind.SHARE_PCT, Kind.UNIT_PRICE)
_TRADE = ("document", "side_a", "side_b", "flow", "commodity")
_RATED = ("document", "sentence", "side_a", "side_b", "commodity", "flow", "period")
"""What a level and the change that led to it have in common in their sentence."""
_LATER = timedelta(days=92)
_PAIRS_KEPT = 4096
"""Pairs of prints that are remembered: each other reading of a text asks of most of them again."""
_HEDGED = 0.1
"""How far, as a share of it, more than or nearly a number is mostly said."""
_ROOM = Fraction(1, 5)
"""Reports convert at a day's, a month's, a year's or a fixed rate: a fifth on either side of them."""
_NEAR_A_RATE = Fraction(1, 20)
"""How near a rate parts two amounts that were likely converted: the last year's level is seldom so far, and may be nearer."""


def repeats(check: Check, seen: Observations) -> Choices:
    """Two prints of one cell in two sentences that disagree by one slip."""
    one, other = apart(seen, _ALIKE)
    kept = ~are_before_and_after(seen, one, other)
    one, other = one[kept], other[kept]
    is_slip = are_slips(seen, one, other)
    return part_whole(check, seen, one[is_slip], other[is_slip])


def apart(seen: Observations, columns: tuple[str, ...]) -> tuple[Codes, Codes]:
    """Two prints of one cell in two sentences that disagree, each pair in the order of the text."""
    told = np.flatnonzero(np.isin(seen["kind"], seen.codes(_TOLD)))
    told = told[(seen["period"][told] != seen.code("")) & (seen["version"][told] == seen.code(""))]
    at_one, at_other = match(seen.keys(columns, told), seen.keys(columns, told))
    one, other = told[at_one], told[at_other]
    differ = ~agree(seen, one, other)
    is_one_sentence = seen["sentence"][one] == seen["sentence"][other]
    # No sentence tells two numbers of one cell: there our reading has mixed up two.
    mixed = one[differ & is_one_sentence]
    kept = (one < other) & differ & ~np.isin(one, mixed) & ~np.isin(other, mixed)
    one, other = one[kept], other[kept]
    kept = ~_are_of_two_units(seen, one, other)
    return one[kept], other[kept]


def _are_of_two_units(seen: Observations, one: Codes, other: Codes) -> Mask:
    """Whether two changes stand beside amounts of no common unit: tons fell by 1 percent, their value by 14."""
    beside = units_beside(seen)
    at_pair, at_unit = match(one[:, None], beside[:, :1])
    shared = np.column_stack([other[at_pair], beside[at_unit, 1]])
    is_shared = np.isin(at_pair, at_pair[match(shared, beside)[0]])
    found = np.isin(one, beside[:, 0]) & np.isin(other, beside[:, 0])
    found[at_pair[is_shared]] = False
    return found


def are_before_and_after(
    seen: Observations, one: Codes, other: Codes, *, of: tuple[str, ...] = _TRADE
) -> Mask:
    """Whether a printed change leads from one print to the other: one of them is the level before it.

    Where the sentence of each tells that change, both are what it led to.
    """
    is_led = _is_changed(seen, one, other, of) | _is_changed(seen, other, one, of)
    return is_led & ~_have_one_rate(seen, one, other)


def _have_one_rate(seen: Observations, one: Codes, other: Codes) -> Mask:
    """Whether the sentences of two prints tell one change of theirs in percent."""
    rates = np.flatnonzero(seen["kind"] == seen.code(Kind.CHANGE_PCT))
    at_one, own = match(seen.keys(_RATED, one), seen.keys(_RATED, rates))
    at_other, theirs = match(seen.keys(_RATED, other), seen.keys(_RATED, rates))
    left, right = match(at_one[:, None], at_other[:, None])
    a, b = rates[own[left]], rates[theirs[right]]
    kept = agree(seen, a, b) & (seen["base_period"][a] == seen["base_period"][b]) & (a != b)
    found: Mask = np.isin(np.arange(len(one)), at_one[left[kept]])
    return found


def _is_changed(seen: Observations, before: Codes, after: Codes, of: tuple[str, ...]) -> Mask:
    """Whether some printed change of the same trade makes the first print the second."""
    changes = np.flatnonzero(seen["kind"] == seen.code(Kind.CHANGE_PCT))
    at_pair, at_change = match(seen.keys(of, before), seen.keys(of, changes))
    one, other, change = before[at_pair], after[at_pair], changes[at_change]
    low, high = _closed_ends(seen)  # what is open on a side is the change of anything
    factors = 1 + np.stack([low[change], high[change]]) / 100
    fits = (low[one] * factors[0] <= high[other]) & (high[one] * factors[1] >= low[other])
    found = np.zeros(len(before), dtype=bool)
    found[at_pair[fits]] = True
    return found


def _closed_ends(seen: Observations) -> tuple[Floats, Floats]:
    """The ends of each observation, an open one as far off as a hedge may stand from its number."""
    low, high = seen.ends("low"), seen.ends("high")
    with np.errstate(invalid="ignore"):
        return (
            np.where(np.isinf(low), high - np.abs(high) * _HEDGED, low),
            np.where(np.isinf(high), low + np.abs(low) * _HEDGED, high),
        )


def twice(check: Check, seen: Observations) -> Choices:
    """One cell claimed from both sides, in the order of the text.

    Two offices that nobody names may each have counted: then only a slip tells that it is one count. So it
    does where no words say from which side a figure is told, as of trade in both directions.
    """
    every = levels(seen)
    part, whole = pairs_of(seen, every, every)
    both_sides = seen["is_turned"][part] != seen["is_turned"][whole]
    kept = (part < whole) & both_sides
    part, whole = part[kept], whole[kept]
    told = are_told(seen)
    kept = (told[part] & told[whole]) | agree(seen, part, whole)
    kept[~kept] = are_slips(seen, part[~kept], whole[~kept])
    return part_whole(check, seen, part[kept], whole[kept])


def are_told(seen: Observations) -> Mask:
    """Whether the words say whose export or import a count is of a named office."""
    told = (seen["compiler"] != seen.code("")) & ~seen["is_guessed"].astype(bool)
    return np.asarray(told & (seen["flow"] != seen.code(Flow.TOTAL)), dtype=bool)


def exchanges(check: Check, seen: Observations) -> Choices:
    """An amount and the same one in another currency beside it, with the rates of its time."""
    every = levels(seen)
    at_one, at_other = match(
        np.stack([seen["document"][every], seen["restates"][every]], axis=1),
        np.stack([seen["document"][every], seen["claim"][every]], axis=1),
    )
    one, other = every[at_one], every[at_other]
    kept = is_one_passage(seen, one, other)
    one, other = one[kept], other[kept]
    factors = [_factor(seen, *pair) for pair in zip(one, other, strict=True)]
    known = np.array([factor is not None for factor in factors], dtype=bool)
    ends = [(float(found.low or 0), float(found.high or 0)) for found in factors if found]
    constant = np.array(ends).reshape(-1, 2)
    return part_whole(check, seen, one[known], other[known], constant=constant)


def agree(seen: Observations, one: Codes, other: Codes) -> Mask:
    """Whether two prints can be one number."""
    low, high = seen.ends("low"), seen.ends("high")
    return np.asarray((low[one] <= high[other]) & (low[other] <= high[one]))


def are_slips(seen: Observations, one: Codes, other: Codes) -> Mask:
    """Whether one slip in either of two prints would make them agree.

    The digits alone tell, not how widely they are read: widening adds no relation.
    """
    digits, scales = seen.words("digits"), seen.words("scale")
    turned = seen["is_negative"][one] != seen["is_negative"][other]
    return np.array(
        [
            _is_slip((digits[a], scales[a]), (digits[b], scales[b]), is_turned=is_turned)
            for a, b, is_turned in zip(one.tolist(), other.tolist(), turned.tolist(), strict=True)
        ],
        dtype=bool,
    )


@lru_cache(maxsize=_PAIRS_KEPT)
def _is_slip(one: tuple[str, str], other: tuple[str, str], *, is_turned: bool) -> bool:
    """The same of two prints by their digits and scales: a text is held against itself many times over."""
    a, b = (Amount(digits=digits, scale=Fraction(scale)) for digits, scale in (one, other))
    return may_be_slip(a, b) or may_be_slip(b, a) or (is_turned and may_be_turned(a, b))


def _factor(seen: Observations, one: int, other: int) -> Interval | None:
    """What one unit of the second was worth in the first, about the time spoken of.

    Of two amounts in one currency the one is the other only where some rate parts them, between it and
    another currency of the text or its trade: there a currency was named wrongly. Else they are two amounts.
    """
    names = list(seen.vocabulary)
    period = names[seen["period"][one]]
    units = seen["unit"]
    if units[one] != units[other]:
        return _rate(names[units[other]], names[units[one]], period)
    here = np.unique(units[seen["document"] == seen["document"][one]]).tolist()
    known = {names[code] for code in here} | _moneys(seen, one)
    own = names[units[one]]
    rates = [_rate(money, own, period, room=_NEAR_A_RATE) for money in known - {own}]
    ends = np.stack(_closed_ends(seen), axis=1)[[one, other]]
    if not np.isfinite(ends).all():
        return None
    prints = [Interval(Fraction(low), Fraction(high)) for low, high in ends.tolist()]
    is_parted = any(
        found is not None and (a * found).meets(b)
        for found in rates
        for a, b in (prints, prints[::-1])
    )
    return Interval.point(1) if is_parted else None


def _moneys(seen: Observations, one: int) -> set[str]:
    """The money of the two countries, and the dollar, in which trade is told."""
    sides = {seen.words(side)[one] for side in ("side_a", "side_b")}
    return {"USD"} | {code for code, money in currencies().items() if money.area in sides}


def _rate(currency: str, to: str, period: str, *, room: Fraction = _ROOM) -> Interval | None:
    """What one unit of a currency was worth in another, with room; None where either is none."""
    if not period or {currency, to} - currencies().keys():
        return None
    told = Period.of(period)
    try:
        found = rate(currency, to, Period(told.first, told.last + _LATER)).interval
    except UnitError:
        return None  # a currency or a time without reference rates
    return found * Interval(1 - room, 1 + room)
