"""Neighbours: what the words before and behind one in its sentence tell of it."""

from collections.abc import Sequence
from itertools import takewhile

from nktrade.core.codes import ALL_GOODS
from nktrade.reading.topic import HEADS
from nktrade.reading.words import Mention

_GLOSS = ["period", "stop", "period", "stop"]
_MONTHS = frozenset({"last_month", "this_month"})
"""Months named from the day of the text: brackets behind them say which it is."""
_NEAR = 6
"""How far behind a limit the word may stand that tells what went beyond it."""


def counted(items: Sequence[Mention]) -> set[str]:
    """The goods that figures count, those in a row before one among them: 铁矿石1万吨、钢铁2万吨."""
    found: set[str] = set()
    row: set[str] = set()
    for one in items:
        if one.role == "commodity" and one.value != ALL_GOODS:
            row.add(one.value)
        elif one.role == "figure":
            found |= row
        if one.role in {"part", "figure"}:
            row = set()
    return found | row


def is_aside(items: Sequence[Mention], index: int) -> bool:
    """Whether the goods named since the last figure were told aside: 出口3570万美元,主要为药品;进口561万美元."""
    since = takewhile(lambda one: one.role != "figure", items[index - 1 :: -1] if index else ())
    told = list(takewhile(lambda one: one.role != "commodity", since))
    return any(one.role == "stop" and one.value == ";" for one in told)


def is_bare(items: Sequence[Mention], index: int) -> bool:
    """Whether a figure follows a time word before any flow word: 而10月不到78万吨."""
    for one in items[index + 1 :]:
        if one.role == "figure":
            return True
        if one.role in HEADS or one.when is not None:
            return False
    return False


def is_part(partner: str | None, items: Sequence[Mention]) -> bool:
    """Whether a country is told of as part of what a flow word names: 出口1207亿美元,其中对美国出口186亿美元."""
    part = next((at for at, one in enumerate(items) if one.role == "part"), len(items))
    after = takewhile(lambda one: one.role != "figure", items[part:])
    return any(one.role == "area" and one.value.rpartition(":")[2] == partner for one in after)


def announced(items: Sequence[Mention]) -> str | None:
    """The goods alone of which a sentence without a figure tells: 철광석은 사정이 더 나쁘다."""
    named = [one.value for one in items if one.role in HEADS | {"commodity"}]
    is_first = bool(items) and items[0].role == "commodity"
    return named[0] if is_first and len(named) == 1 else None


def sets_limit(items: Sequence[Mention]) -> bool:
    """Whether a sentence names a limit, and not only what went beyond one: 設上限, not 上限を超えて."""
    for index, one in enumerate(items):
        behind = items[index + 1] if index + 1 < len(items) else None
        is_passed = behind is not None and behind.role in {"hedge_after", "change"}
        if one.role == "cap" and not (is_passed and behind and behind.start - one.end <= _NEAR):
            return True
    return False


def without_glosses(items: list[Mention]) -> list[Mention]:
    """The items, a time that brackets only say again as one with the time before it: 先月(9月)の2億ドル."""
    found: list[Mention] = []
    for one in items:
        found.append(one)
        told = [(each.role, each.value) for each in found[-4:]]
        if one.value != ")" or len(told) < len(_GLOSS) or [role for role, _ in told] != _GLOSS:
            continue
        time, gloss = found[-4], found[-2]
        if told[1][1] != "(" or not (time.when and gloss.when) or time.end != found[-3].start:
            continue
        is_month = time.when.means in _MONTHS
        if is_month or time.when.base == "month_earlier":
            when = gloss.when if is_month else time.when
            found[-4:] = [time._replace(end=one.end, when=when)]
    return found
