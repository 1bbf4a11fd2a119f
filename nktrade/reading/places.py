"""Figures in place words: 9천412만5천 달러, 三亿两千万美元, 129万4千トン, 百分之十二点五, 三割五分."""

from collections.abc import Iterator

from nktrade.reading.figures import Spot
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.linking import linked
from nktrade.reading.scanning import Scanner
from nktrade.reading.words import Mention

_LOOK_BACK = 14
_CLOSED = frozenset({"period", "resolution"})
_TOLD = frozenset({"period", "flow"})
"""Behind these, brackets say how much it was: 2019年(27.9亿)."""
_HEDGES = frozenset({"hedge", "hedge_after"})
_WORDED = frozenset({"multiple", "fraction"})


def placed_spots(
    text: str, found: list[Mention], lexicon: Lexicon, start: int = 0, stop: int | None = None
) -> list[Spot]:
    """All numbers of a stretch of text in order, with what neighbours lend to those without a unit."""
    stop = len(text) if stop is None else stop
    ends = {one.end: one.start for one in found if one.role != "hedge"}
    starts = {one.start: one.end for one in found if one.role not in _HEDGES}
    scanner = Scanner(text, lexicon, ends, starts)
    told = {one.end for one in found if one.role in _TOLD}
    return linked(scanner, list(_spots(scanner, found, start, stop)), told)


def placed_gates(text: str, lexicon: Lexicon) -> Iterator[int]:
    """Where a numeral stands beside a currency or a unit."""
    for found in lexicon.run.finditer(text):
        start, end = found.span()
        place = end + (text[end : end + 1] == " ")
        money = lexicon.money_before.search(text[max(0, start - _LOOK_BACK) : start])
        units = (lexicon.unit, lexicon.count)
        is_part = lexicon.over.match(text, end)
        if money or is_part or any(one.match(text, place) for one in units):
            yield start


def _spots(scanner: "Scanner", found: list[Mention], start: int, stop: int) -> Iterator[Spot]:
    gates: list[tuple[int, int, Mention | None]] = [
        (match.start(), 1, None)
        for match in scanner.lexicon.gate.finditer(scanner.text, start, stop)
    ]
    gates += [(one.start, 0, one) for one in found if one.role in _CLOSED | _WORDED]
    reached = 0
    for at, _, one in sorted(gates, key=lambda gate: gate[:2]):
        if at < reached:
            continue
        if one is not None and one.role in _CLOSED:
            reached = one.end
            continue
        spot, reached = (
            scanner.printed(at) if one is None else (scanner.worded(one), max(one.end, reached))
        )
        if spot is not None:
            yield spot
