"""Wholes: a part of an amount, and the whole that it is of: 16 percent of its $9 million, or $1.4 million."""

import re
from collections.abc import Sequence

from nktrade.core.codes import ALL_GOODS, WORLD, Kind
from nktrade.reading.discourse import CLAUSE, PRIOR, WORDS, Known, Sides
from nktrade.reading.drafts import Draft
from nktrade.reading.goods import MEASURES
from nktrade.reading.kinds import Sort
from nktrade.reading.timing import distance
from nktrade.reading.words import Mention

OF = re.compile(
    r",?(?: out)? of (?:(?:the|its|their|a) )?(?:[A-Z]\w+(?: [A-Z]\w+)*'s? )?(?:total )?"
    r"(?:(?:exports|imports|sales|purchases|trade) of )?"
)
"""What stands between a part and its whole: of its, out of the, of North Korea's total, of the North's exports of."""
_EITHER = re.compile(r"[^.;:]{0,60}, or (?:\w+ )?")
"""What stands between a whole and what a share of it comes to."""
_WITH_WHOLE = 2
_ALL = ":all"
"""Behind a flow word that means all that went that way: 进口总量."""
_FLOWING = frozenset({"flow", "deed", "whole"})
_OF_WHOLE = frozenset({*_FLOWING, "area", "pronoun", "case", "period", "break", "scope"})
"""What may stand between a share and the amount it is of: of everything the North sold to China in May, $9 million."""
_LIGHT = frozenset({"soft", "relative"})
_SET_OFF = re.compile(r"[^,.;:]{0,12}, (?!or\b)")
"""What sets an amount off behind what it is the amount of."""
_ASIDE = frozenset({"stop", "break", "hedge", "period", "case", "area", "commodity", "filler"})
"""What may stand between an amount and the share that it is: of seafood from the North in 2009, or 16 percent."""


def of_part(text: str, items: Sequence[Mention], drafts: Sequence[Draft], index: int) -> Draft:
    """A share with the goods of the amount before it, where its whole stands behind: or 16 percent of its $9 million."""
    draft = drafts[index]
    if not 0 < index < len(drafts) - 1 or draft.sort.kind is not Kind.SHARE_PCT:
        return draft
    before, whole = drafts[index - 1], drafts[index + 1]
    between = [one for one in items if before.spot.end <= one.start < draft.spot.start]
    is_of = OF.fullmatch(text[draft.spot.end : whole.spot.start])
    is_aside = all(one.role in _ASIDE or one.value == "value" for one in between)
    is_told = before.owns_goods and not draft.owns_goods and before.sort == Sort(Kind.LEVEL)
    if not (is_of and is_aside and is_told):
        return draft
    return draft._replace(
        flow=before.flow, sides=before.sides, commodity=before.commodity, owns_goods=True
    )


def comes_to(text: str, drafts: Sequence[Draft], index: int, draft: Draft) -> Draft:
    """The amount that a share comes to, behind its whole: 16 percent of its $9 million in sales, or $1.4 million."""
    if index < _WITH_WHOLE or draft.sort != Sort(Kind.LEVEL):
        return draft
    share, whole = drafts[index - 2 : index]
    is_share = share.sort.kind is Kind.SHARE_PCT and whole.sort.kind is Kind.LEVEL
    is_of = OF.fullmatch(text[share.spot.end : whole.spot.start])
    is_either = _EITHER.fullmatch(text[whole.spot.end : draft.spot.start])
    if not (is_share and is_of and is_either) or whole.spot.unit != draft.spot.unit:
        return draft
    return share._replace(spot=draft.spot, sort=draft.sort)


def measured(text: str, part: Draft, whole: Draft) -> Draft:
    """The share as a multiple where it is of what the same flow was before: a third of last May's $3 million."""
    is_of_it = OF.fullmatch(text[part.spot.end : whole.spot.start])
    if not is_of_it or part.sort.kind is not Kind.SHARE_PCT or not _is_older(whole, part):
        return part
    return part._replace(sort=Sort(Kind.RATIO), base=distance(part.period, whole.period))


def is_whole_of(text: str, items: Sequence[Mention], part: Draft, draft: Draft) -> bool:
    """Whether an amount is what the one before it is a part of: of the $9 million; of its exports to China of $9 million."""
    if draft.sort.kind is not Kind.LEVEL or not is_part(part):
        return False
    if OF.fullmatch(text[part.spot.end : draft.spot.start]):
        return True
    between = _between(items, part, draft)
    roles = {one.role for one in between}
    is_told = [one.value for one in between[:1]] == ["of"] and not roles.isdisjoint(_FLOWING)
    is_led = is_told and between[-1].value == "of"
    is_set_off = (
        "whole" in roles
        and is_told
        and _SET_OFF.match(text, between[-1].end, draft.spot.start) is not None
    )
    is_plain = roles <= _OF_WHOLE and all(one.value in _LIGHT for one in between if _breaks(one))
    return (is_led or is_set_off) and is_plain and part.sort.kind is Kind.SHARE_PCT


