"""Predicates: what sort of number a figure is, from the words right before and right behind it.

Languages differ in where the word stands: 下降34.1% before its number, 34.1% 줄었다 and 34.1%減 behind.
``heads`` of the lexicon says which side is looked at first.
"""

from collections.abc import Sequence

from nktrade.core.codes import Kind
from nktrade.reading.around import BRACKETS, Around
from nktrade.reading.capping import is_cap
from nktrade.reading.figures import Spot
from nktrade.reading.kinds import Sort
from nktrade.reading.portions import is_part_in_brackets, is_shared_later, old_rate, stands_at
from nktrade.reading.words import Mention

_NEAR = 8
_WHOLE = 100
"""No part is more percent of its whole: 上限の160%."""
_LISTED = frozenset(
    {"stop", "figure", "flow", "deal", "area", "commodity", "period", "base", "respectively"}
)
_PASSED = frozenset({"period", "level", "base", "rate", "scope"})


def predicate(spot: Spot, around: Around) -> Sort:
    """Kind, direction and share base of a figure."""
    if spot.unit == "percent_point":
        return Sort(Kind.CHANGE_ABS, spot.sign or _direction(around) or around.carried)
    if spot.unit == "x":
        return _multiple(spot, around)
    if spot.unit == "percent":
        moved = around.case() == "origin" and not spot.sign and _is_old(spot, around)
        return (old_rate(around) if moved else None) or _percentage(spot, around)
    return _amount(spot, around)


def _multiple(spot: Spot, around: Around) -> Sort:
    """A ratio; '+' where the words say by so many times."""
    if around.lexicon.heads == "after":
        one = next(iter(around.right), None)
        by = one is not None and one.role == "change" and one.start - around.figure.end <= 1
        by = by and spot.hedge == "exact"
        gap = around.text[around.figure.end : one.start] if one and by else ""
        return Sort(Kind.RATIO, "+" if by and gap == " " and one and one.value == "+" else None)
    one = next(iter(around.left), None)
    by = one is not None and one.role == "change" and around.figure.start - one.end <= 1
    return Sort(Kind.RATIO, "+" if by and one and one.value == "+" else None)


def _percentage(spot: Spot, around: Around) -> Sort:
    if spot.sign:
        return Sort(Kind.CHANGE_PCT, spot.sign)
    old = _is_old(spot, around)
    sign = _beside(around) or _beside_bracket(around)
    if spot.role == "fraction" and _leads(around) and not _shares(around):
        return Sort(Kind.RATIO)
    if old and around.points:
        return Sort(Kind.SHARE_PCT, is_base=True)
    part = _share(around, sign, old=old)
    if part:
        # Who takes up 210% is told a share, if a wrong one; 210% of last year's exports is none, nor of a limit.
        is_of_limit = around.before is not None and around.before.role == "cap"
        is_part = spot.value <= _WHOLE or (_shares(around) and not is_of_limit)
        return part if is_part else Sort(Kind.RATIO, is_base=part.is_base)
    if sign and not old:
        return Sort(Kind.CHANGE_PCT, sign)
    return _unsaid(around, old=old)


def _share(around: Around, sign: str | None, *, old: bool) -> Sort | None:
    """The percentage as a part: of the figure, limit, flow or time that owns it, or by a word of parts."""
    owner = around.before
    owns = owner is not None and _belongs(around, owner)
    is_old = owner is not None and owns and owner.role == "period" and not sign
    if (is_old and not _is_of_parts(around)) or stands_at(around):
        return Sort(Kind.RATIO)
    is_end = not sign or _leads(around)
    of = owner.role if owner is not None and owns and is_end else None
    if of == "figure" and (around.is_aside or _is_of_older(around)):
        return Sort(Kind.RATIO)
    if of in {"figure", "cap", "whole", "flow", "deal"} and owner is not None:
        return Sort(Kind.SHARE_PCT, share_of=around.text[owner.start : owner.end])
    if not sign and _is_among(around):
        return Sort(Kind.SHARE_PCT, share_of=_whole(around))
    if around.kind is Kind.SHARE_PCT and not sign:
        return Sort(Kind.SHARE_PCT, is_base=old)
    return (
        Sort(Kind.SHARE_PCT, is_base=old, share_of=_whole(around))
        if is_end and _shares(around)
        else None
    )


