"""Wholes and their parts: what adds up to a whole, and what cannot exceed it."""

import numpy as np

from nktrade.checks.check import Check
from nktrade.checks.choices import (
    Choices,
    days,
    is_inside,
    is_one_passage,
    levels,
    pairs_of,
    part_whole,
)
from nktrade.checks.observations import Codes, Mask, Observations
from nktrade.core.codes import ALL_GOODS, WORLD, Flow
from nktrade.reference.commodities import commodities, heading_holds
from nktrade.reference.units import currencies

_ONE_DAY = np.timedelta64(1, "D")
_LIQUID = ("bbl", "bbl/d")
_BLOCS = frozenset({WORLD, "EUU"})


def tiles(check: Check, seen: Observations) -> Choices:
    """Parts that follow each other day by day from the first to the last day of the whole."""
    every = _added_up(seen, levels(seen))
    part, whole = pairs_of(seen, every, every, leave=("period",))
    kept = is_inside(seen, part, whole)
    part, whole = once(part[kept], whole[kept], seen["period"])
    first, last = days(seen, part)
    order = np.lexsort([first, whole])
    part, whole, first, last = part[order], whole[order], first[order], last[order]
    is_start = np.append(True, whole[1:] != whole[:-1])[: len(whole)]
    is_end = np.append(whole[1:] != whole[:-1], True)[: len(whole)]
    whole_first, whole_last = days(seen, whole)
    follows = np.append(True, first[1:] == last[:-1] + _ONE_DAY)[: len(first)]
    broken = np.where(is_start, first != whole_first, ~follows) | (is_end & (last != whole_last))
    kept = ~np.isin(whole, whole[broken])
    return part_whole(check, seen, part[kept], whole[kept], together=True)


def inside(check: Check, seen: Observations) -> Choices:
    """A part and the whole that holds it, alike in all else."""
    if "period" in dict(check.left.terms[0].where):
        every = _added_up(seen, flows(seen))
        part, whole = pairs_of(seen, every, every, leave=("period",))
        kept = is_inside(seen, part, whole)
        return part_whole(check, seen, part[kept], whole[kept])
    ((column, value),) = check.right.terms[0].where
    seen = seen.from_both_sides() if column == "side_b" else seen
    every = _counted_whole(seen, column, flows(seen))
    is_whole = seen[column][every] == seen.code(str(value))
    known = (seen[column][every] != seen.code("")) & (seen["period"][every] != seen.code(""))
    # A union's trade with the world is often that with others alone: its own inner trade is no part.
    is_inner = seen["side_a"][every] == seen["side_b"][every]
    parts = every[~is_whole & known & ~is_inner]
    part, whole = pairs_of(seen, parts, every[is_whole], leave=(column,))
    if column == "commodity":
        kept = _are_told_first(seen, part, whole)
        part, whole = part[kept], whole[kept]
    return part_whole(check, seen, part, whole)


def groups(check: Check, seen: Observations) -> Choices:
    """Two or more kinds of one thing in one passage, beside the thing they are kinds of."""
    ((column, _),) = check.left.terms[0].where
    seen = seen.from_both_sides() if column == "side_b" else seen
    every = _counted_whole(seen, column, flows(seen))
    part, whole = pairs_of(seen, every, every, leave=(column,))
    kept = is_one_passage(seen, part, whole) & _is_kind(seen, column, part, whole)
    kept &= ~_are_listed(seen, part, whole)
    part, whole = once(part[kept], whole[kept], seen[column])
    if column == "commodity":
        kept = are_apart(seen, part, whole)
        part, whole = part[kept], whole[kept]
    _, where, count = np.unique(whole, return_inverse=True, return_counts=True)
    several = count[where] > 1
    return part_whole(check, seen, part[several], whole[several], together=True)


def flows(seen: Observations) -> Codes:
    """Levels that cannot be negative."""
    every = levels(seen)
    return every[np.isin(seen["flow"][every], seen.codes([Flow.EXPORT, Flow.IMPORT, Flow.TOTAL]))]


