"""Coordinated: amounts under one verb share whom it names behind the last of them, and a sum told of them is of all."""

from collections.abc import Sequence
from datetime import timedelta

from nktrade.core.codes import WORLD, Kind
from nktrade.core.period import Period
from nktrade.reading.discourse import CLAUSE, PRIOR, WORDS, Known, Sides, Told
from nktrade.reading.drafts import Draft
from nktrade.reading.goods import are_alike
from nktrade.reading.kinds import Sort
from nktrade.reading.roles import WAYS
from nktrade.reading.words import Mention

_BESIDE = frozenset({"commodity", "break", "hedge", "filler"})
"""What may stand between two amounts under one verb: 5 tons of rice and nearly 3 tons of sugar."""
_OF = frozenset({"of", "value"})
_TOGETHER = frozenset({"total:weak", "total:joint", "total:overall", "sum"})
"""What says that an amount is a sum: 8 tons together, for a total of 8 tons, a total of 8 tons."""
_DAY = timedelta(days=1)
_TWO = 2
_OWN = 3
"""How many words behind the start of an amount may lead to its goods: worth of rice."""


def coordinated(items: Sequence[Mention], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a sentence, each with whom the amount behind it names, and sums of what stands before them."""
    found = list(drafts)
    for index in reversed(range(len(found) - 1)):
        if _is_under_one_verb(items, *found[index : index + _TWO]):
            found[index] = found[index]._replace(sides=found[index + 1].sides)
    return [_summed(items, found[:index], one) for index, one in enumerate(found)]


def _is_under_one_verb(items: Sequence[Mention], one: Draft, after: Draft) -> bool:
    """Whether the first of two amounts of goods leaves open whom the second names: 5 cars and 3 trucks to Peru."""
    are_levels = one.sort == after.sort == Sort(Kind.LEVEL) and one.flow.value == after.flow.value
    is_open = one.sides.partner.trust <= PRIOR < WORDS <= after.sides.partner.trust
    is_same = one.sides.reporter.value == after.sides.reporter.value
    if not (are_levels and is_open and is_same and one.owns_goods and after.owns_goods):
        return False
    between = [each for each in items if one.spot.end <= each.start < after.spot.start]
    own = [each for each in items if each.start > after.spot.start][:_OWN]  # it counts cars itself
    is_list = all(each.role in _BESIDE or each.value in _OF for each in between)
    return is_list and any(each.role == "commodity" for each in own)


def _summed(items: Sequence[Mention], before: Sequence[Draft], draft: Draft) -> Draft:
    """A sum with the flow and sides of what it adds: exports of 5 and imports of 3, together 8; Russia 5, China 3, in all 8."""
    counted = [one for one in before if one.spot.unit == draft.spot.unit]
    before = counted if len(counted) >= _TWO else before  # 5 barrels (1 ton) and 3 (0.4), 8 barrels
    if len(before) < _TWO or draft.sort != Sort(Kind.LEVEL) or not _is_called_sum(items, draft):
        return draft
    one, other = before[-_TWO:]
    if not all(_is_like(each, draft) for each in (one, other)):
        return draft
    if spans := _span(before, draft):
        return draft._replace(period=spans)
    if {one.flow.value, other.flow.value} == WAYS and _sides(one) == _sides(other):
        return draft._replace(flow=Known("total", other.flow.trust), sides=other.sides)
    return draft._replace(sides=_lumped(one, other) or draft.sides)


def pooled(items: Sequence[Mention], drafts: Sequence[Draft], told: Sequence[Told]) -> list[Draft]:
    """The drafts, an amount that a sentence begins to sum up with the sides of all just told: together they supplied 8 tons."""
    said = [one for one in items if one.role not in {"stop", "case", "hedge"}]
    begins = bool(said) and said[0].value in _TOGETHER
    names = any(one.role in {"area", "world"} for one in items)
    levels = [one for one in drafts if one.sort == Sort(Kind.LEVEL)]
    if not begins or names or len(levels) != 1 or len(told) < _TWO:
        return list(drafts)
    (level,) = levels
    alike = [
        one
        for one in told
        if one.flow.value == level.flow.value and one.commodity.value == level.commodity.value
    ]
    sides = _lumped(*alike) if len(alike) == len(told) else None
    if sides and "," not in (sides.reporter.value or ""):
        sides = None  # in all it sold 8 tons: to everybody
    return [one._replace(sides=sides or one.sides) if one is level else one for one in drafts]


def _span(before: Sequence[Draft], draft: Draft) -> Period | None:
    """The periods of the amounts before a sum as one, where one follows the other: 5 in May and 6 in June, in all 11."""
    last = before[-1]
    if draft.whence == "words" or draft.period != last.period or last.period is None:
        return None
    told = last.period
    for one in reversed(before[:-1]):
        is_same = one.flow.value == last.flow.value and _sides(one) == _sides(last)
        is_next = one.period is not None and one.period.last + _DAY == told.first
        if one.period is None or not (is_same and is_next and _is_like(one, draft)):
            break
        told = Period(one.period.first, told.last)
    return told if told != last.period else None


def _is_called_sum(items: Sequence[Mention], draft: Draft) -> bool:
    """Whether a word right before or behind the amount says that it is a sum, and of no flow of its own."""
    said = [one for one in items if one.role != "hedge"]
    at = next((at for at, one in enumerate(said) if one.start == draft.spot.start), -1)
    beside = (*said[max(0, at - 1) : at], *said[at + 1 : at + 2])
    return at >= 0 and any(one.value in _TOGETHER for one in beside)


def _is_like(one: Draft, draft: Draft) -> bool:
    """Whether the one can be a part of the other: a level of the same goods in the same unit."""
    is_level = one.sort == Sort(Kind.LEVEL) and are_alike(one.spot.unit, draft.spot.unit)
    return is_level and one.commodity.value == draft.commodity.value


def _sides(draft: Draft) -> list[str | None]:
    return [one.value for one in draft.sides]


def _lumped(*flows: Draft | Told) -> Sides | None:
    """The sides of flows as one where they go the same way between several countries and one."""
    if len({one.flow.value for one in flows}) > 1 or flows[0].flow.value not in WAYS:
        return None
    named = [
        {side.value or WORLD for side in sides}
        for sides in zip(*(one.sides for one in flows), strict=True)
    ]
    if {len(each) for each in named} != {1, len(flows)} or any(
        WORLD in each or "," in "".join(each) for each in named if len(each) > 1
    ):
        return None
    reporter, partner = (Known(",".join(sorted(each)), CLAUSE) for each in named)
    return Sides(reporter, partner)