def _is_of_older(around: Around) -> bool:
    """Whether the figure before is the level compared with: 去年同期19.2亿美元的27.6%."""
    place = around.items.index(around.before) if around.before is not None else 0
    ahead = [one for one in around.items[:place] if one.value != "("]
    time = ahead[-1] if ahead else None
    when = time.when if time is not None else None
    if when is None:
        return False
    return around.is_back or when.is_base or (when.means == "same" and when.has_year)


def _is_among(around: Around) -> bool:
    """Whether the figure before is a whole of which this is a part: N달러 가운데 미국 몫은 41.1%."""
    whole = next((one for one in around.items[: around.at][::-1] if one.role == "figure"), None)
    return whole is not None and around.lexicon.among.match(around.text, whole.end) is not None


def _is_of_parts(around: Around) -> bool:
    return around.kind is Kind.SHARE_PCT or _shares(around)


def _unsaid(around: Around, *, old: bool) -> Sort:
    """The percentage without a word of its own: what the verb of its list, or the last one, says."""
    later = _later(around)
    if around.points and around.kind is None:
        return Sort(Kind.SHARE_PCT, None, old)  # 96.7%였으니 1.5%포인트 높아졌다
    if later and not old:
        return Sort(Kind.CHANGE_PCT, later)
    wide = _direction(around)
    if around.kind in {Kind.SHARE_PCT, Kind.CHANGE_ABS} or around.is_taken:
        return Sort(Kind.SHARE_PCT, None, old)
    if around.kind is Kind.CHANGE_PCT:
        return Sort(Kind.CHANGE_PCT, wide or around.carried, old)
    rated = any(one.when and one.when.is_base for one in around.left)
    if not (wide or rated):
        return Sort(Kind.SHARE_PCT) if is_shared_later(around) else _unmoved(around)
    return Sort(Kind.CHANGE_PCT, wide or around.carried)


def _unmoved(around: Around) -> Sort:
    """The percentage that nothing moves: of what it is held against, or of a whole where an amount leads to it."""
    if around.is_held_against:
        return Sort(Kind.RATIO)
    if _is_dealt(around):
        return Sort(Kind.SHARE_PCT)
    amount = around.opener or around.before
    if amount is None or amount.role != "figure":
        return Sort(None)
    if around.opener and around.was_share:
        return Sort(Kind.SHARE_PCT)
    if is_part_in_brackets(around, amount):
        return Sort(Kind.SHARE_PCT)
    gap = around.text[amount.end : around.figure.start].strip()
    return Sort(Kind.SHARE_PCT if around.lexicon.leading.fullmatch(gap) else None)


def _is_dealt(around: Around) -> bool:
    """Whether it is one of those dealt out to several amounts that nothing moves: each has its share."""
    ahead = [one.role for one in around.items[: around.at]]
    place = ahead.index("respectively") if "respectively" in ahead else 0
    return ahead[:place].count("figure") > 1


def _amount(spot: Spot, around: Around) -> Sort:
    old = _is_old(spot, around)
    if spot.per:
        return Sort(Kind.UNIT_PRICE, is_base=old)
    if is_cap(around):
        return Sort(Kind.CAP)
    if old or around.passed_by:
        return Sort(Kind.LEVEL, is_base=old)
    step = _step(around) or (_later(around) if around.is_beside_base else None)
    return Sort(Kind.CHANGE_ABS, step) if step else Sort(Kind.LEVEL)


def _is_old(spot: Spot, around: Around) -> bool:
    """Whether it is the level compared with: from N, than N, a year earlier N."""
    case = around.case()
    if case in {"origin", "compare"} and not (case == "origin" and _is_parted(around)):
        return True
    if not around.is_past:
        return False
    before = around.opener or next(iter(around.left), None)
    if before is not None and before.role == "period":
        gap = around.text[before.end : around.figure.start].strip(" (")
        marked = around.lexicon.mark_after.match(around.text, before.end)
        case = around.lexicon.marks_after[marked[0]] if marked else None
        if gap and case in {None, "compare"}:
            return False  # 前月を4千トン上回った: what is passed, not how much it was
        if case == "origin" and _step(around):
            return False  # 前年同月から10万トン増
        return spot.unit != "percent" or case == "possessor" or not _beside(around)
    return spot.unit not in {"percent", "x"} and _step(around) is None