def _added_up(seen: Observations, every: Codes) -> Codes:
    """Amounts that add up over time: a month's barrels a day may be more than the year's."""
    is_daily = seen["unit"][every] == seen.code("bbl/d")
    kept: Mask = (seen["rate"][every] == seen.code("")) & ~is_daily
    return every[kept]


def _counted_whole(seen: Observations, column: str, every: Codes) -> Codes:
    """Without barrels of all goods, where goods are held against them: they are of some oil that was named before."""
    if column != "commodity":
        return every
    is_liquid = np.isin(seen["unit"][every], seen.codes(_LIQUID))
    kept: Mask = ~is_liquid | (seen["commodity"][every] != seen.code(ALL_GOODS))
    return every[kept]


def _are_told_first(seen: Observations, part: Codes, whole: Codes) -> Mask:
    """Whether a whole is of money, or told before its part: tons behind tons of goods are of those goods again.

    Trade in all goods is added up in money.
    """
    names, units = list(seen.vocabulary), seen["unit"][whole]
    moneys = [code for code in set(units.tolist()) if names[code] in currencies()]
    return np.asarray(np.isin(units, moneys) | (seen["at"][whole] < seen["at"][part]), dtype=bool)


def _are_listed(seen: Observations, part: Codes, whole: Codes) -> Mask:
    """Whether no words of the whole say what it is of, and it stands behind the part in one sentence.

    Of a list of kinds it is then one whose name nobody knows: 4 tons of white rice, 3 of another, 2 of fragrant rice.
    """
    column = "commodity"
    named = {code: column in name for name, code in seen.vocabulary.items()}
    is_open = np.array([named[code] for code in seen["inferred"][whole].tolist()], dtype=bool)
    is_behind = (seen["sentence"][part] == seen["sentence"][whole]) & (
        seen["at"][part] < seen["at"][whole]
    )
    listed = whole[is_open & is_behind]
    return np.isin(whole, listed)


def once(part: Codes, whole: Codes, column: Codes) -> tuple[Codes, Codes]:
    """One part per whole and word of the column: the first in the text."""
    _, first = np.unique(np.stack([whole, column[part]]), axis=1, return_index=True)
    first = np.sort(first)
    return part[first], whole[first]


def _is_kind(seen: Observations, column: str, part: Codes, whole: Codes) -> Mask:
    names = list(seen.vocabulary)
    relation = _is_partner_of if column == "side_b" else _is_kind_of
    pairs = np.stack([seen[column][part], seen[column][whole]], axis=1).reshape(-1, 2)
    distinct, where = np.unique(pairs, axis=0, return_inverse=True)
    answers = [relation(names[one], names[other]) for one, other in distinct]
    return np.array(answers, dtype=bool)[where]


def _is_kind_of(part: str, whole: str) -> bool:
    """Direct kinds, and of all goods what the Harmonized System knows: a kind of a kind counts twice."""
    row = commodities().get(part)
    if whole == ALL_GOODS:
        return row is not None and bool(row.hs)
    is_child = row is not None and row.parent == whole
    return is_child or (part != whole and part in whole.replace(" and ", ", ").split(", "))


def are_apart(seen: Observations, part: Codes, whole: Codes) -> Mask:
    """Which parts share no heading with a part of the same whole named before them."""
    names, kept, known = list(seen.vocabulary), [], commodities()
    counted: dict[int, list[str]] = {}
    for good, of in zip(seen["commodity"][part].tolist(), whole.tolist(), strict=True):
        row, before = known.get(names[good]), counted.setdefault(of, [])
        own = row.hs if row else ()
        kept.append(not any(_overlap(one, other) for one in own for other in before))
        before.extend(own if kept[-1] else ())
    return np.array(kept, dtype=bool)


def _overlap(one: str, other: str) -> bool:
    return heading_holds(one, other) or heading_holds(other, one)


def _is_partner_of(part: str, whole: str) -> bool:
    """Single countries in the world, and members of a list of countries in that list."""
    is_country = "," not in part and "-" not in part and part not in _BLOCS and part != ""
    return (is_country and whole == WORLD) or (part != whole and part in whole.split(","))
