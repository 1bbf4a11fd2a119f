"""Respectively: what is dealt out in order where particles mark the cases: 出口和进口分别为, 각각, それぞれ.

What is dealt out stands in the clause itself, as a list of goods, flows, times or countries; else as many amounts
were told before, in the sentence or in the one before it, and of each of them it is told again.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise, zip_longest

from nktrade.core.codes import Kind
from nktrade.core.period import Period
from nktrade.reading.discourse import DISCOURSE, Known, Sides, Told
from nktrade.reading.drafts import Draft
from nktrade.reading.goods import are_alike
from nktrade.reading.kinds import Sort
from nktrade.reading.scene import Ground
from nktrade.reading.words import Mention

Dates = Callable[[Mention], Period | None]
"""The days that a time word stands for where it is said."""
_QUARTERS = 4
_OPENS = frozenset({"flow", "deal", "deed", "commodity", "area", "respectively"})
_NAMING = _OPENS | {"world", "change", "multiple", "share", "whole", "sum", "cap", "equal"}
"""What tells of the amounts of a list themselves."""
_BOTH_WAYS = ("export", "import")
"""How exports and imports said in one word are dealt out: 进出口分别为, 輸出入はそれぞれ."""


def dealt(
    items: Sequence[Mention], drafts: Sequence[Draft], dates: Dates, told: Sequence[Told]
) -> list[Draft]:
    """The drafts with the members of the list before them, or those told before, dealt out in order."""
    found = list(drafts)
    since = 0
    for one in _words(items, drafts):
        if one.role == "each":
            found = _by_quarter(one, found)
            continue
        group = _together(items, [each for each in found if each.spot.start > one.start] or found)
        ahead = [each for each in found if each.spot.start < group[0].spot.start]
        hands = _given([each for each in items if each.start >= since], group, dates)
        named = (each for each in items if each.role in _OPENS and each.value != "value")
        is_named = any(each is not one for each in named)
        hands = hands or _as_told(group, ahead, () if is_named else told)
        hands = _of_one_time(items, group, hands)
        found = [hands.get(each.spot.start, each) for each in found]
        since = group[-1].spot.end
    return found


def unsaid(ground: Ground, items: Sequence[Mention], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, a bare list dealt out to as many as the sentence before told of: 10월에는 N달러와 M달러였다."""
    named = any(one.role in _NAMING for one in items)
    months = {one.period.month_count for one in drafts if one.period}
    named = named or [one.role for one in items].count("period") > 1 or months == {len(drafts)}
    gaps = (ground.text[one.spot.end : other.spot.start] for one, other in pairwise(drafts))
    links = [ground.lexicon.link.fullmatch(gap) for gap in gaps]
    is_list = bool(links) and all(
        link and not (link["range"] or link.groupdict().get("either")) for link in links
    )
    is_of_levels = all(one.sort == Sort(Kind.LEVEL) for one in drafts)
    is_of_one = len({(one.spot.unit, one.period) for one in drafts}) == 1
    if named or not (is_list and is_of_levels and is_of_one):
        return list(drafts)
    hands = _as_told(drafts, (), ground.state.told)
    return [hands.get(one.spot.start, one) for one in drafts]


def _words(items: Sequence[Mention], drafts: Sequence[Draft]) -> list[Mention]:
    """The words that deal out figures: of two before one list of figures, the second."""
    words = [one for one in items if drafts and one.role in {"respectively", "each"}]
    ends = [one.start for one in words[1:]]
    return [
        one
        for one, end in zip_longest(words, ends)
        if end is None or any(one.start < each.spot.start < end for each in drafts)
    ]


def _of_one_time(
    items: Sequence[Mention], group: Sequence[Draft], hands: dict[int, Draft]
) -> dict[int, Draft]:
    """What was dealt out to levels, with the time of the first of them where times were not what was dealt out."""
    first, last = group[0], group[-1]
    between = (one for one in items if first.spot.end <= one.start < last.spot.start)
    is_timed = any(
        hands[one.spot.start].period != one.period for one in group if one.spot.start in hands
    )
    if (
        first.sort.kind is not Kind.LEVEL
        or is_timed
        or any(one.role == "period" for one in between)
    ):
        return hands
    return {at: one._replace(period=first.period, whence=first.whence) for at, one in hands.items()}


def _as_told(
    group: Sequence[Draft], ahead: Sequence[Draft], told: Sequence[Told]
) -> dict[int, Draft]:
    """The figures with what as many before them were told of, in the sentence or in the one before: 去年同月分别为."""
    before = [one.told for one in ahead[-len(group) :]]
    before = before if ahead else [one._replace(sides=one.sides.older(DISCOURSE)) for one in told]
    keys = {
        (one.flow.value, *(side.value for side in one.sides), one.commodity.value) for one in before
    }
    if len(group) == 1 or not len(group) == len(before) == len(keys):
        return {}
    return {one.spot.start: one.telling(of) for one, of in zip(group, before, strict=True)}


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


def _given(items: Sequence[Mention], group: Sequence[Draft], dates: Dates) -> dict[int, Draft]:
    """The figures with the member of the list before them that is told of each."""
    first = group[0].spot.start
    if any(one.role == "period" and one.start < first for one in items) and (
        months := _by_month(group)
    ):
        return months
    if codes := _codes(group):
        told = codes[-1][0]  # the verb behind the list speaks of all of it
        return {
            each.spot.start: _with(each._replace(flow=told.flow, sides=told.sides), "area", code)
            for each, code in codes
        }
    for role in ("commodity", "flow", "period", "area"):
        listed = [one for one in items if one.role == role and one.start < first]
        listed = [one for one in listed if one.when is None or not one.when.is_base]
        count = len(group)
        names = [one.value if role != "period" else str(one.when) for one in listed[-count:]]
        if count > 1 and len(names) == count and len(set(names)) == count:
            return {
                each.spot.start: _with(each, role, one.value, names)._replace(
                    period=dates(one) if role == "period" else each.period
                )
                for each, one in zip(group, listed[-count:], strict=True)
            }
    return _both_ways(group)


def _both_ways(group: Sequence[Draft]) -> dict[int, Draft]:
    """Exports and imports where two figures are told of trade; no amount of the quarter before."""
    is_of_one_time = len({(each.period, each.sort.is_base) for each in group}) == 1
    is_total = {each.flow.value for each in group} == {"total"}
    if len(group) != len(_BOTH_WAYS) or not is_total or not is_of_one_time:
        return {}
    return {
        each.spot.start: _with(each, "flow", flow)
        for each, flow in zip(group, _BOTH_WAYS, strict=True)
    }


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
