"""Neighbours: what the words before and behind one in its sentence tell of it."""

from collections.abc import Sequence
from itertools import takewhile

from nktrade.core.codes import ALL_GOODS
from nktrade.reading.topic import HEADS
from nktrade.reading.words import Mention


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
