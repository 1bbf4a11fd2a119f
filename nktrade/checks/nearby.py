"""What stands together: shares among their levels, ships and their loads, one amount in two units."""

from datetime import date
from fractions import Fraction

import numpy as np

from nktrade.checks.check import Check
from nktrade.checks.choices import (
    Choices,
    is_one_passage,
    levels,
    match,
    numbered,
    part_whole,
)
from nktrade.checks.listed import Listed, listed
from nktrade.checks.observations import KEY, Codes, Mask, Observations
from nktrade.core.codes import ALL_GOODS, WORLD, Kind
from nktrade.core.interval import Interval
from nktrade.errors import UnitError
from nktrade.reference.densities import barrels_per_tonne

_LIMITS = ("cap", "quota", "limit", "ceiling")
_SIDES = ("side_a", "side_b", "flow", "commodity")
_MEANS = ("scope", "valuation", "world")
"""What a part and its whole have in common: a forecast has no part that was counted."""


def shares(check: Check, seen: Observations) -> Choices:
    """A level beside a printed share, like the share itself, and what it is part of: beside it, else wherever it is told."""
    seen = seen.from_both_sides()
    printed = np.flatnonzero(seen["kind"] == seen.code(Kind.SHARE_PCT))
    share, amount = _of_one_text(seen, printed, _amounts(seen))
    if not len(share):
        return part_whole(check, seen, share, amount, carrier=share)
    is_cap = seen["kind"][amount] == seen.code(Kind.CAP)
    kept = (seen["period"][amount] == seen["period"][share]) | is_cap
    share, amount, is_cap = share[kept], amount[kept], is_cap[kept]
    is_near = is_one_passage(seen, share, amount)
    alike = (seen.keys(_SIDES, amount) == seen.keys(_SIDES, share)).all(axis=1) & ~is_cap & is_near
    parts = np.stack([share[alike], seen["unit"][amount[alike]]], axis=1)
    wholes = np.stack([share, seen["unit"][amount]], axis=1)
    at_part, at_whole = match(parts, wholes)
    carrier, part, whole = share[alike][at_part], amount[alike][at_part], amount[at_whole]
    kept = _can_be_whole(seen, carrier, part, whole)
    lists = listed(seen)
    kept &= ~_is_of_next(seen, carrier, whole) | lists.is_sum[whole]
    is_near = is_near[at_whole]
    apart = _is_told_apart(seen, lists, carrier, whole, kept & is_near)
    apart &= _is_alone(seen, lists, carrier, part)
    kept &= is_near | apart
    kept &= _is_nearest(seen, carrier[kept], part[kept], carrier, part)
    return part_whole(check, seen, part[kept], whole[kept], carrier=seen["at"][carrier[kept]])


def loads(check: Check, seen: Observations) -> Choices:
    """A number of voyages, the load of each, and what they carry together."""
    every = levels(seen)
    is_each = seen["rate"][every] == seen.code("per_shipment")
    is_count = seen["unit"][every] == seen.code("count")
    count, each = _beside(seen, every[is_count], every[is_each])
    at_left, at_right = match(
        seen.keys(("document", "commodity", "unit"), each),
        seen.keys(("document", "commodity", "unit"), every[~is_each]),
    )
    count, each, whole = count[at_left], each[at_left], every[~is_each][at_right]
    key = (*_SIDES, "period")
    kept = is_one_passage(seen, each, whole) & (seen["rate"][whole] == seen.code(""))
    kept &= (seen.keys(key, count) == seen.keys(key, whole)).all(axis=1)
    of_each = seen["period"][each]
    kept &= (of_each == seen["period"][whole]) | (of_each == seen.code(""))
    return part_whole(check, seen, whole[kept], each[kept], carrier=seen["at"][count[kept]])


def priced(seen: Observations, found: Choices) -> Choices:
    """The choices that may tell of one sale.

    One kilogram beside a price is what it is a price of, a load has not the value of all, sentences without
    a period may tell of two sales, and a price that says no flow is of its sentence or the one before.
    """
    has_price = found.carrier >= 0
    is_one = (seen["digits"] == seen.code("1"))[found.cell] & has_price
    is_apart = _differs(found, seen["rate"][found.cell])
    undated = seen["period"][found.cell] == seen.code("")
    price = np.where(has_price, found.carrier, found.cell)
    for told in found.cell, price:
        is_apart |= undated & _differs(found, seen["sentence"][told])
    names_flow = np.array(
        ["flow" not in names.split(",") for names in seen.words("inferred")], dtype=bool
    )
    is_near = np.abs(seen["sentence"][price] - seen["sentence"][found.cell]) <= 1
    is_apart |= ~names_flow[price] & ~is_near
    return found.without(found.choice[is_one | is_apart])


def _differs(found: Choices, values: Codes) -> Mask:
    """The lines whose value is not that of the last line of their choice."""
    last = np.zeros(int(found.choice.max(initial=-1)) + 1, dtype=np.int64)
    last[found.choice] = values
    return np.asarray(last[found.choice] != values)


