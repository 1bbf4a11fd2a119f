"""Together: what the figures of one sentence say about each other.

Lists dealt out by 'respectively', equivalents in brackets, levels that give a change its base, prices
whose unit was said once, limits listed side by side.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from nktrade.core.codes import ALL_GOODS, Kind
from nktrade.reading.dealing import dealt
from nktrade.reading.discourse import CLAUSE, Known
from nktrade.reading.drafts import Draft
from nktrade.reading.goods import MEASURES, MONEYS, are_alike
from nktrade.reading.kinds import Sort
from nktrade.reading.pricing import of_goods_beside
from nktrade.reading.timing import distance
from nktrade.reading.wholes import comes_to, is_whole_of, measured, of_part, wholly
from nktrade.reading.words import Mention

_ALONE = re.compile(
    r"\s*(?:[.,;)](?!\d)|\Z)"
    r"| (?:and|or|in|from|went|came|was|were|while|as|against|to|a|by|this|last|on|for|of|the) "
)
LENT = MONEYS | MEASURES - {"count"}
"""Units that an amount without one takes over from the amount before it."""
_OR = re.compile(r",? or (?:\w+ )?")
"""What stands between an amount and the same in other words: or, or roughly."""
_BRACKET = 12
_LISTED = 2
"""How many words may stand between the two figures of a pair: and, and a hedge."""
_NEXT_CLAUSES = 3
"""How many clauses further a figure may still tell of the one before it."""
_TOLD_OF = frozenset({Kind.CHANGE_ABS, Kind.CHANGE_PCT, Kind.SHARE_PCT, Kind.RATIO})
_SINCE = "since:"
"""How a base begins that is years before: the usual one is a year or a month."""
_MONEY = "in "
"""How a scope names the currency measured in: in CNY."""
_LEVELS = frozenset({Kind.LEVEL, Kind.UNIT_PRICE})
_BESIDE_STEP = frozenset(
    {"case", "period", "break", "stop", "hedge", "neutral", "filler", "pronoun"}
)
_DEARER = 20
"""An amount so many times a price is none: $787 a ton on average, compared with $23.1 million a year ago."""


def together(
    text: str, items: Sequence[Mention], drafts: Sequence[Draft], unit: str | None = None
) -> list[Draft]:
    """The drafts of a sentence after each has seen the others."""
    found = _in_unit_spoken(text, _in_money_told(items, drafts), unit)
    found = _paired(items, found)
    found = dealt(items, found)
    found = _in_year_told(found)
    olds: list[Draft] = []
    for index in range(len(found)):
        found[index] = _of_step(items, found, index)
        current = of_part(text, items, found, index)
        current = comes_to(text, found, index, current)
        if index and is_whole_of(text, items, found[index - 1], current):
            current = wholly(items, found[index - 1], current)
        elif index:
            current = _leaning(text, found[index - 1], current)
        current = _aged(current, found[:index])
        is_open = current.period is None or current.whence == "prior"
        if current.sort.is_base and is_open and olds:
            current = current._replace(period=olds[-1].period, whence="clause")
        olds += [current] if current.sort.is_base and current.period else []
        found[index] = current
    found = of_goods_beside(found)
    pairs = pairwise(found)
    found = [*(_weighed(measured(text, *pair), pair[1]) for pair in pairs), *found[-1:]]
    return [_based(items, one, found) for one in found]


def _of_step(items: Sequence[Mention], drafts: Sequence[Draft], index: int) -> Draft:
    """A percentage behind two levels, one of which came from the other, as how far it moved: from $39 to $41 million, or 5 percent."""
    draft = drafts[index]
    if index < _LISTED or draft.sort.kind is not Kind.SHARE_PCT:
        return draft
    old, new = drafts[index - _LISTED : index]
    is_step = [_case_before(items, one) for one in (old, new)] == ["origin", "destination"]
    are_levels = old.sort.kind is new.sort.kind is not None and old.spot.unit == new.spot.unit
    beside = [one for one in items if new.spot.end <= one.start < draft.spot.start]
    behind = [one.value for one in items if one.start >= draft.spot.end][:1]
    if not (is_step and are_levels) or behind == ["of"] or new.sort.kind not in _LEVELS:
        return draft
    if any(one.role not in _BESIDE_STEP for one in beside):
        return draft
    sign = "+" if new.spot.value > old.spot.value else "-"
    moved = Sort(Kind.CHANGE_PCT, sign=sign)
    return draft._replace(
        sort=moved, commodity=new.commodity, period=new.period, whence=new.whence, governed=False
    )


def _case_before(items: Sequence[Mention], draft: Draft) -> str | None:
    """The case right before a figure, hedges aside."""
    before = [one for one in items if one.end <= draft.spot.start and one.role != "hedge"]
    return before[-1].value if before and before[-1].role == "case" else None


def _weighed(draft: Draft, after: Draft) -> Draft:
    """A change with the goods of the tons that it leads to: imports rose 50 percent to 3 million tons."""
    leads = after.segment == draft.segment and after.head_start == draft.head_start
    is_told = draft.sort.kind in _TOLD_OF and after.spot.unit in MEASURES and _is_of_all(draft)
    return draft._replace(commodity=after.commodity.older(CLAUSE)) if leads and is_told else draft


def _in_year_told(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those without a time in the year that a change from the year before supposes."""
    told = next((one.period for one in drafts if one.period and one.base == "previous_year"), None)
    is_open = told and not any(one.period and one.whence != "prior" for one in drafts)
    return [
        one._replace(period=told, whence="prior")
        if is_open and one.period is None and one.whence == "text" and one.sort.kind is Kind.LEVEL
        else one
        for one in drafts
    ]