def _between(items: Sequence[Mention], part: Draft, draft: Draft) -> list[Mention]:
    """What stands between two figures, hedges left out."""
    found = (one for one in items if part.spot.end <= one.start < draft.spot.start)
    return [one for one in found if one.role not in {"hedge", "filler", "neutral"}]


def _breaks(one: Mention) -> bool:
    return one.role == "break"


def wholly(items: Sequence[Mention], part: Draft, draft: Draft) -> Draft:
    """The whole that a part is of: of all goods where the part names its own, else with everybody; older, of the same."""
    if _is_older(draft, part):
        goods = draft.commodity if draft.owns_goods else part.commodity
        return draft._replace(flow=part.flow, sides=part.sides, commodity=goods)
    # Nobody weighs all goods: 18 percent of its imports of 46 million tons.
    is_weighed = draft.spot.unit in MEASURES
    is_same = [one.value for one in draft.sides] == [one.value for one in part.sides]
    is_alone = is_same and part.sides.partner.value == WORLD
    is_told = part.commodity.value != ALL_GOODS and (_is_of_goods(items, part, draft) or is_alone)
    is_wider = part.owns_goods or is_told
    if is_wider and not draft.owns_goods and not is_weighed:
        return draft._replace(commodity=Known(ALL_GOODS, CLAUSE))
    if is_weighed and not draft.owns_goods:
        draft = draft._replace(commodity=part.commodity.older(CLAUSE))
    named = part.sides.partner.value not in {None, WORLD} and part.sides.partner.trust > PRIOR
    if named and is_same and draft.commodity.value == part.commodity.value:
        return draft._replace(sides=Sides(draft.sides.reporter, Known(WORLD, CLAUSE)))
    return draft


def _is_of_goods(items: Sequence[Mention], part: Draft, draft: Draft) -> bool:
    """Whether the part is said of goods: coal earned $3 million, or 16 percent of the $9 million; 16 percent of all it sold."""
    named = [one.value for one in items if one.role == "commodity" and one.start < part.spot.start]
    is_all = any(one.role == "whole" for one in _between(items, part, draft))
    return is_all or part.commodity.value in named[-1:]


def of_all(items: Sequence[Mention], drafts: list[Draft], share: Draft) -> list[Draft]:
    """The drafts before a share, its whole with everybody where words call it all and it reads as its part does.

    中国从俄罗斯进口原油838万吨,占进口总量4610万吨的18.2%. ``items`` are those before the share.
    """
    if len(drafts) < _WITH_WHOLE or share.sort.kind is not Kind.SHARE_PCT:
        return drafts
    *before, whole = drafts
    between = [one for one in items if before[-1].spot.end <= one.start < whole.spot.start]
    is_called = any(one.role == "whole" or one.value.endswith(_ALL) for one in between)
    is_next = items[-1].role == "figure" and items[-1].start == whole.spot.start
    if not (is_called and is_next):
        return drafts
    goods = [one.value for one in between if one.role == "commodity"][-1:]
    if goods and goods[0] != whole.commodity.value:
        return [*before, whole._replace(commodity=Known(goods[0]))]
    alike = [one for one in before if _key(one) == _key(whole)]
    if not alike or any(one.spot.amount.value >= whole.spot.amount.value for one in alike):
        return drafts
    partner = alike[-1].sides.partner
    if partner.value in {None, WORLD} or partner.trust < WORDS:
        return drafts
    return [*before, whole._replace(sides=Sides(whole.sides.reporter, Known(WORLD, CLAUSE)))]


def _key(draft: Draft) -> tuple[object, ...]:
    """Of what a level is told, and in which unit."""
    sides = [one.value for one in draft.sides]
    flow, goods = draft.flow.value, draft.commodity.value
    return draft.sort, flow, *sides, goods, draft.period, draft.spot.unit


def is_part(draft: Draft) -> bool:
    """Whether the figure is an amount or a share, of which another can be the whole."""
    return draft.sort.kind in {Kind.LEVEL, Kind.SHARE_PCT} and not draft.sort.is_base


def _is_older(one: Draft, other: Draft) -> bool:
    """Whether one tells of an earlier period as long as the other's, and of the same flow."""
    if one.period is None or other.period is None or one.flow.value != other.flow.value:
        return False
    is_as_long = one.period.month_count == other.period.month_count
    return is_as_long and one.period.last < other.period.first