def conversions(check: Check, seen: Observations) -> Choices:
    """One amount in barrels and in tonnes, with the sourced range of barrels per tonne."""
    every = np.flatnonzero(np.isin(seen["kind"], seen.codes([Kind.LEVEL, Kind.CAP])))
    unit = seen["unit"][every]
    volumes = every[np.isin(unit, seen.codes(["bbl", "bbl/d"]))]
    masses = every[unit == seen.code("t")]
    key = ("kind", *(column for column in KEY if column not in {"unit", "rate"}))
    at_left, at_right = match(seen.keys(key, volumes), seen.keys(key, masses))
    volume, mass = volumes[at_left], masses[at_right]
    per_day = seen["unit"][volume] == seen.code("bbl/d")
    alike = (seen["rate"][volume] == seen["rate"][mass]) | per_day
    # Only what one sentence tells is one amount told twice: two sentences may quote two counts.
    is_one_sentence = seen["sentence"][volume] == seen["sentence"][mass]
    kept = alike & is_one_sentence & (seen["document"][volume] == seen["document"][mass])
    factors = _factors(seen, volume[kept])
    known = np.array([factor is not None for factor in factors], dtype=bool)
    ends = [(float(one.low or 0), float(one.high or 0)) for one in factors if one is not None]
    constant = np.array(ends).reshape(-1, 2)
    return part_whole(check, seen, volume[kept][known], mass[kept][known], constant=constant)


def _of_one_text(seen: Observations, left: Codes, right: Codes) -> tuple[Codes, Codes]:
    """Every two observations of one text."""
    at_left, at_right = match(seen.keys(["document"], left), seen.keys(["document"], right))
    return left[at_left], right[at_right]


def _is_told_apart(
    seen: Observations, lists: Listed, share: Codes, whole: Codes, beside: Mask
) -> Mask:
    """Whether a share that has no whole beside it is of all goods, or of trade with everybody, told elsewhere.

    The words have to say of what it is, or of what the first of its list is, and the whole has to be of a known
    time; no limit is told so far off.
    """
    is_level = seen["kind"][whole] == seen.code(Kind.LEVEL)
    is_known = (seen.keys(("period", "side_a", "flow"), whole) != seen.code("")).all(axis=1)
    none = seen.code("")
    is_open = (seen["share_of"][share] != none) | (lists.is_member & (lists.of != none))[share]
    return np.asarray(is_level & is_known & is_open & ~np.isin(share, share[beside]))


def _is_alone(seen: Observations, lists: Listed, share: Codes, part: Codes) -> Mask:
    """Whether a share stands right behind the first amount of its sentence: not clams 17, mushrooms 8, both 28 percent.

    In a list of amounts with a share each, behind its own.
    """
    amounts = _amounts(seen)
    names = numbered(seen.keys(("document", "sentence"), np.arange(len(seen))))
    first = np.full(len(seen), np.iinfo(np.int64).max)
    np.minimum.at(first, names[amounts], seen["at"][amounts])
    is_first = seen["at"][part] == first[names[share]]
    is_first |= lists.is_member[share]
    return np.asarray(is_first & (seen["at"][part] == _right_before(seen)[share]))


def _amounts(seen: Observations) -> Codes:
    """Positions of the levels and limits."""
    return np.flatnonzero(np.isin(seen["kind"], seen.codes([Kind.LEVEL, Kind.CAP])))


def _right_before(seen: Observations) -> Codes:
    """Where the last amount of its text before each observation stands; of those before all amounts, the first."""
    size = len(seen)
    at = seen["document"] * size + seen["at"]
    places = np.unique(at[_amounts(seen)])
    before = np.searchsorted(places, at) - 1
    is_first = (before < 0) | (places[before] < seen["document"] * size)
    return places[np.minimum(before + is_first, len(places) - 1)] % size


def _beside(seen: Observations, left: Codes, right: Codes) -> tuple[Codes, Codes]:
    """Every two observations that stand in one passage."""
    one, other = _of_one_text(seen, left, right)
    near = is_one_passage(seen, one, other)
    return one[near], other[near]


def _can_be_whole(seen: Observations, share: Codes, part: Codes, whole: Codes) -> Mask:
    """A limit, all goods, all partners, or the larger of two amounts under one key."""
    limits = [code for name, code in seen.vocabulary.items() if any(x in name for x in _LIMITS)]
    names_limit = np.isin(seen["share_of"][share], limits) | _is_of_limit(seen, share)
    is_limit = seen["kind"][whole] == seen.code(Kind.CAP)
    wider = np.zeros(len(part), dtype=bool)
    for column, widest in (("commodity", ALL_GOODS), ("side_b", WORLD)):
        code = seen.code(widest)
        wider |= (seen[column][whole] == code) & (seen[column][part] != code)
    for column, widest in (("commodity", ALL_GOODS), ("side_b", WORLD)):
        wider &= (seen[column][whole] == seen[column][part]) | (
            seen[column][whole] == seen.code(widest)
        )
    key = (*_SIDES, "period")
    same = (seen.keys(key, part) == seen.keys(key, whole)).all(axis=1)
    same &= seen.ends("high")[part] < seen.ends("low")[whole]
    wider |= _is_told(seen, share, part, whole, same)
    own = (seen.keys(("side_a", "flow"), part) == seen.keys(("side_a", "flow"), whole)).all(axis=1)
    wider &= own & ~names_limit & ~is_limit
    wider &= (seen.keys(_MEANS, part) == seen.keys(_MEANS, whole)).all(axis=1)
    hidden, counted = seen["channel"] != seen.code(""), seen["counted"] != seen.code("")
    wider &= ~((hidden[part] & counted[whole]) | (counted[part] & hidden[whole]))
    distinct = seen["at"][part] != seen["at"][whole]
    return np.asarray(distinct & (wider | (is_limit & names_limit)))