def _in_money_told(items: Sequence[Mention], drafts: Sequence[Draft]) -> list[Draft]:
    """Millions without a unit in the currency that the sentence says it measures in."""
    told = (one.value for one in items if one.role == "scope" and one.value.startswith(_MONEY))
    money = next(told, "").removeprefix(_MONEY)
    return [
        one._replace(spot=one.spot._replace(unit=money))
        if money and one.spot.unit is None and one.spot.numeral.scaled
        else one
        for one in drafts
    ]


def _in_unit_spoken(text: str, drafts: list[Draft], unit: str | None) -> list[Draft]:
    """Millions that stand alone, in the unit of the amount before them: to 800 million dollars and 600 million."""
    out: list[Draft] = []
    for one in drafts:
        spot = one.spot
        unit = spot.unit if spot.unit in LENT else unit
        is_bare = spot.unit is None and spot.numeral.scaled and not spot.compound
        is_sum = is_bare and unit and _ALONE.match(text, spot.end)
        out.append(one._replace(spot=spot._replace(unit=unit)) if is_sum else one)
    return out


def _paired(items: Sequence[Mention], drafts: list[Draft]) -> list[Draft]:
    """The drafts with two figures of a pair of flows dealt out: exports and imports were $9 and $7 billion."""
    flows = {
        one.start: one.value.partition(":")[2].split("+")
        for one in items
        if one.role == "flow" and "+" in one.value
    }
    out = list(drafts)
    for index, (one, other) in enumerate(pairwise(drafts)):
        told = flows.get(one.head_start) if other.head_start == one.head_start else None
        between = [each for each in items if one.spot.end <= each.start < other.spot.start]
        is_list = any(each.role == "break" for each in between) and len(between) <= _LISTED
        if told and is_list and are_alike(one.spot.unit, other.spot.unit):
            out[index] = one._replace(flow=Known(told[0]))
            out[index + 1] = other._replace(flow=Known(told[1]))
    return out


