"""Capping: whether a figure is a limit, from the words of limits right before and right behind it."""

from collections.abc import Sequence
from itertools import takewhile

from nktrade.core.codes import Kind
from nktrade.reading.around import Around
from nktrade.reading.kinds import Sort
from nktrade.reading.words import Mention

_CLOSE = 4
_LIMIT = 12
_COMMAS = "、,"
_LISTING = frozenset({"stop", "commodity", "level", "rate"})
_MOVES = frozenset({"level", "change"})


def is_cap(around: Around) -> bool:
    """Whether a limit names it, the old level it moved from, or the figure it is joined to."""
    if around.is_limit or _limits(around):
        return True
    origin = _origin(around)
    if origin is not None:
        return _limits(around._replace(at=origin))
    figures = [at for at, one in enumerate(around.items) if one.role == "figure"]
    before = [around._replace(at=at) for at in figures if at < around.at][-1:]
    behind = [around._replace(at=at) for at in figures if at > around.at][:1]
    joined = behind if _is_either(around) else [one for one in before if _is_either(one)]
    listed = before if _goes_on(around) else [one for one in behind if _goes_on(one)]
    return any(_limits(one) for one in (*joined, *listed))


def _goes_on(around: Around) -> bool:
    """Whether it only names other goods than the figure before it: 上限为50万桶,原油为400万桶."""
    ahead = list(takewhile(lambda one: one.role != "figure", around.items[around.at - 1 :: -1]))
    roles = {one.role for one in ahead}
    return "commodity" in roles and roles <= _LISTING


def _limits(around: Around) -> bool:
    """Whether a limit names it: 한도 50만 배럴, 50万桶年度上限."""
    if around.opener is not None and around.opener.role == "cap":
        return around.text[around.figure.start - 1] == "("
    for one in around.left[:4]:
        if one.role == "cap":
            return around.figure.start - one.end <= _LIMIT
        if one.role not in {"rate", "level", "commodity"}:
            break
    reached = around.figure.end
    for one in around.right[:3]:
        if one.start - reached > _CLOSE:
            return False
        if one.role == "cap":
            parted = bool(around.text[around.figure.end : one.start].strip())
            return not (parted and _owns_next(around, one))
        if one.role not in {"rate", "period", "commodity", "flow"}:
            return False
        reached = one.end
    return False


def _origin(around: Around) -> int | None:
    """Where the old end of what moves to this figure stands: 200万から50万へ, 由200万桶降到50万桶."""
    for at in range(around.at - 1, -1, -1):
        one = around.items[at]
        if one.role == "figure":
            return at if around._replace(at=at).case() == "origin" else None
        if one.role not in _MOVES:
            return None
    return None


def _is_either(around: Around) -> bool:
    """Whether it is joined to the figure behind it: 400万バレルまたは52万5千トン."""
    behind = [one for one in around.items[around.at + 1 : around.at + 3] if one.role != "stop"]
    if not behind or behind[0].role != "figure":
        return False
    gap = around.text[around.figure.end : behind[0].start].lstrip(_COMMAS)
    link = around.lexicon.link.fullmatch(gap)
    return link is not None and not link["range"]


def _owns_next(around: Around, one: Mention) -> bool:
    """Whether a word is of the figure behind it: 上限の2.1倍 counts in limits, 한도 50만 배럴 is one."""
    at = around.items.index(one) + 1
    behind = around.items[at] if at < len(around.items) else None
    if behind is None or behind.role != "figure":
        return False
    gap = around.text[one.end : behind.start].strip()
    return not gap or around.lexicon.possessive.fullmatch(gap) is not None


def is_of_limit(items: Sequence[Mention], index: int, sort: Sort, limit: int) -> bool:
    """Whether a multiple counts in limits, or something passes one: 상한의 2배, 上限的4.5倍, 上限の50万バレルを56%上回る."""
    before = items[max(0, index - 2) : index]
    if before and before[-1].role == "figure" and before[-1].start == limit:
        return sort.kind in {Kind.RATIO, Kind.CHANGE_PCT}
    return sort.kind is Kind.RATIO and any(one.role == "cap" for one in before)