def _is_parted(around: Around) -> bool:
    """Whether it is told what takes which part of it: N달러에서 미국이 차지하는 비중은."""
    roles = [one.role for one in around.right]
    return "share" in roles and "change" not in roles


def _step(around: Around) -> str | None:
    """The direction where an amount is the size of a change: 3억 달러 늘었다, 增加3亿美元."""
    if around.lexicon.heads == "after":
        one = next(iter(around.right), None)
        gap = around.text[around.figure.end : one.start] if one else ""
        bond = around.lexicon.possessive.fullmatch(gap) if gap.strip() else None
        is_close = one is not None and (not gap.strip() or bool(bond)) and len(gap) <= 1
        return one.value if one is not None and one.role == "change" and is_close else None
    one = next(iter(around.left), None)
    is_close = one is not None and around.figure.start - one.end <= 1
    return one.value if one is not None and one.role == "change" and is_close else None


def _beside(around: Around) -> str | None:
    """The direction of a change word beside a percentage, on the side where the language puts it first."""
    after = _nearest(around.right, around.figure.end, forward=True)
    before = _nearest(around.left, around.figure.start, forward=False)
    first, second = (after, before) if around.lexicon.heads == "after" else (before, after)
    return first or second


def _beside_bracket(around: Around) -> str | None:
    """The direction of the verb right behind the bracket in which it says how much a figure is: 두 배(116%) 늘었다."""
    opener = around.opener
    behind = around.items[around.at + 1 : around.at + 3]
    if (
        opener is None
        or opener.role != "figure"
        or [one.role for one in behind] != ["stop", "change"]
    ):
        return None
    return behind[1].value if behind[1].start - behind[0].end <= 1 else None


def _nearest(items: Sequence[Mention], place: int, *, forward: bool) -> str | None:
    reached = place
    for one in items:
        gap = one.start - reached if forward else reached - one.end
        if gap > _NEAR:
            return None
        if one.role == "change":
            return one.value
        if one.role not in _PASSED or (forward and one.role == "period"):
            return None
        reached = one.end if forward else one.start
    return None


def _later(around: Around) -> str | None:
    """The direction that the verb behind a list gives to each of it: 3.2%, 5.1% 줄었다."""
    if around.lexicon.heads == "before":
        return None
    for one in around.items[around.at + 1 :]:
        if one.role == "change":
            return one.value
        if one.role not in _LISTED:
            return None
    return None


def _direction(around: Around) -> str | None:
    """The direction of any change word of the clause, nearest first on the preferred side."""
    sides = (
        (around.right, around.left)
        if around.lexicon.heads == "after"
        else (around.left, around.right)
    )
    return next((one.value for side in sides for one in side if one.role == "change"), None)


def _shares(around: Around) -> bool:
    """Whether a word of parts governs it: 占, 비중, 依存度."""
    behind = [one for one in around.right if one.start - around.figure.end <= _NEAR]
    return any(one.role == "share" for one in (*around.left, *behind, *_of_whole(around)))


def _of_whole(around: Around) -> list[Mention]:
    """What stands before the amount right before a percentage: 占其出口30亿美元约33%."""
    whole = around.before
    if whole is None or whole.role != "figure":
        return []
    if len(around.text[whole.end : around.figure.start].strip(BRACKETS)) > 1:
        return []
    return around._replace(at=around.at - 1).left


def _leads(around: Around) -> bool:
    """Whether the percentage is an end that a share reached: 升至94.2%, 95%로 늘었다."""
    if around.lexicon.heads == "after":
        return around.case() == "destination"
    first = around.left[0] if around.left else None
    return first is not None and first.role in {"level", "share"}


def _whole(around: Around) -> str | None:
    one = next((one for one in around.left if one.role in {"whole", "flow", "cap"}), None)
    return around.text[one.start : one.end] if one else None


def _belongs(around: Around, owner: Mention) -> bool:
    """Whether only a particle of possession stands between the owner and the figure."""
    gap = around.text[owner.end : around.figure.start].strip(BRACKETS)
    mark = gap or around.text[owner.end - 1]  # 2016年の is one word
    return around.lexicon.possessive.fullmatch(mark) is not None
