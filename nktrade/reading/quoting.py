"""Quoting: what the figures of one sentence say about each other where particles mark the cases.

Equivalents in another unit, sums of what was listed, bases told by an old level.
"""

from collections.abc import Sequence

from nktrade.core.codes import ALL_GOODS, Kind
from nktrade.core.period import Period
from nktrade.reading.discourse import Known, Sides
from nktrade.reading.drafts import Draft
from nktrade.reading.kinds import Sort
from nktrade.reading.respectively import Dates, dealt, unsaid
from nktrade.reading.scene import Ground
from nktrade.reading.timing import distance
from nktrade.reading.words import Mention

_BRACKET = 14
_PER_DAY = "bbl/d"
_CHANGES = frozenset({Kind.CHANGE_PCT, Kind.CHANGE_ABS, Kind.RATIO})
_PARTS = frozenset({"percent", "percent_point", "x", None})
_VERB = 4
"""How far behind a bracket its verb may stand."""
_BESIDE = 1
"""How far from its amount a word may stand that else only says how much it is: 모두 4만t, 計4万トン."""


def completed(
    ground: Ground,
    items: Sequence[Mention],
    drafts: Sequence[Draft],
    dates: Dates,
    sums: Sequence[Mention],
) -> list[Draft]:
    """The drafts of a sentence after each has seen the others, what was told before it, and the words for sums."""
    text, told = ground.text, ground.state.told
    found = dealt(items, unsaid(ground, items, drafts), dates, told)
    found = _summed(items, found, sums)
    for index, one in enumerate(found):
        if index:
            moved = _of_change(text, items, found[index - 1], one)
            found[index] = _of_older_level(text, found[:index], moved)
            found[index] = _equivalent(text, items, found[index - 1], found[index])
    ranked = ground.lexicon.ranks
    kept = [one for one in found if not ranked.match(text, one.spot.end)]
    return [_based(one, kept) for one in found]


def _equivalent(text: str, items: Sequence[Mention], before: Draft, draft: Draft) -> Draft:
    """The draft as the same amount as the figure before it, where brackets or words say so."""
    units = {before.spot.unit, draft.spot.unit}
    if len(units) == 1 or units & _PARTS or draft.spot.per or before.spot.per:
        return draft
    gap = text[before.spot.end : draft.spot.start]
    bracketed = "(" in gap and ")" not in gap and len(gap) <= _BRACKET
    said = any(
        one.role == "equal" and before.spot.end <= one.start < draft.spot.end + 1 for one in items
    )
    is_like = draft.sort.kind is before.sort.kind or (bracketed and before.sort.kind is Kind.CAP)
    is_rate = _PER_DAY in units and not units <= {
        _PER_DAY,
        "bbl",
    }  # so much a day of so much in all
    if not (bracketed or said) or not is_like or is_rate:
        return draft
    return before._replace(spot=draft.spot, restates=before.spot.start)


def _of_older_level(text: str, before: Sequence[Draft], draft: Draft) -> Draft:
    """A percentage of the same flow's level of an earlier time as what it is, a multiple: 是2019年贸易额（27.9亿美元）的82%."""
    now, old = before[-2] if len(before) > 1 else None, before[-1]
    of = text[old.spot.start : old.spot.end]
    if now is None or draft.sort.kind is not Kind.SHARE_PCT or draft.sort.share_of != of:
        return draft
    is_level = now.sort.kind is Kind.LEVEL and old.sort.kind is Kind.LEVEL
    is_alike = _trade(now) == _trade(old)
    if not (is_level and is_alike and now.period and old.period):
        return draft
    if old.period.first >= now.period.first:
        return draft
    base = distance(now.period, old.period)
    return draft._replace(
        sort=Sort(Kind.RATIO), period=now.period, whence=now.whence, base=base, sides=now.sides
    )


def _trade(one: Draft) -> list[str | None]:
    """The flow that an amount is of, however it is known."""
    return [known.value for known in (one.flow, *one.sides, one.commodity)]


def _of_change(text: str, items: Sequence[Mention], before: Draft, draft: Draft) -> Draft:
    """The amount in brackets that a percentage comes to, where one verb moves both: 5.1%(16.5억 달러) 증가."""
    is_shut = text[before.spot.end : draft.spot.start].strip() == "("
    is_shut = is_shut and text[draft.spot.end : draft.spot.end + 1] == ")"
    verb = next((one for one in items if one.start > draft.spot.end), None)
    moves = verb is not None and verb.role == "change" and verb.start - draft.spot.end <= _VERB
    kinds = before.sort.kind, draft.sort.kind
    if not (is_shut and moves) or kinds != (Kind.CHANGE_PCT, Kind.LEVEL):
        return draft
    return draft._replace(sort=before.sort._replace(kind=Kind.CHANGE_ABS), base=before.base)


def _summed(items: Sequence[Mention], drafts: list[Draft], sums: Sequence[Mention]) -> list[Draft]:
    """A sum of what was listed: of exports and imports the total, of months the months together."""
    found = list(drafts)
    for one in sums:
        index = next((at for at, each in enumerate(found) if each.spot.start >= one.end), None)
        if not index or (one.role == "filler" and found[index].spot.start - one.end > _BESIDE):
            continue
        before = [each for each in found[:index] if each.sort.kind is Kind.LEVEL]
        flows = {each.flow.value for each in before}
        current = found[index]
        if current.sort.kind is not Kind.LEVEL:
            found[index] = _of_those(before, current)
            continue
        if {"export", "import"} <= flows:
            found[index] = current._replace(flow=Known("total"), balance=None)
            continue
        periods = [each.period for each in before if each.period and not each.sort.is_base]
        # A running total (1至8月累计) is of its own time.
        is_theirs = current.period is None or current.period in periods
        if is_theirs and len({str(each) for each in periods}) > 1:
            whole = Period(min(each.first for each in periods), max(each.last for each in periods))
            found[index] = current._replace(period=whole)
        if both := _of_all(before, current.sides):
            names = [each.start for each in items if each.role == "area" and each.start > one.end]
            end = min(names, default=found[-1].spot.end)
            for at in range(index, len(found)):  # what is told again of the sum is theirs
                if found[at].spot.start < end and found[at].sides == current.sides:
                    found[at] = found[at]._replace(sides=both)
        if len({each.commodity.value for each in before}) > 1:
            found[index] = found[index]._replace(commodity=Known(ALL_GOODS))
    return found


def _of_those(parts: Sequence[Draft], share: Draft) -> Draft:
    """The share as that of all who were listed: 三者合计占全省的39.1%."""
    both = _of_all(parts, share.sides) if share.sort.kind is Kind.SHARE_PCT else None
    return share._replace(sides=both) if both else share


def _of_all(parts: Sequence[Draft], last: Sides) -> Sides | None:
    """The sides of the sum of what several sold, or of what one bought of several."""
    reporters = {one.sides.reporter.value for one in parts}
    partners = {one.sides.partner.value for one in parts}
    if len(reporters) > 1 and None not in reporters:
        return Sides(_joined(reporters), last.partner)
    if len(partners) > 1 and None not in partners:
        return Sides(last.reporter, _joined(partners))
    return None


def _joined(codes: set[str | None]) -> Known:
    return Known(",".join(sorted(one for one in codes if one)))


def _based(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """A change without a base, with that of the old level beside it."""
    if draft.base is not None or draft.sort.kind not in _CHANGES:
        return draft
    for one in drafts:
        if one.sort.is_base and one.period and draft.period:
            return draft._replace(base=distance(draft.period, one.period))
    return draft
