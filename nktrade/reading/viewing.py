"""Viewing: from whose side exports and imports are told where a text names their two countries and no owner.

中朝貿易 ... 輸出が1億8000万ドル、輸入が3000万ドル: the North buys more than it sells, so whoever exports more is the other.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import takewhile

from nktrade.core.codes import ALL_GOODS, Kind
from nktrade.reading.discourse import CLAUSE, PRIOR, Known, Sides
from nktrade.reading.drafts import Draft
from nktrade.reading.roles import WAYS
from nktrade.reading.setting import NORTH


def seen_from_the_seller(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, told from the other side where the North would sell more than it buys and no words say it does.

    Once words name an owner, what follows is told from there.
    """
    unowned = list(takewhile(lambda one: not _is_owned(one), drafts))
    if not _sells_more(one for one in unowned if one.flow.value in WAYS):
        return list(drafts)
    turned = [_turned(one) if _is_own(one) else one for one in unowned]
    return [*turned, *drafts[len(unowned) :]]


def _is_owned(draft: Draft) -> bool:
    """Whether words name whose flow it is."""
    is_told = draft.flow.value in WAYS and NORTH in {one.value for one in draft.sides}
    return is_told and draft.sides.reporter.trust > CLAUSE


def _is_own(draft: Draft) -> bool:
    """Whether it is told as the North's own, and not by its name."""
    reporter, flow = draft.sides.reporter, draft.flow.value
    return reporter.value == NORTH and reporter.trust <= CLAUSE and flow in WAYS | {"balance"}


def _sells_more(told: Iterable[Draft]) -> bool:
    """Whether the North's exports of all goods are told to be more than its imports of the same time."""
    sums: dict[tuple[object, ...], dict[str | None, Fraction]] = {}
    for one in told:
        is_whole = one.sort.kind is Kind.LEVEL and one.commodity.value == ALL_GOODS
        if is_whole and one.sides.reporter.value == NORTH:
            key = (str(one.period), one.spot.unit, one.sides.partner.value)
            sums.setdefault(key, {}).setdefault(one.flow.value, one.spot.amount.value)
    both = [(one["export"], one["import"]) for one in sums.values() if len(one) > 1]
    return bool(both) and all(sold > bought for sold, bought in both)


def _turned(draft: Draft) -> Draft:
    return draft._replace(sides=Sides(*(Known(one.value, PRIOR) for one in draft.sides[::-1])))