def _aged(draft: Draft, before: Sequence[Draft]) -> Draft:
    """An old level with the goods of the last amount in its unit, which it is the old level of."""
    if not draft.sort.is_base or draft.sort.kind is not Kind.LEVEL or not _is_of_all(draft):
        return draft
    levels = [one for one in before if one.spot.unit == draft.spot.unit and not one.sort.is_base]
    is_own = bool(levels) and (levels[-1].owns_goods or levels[-1].head_start == draft.head_start)
    is_same = is_own and levels[-1].flow == draft.flow
    return draft._replace(commodity=levels[-1].commodity.older(CLAUSE)) if is_same else draft


def _leaning(text: str, before: Draft, draft: Draft) -> Draft:
    """The draft with what it takes from the figure before it: a whole from its part, else all it leaves out."""
    gap = text[before.spot.end : draft.spot.start]
    is_same = before.sort.kind is Kind.CHANGE_PCT and draft.sort == Sort(Kind.LEVEL)
    if is_same and _OR.fullmatch(gap):  # 12 percent, or $3 million
        return draft._replace(sort=before.sort._replace(kind=Kind.CHANGE_ABS), base=before.base)
    is_of_it = draft.sort.kind is Kind.SHARE_PCT and before.sort.kind is Kind.LEVEL
    if is_of_it and draft.whence != "words" and len(gap) <= _BRACKET and not before.sort.is_base:
        draft = draft._replace(period=before.period, whence=before.whence)
    if _is_of_same_time(before, draft):
        return draft._replace(sort=Sort(Kind.SHARE_PCT, share_of="whole"))
    is_of_rest = draft.sort.kind is Kind.RATIO and draft.spot.unit == "percent"
    if before.sort.kind is Kind.SHARE_PCT and is_of_rest and draft.base is None:
        # 23 percent of the first, and 40 percent of the second.
        return draft._replace(sort=before.sort._replace(share_of=draft.sort.share_of))
    return _beside(text, before, draft)


def _is_of_same_time(before: Draft, draft: Draft) -> bool:
    """Whether a percentage of a dated level is the part that the amount before it is of its own time: or 56 percent of October's exports."""
    is_part = before.sort == Sort(Kind.LEVEL) and before.commodity.value not in {None, ALL_GOODS}
    is_dated = draft.sort.kind is Kind.RATIO and draft.spot.unit == "percent" and not draft.base
    is_beside = draft.segment - before.segment <= _NEXT_CLAUSES
    return is_part and is_dated and is_beside and draft.period == before.period is not None


def _beside(text: str, before: Draft, draft: Draft) -> Draft:  # noqa: PLR0911 - one for each way to lean on a neighbour
    """The draft with what it leaves out and the figure before it says."""
    gap = text[before.spot.end : draft.spot.start]
    if "(" in gap and ")" not in gap and len(gap) <= _BRACKET and _are_equivalents(before, draft):
        return before._replace(spot=draft.spot, restates=before.spot.start)
    are_shares = before.sort.kind is Kind.SHARE_PCT and draft.spot.unit == "percent"
    if are_shares and (draft.sort.kind is None or draft.sort.is_end):
        sort = before.sort._replace(is_base=draft.sort.is_base)
        goods = draft.commodity if draft.owns_goods else before.commodity
        return draft._replace(sort=sort, commodity=goods, governed=False)
    leads = before.spot.unit == "percent_point" and draft.spot.unit == "percent"
    if leads and draft.sort.is_end and draft.segment == before.segment:
        return draft._replace(sort=Sort(Kind.SHARE_PCT), commodity=before.commodity)
    is_older = draft.sort.kind is None and draft.spot.unit == before.spot.unit == "percent"
    if is_older and draft.sort.is_base:
        return draft._replace(sort=before.sort._replace(is_base=True), commodity=before.commodity)
    if draft.segment == before.segment and draft.sort.is_base and not draft.owns_goods:
        draft = draft._replace(commodity=before.commodity)
    is_price = before.sort.kind is Kind.UNIT_PRICE and draft.spot.unit == before.spot.unit
    is_price = is_price and draft.spot.value <= before.spot.value * _DEARER
    if is_price and draft.sort.is_base and draft.spot.per is None:
        sort = draft.sort._replace(kind=Kind.UNIT_PRICE)
        return draft._replace(spot=draft.spot._replace(per=before.spot.per), sort=sort)
    # A limit of 4 million barrels, or roughly 525,000 tons.
    is_either = _OR.fullmatch(gap) is not None
    is_under = draft.head_start == before.head_start and draft.segment <= before.segment + 2
    if (
        before.sort.kind is Kind.CAP
        and draft.sort.kind is Kind.LEVEL
        and (is_either or is_under)
        and draft.is_bare
    ):
        is_own = draft.whence == "words" if is_either else before.period is not None
        held = draft.period if is_own else before.period
        return draft._replace(
            sort=before.sort, sides=before.sides, commodity=before.commodity, period=held
        )
    is_of_it = draft.head_start == before.head_start and before.spot.unit in MEASURES
    if is_of_it and draft.spot.unit in {"percent", "x"} and _is_of_all(draft):
        return draft._replace(commodity=before.commodity.older(CLAUSE))
    if before.owns_goods and not draft.owns_goods and _goes_on(before, draft):
        return draft._replace(commodity=before.commodity, owns_goods=True)
    return draft


