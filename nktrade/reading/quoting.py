"""Quoting: what the figures of one sentence say about each other where particles mark the cases.

Equivalents in another unit, lists dealt out in order, sums of what was listed, bases told by an old level.
"""

from collections.abc import Callable, Sequence

from nktrade.core.codes import ALL_GOODS, Kind
from nktrade.core.period import Period
from nktrade.reading.discourse import Known, Sides
from nktrade.reading.drafts import Draft
from nktrade.reading.goods import are_alike
from nktrade.reading.timing import distance
from nktrade.reading.words import Mention

_BRACKET = 14
_CHANGES = frozenset({Kind.CHANGE_PCT, Kind.CHANGE_ABS, Kind.RATIO})
_PARTS = frozenset({"percent", "percent_point", "x", None})
_QUARTERS = 4
_VERB = 4
"""How far behind a bracket its verb may stand."""
_BESIDE = 1
"""How far from its amount a word may stand that else only says how much it is: 모두 4만t, 計4万トン."""
_OPENS = frozenset({"flow", "deal", "deed", "commodity", "area"})
_BOTH_WAYS = ("export", "import")
"""How exports and imports said in one word are dealt out: 进出口分别为, 輸出入はそれぞれ."""


Dates = Callable[[Mention], Period | None]
"""The days that a time word stands for where it is said."""


def completed(
    text: str,
    items: Sequence[Mention],
    drafts: Sequence[Draft],
    dates: Dates,
    sums: Sequence[Mention],
) -> list[Draft]:
    """The drafts of a sentence after each has seen the others, and the words for sums."""
    found = _dealt(items, drafts, dates)
    found = _summed(items, found, sums)
    for index, one in enumerate(found):
        if index:
            moved = _of_change(text, items, found[index - 1], one)
            found[index] = _equivalent(text, items, found[index - 1], moved)
    return [_based(one, found) for one in found]


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
    if not (bracketed or said) or not is_like:
        return draft
    return before._replace(spot=draft.spot, restates=before.spot.start)


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


def _dealt(items: Sequence[Mention], drafts: Sequence[Draft], dates: Dates) -> list[Draft]:
    """The drafts with the members of the list before them dealt out in order."""
    found = list(drafts)
    words = [one for one in items if found and one.role in {"respectively", "each"}]
    for one in words:
        if one.role == "each":
            found = _by_quarter(one, found)
            continue
        group = [each for each in found if each.spot.start > one.start] or found
        found = _given(items, _together(items, group), found, dates)
    return found


def _together(items: Sequence[Mention], drafts: Sequence[Draft]) -> list[Draft]:
    """The figures of one kind that stand together, up to a word that opens another topic."""
    group = [each for each in drafts if are_alike(each.spot.unit, drafts[0].spot.unit)]
    ends = [one.start for one in items if one.role in _OPENS and one.start > drafts[0].spot.start]
    return [each for each in group if not ends or each.spot.start < ends[0]]


def _by_quarter(one: Mention, drafts: list[Draft]) -> list[Draft]:
    """Four figures in a row, told by quarter, are those of one year."""
    group = [each for each in drafts if each.spot.start > one.start][:_QUARTERS]
    dated = next((each.period for each in drafts if each.period), None)
    if len(group) < _QUARTERS or one.value != "quarter" or dated is None:
        return drafts
    year = dated.first.year
    quarters = {
        each.spot.start: each._replace(period=Period.months(year, number * 3 + 1, 3))
        for number, each in enumerate(group)
    }
    return [quarters.get(each.spot.start, each) for each in drafts]


def _given(
    items: Sequence[Mention], group: Sequence[Draft], drafts: list[Draft], dates: Dates
) -> list[Draft]:
    first = group[0].spot.start if group else 0
    if any(one.role == "period" and one.start < first for one in items) and (
        months := _by_month(group)
    ):
        return [months.get(each.spot.start, each) for each in drafts]
    if codes := _codes(group):
        told = codes[-1][0]  # the verb behind the list speaks of all of it
        sold = {
            each.spot.start: _with(each._replace(flow=told.flow, sides=told.sides), "area", code)
            for each, code in codes
        }
        return [sold.get(each.spot.start, each) for each in drafts]
    for role in ("commodity", "flow", "period", "area"):
        listed = [one for one in items if one.role == role and one.start < first]
        listed = [one for one in listed if one.when is None or not one.when.is_base]
        count = len(group)
        names = [one.value if role != "period" else str(one.when) for one in listed[-count:]]
        if count > 1 and len(names) == count and len(set(names)) == count:
            dealt = {
                each.spot.start: _with(each, role, one.value, names)._replace(
                    period=dates(one) if role == "period" else each.period
                )
                for each, one in zip(group, listed[-count:], strict=True)
            }
            return [dealt.get(each.spot.start, each) for each in drafts]
    # No amount of the quarter before.
    is_of_one_time = len({(each.period, each.sort.is_base) for each in group}) == 1
    is_total = {each.flow.value for each in group} == {"total"}
    if len(group) == len(_BOTH_WAYS) and is_total and is_of_one_time:
        both = {
            each.spot.start: _with(each, "flow", flow)
            for each, flow in zip(group, _BOTH_WAYS, strict=True)
        }
        return [both.get(each.spot.start, each) for each in drafts]
    return drafts


def _by_month(group: Sequence[Draft]) -> dict[int, Draft]:
    """The figures with a month each, where there are as many as the months they are told for: 1月至3月分别."""
    period = group[0].period if group else None
    is_one = len({(each.period, each.sides) for each in group}) == 1
    if period is None or not is_one or len(group) != period.month_count or len(group) == 1:
        return {}
    first = period.first
    return {
        each.spot.start: each._replace(period=Period.month(first.year, first.month + number))
        for number, each in enumerate(group)
    }


def _codes(group: Sequence[Draft]) -> list[tuple[Draft, str]]:
    """The figures with a country each of the list that trades; what follows them is their sum."""
    sides = [each.value or "" for each in group[0].sides] if group else []
    codes = next((each.split(",") for each in sides if "," in each), [])
    return list(zip(group, codes, strict=False)) if len(codes) <= len(group) else []


def _with(draft: Draft, role: str, value: str, listed: Sequence[str] = ()) -> Draft:
    """The draft with what was dealt to it; a country in the place of another of the list."""
    if role == "commodity":
        return draft._replace(commodity=Known(value))
    if role == "flow":
        flow, _, sign = value.partition(":")
        return draft._replace(
            flow=Known(flow), balance=(sign or None) if flow == "balance" else None
        )
    if role == "area" and value not in {draft.sides.reporter.value, "CHN+PRK"}:
        code = Known(value.rpartition(":")[2])
        told, partner = draft.sides.reporter.value or "", draft.sides.partner
        is_seller = "," in told or (told in listed and code.value != partner.value)
        return draft._replace(
            sides=Sides(code, partner) if is_seller else Sides(draft.sides.reporter, code)
        )
    return draft


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
