"""Rating: amounts a month, a year or a load, and whether one is the average of an amount told before it."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from nktrade.core.codes import Kind
from nktrade.reading.drafts import Draft
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.words import Mention

_BESIDE = 3
_NEAR = 20
_MONTHS = {"per_year": 12, "per_month": 1}


def averaged(text: str, drafts: Sequence[Draft], lexicon: Lexicon) -> list[Draft]:
    """The drafts, an amount a month that is only another way to tell the one before it with its time: 24 tons in 2021, or 2 tons a month."""
    found = list(drafts)
    for index, (whole, each) in enumerate(pairwise(drafts), 1):
        is_each = each.rate == "per_month" and each.period is None and whole.rate is None
        is_other = whole.spot.unit != each.spot.unit or _trade(whole) != _trade(each)
        if not is_each or is_other or whole.period is None or whole.sort.is_base:
            continue
        if lexicon.averaging.search(text[whole.spot.end : each.spot.start]):
            found[index] = each._replace(period=whole.period, whence="clause")
    return found


def _trade(draft: Draft) -> tuple[str | None, ...]:
    return (draft.flow.value, *(one.value for one in draft.sides), draft.commodity.value)


def rate_of(
    told: Mapping[str, Sequence[Mention]], draft: Draft, drafts: Sequence[Draft]
) -> str | None:
    """The rate beside a figure; a limit takes the one of its sentence."""
    if draft.spot.compound and ("size" in told or any(one.spot.unit == "count" for one in drafts)):
        return "per_shipment"
    rates = told.get("rate", ())
    if not rates:
        return None
    ends = {other.spot.end for other in drafts if other is not draft}
    starts = {other.spot.start for other in drafts}
    for one in rates:
        touched = {one.end, one.end + 1}
        is_next = draft.spot.start in touched  # 월평균 300만 달러
        is_of_other = not (
            starts.isdisjoint(touched) and ends.isdisjoint({one.start, one.start - 1})
        )
        if is_of_other and not is_next:
            continue  # 13,600 tons per voyage, for $56 million
        behind = 0 <= one.start - draft.spot.end <= _BESIDE
        ahead = 0 <= draft.spot.start - one.end <= _NEAR
        if behind or (ahead and draft.sort.kind in {Kind.CAP, Kind.LEVEL}):
            return None if _is_own(one.value, draft) else one.value
    return rates[0].value if draft.sort.kind is Kind.CAP else None


def _is_own(rate: str, draft: Draft) -> bool:
    """Whether a rate is that of the time told, which is what was traded in it: 5 million a year in 2019."""
    months = _MONTHS.get(rate)
    is_level = draft.sort.kind is Kind.LEVEL
    return is_level and draft.period is not None and draft.period.month_count == months