def _is_nearest(seen: Observations, shares: Codes, parts: Codes, share: Codes, part: Codes) -> Mask:
    """Whether no part stands right before the share but this one: 2.8 tons, or 76 percent, another 0.5 tons."""
    at, right_before = seen["at"], _right_before(seen)
    is_one = seen["sentence"][parts] == seen["sentence"][shares]
    told = np.unique(at[shares[is_one & (at[parts] == right_before[shares])]])
    return np.asarray(~np.isin(at[share], told) | (at[part] == right_before[share]))


def _is_of_next(seen: Observations, share: Codes, whole: Codes) -> Mask:
    """Whether an amount behind a share is the part of the next one, or its whole: 59 percent of exports, and $58 million, or 61 percent.

    Where the share itself is of an amount, the one behind it is its whole: 59 percent of $36 million, 61 percent of all.
    """
    at, last = seen["at"], np.iinfo(np.int64).max
    sentence = numbered(seen.keys(("document", "sentence"), np.arange(len(seen))))
    printed = np.flatnonzero(seen["kind"] == seen.code(Kind.SHARE_PCT))
    places, firsts = np.unique(at[printed], return_index=True)
    told = np.append(sentence[printed[firsts]], -1)
    parts = np.append(_right_before(seen)[printed[firsts]], last)
    following = np.searchsorted(places, at[share], side="right")
    is_next = told[following] == sentence[share]
    names_it = np.isin(seen["share_of"][share], _amount_names(seen)) & (
        at[whole] == parts[following]
    )
    behind = (sentence[whole] == sentence[share]) & (at[whole] > at[share])
    return np.asarray(behind & is_next & (at[whole] >= parts[following]) & ~names_it)


def _amount_names(seen: Observations) -> list[int]:
    """The codes of words with digits: what a share is of, where that is an amount."""
    return [code for name, code in seen.vocabulary.items() if any(map(str.isdigit, name))]


def _is_told(seen: Observations, share: Codes, part: Codes, whole: Codes, same: Mask) -> Mask:
    """Whether words alone tell, under one key, what is the part: the amount right before its share.

    It is held to the largest amount there is that is no such part: 187 tons (45 percent), 164 tons (40 percent).
    Or the whole stands between: 187 of the 412 tons, a share of 45 percent.
    """
    at, right_before = seen["at"], _right_before(seen)
    parts = right_before[seen["kind"] == seen.code(Kind.SHARE_PCT)]
    same = same & (seen["sentence"][part] == seen["sentence"][share])
    told = same & (at[part] == right_before[share]) & ~np.isin(at[whole], parts)
    is_between = (at[whole] == right_before[share]) & (at[part] == right_before[whole])
    is_open = seen["share_of"][share] == seen.code("")  # not: 412 tons, or 10 percent of the limit
    told |= same & is_between & is_open & ~np.isin(at[part], parts)
    size = seen.ends("low")[whole]
    largest = np.zeros(len(at))
    np.maximum.at(largest, share[told], size[told])
    return np.asarray(told & (size == largest[share]))


def _is_of_limit(seen: Observations, share: Codes) -> Mask:
    """Whether the share is of an amount, and its sentence tells a limit: 4분의 1 of 50만 배럴."""
    caps = np.flatnonzero(seen["kind"] == seen.code(Kind.CAP))
    at_share, _ = match(
        seen.keys(("document", "sentence"), share), seen.keys(("document", "sentence"), caps)
    )
    is_told = np.isin(np.arange(len(share)), at_share)
    return np.asarray(is_told & np.isin(seen["share_of"][share], _amount_names(seen)))


def _factors(seen: Observations, volumes: Codes) -> list[Interval | None]:
    names = list(seen.vocabulary)
    keys = seen.keys(("commodity", "unit", "period"), volumes)
    return [_barrels(*(names[code] for code in key)) for key in keys]


def _barrels(commodity: str, unit: str, period: str) -> Interval | None:
    """Barrels, or barrels a day over the period, that one tonne may stand for."""
    try:
        factor = barrels_per_tonne(commodity)
    except UnitError:
        return None  # no petroleum product: nothing to convert
    if unit == "bbl":
        return factor
    if not period:
        return None
    first, last = (date.fromisoformat(day) for day in period.split("/"))
    return factor.scaled(Fraction(1, (last - first).days + 1))