def _goes_on(before: Draft, draft: Draft) -> bool:
    """Whether a figure tells more of the one before it: its value, its new level, what it rose by."""
    goes_on = draft.head_start == draft.spot.start and before.head_start == before.spot.start
    if draft.head_start != before.head_start and not goes_on:
        return False
    leads = before.sort.is_base or draft.spot.unit != before.spot.unit
    if draft.segment == before.segment:
        return leads
    is_next = 0 < draft.segment - before.segment <= _NEXT_CLAUSES
    tells = leads or draft.sort.kind in _TOLD_OF or draft.sort.is_base
    return is_next and draft.is_bare and tells


def _is_of_all(draft: Draft) -> bool:
    """Whether no goods stand with the figure, and its flow word names none."""
    return not draft.owns_goods and draft.commodity.value in {None, ALL_GOODS}


def _are_equivalents(before: Draft, draft: Draft) -> bool:
    """Whether two figures can be one amount in two units, or one price: $5.9 million ($320 a ton) is neither."""
    parts = {"percent", "percent_point", "x", None}
    units = {before.spot.unit, draft.spot.unit}
    are_prices = {one.spot.per is None for one in (before, draft)}
    return (
        len(units) > len(are_prices) == 1
        and not units & parts
        and draft.sort.kind in {Kind.LEVEL, Kind.CAP, Kind.UNIT_PRICE}
    )


def _based(items: Sequence[Mention], draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """A change without a base, with that of the old level beside it, unless that is a rate, or one of the two a balance."""
    changes = {Kind.CHANGE_PCT, Kind.CHANGE_ABS, Kind.RATIO}
    if draft.base is not None or draft.sort.kind not in changes:
        return draft
    for one in drafts:
        if one.sort.is_base and one.period and draft.period and one.spot.start > draft.spot.start:
            is_like = (one.flow.value == "balance") == (draft.flow.value == "balance")
            is_of_it = is_like and one.spot.unit != "percent"
            base = distance(draft.period, one.period)
            is_usual = base is None or not base.startswith(_SINCE)
            is_of_it &= is_usual or _leads_back(items, draft, one)
            return draft._replace(base=base) if is_of_it else draft
    return draft


def _leads_back(items: Sequence[Mention], draft: Draft, old: Draft) -> bool:
    """Whether words say that a change is from an old level, or nothing is told between the two.

    Up 4 percent to $3 million, a tenth of the $30 million of 2016: nobody says that it was up on 2016.
    """
    between = [one for one in items if draft.spot.end <= one.start < old.spot.start]
    led = next((one for one in reversed(between) if one.role != "hedge"), None)
    is_led = led is not None and (led.role == "compare" or led.value == "origin")
    return is_led or all(one.role != "figure" for one in between)
